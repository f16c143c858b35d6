"""What the page says: names, speech for screen readers, what is kept apart, what is missing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.session.desk import PANEL, SESSION, Desk
from wellled_desktop.inspection.commands import StartSession
from wellled_desktop.ui.places import Place


def unnamed(page: QWidget) -> list[str]:
    """Widgets that take the keyboard and that a screen reader could not name."""
    focusable = (one for one in page.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    interfaces = ((one, QAccessible.queryAccessibleInterface(one)) for one in focusable)
    return [
        f"{type(one).__name__} {one.objectName()}"
        for one, spoken in interfaces
        if not (one.accessibleName() or spoken.text(QAccessible.Text.Name) or _has_buddy(one))
    ]


def _has_buddy(widget: QWidget) -> bool:
    return any(label.buddy() is widget for label in widget.window().findChildren(QLabel))


def test_everything_that_takes_the_keyboard_has_a_name(desk: Desk) -> None:
    assert unnamed(desk.page) == []


def test_a_screen_reader_hears_where_when_who_and_what(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F7)
    desk.enter("We walk the wards weekly.")
    model = desk.page.presenter.lines
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("S-01 l.1, 09:00, chief executive, said: We walk the wards weekly.")
    assert "claim" in said
    listed = QAccessible.queryAccessibleInterface(desk.page.lines)
    assert listed.role() == QAccessible.Role.List
    assert listed.child(0).text(QAccessible.Text.Name) == said


def test_tab_goes_round_the_page_and_out_of_every_field(desk: Desk) -> None:
    reached: list[QWidget] = []
    for _ in range(40):
        desk.press(Qt.Key.Key_Tab)
        here = desk.page.focusWidget()
        assert here is not None
        if here in reached:
            break
        reached.append(here)
    page = desk.page
    for wanted in (page.card.list, page.lines, page.composer.edit, page.side.people.list):
        assert wanted in reached


def test_escape_leads_back_to_the_composer(desk: Desk) -> None:
    desk.page.card.list.setFocus()
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.composer.edit.hasFocus()


def test_names_are_shown_only_where_somebody_asks(desk: Desk) -> None:
    people = desk.page.side.people
    assert "Vex" not in people.list.item(1).text()
    people.names.click()
    desk.until(lambda: "Vex" in people.list.item(1).text())
    people.names.click()
    desk.until(lambda: "Vex" not in people.list.item(1).text())


def test_a_session_under_way_says_for_how_long(desk: Desk) -> None:
    desk.do(StartSession(SESSION))
    desk.until(lambda: "Began 09:00" in desk.page.side.facts.words)
    desk.clock.pass_minutes(34)
    desk.page.hide()
    desk.page.show()
    assert "34 min" in desk.page.side.facts.words


def test_a_session_that_is_not_there_is_said_in_a_sentence(desk: Desk) -> None:
    desk.page.show_place(Place("session", "no-such-session"))
    desk.until(lambda: desk.page.composer.isHidden() or not desk.page.composer.isVisible())
    desk.page.show_place(Place("session", PANEL))
    desk.until(desk.page.composer.isVisible)
    assert desk.page.present_place() == Place("session", PANEL)


def test_every_key_of_the_page_is_in_its_list(desk: Desk) -> None:
    keys = {shortcut.keys for shortcut in desk.page.shortcuts()}
    assert {"Return", "Shift+Return", "F2", "F6", "F7", "F8", "F9", "Del", "Ctrl+Shift+E"} <= keys
