"""The day report as a PDF: its content, checked to be complete, written as every report is."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.read_models import DayReport
from wellled_desktop.reports.blocks import Document, Line
from wellled_desktop.reports.day_content import day_content
from wellled_desktop.reports.errors import ReportCancelled, ReportError
from wellled_desktop.reports.fonts import Fonts
from wellled_desktop.reports.letters import Letters, typed_in
from wellled_desktop.reports.writing import FAILED_CHECK, ReportFacts, write_document
from wellled_desktop.vault.disk import Disk

__all__ = ["ReportCancelled", "ReportError", "ReportFacts", "write_day_report"]


def write_day_report(
    report: DayReport,
    pack: Pack,
    out: Path,
    fonts: Fonts,
    *,
    made_at: dt.datetime | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    disk: Disk | None = None,
) -> ReportFacts:
    """Writes the report to `out`, replacing what is there, and returns the facts of the file as read back from the disk.

    `made_at` is timezone-aware and printed on the cover; None means now. `progress` hears (done, total). Raises
    ReportCancelled soon after `cancelled` answers True, and ReportError; in both cases what was at `out` is there still.
    """
    moment = made_at or dt.datetime.now(dt.UTC).astimezone()
    letters = Letters(fonts.covers)
    document = day_content(report, pack, made_at=moment, replaced=letters.missing(typed_in(report)))
    _check_all_lines_are_in(document, report)
    return write_document(document, out, fonts, made_at=moment, progress=progress, cancelled=cancelled, disk=disk)


def _check_all_lines_are_in(document: Document, report: DayReport) -> None:
    """Every line written is in the report in full, once."""
    printed = Counter(block.ref for block in document.blocks if isinstance(block, Line))
    if printed != Counter(line.ref for line in report.lines):
        raise ReportError(FAILED_CHECK)
