"""Plans and people are held to the same rules when they are made and when they are changed, and both can be taken back."""

import datetime as dt
from functools import partial

import pytest

from tests.store.conftest import HandClock
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.store import reading
from wellled_desktop.store.store import Store

LATEST = dt.datetime.fromtimestamp(HandClock().unix_ms / 1000, dt.UTC)
NINE, TEN = LATEST - dt.timedelta(hours=9), LATEST - dt.timedelta(hours=8)


def the_session(store: Store) -> Session:
    return store.read(partial(reading.sessions, session_id="s1", names=True))[0]


def test_what_is_planned_is_kept_on_one_line_that_every_page_can_show(store: Store) -> None:
    person = c.NewParticipant("p1", "governors", " elected\nby staff\x00", " Jo \udcff\n")
    store.execute(
        c.PlanSession(
            "s1", "panel", ("governors", "governors"), (person,), "Gov\ud800ernors\r\n(staff)", place=" Room\t 2 "
        )
    )
    session = the_session(store)
    assert (session.title, session.place, session.roles) == ("Gov\ufffdernors (staff)", "Room 2", ("governors",))
    assert [(one.label, one.name) for one in session.participants] == [("elected by staff\ufffd", "Jo \ufffd")]


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (c.PlanSession("s1", "panel", ("governors",), place="x" * 20_001), "The place is longer than"),
        (
            c.PlanSession("s1", "panel", ("governors",), (c.NewParticipant("p", "governors", "x" * 20_001),)),
            "The label",
        ),
        (c.PlanSession("s1", "panel", ("governors",), planned_minutes=1_441), "from one minute to a day"),
    ],
)
def test_a_plan_that_no_change_would_allow_is_refused(store: Store, command: c.Command, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        store.execute(command)
    assert store.read(partial(reading.sessions, session_id="s1")) == ()


def test_a_session_from_a_calendar_keeps_the_identity_it_has_there(store: Store) -> None:
    store.execute(c.PlanSession("s1", "panel", ("governors",), calendar_uid="one@calendar"))
    assert the_session(store).calendar_uid == "one@calendar"


def test_a_changed_kind_is_taken_back_alone(store: Store) -> None:
    store.execute(c.PlanSession("s1", "panel", ("governors",), title="Governors"))
    done = store.record(c.ChangeSession("s1", kind="focus-group", title="Governors"))
    assert [change.kind for change in done.changes] == ["session-changed"]
    store.execute(c.ChangeSession("s1", place="Room 2"))
    store.execute(*done.undo)
    assert (the_session(store).kind, the_session(store).place) == ("panel", "Room 2")


def test_a_changed_role_is_taken_back_without_the_name(store: Store) -> None:
    person = c.NewParticipant("p1", "governors", "A", "Jo")
    store.execute(c.PlanSession("s1", "panel", ("governors",), (person,)))
    done = store.record(c.ChangeParticipant("p1", role="chief-executive", label="A"))
    assert the_session(store).participants[0].role == "chief-executive"
    store.execute(c.ChangeParticipant("p1", name="Jo Bloggs"))
    store.execute(*done.undo)
    (kept,) = the_session(store).participants
    assert (kept.role, kept.label, kept.name) == ("governors", "A", "Jo Bloggs")


def test_handwritten_notes_withdrawn_by_mistake_are_put_back_with_their_times(store: Store) -> None:
    store.execute(c.PlanSession("s1", "panel", ("governors",)), c.TakeFromHandwrittenNotes("s1", NINE, TEN))
    on_paper = the_session(store)
    done = store.record(c.WithdrawHandwrittenNotes("s1"))
    assert (the_session(store).state, the_session(store).from_handwritten_notes) == ("planned", False)
    store.execute(*done.undo)
    assert the_session(store) == on_paper


def test_other_times_on_paper_are_taken_back_to_the_first(store: Store) -> None:
    store.execute(c.PlanSession("s1", "panel", ("governors",)), c.TakeFromHandwrittenNotes("s1", NINE, TEN))
    on_paper = the_session(store)
    done = store.record(c.TakeFromHandwrittenNotes("s1", NINE, TEN + dt.timedelta(minutes=15)))
    assert the_session(store).ended_at == TEN + dt.timedelta(minutes=15)
    store.execute(*done.undo)
    assert the_session(store) == on_paper
