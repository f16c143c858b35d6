"""The list of requests for the trust's liaison, as a plain PDF. It holds what `inspection.liaison` lets through and no more."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from wellled_desktop.inspection.liaison import LiaisonList, LiaisonRow
from wellled_desktop.inspection.read_models import InspectionDetail
from wellled_desktop.reports.blocks import Block, Column, Document, Heading, Table, TableRow, Words
from wellled_desktop.reports.fonts import Fonts
from wellled_desktop.reports.wording import count, long_date, sentence_case, short_date
from wellled_desktop.reports.writing import ReportFacts, write_document

_COLUMNS = (
    Column("No.", 0.08, "strong"),
    Column("Asked for", 0.38),
    Column("Asked of", 0.18),
    Column("Asked, due", 0.2),
    Column("State, age", 0.16),
)


def write_liaison_list(
    requests: LiaisonList,
    inspection: InspectionDetail,
    out: Path,
    fonts: Fonts,
    *,
    made_at: dt.datetime | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ReportFacts:
    """Writes the list. Raises as `write_document` does."""
    moment = made_at or dt.datetime.now(dt.UTC).astimezone()
    document = liaison_document(requests, inspection)
    return write_document(document, out, fonts, made_at=moment, progress=progress, cancelled=cancelled)


def liaison_document(requests: LiaisonList, inspection: InspectionDetail) -> Document:
    return Document(
        title=f"Requests to the trust, {inspection.trust_name}, {long_date(requests.day)}",
        author="WellLed Desktop",
        subject=f"Trust-wide well-led inspection of {inspection.trust_name} ({inspection.provider_code})",
        marking=inspection.marking,
        running_left=inspection.trust_name,
        running_right=long_date(requests.day),
        running_foot="Requests to the trust",
        running_record="For the trust's liaison",
        blocks=tuple(_blocks(requests)),
    )


def _blocks(requests: LiaisonList) -> Iterator[Block]:
    yield Heading("Requests to the trust", "requests", aside=count(len(requests.rows), "request"))
    if not requests.rows:
        yield Words(f"Nothing had been asked of the trust by {long_date(requests.day)}.")
        return
    yield Words(
        f"What the inspection team has asked for, as it stood on {long_date(requests.day)}: what is still expected first, the "
        "longest waiting on top. Please give the number (R-001) with whatever is sent. Ages are in calendar days.",
        introduces=True,
    )
    yield Table(_COLUMNS, tuple(map(_row, requests.rows)))


def _row(row: LiaisonRow) -> TableRow:
    asked = short_date(row.asked)
    due = f"{asked}\nDue {short_date(row.due)}" if row.due else asked
    return TableRow((row.ref, row.asked_for, row.asked_of, due, f"{sentence_case(row.state)}\n{row.age}"), ref=row.ref)
