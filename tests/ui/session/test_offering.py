"""Slips and other names find what was meant. How soon each key has its list is drilled in `tests/drills`."""

from PySide6.QtCore import Qt

from tests.ui.session.desk import PANEL, Desk


def test_slips_and_other_names_find_what_was_meant(desk: Desk) -> None:
    for typed, word in (("succesion", "succession"), ("bulying", "bullying"), ("bully", "bully"), ("ICB", "CCG")):
        desk.type(f"#{typed}")
        offered = desk.page.completions
        assert offered.offered(), typed
        texts = [offered.model().index(row, 0).data() for row in range(offered.model().rowCount())]
        assert any(word in text for text in texts), typed
        desk.page.composer.edit.clear()


def test_enter_keeps_the_line_once_a_space_ends_the_words_after_the_sign(desk: Desk) -> None:
    desk.type("We were told of it #risk ")
    assert desk.page.completions.offered()
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: [line.text for line in desk.lines()] == ["We were told of it #risk"])


def test_enter_takes_what_is_offered_and_keeps_the_line(desk: Desk) -> None:
    desk.type("We were told of it #risk")
    first, second = desk.page.completions.offered()[:2]
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(desk.lines()) == 1)
    assert (desk.text, desk.page.composer.tags, desk.page.completions.offered()) == ("", (), ())
    desk.type("And of ##risk")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(desk.lines()) == 2)
    kept = [(line.text, line.tags) for line in desk.lines()]
    assert kept == [("We were told of it", (first,)), ("And of", (second,))]
    desk.wait_until_shown()


def test_enter_takes_the_speaker_offered_and_keeps_the_line(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.show(PANEL)
    desk.type("We ask for it each month @gov")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(desk.lines(PANEL)) == 1)
    assert [(line.text, line.speaker) for line in desk.lines(PANEL)] == [("We ask for it each month", "gov")]
    assert desk.page.composer.mode.text() == ""


def test_a_speaker_taken_with_a_line_that_has_none_is_told(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F3)
    desk.type("The door stood open @sev")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: [(line.text, line.speaker) for line in desk.lines()] == [("The door stood open", None)])
    assert "has no speaker" in desk.page.composer.mode.text()
    assert desk.page.composer.speaker == "several"


def test_several_signs_before_a_word_count_as_one(desk: Desk) -> None:
    desk.type("They said ##digital")
    wanted = desk.page.completions.offered()[0]
    desk.press(Qt.Key.Key_Tab)
    assert (desk.text, desk.page.composer.tags) == ("They said ", (wanted,))
    desk.page.composer.untag(wanted)
    desk.page.composer.edit.clear()
    desk.type("##W5.4")
    desk.press(Qt.Key.Key_Return)
    assert (desk.text, desk.page.composer.tags, desk.page.composer.mode.text()) == ("", ("W5.4",), "")


def test_a_word_that_stands_for_nothing_is_told_until_the_next_enter(desk: Desk) -> None:
    mode = desk.page.composer.mode
    desk.enter("Three posts #vacanc on the ward")
    no_tag = "“#vacanc” is no tag; it stays in the line as typed. Ctrl+T tags the line."
    assert mode.text() == no_tag
    assert desk.lines()[0].text == "Three posts #vacanc on the ward"
    desk.type("Said")
    assert mode.text() == no_tag
    desk.enter(" by @nobodyatall then and there")
    assert mode.text() == (
        "“@nobodyatall” sets no speaker; it stays in the line as typed. Alt with a number sets who speaks."
    )
    desk.enter("We are #1 at it, #2b or not; write to chair@trust.example, or @ 5.")
    assert mode.text() == ""


def test_a_word_that_was_in_the_line_before_it_is_changed_is_not_told_again(desk: Desk) -> None:
    desk.enter("Three posts #vacanc on the ward")
    desk.press(Qt.Key.Key_Up)
    desk.type(" today")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.lines()[0].text.endswith("ward today"))
    assert desk.page.composer.mode.text() == ""
    desk.press(Qt.Key.Key_Up)
    desk.type(", says @nobodyatall there today")
    desk.press(Qt.Key.Key_Return)
    assert desk.page.composer.mode.text().startswith("“@nobodyatall” sets no speaker")
    desk.until(lambda: desk.lines()[0].text.endswith("there today"))
    desk.wait_until_shown()


def test_enter_keeps_the_line_with_an_id_that_was_typed_in_full(desk: Desk) -> None:
    desk.type("We were told of it #w5.4")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: [(line.text, line.tags) for line in desk.lines()] == [("We were told of it", ("W5.4",))])


def test_what_was_typed_out_is_still_taken_by_tab_and_by_choosing_a_row(desk: Desk) -> None:
    for keys, row in (
        ([Qt.Key.Key_Tab], 0),
        ([Qt.Key.Key_Down, Qt.Key.Key_Tab], 0),
        ([Qt.Key.Key_Up, Qt.Key.Key_Tab], -1),
    ):
        desk.type("We were told of it #risk ")
        wanted = desk.page.completions.offered()[row]
        for key in keys:
            desk.press(key)
        assert desk.page.composer.tags == (wanted,)
        desk.page.composer.untag(wanted)
        desk.page.composer.edit.clear()
    assert desk.lines() == ()


def test_of_what_was_typed_out_enter_takes_the_row_that_was_chosen_with_the_line(desk: Desk) -> None:
    desk.type("We were told of it #risk ")
    wanted = desk.page.completions.offered()[0]
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: [(line.text, line.tags) for line in desk.lines()] == [("We were told of it", (wanted,))])
    desk.wait_until_shown()


def test_an_id_that_stands_alone_becomes_the_tag_of_what_is_typed_next(desk: Desk) -> None:
    desk.type("#W5.4")
    desk.press(Qt.Key.Key_Return)
    assert desk.page.composer.tags == ("W5.4",)
    assert desk.page.composer.edit.toPlainText() == ""
