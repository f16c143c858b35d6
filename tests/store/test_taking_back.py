"""Every action can be taken back and done again, and what cannot be taken back says so."""

import datetime as dt
from functools import partial

import pytest
from sqlalchemy import Connection, Table

from tests.store.conftest import HandClock
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.action_names import action_name
from wellled_desktop.inspection.decisions import UNDONE
from wellled_desktop.store import tables as t
from wellled_desktop.store.store import Store

NOW = dt.datetime.fromtimestamp(1_795_510_800, dt.UTC)
EARLIER = NOW - dt.timedelta(hours=9)
_START = (
    c.PlanSession("s1", "interview", ("chief-executive",), (c.NewParticipant("p1", "chief-executive"),)),
    c.WriteLine("l1", "s1", "We walk the wards.", tags=("W1.1",)),
    c.WriteLine("l2", "s1", "We publish it.", claim=True),
    c.PlanSession("s2", "panel", ("governors",), planned_start=NOW),
    c.AddQuestions("s2", tuple(c.NewQuestion(f"q{n}", f"Why {n}?", "", "own") for n in range(3))),
    c.MakeRequest("r1", "The plan"),
    c.PinConcern("l2"),
    c.LogTelling("t1", "l2", "chief executive", EARLIER),
    c.NoteWorry("w1", "Nights"),
    c.RecordRisks("register", (c.NewRisk("k1", "1", "Nights"),)),
    c.RecordEvidence("e1", "Minutes", "minutes", nodes=("W1.E1",)),
    c.AnswerForm("s1", "heads", 3),
)
# Actions after whose taking back every table is as it was.
WITHOUT_A_TRACE: tuple[tuple[c.Command, ...], ...] = (
    (c.SetEvidenceState("W1.E2", "requested", "asked"), c.SetEvidenceState("W1.E2", "gathered")),
    (c.ChangeSession("s2", planned_start=NOW + dt.timedelta(days=1), title="x", roles=("chief-executive",)),),
    (c.ChangeSession("s2", unplanned=True),),
    (c.ChangeParticipant("p1", label="interim", name="Jo"),),
    (c.RemoveParticipant("p1"),),
    (c.StartSession("s2"),),
    (c.EndSession("s1"),),
    (c.EndSession("s1"), c.SignOffSession("s1")),
    (c.TakeFromHandwrittenNotes("s1", EARLIER, EARLIER + dt.timedelta(hours=1)),),
    (c.TakeFromHandwrittenNotes("s2", EARLIER, EARLIER + dt.timedelta(hours=1)),),
    (c.AnswerForm("s1", "heads", 14), c.AnswerForm("s1", "opening", answer=True)),
    (c.OrderSheet("s2", ("q2", "q1")),),
    (c.SetQuestionState("q1", "answered"),),
    (c.AmendLine("l1", tags=("W1.E1",), claim=True, weight="concern", points_other_way=True),),
    (c.RetractLine("l1", "wrong"),),
    (c.RetractEntry("e1", "wrong"),),
    (c.CancelSession("s2", "ill"),),
    (c.SetRequestState("r1", "received"),),
    (c.RecordReply("t1", "Yes."),),
    (c.CompareWorry("w1", "matched", "k1", "same"),),
    (c.RetractWorry("w1", "twice"),),
)
LEAVES_A_TRACE: tuple[c.Command, ...] = (
    c.PlanSession("s3", "interview", ("governors",)),
    c.AddParticipant("s1", c.NewParticipant("p3", "governors")),
    c.WriteLine("l3", "s1", "One more."),
    c.AmendLine("l1", "We walk the wards weekly.", "seen", "several"),
    c.RecordEvidence("e2", "Plan", "document"),
    c.AddQuestions("s1", (c.NewQuestion("q9", "And?", "", "own"),)),
    c.MakeRequest("r2", "Another plan"),
    c.PinConcern("l1"),
    c.UnpinConcern("l2", "solved"),
    c.NoteWorry("w2", "Days"),
    c.PauseSession("s1"),
)
_TIMES_OF_SETTING = {"set_at", "state_at", "replied_at", "pinned_at", "author"}


def _rows(connection: Connection, *, table: Table) -> list[dict[str, object]]:
    return [dict(row) for row in connection.execute(table.select()).mappings()]


def tables_of(store: Store) -> dict[str, list[dict[str, object]]]:
    """All rows but the journal's, without the moments at which a state was set."""
    found = {}
    for table in t.STATE_TABLES:
        rows = store.read(partial(_rows, table=table))
        kept = [{name: value for name, value in row.items() if name not in _TIMES_OF_SETTING} for row in rows]
        found[table.name] = sorted(kept, key=repr)
    return found


@pytest.fixture(autouse=True)
def started(store: Store) -> None:
    store.execute(*_START)


@pytest.mark.parametrize("commands", WITHOUT_A_TRACE, ids=lambda commands: type(commands[-1]).__name__)
def test_taken_back_everything_is_as_it_was_and_again_as_it_became(
    store: Store, clock: HandClock, commands: tuple[c.Command, ...]
) -> None:
    before = tables_of(store)
    done = store.record(*commands)
    after = tables_of(store)
    assert after != before
    assert action_name(commands)
    clock.pass_minutes(1)
    undone = store.record(*done.undo)
    states = [row for row in tables_of(store)["evidence_state"] if row["state"] != "none"]
    left = tables_of(store) | {"evidence_state": states}
    assert left == before
    redone = store.record(*undone.undo)
    again = tables_of(store)
    assert _without_reasons(again) == _without_reasons(after)
    assert redone.undo


def _without_reasons(tables: dict[str, list[dict[str, object]]]) -> dict[str, list[dict[str, object]]]:
    """A retraction done again says that it was; its moment is another."""
    reworded = {"retraction_reason", "cancelled_reason", "retracted_at", "cancelled_at", "started_at", "ended_at"}
    reworded |= {"signed_off_at", "written_after_end_minutes"}
    return {
        name: [{field: value for field, value in row.items() if field not in reworded} for row in rows]
        for name, rows in tables.items()
    }


@pytest.mark.parametrize("command", LEAVES_A_TRACE, ids=lambda command: type(command).__name__)
def test_taken_back_it_is_no_longer_in_force_and_done_again_it_is(store: Store, command: c.Command) -> None:
    done = store.record(command)
    assert done.undo
    assert action_name([command])
    undone = store.record(*done.undo)
    assert undone.changes
    redone = store.record(*undone.undo)
    assert redone.changes


def test_a_correction_taken_back_within_ten_minutes_is_silent_and_later_is_not(store: Store, clock: HandClock) -> None:
    done = store.record(c.AmendLine("l1", "We walk."))
    store.record(*done.undo)
    row = next(row for row in tables_of(store)["note_line"] if row["id"] == "l1")
    assert (row["text"], row["amendments"]) == ("We walk the wards.", 0)
    done = store.record(c.AmendLine("l1", "We run."))
    clock.pass_minutes(11)
    store.record(*done.undo)
    row = next(row for row in tables_of(store)["note_line"] if row["id"] == "l1")
    assert (row["text"], row["amendments"]) == ("We walk the wards.", 1)
    reasons = {row["reason"] for row in tables_of(store)["line_version"]}
    assert reasons == {None, UNDONE}


def test_a_draft_is_not_an_action(store: Store) -> None:
    saved = store.record(c.SaveDraft("s1", "half a"))
    assert (saved.undo, action_name([c.SaveDraft("s1", "half a")])) == ((), "")


def test_what_changes_nothing_has_nothing_to_take_back(store: Store) -> None:
    assert store.record(c.SetQuestionState("q1", "open")).undo == ()


def test_several_at_once_are_taken_back_as_one(store: Store) -> None:
    lines = [c.AmendLine(line, tags=("W1.E2",)) for line in ("l1", "l2")]
    before = tables_of(store)
    done = store.record(*lines)
    assert action_name(lines) == "code a line (and 1 more)"
    store.record(*done.undo)
    assert tables_of(store) == before
