"""Question sheets for paper: each session of a day on pages of its own, its questions with why and room to write."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.read_models import Question, Session
from wellled_desktop.inspection.sheet import DaySheets
from wellled_desktop.reports.blocks import Block, Document, Facts, Heading, NewPage, SmallHeading, ToWrite, Words
from wellled_desktop.reports.fonts import Fonts
from wellled_desktop.reports.people import People
from wellled_desktop.reports.wording import SESSION_KIND, clock, count, long_date
from wellled_desktop.reports.writing import ReportFacts, write_document

_SHOWN_OF_HEAD_HASH = 12
_LINES = 3
_LINES_OF_ONES_OWN = 8


def write_question_sheets(
    sheets: DaySheets,
    pack: Pack,
    out: Path,
    fonts: Fonts,
    *,
    made_at: dt.datetime | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ReportFacts:
    """Writes the sheets of the day. Raises as `write_document` does."""
    moment = made_at or dt.datetime.now(dt.UTC).astimezone()
    return write_document(
        question_sheets(sheets, pack), out, fonts, made_at=moment, progress=progress, cancelled=cancelled
    )


def question_sheets(sheets: DaySheets, pack: Pack, zone: dt.tzinfo | None = None) -> Document:
    """Times are those of the wall in `zone` (None: this laptop's)."""
    people = People(pack, sheets.sessions)
    blocks: list[Block] = []
    for session in sheets.sessions:
        blocks += [NewPage()] if blocks else []
        blocks += _sheet(session, sheets.sheets.get(session.id, ()), people, zone)
    if not blocks:
        blocks.append(Words(f"No session is planned on {long_date(sheets.day)}."))
    inspection, head = sheets.inspection, sheets.head
    return Document(
        title=f"Question sheets, {inspection.trust_name}, {long_date(sheets.day)}",
        author="WellLed Desktop",
        subject=f"Trust-wide well-led inspection of {inspection.trust_name} ({inspection.provider_code})",
        marking=inspection.marking,
        running_left=inspection.trust_name,
        running_right=long_date(sheets.day),
        running_foot="Question sheets",
        running_record=f"Journal entry {head.n:,} \u00b7 {head.hash[:_SHOWN_OF_HEAD_HASH]}",
        blocks=tuple(blocks),
        running_section=True,
    )


def _sheet(
    session: Session, questions: tuple[Question, ...], people: People, zone: dt.tzinfo | None
) -> Iterator[Block]:
    roles = people.in_session(session)
    title = session.title or roles.replace("\n", ", ")
    standing = [question for question in questions if question.state != "dropped"]
    aside = count(len(standing), "question") if standing else ""
    yield Heading(f"{SESSION_KIND[session.kind]}: {title}", f"session-{session.number}", label=session.ref, aside=aside)
    yield Facts(tuple(_facts(session, roles, zone)))
    if not standing:
        yield Words("No question is on this sheet yet.", quiet=True)
    for number, question in enumerate(standing, start=1):
        yield _question(number, question)
    yield SmallHeading("Questions and notes of your own")
    yield ToWrite("", "", lines=_LINES_OF_ONES_OWN)


def _facts(session: Session, roles: str, zone: dt.tzinfo | None) -> Iterator[tuple[str, str]]:
    start = session.planned_start or session.started_at
    when = f"{clock(start.astimezone(zone))}, " if start else ""
    yield "Time", f"{when}{count(session.planned_minutes, 'minute')}"
    if session.place:
        yield "Place", session.place
    yield "Roles", roles
    team = (("Lead", session.lead), ("Notes", session.note_taker))
    named = "; ".join(f"{what}: {who}" for what, who in team if who)
    if named:
        yield "Team", named


def _question(number: int, question: Question) -> ToWrite:
    why = f"From the role card. {question.why}" if question.origin == "role card" else question.why
    ticks = (
        ("Asked", question.state in ("asked", "answered")),
        ("Answered", question.state == "answered"),
        ("Parked", question.state == "parked"),
    )
    label = f"{number}  {question.node}" if question.node else f"{number}"
    return ToWrite(label, question.text, why, ticks, _LINES, ref=label)
