"""The tables of a day report: sessions, key evidence and its entries, open requests, open claims."""

from collections.abc import Iterator

from wellled_desktop.framework.pack import Pack, node_texts
from wellled_desktop.inspection.read_models import DayReport, EvidenceEntry, EvidenceItemState, NoteLine, Session
from wellled_desktop.reports.blocks import Block, Column, Heading, SmallHeading, Table, TableRow, Words
from wellled_desktop.reports.day_forms import heads_of
from wellled_desktop.reports.day_lines import DayLines, late_notes, line_anchor, marks, parents
from wellled_desktop.reports.follow_up_tables import FollowUpTables
from wellled_desktop.reports.people import People
from wellled_desktop.reports.wording import (
    EVIDENCE_STATE,
    SESSION_KIND,
    clock,
    count,
    in_zone,
    sentence_case,
    short_date,
    source_kind,
)

_SESSIONS = (
    Column("Session", 0.09, "strong"),
    Column("Time", 0.12),
    Column("What and who", 0.33),
    Column("Place", 0.16),
    Column("Inspectors", 0.23),
    Column("Lines", 0.07),
)
_GATHERED = (
    Column("Item", 0.11, "strong"),
    Column("Key evidence", 0.37),
    Column("When, by whom", 0.22),
    Column("Evidence entries and reason", 0.30),
)
_STATES = (
    Column("Item", 0.11, "strong"),
    Column("Key evidence", 0.29),
    Column("State", 0.13),
    Column("When, by whom", 0.22),
    Column("Reason", 0.25),
)
_ENTRIES = (
    Column("Entry", 0.10, "strong"),
    Column("What was gathered", 0.32),
    Column("Kind and source", 0.22),
    Column("Linked to", 0.14),
    Column("Recorded", 0.22),
)
_REQUESTS = (
    Column("Item", 0.11, "strong"),
    Column("Key evidence", 0.40),
    Column("Asked for", 0.22),
    Column("Reason or remark", 0.27),
)
_CLAIMS = (
    Column("Line", 0.13, "strong"),
    Column("Claim", 0.41),
    Column("By whom, when", 0.29),
    Column("Linked to", 0.10),
    Column("Page", 0.07, "page"),
)
_EXCERPT = 90


def shown_sessions(report: DayReport) -> tuple[Session, ...]:
    """With an inspector chosen: the sessions this inspector led, took notes in, or wrote lines of that day."""
    if report.author is None:
        return report.sessions
    wrote = {line.session_id for line in report.lines}
    return tuple(one for one in report.sessions if one.id in wrote or report.author in (one.lead, one.note_taker))


class DayTables:
    """The tables of one report; `people` name roles, `lines` word a claim as its line is worded."""

    def __init__(self, report: DayReport, pack: Pack, people: People, lines: DayLines) -> None:
        self._report = report
        self._people = people
        self._lines = lines
        self.follow_up = FollowUpTables(report, lines)
        self._heads = {one.session_id: heads_of(one) for one in report.notes}
        self._texts = node_texts(pack)
        self._parents = parents(pack)
        self._order = {node: number for number, node in enumerate(self._texts)}

    def sessions(self) -> Iterator[Block]:
        sessions = shown_sessions(self._report)
        yield Heading("Sessions", "sessions", aside=count(len(sessions), "session"))
        if not sessions:
            yield Words("No session of this day is in the record.")
            return
        yield Table(_SESSIONS, tuple(map(self._session, sessions)))

    def evidence(self) -> Iterator[Block]:
        states = sorted(self._report.evidence_states, key=self._place)
        gathered = [one for one in states if one.state == "gathered"]
        other = [one for one in states if one.state != "gathered"]
        yield Heading("Key evidence gathered", "evidence", aside=count(len(gathered), "item"))
        if gathered:
            yield Table(_GATHERED, tuple(map(self._gathered, gathered)))
        else:
            yield Words("No key-evidence item was marked as gathered on this day.")
        if other:
            yield SmallHeading("Other states set on this day")
            yield Table(_STATES, tuple(map(self._state, other)))
        entries = self._report.evidence_entries
        if entries:
            yield SmallHeading("Evidence entries recorded on this day")
            yield Table(_ENTRIES, tuple(map(self._entry, entries)))
        if self._report.linked_entries:
            yield SmallHeading("Other evidence entries on the items above")
            yield Table(_ENTRIES, tuple(map(self._entry, self._report.linked_entries)))

    def requests(self) -> Iterator[Block]:
        requested = sorted(self._report.requested, key=self._place)
        still_open = sum(one.is_open for one in self._report.requests) + len(requested)
        yield Heading("Open requests", "requests", aside=count(still_open, "item"))
        yield from self.follow_up.requests()
        if requested:
            numbered = " and not numbered as a request" if self._report.requests else ""
            yield Words(
                f"Key evidence asked of the trust up to this day, by any inspector, and not there yet{numbered}.",
                quiet=True,
            )
            yield Table(_REQUESTS, tuple(map(self._request, requested)))
        elif not self._report.requests:
            yield Words("Nothing asked of the trust is outstanding.")

    def claims(self) -> Iterator[Block]:
        claims = self._report.open_claims
        yield Heading("Open claims", "claims", aside=count(len(claims), "claim"))
        if claims:
            yield Words(
                "Said or written up to this day, by any inspector, and still to be proved. A claim with a page number is "
                "printed in full there; the others are in full here.",
                quiet=True,
            )
            printed = {line.id for line in self._report.lines}
            yield Table(_CLAIMS, tuple(self._claim(line, line.id in printed) for line in claims))
        else:
            yield Words("No claim is open.")

    def _session(self, session: Session) -> TableRow:
        here = sum(line.session_id == session.id for line in self._report.lines)
        title = f"{SESSION_KIND[session.kind]}: {session.title}" if session.title else SESSION_KIND[session.kind]
        roles = self._people.in_session(session)
        return TableRow(
            cells=(
                session.ref,
                self._times(session),
                "\n".join(filter(None, (title, roles, self._heads.get(session.id, "")))),
                session.place,
                _inspectors(session),
                f"{here}" if here == session.written else f"{here} of {session.written}",
            ),
            ref=session.ref,
            anchor=f"session-{session.number}",
            outline=f"{session.ref} {title}, {roles.replace(chr(10), ', ')}",
        )

    def _times(self, session: Session) -> str:
        if session.started_at is not None:
            begun = clock(in_zone(session.started_at, self._report.zone_minutes))
            if session.ended_at is None:
                return f"{begun}, {session.state}"
            times = f"{begun}\u2013{clock(in_zone(session.ended_at, self._report.zone_minutes))}"
            marks = ("from handwritten notes" if session.from_handwritten_notes else "", _signed_off(session))
            return "\n".join(filter(None, (times, *marks)))
        if session.planned_start is None:
            return "Not begun"
        planned = clock(in_zone(session.planned_start, self._report.zone_minutes))
        return f"Planned {planned}\n({count(session.planned_minutes, 'minute')})"

    def _gathered(self, state: EvidenceItemState) -> TableRow:
        entries = (*self._report.evidence_entries, *self._report.linked_entries)
        linked = [f"{one.ref} {one.title}" for one in entries if state.node in one.nodes]
        reason = f"Reason: {state.reason}" if state.reason else ""
        cells = (state.node, self._text(state), self._set(state), "\n".join(filter(None, (*linked, reason))))
        return TableRow(cells, ref=state.node)

    def _state(self, state: EvidenceItemState) -> TableRow:
        name = EVIDENCE_STATE[state.state]
        return TableRow((state.node, self._text(state), name, self._set(state), state.reason or ""), ref=state.node)

    def _request(self, state: EvidenceItemState) -> TableRow:
        when = f"{short_date(state.day)}\nby {state.author}"
        return TableRow((state.node, self._text(state), when, state.reason or ""), ref=state.node)

    def _entry(self, entry: EvidenceEntry) -> TableRow:
        dated = f"Dated {short_date(entry.dated)}" if entry.dated else ""
        source = [source_kind(entry.source_kind), f"From {entry.owner}" if entry.owner else "", dated]
        recorded = clock(in_zone(entry.recorded_at, self._report.zone_minutes))
        when = recorded if entry.day == self._report.day else short_date(entry.day)
        return TableRow(
            cells=(
                entry.ref,
                f"{entry.title}\n{entry.remarks}".strip(),
                "\n".join(filter(None, source)),
                ", ".join(entry.nodes),
                f"{when}\nby {entry.author}",
            ),
            ref=entry.ref,
        )

    def _claim(self, line: NoteLine, printed: bool) -> TableRow:
        by = f"{self._lines.said(line)}\n{short_date(line.day)}, {clock(line.local_time)}\nnoted by {line.author}"
        other_marks = [mark for mark in marks(line) if not mark.startswith("Claim")]
        text = _excerpt(line.text) if printed else line.text
        cells = (
            line.ref,
            "\n".join((text, *other_marks, *late_notes(line))),
            by,
            ", ".join(line.tags) or "\u2013",
            line_anchor(line) if printed else "",
        )
        return TableRow(cells, ref=line.ref)

    def _set(self, state: EvidenceItemState) -> str:
        return f"{clock(in_zone(state.set_at, self._report.zone_minutes))}\nby {state.author}"

    def _text(self, state: EvidenceItemState) -> str:
        text, parent = self._texts.get(state.node, ""), self._parents.get(state.node)
        return sentence_case(f"{parent}: {text}" if parent else text)

    def _place(self, state: EvidenceItemState) -> int:
        return self._order.get(state.node, len(self._order))


def _signed_off(session: Session) -> str:
    return "signed off" if session.signed_off_at else ""


def _inspectors(session: Session) -> str:
    if session.lead and session.lead == session.note_taker:
        return f"Lead and notes: {session.lead}"
    lead = f"Lead: {session.lead}" if session.lead else ""
    return "\n".join(filter(None, (lead, f"Notes: {session.note_taker}" if session.note_taker else "")))


def _excerpt(text: str) -> str:
    """The beginning of a text that is printed in full elsewhere, cut between words and marked as cut."""
    flat = " ".join(text.split())
    if len(flat) <= _EXCERPT:
        return flat
    return f"{flat[:_EXCERPT].rsplit(' ', 1)[0]} \u2026"
