"""What a day report says, as a list of blocks, made from the read models alone. Nothing here knows of pages or fonts."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.commands import TeamMember
from wellled_desktop.inspection.read_models import DayReport, NoteLine
from wellled_desktop.inspection.words import LINE_TYPES
from wellled_desktop.reports.blocks import Block, Contents, Cover, Document, Facts, Heading, Line, SmallHeading, Words
from wellled_desktop.reports.day_forms import DayForms
from wellled_desktop.reports.day_lines import DayLines, link_lines, without_lines
from wellled_desktop.reports.day_tables import DayTables, shown_sessions
from wellled_desktop.reports.people import People
from wellled_desktop.reports.wording import (
    LINE_TYPE,
    TRUST_TYPE,
    count,
    date_and_time,
    days_from_to,
    in_zone,
    listed,
    long_date,
    sentence_case,
    short_date,
    zone,
)

SHOWN_OF_FRAMEWORK_HASH = 16
SHOWN_OF_HEAD_HASH = 12
EVERYBODY = "everybody on this laptop"


def day_content(report: DayReport, pack: Pack, *, made_at: dt.datetime, replaced: int = 0) -> Document:
    """The whole report. `made_at` is timezone-aware; `replaced` counts characters that its typeface cannot draw."""
    return DayContent(report, pack, made_at, replaced).document()


class DayContent:
    """The report's parts in their order; each method is one part."""

    def __init__(self, report: DayReport, pack: Pack, made_at: dt.datetime, replaced: int) -> None:
        self._report = report
        self._pack = pack
        self._made_at = made_at
        self._replaced = replaced
        self._people = People(pack, (*report.sessions, *report.claim_sessions), report.lines)
        self._lines = DayLines(pack, self._people, report.amended, report.retractions, sign=report.author is None)
        self._tables = DayTables(report, pack, self._people, self._lines)
        self._forms = DayForms(report, pack, self._people)

    def document(self) -> Document:
        report = self._report
        inspection, head = report.inspection, report.head
        day = long_date(report.day)
        return Document(
            title=f"Day report, {inspection.trust_name}, {day}",
            author=report.author or ", ".join(dict.fromkeys(line.author for line in report.lines)) or "WellLed Desktop",
            subject=f"Trust-wide well-led inspection of {inspection.trust_name} ({inspection.provider_code})",
            marking=inspection.marking,
            running_left=inspection.trust_name,
            running_right=day,
            running_foot=f"Day report, {report.author or EVERYBODY}",
            running_record=f"Journal entry {head.n:,} \u00b7 {head.hash[:SHOWN_OF_HEAD_HASH]}",
            blocks=tuple(self._blocks()),
        )

    def _blocks(self) -> Iterator[Block]:
        linked, unlinked = link_lines(self._pack, self._report.lines)
        notes = (*self._lines.kloes(self._pack, linked), *self._lines.not_linked(unlinked))
        yield self._cover()
        yield Contents("Contents", without_lines(self._pack, linked, short_date(self._report.day)))
        yield from self._tables.follow_up.concerns()
        yield from self._tables.sessions()
        yield from self._forms.blocks(shown_sessions(self._report))
        yield from notes
        yield from self._tables.evidence()
        yield from self._tables.requests()
        yield from self._tables.claims()
        yield from self._left_out(printed=sum(isinstance(block, Line) for block in notes))
        yield from self._record()

    def _cover(self) -> Cover:
        inspection = self._report.inspection
        return Cover(
            title="Day report",
            subject=inspection.trust_name,
            day=long_date(self._report.day),
            facts=tuple(self._facts()),
            counts=tuple(self._counts()),
            cautions=tuple(self._cautions()),
        )

    def _facts(self) -> Iterator[tuple[str, str]]:
        report, inspection = self._report, self._report.inspection
        yield "Trust", f"{inspection.trust_name} (provider code {inspection.provider_code})"
        types = ", ".join(TRUST_TYPE[kind] for kind in inspection.trust_types)
        yield ("Trust type" if len(inspection.trust_types) == 1 else "Trust types"), sentence_case(types)
        yield "Day", self._day_of_inspection()
        yield "Inspector", self._inspector()
        yield "Team", "; ".join(map(_member, inspection.team))
        digest = inspection.framework_sha256[:SHOWN_OF_FRAMEWORK_HASH]
        yield "Framework", f"{self._pack.title}, {inspection.framework_version}\nPinned as SHA-256 {digest}\u2026"
        made = self._made_at
        offset = round((made.utcoffset() or dt.timedelta()).total_seconds() / 60)
        yield "Made", f"{date_and_time(made)} ({zone(offset)}); times in the record are {zone(report.zone_minutes)}"
        written = date_and_time(in_zone(report.head.at, report.zone_minutes))
        yield "Complete to", f"Journal entry {report.head.n:,} of this laptop, written {written}"

    def _day_of_inspection(self) -> str:
        inspection, day = self._report.inspection, self._report.day
        dates = inspection.dates
        if day in dates:
            return f"{long_date(day)}, day {dates.index(day) + 1} of {inspection.days}"
        span = days_from_to(dates[0], dates[-1])
        return f"{long_date(day)}\nThis day is outside the inspection\u2019s days, {span}."

    def _inspector(self) -> str:
        return self._report.author or sentence_case(EVERYBODY)

    def _counts(self) -> Iterator[tuple[str, str]]:
        report = self._report
        standing = [line for line in report.lines if line.retracted_at is None]
        evidence = [line for line in standing if line.line_type != "inference"]
        gathered = sum(state.state == "gathered" for state in report.evidence_states)
        yield "Sessions", f"{len(shown_sessions(report)):,}"
        yield "Note lines", f"{len(report.lines):,}"
        yield "Claims", f"{sum(line.claim for line in evidence):,}"
        yield "Concerns", f"{sum(line.weight == 'concern' for line in evidence):,}"
        yield "Strengths", f"{sum(line.weight == 'strength' for line in evidence):,}"
        yield "Key evidence gathered", f"{gathered:,}"
        yield "Open requests", f"{len(report.requested) + sum(one.is_open for one in report.requests):,}"
        yield "Open claims", f"{len(report.open_claims):,}"

    def _cautions(self) -> Iterator[str]:
        people = self._people.single_holders(self._report)
        if people:
            which = "This role is" if len(people) == 1 else "These roles are each"
            yield (
                f"This report can identify people, although it prints no names. {which} held by one person at a trust, and "
                f"whoever knows the role knows the person: {listed(people)}."
            )
        inferences = sum(line.line_type == "inference" for line in self._report.lines)
        if inferences:
            are = "is an inspector\u2019s inference" if inferences == 1 else "are inspectors\u2019 inferences"
            yield (
                f"{count(inferences, 'line')} of the {len(self._report.lines):,} {are}, printed apart from the evidence and "
                "labelled."
            )
        yield (
            "These are notes as they were taken and linked on the day, not findings or judgements. What is not here was not "
            "necessarily left undone: the framework does not expect all questions to be asked on every inspection."
        )

    def _left_out(self, printed: int) -> Iterator[Block]:
        yield Heading("What is in this report, and what is not", "left-out")
        yield Facts(tuple(self._tally(printed)))
        yield SmallHeading("Left out, and why")
        for sentence in self._omissions():
            yield Words(sentence)

    def _tally(self, printed: int) -> Iterator[tuple[str, str]]:
        """What was written against what prints, so that nothing can be missing without being seen."""
        lines = self._report.lines
        yield "Note lines", f"{len(lines):,} written, {printed:,} printed{self._breakdown(lines)}"
        retracted = sum(line.retracted_at is not None for line in lines)
        yield "Retracted", f"{retracted:,} of them, printed as retracted with the reason"
        restored = {one.line_id for one in self._report.retractions} - {line.id for line in lines if line.retracted_at}
        yield "Restored", f"{len(restored):,} of them, retracted and put back, printed with both reasons"
        changed = len({version.line_id for version in self._report.amended})
        yield "Amended", f"{changed:,} of them, printed as they read now, with what stood before and the reason"
        late = sum(line.written_after_end_minutes is not None for line in lines)
        yield "Written later", f"{late:,} of them, labelled with how long after the session"
        against = sum(line.points_other_way for line in lines)
        yield "The other way", f"{against:,} of them, labelled as pointing the other way"
        entries = len(self._report.evidence_entries)
        yield "Evidence entries", f"{entries:,} recorded, {entries:,} printed"
        states = len(self._report.evidence_states)
        yield "Key evidence", f"{count(states, 'state')} set on this day and standing, {states:,} printed"

    def _breakdown(self, lines: tuple[NoteLine, ...]) -> str:
        kinds = Counter(line.line_type for line in lines)
        parts = [f"{LINE_TYPE[kind].lower()} {kinds[kind]:,}" for kind in LINE_TYPES if kinds[kind]]
        return f" ({', '.join(parts)})" if parts else ""

    def _omissions(self) -> Iterator[str]:
        report = self._report
        names = sum(one.has_name for session in shown_sessions(report) for one in session.participants)
        if names:
            yield f"The names of {count(names, 'participant')}: a session is coded by role, and names stay in the record."
        hidden = len(report.sessions) - len(shown_sessions(report))
        if hidden:
            were = "session of the day that" if hidden == 1 else "sessions of the day that"
            yield f"{hidden:,} {were} {report.author} neither led, took notes in nor wrote in."
        if report.author is not None:
            yield f"What other inspectors wrote or recorded on this day: this is the report of {report.author}."
        if report.drafts:
            yield f"{count(report.drafts, 'draft')} not yet committed as a line: a draft is not part of the record."
        if report.changed_elsewhere:
            changed = count(report.changed_elsewhere, "line")
            yield (
                f"{changed} of other days or inspectors, amended, retracted or restored on this day: the report of that day "
                "shows it."
            )
        if report.replaced_states:
            states = count(report.replaced_states, "state")
            yield f"{states} set on key evidence on this day and set again since: the journal keeps each."
        yield "Corrections made within ten minutes of writing a line: the journal keeps them."
        if self._replaced:
            yield (
                f"The shapes of {count(self._replaced, 'character')} that this report\u2019s typeface does not have: each "
                "is printed as its Unicode number, as in [U+1F600]. The record keeps them as typed."
            )

    def _record(self) -> Iterator[Block]:
        head = self._report.head
        yield Heading("The record behind this report", "record")
        yield Words(
            "Every change to the record is an entry in a journal on the laptop, and each entry carries the SHA-256 of the one "
            "before it. The hash below therefore fixes everything that was recorded up to that entry: if any of it is changed "
            "later, it no longer fits.",
            introduces=True,
        )
        yield Facts(
            (
                ("Laptop", head.device),
                ("Entry", f"{head.n:,}"),
                ("Written", f"{date_and_time(in_zone(head.at, 0))} UTC"),
                ("SHA-256", head.hash),
                ("Inspection", self._report.inspection.id),
                ("Framework", self._report.inspection.framework_sha256),
            )
        )


def _member(member: TeamMember) -> str:
    """A short name stays on one row."""
    name = member.name.replace(" ", "\u00a0") if len(member.name) < 30 else member.name
    return f"{name}, {member.title}" if member.title else name
