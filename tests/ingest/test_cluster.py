"""Claims are found by a Dask cluster's workers; what happens to these happens to no report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import dask
import pytest

from claimmap.__main__ import main
from claimmap.ingest import Extractor, FinderError, Outcome, Workers, ingest
from claimmap.ingest.cluster import Cluster
from claimmap.ingest.connecting import unlike
from claimmap.ingest.tasks import encode_task, find_claims, read_answers
from claimmap.reading import Item, read_text
from claimmap.store import Store
from tests.ingest.clusters import DaskCluster, run_cluster
from tests.ingest.made import reports

# What a worker runs first: a text that says so kills it, as one may that takes too much memory.
DEADLY = """
import os, signal
from claimmap.ingest import tasks
def deadly(documents, extractor, answer=getattr(tasks, "unharmed", tasks._answer)):
    if any("deadly" in document.text for document in documents):
        os.kill(os.getpid(), signal.SIGKILL)
    return answer(documents, extractor)
tasks.unharmed, tasks._answer = deadly.__defaults__[0], deadly
"""


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[DaskCluster]:
    with run_cluster(tmp_path) as cluster:
        yield cluster


def test_every_report_ends_stored_once_though_a_worker_is_killed_in_the_middle(
    cluster: DaskCluster, extractor: Extractor, store: Store
) -> None:
    doomed, survivor = cluster.add_worker("--no-nanny"), cluster.add_worker("--no-nanny")
    outcomes: list[Outcome] = []
    for outcome in ingest(
        reports(500), extractor, store, workers=Workers(scheduler=cluster.address)
    ):
        outcomes.append(outcome)
        if len(outcomes) == 150:
            doomed.kill()
    assert doomed.wait() == -9
    assert survivor.poll() is None
    assert {one.status for one in outcomes} == {"read"}
    assert {one.name for one in outcomes} == {f"{i}.txt" for i in range(500)}
    assert len(outcomes) == store.count_documents() == 500
    assert sum(one.claims for one in outcomes) == len(list(store.search("trucks"))) + len(
        list(store.search("denied"))
    )
    behind = [one.progress for one in outcomes]
    assert behind == sorted(behind)
    assert behind[-1] == 1.0
    # What they found is what this process finds.
    one = store.extraction(outcomes[77].document)
    assert one is not None
    assert one == extractor.extract(one.document)


def test_a_report_that_kills_its_worker_is_skipped_and_stops_no_other(
    tmp_path: Path, extractor: Extractor, store: Store
) -> None:
    preload = tmp_path / "deadly.py"
    preload.write_text(DEADLY)
    items = [*reports(10), Item("deadly.txt", read_text("It is deadly in Lyon."), progress=1.0)]
    with run_cluster(tmp_path, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0") as cluster:
        cluster.add_worker("--preload", str(preload))
        workers = Workers(scheduler=cluster.address)
        outcomes = {one.name: one for one in ingest(items, extractor, store, workers=workers)}
    assert "broke down" in outcomes["deadly.txt"].reason
    assert outcomes.pop("deadly.txt").status == "skipped"
    assert {one.status for one in outcomes.values()} == {"read"}
    assert store.count_documents() == 10


def test_a_cluster_without_workers_or_that_is_gone_is_told(
    cluster: DaskCluster, extractor: Extractor
) -> None:
    (item,) = reports(1)
    assert item.document
    with dask.config.set({"distributed.comm.timeouts.connect": "2s"}):  # to try again, not 30
        waiting = Cluster(cluster.address, extractor.place_missing, patience=0.0)
    waiting.give(item.document)
    with pytest.raises(FinderError, match="has no workers"):
        waiting.take(wait=True)
    cluster.scheduler.kill()
    assert cluster.scheduler.wait() == -9
    with pytest.raises(FinderError, match="is gone"):
        waiting.take(wait=True)
    assert waiting.drop() == [item.document]
    waiting.close()


def test_a_worker_with_another_program_or_gazetteer_refuses_to_work() -> None:
    (item,) = reports(1)
    assert item.document
    found = read_answers(find_claims(encode_task([item.document]), "another fingerprint"))
    assert found.answers == []
    assert "another version" in found.trouble


def test_who_has_another_dask_is_named() -> None:
    def told(version: str) -> dict[str, object]:
        return {"packages": {"distributed": version}}

    found = {"client": told("2"), "scheduler": told("2"), "workers": {"tcp://a:1": told("2")}}
    assert unlike(found) == ""
    found["workers"] = {"tcp://a:1": told("1")}
    assert unlike(found) == "The worker tcp://a:1 runs Dask 1, and this process Dask 2"
    assert unlike(found | {"scheduler": told("3")}).startswith("The scheduler runs Dask 3")


def test_a_scheduler_that_is_none_makes_the_call_unusable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    report, told = tmp_path / "a.txt", tmp_path / "told.json"
    report.write_text("It rained in Lyon.")
    monkeypatch.setenv("CLAIMMAP_DATABASE", f"sqlite:///{tmp_path / 'claims.db'}")
    assert main(["ingest", str(report), "--scheduler", "nowhere", "--report", str(told)]) == 2
    assert "No Dask scheduler answers at nowhere" in capsys.readouterr().err
    assert told.read_text().strip() == "[]"
