"""Lines that point the other way, and speakers who are nobody in particular: by one key, and said everywhere."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from tests.ui.session.desk import PANEL, SESSION, Desk
from wellled_desktop.inspection.commands import RemoveParticipant, WriteLine
from wellled_desktop.ui.pages.session.keys import session_shortcuts
from wellled_desktop.ui.pages.session.people_finding import VOICE_KEYS
from wellled_desktop.ui.places import Place

ALT = Qt.KeyboardModifier.AltModifier
VOICES = (
    (Qt.Key.Key_S, "several"),
    (Qt.Key.Key_N, "nobody answered"),
    (Qt.Key.Key_D, "disagreement"),
    (Qt.Key.Key_L, "silence"),
)


def test_f10_says_that_the_next_line_points_the_other_way_and_then_no_more(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F10)
    desk.enter("The ward had never seen the strategy.")
    desk.enter("And another.")
    assert [line.points_other_way for line in desk.lines()] == [True, False]
    shown = desk.page.presenter.lines
    first, second = shown.line_at(0), shown.line_at(1)
    assert first is not None
    assert second is not None
    assert "points the other way" in shown.spoken(first)
    assert "points the other way" not in shown.spoken(second)


def test_f10_on_a_selected_line_is_there_and_back_and_the_details_say_so(desk: Desk) -> None:
    desk.enter("The ward had never seen the strategy.")
    desk.page.lines.setFocus()
    desk.press(Qt.Key.Key_End)
    desk.press(Qt.Key.Key_F10)
    desk.until(lambda: desk.lines()[0].points_other_way)
    desk.until(lambda: "points the other way" in desk.page.side.details.words)
    desk.press(Qt.Key.Key_F10)
    desk.until(lambda: not desk.lines()[0].points_other_way)
    desk.wait_until_shown()


def test_a_mark_goes_with_the_draft_and_comes_back_with_it(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F10)
    desk.type("The ward had never")
    desk.page.show_place(Place("session", PANEL))
    desk.until(lambda: desk.saved_draft() is not None)
    saved = desk.saved_draft()
    assert saved is not None
    assert saved.points_other_way
    desk.page.show_place(Place("session", SESSION))
    desk.until(lambda: desk.text == "The ward had never")
    assert desk.page.composer.strip.points_other_way


def test_a_changed_line_keeps_its_mark(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F10)
    desk.enter("The ward had nver seen it.")
    desk.press(Qt.Key.Key_Up)
    assert desk.page.composer.strip.points_other_way
    desk.page.composer.edit.selectAll()
    desk.type("The ward had never seen it.")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.lines()[0].text == "The ward had never seen it.")
    desk.wait_until_shown()
    assert desk.lines()[0].points_other_way


def test_every_key_of_the_strip_is_shown_on_it_and_in_the_list_of_shortcuts(desk: Desk) -> None:
    buttons = [button for button in desk.page.composer.strip.findChildren(QToolButton) if button.property("key")]
    keys = {button.property("key") for button in buttons}
    assert keys == {f"F{number}" for number in range(2, 11)}
    assert all(button.property("key") in button.toolTip() for button in buttons)
    listed = {shortcut.keys for shortcut in session_shortcuts()}
    assert keys <= listed
    assert {f"Alt+{key}" for key, _ in VOICE_KEYS} | {"@", "#", "Ctrl+T"} <= listed


@pytest.mark.parametrize(("key", "words"), VOICES)
def test_a_voice_is_chosen_by_key_and_stands_on_the_line(unshown_desk: Desk, key: Qt.Key, words: str) -> None:
    desk = unshown_desk
    desk.show(PANEL)
    desk.press(key, ALT)
    assert desk.page.composer.strip.speaker == f"speaker: {words}"
    assert desk.page.side.people.list.currentItem().text() == words
    desk.type("Nothing was said of the night.")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(desk.lines(PANEL)) == 1)
    line = desk.lines(PANEL)[0]
    assert line.speaker == words.replace(" ", "-")
    desk.until(lambda: not desk.page.presenter.lines.is_pending(line.id))
    assert f"{words}, said: Nothing" in desk.page.presenter.lines.spoken(line)


def test_voices_are_under_the_participants_each_with_its_key(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.show(PANEL)
    people = desk.page.side.people.list
    assert [people.item(row).text() for row in range(people.count())][-4:] == [words for _, words in VOICES]
    people.setCurrentRow(people.count() - 1, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert desk.page.composer.speaker == "silence"


def test_who_is_off_the_list_is_not_offered_and_their_lines_name_them_still(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(WriteLine("l1", PANEL, "We meet each quarter.", speaker="ned-a"))
    desk.show(PANEL)
    desk.press(Qt.Key.Key_1, ALT)
    assert desk.page.composer.speaker == "ned-a"
    desk.do(RemoveParticipant("ned-a"))
    people = desk.page.side.people.list
    desk.until(lambda: all("(A)" not in people.item(row).text() for row in range(people.count())))
    assert desk.page.composer.speaker is None
    desk.press(Qt.Key.Key_1, ALT)
    assert desk.page.composer.speaker == "ned-b"
    line = desk.page.presenter.lines.line_at(0)
    assert line is not None
    assert desk.page.presenter.lines.speaker(line) == "non-exec directors (A)"


def test_at_and_some_letters_of_a_role_set_the_speaker(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.show(PANEL)
    desk.type("@gov")
    assert desk.page.completions.offered() == ("gov",)
    desk.press(Qt.Key.Key_Return)
    assert (desk.text, desk.page.composer.speaker) == ("", "gov")
    desk.type("We hold @governers")
    assert desk.page.completions.offered() == ("gov",), "a slip is forgiven"
    desk.press(Qt.Key.Key_Escape)
    desk.type(" ")
    QTest.keyClicks(desk.page.composer.edit, "@ned b")
    assert desk.page.completions.offered() == ("ned-b",)
    desk.press(Qt.Key.Key_Tab)
    assert desk.page.composer.speaker == "ned-b"
    assert desk.page.composer.edit.hasFocus()
    desk.type("@sil")
    desk.press(Qt.Key.Key_Return)
    assert desk.page.composer.speaker == "silence"


def test_at_alone_offers_everybody_and_in_a_word_nobody(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.show(PANEL)
    desk.type("@")
    assert desk.page.completions.offered() == (
        "ned-a", "ned-b", "gov", "several", "nobody-answered", "disagreement", "silence",
    )  # fmt: skip
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert desk.page.composer.speaker == "ned-b"
    desk.type("mail me at board@gov")
    assert desk.page.completions.offered() == ()


def test_a_speaker_found_by_at_for_what_was_seen_waits_for_a_line_that_is_said(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F3)
    desk.type("@sev")
    desk.press(Qt.Key.Key_Return)
    assert "no speaker" in desk.page.composer.mode.text()
    desk.press(Qt.Key.Key_F2)
    assert desk.page.composer.speaker == "several"
