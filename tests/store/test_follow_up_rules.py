"""The rules of requests, immediate concerns, worries and the risk register: the sentence each refusal is told in.

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

TEN = dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A pinned line, a plain one and a retracted one, and of everything that follows one that stands and one that does not."""
    store = Store(tmp_path_factory.mktemp("rules") / "store.db", KEY, WRITER, HandClock())
    store.execute(
        create_inspection(),
        c.PlanSession("s1", "interview", ("chief-executive",)),
        c.WriteLine("pinned", "s1", "The alarm is off."),
        c.WriteLine("plain", "s1", "We walk the wards."),
        c.WriteLine("gone", "s1", "Taken back."),
        c.RetractLine("gone", "said in confidence"),
        c.PinConcern("pinned"),
        c.LogTelling("t1", "pinned", "chief nurse", TEN, "Seen to."),
        c.LogTelling("t2", "pinned", "chief executive", TEN),
        c.RetractTelling("t2", "another concern's"),
        c.MakeRequest("r1", "The plan", "company secretary", "W1.E2", due=TEN.date()),
        c.NoteWorry("w1", "Nights", "s1"),
        c.NoteWorry("w2", "Days"),
        c.RetractWorry("w2", "nobody said so"),
        c.RecordRisks("register", (c.NewRisk("k1", "BAF-1", "Nights"), c.NewRisk("k2", "BAF-2", "Money"))),
        c.CompareWorry("w1", "matched", "k1", "the same"),
        c.RetractRisks(("k2",), "another trust's"),
    )
    yield store
    store.close()


REFUSED: dict[str, tuple[c.Command, str]] = {
    "a retracted line is not pinned": (
        c.PinConcern("gone"),
        "S-01 l.3 is retracted; restore it before pinning it as an immediate concern.",
    ),
    "a concern is unpinned for a reason": (
        c.UnpinConcern("pinned", " "),
        "S-01 l.1 can only stop being an immediate concern with a reason. It stays one.",
    ),
    "nobody is told of what is no concern": (
        c.LogTelling("t9", "plain", "chief nurse", TEN),
        "S-01 l.2 is not an immediate concern; pin it first.",
    ),
    "a telling is logged once": (
        c.LogTelling("t1", "pinned", "chief nurse", TEN),
        "This entry is already in the log; nothing was added.",
    ),
    "a telling says who was told": (
        c.LogTelling("t9", "pinned", " \n ", TEN),
        "The log needs to say who was told, by role; nothing was recorded.",
    ),
    "a telling has a time that is sure": (
        c.LogTelling("t9", "pinned", "chief nurse", TEN.replace(tzinfo=None)),
        "A time needs its time zone; nothing was recorded.",
    ),
    "nobody replies to a retracted telling": (
        c.RecordReply("t2", "Yes."),
        "This entry of the log is retracted; restore it before a reply is written down.",
    ),
    "nobody replies to no telling": (
        c.RecordReply("t9", "Yes."),
        "There is no entry “t9” in the log of an immediate concern.",
    ),
    "a telling is retracted for a reason": (
        c.RetractTelling("t1", ""),
        "An entry of the log can only be retracted with a reason. It stands as it was.",
    ),
    "a telling is restored for a reason": (
        c.RestoreTelling("t2", ""),
        "An entry of the log can only be restored with a reason. It stays as it was.",
    ),
    "a request is made once": (
        c.MakeRequest("r1", "The plan"),
        "This request is already in the record; nothing was recorded again.",
    ),
    "a request says what is asked for": (
        c.MakeRequest("r9", " \n"),
        "A request needs to say what is asked for; nothing was recorded.",
    ),
    "a request goes on saying what is asked for": (
        c.AmendRequest("r1", asked_for=" "),
        "A request needs to say what is asked for; R-001 stands as it was.",
    ),
    "a request that is not there is not amended": (
        c.AmendRequest("r9", asked_of="secretary"),
        "There is no request “r9” in this inspection.",
    ),
    "a worry is noted once": (
        c.NoteWorry("w1", "Nights"),
        "This worry is already in the record; nothing was recorded again.",
    ),
    "a worry has words": (c.NoteWorry("w9", " "), "A worry needs some words; nothing was recorded."),
    "a worry is retracted for a reason": (
        c.RetractWorry("w1", " "),
        "A worry can only be retracted with a reason. It stands as it was.",
    ),
    "a worry that is not there is not compared": (
        c.CompareWorry("w9", "missing"),
        "There is no worry “w9” in this inspection.",
    ),
    "a worry matches an entry": (
        c.CompareWorry("w1", "matched"),
        "Choose the entry of the risk register that is matched; nothing was changed.",
    ),
    "a worry matches an entry that is there": (
        c.CompareWorry("w1", "matched", "k9"),
        "There is no entry “k9” of the risk register in this inspection.",
    ),
    "an entry of the register has a title": (
        c.RecordRisks("register", (c.NewRisk("k9", "BAF-9", " "),)),
        "Each entry of a risk register needs a reference and a title; nothing was recorded.",
    ),
    "a reference stands once in a register": (
        c.RecordRisks("register", (c.NewRisk("k8", "BAF-9", "Roofs"), c.NewRisk("k9", " BAF-9 ", "Lifts"))),
        "The reference “BAF-9” stands twice in the list; nothing was recorded.",
    ),
    "an entry keeps its reference": (
        c.RecordRisks("register", (c.NewRisk("k1", "BAF-9", "Nights"),)),
        "The entry “BAF-9” is in the record under another reference; nothing was recorded.",
    ),
    "an entry that a worry is compared with stays": (
        c.RetractRisks(("k1",), "no longer there"),
        "A worry is compared with “BAF-1”, so it stays in the register; compare that worry anew first.",
    ),
    "an entry is restored for a reason": (
        c.RestoreRisks(("k2",), " "),
        "An entry of the risk register can only be restored with a reason. It stays as it was.",
    ),
    "an entry that is not there is not retracted": (
        c.RetractRisks(("k9",), "no longer there"),
        "There is no entry “k9” of the risk register in this inspection.",
    ),
}
SO_ALREADY: dict[str, c.Command] = {
    "a concern pinned": c.PinConcern("pinned"),
    "a plain line unpinned": c.UnpinConcern("plain", "solved"),
    "the same reply": c.RecordReply("t1", "Seen to."),
    "a retracted telling retracted": c.RetractTelling("t2", "once more"),
    "a telling that stands restored": c.RestoreTelling("t1", "not needed"),
    "a request amended to what it says": c.AmendRequest("r1", "The  plan", "company secretary", "W1.E2", TEN.date()),
    "a request of what it asks for": c.AmendRequest("r1", asked_for="The plan"),
    "a request open": c.SetRequestState("r1", "open"),
    "a retracted worry retracted": c.RetractWorry("w2", "once more"),
    "a worry that stands restored": c.RestoreWorry("w1", "not needed"),
    "the same verdict": c.CompareWorry("w1", "matched", "k1", " the same "),
    "the register as it is": c.RecordRisks("register", (c.NewRisk("k9", "BAF-1", "Nights"),)),
    "a retracted entry retracted": c.RetractRisks(("k2",), "once more"),
    "an entry that stands restored": c.RestoreRisks(("k1",), "not needed"),
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
    [c.UnpinConcern("plain", "solved"), c.RetractRisks(("k2",), "once more"), c.RestoreRisks(("k1",), "no")],
    ids=lambda command: type(command).__name__,
)
def test_where_there_is_nothing_to_put_back_nothing_is_offered(record: Store, command: c.Command) -> None:
    assert record.read(lambda connection: taking_back(command, StoreStanding(connection, WRITER.device))) == ()
