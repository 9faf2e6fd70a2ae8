"""What may be typed on the command line after each command."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from claimmap.model import STANCES, TIME_BASES

Command = Callable[[Namespace], int]


def read_arguments(given: Sequence[str] | None, commands: Mapping[str, Command]) -> Namespace:
    """The arguments of ``given`` (None: the process's), the function to run as ``command``.

    commands: the function of each command, whose docstring is its help.
    """
    parser = ArgumentParser("claimmap", description="Claim Map's command line.")
    subparsers = parser.add_subparsers(required=True, metavar=" | ".join(commands))
    added = {"annotate": _annotate, "ingest": _ingest, "export": _export, "figures": _filter}
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
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    parser.add_argument("--outlet", help="who published the reports")
    parser.add_argument("--title")
    parser.add_argument("--url", help="where a report stands, http or https")
    parser.add_argument("--published", metavar="DAY", help="the day, YYYY-MM-DD")


def _export(parser: ArgumentParser) -> None:
    parser.add_argument("--format", required=True, choices=("csv", "geojson", "json"))
    _filter(parser)


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
    parser.add_argument("--text", default="", help="words that the sentence holds")


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ArgumentTypeError(f"{value!r} is not a date; write YYYY-MM-DD") from error
