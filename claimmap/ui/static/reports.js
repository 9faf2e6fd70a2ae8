/* The list of reports, each a link. */
export default function ({ data, parentElement, setTriggerValue }) {
  rootOf(parentElement).replaceChildren(make("ul", "", data.reports.map((report) =>
    make("li", "report",
      insideLink(report.link, report.title, "title", () =>
        setTriggerValue("open", { document: report.id })),
      make("p", "note", report.note)))));
}
