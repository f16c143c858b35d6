"""From a claim to a numbered request, and from a line to an immediate concern with its log: by keyboard, at the table."""

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.kloe.names import unnamed
from tests.ui.session.desk import PANEL, Desk
from wellled_desktop.inspection.commands import LogTelling, MakeRequest, PinConcern, SetEvidenceState
from wellled_desktop.inspection.read_models import ImmediateConcern, Request, Worry
from wellled_desktop.store import reading, talk_reading
from wellled_desktop.ui.window.undo import UndoStack

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
COMPLAINTS = "We answer every complaint within 25 days."


def requests(desk: Desk) -> tuple[Request, ...]:
    found: tuple[Request, ...] = desk.opened.bridge.read_now(talk_reading.requests)
    return found


def concerns(desk: Desk) -> tuple[ImmediateConcern, ...]:
    found: tuple[ImmediateConcern, ...] = desk.opened.bridge.read_now(talk_reading.immediate_concerns)
    return found


def state_of(desk: Desk, node: str) -> str:
    found = desk.opened.bridge.read_now(partial(reading.evidence_states, node=node))
    return found[0].state if found else "none"


def marks(desk: Desk, row: int) -> tuple[str, ...]:
    line = desk.page.presenter.lines.line_at(row)
    assert line is not None
    return desk.page.presenter.lines.marks(line)


def focused(desk: Desk) -> QWidget:
    widget = desk.page.focusWidget()
    assert widget is not None
    return widget


def into(desk: Desk, words: str) -> None:
    QTest.keyClicks(focused(desk), words)


def claim(desk: Desk, words: str = COMPLAINTS) -> None:
    desk.press(Qt.Key.Key_F7)
    desk.enter(words)


def pin_and_go_to_log(desk: Desk) -> None:
    """The key once, and again."""
    desk.press(Qt.Key.Key_I, CTRL)
    desk.press(Qt.Key.Key_I, CTRL)
    desk.until(desk.page.side.concerns.who.hasFocus)


# Claim to proof


def test_marking_a_claim_proposes_what_could_prove_it_and_takes_no_focus(desk: Desk) -> None:
    panel = desk.page.side.proof
    desk.type("We answer every complaint within 25 days #W7.1 ")
    assert not panel.isVisible()
    desk.press(Qt.Key.Key_F7)
    assert panel.isVisible()
    assert panel.title == "Proof for the claim being written"
    assert 1 <= len(panel.list.rows) <= 5
    assert "complaint" in panel.list.rows[0].words.casefold()
    assert panel.list.rows[0].over.startswith("Speaks of complaint")
    assert desk.page.composer.edit.hasFocus()


def test_items_with_the_same_why_stand_under_it_together_and_it_is_said_once(desk: Desk) -> None:
    desk.type("We answer each complaint #W7.1 #W3.2 ")
    desk.press(Qt.Key.Key_F7)
    rows = desk.page.side.proof.list.rows
    said = [row.over for row in rows if row.over]
    assert 1 <= len(said) < len(rows)
    assert len(set(said)) == len(said)
    assert [int(row.head.split()[0]) for row in rows] == list(range(1, len(rows) + 1))
    assert rows[0].spoken.startswith(rows[0].over.rstrip("."))


def test_one_key_and_a_number_make_a_request_for_the_claim_just_written(desk: Desk) -> None:
    claim(desk)
    panel = desk.page.side.proof
    assert panel.title == "Proof for l.1"
    first = panel.list.rows[0]
    desk.press(Qt.Key.Key_M, CTRL)
    assert panel.list.hasFocus()
    desk.press(Qt.Key.Key_1)
    desk.until(lambda: len(requests(desk)) == 1)
    (made,) = requests(desk)
    assert (made.ref, made.line_ref, made.asked_for) == ("R-001", "S-01 l.1", first.words)
    assert made.node is not None
    assert state_of(desk, made.node) == "requested"
    desk.until(lambda: marks(desk, 0) == ("claim", "R-001"))
    assert desk.page.composer.edit.hasFocus()
    desk.until(lambda: not panel.isVisible())
    desk.until(lambda: desk.page.side.follow_ups.list.model().index(0, 0).data() == f"l.1 R-001: {COMPLAINTS}")


def test_what_is_being_written_is_kept_first(desk: Desk) -> None:
    desk.type(COMPLAINTS)
    desk.press(Qt.Key.Key_M, CTRL)
    assert desk.text == ""
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(requests(desk)) == 1)
    assert (desk.lines()[0].text, desk.lines()[0].claim) == (COMPLAINTS, True)


def test_the_words_asked_for_can_be_changed_first(desk: Desk) -> None:
    claim(desk)
    panel = desk.page.side.proof
    desk.press(Qt.Key.Key_M, CTRL)
    desk.press(Qt.Key.Key_Down)
    second = panel.list.rows[1]
    assert panel.asked_for.text() == second.words
    desk.press(Qt.Key.Key_Tab)
    assert panel.asked_for.hasFocus()
    panel.asked_for.selectAll()
    into(desk, "Complaints log, April to October")
    desk.press(Qt.Key.Key_Tab)
    into(desk, "company secretary")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(requests(desk)) == 1)
    (made,) = requests(desk)
    assert (made.asked_for, made.asked_of) == ("Complaints log, April to October", "company secretary")
    assert second.head.endswith(made.node or "nothing")


def test_undo_takes_back_the_request_and_the_mark_on_the_checklist_together(desk: Desk) -> None:
    steps = UndoStack(desk.opened.bridge, desk.page)
    claim(desk)
    desk.press(Qt.Key.Key_M, CTRL)
    desk.press(Qt.Key.Key_1)
    desk.until(lambda: len(requests(desk)) == 1)
    assert steps.undo_name == "make a request"
    (made,) = requests(desk)
    steps.undo()
    desk.until(lambda: requests(desk)[0].state == "withdrawn")
    assert state_of(desk, made.node or "") == "none"
    desk.until(lambda: marks(desk, 0) == ("claim",))


def test_an_item_that_is_not_to_be_had_is_not_proposed(desk: Desk) -> None:
    claim(desk)
    panel = desk.page.side.proof
    first, second = (row.head.split()[-1] for row in panel.list.rows)
    desk.do(SetEvidenceState(first, "not-held", "never kept"))
    desk.page.lines.select_line(desk.lines()[0].id)
    desk.until(lambda: [row.head for row in panel.list.rows] == [f"1  {second}"])
    desk.do(SetEvidenceState(second, "gathered"))
    desk.press(Qt.Key.Key_M, CTRL)
    desk.press(Qt.Key.Key_1)
    desk.until(lambda: len(requests(desk)) == 1)
    assert state_of(desk, second) == "gathered", "an item that has a state by now keeps it"


def test_with_a_request_open_for_the_claim_it_is_named_and_nothing_more_is_proposed(desk: Desk) -> None:
    claim(desk)
    panel = desk.page.side.proof
    desk.do(MakeRequest("r1", "The log", "head of complaints", line=desk.lines()[0].id))
    desk.page.lines.select_line(desk.lines()[0].id)
    desk.press(Qt.Key.Key_M, CTRL)
    desk.until(lambda: panel.list.rows == ())
    assert panel.how.startswith("R-001 is open (asked of head of complaints on ")
    assert panel.how.endswith(" Ctrl+M asks for something else.")


def test_of_an_item_that_is_asked_for_the_request_is_named_and_the_other_proposed(desk: Desk) -> None:
    claim(desk)
    panel = desk.page.side.proof
    first, second = (row.head.split()[-1] for row in panel.list.rows)
    desk.do(MakeRequest("r1", "The policy", "", first))
    desk.page.lines.select_line(desk.lines()[0].id)
    desk.until(lambda: [row.head for row in panel.list.rows] == [f"1  {second}"])
    assert panel.how.startswith(f"R-001 is open ({first}, asked on ")


def test_how_things_stand_is_known_before_the_first_claim(desk: Desk) -> None:
    desk.do(SetEvidenceState("W3.E7", "gathered"))
    desk.until(lambda: "W3.E7" in desk.page.follow_up.proof._standing.gathered)
    desk.type(COMPLAINTS)
    desk.press(Qt.Key.Key_F7)
    assert [row.head for row in desk.page.side.proof.list.rows] == ["1  W3.E9"]


def test_what_is_being_typed_stays_when_an_item_is_gathered_meanwhile(desk: Desk) -> None:
    claim(desk)
    panel = desk.page.side.proof
    first = panel.list.rows[0].head.split()[-1]
    desk.press(Qt.Key.Key_M, CTRL)
    desk.press(Qt.Key.Key_Tab)
    panel.asked_for.selectAll()
    into(desk, "The log itself")
    desk.do(SetEvidenceState(first, "gathered"))
    desk.until(lambda: first in desk.page.follow_up.proof._standing.gathered)
    assert panel.asked_for.text() == "The log itself"
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(requests(desk)) == 1)
    assert (requests(desk)[0].asked_for, requests(desk)[0].node) == ("The log itself", first)


def test_a_selected_line_becomes_a_claim_with_its_request(desk: Desk) -> None:
    desk.enter(COMPLAINTS)
    desk.page.lines.select_line(desk.lines()[0].id)
    desk.press(Qt.Key.Key_M, CTRL)
    desk.press(Qt.Key.Key_1)
    desk.until(lambda: desk.lines()[0].claim)
    assert requests(desk)[0].line_ref == "S-01 l.1"


def test_nothing_comes_to_mind_and_something_else_is_asked_for(desk: Desk) -> None:
    claim(desk, "It is very well.")
    panel = desk.page.side.proof
    desk.press(Qt.Key.Key_M, CTRL)
    assert panel.list.rows == ()
    assert panel.how == "No item of the framework is named: write what would prove it. Ctrl+M asks for it."
    assert panel.asked_for.hasFocus()
    into(desk, "The letter they spoke of")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(requests(desk)) == 1)
    assert requests(desk)[0].node is None


def test_escape_leads_back_and_another_line_puts_the_proposals_away(desk: Desk) -> None:
    claim(desk)
    desk.press(Qt.Key.Key_M, CTRL)
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.composer.edit.hasFocus()
    desk.enter("And something else.")
    assert not desk.page.side.proof.isVisible()
    assert requests(desk) == ()


def test_with_no_claim_the_key_says_what_it_is_for(desk: Desk) -> None:
    desk.press(Qt.Key.Key_M, CTRL)
    assert "Write a claim (F7)" in desk.page.composer.mode.text()
    assert not desk.page.side.proof.isVisible()


# Immediate concerns


def test_one_key_pins_the_line_being_written_and_again_leads_to_its_log(desk: Desk) -> None:
    desk.type("A patient is alone in the corridor.")
    panel = desk.page.side.concerns
    pin_and_go_to_log(desk)
    assert panel.isVisible()
    assert concerns(desk)[0].line.text == "A patient is alone in the corridor."
    assert marks(desk, 0) == ("immediate concern",)
    into(desk, "chief nurse")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(concerns(desk)[0].tellings) == 1)
    (told,) = concerns(desk)[0].tellings
    assert (told.told, told.told_at, told.reply) == ("chief nurse", desk.now(), "")
    assert desk.page.composer.edit.hasFocus()
    desk.until(lambda: len(panel.log.rows) == 1)
    assert panel.pinned.rows[0].quiet.endswith("no reply yet")


def test_the_selected_line_is_pinned_and_pinning_it_again_only_opens_its_log(desk: Desk) -> None:
    desk.enter("The first.")
    desk.enter("The second.")
    desk.page.lines.select_line(desk.lines()[0].id)
    desk.press(Qt.Key.Key_I, CTRL)
    desk.until(lambda: len(desk.page.side.concerns.pinned.rows) == 1)
    assert not desk.page.side.concerns.who.hasFocus()
    desk.page.lines.select_line(desk.lines()[0].id)
    desk.press(Qt.Key.Key_I, CTRL)
    assert desk.page.side.concerns.who.hasFocus()
    assert [one.line.number for one in concerns(desk)] == [1]


def test_a_later_reply_is_written_into_the_log(desk: Desk) -> None:
    desk.enter("A patient is alone.")
    line = desk.lines()[0].id
    desk.do(PinConcern(line), LogTelling("t1", line, "chief nurse", desk.now()))
    panel = desk.page.side.concerns
    desk.until(lambda: len(panel.log.rows) == 1)
    panel.log.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert panel.reply.hasFocus()
    assert not panel.who.isVisible()
    into(desk, "On her way down.")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: concerns(desk)[0].tellings[0].reply == "On her way down.")
    desk.until(lambda: panel.log.rows[0].words == "On her way down.")
    assert panel.who.isVisible()


def test_when_somebody_was_told_can_be_changed(desk: Desk) -> None:
    desk.enter("A patient is alone.")
    desk.page.lines.select_line(desk.lines()[0].id)
    pin_and_go_to_log(desk)
    panel = desk.page.side.concerns
    into(desk, "chief nurse")
    before = panel.when.dateTime().toSecsSinceEpoch()
    panel.when.setFocus()
    panel.when.setCurrentSection(panel.when.Section.MinuteSection)
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(concerns(desk)[0].tellings) == 1)
    told_at = concerns(desk)[0].tellings[0].told_at
    assert told_at == dt.datetime.fromtimestamp(before + 60, dt.UTC)


def test_unpinning_needs_a_reason(desk: Desk) -> None:
    desk.enter("A patient is alone.")
    desk.do(PinConcern(desk.lines()[0].id))
    panel = desk.page.side.concerns
    desk.until(panel.isVisible)
    QTest.keyClick(panel.unpin, Qt.Key.Key_Space)
    assert panel.reason.question.startswith("Why is it no longer an immediate concern?")
    desk.press(Qt.Key.Key_Return)
    assert len(concerns(desk)) == 1
    into(desk, "It was a rehearsal.")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: concerns(desk) == ())
    desk.until(lambda: not panel.isVisible())
    assert marks(desk, 0) == ()


def test_with_nothing_to_pin_the_key_says_what_it_is_for(desk: Desk) -> None:
    desk.press(Qt.Key.Key_I, CTRL)
    assert "Ctrl+I pins it" in desk.page.composer.mode.text()


def test_another_session_shows_none_of_it(desk: Desk) -> None:
    desk.enter("A patient is alone.")
    desk.do(PinConcern(desk.lines()[0].id))
    desk.until(desk.page.side.concerns.isVisible)
    desk.show(PANEL)
    desk.until(lambda: not desk.page.side.concerns.isVisible())


# Worries


def test_a_selected_line_is_noted_as_a_worry(desk: Desk) -> None:
    desk.enter("What keeps me awake is the night shift.")
    desk.page.lines.select_line(desk.lines()[0].id)
    desk.press(Qt.Key.Key_Y, CTRL_SHIFT)
    desk.until(lambda: "noted as a worry" in desk.page.composer.mode.text())
    found: tuple[Worry, ...] = desk.opened.bridge.read_now(talk_reading.worries)
    assert [(one.text, one.session_ref, one.line) for one in found] == [
        ("What keeps me awake is the night shift.", "S-01", desk.lines()[0].id)
    ]


def test_everything_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    claim(desk)
    desk.do(PinConcern(desk.lines()[0].id))
    desk.until(desk.page.side.concerns.isVisible)
    assert unnamed(desk.page.side.concerns) == []
    assert unnamed(desk.page.side.proof) == []
