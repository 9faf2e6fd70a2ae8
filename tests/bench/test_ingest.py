"""The import's benchmark reads what it says it reads, and tells what it measured."""

from __future__ import annotations

import spacy

from claimmap.extract.parsing import MODEL, Parser
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.ingest import Extractor
from claimmap.ingest.workers import ALONE
from tests.bench.ingest.__main__ import bounds, in_turns
from tests.bench.ingest.runs import Run, read_in
from tests.bench.ingest.texts import ARTICLE, Writer


def test_no_two_reports_are_alike_and_articles_are_as_long_as_is_said(
    gazetteer: Gazetteer,
) -> None:
    writer = Writer(gazetteer)
    assert len(set(writer.short(200))) == 200
    lengths = [len(text.split()) for text in writer.articles(20)]
    assert min(lengths) >= ARTICLE
    assert max(lengths) < ARTICLE + 150
    assert list(Writer(gazetteer).short(3)) == list(Writer(gazetteer).short(3))


def test_a_run_stores_every_report_and_counts_the_time_in_the_store(
    parser: Parser, gazetteer: Gazetteer
) -> None:
    texts = list(Writer(gazetteer).short(12))
    run = read_in(texts, Extractor(parser, gazetteer), ALONE)
    assert run.reports == 12
    assert run.claims >= 24
    assert 0 < run.in_store < run.seconds
    ours, theirs = in_turns(texts, Extractor(parser, gazetteer), spacy.load(MODEL))
    assert ours.reports == theirs.reports == 12
    assert ours.rate > 0
    assert theirs.rate > 0


def test_each_bound_is_judged_by_what_was_measured() -> None:
    one = Run(100, seconds=10.0, cpu=9.0, in_store=1.0)
    two = Run(100, seconds=6.0, cpu=11.0, steady=18.5, steady_cpu=10.0, memory=600_000_000)
    kept = Run(10_000, seconds=200.0, in_store=20.0)
    good = "".join(bounds(one, two, kept, 2))
    assert good.count("| yes |") == 3
    two.steady, two.memory, kept.in_store = 17.0, 800_000_000, 40.0
    assert "".join(bounds(one, two, kept, 2)).count("| no |") == 3
