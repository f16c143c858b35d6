"""Writing lines: what Enter, the function keys and the speaker keys do, and what is on disk then."""

import pytest
from PySide6.QtCore import QMimeData, Qt

from tests.ui.session.desk import PANEL, SESSION, Desk
from wellled_desktop.inspection.commands import EndSession, StartSession, WriteLine
from wellled_desktop.ui.pages.session.composed import Composed


def test_enter_keeps_the_line_and_it_is_on_disk(desk: Desk) -> None:
    desk.enter("We walk the wards weekly.")
    line = desk.lines()[0]
    assert (line.text, line.line_type, line.speaker) == ("We walk the wards weekly.", "said", "ceo")
    assert desk.text == ""


def test_the_line_is_on_show_before_it_is_on_disk(desk: Desk) -> None:
    desk.type("Good morning.")
    desk.press(Qt.Key.Key_Return)
    shown = desk.page.presenter.lines
    assert shown.rowCount() == 1
    line = shown.line_at(0)
    assert line is not None
    assert shown.is_pending(line.id)
    assert "not yet on disk" in shown.spoken(line)
    desk.until(lambda: not shown.is_pending(line.id))
    desk.wait_until_shown()


def test_shift_enter_breaks_the_line(desk: Desk) -> None:
    desk.type("Two things:")
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    desk.enter("money and people.")
    assert [line.text for line in desk.lines()] == ["Two things:\nmoney and people."]


def test_the_caret_never_leaves_the_composer(desk: Desk) -> None:
    edit = desk.page.composer.edit
    assert edit.hasFocus()
    for text in ("One.", "Two.", "Three."):
        desk.enter(text)
        assert edit.hasFocus()
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F7):
        desk.press(key)
        assert edit.hasFocus()


def test_an_empty_composer_makes_no_line(desk: Desk) -> None:
    desk.type("   ")
    desk.press(Qt.Key.Key_Return)
    assert desk.page.presenter.lines.rowCount() == 0


@pytest.mark.parametrize("nothing", ["\x00\x00", "\u200b \ufeff", "\n \n"])
def test_what_cannot_be_seen_makes_no_line(desk: Desk, nothing: str) -> None:
    pasted = QMimeData()
    pasted.setText(nothing)
    desk.page.composer.edit.insertFromMimeData(pasted)
    desk.page.composer.commit()
    assert desk.page.presenter.lines.rowCount() == 0
    assert desk.page.composer.message.isHidden()


def test_tags_alone_make_no_line_and_one_is_told_so(desk: Desk) -> None:
    desk.page.composer.tag("W1.1")
    desk.press(Qt.Key.Key_Return)
    assert desk.page.presenter.lines.rowCount() == 0
    assert desk.page.composer.mode.text() == "A line needs some words."


def test_type_and_marks_are_for_one_line(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F7)
    desk.press(Qt.Key.Key_F8)
    desk.enter("Fourteen per cent.")
    desk.enter("Nine was planned.")
    first, second = desk.lines()
    assert (first.line_type, first.claim, first.weight) == ("data", True, "concern")
    assert (second.line_type, second.claim, second.weight) == ("said", False, "neutral")


@pytest.mark.parametrize(
    ("key", "line_type"),
    [
        (Qt.Key.Key_F2, "said"),
        (Qt.Key.Key_F3, "seen"),
        (Qt.Key.Key_F4, "read"),
        (Qt.Key.Key_F5, "data"),
        (Qt.Key.Key_F6, "inference"),
    ],
)
def test_each_type_has_its_key(desk: Desk, key: Qt.Key, line_type: str) -> None:
    desk.press(key)
    desk.enter("A line.")
    assert desk.lines()[0].line_type == line_type


def test_a_strength_takes_the_place_of_a_concern(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F8)
    desk.press(Qt.Key.Key_F9)
    desk.enter("They knew every name on the ward.")
    assert desk.lines()[0].weight == "strength"


def test_alt_and_a_number_choose_the_speaker(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.show(PANEL)
    assert desk.page.composer.speaker is None
    for number, text in ((Qt.Key.Key_2, "I chair quality."), (Qt.Key.Key_3, "We ask them twice a year.")):
        desk.press(number, Qt.KeyboardModifier.AltModifier)
        desk.type(text)
        desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    desk.type("Somebody laughed.")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(desk.lines(PANEL)) == 3)
    assert [line.speaker for line in desk.lines(PANEL)] == ["ned-b", "gov", None]
    desk.until(lambda: desk.page.presenter.lines.line_at(2) == desk.lines(PANEL)[2])


def test_a_number_that_nobody_has_changes_no_speaker_and_says_so(desk: Desk) -> None:
    desk.press(Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    assert desk.page.composer.speaker == "ceo"
    assert desk.page.composer.mode.text().startswith("Nobody in the room has Alt+9")


@pytest.mark.parametrize("key", [Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F6])
def test_what_nobody_said_has_no_speaker(desk: Desk, key: Qt.Key) -> None:
    strip = desk.page.composer.strip
    assert strip.speaker == "speaker: chief executive"
    desk.press(key)
    assert strip.speaker == "speaker: none"
    desk.enter("A clean ward.")
    desk.press(Qt.Key.Key_F5)
    assert strip.speaker == "speaker: chief executive"
    desk.enter("Fourteen per cent.")
    assert [line.speaker for line in desk.lines()] == [None, "ceo"]


def test_a_speaker_chosen_for_what_was_seen_is_the_speaker_of_the_next_line_said(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.show(PANEL)
    desk.press(Qt.Key.Key_F3)
    desk.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert desk.page.composer.speaker is None
    assert "no speaker" in desk.page.composer.mode.text()
    people = desk.page.side.people.list
    assert people.currentItem().text() == "nobody in particular"
    desk.press(Qt.Key.Key_F2)
    assert desk.page.composer.speaker == "ned-b"
    assert people.currentRow() == 2


def test_the_first_line_begins_the_session(desk: Desk) -> None:
    assert desk.session().state == "planned"
    desk.enter("Good morning.")
    assert desk.session().state == "under way"
    desk.until(lambda: "Began" in desk.page.side.facts.words)


def test_a_line_after_the_end_says_so(desk: Desk) -> None:
    desk.do(StartSession(SESSION))
    desk.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    desk.until(lambda: desk.session().state == "ended")
    desk.clock.pass_minutes(25)
    desk.enter("She rang afterwards: three, not two.")
    shown = desk.page.presenter.lines
    line = shown.line_at(0)
    assert line is not None
    assert "written 25 min after the end" in shown.spoken(line)


def test_a_refused_line_comes_back_with_the_reason(desk: Desk) -> None:
    desk.page.composer.tag("W1.1")
    desk.page.composer.set_speaker("nobody-we-know")
    desk.type("Words that must not be lost.")
    desk.press(Qt.Key.Key_Return)
    desk.type("And these were typed meanwhile.")
    desk.until(lambda: not desk.page.composer.message.isHidden())
    assert desk.text == "Words that must not be lost.\nAnd these were typed meanwhile."
    assert desk.page.composer.tags == ("W1.1",)
    assert "not among the participants" in desk.page.composer.message.sentence
    assert desk.page.presenter.lines.rowCount() == 0
    assert desk.lines() == ()


def test_lines_refused_one_after_the_other_come_back_in_the_order_written(desk: Desk) -> None:
    desk.page.composer.set_speaker("nobody-we-know")
    for text in ("First.", "Second.", "Third."):
        desk.type(text)
        desk.press(Qt.Key.Key_Return)
    desk.type("And these were typed meanwhile.")
    desk.until(lambda: "Third." in desk.text)
    assert desk.text == "First.\nSecond.\nThird.\nAnd these were typed meanwhile."
    desk.type(" At the end.")
    assert desk.text.endswith("meanwhile. At the end.")
    assert desk.lines() == ()


def test_a_line_refused_while_one_goes_on_with_the_one_before_stands_after_it(desk: Desk) -> None:
    composer = desk.page.composer
    composer.set_speaker("nobody-we-know")
    desk.type("First.")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.text == "First.")
    desk.type(" With more.")
    composer.return_line(Composed("Second.", "inference"), "The disk is full.")
    assert desk.text == "First. With more.\nSecond."
    assert composer.strip.line_type == "inference"
    assert "those of the last one" in composer.mode.text()
    composer.edit.selectAll()
    desk.press(Qt.Key.Key_Delete)
    desk.type("Something new.")
    composer.return_line(Composed("Third."), "The disk is full.")
    assert desk.text == "Third.\nSomething new."


def test_a_refused_line_comes_back_with_all_its_coding(desk: Desk) -> None:
    """Meanwhile the next line was begun as another type, said by somebody else."""
    composer = desk.page.composer
    composer.tag("W1.1")
    composer.set_speaker("nobody-we-know")
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F7, Qt.Key.Key_F8):
        desk.press(key)
    desk.type("14 of 20 posts.")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_F2)
    desk.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert (composer.strip.line_type, composer.speaker, composer.strip.claim) == ("said", "ceo", False)
    desk.until(lambda: not composer.message.isHidden())
    assert (desk.text, composer.tags) == ("14 of 20 posts.", ("W1.1",))
    assert (composer.strip.line_type, composer.speaker) == ("data", "nobody-we-know")
    assert (composer.strip.claim, composer.strip.weight) == (True, "concern")
    desk.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(desk.lines()) == 1)
    line = desk.lines()[0]
    assert (line.line_type, line.speaker, line.tags, line.claim, line.weight) == (
        "data", "ceo", ("W1.1",), True, "concern",
    )  # fmt: skip


def test_a_hundred_thousand_odd_characters_are_one_line(desk: Desk) -> None:
    odd = "Vacancies\x00 \U0001f3e5 \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627\n" * 4_400
    pasted = QMimeData()
    pasted.setText(odd)
    desk.page.composer.edit.insertFromMimeData(pasted)
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(desk.lines()) == 1)
    desk.wait_until_shown()
    assert desk.lines()[0].text == odd.replace("\x00", "\ufffd").strip()
    assert len(odd) > 100_000
    assert not desk.page.lines.grab().isNull()


def test_a_line_written_elsewhere_appears(desk: Desk) -> None:
    desk.do(WriteLine("elsewhere", SESSION, "Noted on the KLOE page."))
    desk.until(lambda: desk.page.presenter.lines.row_of("elsewhere") == 0)
    desk.do(EndSession(SESSION))
    desk.until(lambda: "ended" in desk.page.composer.mode.text())
