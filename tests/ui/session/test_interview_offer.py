"""A session that ends says what it comes to for the interviews that key evidence asks for: an offer, and never more."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.session.desk import SESSION, Desk
from wellled_desktop.inspection.commands import (
    EndSession,
    PlanSession,
    ReopenSession,
    SetEvidenceState,
    SignOffSession,
    StartSession,
    WithdrawSignOff,
)
from wellled_desktop.store import reading
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.undo import UndoStack

CTRL = Qt.KeyboardModifier.ControlModifier
OTHERS = ("trust-chair", "nursing-director", "director-of-hr")
ALL_FOUR = "All 4 roles that W7.E1 asks for were interviewed."


def states(desk: Desk) -> dict[str, str]:
    return {one.node: one.state for one in desk.opened.bridge.read_now(reading.evidence_states)}


def hold(desk: Desk, *roles: str) -> None:
    """Interviews with the roles, and the one that is open begun."""
    for role in roles:
        desk.do(PlanSession(role, "interview", (role,)), StartSession(role))
    desk.do(StartSession(SESSION))


def test_where_all_roles_of_an_item_were_interviewed_its_tick_is_offered_and_one_key_takes_it(desk: Desk) -> None:
    hold(desk, *OTHERS)
    desk.type("Half a li")
    desk.do(EndSession(SESSION))
    desk.until(lambda: desk.page.interviews.bar.sentence == ALL_FOUR)
    assert desk.page.composer.edit.hasFocus()
    desk.type("ne")
    assert desk.text == "Half a line"
    stack = UndoStack(desk.opened.bridge, desk.page)
    desk.press(Qt.Key.Key_G, CTRL)
    desk.until(lambda: states(desk) == {"W7.E1": "gathered"})
    assert desk.page.interviews.bar.sentence == ""
    assert desk.page.composer.edit.hasFocus()
    stack.undo()
    desk.until(lambda: states(desk).get("W7.E1", "none") == "none")


def test_signing_off_offers_it_too_and_not_now_leads_back_to_the_composer(desk: Desk) -> None:
    hold(desk, *OTHERS)
    desk.do(EndSession(SESSION), SignOffSession(SESSION))
    desk.until(lambda: desk.page.interviews.bar.sentence == ALL_FOUR)
    QTest.mouseClick(desk.page.interviews.bar.dismiss, Qt.MouseButton.LeftButton)
    assert desk.page.interviews.bar.sentence == ""
    assert desk.page.composer.edit.hasFocus()
    assert states(desk) == {}


def test_what_was_decided_or_lacks_an_interview_is_not_offered(desk: Desk) -> None:
    hold(desk, *OTHERS)
    desk.do(SetEvidenceState("W7.E1", "not-pursued", "seen elsewhere"))
    desk.do(EndSession(SESSION))
    desk.until(lambda: desk.page.composer.mode.text().startswith("The session has ended"))
    desk.qtbot.waitUntil(lambda: desk.opened.bridge.read_now(reading.sessions)[0].ended_at is not None)
    assert desk.page.interviews.bar.sentence == ""
    desk.do(SetEvidenceState("W7.E1", "requested"))
    desk.do(SignOffSession(SESSION))
    desk.until(lambda: desk.page.interviews.bar.sentence == ALL_FOUR)


def test_a_session_that_goes_on_after_all_or_another_one_takes_the_offer_away(desk: Desk) -> None:
    hold(desk, *OTHERS)
    for held, again in (
        ((EndSession(SESSION),), ReopenSession(SESSION)),
        ((EndSession(SESSION), SignOffSession(SESSION)), WithdrawSignOff(SESSION)),
    ):
        desk.do(*held)
        desk.until(lambda: desk.page.interviews.bar.sentence == ALL_FOUR)
        desk.do(again)
        assert desk.page.interviews.bar.sentence == ""
    desk.do(SignOffSession(SESSION))
    desk.until(lambda: desk.page.interviews.bar.sentence == ALL_FOUR)
    desk.page.show_place(Place("session", "s-panel"))
    assert desk.page.interviews.bar.sentence == ""


def test_the_end_of_another_session_offers_nothing_here(desk: Desk) -> None:
    hold(desk, *OTHERS)
    desk.do(EndSession("trust-chair"))
    desk.do(EndSession(SESSION))
    desk.until(lambda: desk.page.interviews.bar.sentence == ALL_FOUR)
    desk.page.interviews.bar.hide()
    desk.do(SignOffSession("trust-chair"))
    desk.opened.bridge.read_now(reading.sessions)
    assert desk.page.interviews.bar.sentence == ""
