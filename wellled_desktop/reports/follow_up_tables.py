"""The tables of a day report that say what follows: immediate concerns with their log, and what was asked of the trust."""

from collections.abc import Iterator

from wellled_desktop.inspection.read_models import DayReport, ImmediateConcern, Request, Telling
from wellled_desktop.reports.blocks import Block, Column, Heading, Table, TableRow, Words
from wellled_desktop.reports.day_lines import DayLines, late_notes
from wellled_desktop.reports.wording import clock, count, date_and_time, in_zone, sentence_case, short_date

_CONCERNS = (
    Column("Line", 0.11, "strong"),
    Column("Immediate concern", 0.35),
    Column("By whom, when", 0.22),
    Column("Who was told, when, and their reply", 0.32),
)
_REQUESTS = (
    Column("No.", 0.08, "strong"),
    Column("Asked for", 0.36),
    Column("Of whom, for what", 0.22),
    Column("Made", 0.18),
    Column("State", 0.16),
)
REQUEST_STATE = {
    "open": "Open",
    "received": "Received",
    "partial": "Received in part",
    "withdrawn": "Withdrawn",
}


class FollowUpTables:
    def __init__(self, report: DayReport, lines: DayLines) -> None:
        self._report = report
        self._lines = lines

    def concerns(self) -> Iterator[Block]:
        """Nothing at all where there is none: an empty heading would read as a finding."""
        concerns = self._report.concerns
        if concerns:
            yield Heading("Immediate concerns", "concerns", aside=count(len(concerns), "concern"))
            yield Words(
                "Lines pinned up to this day, by any inspector, because somebody at the trust had to be told at once.",
                quiet=True,
            )
            yield Table(_CONCERNS, tuple(map(self._concern, concerns)))

    def requests(self) -> Iterator[Block]:
        if self._report.requests:
            yield Words(
                "Asked of the trust up to this day, by any inspector, and not there yet; and what was made or answered on it.",
                quiet=True,
            )
            yield Table(_REQUESTS, tuple(map(self._request, self._report.requests)))

    def _concern(self, concern: ImmediateConcern) -> TableRow:
        line = concern.line
        by = f"{self._lines.said(line)}\n{short_date(line.day)}, {clock(line.local_time)}\npinned by {concern.author}"
        text = f"Retracted: {line.text}" if line.retracted_at else line.text
        told = "\n".join(map(self._told, concern.tellings)) or "Nobody is recorded as told yet."
        return TableRow((line.ref, "\n".join((text, *late_notes(line))), by, told))

    def _told(self, telling: Telling) -> str:
        when = date_and_time(in_zone(telling.told_at, self._report.zone_minutes))
        said = f"{sentence_case(telling.told)}, {when}, by {telling.author}."
        return f"{said} Reply: {telling.reply}" if telling.reply else f"{said} No reply recorded."

    def _request(self, request: Request) -> TableRow:
        whom = f"Of {request.asked_of}" if request.asked_of else ""
        of_what = ", ".join(filter(None, (request.node, request.line_ref)))
        made = f"{short_date(request.day)}\nby {request.author}"
        due = f"\nDue {short_date(request.due)}" if request.due else ""
        state = REQUEST_STATE[request.state]
        if request.state != "open":
            state += f"\n{short_date(in_zone(request.state_at, self._report.zone_minutes).date())}"
        cells = (
            request.ref,
            request.asked_for,
            "\n".join(filter(None, (whom, f"For {of_what}" if of_what else ""))),
            made + due,
            f"{state}\n{request.state_reason}" if request.state_reason else state,
        )
        return TableRow(cells, ref=request.ref)
