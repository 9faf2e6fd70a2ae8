"""The Reports page: read a report, list them, open one with all that was found in it marked."""

from __future__ import annotations

import streamlit as st

from claimmap.model import Extraction, Provenance
from claimmap.reading import language_notice
from claimmap.store import DocumentRow
from claimmap.ui.components import OpenReport, ReportLink, show_report, show_reports
from claimmap.ui.particulars import ask_missing
from claimmap.ui.screen import Screen, open_report
from claimmap.ui.toponyms import ask_about, is_asked, show_toponyms
from claimmap.ui.widgets import choose_page, escape_markdown, plural
from claimmap.view.dates import show_day
from claimmap.view.evidence import report_link, safe_link
from claimmap.view.filters import filter_query
from claimmap.view.reports import describe_provenance, find_marks, runs_data, split_runs

PAGE = 50
_UNKNOWN = "not known"


def show_list(screen: Screen) -> None:
    """The stored reports, each a link to its marked text."""
    reports = screen.store.count_documents()
    st.header(plural(reports, "report"), anchor=False)
    page = screen.store.documents(choose_page("page_of_reports", reports, PAGE), PAGE)
    opened = show_reports("reports", [_report_row(screen, report) for report in page])
    if opened:
        open_report(opened["document"])


def show_opened(screen: Screen, document: str, claim: str) -> None:
    """One report's text with its findings marked, and the claim of the link scrolled to."""
    st.button("All reports", icon=":material/arrow_back:", on_click=close_report)
    extraction = screen.store.extraction(document)
    if extraction is None:
        st.warning("This report is not in the store any more. Choose one from the list.")
        return
    if notice := language_notice(extraction.document.language):
        st.warning(escape_markdown(notice))
    if _choose_view(document) == "places":
        show_toponyms(extraction)
        return
    ask_missing(screen, extraction.document)
    chosen, name = show_report(f"report {document}", report_data(screen, extraction, claim))
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
    return {
        "report": {
            "id": document.id,
            "title": document.title or "Untitled report",
            "facts": _facts(extraction),
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


def _how(known: Provenance | None, words: str) -> str:
    """How a field is known; nothing of one that is not."""
    return "" if words == _UNKNOWN else describe_provenance(known)


def _report_row(screen: Screen, report: DocumentRow) -> ReportLink:
    when = show_day(report.published) or "date not known"
    note = " · ".join([report.outlet or "outlet not known", when, plural(report.claims, "claim")])
    query = filter_query(screen.filter)
    link = f"{screen.settings.base_path}/{report_link(report.id, '')}"
    return {
        "id": report.id,
        "title": report.title or "Untitled report",
        "note": note,
        "link": link + (query and f"&{query}"),
    }
