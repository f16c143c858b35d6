"""The type of a line holds for that line; then it is what the session's lines usually are. And remarks that go with a state."""

from PySide6.QtCore import Qt

from tests.ui.session.desk import SESSION, Desk
from wellled_desktop.inspection.commands import EndSession, NewParticipant, PlanSession, StartSession
from wellled_desktop.ui.pages.session.keys import session_shortcuts
from wellled_desktop.ui.places import Place

BOARD = "s-board"


def begin_board(desk: Desk) -> None:
    """An observation with one person in the room, who would be the speaker of what is said."""
    desk.do(PlanSession(BOARD, "observation", ("trust-chair",), (NewParticipant("chair", "trust-chair"),)))
    desk.show(BOARD)


def test_lines_of_an_observation_are_seen_unless_another_type_is_chosen(unshown_desk: Desk) -> None:
    desk = unshown_desk
    begin_board(desk)
    composer = desk.page.composer
    assert (composer.strip.line_type, composer.edit.placeholderText()) == ("seen", "New line: Enter keeps it")
    assert composer.mode.text() == ""
    for key, text in ((None, "The door stood open."), (Qt.Key.Key_F2, "Good morning."), (None, "Nobody asked.")):
        if key is not None:
            desk.press(key)
        desk.type(text)
        desk.press(Qt.Key.Key_Return)
        assert composer.mode.text() == ""
    desk.until(lambda: len(desk.lines(BOARD)) == 3)
    assert [(one.line_type, one.speaker) for one in desk.lines(BOARD)] == [
        ("seen", None),
        ("said", "chair"),
        ("seen", None),
    ]
    desk.until(lambda: desk.page.presenter.lines.line_at(2) == desk.lines(BOARD)[2])


def test_the_usual_type_goes_with_the_session(unshown_desk: Desk) -> None:
    desk = unshown_desk
    begin_board(desk)
    desk.type("Half a sen")
    desk.page.show_place(Place("session", SESSION))
    desk.until(lambda: desk.page.presenter.session is not None)
    types = [desk.page.composer.strip.line_type]
    desk.page.show_place(Place("session", BOARD))
    desk.until(lambda: desk.text == "Half a sen")
    types.append(desk.page.composer.strip.line_type)
    assert types == ["said", "seen"]


def test_the_type_chosen_for_the_next_line_is_named_until_that_line_is_kept(desk: Desk) -> None:
    edit = desk.page.composer.edit
    desk.press(Qt.Key.Key_F5)
    assert edit.placeholderText() == "Next line: data"
    desk.enter("Fourteen per cent.")
    assert edit.placeholderText() == "New line: Enter keeps it"
    desk.press(Qt.Key.Key_F5)
    assert edit.placeholderText() == "Next line: data"


def test_a_type_chosen_for_the_next_line_outlasts_a_change_of_the_line_before(desk: Desk) -> None:
    desk.enter("We walk the wards.")
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_Up)
    desk.type(" All of them.")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.lines()[0].text.endswith("them."))
    desk.enter("Nine of ten.")
    assert [line.line_type for line in desk.lines()] == ["said", "data"]


def test_the_list_of_keys_says_that_types_and_marks_are_for_the_next_line() -> None:
    keys = {one.keys: one.what for one in session_shortcuts()}
    assert keys["F5"] == "Line type, for the next line: data"
    assert keys["F7"] == "Mark, for the next line: claim"


def test_a_remark_goes_when_the_session_ends_and_not_when_it_begins(desk: Desk) -> None:
    mode = desk.page.composer.mode
    mode.show_quiet("Opening statement: given")
    desk.do(StartSession(SESSION))
    desk.until(lambda: desk.page.presenter.session is not None and desk.page.presenter.session.state == "under way")
    assert mode.text() == "Opening statement: given"
    desk.do(EndSession(SESSION))
    desk.until(lambda: mode.text().startswith("The session has ended"))
