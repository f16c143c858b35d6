"""The reads of the session page."""

from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.store.conftest import KEY, WRITER, HandClock
from wellled_desktop.inspection.commands import (
    AmendLine,
    NewParticipant,
    PlanSession,
    RestoreLine,
    RetractLine,
    SaveDraft,
    WriteLine,
)
from wellled_desktop.inspection.read_models import SessionOpening
from wellled_desktop.store import session_reading
from wellled_desktop.store.store import Store
from wellled_desktop.store.verify import verify_file


@pytest.fixture
def session(store: Store) -> str:
    store.execute(
        PlanSession("s1", "interview", ("chief-executive",), (NewParticipant("p1", "chief-executive", name="Jo"),)),
        PlanSession("s2", "panel", ("governors",)),
    )
    return "s1"


def opening(store: Store, newest: int = 2) -> SessionOpening:
    found = store.read(partial(session_reading.session_opening, session_id="s1", device=WRITER.device, newest=newest))
    assert found is not None
    return found


def test_a_session_opens_with_its_newest_lines_and_its_draft(store: Store, session: str, clock: HandClock) -> None:
    assert opening(store).newest == ()
    store.execute(*(WriteLine(f"l{number}", session, f"Line {number}") for number in range(1, 6)))
    assert opening(store).draft is None
    store.execute(SaveDraft(session, "half a"))
    found = opening(store)
    assert [line.number for line in found.newest] == [4, 5]
    assert found.draft is not None
    assert (found.draft.text, round(found.draft.saved_at.timestamp() * 1000)) == ("half a", clock.unix_ms)
    assert (found.session.lines, found.session.participants[0].name) == (5, None)


def test_a_draft_keeps_the_type_speaker_and_marks_of_its_line(store: Store, session: str, tmp_path: Path) -> None:
    store.execute(SaveDraft(session, "14 of 20", "data", "p1", claim=True, weight="concern"))
    draft = opening(store).draft
    assert draft is not None
    assert (draft.text, draft.line_type, draft.speaker) == ("14 of 20", "data", "p1")
    assert (draft.claim, draft.weight) == (True, "concern")
    assert store.execute(SaveDraft(session, "14 of 20", "data", "p1", claim=True, weight="concern")) == ()
    assert verify_file(tmp_path / "store.db", KEY).findings == ()


@pytest.mark.parametrize(
    "changed",
    [{"line_type": "seen"}, {"speaker": None}, {"claim": False}, {"weight": "strength"}],
    ids=lambda changed: next(iter(changed)),
)
def test_a_draft_with_the_same_words_and_another_coding_is_saved(
    store: Store, session: str, tmp_path: Path, changed: dict[str, Any]
) -> None:
    saved = SaveDraft(session, "14 of 20", "data", "p1", claim=True, weight="concern")
    store.execute(saved)
    wanted = msgspec.structs.replace(saved, **changed)
    assert [change.kind for change in store.execute(wanted)] == ["draft-saved"]
    draft = opening(store).draft
    assert draft is not None
    assert {field: getattr(draft, field) for field in changed} == changed
    assert verify_file(tmp_path / "store.db", KEY).findings == ()


def test_an_empty_draft_keeps_no_coding(store: Store, session: str, tmp_path: Path) -> None:
    assert store.execute(SaveDraft(session, "", "data", "p1", claim=True)) == ()
    store.execute(SaveDraft(session, "14 of 20", "data", "p1"), SaveDraft(session, "", "data", "p1"))
    assert opening(store).draft is None
    assert verify_file(tmp_path / "store.db", KEY).findings == ()


def test_a_session_that_is_not_there_opens_as_nothing(store: Store) -> None:
    question = partial(session_reading.session_opening, session_id="s9", device=WRITER.device, newest=2)
    assert store.read(question) is None


def test_a_line_counts_once_for_an_item_and_its_sub_item(store: Store, session: str) -> None:
    store.execute(
        WriteLine("l1", session, "Both.", tags=("W1.E2", "W1.E2.1")),
        WriteLine("l2", session, "The sub-item.", tags=("W1.E2.1", "W1.1")),
        WriteLine("l3", session, "Retracted.", tags=("W1.1",), claim=True),
        WriteLine("l4", "s2", "Elsewhere.", tags=("W1.1",), claim=True),
        WriteLine("l5", session, "A claim.", claim=True),
        RetractLine("l3", "wrong session"),
    )
    tally = store.read(partial(session_reading.session_tally, session_id=session))
    assert tally.counts == {"W1.E2": 2, "W1.E2.1": 2, "W1.1": 1}
    assert [line.id for line in tally.claims] == ["l5"]


def test_news_are_of_the_session_asked_for(store: Store, session: str) -> None:
    store.execute(WriteLine("l1", session, "Here."), WriteLine("l2", "s2", "There."))
    news = partial(session_reading.session_news, session_id=session, line_ids=("l1", "l2", "l9"))
    found = store.read(partial(news, session=False))
    assert ([line.id for line in found.lines], found.session) == (["l1"], None)
    named = store.read(partial(news, session=True, names=True)).session
    assert named is not None
    assert (named.state, named.participants[0].name) == ("under way", "Jo")


def test_who_talked_how_much_is_told_by_all_lines_of_the_session(store: Store, session: str) -> None:
    store.execute(
        WriteLine("l1", session, "We walk.", speaker="p1"),
        WriteLine("l2", "s2", "Elsewhere."),
    )
    talk = store.read(partial(session_reading.talk, session_id=session))
    assert [(one.speaker, one.lines) for one in talk.shares] == [("p1", 1)]


def test_the_history_of_a_line_is_of_that_line_alone(store: Store, session: str, clock: HandClock) -> None:
    store.execute(WriteLine("l1", session, "We walk."), WriteLine("l2", session, "We sit."), RetractLine("l2", "no"))
    clock.pass_minutes(20)
    store.execute(
        AmendLine("l1", text="We walk the wards.", reason="heard again"),
        RetractLine("l1", "wrong session"),
        RestoreLine("l1", "it was this one"),
    )
    found = store.read(partial(session_reading.line_history, line_id="l1"))
    assert (found.line_id, [one.text for one in found.versions]) == ("l1", ["We walk."])
    assert [(one.line_id, one.reason) for one in found.retractions] == [("l1", "wrong session")]
    assert found.retractions[0].restored is not None
