"""The rules of the record on one inspection: the sentence each refusal is told in, and what is so already writes nothing.

Nothing here changes the record, so that one store serves every rule.
"""

import datetime as dt
from collections.abc import Iterator

import pytest

from tests.store.conftest import KEY, WRITER, HandClock
from tests.store.packs import create_inspection
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions import taking_back
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.store.journal import read_head
from wellled_desktop.store.standing import StoreStanding
from wellled_desktop.store.store import Store

NOW = dt.datetime.fromtimestamp(HandClock().unix_ms / 1000, dt.UTC)
NINE, TEN = NOW - dt.timedelta(hours=9), NOW - dt.timedelta(hours=8)
WITHOUT_ZONE = NOW.replace(tzinfo=None)
WHY = c.NewQuestion("q1", "Why?", "", "own")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Sessions under way (S-01), planned (S-02), on paper with a line (S-03), signed off (S-04) and cancelled (S-05)."""
    store = Store(tmp_path_factory.mktemp("rules") / "store.db", KEY, WRITER, HandClock())
    store.execute(
        create_inspection(),
        c.PlanSession("going", "interview", ("chief-executive",), (c.NewParticipant("p1", "chief-executive"),)),
        c.WriteLine("l1", "going", "We walk the wards."),
        c.WriteLine("l2", "going", "Taken back."),
        c.RetractLine("l2", "said in confidence"),
        c.AnswerForm("going", "heads", 3),
        c.PlanSession("planned", "panel", ("governors",)),
        c.PlanSession("paper", "interview", ("governors",)),
        c.TakeFromHandwrittenNotes("paper", NINE, TEN),
        c.WriteLine("l3", "paper", "Copied in the evening."),
        c.PlanSession("signed", "interview", ("governors",)),
        c.StartSession("signed"),
        c.PauseSession("signed"),
        c.ResumeSession("signed"),
        c.EndSession("signed"),
        c.SignOffSession("signed"),
        c.PlanSession("cancelled", "panel", ("governors",)),
        c.CancelSession("cancelled", "the chair is ill"),
        c.AddQuestions("planned", (WHY,)),
        c.RecordEvidence("e1", "Minutes", "minutes"),
        c.RecordEvidence("e2", "Old minutes", "minutes"),
        c.RetractEntry("e2", "another trust's"),
    )
    yield store
    store.close()


REFUSED: dict[str, tuple[c.Command, str]] = {
    "a session is planned once": (
        c.PlanSession("going", "panel", ("governors",)),
        "This session is already in the record; nothing was planned.",
    ),
    "a session is planned for a role": (
        c.PlanSession("new", "panel", ()),
        "A session needs at least one role: role before name. Nothing was planned.",
    ),
    "a session is planned for a minute at least": (
        c.PlanSession("new", "panel", ("governors",), planned_minutes=0),
        "A session lasts from one minute to a day; nothing was planned.",
    ),
    "a session is changed to a day at most": (
        c.ChangeSession("planned", planned_minutes=1_441),
        "A session lasts from one minute to a day; its time stands as it was.",
    ),
    "a planned time has its zone": (
        c.PlanSession("new", "panel", ("governors",), planned_start=WITHOUT_ZONE),
        "A time needs its time zone; nothing was recorded.",
    ),
    "a participant is added once": (
        c.AddParticipant("planned", c.NewParticipant("p1", "governors")),
        "This participant is already in the record; nothing was added.",
    ),
    "a participant that is not there is not changed": (
        c.ChangeParticipant("p9", label="interim"),
        "There is no participant “p9” in this inspection.",
    ),
    "a cancelled session is not started": (c.StartSession("cancelled"), "S-05 is cancelled; restore it first."),
    "a session that has not begun is not ended": (
        c.EndSession("planned"),
        "S-02 has not begun, so it cannot be ended; start it, or cancel it.",
    ),
    "a session that has ended is not paused": (
        c.PauseSession("signed"),
        "S-04 is not under way, so it cannot be paused.",
    ),
    "a session that has ended does not go back into its pause": (
        c.WithdrawResume("signed"),
        "S-04 is not under way, so it cannot be paused again; nothing was changed.",
    ),
    "a session with lines keeps its start": (
        c.WithdrawStart("going"),
        "S-01 holds lines or has ended, so its start stands.",
    ),
    "a session that is signed off is not reopened": (
        c.ReopenSession("signed"),
        "S-04 is signed off; withdraw the sign-off first.",
    ),
    "a session held on paper is not reopened": (
        c.ReopenSession("paper"),
        "S-03 comes from handwritten notes, so its times are those on paper; withdraw that to reopen it.",
    ),
    "a session on paper has ended after it began": (
        c.TakeFromHandwrittenNotes("planned", TEN, TEN),
        "The session has to end after it began; nothing was changed.",
    ),
    "a session on paper is over": (
        c.TakeFromHandwrittenNotes("planned", NINE, NOW + dt.timedelta(minutes=1)),
        "Handwritten notes are of a session that is over; this end lies in the future. Nothing was changed.",
    ),
    "a session on paper with lines keeps the time it began": (
        c.WithdrawHandwrittenNotes("paper"),
        "S-03 holds lines, so it has to keep the time it began; nothing was changed.",
    ),
    "a session that has not ended is not signed off": (
        c.SignOffSession("going"),
        "S-01 has not ended; end it before it is signed off.",
    ),
    "a line is written once": (
        c.WriteLine("l1", "going", "again"),
        "This line is already in the record; nothing was written again.",
    ),
    "a line has words": (c.AmendLine("l1", " \n "), "A line needs some words; nothing was recorded."),
    "a line is spoken by somebody in the room": (
        c.WriteLine("l9", "going", "words", speaker="p9"),
        "The speaker is not among the participants of S-01; add them there first.",
    ),
    "a question stands on one sheet": (
        c.AddQuestions("going", (WHY,)),
        "This question is already on a sheet; nothing was added.",
    ),
    "a question has words": (
        c.AddQuestions("going", (c.NewQuestion("q9", " ", "", "own"),)),
        "A question needs some words; nothing was added.",
    ),
    "an evidence entry is recorded once": (
        c.RecordEvidence("e1", "Minutes", "minutes"),
        "This evidence entry is already in the record; nothing was recorded again.",
    ),
    "an evidence entry has a title": (
        c.RecordEvidence("e9", " ", "minutes"),
        "An evidence entry needs a title; nothing was recorded.",
    ),
    "an evidence entry that is not there is not retracted": (
        c.RetractEntry("e9", "no longer ours"),
        "There is no evidence entry “e9” in this inspection.",
    ),
}
SO_ALREADY: dict[str, c.Command] = {
    "a start withdrawn before it began": c.WithdrawStart("planned"),
    "a pause withdrawn where there is none": c.WithdrawPause("going"),
    "a session under way resumed": c.ResumeSession("going"),
    "going on withdrawn where there was no pause": c.WithdrawResume("going"),
    "a session under way reopened": c.ReopenSession("going"),
    "the times on paper given again": c.TakeFromHandwrittenNotes("paper", NINE, TEN),
    "no handwritten notes withdrawn": c.WithdrawHandwrittenNotes("going"),
    "a sign-off given again": c.SignOffSession("signed"),
    "no sign-off withdrawn": c.WithdrawSignOff("going"),
    "a session moved to where it stands": c.ChangeSession("planned", title="", roles=("governors", "governors")),
    "a cancelled session cancelled": c.CancelSession("cancelled", "once more"),
    "a session that stands restored": c.RestoreSession("going", "not needed"),
    "a participant who is there put back": c.ReturnParticipant("p1"),
    "the same answer on the form": c.AnswerForm("going", "heads", 3),
    "no answer where there is none": c.AnswerForm("going", "summary", " \n "),
    "a question left open": c.SetQuestionState("q1", "open"),
    "the sheet in its own order": c.OrderSheet("planned", ("q1",)),
    "an item left as nobody has touched it": c.UnsetEvidenceState("W1.E2"),
    "a retracted entry retracted": c.RetractEntry("e2", "once more"),
    "an entry that stands restored": c.RestoreEntry("e1", "not needed"),
}


@pytest.mark.parametrize("rule", REFUSED)
def test_what_a_rule_forbids_is_told_in_its_sentence_and_nothing_is_written(record: Store, rule: str) -> None:
    command, sentence = REFUSED[rule]
    before = record.read(lambda connection: read_head(connection, WRITER.device))
    with pytest.raises(RuleBroken) as refusal:
        record.execute(command)
    assert str(refusal.value) == sentence
    assert record.read(lambda connection: read_head(connection, WRITER.device)) == before


@pytest.mark.parametrize("what", SO_ALREADY)
def test_what_is_so_already_writes_nothing_and_leaves_nothing_to_take_back(record: Store, what: str) -> None:
    recorded = record.record(SO_ALREADY[what])
    assert (recorded.changes, recorded.undo) == ((), ())


@pytest.mark.parametrize(
    "command",
    [
        c.WithdrawStart("planned"),
        c.WithdrawPause("going"),
        c.WithdrawResume("going"),
        c.ReopenSession("going"),
        c.WithdrawHandwrittenNotes("going"),
        c.WithdrawSignOff("going"),
        c.SaveDraft("going", "half a line"),
    ],
    ids=lambda command: type(command).__name__,
)
def test_where_there_is_nothing_to_put_back_nothing_is_offered(record: Store, command: c.Command) -> None:
    assert record.read(lambda connection: taking_back(command, StoreStanding(connection, WRITER.device))) == ()
