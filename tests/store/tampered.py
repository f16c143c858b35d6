"""A store with something in every table, for the tests of `verify`, and how it is tampered with and checked."""

import datetime as dt
from pathlib import Path

import pytest

from tests.store.conftest import KEY, HandClock
from wellled_desktop.inspection.commands import (
    AddLocalNode,
    AddQuestions,
    AmendLine,
    AnswerForm,
    AttachFile,
    EndSession,
    LogTelling,
    MakeRequest,
    NewFinding,
    NewParticipant,
    NewQuestion,
    NewRisk,
    NoteWorry,
    PauseSession,
    PinConcern,
    PlanReading,
    PlanSession,
    RecordEvidence,
    RecordFindings,
    RecordOutcome,
    RecordRisks,
    RetractLine,
    SaveDraft,
    SetEvidenceState,
    SetJudgement,
    StartSession,
    WriteLine,
)
from wellled_desktop.inspection.read_models import JournalHead
from wellled_desktop.store import tables as t
from wellled_desktop.store.connection import open_connection
from wellled_desktop.store.store import Store
from wellled_desktop.store.verify import Verification, verify


@pytest.fixture
def busy_store(store: Store, clock: HandClock) -> Store:
    """A store with something in every table."""
    person = NewParticipant("p1", "chief-executive", name="Jo Invented")
    store.execute(PlanSession("s1", "interview", ("chief-executive",), (person,)))
    for number in range(1, 6):
        clock.pass_minutes(1)
        store.execute(WriteLine(f"l{number}", "s1", f"Line {number}", tags=("W1.1",), speaker="p1"))
    clock.pass_minutes(20)
    store.execute(AmendLine("l1", "Line one", reason="spelt out", tags=("W1.E1", "W1.1")))
    store.execute(RetractLine("l2", "wrong session"), EndSession("s1"))
    store.execute(RecordEvidence("e1", "Board papers", "minutes", nodes=("W1.E2",)))
    store.execute(SetEvidenceState("W1.E1", "gathered"))
    store.execute(
        PlanSession("s2", "focus-group", ("governors",)),
        StartSession("s2"),
        PauseSession("s2"),
        AnswerForm("s2", "heads", 14),
        AddQuestions("s2", (NewQuestion("q1", "Why?", "", "own"),)),
        MakeRequest("r1", "The plan", line="l3"),
        PinConcern("l4"),
        LogTelling("t1", "l4", "chief executive", dt.datetime(2026, 11, 24, tzinfo=dt.UTC)),
        RecordRisks("register", (NewRisk("k1", "BAF-3", "Nights"),)),
        NoteWorry("w1", "Nights", "s2"),
        AttachFile("a1", "e1", "0" * 64, 12, "minutes.pdf"),
        PlanReading("d1", "e1", 1, 40),
        RecordFindings("reports", (NewFinding("f1", "Maternity", "Stock was checked.", "W1.1"),)),
        AddLocalNode("n1", "W1", "prompt", "By night?"),
        SetJudgement("W1.1", "strength", "They are seen."),
        RecordOutcome("o1", "W1", "single-source:W1.1", "One source only.", "enough"),
        SaveDraft("s1", "half a sen"),
    )
    return store


def checked(store: Store, anchored: JournalHead | None = None) -> Verification:
    return store.read(lambda connection: verify(connection, anchored))


def tamper(path: Path, *statements: str) -> None:
    """Changes the store as somebody would who has its key."""
    connection = open_connection(path, KEY)
    for statement in ("DROP TRIGGER journal_keeps_update", "DROP TRIGGER journal_keeps_delete"):
        connection.execute(statement)
    for statement in statements:
        connection.execute(statement)
    for trigger in t.JOURNAL_TRIGGERS.values():
        connection.execute(trigger)
    connection.close()


def in_the_file(store: Store, path: Path) -> bytes:
    """The file's bytes, with everything recorded in them."""
    store.read(lambda connection: connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all())
    return path.read_bytes()
