"""What may be typed on the command line after each command."""

from __future__ import annotations

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
        nargs="+",
        type=Path,
        metavar="PATH",
        help="a file, an archive (.zip), a folder or a pattern such as 'news/*.pdf'",
    )
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


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ArgumentTypeError(f"{value!r} is not a date; write YYYY-MM-DD") from error
