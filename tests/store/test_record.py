"""What the record keeps, and what it refuses."""

from functools import partial
from pathlib import Path

import pytest

from tests.store.conftest import KEY, WRITER, HandClock
from wellled_desktop.inspection.commands import (
    AmendLine,
    NewParticipant,
    PlanSession,
    RestoreLine,
    RetractLine,
    SaveDraft,
    SetEvidenceState,
    WriteLine,
)
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.store import reading
from wellled_desktop.store.store import Store


@pytest.fixture
def session(store: Store) -> str:
    store.execute(
        PlanSession("s1", "interview", ("chief-executive",), (NewParticipant("p1", "chief-executive", name="Jo"),))
    )
    return "s1"


def the_line(store: Store, line_id: str = "l1") -> NoteLine:
    return store.read(partial(reading.lines, line_id=line_id))[0]


def test_a_written_line_keeps_its_time_speaker_and_tags(store: Store, session: str, clock: HandClock) -> None:
    store.execute(WriteLine("l1", session, "We walk the wards weekly.", "said", "p1", ("W1.1", "W1.E1"), claim=True))
    line = the_line(store)
    assert (line.ref, line.speaker, line.tags, line.claim) == ("S-01 l.1", "p1", ("W1.1", "W1.E1"), True)
    assert round(line.written_at.timestamp() * 1000) == clock.unix_ms


def test_writing_begins_the_session(store: Store, session: str) -> None:
    store.execute(WriteLine("l1", session, "Good morning."))
    assert store.read(reading.sessions)[0].state == "under way"


def test_names_are_left_out_unless_asked_for(store: Store, session: str) -> None:
    assert store.read(reading.sessions)[0].participants[0].name is None
    assert store.read(partial(reading.sessions, names=True))[0].participants[0].name == "Jo"


def test_a_correction_within_ten_minutes_is_silent(store: Store, session: str, clock: HandClock) -> None:
    store.execute(WriteLine("l1", session, "teh board"))
    clock.pass_minutes(9.9)
    store.execute(AmendLine("l1", "the board"))
    assert (the_line(store).text, the_line(store).amendments) == ("the board", 0)


def test_later_a_change_needs_a_reason_and_keeps_the_original(store: Store, session: str, clock: HandClock) -> None:
    store.execute(WriteLine("l1", session, "Six vacancies."))
    clock.pass_minutes(11)
    with pytest.raises(RuleBroken, match="needs a reason"):
        store.execute(AmendLine("l1", "Sixteen vacancies."))
    assert the_line(store).text == "Six vacancies."
    store.execute(AmendLine("l1", "Sixteen vacancies.", reason="misheard"))
    versions = store.read(partial(reading.line_versions, line_ids=["l1"]))
    assert [(version.text, version.reason) for version in versions] == [("Six vacancies.", "misheard")]
    assert the_line(store).amendments == 1


def test_a_retracted_line_can_be_restored(store: Store, session: str) -> None:
    store.execute(WriteLine("l1", session, "Said in confidence."))
    store.execute(RetractLine("l1", "wrong session"))
    assert the_line(store).retraction_reason == "wrong session"
    store.execute(RestoreLine("l1", "right after all"))
    assert the_line(store).retracted_at is None


def test_a_committed_line_clears_the_draft(store: Store, session: str) -> None:
    store.execute(SaveDraft(session, "We walk the"))
    assert store.read(partial(reading.draft, session_id=session, device="laptop-a")) == "We walk the"
    store.execute(WriteLine("l1", session, "We walk the wards."))
    assert store.read(partial(reading.draft, session_id=session, device="laptop-a")) == ""


def test_only_key_evidence_has_a_state(store: Store) -> None:
    store.execute(SetEvidenceState("W1.E2.1", "requested", "asked the company secretary"))
    assert store.read(reading.evidence_states)[0].state == "requested"
    with pytest.raises(NotFound):
        store.execute(SetEvidenceState("W1.1", "gathered"))


def test_a_refused_command_leaves_nothing_of_its_transaction(store: Store, session: str) -> None:
    with pytest.raises(NotFound):
        store.execute(WriteLine("l1", session, "first"), WriteLine("l2", session, "second", tags=("W9.9",)))
    assert store.read(reading.lines) == ()
    store.execute(WriteLine("l3", session, "third"))
    assert [line.text for line in store.read(reading.lines)] == ["third"]


def test_control_characters_are_made_visible(store: Store, session: str) -> None:
    store.execute(WriteLine("l1", session, "before\x00after\r\nnext"))
    assert the_line(store).text == "before\ufffdafter\nnext"


def test_an_emptied_composer_leaves_no_draft(store: Store, session: str) -> None:
    store.execute(SaveDraft(session, "half a"))
    store.execute(SaveDraft(session, ""))
    assert store.read(partial(reading.draft, session_id=session, device="laptop-a")) == ""


def test_a_store_without_an_inspection_knows_no_node(tmp_path: Path, clock: HandClock) -> None:
    empty = Store(tmp_path / "empty.db", KEY, WRITER, clock)
    with pytest.raises(NotFound):
        empty.execute(SetEvidenceState("W1.E1", "gathered"))
    empty.close()
