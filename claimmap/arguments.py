"""What may be typed on the command line after each command."""

from __future__ import annotations

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from claimmap.model import GRADES, STANCES, TIME_BASES

_COLUMN_FIELDS = ("text", "title", "outlet", "author", "published", "url", "language")

Command = Callable[[Namespace], int]


def read_arguments(given: Sequence[str] | None, commands: Mapping[str, Command]) -> Namespace:
    """The arguments of ``given`` (None: the process's), the function to run as ``command``.

    commands: the function of each command, whose docstring is its help.
    """
    parser = ArgumentParser("claimmap", description="Claim Map's command line.")
    subparsers = parser.add_subparsers(required=True, metavar=" | ".join(commands))
    added = {"annotate": _annotate, "ingest": _ingest, "export": _export}
    added |= {"watch": _watch}
    added |= {"figures": _filter, "sources": _filter, "backup": _file, "restore": _file}
    for name, add in added.items():
        subparser = subparsers.add_parser(name, help=commands[name].__doc__)
        subparser.set_defaults(command=commands[name])
        add(subparser)
    return parser.parse_args(given)


def _annotate(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--resolve-only",
        action="store_true",
        help="take the spans of each line's toponyms as given, and only place them",
    )


def _ingest(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        type=_source,
        metavar="PATH",
        help="a file, an archive (.zip), a folder, a pattern such as 'news/*.pdf', or a web address"
        " (https://...), which is fetched then",
    )
    parser.add_argument(
        "--feed",
        action="append",
        default=[],
        metavar="URL",
        help="fetch an RSS or Atom feed, and the newest reports that it names; repeatable",
    )
    parser.add_argument(
        "--newest",
        type=_count,
        default=20,
        metavar="N",
        help="how many reports of each feed, 20 if not given",
    )
    _given(parser)
    parser.add_argument(
        "--report",
        type=Path,
        metavar="FILE.json",
        help="write there what became of each report",
    )
    parser.add_argument(
        "--again",
        action="store_true",
        help="find the claims anew of what is stored already, as after an update of the program",
    )
    _workers(parser)


def _watch(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="with all folders in it")
    parser.add_argument(
        "--every",
        type=_seconds,
        default=1.0,
        metavar="SECONDS",
        help="how often to look, 1 if not given; what has not changed for as long is read",
    )
    _given(parser)
    _workers(parser)
    parser.set_defaults(again=False)


def _given(parser: ArgumentParser) -> None:
    parser.add_argument("--outlet", help="who published the reports")
    parser.add_argument("--title")
    parser.add_argument("--author", help="who wrote the reports")
    parser.add_argument("--url", help="where a report stands, http or https")
    parser.add_argument("--published", metavar="DAY", help="the day, YYYY-MM-DD")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        type=_column,
        metavar="FIELD=NAME",
        help="which column of a table holds what, such as text=body; repeatable",
    )


def _workers(parser: ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--workers",
        type=_count,
        metavar="N",
        help="how many processes look for claims; if not given, one, and one a core where there is"
        " much to read",
    )
    where.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="have the workers of a Dask cluster look for claims: tcp://HOST:8786",
    )


def _export(parser: ArgumentParser) -> None:
    parser.add_argument("--format", required=True, choices=("csv", "geojson", "json"))
    _filter(parser)


def _file(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def _filter(parser: ArgumentParser) -> None:
    parser.add_argument("--from", dest="first", type=_day, metavar="DAY", help="YYYY-MM-DD")
    parser.add_argument("--to", dest="last", type=_day, metavar="DAY", help="YYYY-MM-DD")
    parser.add_argument("--basis", choices=TIME_BASES, default="event", help="which time is meant")
    for name, words in (
        ("source", "who is quoted"),
        ("outlet", "who published it"),
        ("place", "a place's name or GeoNames id"),
    ):
        parser.add_argument(f"--{name}", action="append", default=[], help=f"{words}; repeatable")
    parser.add_argument("--stance", action="append", default=[], choices=STANCES)
    parser.add_argument(
        "--grade", action="append", default=[], choices=GRADES, help="of the source; repeatable"
    )
    parser.add_argument("--text", default="", help="words that the sentence holds")


def _column(value: str) -> tuple[str, str]:
    field, given, name = value.partition("=")
    if not given or field not in _COLUMN_FIELDS or not name:
        raise ArgumentTypeError(
            f"{value!r} names no column; write FIELD=NAME, where FIELD is one of"
            f" {', '.join(_COLUMN_FIELDS)}"
        )
    return field, name


def _source(value: str) -> Path | str:
    """A web address as it is; all else is a path, which would lose one of the slashes."""
    return value if re.match(r"[a-z][a-z0-9+.-]*://", value, re.IGNORECASE) else Path(value)


def _count(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise ArgumentTypeError(f"{value!r} is no number; write one from 1")
    return int(value)


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not 0.1 <= seconds <= 3600:
        raise ArgumentTypeError(f"{value!r} is no number of seconds from 0.1 to 3600")
    return seconds


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ArgumentTypeError(f"{value!r} is not a date; write YYYY-MM-DD") from error
