"""Reports into the store: read, find what they claim, place it, save it.

One bad report never stops the rest, and a report is either wholly in the store or not at all.
Reading the same again changes nothing, so two sessions that read the same folder do no harm.
"""

from claimmap.ingest.extracting import Extractor, IngestError
from claimmap.ingest.finding import FinderError
from claimmap.ingest.outcomes import COLUMNS, STATUSES, Outcome, Status, report_csv, write_report
from claimmap.ingest.outcomes import outcome_rows as outcome_rows
from claimmap.ingest.pace import describe_pace
from claimmap.ingest.reading_in import ingest
from claimmap.ingest.stored import stored_items
from claimmap.ingest.workers import ALONE, Workers

__all__ = [
    "ALONE",
    "COLUMNS",
    "STATUSES",
    "Extractor",
    "FinderError",
    "IngestError",
    "Outcome",
    "Status",
    "Workers",
    "describe_pace",
    "ingest",
    "outcome_rows",
    "report_csv",
    "stored_items",
    "write_report",
]
