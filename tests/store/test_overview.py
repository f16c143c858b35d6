"""The reads of the Today page."""

import datetime as dt
from functools import partial

from tests.store.conftest import WRITER, HandClock
from wellled_desktop.inspection.commands import (
    PlanSession,
    RecordEvidence,
    RestoreLine,
    RetractLine,
    SaveDraft,
    SetEvidenceState,
    WriteLine,
)
from wellled_desktop.inspection.read_models import DayOverview
from wellled_desktop.store import overview
from wellled_desktop.store.store import Store

TUESDAY, WEDNESDAY = dt.date(2026, 11, 24), dt.date(2026, 11, 25)
MORNING = dt.datetime(2026, 11, 25, 9, 30, tzinfo=dt.UTC)


def shown(store: Store, day: dt.date) -> DayOverview:
    return store.read(partial(overview.day_overview, day=day, device=WRITER.device))


def two_days(store: Store, clock: HandClock) -> None:
    store.execute(
        PlanSession("s1", "interview", ("chief-executive",)),
        PlanSession("s2", "panel", ("governors",), planned_start=MORNING),
        WriteLine("l1", "s1", "Nobody waits.", tags=("W1.1", "W1.E1"), claim=True),
        WriteLine("l2", "s1", "Taken back.", tags=("W1.1",), claim=True),
        RetractLine("l2", "misheard"),
        SetEvidenceState("W1.E1", "gathered"),
        RecordEvidence("e1", "Board papers", "minutes", nodes=("W1.E1", "W1.E2")),
    )
    clock.pass_minutes(24 * 60)
    store.execute(
        WriteLine("l3", "s2", "Linked to nothing."),
        SetEvidenceState("W1.E2", "requested", "asked the company secretary"),
        SaveDraft("s2", "half a sentence"),
    )


def test_a_day_has_its_own_sessions_states_entries_and_lines(store: Store, clock: HandClock) -> None:
    two_days(store, clock)
    tuesday, wednesday = shown(store, TUESDAY), shown(store, WEDNESDAY)
    assert ([one.id for one in tuesday.sessions], [one.id for one in wednesday.sessions]) == (["s1"], ["s2"])
    assert [one.node for one in tuesday.states_set] == ["W1.E1"]
    assert [one.node for one in wednesday.states_set] == ["W1.E2"]
    assert ([one.id for one in tuesday.entries], wednesday.entries) == (["e1"], ())


def test_a_retracted_line_counts_neither_for_its_day_nor_as_one_that_stands(store: Store, clock: HandClock) -> None:
    two_days(store, clock)
    tuesday, wednesday = shown(store, TUESDAY), shown(store, WEDNESDAY)
    assert (tuesday.lines_written, wednesday.lines_written) == (1, 1)
    store.execute(RestoreLine("l2", "heard well"))
    assert shown(store, TUESDAY).lines_written == 2


def test_what_is_open_and_what_is_held_are_of_all_days(store: Store, clock: HandClock) -> None:
    two_days(store, clock)
    for day in (shown(store, TUESDAY), shown(store, WEDNESDAY)):
        assert [one.id for one in day.open_claims] == ["l1"]
        assert [(one.node, one.reason) for one in day.requested] == [("W1.E2", "asked the company secretary")]
        assert day.drafts == 1


def test_the_head_is_the_last_entry_of_this_laptop(store: Store, clock: HandClock) -> None:
    before = shown(store, TUESDAY).head
    assert before is not None
    clock.pass_minutes(1)
    store.execute(PlanSession("s1", "interview", ("chief-executive",)))
    after = shown(store, TUESDAY).head
    assert after is not None
    assert after.n > before.n
    assert round(after.at.timestamp() * 1000) == clock.unix_ms


def test_days_with_something_are_those_of_sessions_and_lines_in_order(store: Store, clock: HandClock) -> None:
    assert store.read(overview.days_with_something) == ()
    store.execute(PlanSession("s1", "interview", ("chief-executive",)))
    assert store.read(overview.days_with_something) == ()
    store.execute(PlanSession("s2", "panel", ("governors",), planned_start=MORNING))
    assert store.read(overview.days_with_something) == (WEDNESDAY,)
    store.execute(WriteLine("l1", "s1", "Good morning."))
    clock.pass_minutes(2 * 24 * 60)
    store.execute(WriteLine("l2", "s1", "Written two days later."))
    assert store.read(overview.days_with_something) == (TUESDAY, WEDNESDAY, dt.date(2026, 11, 26))


def test_a_session_of_another_day_is_there_on_a_day_a_line_was_written_in_it(store: Store, clock: HandClock) -> None:
    two_days(store, clock)
    store.execute(WriteLine("l4", "s1", "Remembered the day after."))
    assert [one.id for one in shown(store, WEDNESDAY).sessions] == ["s1", "s2"]
