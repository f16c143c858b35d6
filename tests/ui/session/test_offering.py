"""Slips and other names find what was meant. How soon each key has its list is drilled in `tests/drills`."""

from PySide6.QtCore import Qt

from tests.ui.session.desk import Desk


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
    desk.type("And of this #risk")
    desk.press(Qt.Key.Key_Return)
    assert len(desk.page.composer.tags) == 1
    assert desk.page.composer.edit.toPlainText().strip() == "And of this"


def test_enter_keeps_the_line_with_an_id_that_was_typed_in_full(desk: Desk) -> None:
    desk.type("We were told of it #w5.4")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: [(line.text, line.tags) for line in desk.lines()] == [("We were told of it", ("W5.4",))])


def test_what_was_typed_out_is_still_taken_by_tab_and_by_choosing_a_row(desk: Desk) -> None:
    for keys, row in (
        ([Qt.Key.Key_Tab], 0),
        ([Qt.Key.Key_Down, Qt.Key.Key_Return], 0),
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


def test_an_id_that_stands_alone_becomes_the_tag_of_what_is_typed_next(desk: Desk) -> None:
    desk.type("#W5.4")
    desk.press(Qt.Key.Key_Return)
    assert desk.page.composer.tags == ("W5.4",)
    assert desk.page.composer.edit.toPlainText() == ""
