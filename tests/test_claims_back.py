"""Exports into a store: what went out comes back the same, and never in place of more."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from claimmap.geocode.gazetteer import Gazetteer
from claimmap.ingest import Extractor, Outcome, ingest
from claimmap.model import Extraction, Filter, SourceEdit
from claimmap.reading import File, find_files, read_files
from claimmap.store import Store
from claimmap.view.exports import Format, export
from claimmap.view.filters import Counts
from claimmap.view.records import file_rows
from claimmap.view.snapshots import read_snapshot
from tests.bench.made_up.reports import make_reports
from tests.bench.made_up.world import make_world
from tests.gold.loading import read_gold

ROOT = Path(__file__).resolve().parents[1]
FORMS: tuple[Format, ...] = ("csv", "geojson")
COUNTS = Counts(total=0, shown=0, unplaced=0, undated=0, hidden=0)


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """A store to export from, and an empty one."""
    one, other = (Store(f"sqlite:///{tmp_path / name}.db") for name in ("one", "other"))
    yield one, other
    one.close()
    other.close()


@pytest.fixture(scope="module")
def seed(extractor: Extractor) -> list[Extraction]:
    items = read_files(find_files([ROOT / "seeds"]))
    return [extractor.extract(item.document) for item in items if item.document]


@pytest.fixture(scope="module")
def gold(extractor: Extractor) -> list[Extraction]:
    return [extractor.extract(one.document) for one in read_gold()]


@pytest.fixture(scope="module")
def made_up(gazetteer: Gazetteer) -> list[Extraction]:
    rng = random.Random(3)
    return list(make_reports(rng, make_world(rng, gazetteer), 300))


def exported(store: Store, form: Format) -> str:
    snapshot = read_snapshot(store).snapshot
    found = store.each_claim(map(int, snapshot.columns.number))
    rows = file_rows(found, snapshot.names, snapshot.columns.grades)
    return "".join(export(form, rows, Filter(), COUNTS))


def import_into(
    store: Store, extractor: Extractor, text: str, name: str = "x.csv"
) -> list[Outcome]:
    raw = text.encode()
    file = File(name, partial(bytes, raw))
    return list(ingest(read_files([file]), extractor, store))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("reports", ["seed", "gold", "made_up"])
def test_an_export_comes_back_byte_for_byte(
    stores: tuple[Store, Store],
    extractor: Extractor,
    form: Format,
    reports: str,
    request: pytest.FixtureRequest,
) -> None:
    one, other = stores
    one.save_all(request.getfixturevalue(reports))
    text = exported(one, form)
    outcomes = import_into(other, extractor, text, f"x.{form}")
    assert {outcome.status for outcome in outcomes} == {"read"}
    assert exported(other, form) == text
    again = import_into(other, extractor, text, f"x.{form}")
    assert {outcome.status for outcome in again} == {"unchanged"}
    beside = import_into(one, extractor, text, f"x.{form}")
    assert {outcome.status for outcome in beside} == {"unchanged"}


def test_what_people_said_of_sources_comes_along(
    stores: tuple[Store, Store], extractor: Extractor, seed: list[Extraction]
) -> None:
    one, other = stores
    one.save_all(seed)
    names = sorted(read_snapshot(one).snapshot.names)[:3]
    now = datetime.now(UTC)
    one.edit_source(SourceEdit("merge", now, (names[1], names[2]), value=names[1]))
    one.edit_source(SourceEdit("grade", now, (names[0],), value="B"))
    text = exported(one, "csv")
    (outcome,) = import_into(other, extractor, text)
    assert f"{names[0]} is graded B" in outcome.notice
    assert exported(other, "csv") == text


def test_a_grade_that_people_gave_here_stays(
    stores: tuple[Store, Store], extractor: Extractor, seed: list[Extraction]
) -> None:
    one, other = stores
    one.save_all(seed)
    name = seed[0].claims[0].source.name
    now = datetime.now(UTC)
    one.edit_source(SourceEdit("grade", now, (name,), value="B"))
    other.edit_source(SourceEdit("grade", now, (name,), value="E"))
    import_into(other, extractor, exported(one, "csv"))
    assert [edit.value for edit in other.source_edits()] == ["E"]


def test_a_report_that_is_stored_whole_stays_whole(
    stores: tuple[Store, Store], extractor: Extractor, seed: list[Extraction]
) -> None:
    one, other = stores
    one.save_all(seed)
    other.save_all(seed)
    text = exported(one, "csv").replace(",asserted,", ",denied,", 1)
    (outcome,) = import_into(other, extractor, text)
    assert outcome.status == "skipped"
    assert "stored whole" in outcome.reason
    assert "the stance of" in outcome.reason
    assert other.extraction(seed[0].document.id) == seed[0]


def test_the_whole_report_takes_the_place_of_its_claims_alone(
    stores: tuple[Store, Store], extractor: Extractor, seed: list[Extraction]
) -> None:
    one, other = stores
    one.save_all(seed)
    import_into(other, extractor, exported(one, "csv"))
    poor = other.extraction(seed[0].document.id)
    assert poor
    assert not poor.document.whole
    (outcome,) = ingest(read_files(find_files([ROOT / "seeds"])), extractor, other)
    assert outcome.status == "updated"
    assert other.extraction(seed[0].document.id) == seed[0]


def test_two_files_of_one_report_are_put_together(
    stores: tuple[Store, Store], extractor: Extractor, made_up: list[Extraction]
) -> None:
    one, other = stores
    one.save(made_up[0])
    text = exported(one, "csv")
    header, *rows = text.splitlines(keepends=True)
    for some in (rows[:20], rows[20:]):
        import_into(other, extractor, "".join((header, *some)))
    assert exported(other, "csv") == text


def test_no_file_moves_a_place_that_is_known(
    stores: tuple[Store, Store], extractor: Extractor, gazetteer: Gazetteer
) -> None:
    _, store = stores
    paris = gazetteer.place(2988507)
    assert paris
    cells = "source,stance,chain,place,place_id,latitude,longitude,sentence,document,claim"
    row = "Ana,asserted,Ana,Paris,2988507,{},2.35,It rained.,{},{}\n"
    (moved,) = import_into(store, extractor, f"{cells}\n" + row.format(10.0, "d1", "c1"))
    assert moved.status == "read"
    assert "from Paris" in moved.notice
    assert not store.places()
    (same,) = import_into(store, extractor, f"{cells}\n" + row.format(48.85, "d2", "c2"))
    assert "the file has Paris" in same.notice
    assert store.places() == [paris]


def test_a_place_that_nobody_knows_is_as_the_file_gives_it(
    stores: tuple[Store, Store], extractor: Extractor
) -> None:
    _, store = stores
    cells = "source,stance,chain,place,place_id,latitude,longitude,sentence,document,claim"
    row = "Ana,asserted,Ana,Nowhere,2000000001,1.5,2.5,It rained.,d1,c1\n"
    import_into(store, extractor, f"{cells}\n{row}")
    (place,) = store.places()
    assert (place.id, place.name, place.latitude) == (2000000001, "Nowhere", 1.5)


def test_places_by_hand_are_looked_up_and_points_kept(
    stores: tuple[Store, Store], extractor: Extractor
) -> None:
    _, store = stores
    rows = (
        'It rained in Lagos.,Ana,"Lagos, Nigeria",,',
        "It rained.,Bea,Porto,41.15,-8.61",
        "It snowed.,Cleo,,-40.5,-130.25",
        "It blew.,Dora,Xyzzyqq,,",
    )
    outcomes = import_into(store, extractor, "text,source,place,lat,lon\n" + "\n".join(rows))
    assert [one.status for one in outcomes] == ["read"] * 4
    assert "“Xyzzyqq” is not known" in outcomes[3].notice
    found = {place.name: place for place in store.places()}
    assert found["Lagos"].country == "NG"
    assert found["Porto"].id == 2735943
    assert found["-40.5000, -130.2500"].longitude == -130.25


def test_no_file_takes_the_claims_of_another_report(
    stores: tuple[Store, Store], extractor: Extractor
) -> None:
    _, store = stores
    cells = "source,stance,sentence,document,claim\n"
    import_into(store, extractor, f"{cells}Ana,asserted,It rained.,d1,c1\n")
    (outcome,) = import_into(store, extractor, f"{cells}Bea,denied,It blew.,d2,c1\n")
    assert outcome.status == "skipped"
    assert "column “claim”" in outcome.reason
    assert [row.id for row in store.documents()] == ["d1"]
