"""What follows from lines: requests, immediate concerns and worries, as pages and reports read them."""

import datetime as dt
from functools import partial

import pytest

from tests.store.conftest import WRITER, HandClock
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.read_models import DayReport, RequestList, SaidWorries
from wellled_desktop.store import day_reading, overview, talk_reading
from wellled_desktop.store.store import Store

TUESDAY, WEDNESDAY = dt.date(2026, 11, 24), dt.date(2026, 11, 25)


@pytest.fixture(autouse=True)
def two_sessions(store: Store) -> None:
    people = (c.NewParticipant("p1", "chief-executive"),)
    store.execute(
        c.PlanSession("s1", "interview", ("chief-executive",), people),
        c.PlanSession("s2", "panel", ("governors",)),
        c.WriteLine("l1", "s1", "We walk the wards weekly.", speaker="p1", tags=("W1.1",), claim=True),
        c.WriteLine("l2", "s2", "Nobody came back.", tags=("W1.1",)),
    )


def asked(store: Store) -> RequestList:
    return store.read(talk_reading.request_list)


def day_report(store: Store, day: dt.date = TUESDAY) -> DayReport:
    return store.read(partial(day_reading.day_report, day=day, device=WRITER.device))


def test_a_request_knows_the_session_of_its_claim(store: Store) -> None:
    store.execute(c.MakeRequest("r1", "The log", line="l1"), c.MakeRequest("r2", "Of no line"))
    assert [(one.ref, one.session, one.line_ref) for one in asked(store).requests] == [
        ("R-001", "s1", "S-01 l.1"),
        ("R-002", None, None),
    ]
    assert [one.id for one in store.read(partial(talk_reading.requests, line_id="l1"))] == ["r1"]


def test_an_item_requested_stands_without_a_number_until_a_request_stands_for_it(store: Store) -> None:
    store.execute(c.SetEvidenceState("W1.E1", "requested"), c.SetEvidenceState("W1.E2", "gathered"))
    assert [one.node for one in asked(store).items] == ["W1.E1"]
    store.execute(c.MakeRequest("r1", "The log", node="W1.E1"))
    assert asked(store).items == ()
    store.execute(c.SetRequestState("r1", "withdrawn"))
    assert [one.node for one in asked(store).items] == ["W1.E1"]


def test_what_follows_from_a_session_is_only_of_its_own_lines(store: Store) -> None:
    store.execute(c.MakeRequest("r1", "The log", line="l1"), c.MakeRequest("r2", "Another", line="l2"))
    store.execute(
        c.PinConcern("l2"), c.LogTelling("t1", "l2", "chief nurse", dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC))
    )
    first = store.read(partial(talk_reading.follow_up, session_id="s1"))
    second = store.read(partial(talk_reading.follow_up, session_id="s2"))
    assert ([one.id for one in first.requests], first.concerns) == (["r1"], ())
    assert [one.id for one in second.requests] == ["r2"]
    assert [[told.told for told in one.tellings] for one in second.concerns] == [["chief nurse"]]


def test_today_has_the_requests_still_open_and_every_immediate_concern(store: Store) -> None:
    store.execute(
        c.MakeRequest("r1", "Open"), c.MakeRequest("r2", "Came"), c.SetRequestState("r2", "received"),
        c.MakeRequest("r3", "Half of it"), c.SetRequestState("r3", "partial"), c.PinConcern("l1"),
        c.SetEvidenceState("W1.E1", "requested"),
    )  # fmt: skip
    day = store.read(partial(overview.day_overview, day=TUESDAY, device=WRITER.device))
    assert [one.ref for one in day.requests] == ["R-001", "R-003"]
    assert [one.line.id for one in day.concerns] == ["l1"]
    assert [one.node for one in day.requested] == ["W1.E1"]


def test_a_day_report_has_what_is_open_and_what_was_made_or_answered_that_day(store: Store, clock: HandClock) -> None:
    store.execute(c.MakeRequest("r1", "Open since Tuesday"), c.MakeRequest("r2", "Answered on Tuesday"))
    store.execute(c.SetRequestState("r2", "received"), c.MakeRequest("r3", "Answered on Wednesday"))
    clock.pass_minutes(24 * 60)
    store.execute(c.SetRequestState("r3", "received"), c.MakeRequest("r4", "Made on Wednesday"))
    assert [one.ref for one in day_report(store, TUESDAY).requests] == ["R-001", "R-002", "R-003"]
    assert [one.ref for one in day_report(store, WEDNESDAY).requests] == ["R-001", "R-003", "R-004"]


def test_a_day_report_leaves_out_items_that_have_a_request(store: Store) -> None:
    store.execute(c.SetEvidenceState("W1.E1", "requested"), c.SetEvidenceState("W1.E2", "requested"))
    store.execute(c.MakeRequest("r1", "The log", node="W1.E1"))
    assert [one.node for one in day_report(store).requested] == ["W1.E2"]


def test_a_day_report_has_concerns_pinned_up_to_it_with_the_sessions_of_their_speakers(
    store: Store, clock: HandClock
) -> None:
    clock.pass_minutes(24 * 60)
    store.execute(c.PinConcern("l2"))
    assert day_report(store, TUESDAY).concerns == ()
    report = day_report(store, WEDNESDAY)
    assert [one.line.id for one in report.concerns] == ["l2"]
    assert [one.id for one in report.claim_sessions] == ["s1", "s2"]
    store.execute(c.PinConcern("l1"))
    assert [one.id for one in day_report(store, WEDNESDAY).claim_sessions] == ["s1", "s2"]


def said(store: Store) -> tuple[SaidWorries, ...]:
    return store.read(partial(talk_reading.said_worries, field="worries"))


def test_worries_of_forms_are_there_until_they_are_noted(store: Store) -> None:
    assert said(store) == ()
    store.execute(c.AnswerForm("s2", "worries", ("The  roof", "The money", "The money")))
    store.execute(c.AnswerForm("s1", "worries", ("The money",)))
    assert said(store) == (
        SaidWorries("s1", "S-01", ("The money",)),
        SaidWorries("s2", "S-02", ("The roof", "The money")),
    )
    store.execute(c.NoteWorry("w1", "The money", "s1"), c.NoteWorry("w2", "The roof", "s2"))
    assert said(store) == (SaidWorries("s2", "S-02", ("The money",)),)


def test_a_worry_noted_and_retracted_is_not_offered_again(store: Store) -> None:
    store.execute(c.AnswerForm("s1", "worries", ("The money",)), c.NoteWorry("w1", "The money", "s1"))
    store.execute(c.RetractWorry("w1", "said in jest"))
    assert said(store) == ()


def test_a_worry_carries_the_entry_it_was_compared_with_out_of_a_long_register(store: Store) -> None:
    entries = tuple(c.NewRisk(f"k{number}", f"R{number}", f"Risk {number}") for number in range(50))
    store.execute(c.RecordRisks("register.xlsx", entries), c.NoteWorry("w1", "The money"))
    store.execute(c.CompareWorry("w1", "matched", "k7"))
    (worry,) = store.read(talk_reading.worries)
    assert worry.risk is not None
    assert worry.risk.reference == "R7"
