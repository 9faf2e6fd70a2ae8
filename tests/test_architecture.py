"""The plan of the house, held against the code: floors, seats, doors and settings."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from claimmap import model

ROOT = Path(__file__).resolve().parents[1]
CODE = sorted(
    [*ROOT.glob("dashboard.py"), *ROOT.glob("pages/*.py"), *ROOT.glob("claimmap/**/*.py")]
)
SCRIPTS = sorted([*ROOT.glob("claimmap/**/*.js"), *ROOT.glob("claimmap/**/*.css")])
PAGES = sorted(ROOT.glob("pages/*.py"))
TESTS = sorted(ROOT.glob("tests/**/*.py"))
TOP = {"dashboard.py", "claimmap/__main__.py"}

# Where each library may be imported: import-linter sees the package only, this the pages as well.
SEATS = {
    "streamlit": ("dashboard.py", "pages/", "claimmap/ui/"),
    "streamlit_folium": ("claimmap/ui/",),
    "altair": ("claimmap/view/",),
    "folium": ("claimmap/view/",),
    "branca": ("claimmap/view/",),
    "pandas": ("claimmap/view/", "claimmap/ui/"),
    "geopy": ("claimmap/geocode/",),
    "marisa_trie": ("claimmap/geocode/",),
    "spacy": ("claimmap/extract/",),
    "py3langid": ("claimmap/reading/",),
    "trafilatura": ("claimmap/reading/formats/",),
    "lxml": ("claimmap/reading/formats/",),
    "pypdfium2": ("claimmap/reading/formats/",),
    "openpyxl": ("claimmap/reading/formats/",),
    "defusedxml": ("claimmap/reading/formats/",),
    "feedparser": ("claimmap/reading/formats/",),
    "httpcore2": ("claimmap/reading/fetching/",),
    "protego": ("claimmap/reading/fetching/",),
    "idna": ("claimmap/reading/fetching/",),
    "dask": ("claimmap/ingest/",),
    "distributed": ("claimmap/ingest/",),
    "sqlalchemy": ("claimmap/store",),
    "alembic": ("claimmap/store",),
    "starlette": ("claimmap/web/",),
}
# What a pure function has no use for.
IMPURE = {"os", "pathlib", "random", "requests", "socket", "sqlite3", "time", "urllib"}
# Streamlit's calls that read Markdown or HTML, the functions whose result is harmless in them, and
# the other things put into them, each looked at: our own words, or escaped on the line before.
MARKUP = {
    *("button", "caption", "error", "expander", "header", "html", "info", "link_button"),
    *("markdown", "metric", "status", "subheader", "success", "title", "toast", "warning", "write"),
}
HARMLESS = {"escape_markdown", "plural"}
OUR_OWN_WORDS = {
    "claimmap/ui/fetching.py: MOST",
    "claimmap/ui/fetching.py: WHAT_IS_SENT",
    "claimmap/ui/fetching.py: _describe(asked.feed, len(entries))",
    "claimmap/ui/fetching.py: many",
    "claimmap/ui/reading.py: ATTRIBUTION",
    "claimmap/ui/reading.py: WHAT_IS_SENT",
    "claimmap/ui/reading.py: _describe_found(outcome, store)",
    "claimmap/ui/reading.py: name",
    "claimmap/ui/samples.py: told",
    "claimmap/ui/source_editing.py: 'Undo' if holds else 'Do it again'",
    "claimmap/ui/sources.py: _nothing(screen, asked)",
    "claimmap/ui/sources.py: rows[0]['when']",
    "claimmap/ui/tables.py: _FILES[form]",
    "claimmap/ui/tables.py: where[0].upper()",
    "claimmap/ui/tables.py: where[1:]",
    "claimmap/ui/widgets.py: css",
}
WRITES_MARKUP = re.compile(
    r"\.(innerHTML|outerHTML|insertAdjacentHTML|write(ln)?\s*\()|\beval\s*\(|new Function\s*\("
)
FOREIGN = re.compile(r"""(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}""", re.IGNORECASE)


def named(path: Path) -> str:
    """The path as a reader of the repository writes it."""
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """The libraries and modules that a file imports, anywhere in it."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Each call with the last part of the called name: "open", or "markdown" of st.markdown."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr, node
            elif isinstance(node.func, ast.Name):
                yield node.func.id, node


def put_into(text: ast.expr) -> list[ast.expr]:
    """What a piece of text is made of beside letters."""
    if isinstance(text, ast.Constant):
        return []
    if isinstance(text, ast.JoinedStr):
        return [part.value for part in text.values if isinstance(part, ast.FormattedValue)]
    return [text]


def where(path: Path, node: ast.expr) -> str:
    return f"{named(path)}:{node.lineno}"


def test_there_is_code_to_look_at() -> None:
    assert len(CODE) > 20
    assert len(PAGES) >= 3
    assert SCRIPTS


def test_arrows_point_down_and_neighbours_never_meet() -> None:
    linter = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"
    done = subprocess.run(
        [sys.executable, "-c", linter], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("library", SEATS)
def test_each_library_has_one_seat(library: str) -> None:
    elsewhere = [
        named(path)
        for path in CODE
        if not named(path).startswith(SEATS[library])
        and any(name.split(".")[0] == library for name in imported(path))
    ]
    assert elsewhere == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("claimmap/extract/**/*.py")), ids=named)
def test_extraction_is_pure(path: Path) -> None:
    assert IMPURE.isdisjoint(name.split(".")[0] for name in imported(path))
    assert {"open", "now", "today", "utcnow", "read_text"}.isdisjoint(
        name for name, _ in calls(path)
    )


def test_only_the_top_floor_reads_settings() -> None:
    readers = [
        named(path)
        for path in CODE
        if re.search(r"\bos\.(environ|getenv)\b", path.read_text(encoding="utf-8"))
    ]
    assert set(readers) <= TOP


def test_outside_text_never_becomes_html() -> None:
    unsafe = [
        where(path, call)
        for path in CODE
        for _, call in calls(path)
        for keyword in call.keywords
        if (keyword.arg or "").startswith("unsafe_allow")
    ]
    assert unsafe == []


def test_what_streamlit_reads_as_markup_is_ours_or_escaped() -> None:
    put_in = {
        f"{named(path)}: {ast.unparse(part)}"
        for path in CODE
        if named(path).startswith(SEATS["streamlit"])
        for name, call in calls(path)
        if name in MARKUP and isinstance(call.func, ast.Attribute)
        for text in call.args[:1]
        for part in put_into(text)
        if not (isinstance(part, ast.Call) and ast.unparse(part.func) in HARMLESS)
    }
    assert put_in <= OUR_OWN_WORDS


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_the_browsers_files_write_no_html_and_know_no_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not WRITES_MARKUP.search(text)
    assert FOREIGN.findall(text) == []


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_a_page_is_wiring_of_at_most_fifty_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 50


def test_no_error_is_caught_without_its_name() -> None:
    bare = [
        f"{named(path)}:{node.lineno}"
        for path in CODE
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and node.type is None
    ]
    assert bare == []


def test_every_noun_is_frozen_and_slotted() -> None:
    nouns = [each for each in vars(model).values() if isinstance(each, type) and is_dataclass(each)]
    assert len(nouns) > 10
    for noun in nouns:
        options = vars(noun)["__dataclass_params__"]
        assert options.frozen, noun
        assert set(vars(noun)["__slots__"]) == {field.name for field in fields(noun)}, noun


def test_no_file_is_a_drawer() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [named(path) for path in CODE if path.stem in drawers] == []


def test_no_test_is_skipped() -> None:
    skipping = re.compile(r"pytest\.(mark\.)?(skip|skipif|importorskip|xfail)\b")
    own = Path(__file__).name
    found = [named(p) for p in TESTS if p.name != own and skipping.search(p.read_text("utf-8"))]
    assert found == []
