"""The reason that stands in the record for what Undo took back, and for what Redo did again."""

import pytest

from tests.store.conftest import HandClock
from tests.store.in_force import tables_of
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions import UNDONE
from wellled_desktop.store import journal
from wellled_desktop.store.store import Store


@pytest.fixture(autouse=True)
def session(store: Store) -> None:
    store.execute(c.PlanSession("s1", "interview", ("chief-executive",)))


def reason_of_newest_fact(store: Store, kind: str) -> str | None:
    found = [
        entry for entry, _ in store.read(lambda connection: list(journal.entries(connection))) if entry.kind == kind
    ]
    return found[-1].reason


def test_what_redo_puts_back_says_so_and_not_that_it_was_undone(store: Store) -> None:
    undone = store.record(*store.record(c.WriteLine("l9", "s1", "We walk the wards.")).undo)
    assert tables_of(store)["note_line"][("l9",)]["retraction_reason"] == UNDONE
    again = store.record(*undone.undo)
    assert reason_of_newest_fact(store, "line-restored") == "Done again with Redo."
    undone = store.record(*again.undo)
    store.record(*undone.undo)
    assert reason_of_newest_fact(store, "line-restored") == "Done again with Redo."


def test_what_somebody_retracted_is_put_back_by_undo(store: Store) -> None:
    store.execute(c.WriteLine("l9", "s1", "We walk the wards."))
    store.record(*store.record(c.RetractLine("l9", "misheard")).undo)
    assert reason_of_newest_fact(store, "line-restored") == UNDONE


def test_an_old_line_changed_again_with_redo_says_so(store: Store, clock: HandClock) -> None:
    store.execute(c.WriteLine("l9", "s1", "We walk the wards."))
    clock.pass_minutes(11)
    undone = store.record(*store.record(c.AmendLine("l9", "We walk.", reason="misheard")).undo)
    assert reason_of_newest_fact(store, "line-amended") == UNDONE
    again = store.record(*undone.undo)
    assert reason_of_newest_fact(store, "line-amended") == "Done again with Redo."
    store.record(*again.undo)
    assert reason_of_newest_fact(store, "line-amended") == UNDONE
