"""What README.md and docs/ show is so: commands run, links lead somewhere, examples are current."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

from claimmap.store import Store
from claimmap.view.exports import FILE_COLUMNS

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))]
OURS = "python -m claimmap "
# What a usage line leaves open, and what a person may put there.
PLACEHOLDERS = {
    "PATH...": "reports",
    "FILE": "monday.backup",
    "NAME": "'The Paper'",
    "YYYY-MM-DD": "2024-10-18",
    "DAY": "2024-10-18",
    "N": "1",
    "TITLE": "'A title'",
    "URL": "https://example.org/report",
    "WORDS": "trucks",
}
TEXT = "The mayor of Lyon said on Friday that about 40 trucks had arrived in Marseille."


def shown(page: Path) -> Iterator[str]:
    """The lines that a page shows as typed or printed: those indented by four spaces."""
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            yield line[4:]


def commands(line: str) -> Iterator[str]:
    """A usage line as commands to type: options given, blanks filled, one for each "a|b"."""
    choice = re.search(r"\S+\|\S+", line)
    for value in choice.group().strip("[]").split("|") if choice else [""]:
        command = line.replace(choice.group().strip("[]"), value) if choice else line
        for blank, filled in PLACEHOLDERS.items():
            command = re.sub(rf"(?<![\w-]){re.escape(blank)}(?!\w)", filled, command)
        yield command.replace("[", "").replace("]", "")


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def lines_of_ours() -> list[str]:
    lines = (line.removeprefix(".venv/bin/") for page in PAGES for line in shown(page))
    found = (line for line in lines if line.startswith(OURS))
    return list(dict.fromkeys(command for line in found for command in commands(line)))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with what the commands read."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "report.txt").write_text(TEXT)
    (tmp_path / "docs.jsonl").write_text(json.dumps({"id": 1, "text": TEXT}) + "\n")
    Store(f"sqlite:///{tmp_path}/claims.db").backup(tmp_path / "monday.backup")
    return tmp_path


def run(command: str, desk: Path) -> subprocess.CompletedProcess[str]:
    """Type a command in a shell whose Python is this one, on a store of its own."""
    environment = os.environ | {
        "CLAIMMAP_DATABASE": f"sqlite:///{desk}/claims.db",
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    environment.pop("CLAIMMAP_NOMINATIM", None)
    return subprocess.run(
        command, shell=True, cwd=desk, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("command", lines_of_ours())
def test_a_command_that_is_shown_works(command: str, desk: Path) -> None:
    done = run(command, desk)
    assert (done.returncode, done.stderr) == (0, "")
    if written := re.search(r"> (\S+)$", command):
        assert (desk / written[1]).stat().st_size


def test_the_readme_starts_the_dashboard_with_one_line_and_the_tests_with_another() -> None:
    start, check, *_ = shown(ROOT / "README.md")
    steps = [step.split() for step in start.split(" && ")]
    assert [step[0] for step in steps] == ["python3", ".venv/bin/pip", ".venv/bin/streamlit"]
    assert steps[0][1:] == ["-m", "venv", ".venv"]
    for step in steps[1:]:
        assert (ROOT / step[-1]).is_file(), step
    assert entry_points(group="console_scripts", name="streamlit")
    assert os.access(ROOT / check, os.X_OK)
    assert check in (ROOT / ".ci" / "run").read_text()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_to_files_lead_to_files(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    gone = [
        target
        for target in targets
        if not target.startswith(("https://", "http://")) and not (page.parent / target).exists()
    ]
    assert gone == []


def test_every_setting_is_told_of() -> None:
    top = (ROOT / "dashboard.py", ROOT / "claimmap" / "__main__.py")
    read = {name for path in top for name in re.findall(r"CLAIMMAP_[A-Z]+", path.read_text())}
    told = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert read
    assert [name for name in sorted(read) if name not in told] == []


def test_the_example_of_annotate_has_the_form_that_comes_out(desk: Path) -> None:
    page = ROOT / "docs" / "contracts.md"
    given = next(line for line in shown(page) if line.startswith('{"id"'))
    printed = re.search(r"(?m)^    \{\n(?:     .*\n)+    \}$", page.read_text(encoding="utf-8"))
    assert printed is not None
    (desk / "docs.jsonl").write_text(given)
    done = run(f"{OURS}annotate < docs.jsonl", desk)
    assert form(json.loads(printed.group())) == form(json.loads(done.stdout))


def form(value: Any) -> Any:
    """The keys and the kinds of value, at every depth."""
    if isinstance(value, dict):
        return {key: form(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [form(inner) for inner in value]
    return "number" if isinstance(value, int | float) else type(value).__name__


def test_the_columns_told_are_those_exported() -> None:
    told = " ".join((ROOT / "docs" / "contracts.md").read_text(encoding="utf-8").split())
    assert f"Columns: {', '.join(FILE_COLUMNS)}." in told
