"""What each journal entry says it was made against: the newest version of that field, as the journal itself tells."""

from pathlib import Path

import pytest

from tests.store.conftest import KEY, WRITER, HandClock
from wellled_desktop.inspection.commands import (
    AmendLine,
    Command,
    NewParticipant,
    PlanSession,
    SaveDraft,
    SetEvidenceState,
    StartSession,
    WriteLine,
)
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.inspection.journal import Entry
from wellled_desktop.store import journal
from wellled_desktop.store.errors import CannotWrite
from wellled_desktop.store.store import Store

REFUSED = WriteLine("l9", "s1", "words", tags=("W9.9",))


def bases_told_by_the_journal(entries: list[tuple[Entry, str]]) -> list[str | None]:
    """The definition, without an index or a memory: the last entry before it of the same record and field, or of its making."""
    found: list[str | None] = []
    for place, (entry, _) in enumerate(entries):
        versions = [
            digest for one, digest in entries[:place] if one.entity == entry.entity and one.field in ("", entry.field)
        ]
        found.append(versions[-1] if entry.field and versions else None)
    return found


def assert_bases_are_right(store: Store) -> None:
    entries = store.read(lambda connection: list(journal.entries(connection)))
    assert [entry.base for entry, _ in entries] == bases_told_by_the_journal(entries)


def drafts_and_bases(store: Store) -> list[tuple[str, str | None]]:
    """Each draft's own hash and the one it was made against, in order."""
    entries = store.read(lambda connection: list(journal.entries(connection)))
    return [(digest, entry.base) for entry, digest in entries if entry.kind == "draft-saved"]


@pytest.fixture
def session(store: Store) -> str:
    store.execute(PlanSession("s1", "interview", ("chief-executive",)), PlanSession("s2", "panel", ("governors",)))
    return "s1"


def test_a_draft_is_made_against_the_draft_before(store: Store, session: str) -> None:
    for text in ("We", "We walk", "We walk the"):
        store.execute(SaveDraft(session, text))
    (first, _), (second, second_base), (_, third_base) = drafts_and_bases(store)
    assert (second_base, third_base) == (first, second)
    assert_bases_are_right(store)


@pytest.mark.parametrize(
    "between",
    [
        (WriteLine("l1", "s1", "A line."),),
        (SaveDraft("s2", "elsewhere"),),
        (SaveDraft("s1", ""),),
        (WriteLine("l1", "s1", "A line."), AmendLine("l1", "The line.")),
        (SetEvidenceState("W1.E1", "gathered"), SetEvidenceState("W1.E1", "requested")),
        (PlanSession("s3", "panel", ("governors",), (NewParticipant("s1", "governors"),)),),
    ],
    ids=["line", "draft-elsewhere", "emptied", "amended", "ticked", "same-identifier"],
)
def test_whatever_was_recorded_between_two_drafts_the_second_names_the_right_version(
    store: Store, session: str, between: tuple[Command, ...]
) -> None:
    store.execute(SaveDraft(session, "We"))
    store.execute(*between)
    store.execute(SaveDraft(session, "We walk"))
    assert_bases_are_right(store)


def test_a_draft_is_not_made_against_one_whose_transaction_was_refused(store: Store, session: str) -> None:
    store.execute(SaveDraft(session, "We"))
    with pytest.raises(RuleBroken):
        store.execute(SaveDraft(session, "We never"), REFUSED)
    store.execute(SaveDraft(session, "We walk"))
    (first, _), (_, base) = drafts_and_bases(store)
    assert base == first


def test_a_first_draft_is_not_made_against_one_whose_transaction_was_refused(store: Store, session: str) -> None:
    with pytest.raises(RuleBroken):
        store.execute(SaveDraft(session, "We never"), REFUSED)
    store.execute(SaveDraft(session, "We walk"))
    assert_bases_are_right(store)


def test_a_draft_is_not_made_against_one_that_a_full_disk_kept_out(store: Store, session: str) -> None:
    store.execute(StartSession(session), SaveDraft(session, "We"))
    store.read(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count=1").close())
    with pytest.raises(CannotWrite):
        store.execute(SaveDraft(session, "We never"), WriteLine("l1", session, "x" * 200_000))
    store.read(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count=100000").close())
    store.execute(SaveDraft(session, "We walk"), SaveDraft(session, "We walk the"))
    assert len(drafts_and_bases(store)) == 3
    assert_bases_are_right(store)


def test_a_store_opened_again_goes_on_from_the_last_draft(store: Store, session: str, tmp_path: Path) -> None:
    store.execute(SaveDraft(session, "We"))
    again = Store(tmp_path / "store.db", KEY, WRITER, HandClock())
    again.execute(SaveDraft(session, "We walk"))
    (first, _), (_, base) = drafts_and_bases(again)
    assert base == first
    again.close()


def test_a_draft_saved_each_second_asks_the_journal_nothing_however_many_there_were(store: Store, session: str) -> None:
    store.execute(SaveDraft(session, "We"))
    asked: list[str] = []
    store.read(lambda connection: connection.connection.dbapi_connection.set_trace_callback(asked.append))  # type: ignore[union-attr]
    store.execute(SaveDraft(session, "We walk"))
    store.read(lambda connection: connection.connection.dbapi_connection.set_trace_callback(None))  # type: ignore[union-attr]
    assert [one for one in asked if "INSERT INTO journal" in one]
    assert [one for one in asked if one.startswith("SELECT") and "journal" in one] == []
