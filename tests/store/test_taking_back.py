"""Every action can be taken back and done again, exactly; and what cannot be taken back says why."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from tests.store.conftest import KEY, WRITER, HandClock
from tests.store.in_force import left_over, not_again, tables_of
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.action_names import action_name
from wellled_desktop.inspection.decisions import UNDONE
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.store import talk_reading
from wellled_desktop.store.journal import Writer
from wellled_desktop.store.store import Store

NOW = dt.datetime.fromtimestamp(1_795_510_800, dt.UTC)
EARLIER = NOW - dt.timedelta(hours=9)
BRISBANE = dt.timezone(dt.timedelta(hours=10))
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
_START = (
    c.PlanSession("s1", "interview", ("chief-executive",), (c.NewParticipant("p1", "chief-executive", name="Jo"),)),
    c.WriteLine("l1", "s1", "We walk the wards.", tags=("W1.1",)),
    c.WriteLine("l2", "s1", "We publish it.", claim=True),
    c.WriteLine("l3", "s1", "Said in confidence."),
    c.RetractLine("l3", "said in confidence"),
    c.AddParticipant("s1", c.NewParticipant("p2", "governors")),
    c.RemoveParticipant("p2"),
    # The day at the place is the 25th, which neither UTC nor the laptop says.
    c.PlanSession("s2", "panel", ("governors",), planned_start=dt.datetime(2026, 11, 25, 1, tzinfo=BRISBANE)),
    c.AddQuestions("s2", tuple(c.NewQuestion(f"q{n}", f"Why {n}?", "", "own") for n in range(3))),
    c.MakeRequest("r1", "The plan", "company secretary", due=NOW.date()),
    c.SetRequestState("r1", "partial", "half of it"),
    c.PinConcern("l2"),
    c.LogTelling("t1", "l2", "chief executive", EARLIER, "I see."),
    c.LogTelling("t2", "l2", "chief nurse", EARLIER),
    c.RetractTelling("t2", "twice"),
    c.NoteWorry("w1", "Nights"),
    c.NoteWorry("w2", "Days"),
    c.RetractWorry("w2", "said in jest"),
    c.RecordRisks("register", tuple(c.NewRisk(f"k{n}", str(n), f"Risk {n}") for n in range(4))),
    c.RetractRisks(("k3",), "not theirs"),
    c.RecordEvidence("e1", "Minutes", "minutes", nodes=("W1.E1",)),
    c.RecordEvidence("e2", "Minutes again", "minutes"),
    c.RetractEntry("e2", "twice"),
    c.SetEvidenceState("W1.E1", "requested", "asked the company secretary"),
    c.AnswerForm("s1", "heads", 3),
    c.PlanSession("s3", "interview", ("governors",)),
    c.CancelSession("s3", "ill"),
    c.PlanSession("s4", "panel", ("governors",)),
    c.StartSession("s4"),
    c.PauseSession("s4"),
    c.AttachFile("a1", "e1", "0" * 64, 12, "minutes.pdf", "application/pdf"),
    c.AttachFile("a2", "e1", "1" * 64, 13, "photo.jpg"),
    c.RetractAttachment("a2", "wrong"),
    c.PlanReading("d1", "e1", 1, 40, "A. Inspector"),
    c.PlanReading("d2", "e1", 41, 80),
    c.WithdrawReading("d2"),
    c.RecordFindings("reports", (c.NewFinding("f1", "Maternity", "Checked.", "W1.1"), c.NewFinding("f2", "Surgery", "Late."))),
    c.RetractFindings(("f2",), "another trust"),
    c.AddLocalNode("n1", "W1", "prompt", "Does the board walk the wards at night?"),
    c.AddLocalNode("n2", "W1", "evidence", "The log of walks."),
    c.RetractLocalNode("n2", "not needed"),
    c.SetJudgement("W1.1", "strength", "They are seen."),
    c.RecordOutcome("o1", "W1", "single-source:W1.1", "One source only.", "enough"),
    c.RecordOutcome("o2", "W1", "claim:l2", "A claim without proof.", "drop", "said elsewhere"),
    c.WithdrawOutcome("o2"),
)  # fmt: skip
_HANDWRITTEN = c.TakeFromHandwrittenNotes("s2", EARLIER, EARLIER + HOUR, EARLIER.date() + DAY)
_ENDED = (c.EndSession("s1"), c.SignOffSession("s1"))
_NIGHTS = (
    c.NewRisk("k8", "1", "Nights", "20", "chief nurse"),
    c.NewRisk("k9", "9", "Lifts"),
    c.NewRisk("k7", "3", "Risk 3"),
)
Action = tuple[tuple[c.Command, ...], tuple[c.Command, ...]]
"""What is recorded before it, and what is then taken back."""

ACTIONS: dict[str, Action] = {
    "a first state": ((), (c.SetEvidenceState("W1.E2", "requested", "asked"), c.SetEvidenceState("W1.E2", "gathered"))),
    "another state": ((), (c.SetEvidenceState("W1.E1", "gathered"),)),
    "as if untouched": ((), (c.UnsetEvidenceState("W1.E1"),)),
    "an entry": ((), (c.RecordEvidence("e3", "Plan", "document", nodes=("W1.E2", "W1.1")),)),
    "an entry retracted": ((), (c.RetractEntry("e1", "wrong"),)),
    "an entry restored": ((), (c.RestoreEntry("e2", "right"),)),
    "a session planned": (
        (),
        (c.PlanSession("s5", "interview", ("governors",), (c.NewParticipant("p5", "governors"),)),),
    ),
    "a session moved": ((), (c.ChangeSession("s2", planned_start=NOW + DAY, title="x", roles=("chief-executive",)),)),
    "a session's time taken away": ((), (c.ChangeSession("s2", unplanned=True, planned_minutes=5, place="here"),)),
    "a session cancelled": ((), (c.CancelSession("s2", "ill"),)),
    "a session restored": ((), (c.RestoreSession("s3", "well"),)),
    "a participant": ((), (c.AddParticipant("s1", c.NewParticipant("p3", "governors", "staff", "Al")),)),
    "a participant changed": ((), (c.ChangeParticipant("p1", "governors", "interim", ""),)),
    "a participant removed": ((), (c.RemoveParticipant("p1"),)),
    "a participant returned": ((), (c.ReturnParticipant("p2"),)),
    "a session started": ((), (c.StartSession("s2"),)),
    "a start withdrawn": ((c.ResumeSession("s4"), c.PauseSession("s4")), (c.WithdrawStart("s4"),)),
    "a pause": ((), (c.PauseSession("s1"),)),
    "a pause withdrawn": ((), (c.WithdrawPause("s4"),)),
    "a pause over": ((), (c.ResumeSession("s4"),)),
    "a pause still lasting": ((c.ResumeSession("s4"),), (c.WithdrawResume("s4"),)),
    "an end": ((), (c.EndSession("s1"),)),
    "an end in a pause": ((), (c.EndSession("s4"),)),
    "a session reopened": ((c.EndSession("s4"),), (c.ReopenSession("s4"),)),
    "handwritten notes": ((), (c.TakeFromHandwrittenNotes("s1", EARLIER, EARLIER + HOUR),)),
    "handwritten notes of a session with a line after its end": (
        (c.EndSession("s1"), c.WriteLine("l4", "s1", "Late."), c.ReopenSession("s1")),
        (c.TakeFromHandwrittenNotes("s1", EARLIER, EARLIER + HOUR),),
    ),
    "handwritten notes of a session planned": ((), (_HANDWRITTEN,)),
    "handwritten notes at other times": ((_HANDWRITTEN,), (c.TakeFromHandwrittenNotes("s2", EARLIER + HOUR, NOW),)),
    "no handwritten notes": ((_HANDWRITTEN,), (c.WithdrawHandwrittenNotes("s2"),)),
    "answers": ((), (c.AnswerForm("s1", "heads", 14), c.AnswerForm("s1", "opening", answer=True))),
    "an answer taken away": ((), (c.AnswerForm("s1", "heads", None),)),
    "a sign-off": ((), _ENDED),
    "a sign-off withdrawn": (_ENDED, (c.WithdrawSignOff("s1"),)),
    "a line": ((), (c.WriteLine("l4", "s1", "One more.", tags=("W1.1",)),)),
    "a line that begins its session": ((), (c.WriteLine("l4", "s2", "Good morning."),)),
    "a line after the end": (_ENDED, (c.WriteLine("l4", "s1", "One more."),)),
    "other words": ((), (c.AmendLine("l1", "We walk the wards weekly.", "seen", "several", reason="misheard"),)),
    "coding": ((), (c.AmendLine("l1", tags=("W1.E1",), claim=True, weight="concern", points_other_way=True),)),
    "several lines": ((), tuple(c.AmendLine(line, tags=("W1.E2",)) for line in ("l1", "l2"))),
    "a line retracted": ((), (c.RetractLine("l1", "wrong"),)),
    "a line restored": ((), (c.RestoreLine("l3", "right"),)),
    "a line restored that begins its session": (
        (c.WriteLine("l4", "s2", "Good morning."), c.RetractLine("l4", "wrong"), c.WithdrawStart("s2")),
        (c.RestoreLine("l4", "right"),),
    ),
    "questions": ((), (c.AddQuestions("s1", (c.NewQuestion("q9", "And?", "", "own"),)),)),
    "questions withdrawn": ((), (c.WithdrawQuestions(("q1", "q0")),)),
    "another order": ((), (c.OrderSheet("s2", ("q2", "q1")),)),
    "a question answered": ((), (c.SetQuestionState("q1", "answered"),)),
    "a request": ((), (c.MakeRequest("r2", "Another plan", node="W1.E1", line="l1"),)),
    "a request changed": ((), (c.AmendRequest("r1", "The log", "chief nurse", "W1.E1", (NOW + DAY).date()),)),
    "a request without a day": ((), (c.AmendRequest("r1", no_day=True),)),
    "a request received": ((), (c.SetRequestState("r1", "received"),)),
    "a concern": ((), (c.PinConcern("l1"),)),
    "a concern unpinned": ((), (c.UnpinConcern("l2", "solved"),)),
    "somebody told": ((), (c.LogTelling("t3", "l2", "chief executive", EARLIER, "Yes."),)),
    "a log entry retracted": ((), (c.RetractTelling("t1", "wrong"),)),
    "a log entry restored": ((), (c.RestoreTelling("t2", "right"),)),
    "a reply": ((), (c.RecordReply("t1", "Yes."),)),
    "a worry": ((), (c.NoteWorry("w3", "Lifts", "s1", "l1"),)),
    "a worry retracted": ((), (c.RetractWorry("w1", "twice"),)),
    "a worry restored": ((), (c.RestoreWorry("w2", "meant"),)),
    "a worry compared": ((), (c.CompareWorry("w1", "matched", "k1", "same"),)),
    "entries of the register": ((), (c.RecordRisks("typed in", _NIGHTS),)),
    "an entry in full": (
        (),
        (
            c.RecordEvidence(
                "e4",
                "Survey",
                "survey",
                period="2025",
                received_on=NOW.date(),
                received_how="on a stick",
                nodes=("W1.1", "W1.E2"),
                other_way=("W1.1",),
                request="r1",
            ),
        ),
    ),
    "an entry changed": (
        (),
        (
            c.AmendEntry(
                "e1",
                "Board minutes",
                "document",
                "the secretary",
                NOW.date(),
                period="May",
                received_on=NOW.date(),
                received_how="by hand",
                remarks="p. 3",
                nodes=("W1.1", "W1.E1"),
                other_way=("W1.1",),
                request="r1",
            ),
        ),
    ),
    "an entry without its dates": (
        (c.AmendEntry("e1", dated=NOW.date(), received_on=NOW.date()),),
        (c.AmendEntry("e1", no_date=True, not_received=True),),
    ),
    "an attachment": ((), (c.AttachFile("a3", "e1", "2" * 64, 14, "plan.docx", necessity="shows the board"),)),
    "a necessity": ((), (c.NoteNecessity("a1", "the only proof"),)),
    "an attachment retracted": ((), (c.RetractAttachment("a1", "wrong"),)),
    "an attachment restored": ((), (c.RestoreAttachment("a2", "right"),)),
    "pages to read": ((), (c.PlanReading("d3", "e1", 81, 90, "B. Inspector"),)),
    "pages changed": ((), (c.ChangeReading("d1", 2, 30, "B. Inspector"),)),
    "pages read": ((), (c.SetReading("d1", "read"),)),
    "pages withdrawn": ((), (c.WithdrawReading("d1"),)),
    "pages returned": ((), (c.ReturnReading("d2"),)),
    "findings": ((), (c.RecordFindings("later", (c.NewFinding("f3", "Dental", "Well led.", weight="strength"),)),)),
    "a finding linked": ((), (c.LinkFinding("f1", "W1.E1", points_other_way=True),)),
    "a finding linked to nothing": ((), (c.LinkFinding("f1", ""),)),
    "findings retracted": ((), (c.RetractFindings(("f1", "f2"), "wrong"),)),
    "findings restored": ((), (c.RestoreFindings(("f2",), "right"),)),
    "an own question": ((), (c.AddLocalNode("n3", "W1", "prompt", "And by day?"),)),
    "an own question changed": ((), (c.AmendLocalNode("n1", "By night?"),)),
    "an own question retracted": ((), (c.RetractLocalNode("n1", "asked"),)),
    "an own item restored": ((), (c.RestoreLocalNode("n2", "needed"),)),
    "a first judgement": ((), (c.SetJudgement("W1", "balanced", "So far."),)),
    "another judgement": ((), (c.SetJudgement("W1.1", None, "They say so."),)),
    "a judgement taken away": ((), (c.SetJudgement("W1.1", None, ""),)),
    "an outcome": (
        (),
        (c.RecordOutcome("o3", "W1", "gap:W1.1", "Nothing yet.", "find more", request="r1", question="q1"),),
    ),
    "an outcome withdrawn": ((), (c.WithdrawOutcome("o1"),)),
    "an outcome returned": ((), (c.ReturnOutcome("o2"),)),
    "another trust type": ((), (c.ChangeTrustTypes(("acute", "community"), "they merged"),)),
    "entries retracted": ((), (c.RetractRisks(("k1", "k2", "k3"), "not theirs"),)),
    "entries restored": ((c.RetractRisks(("k1",), "not theirs"),), (c.RestoreRisks(("k1", "k3"), "theirs"),)),
}
CANNOT_BE_TAKEN_BACK: dict[type[c.Command], str] = {
    c.CreateInspection: "It is done before there is anything to show, and not on a page of the window.",
    c.SaveDraft: "What stands in the composer is not an action; the composer has its own Undo while one types.",
}


@pytest.fixture(scope="module")
def made_store(made_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As every other store that is copied for a test, with the start in it."""
    file, clock = Path(shutil.copy(made_store, tmp_path_factory.mktemp("started"))), HandClock()
    store = Store(file, KEY, WRITER, clock)
    for command in _START:
        store.execute(command)
        clock.pass_minutes(1)
    store.close()
    return file


@pytest.fixture(autouse=True)
def started(clock: HandClock) -> None:
    """Some time ago, so that what is put back as of now would show."""
    clock.pass_minutes(len(_START) + 24 * 60)


def _types(actions: dict[str, Action]) -> Iterator[type[c.Command]]:
    for before, done in actions.values():
        yield from map(type, (*before, *done))


def test_every_command_is_an_action_here_or_says_why_it_has_no_undo() -> None:
    assert {*_types(ACTIONS), *CANNOT_BE_TAKEN_BACK} == set(get_args(c.Command))
    taken_back = {type(one) for _, done in ACTIONS.values() for one in done}
    assert taken_back.isdisjoint(CANNOT_BE_TAKEN_BACK)
    assert taken_back | CANNOT_BE_TAKEN_BACK.keys() == set(get_args(c.Command))


@pytest.mark.parametrize(("before_it", "done"), ACTIONS.values(), ids=ACTIONS)
def test_taken_back_all_is_as_it_was_and_done_again_as_it_became(
    store: Store, clock: HandClock, before_it: tuple[c.Command, ...], done: tuple[c.Command, ...]
) -> None:
    for command in before_it:
        store.execute(command)
        clock.pass_minutes(1)
    before = tables_of(store)
    recorded = store.record(*done)
    after = tables_of(store)
    assert left_over(before, after), "it changed nothing"
    assert action_name(done)
    clock.pass_minutes(1)
    undone = store.record(*recorded.undo)
    assert left_over(before, tables_of(store)) == []
    assert undone.undo
    clock.pass_minutes(1)
    again = store.record(*undone.undo)
    assert not_again(after, tables_of(store)) == []
    clock.pass_minutes(1)
    store.record(*again.undo)
    assert left_over(before, tables_of(store)) == []


@pytest.mark.parametrize("done", [done for _, done in ACTIONS.values()], ids=ACTIONS)
def test_every_taking_back_has_a_name_of_its_own(store: Store, done: tuple[c.Command, ...]) -> None:
    assert all(action_name([one]) for one in done)


def test_what_somebody_else_did_stays_theirs_when_a_change_of_it_is_taken_back(store: Store, clock: HandClock) -> None:
    before = tables_of(store)
    store._writer = Writer(WRITER.inspection, WRITER.device, "B. Inspector")  # the next to sit at the laptop
    changes = (c.SetEvidenceState("W1.E1", "gathered"), c.AnswerForm("s1", "heads", 9), c.UnpinConcern("l2", "solved"))
    done = store.record(*changes)
    clock.pass_minutes(5)
    store.record(*done.undo)
    assert left_over(before, tables_of(store)) == []
    assert before["evidence_state"][("W1.E1",)]["author"] == "A. Inspector"


def test_a_correction_taken_back_within_ten_minutes_is_silent_and_later_is_not(store: Store, clock: HandClock) -> None:
    store.execute(c.WriteLine("l9", "s1", "We walk the wards."))
    done = store.record(c.AmendLine("l9", "We walk."))
    store.record(*done.undo)
    row = tables_of(store)["note_line"][("l9",)]
    assert (row["text"], row["amendments"]) == ("We walk the wards.", 0)
    done = store.record(c.AmendLine("l9", "We run."))
    clock.pass_minutes(11)
    store.record(*done.undo)
    row = tables_of(store)["note_line"][("l9",)]
    assert (row["text"], row["amendments"]) == ("We walk the wards.", 1)
    reasons = {row["reason"] for row in tables_of(store)["line_version"].values()}
    assert reasons == {None, UNDONE}


def test_a_draft_is_not_an_action(store: Store) -> None:
    saved = store.record(c.SaveDraft("s1", "half a"))
    assert (saved.undo, action_name([c.SaveDraft("s1", "half a")])) == ((), "")


def test_what_changes_nothing_has_nothing_to_take_back(store: Store) -> None:
    assert store.record(c.SetQuestionState("q1", "open")).undo == ()
    assert store.record(c.RecordRisks("register", (c.NewRisk("k", "1", "Risk 1"),))).undo == ()
    assert store.record(c.RetractRisks(("k3",), "again"), c.RestoreRisks(("k1",), "again")).undo == ()


def test_several_at_once_are_named_as_one(store: Store) -> None:
    lines = [c.AmendLine(line, tags=("W1.E2",)) for line in ("l1", "l2")]
    assert action_name(lines) == "code a line (and 1 more)"
    assert action_name([c.RecordRisks("a", _NIGHTS), c.RecordRisks("b", _NIGHTS[:1])]) == (
        "record 4 entries of the risk register"
    )
    assert action_name([c.RecordRisks("a", _NIGHTS[:1])]) == "record an entry of the risk register"


def test_an_entry_that_a_worry_is_compared_with_stays_in_the_register(store: Store) -> None:
    done = store.record(c.RecordRisks("typed in", (c.NewRisk("k9", "9", "Lifts"),)))
    store.execute(c.CompareWorry("w1", "matched", "k9"))
    with pytest.raises(RuleBroken, match="compare that worry anew first"):
        store.record(*done.undo)
    store.execute(c.CompareWorry("w1", "missing"))
    store.record(*done.undo)
    assert [one.reference for one in store.read(talk_reading.risks)] == ["0", "1", "2"]
    with pytest.raises(RuleBroken, match="There is no entry “k9”"):
        store.execute(c.CompareWorry("w1", "matched", "k9"))


def test_a_log_entry_taken_back_is_out_of_the_log_and_takes_no_reply(store: Store) -> None:
    done = store.record(c.LogTelling("t3", "l2", "medical director", NOW))
    store.record(*done.undo)
    (concern,) = store.read(talk_reading.immediate_concerns)
    assert [one.id for one in concern.tellings] == ["t1"]
    with pytest.raises(RuleBroken, match="restore it before"):
        store.execute(c.RecordReply("t3", "Yes."))
    store.execute(c.LogTelling("t4", "l2", "chair", NOW), c.RestoreTelling("t3", "told after all"))
    (concern,) = store.read(talk_reading.immediate_concerns)
    assert [one.id for one in concern.tellings] == ["t1", "t3", "t4"]
