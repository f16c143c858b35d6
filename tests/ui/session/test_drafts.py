"""The draft: at most a second behind the keys, put back after a crash, cleared by a line."""

import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.session.desk import PANEL, SESSION, Desk
from wellled_desktop.inspection.commands import SaveDraft, WriteLine
from wellled_desktop.ui.pages.session.draft_saver import DEADLINE_MS
from wellled_desktop.ui.places import Place

GIVE_UP_SECONDS = 30.0


def test_continuous_typing_is_saved_behind_the_keys(desk: Desk, qtbot: QtBot) -> None:
    """Keys never pause for as long as the deadline, so that a save that waited for a pause would never come."""
    began = time.monotonic()
    typed = 0
    while len(desk.drafts_written()) < 3 and time.monotonic() - began < GIVE_UP_SECONDS:
        QTest.keyClicks(desk.page.composer.edit, "abcde "[typed % 6])
        typed += 1
        qtbot.wait(20)
    saved = desk.drafts_written()
    assert len(saved) >= 3
    assert saved == sorted(saved, key=len)
    desk.until(lambda: desk.draft() == desk.text.rstrip() or desk.draft() == desk.text)


def test_the_deadline_is_within_the_promised_second() -> None:
    assert DEADLINE_MS < 1_000


def test_a_draft_is_put_back_after_a_crash(unshown_desk: Desk) -> None:
    """The record holds a draft that nobody cleared: a laptop went off in mid-sentence."""
    desk = unshown_desk
    desk.do(SaveDraft(SESSION, "The board's appetite for risk was last\n#W5.1 #W2.2"))
    desk.show()
    desk.until(lambda: bool(desk.text))
    assert desk.text == "The board's appetite for risk was last"
    assert desk.page.composer.tags == ("W5.1", "W2.2")
    assert "put back" in desk.page.composer.mode.text()
    desk.enter(" set in May.")
    line = desk.lines()[0]
    assert (line.text, line.tags) == ("The board's appetite for risk was last set in May.", ("W5.1", "W2.2"))


def test_the_remark_that_a_draft_was_put_back_goes_with_the_draft(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(SaveDraft(SESSION, "The board's appetite"))
    desk.show()
    desk.until(lambda: bool(desk.text))
    desk.type(" for risk")
    assert "put back" in desk.page.composer.mode.text()
    desk.page.composer.edit.selectAll()
    desk.press(Qt.Key.Key_Delete)
    assert desk.page.composer.mode.isHidden()


def test_the_remark_goes_with_a_change_that_enter_keeps(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(WriteLine("l1", SESSION, "Six."), SaveDraft(SESSION, "The board's appetite"))
    desk.show()
    desk.until(lambda: bool(desk.text))
    desk.page.composer.begin_amending(desk.lines()[0])
    desk.type(" Seven.")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.lines()[0].text == "Six. Seven.")
    assert desk.text == "The board's appetite"
    assert desk.page.composer.mode.isHidden()


def coding_on_disk(desk: Desk, session_id: str) -> tuple[object, ...]:
    draft = desk.saved_draft(session_id)
    return (draft.text, draft.line_type, draft.speaker, draft.claim, draft.weight) if draft else ()


def test_type_speaker_and_marks_come_back_with_a_draft_that_nobody_closed(unshown_desk: Desk, qtbot: QtBot) -> None:
    """They are chosen when the words are on disk already, and nothing more is typed: the deadline alone saves them."""
    desk = unshown_desk
    desk.show(PANEL)
    desk.type("14 of 20 posts are filled")
    desk.until(lambda: coding_on_disk(desk, PANEL) == ("14 of 20 posts are filled", "said", "nobody", False, "neutral"))
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F7)
    desk.press(Qt.Key.Key_F8)
    desk.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    desk.until(lambda: coding_on_disk(desk, PANEL) == ("14 of 20 posts are filled", "data", "ned-b", True, "concern"))
    again = Desk(desk.opened, desk.clock, qtbot)
    qtbot.addWidget(again.page)
    again.show(PANEL)
    again.until(lambda: bool(again.text))
    strip = again.page.composer.strip
    assert (strip.line_type, strip.claim, strip.weight) == ("data", True, "concern")
    assert strip.speaker.startswith("speaker: ")
    assert strip.speaker != "speaker: none"
    again.press(Qt.Key.Key_Return)
    again.until(lambda: len(again.lines(PANEL)) == 1)
    line = again.lines(PANEL)[0]
    assert (line.text, line.line_type, line.speaker) == ("14 of 20 posts are filled", "data", "ned-b")
    assert (line.claim, line.weight) == (True, "concern")
    assert again.saved_draft(PANEL) is None


def test_what_was_chosen_comes_back_when_one_returns_to_the_session(desk: Desk) -> None:
    desk.type("Seen on the ward")
    desk.press(Qt.Key.Key_F3)
    desk.press(Qt.Key.Key_F9)
    desk.page.show_place(Place("session", PANEL))
    desk.until(lambda: desk.page.presenter.session is not None)
    assert (desk.page.composer.strip.line_type, desk.page.composer.strip.weight) == ("said", "neutral")
    desk.page.show_place(Place("session", SESSION))
    desk.until(lambda: desk.text == "Seen on the ward")
    assert (desk.page.composer.strip.line_type, desk.page.composer.strip.weight) == ("seen", "strength")
    desk.press(Qt.Key.Key_F2)
    assert desk.page.composer.speaker == "ceo"


def test_nobody_in_particular_comes_back_as_nobody(desk: Desk, qtbot: QtBot) -> None:
    desk.press(Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    desk.type("Somebody said")
    desk.page.leave()
    desk.until(lambda: desk.draft() == "Somebody said")
    again = Desk(desk.opened, desk.clock, qtbot)
    qtbot.addWidget(again.page)
    again.show()
    again.until(lambda: bool(again.text))
    assert again.page.composer.speaker is None
    again.press(Qt.Key.Key_Return)
    again.until(lambda: len(again.lines()) == 1)
    assert again.lines()[0].speaker is None


def test_words_typed_before_the_session_was_there_are_said_by_the_one_participant(desk: Desk, qtbot: QtBot) -> None:
    """The laptop goes off while the session is still being opened: nobody could be chosen, so nobody was."""
    desk.page.show_place(Place("session", PANEL))
    desk.page.show_place(Place("session", SESSION))
    desk.type("We walk the wards")
    assert desk.page.presenter.session is None
    desk.page.drafts.save_now()
    desk.until(lambda: coding_on_disk(desk, SESSION)[:3] == ("We walk the wards", "said", None))
    again = Desk(desk.opened, desk.clock, qtbot)
    qtbot.addWidget(again.page)
    again.show()
    again.until(lambda: again.text == "We walk the wards")
    assert again.page.composer.speaker == "ceo"
    again.press(Qt.Key.Key_Return)
    again.until(lambda: len(again.lines()) == 1)
    assert again.lines()[0].speaker == "ceo"


def test_of_several_participants_none_is_taken_for_the_speaker_of_a_draft(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(SaveDraft(PANEL, "Somebody said"))
    desk.show(PANEL)
    desk.until(lambda: bool(desk.text))
    assert desk.page.composer.speaker is None


def test_an_empty_composer_saves_and_puts_back_no_type(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F8)
    desk.page.leave()
    desk.type("x")
    desk.page.leave()
    desk.until(lambda: desk.draft() == "x")
    desk.press(Qt.Key.Key_Backspace)
    desk.page.leave()
    desk.until(lambda: desk.saved_draft() is None)
    assert len(desk.drafts_written()) == 2
    desk.page.show_place(Place("session", PANEL))
    desk.page.show_place(Place("session", SESSION))
    desk.until(lambda: desk.page.presenter.session is not None)
    assert (desk.text, desk.page.composer.strip.line_type) == ("", "said")


def test_words_set_aside_for_a_change_keep_their_own_type_in_the_draft(desk: Desk) -> None:
    desk.enter("Six vacancies.")
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F8)
    desk.type("Now about")
    desk.page.lines.setFocus()
    desk.press(Qt.Key.Key_End)
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.page.composer.strip.line_type == "said")
    desk.page.leave()
    desk.until(lambda: coding_on_disk(desk, SESSION) == ("Now about\nSix vacancies.", "data", "ceo", False, "concern"))


def test_leaving_saves_at_once(desk: Desk) -> None:
    desk.type("Half a sen")
    desk.page.leave()
    desk.until(lambda: desk.draft() == "Half a sen")


def test_another_session_has_its_own_draft(desk: Desk) -> None:
    desk.type("For the chief executive")
    desk.page.show_place(Place("session", PANEL))
    desk.until(lambda: desk.page.presenter.session is not None)
    assert desk.text == ""
    desk.type("For the panel")
    desk.page.show_place(Place("session", SESSION))
    desk.until(lambda: desk.text == "For the chief executive")
    desk.until(lambda: desk.draft(PANEL) == "For the panel")


def test_a_line_clears_the_draft(desk: Desk) -> None:
    desk.type("We walk")
    desk.page.leave()
    desk.until(lambda: desk.draft() == "We walk")
    desk.enter(" the wards.")
    assert desk.draft() == ""


def test_tags_are_part_of_the_draft(desk: Desk) -> None:
    desk.type("Heard #W3.2 twice")
    desk.page.leave()
    desk.until(lambda: desk.draft() == "Heard twice\n#W3.2")


def test_a_draft_set_aside_for_a_change_is_not_lost(desk: Desk) -> None:
    desk.enter("Six vacancies.")
    desk.type("Now about")
    desk.page.lines.setFocus()
    desk.press(Qt.Key.Key_End)
    desk.press(Qt.Key.Key_Return)
    desk.type(" Or seven")
    desk.page.leave()
    desk.until(lambda: desk.draft() == "Now about\nSix vacancies. Or seven")
    desk.press(Qt.Key.Key_Escape)
    assert desk.text == "Now about"


def test_what_is_typed_before_the_session_is_there_is_kept_when_one_leaves_at_once(desk: Desk) -> None:
    desk.do(SaveDraft(PANEL, "From yesterday. #W5.1"))
    desk.page.show_place(Place("session", PANEL))
    desk.type("Too early")
    assert desk.page.presenter.session is None
    desk.page.show_place(Place("session", SESSION))
    desk.until(lambda: desk.draft(PANEL) == "From yesterday. #W5.1\nToo early")
    desk.page.show_place(Place("session", PANEL))
    desk.until(lambda: desk.text.endswith("Too early"))
    assert desk.text == "From yesterday.\nToo early"
    assert desk.page.composer.tags == ("W5.1",)


def test_what_is_saved_before_the_session_is_there_stands_once_in_the_composer(desk: Desk) -> None:
    desk.do(SaveDraft(PANEL, "From yesterday."))
    desk.page.show_place(Place("session", PANEL))
    desk.type("Too")
    desk.page.drafts.save_now()
    assert desk.page.presenter.session is None
    desk.type(" early")
    desk.until(lambda: desk.page.presenter.session is not None)
    assert desk.text == "From yesterday.\nToo early"
    desk.page.leave()
    desk.until(lambda: desk.draft(PANEL) == "From yesterday.\nToo early")


def test_a_session_opened_again_before_its_draft_is_on_disk_has_it_all_the_same(desk: Desk) -> None:
    desk.type("Half a sen")
    desk.page.show_place(Place("session", PANEL))
    desk.page.show_place(Place("session", SESSION))
    desk.until(lambda: desk.page.presenter.session is not None)
    assert desk.text == "Half a sen"


def test_a_line_refused_after_one_has_left_waits_in_the_draft_of_its_session(desk: Desk) -> None:
    desk.page.composer.set_speaker("nobody-we-know")
    desk.page.composer.tag("W1.1")
    desk.type("Must not be lost.")
    desk.press(Qt.Key.Key_Return)
    desk.page.show_place(Place("session", PANEL))
    desk.until(lambda: desk.draft(SESSION) == "Must not be lost.\n#W1.1")
    desk.until(lambda: desk.page.presenter.session is not None)
    assert desk.text == ""
    assert "not among the participants" in desk.page.composer.message.sentence
    desk.page.show_place(Place("session", SESSION))
    desk.until(lambda: desk.text == "Must not be lost.")


def test_typed_text_is_readable_in_no_file(desk: Desk, library_folder: Path) -> None:
    desk.type("Quetzalcoatlus")
    desk.page.leave()
    desk.until(lambda: desk.draft() == "Quetzalcoatlus")
    for file in library_folder.rglob("*"):
        if file.is_file():
            assert b"Quetzalcoatlus" not in file.read_bytes()
