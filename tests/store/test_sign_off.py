"""What a session says once it is signed off, and which of its lines still count."""

from functools import partial

import pytest

from tests.store.conftest import HandClock
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.speaking import spoken_state
from wellled_desktop.store import reading
from wellled_desktop.store.store import Store


@pytest.fixture(autouse=True)
def signed_off(store: Store, clock: HandClock) -> None:
    """Two lines, one written after the end, one reworded, one retracted; the sign-off came after all of it."""
    store.execute(c.PlanSession("s1", "interview", ("chief-executive",)))
    store.execute(c.WriteLine("l1", "s1", "We walk the wards."), c.WriteLine("l2", "s1", "Twice."))
    store.execute(c.EndSession("s1"))
    clock.pass_minutes(20)
    store.execute(c.WriteLine("l3", "s1", "Written later."), c.AmendLine("l1", "Weekly.", reason="misheard"))
    store.execute(c.RetractLine("l2", "said by nobody"))
    clock.pass_minutes(1)
    store.execute(c.SignOffSession("s1"))
    clock.pass_minutes(1)


def of(store: Store, session_id: str = "s1") -> Session:
    found = {one.id: one for one in store.read(reading.sessions)}
    assert found[session_id] == store.read(partial(reading.sessions, session_id=session_id))[0]
    return found[session_id]


def test_what_was_done_before_it_is_part_of_it(store: Store) -> None:
    assert not of(store).changed_since_sign_off
    assert spoken_state(of(store)) == "signed off"


@pytest.mark.parametrize(
    "change",
    [
        c.WriteLine("l4", "s1", "One more."),
        c.AmendLine("l3", "Written much later.", reason="misheard"),
        c.RetractLine("l1", "wrong session"),
    ],
)
def test_a_change_of_its_lines_is_said(store: Store, change: c.Command) -> None:
    store.execute(change)
    assert spoken_state(of(store)) == "signed off, changed since"


def test_a_change_of_another_session_is_not_its_own(store: Store) -> None:
    store.execute(c.PlanSession("s2", "interview", ("chief-executive",)))
    store.execute(c.WriteLine("l9", "s2", "Elsewhere."), c.EndSession("s2"), c.WriteLine("l10", "s2", "Late."))
    store.execute(c.RetractLine("l9", "said by nobody"))
    assert not of(store).changed_since_sign_off
    assert not of(store, "s2").changed_since_sign_off


def test_a_change_stays_said_when_the_laptops_clock_is_put_back_before_the_next(store: Store, clock: HandClock) -> None:
    store.execute(c.WriteLine("l4", "s1", "One more."))
    clock.pass_minutes(-600)
    store.execute(c.WriteLine("l5", "s1", "And another."))
    assert of(store).changed_since_sign_off


def test_a_sign_off_anew_covers_what_was_changed(store: Store, clock: HandClock) -> None:
    store.execute(c.WriteLine("l4", "s1", "One more."))
    clock.pass_minutes(1)
    store.execute(c.WithdrawSignOff("s1"), c.SignOffSession("s1"))
    assert not of(store).changed_since_sign_off


def test_only_lines_that_stand_are_counted(store: Store) -> None:
    assert (of(store).lines, of(store).retracted, of(store).written) == (2, 1, 3)
    store.execute(c.RestoreLine("l2", "said after all"))
    assert of(store).lines == 3
