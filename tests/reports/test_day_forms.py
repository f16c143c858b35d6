"""What a day report says of a session beside its lines: paused, from paper, counted, worried, summed up, signed off."""

import datetime as dt

from tests.reports.conftest import ReadDay
from tests.reports.texts import lines_of
from tests.store.conftest import HandClock
from tests.store.packs import tiny_pack
from wellled_desktop.inspection.commands import (
    AmendLine,
    AnswerForm,
    CancelSession,
    EndSession,
    NewParticipant,
    PauseSession,
    PlanSession,
    RemoveParticipant,
    ResumeSession,
    SignOffSession,
    StartSession,
    TakeFromHandwrittenNotes,
    WriteLine,
)
from wellled_desktop.inspection.read_models import DayReport
from wellled_desktop.reports.blocks import Document, Table, TableRow, Words
from wellled_desktop.reports.day_content import day_content
from wellled_desktop.store.store import Store

PEOPLE = (NewParticipant("a", "governors", "A"), NewParticipant("b", "governors", "B"))


def made(report: DayReport) -> Document:
    return day_content(report, tiny_pack(), made_at=report.head.at)


def table(document: Document, column: str) -> tuple[TableRow, ...]:
    return next(
        block.rows
        for block in document.blocks
        if isinstance(block, Table) and column in {one.title for one in block.columns}
    )


def facts(document: Document) -> dict[str, str]:
    """By the label of the field, for the one session that has any."""
    return {label: text for _, label, text in (row.cells for row in table(document, "On the form"))}


def meet(store: Store, clock: HandClock) -> None:
    """A group that began at nine, paused after ten minutes for five, and ended after an hour."""
    store.execute(PlanSession("s1", "focus-group", ("governors",), PEOPLE, "Governors", lead="A. Inspector"))
    store.execute(StartSession("s1"), WriteLine("l1", "s1", "three words here", "said", "a", ("W1.1",)))
    clock.pass_minutes(10)
    store.execute(PauseSession("s1"))
    clock.pass_minutes(5)
    store.execute(ResumeSession("s1"), WriteLine("l2", "s1", "silence", "said", "silence", points_other_way=True))
    clock.pass_minutes(45)
    store.execute(EndSession("s1"))


def test_pauses_are_told_and_silence_is_nobodys_talk(store: Store, clock: HandClock, read_day: ReadDay) -> None:
    meet(store, clock)
    told = facts(made(read_day()))
    assert told["Paused"] == "09:10\u201309:15"
    assert "Share of talk, by words noted" not in told, "one of them has all of it"
    assert told["Nobody\u2019s talk"] == "1 line of silence"
    assert "Signed off" not in told


def test_the_share_of_talk_leaves_out_what_is_nobodys(store: Store, clock: HandClock, read_day: ReadDay) -> None:
    meet(store, clock)
    store.execute(WriteLine("l3", "s1", "all at once", "said", "several"))
    told = facts(made(read_day()))
    assert told["Share of talk, by words noted"] == "governors (A) 50\u00a0%; several 50\u00a0%"
    assert told["Nobody\u2019s talk"] == "1 line of silence"


def test_what_stands_on_the_form_is_printed_in_the_order_of_the_form(
    store: Store, clock: HandClock, read_day: ReadDay
) -> None:
    meet(store, clock)
    for field, answer in (("summary", "quiet & <b>polite</b>"), ("worries", ("Nights", "Lifts")), ("heads", 14)):
        store.execute(AnswerForm("s1", field, answer))
    store.execute(AnswerForm("s1", "opening", True), AnswerForm("s1", "quorate", "no"))
    told = facts(made(read_day()))
    assert [(label, text) for label, text in told.items() if label != "Paused"][:5] == [
        ("Opening statement given", "Yes"),
        ("Head count", "14"),
        ("Top three worries", "1. Nights\n2. Lifts"),
        ("Summary", "Quiet & <b>polite</b>"),
        ("Quorate", "No"),
    ]


def test_a_signed_off_session_says_by_whom_and_when_and_what_came_after(
    store: Store, clock: HandClock, read_day: ReadDay
) -> None:
    meet(store, clock)
    store.execute(SignOffSession("s1"))
    clock.pass_minutes(20)
    store.execute(AmendLine("l1", "four words stand here", reason="misheard"), WriteLine("l3", "s1", "late"))
    document = made(read_day())
    assert facts(document)["Signed off"] == "24 November 2026, 10:00, by A. Inspector; changed since"
    (row,) = table(document, "What and who")
    assert row.cells[1] == "09:00\u201310:00\nsigned off"
    lines = lines_of(document)
    assert "Amended after sign-off" in lines["S-01 l.1"].notes
    assert "Written after sign-off" in lines["S-01 l.3"].notes
    assert lines["S-01 l.2"].notes == ("Noted by A. Inspector",)


def test_a_session_on_paper_says_so_beside_its_times(store: Store, clock: HandClock, read_day: ReadDay) -> None:
    store.execute(PlanSession("s1", "interview", ("governors",)))
    began = dt.datetime.fromtimestamp(clock.unix_ms / 1000, dt.UTC)
    clock.pass_minutes(120)
    store.execute(TakeFromHandwrittenNotes("s1", began, began + dt.timedelta(hours=1)))
    (row,) = table(made(read_day()), "What and who")
    assert row.cells[1] == "09:00\u201310:00\nfrom handwritten notes"


def test_a_paused_session_says_so_and_a_session_without_a_form_gets_no_heading(store: Store, read_day: ReadDay) -> None:
    store.execute(PlanSession("s1", "interview", ("governors",)), StartSession("s1"))
    document = made(read_day())
    assert not any(isinstance(block, Table) and block.columns[1].title == "On the form" for block in document.blocks)
    store.execute(PauseSession("s1"))
    document = made(read_day())
    assert table(document, "What and who")[0].cells[1] == "09:00, paused"
    assert facts(document)["Paused"] == "since 09:00"


def test_who_was_taken_off_the_list_is_named_only_where_they_spoke(
    store: Store, clock: HandClock, read_day: ReadDay
) -> None:
    meet(store, clock)
    store.execute(RemoveParticipant("b"))
    (row,) = table(made(read_day()), "What and who")
    assert row.cells[2] == "Focus group: Governors\nGovernors (A)"
    store.execute(RemoveParticipant("a"))
    (row,) = table(made(read_day()), "What and who")
    assert row.cells[2] == "Focus group: Governors\nGovernors (A)"


def test_what_points_the_other_way_is_said_under_the_heading_and_counted(
    store: Store, clock: HandClock, read_day: ReadDay
) -> None:
    meet(store, clock)
    store.execute(WriteLine("l3", "s1", "not so", "said", "b", ("W1.1",), points_other_way=True))
    document = made(read_day())
    words = [block.text for block in document.blocks if isinstance(block, Words)]
    assert "S-01 l.3 points the other way." in words
    assert lines_of(document)["S-01 l.3"].marks == ("Points the other way",)


def test_a_cancelled_session_is_not_among_those_of_the_day(store: Store, clock: HandClock, read_day: ReadDay) -> None:
    meet(store, clock)
    start = dt.datetime.fromtimestamp(clock.unix_ms / 1000, dt.UTC)
    store.execute(PlanSession("s2", "interview", ("governors",), planned_start=start))
    assert len(table(made(read_day()), "What and who")) == 2
    store.execute(CancelSession("s2", "the governor is ill"))
    assert len(table(made(read_day()), "What and who")) == 1
