"""The command line, run as a user runs it."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from claimmap.__main__ import main
from claimmap.model import DRAWN_ROLES
from tests.reading.making import make_mail, make_zip

Export = Callable[..., bytes]
ROOT = Path(__file__).resolve().parents[1]
TEXT = "The mayor of Lyon said on Friday that about 40 trucks had arrived in Marseille."
GERMAN = (
    "Der Bürgermeister sagte am Dienstag, dass vierzig Boote den Hafen verlassen hätten und dass"
    " niemand im Sturm verletzt worden sei, berichtete Reuters aus Berlin."
)
LINE = {"id": "x", "text": TEXT, "outlet": "The Paper", "published": "2024-10-18"}


class Commands:
    """Runs commands on a database of their own."""

    def __init__(self, database: Path) -> None:
        self.environment = os.environ | {"CLAIMMAP_DATABASE": f"sqlite:///{database}"}
        self.environment.pop("CLAIMMAP_NOMINATIM", None)

    def run(self, *arguments: object, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            self.line(*arguments),
            input=given,
            capture_output=True,
            cwd=ROOT,
            env=self.environment,
            check=False,
        )

    def start(self, *arguments: object) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.line(*arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=self.environment,
        )

    @staticmethod
    def line(*arguments: object) -> Sequence[str]:
        return [sys.executable, "-m", "claimmap", *map(str, arguments)]

    def annotate(self, *lines: dict[str, Any], options: Sequence[str] = ()) -> list[Any]:
        given = "".join(json.dumps(line) + "\n" for line in lines).encode()
        done = self.run("annotate", *options, given=given)
        assert (done.returncode, done.stderr) == (0, b"")
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def commands(tmp_path: Path) -> Commands:
    return Commands(tmp_path / "claims.db")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Commands:
    """Commands on a database that has the seed in it."""
    commands = Commands(tmp_path_factory.mktemp("filled") / "claims.db")
    done = commands.run("ingest", "seeds")
    assert done.returncode == 0, done.stderr.decode()
    return commands


@pytest.fixture
def export(
    filled: Commands, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Export:
    """What ``export`` prints, run in this process, which saves the start of another."""
    monkeypatch.setenv("CLAIMMAP_DATABASE", filled.environment["CLAIMMAP_DATABASE"])

    def run(form: str, *options: str) -> bytes:
        assert main(["export", "--format", form, *options]) == 0
        return capfdbinary.readouterr().out

    return run


@pytest.fixture(scope="module")
def found(filled: Commands) -> dict[str, Any]:
    """What ``annotate`` gives for LINE."""
    (found,) = filled.annotate(LINE)
    return found


class TestAnnotate:
    def test_a_document_gives_all_that_was_found_in_it(self, found: dict[str, Any]) -> None:
        assert list(found) == [
            "id",
            "toponyms",
            "attributions",
            "timexes",
            "quantities",
            "claims",
            "relations",
        ]
        assert found["id"] == "x"
        (town,) = [one for one in found["toponyms"] if one["surface"] == "Marseille"]
        assert TEXT[town["start"] : town["end"]] == "Marseille"
        assert town["geonameid"] == 2995469
        assert (round(town["lat"]), round(town["lon"])) == (43, 5)
        assert town["kind"] == "city"
        assert town["role"] in DRAWN_ROLES
        assert 0 < town["confidence"] <= 1

    def test_every_part_has_the_fields_of_the_contract(self, found: dict[str, Any]) -> None:
        fields = {name: set(found[name][0]) for name in list(found)[1:] if found[name]}
        assert fields == {
            "toponyms": {
                *("start", "end", "surface", "lat", "lon", "geonameid"),
                *("kind", "role", "confidence", "precision", "radius_km", "reason"),
            },
            "attributions": {"source", "cue", "content", "direct"},
            "timexes": {"start", "end", "surface", "type", "value", "first", "last"},
            "quantities": {
                *("start", "end", "value", "lower", "upper", "unit", "bound"),
                *("counted", "thing", "state", "actor", "part"),
            },
            "claims": {
                *("start", "end", "content", "source", "chain", "stance"),
                *("event", "statement", "places", "quantities"),
            },
        }

    def test_claims_that_disagree_are_told_with_both_figures(self, commands: Commands) -> None:
        text = "Police said 12 people died in Lyon. A hospital said 40 people died in Lyon."
        (found,) = commands.annotate(LINE | {"text": text})
        (relation,) = found["relations"]
        assert relation["kind"] == "contradicts"
        assert (relation["one"], relation["other"], relation["independent"]) == (0, 1, True)
        assert "12 against 40" in relation["reason"]

    def test_spans_are_characters_of_the_text_as_given(
        self, commands: Commands, found: dict[str, Any]
    ) -> None:
        before = "😀 \r\n\u2028"
        (moved,) = commands.annotate(LINE | {"text": before + TEXT})
        starts = [one["start"] + len(before) for one in found["quantities"]]
        assert [one["start"] for one in moved["quantities"]] == starts

    def test_a_claim_points_to_its_places_and_quantities(self, found: dict[str, Any]) -> None:
        claim = next(one for one in found["claims"] if one["quantities"])
        places = [found["toponyms"][index]["surface"] for index in claim["places"]]
        numbers = [found["quantities"][index]["value"] for index in claim["quantities"]]
        assert "Marseille" in places
        assert numbers == [40]
        assert claim["chain"][-1] == "The Paper"
        assert claim["statement"] == ["2024-10-18", "2024-10-18"]
        (attribution,) = found["attributions"]
        assert [TEXT[start:end] for start, end in attribution["cue"]] == ["said"]
        assert attribution["direct"] is False

    def test_what_is_unknown_is_null_and_what_is_not_there_an_empty_list(
        self, commands: Commands
    ) -> None:
        found, empty = commands.annotate(
            {"id": 1, "text": "It rained in Qwxzyville."}, {"id": "e", "text": ""}
        )
        assert found["id"] == 1
        assert all(claim["event"] == [None, None] for claim in found["claims"])
        for one in found["toponyms"]:
            assert (one["lat"], one["lon"], one["geonameid"]) == (None, None, None)
        assert empty == {
            "id": "e",
            "toponyms": [],
            "attributions": [],
            "timexes": [],
            "quantities": [],
            "claims": [],
            "relations": [],
        }

    def test_a_broken_line_is_told_with_its_number_and_the_rest_goes_on(
        self, commands: Commands
    ) -> None:
        good = json.dumps({"id": "good", "text": "Rain."}).encode()
        lines = [b"{", good, b"", b'{"id": "no text"}', b'{"id":1,"text":"\xff"}', good]
        done = commands.run("annotate", given=b"\n".join(lines))
        assert done.returncode == 1
        assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["good"] * 2
        told = done.stderr.decode().splitlines()
        assert [line.split(":")[1] for line in told] == [" line 1", " line 4", " line 5"]

    def test_another_language_is_told_with_the_documents_id_and_read_all_the_same(
        self, commands: Commands
    ) -> None:
        lines = [{"id": "en", "text": TEXT}, {"id": "zwei", "text": GERMAN}]
        given = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
        done = commands.run("annotate", given=given)
        assert done.returncode == 0
        (told,) = done.stderr.decode().splitlines()
        assert told.startswith("claimmap: line 2 (id 'zwei'): English is expected")
        assert "German" in told
        placed = [one["surface"] for one in json.loads(done.stdout.splitlines()[1])["toponyms"]]
        assert "Berlin" in placed

    def test_documents_stream_through_in_order(self, commands: Commands) -> None:
        program = commands.start("annotate")
        assert program.stdin is not None
        assert program.stdout is not None
        for number in range(3):
            program.stdin.write(json.dumps({"id": number, "text": "Rain."}).encode() + b"\n")
            program.stdin.flush()
            assert json.loads(program.stdout.readline())["id"] == number
        assert program.communicate() == (b"", b"")
        assert program.returncode == 0

    def test_memory_does_not_grow_with_the_number_of_documents(self, commands: Commands) -> None:
        program = commands.start("annotate")
        assert program.stdin is not None
        assert program.stdout is not None
        sizes = []
        padding = "x" * 1_000_000
        for number in range(60):
            line = json.dumps({"id": number, "text": "Rain.", "note": padding})
            program.stdin.write(line.encode() + b"\n")
            program.stdin.flush()
            program.stdout.readline()
            sizes.append(_resident_bytes(program.pid))
        program.communicate()
        assert sizes[-1] - sizes[5] < 20_000_000

    def test_a_line_without_end_is_refused_without_being_held(self, commands: Commands) -> None:
        endless = b'{"id":1,"text":"' + b"x" * 105_000_000 + b'"}\n'
        done = commands.run("annotate", given=endless + b'{"id":2,"text":""}\n')
        assert done.returncode == 1
        assert b"line 1: the line is longer than" in done.stderr
        assert json.loads(done.stdout)["id"] == 2

    def test_given_spans_are_placed_as_they_are(self, commands: Commands) -> None:
        spans = [{"start": 69, "end": 78}, {"start": 13, "end": 17, "surface": "Lyon"}]
        found, without = commands.annotate(
            LINE | {"toponyms": spans}, LINE, options=["--resolve-only"]
        )
        assert without == {"id": "x", "toponyms": []}
        assert list(found) == ["id", "toponyms"]
        assert [one["surface"] for one in found["toponyms"]] == ["Marseille", "Lyon"]
        assert [one["geonameid"] for one in found["toponyms"]] == [2995469, 2996944]

    def test_whoever_reads_may_stop_reading(self, commands: Commands) -> None:
        program = commands.start("annotate")
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        program.stdin.write(b'{"id":1,"text":""}\n' * 3)
        program.stdin.close()
        assert program.stderr.read() == b""
        assert program.wait() == 1


class TestIngest:
    def test_what_became_of_each_report_is_told(self, commands: Commands, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(TEXT)
        (tmp_path / "b.txt").write_text("")
        (tmp_path / os.fsdecode(b"c\xff.txt")).write_text("Rain.")
        given = ["ingest", tmp_path, "--outlet", "The Paper", "--published", "2024-10-18"]
        done = commands.run(*given)
        assert done.returncode == 1
        assert done.stdout.decode().startswith("read a.txt: ")
        assert b"skipped b.txt: the report is empty" in done.stderr
        assert b"read c\\udcff.txt: " in done.stdout
        assert commands.run(*given).stdout.decode().startswith("unchanged a.txt: ")
        (row, *_) = _csv(commands.run("export", "--format", "csv").stdout)
        assert (row["outlet"], row["published"]) == ("The Paper", "2024-10-18")

    def test_the_report_of_an_import_says_what_became_of_each(
        self, commands: Commands, tmp_path: Path
    ) -> None:
        folder = tmp_path / "news"
        folder.mkdir()
        (folder / "a.txt").write_text(TEXT)
        (folder / "b.pdf").write_bytes(b"%PDF-1.7 broken")
        (folder / "c.zip").write_bytes(make_zip({"d.eml": make_mail(TEXT, Subject="Trucks")}))
        (folder / "e.csv").write_text(f"who,what\nThe Paper,{TEXT} Twice.\n")
        report = tmp_path / "report.json"
        columns = ("--column", "text=what", "--column", "outlet=who")
        done = commands.run("ingest", f"{folder}/*", *columns, "--report", report)
        assert done.returncode == 1
        rows = json.loads(report.read_bytes())
        assert [set(row) for row in rows] == [
            {"file", "status", "reason", "document", "claims"}
        ] * 4
        assert [Path(row["file"]).name for row in rows] == [
            "a.txt",
            "b.pdf",
            "d.eml",
            "e.csv, row 2",
        ]
        assert [row["status"] for row in rows] == ["read", "skipped", "read", "read"]
        assert "damaged" in rows[1]["reason"]
        assert rows[0]["claims"] == rows[2]["claims"] == 1
        dated = ("--published", "2024-10-18", "--report", report)
        again = commands.run("ingest", folder / "a.txt", *dated)
        assert again.returncode == 0
        (row,) = json.loads(report.read_bytes())
        assert (row["status"], row["document"]) == ("updated", rows[0]["document"])

    @pytest.mark.parametrize(
        "wrong",
        [["--report", "/no/such/folder/r.json"], ["--column", "size=x"], ["--url", "x"], []],
    )
    def test_a_call_that_makes_no_sense_is_told_so(
        self, capfd: pytest.CaptureFixture[str], wrong: list[str]
    ) -> None:
        arguments = ["ingest", *wrong, "seeds"] if wrong else ["ingest"]
        try:
            status = main(arguments)
        except SystemExit as ended:
            status = int(str(ended.code))
        assert status == 2
        assert capfd.readouterr().err

    def test_a_report_in_another_language_is_read_and_told(
        self, commands: Commands, tmp_path: Path
    ) -> None:
        (tmp_path / "d.txt").write_text(GERMAN)
        done = commands.run("ingest", tmp_path)
        assert (done.returncode, done.stdout[:10]) == (0, b"read d.txt")
        assert b"claimmap: d.txt: English is expected, and this seems to be German" in done.stderr

    @pytest.mark.parametrize(
        ("option", "value", "why"),
        [("--published", "2024-02-30", "YYYY-MM-DD"), ("--url", "javascript:1", "https://")],
    )
    def test_a_wrong_particular_is_refused_and_nothing_stored(
        self, commands: Commands, tmp_path: Path, option: str, value: str, why: str
    ) -> None:
        (tmp_path / "a.txt").write_text(TEXT)
        done = commands.run("ingest", tmp_path / "a.txt", option, value)
        assert done.returncode == 2
        assert why in done.stderr.decode()
        assert _csv(commands.run("export", "--format", "csv").stdout) == []

    def test_a_file_that_is_no_database_is_told_of(self, tmp_path: Path) -> None:
        (tmp_path / "claims.db").write_text("no database at all")
        done = Commands(tmp_path / "claims.db").run("ingest", "seeds")
        assert done.returncode == 1
        assert b"CLAIMMAP_DATABASE" in done.stderr
        assert b"Traceback" not in done.stderr


class TestExport:
    def test_the_screen_is_printed(self, filled: Commands, export: Export) -> None:
        options = ("--text", "containers")
        done = filled.run("export", "--format", "json", *options)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout == export("json", *options)

    def test_csv_is_one_row_a_claim_and_place(self, export: Export) -> None:
        rows = _csv(export("csv"))
        keys = [(row["claim"], row["place_id"], row["role"]) for row in rows]
        assert len(keys) == len(set(keys)) > 20
        assert {"Ussuriysk", "Vladivostok"} <= {row["place"] for row in rows}

    def test_each_place_tells_its_doubt(self, export: Export) -> None:
        for row in (row for row in _csv(export("csv")) if row["place"]):
            assert 0 < float(row["confidence"]) <= 1
            assert row["certainty"] in ("sure", "likely", "doubtful")
            assert row["precision"] in ("1", "2", "3", "4")
            assert float(row["radius_km"]) >= 0
            assert row["extent"]
            assert row["reason"]

    def test_geojson_is_one_feature_a_claim_and_place(self, export: Export) -> None:
        found = json.loads(export("geojson"))
        assert found["type"] == "FeatureCollection"
        rows = _csv(export("csv"))
        assert len(found["features"]) == len(rows)
        for feature, row in zip(found["features"], rows, strict=True):
            assert feature["properties"]["claim"] == row["claim"]
            placed = feature["geometry"] and feature["geometry"]["coordinates"]
            wanted = [float(row["longitude"]), float(row["latitude"])] if row["place_id"] else None
            assert placed == wanted

    def test_json_has_each_claim_once_and_what_was_left_out(self, export: Export) -> None:
        found = json.loads(export("json"))
        ids = [claim["id"] for claim in found["claims"]]
        assert len(ids) == len(set(ids)) == found["claimmap"]["counts"]["shown"]

    @pytest.mark.parametrize(
        ("options", "some", "holds"),
        [
            (["--source", "Kyrylo Budanov"], True, ("source", {"Kyrylo Budanov"})),
            (
                ["--source", "Kyrylo Budanov", "--source", "Valeriy Ryabykh"],
                True,
                ("source", {"Kyrylo Budanov", "Valeriy Ryabykh"}),
            ),
            (["--outlet", "BBC"], True, ("outlet", {"BBC"})),
            (["--outlet", "Nobody"], False, ("outlet", set())),
            (["--stance", "forecast"], True, ("stance", {"forecast"})),
            (["--text", "containers"], True, ("published", {"2024-10-18"})),
            (["--text", "containers nowhere"], False, ("published", set())),
            (["--from", "2024-11-01", "--to", "2024-11-01"], True, ("outlet", {"BBC"})),
            (["--from", "2090-01-01", "--basis", "statement"], False, ("outlet", set())),
            (["--from", "2024-10-19", "--basis", "published"], False, ("outlet", set())),
            (["--to", "2024-10-18", "--basis", "published"], True, ("outlet", {"BBC"})),
        ],
    )
    def test_each_filter_leaves_the_claims_it_names(
        self,
        export: Export,
        options: Sequence[str],
        some: bool,
        holds: tuple[str, set[str]],
    ) -> None:
        rows = _csv(export("csv", *options))
        assert bool(rows) is some
        column, values = holds
        assert {row[column] for row in rows} == values
        everything = _csv(export("csv"))
        assert len(rows) < len(everything) or values == {"BBC"}

    def test_a_place_is_given_by_name_or_number(self, export: Export) -> None:
        by_name = export("csv", "--place", "ussuriysk")
        row = next(row for row in _csv(by_name) if row["place"] == "Ussuriysk")
        number = row["place_id"]
        assert export("csv", "--place", number) == by_name
        claims = {row["claim"] for row in _csv(by_name)}
        there = {row["claim"] for row in _csv(by_name) if row["place"] == "Ussuriysk"}
        assert claims == there

    def test_a_place_without_claims_is_told_of(self, filled: Commands) -> None:
        done = filled.run("export", "--format", "json", "--place", "Atlantis")
        assert (done.returncode, done.stdout) == (1, b"")
        assert b"Atlantis" in done.stderr

    @pytest.mark.parametrize(
        "options", [["--from", "soon"], ["--stance", "maybe"], ["--basis", "x"], ["--format", "x"]]
    )
    def test_a_wrong_value_is_told_of(self, filled: Commands, options: Sequence[str]) -> None:
        done = filled.run("export", "--format", "csv", *options)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"usage:" in done.stderr

    def test_an_empty_store_gives_an_empty_export(self, commands: Commands) -> None:
        found = json.loads(commands.run("export", "--format", "geojson").stdout)
        assert found["features"] == []

    def test_hostile_text_is_exported_as_text(self, commands: Commands, tmp_path: Path) -> None:
        text = 'The mayor said "<script>alert(1)</script> ${x} `y` \\ \u2028 in Marseille".'
        (tmp_path / "a.txt").write_text(text)
        commands.run("ingest", tmp_path / "a.txt")
        rows = _csv(commands.run("export", "--format", "csv").stdout)
        assert "<script>alert(1)</script> ${x} `y` \\ \u2028" in rows[0]["sentence"]
        json.loads(commands.run("export", "--format", "geojson").stdout)


def test_help_names_the_commands(commands: Commands) -> None:
    done = commands.run("--help")
    assert done.returncode == 0
    assert all(name in done.stdout.decode() for name in ("annotate", "ingest", "export"))


def _csv(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode(), newline="")))


def _resident_bytes(process: int) -> int:
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
