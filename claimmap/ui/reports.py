"""The Reports page: read a report, list them, open one with all that was found in it marked."""

from __future__ import annotations

import streamlit as st

from claimmap.model import Extraction, Provenance
from claimmap.reading import language_notice
from claimmap.relate.copies import tell_copy
from claimmap.store import Copy, DocumentRow
from claimmap.ui.anew import offer_search, search_again, tell_search
from claimmap.ui.components import CopyRow, OpenReport, ReportLink, show_report, show_reports
from claimmap.ui.particulars import ask_missing
from claimmap.ui.screen import Screen, open_report
from claimmap.ui.toponyms import ask_about, is_asked, show_toponyms
from claimmap.ui.widgets import choose_page, escape_markdown, plural
from claimmap.view.dates import show_day
from claimmap.view.evidence import report_link, safe_link
from claimmap.view.filters import filter_query
from claimmap.view.reports import describe_provenance, find_marks, runs_data, split_runs

PAGE = 50
_COPIES = 8
"""How many reports of the same words are told of, the most alike."""

_UNKNOWN = "not known"


def show_list(screen: Screen) -> None:
    """The stored reports, each a link to its marked text."""
    reports = screen.store.count_documents()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.header(plural(reports, "report"), anchor=False)
        offer_search(screen, reports)
    page = screen.store.documents(choose_page("page_of_reports", reports, PAGE), PAGE)
    copies = screen.store.copies([report.id for report in page])
    rows = [_report_row(screen, report, copy=report.id in copies) for report in page]
    opened = show_reports("reports", rows)
    if opened:
        open_report(opened["document"])


def show_opened(screen: Screen, document: str, claim: str) -> None:
    """One report's text with its findings marked, and the claim of the link scrolled to."""
    extraction = screen.store.extraction(document)
    with st.container(horizontal=True):
        st.button("All reports", icon=":material/arrow_back:", on_click=close_report)
        if extraction:
            search_again(screen, extraction.document, len(extraction.claims))
    if extraction is None:
        st.warning("This report is not in the store any more. Choose one from the list.")
        return
    tell_search(extraction.document)
    if notice := language_notice(extraction.document.language):
        st.warning(escape_markdown(notice))
    if _choose_view(document) == "places":
        show_toponyms(extraction)
        return
    if extraction.document.whole:
        ask_missing(screen, extraction.document)
    data = report_data(screen, extraction, claim)
    chosen, name, other = show_report(f"report {document}", data)
    if other:
        open_report(other)
    if chosen:
        st.query_params["claim"] = chosen
    if name is not None:
        ask_about(document, name)
        st.rerun()


def close_report() -> None:
    """Take the opened report out of the link."""
    for key in ("document", "claim"):
        st.query_params.pop(key, None)


def _choose_view(document: str) -> str | None:
    words = {"text": "Text", "places": "Places"}
    if is_asked(document):
        st.session_state["report_view"] = "places"
    view: str | None = st.segmented_control(
        "Show",
        list(words),
        default="text",
        required=True,
        format_func=lambda view: words[view],
        key="report_view",
        label_visibility="collapsed",
    )
    return view


def report_data(screen: Screen, extraction: Extraction, claim: str) -> OpenReport:
    """What the report's component shows, as plain values."""
    document = extraction.document
    text = document.text
    rows = [screen.tell(one, document, one.sentence.of(text)) for one in extraction.claims]
    copies = screen.store.copies([document.id]).get(document.id, ())
    return {
        "report": {
            "id": document.id,
            "title": document.title or "Untitled report",
            "facts": _facts(extraction),
            "copies": [_copy_row(screen, copy) for copy in copies[:_COPIES]],
            "more": f"and {len(copies) - _COPIES:,} more" if len(copies) > _COPIES else "",
        },
        "runs": runs_data(split_runs(document.text, list(find_marks(extraction)))),
        "claims": {row["id"]: row for row in rows},
        "chosen": claim,
    }


def _facts(extraction: Extraction) -> list[list[str]]:
    """Label, words, how it is known, link: one for each thing that is known of a report."""
    document = extraction.document
    known = {origin.field: origin for origin in document.provenance}
    published = show_day(document.published)
    fields = [
        ("outlet", "Outlet", document.outlet or _UNKNOWN, ""),
        ("published", "Published", published or _UNKNOWN, ""),
        ("title", "Title", document.title, ""),
        ("author", "Author", document.author, ""),
        ("url", "Address", document.url, safe_link(document.url)),
    ]
    return [
        [label, words, _how(known.get(field), words), link]
        for field, label, words, link in fields
        if words
    ]


def _copy_row(screen: Screen, copy: Copy) -> CopyRow:
    words = tell_copy(copy.title, copy.outlet, copy.share, copy.reverse)
    return {
        "document": copy.document,
        "words": words[:1].upper() + words[1:],
        "link": _link(screen, copy.document),
    }


def _how(known: Provenance | None, words: str) -> str:
    """How a field is known; nothing of one that is not."""
    return "" if words == _UNKNOWN else describe_provenance(known)


def _report_row(screen: Screen, report: DocumentRow, *, copy: bool) -> ReportLink:
    when = show_day(report.published) or "date not known"
    told = [report.outlet or "outlet not known", when, plural(report.claims, "claim")]
    return {
        "id": report.id,
        "title": report.title or "Untitled report",
        "note": " · ".join([*told, "near-duplicate"] if copy else told),
        "link": _link(screen, report.id),
    }


def _link(screen: Screen, document: str) -> str:
    query = filter_query(screen.filter)
    link = f"{screen.settings.base_path}/{report_link(document, '')}"
    return link + (query and f"&{query}")
