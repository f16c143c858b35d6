"""Who is in the room: added, changed, taken off the list and put back, by keyboard."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.session.desk import PANEL, SESSION, Desk
from tests.ui.session.forms_at_work import CTRL_SHIFT, GROUP, focus_group
from wellled_desktop.inspection.read_models import Participant
from wellled_desktop.store import reading
from wellled_desktop.ui.window.undo import UndoStack


def people(desk: Desk, session_id: str = SESSION) -> tuple[Participant, ...]:
    """As they are on disk, with their names."""
    question = partial(reading.sessions, session_id=session_id, names=True)
    return desk.opened.bridge.read_now(question)[0].participants


def fill(desk: Desk, *texts: str) -> None:
    """Types over one field after the other, and keeps it."""
    for at, text in enumerate(texts):
        if at:
            QTest.keyClick(desk.page.focusWidget(), Qt.Key.Key_Tab)
        field = desk.page.focusWidget()
        assert isinstance(field, QLineEdit)
        field.selectAll()
        QTest.keyClicks(field, text)
    QTest.keyClick(desk.page.focusWidget(), Qt.Key.Key_Return)


def test_somebody_is_added_by_role_first(desk: Desk) -> None:
    desk.press(Qt.Key.Key_A, CTRL_SHIFT)
    editor = desk.page.side.editor
    assert editor.role.hasFocus()
    fill(desk, "company secretary", "A", "Ada Invented")
    desk.until(lambda: len(people(desk)) == 2)
    added = people(desk)[1]
    assert (added.role, added.label, added.name) == ("company-secretary", "A", "Ada Invented")
    desk.until(lambda: desk.page.side.people.list.count() > 2 and editor.isHidden())
    desk.until(lambda: "company secretary" in desk.page.side.people.list.item(2).text().casefold())


def test_a_few_letters_of_a_role_are_enough_where_only_one_is_meant(desk: Desk) -> None:
    editor = desk.page.side.editor
    desk.press(Qt.Key.Key_A, CTRL_SHIFT)
    editor.role.setText("caldic")
    assert editor.role_typed() == "caldicott-guardian"
    editor.role.setText("director")
    assert editor.role_typed() is None
    QTest.keyClick(editor.label, Qt.Key.Key_Return)
    assert "Choose one of the framework's roles" in editor.problem.text()
    assert len(people(desk)) == 1
    QTest.keyClick(editor.role, Qt.Key.Key_Escape)
    assert editor.isHidden()
    assert len(people(desk)) == 1


def test_a_label_is_changed_and_the_name_that_is_not_on_show_stays(desk: Desk) -> None:
    desk.page.side.people.list.setFocus()
    desk.page.side.people.list.setCurrentRow(1)
    desk.press(Qt.Key.Key_Return)
    editor = desk.page.side.editor
    assert editor.name.text() == ""
    assert "A name is kept" in editor.name.placeholderText()
    fill(desk, "chief executive", "acting")
    desk.until(lambda: people(desk)[0].label == "acting")
    assert people(desk)[0].name == "Vex"


def test_a_name_on_show_can_be_taken_away(desk: Desk) -> None:
    side = desk.page.side
    side.people.names.click()
    desk.until(lambda: "Vex" in side.people.list.item(1).text())
    side.people.list.setFocus()
    side.people.list.setCurrentRow(1)
    desk.press(Qt.Key.Key_Return)
    assert side.editor.name.text() == "Vex"
    side.editor.name.clear()
    QTest.keyClick(side.editor.name, Qt.Key.Key_Return)
    desk.until(lambda: not people(desk)[0].has_name)


def test_somebody_is_taken_off_the_list_and_put_back(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.show(PANEL)
    stack = UndoStack(desk.opened.bridge)
    side = desk.page.side
    side.people.list.setFocus()
    side.people.list.setCurrentRow(2)
    desk.press(Qt.Key.Key_Delete)
    desk.until(lambda: people(desk, PANEL)[1].removed)
    desk.until(lambda: len(side.people_buttons.returns) == 1)
    shown = [side.people.list.item(row).text() for row in range(side.people.list.count())]
    assert not any("(B)" in words for words in shown)
    side.people_buttons.returns[0].setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.until(lambda: not people(desk, PANEL)[1].removed)
    desk.until(lambda: side.people_buttons.returns == ())
    desk.until(lambda: stack.undo_name == "put a participant back on the list")


def test_the_number_keys_are_those_of_the_people_on_the_list(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.show(PANEL)
    desk.page.side.people.list.setFocus()
    desk.page.side.people.list.setCurrentRow(1)
    desk.press(Qt.Key.Key_Delete)
    desk.until(lambda: len(desk.page.side.people_buttons.returns) == 1)
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert desk.page.composer.speaker == "ned-b"


def test_a_focus_group_is_not_asked_for_names(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(focus_group())
    desk.show(GROUP)
    desk.press(Qt.Key.Key_A, CTRL_SHIFT)
    editor = desk.page.side.editor
    assert editor.role.isVisible()
    assert editor.name.isHidden()
    fill(desk, "consultants", "theatre staff")
    desk.until(lambda: len(people(desk, GROUP)) == 15)
    assert people(desk, GROUP)[14].name is None


def test_nobody_in_particular_is_neither_changed_nor_taken_off(desk: Desk) -> None:
    side = desk.page.side
    side.people.list.setFocus()
    side.people.list.setCurrentRow(0)
    desk.press(Qt.Key.Key_Delete)
    desk.press(Qt.Key.Key_Return)
    assert side.editor.isVisible()  # adds
    assert len(people(desk)) == 1
    assert not people(desk)[0].removed
