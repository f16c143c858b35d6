"""What the page says: names, speech for screen readers, what is kept apart, what is missing."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.session.desk import PANEL, SESSION, Desk
from wellled_desktop.inspection.commands import PlanSession, RetractLine, StartSession, WriteLine
from wellled_desktop.inspection.read_models import Participant
from wellled_desktop.ui.pages.session.elided_label import ElidedLabel, ElidedTitle
from wellled_desktop.ui.pages.session.line_delegate import fitting_head
from wellled_desktop.ui.pages.session.people_delegate import in_two_lines
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
    for _ in range(120):
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


def test_the_speaker_gives_way_and_the_type_never_does(desk: Desk) -> None:
    metrics = desk.page.fontMetrics()
    who = "clinical director, older people (clinical directors)"
    for room in (40, 80, 160, 240):
        head = fitting_head(who, "said", metrics, room)
        assert head.endswith("said")
        assert len(head) < len(who)
        assert metrics.horizontalAdvance(head) <= room
    assert fitting_head(who, "said", metrics, 2_000) == f"{who}, said"
    assert fitting_head("", "seen", metrics, 10) == "seen"


def test_the_reason_of_a_retraction_can_be_read_to_its_end(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(WriteLine("short", SESSION, "Said in confidence."), RetractLine("short", "wrong session"))
    desk.do(WriteLine("long", SESSION, "Said in confidence."), RetractLine("long", "not for these notes " * 20))
    desk.show()
    model, lines = desk.page.presenter.lines, desk.page.lines
    short, long = (lines.visualRect(model.index(row)).height() for row in (0, 1))
    assert long >= short + 3 * lines.fontMetrics().height()


def test_long_labels_take_two_lines_and_are_whole_in_the_tooltip(desk: Desk) -> None:
    metrics = desk.page.fontMetrics()
    words = "clinical director, older people (clinical directors)"
    width = metrics.horizontalAdvance("clinical director, older")
    assert in_two_lines(words, metrics, 2_000) == words
    first, second = in_two_lines(words, metrics, width).split("\n")
    assert first == "clinical director, older"
    assert second.startswith("people (cl")
    assert second.endswith("…")
    people = desk.page.side.people
    people.show_people((Participant("p", "chief-executive", words, has_name=False),), None)
    assert words in people.list.item(1).toolTip()
    assert people.list.sizeHintForRow(1) > people.list.sizeHintForRow(0)


def test_the_head_gives_the_title_the_whole_width(desk: Desk) -> None:
    title = desk.page.findChild(ElidedTitle)
    remarks = next(one for one in desk.page.findChildren(ElidedLabel) if one.parent() is desk.page.head)
    assert title is not None
    assert remarks.y() >= title.y() + title.height()
    assert remarks.words.startswith("planned")


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


def test_a_session_outside_the_inspections_days_says_so_quietly_and_can_be_written_in(unshown_desk: Desk) -> None:
    desk = unshown_desk
    later = dt.datetime(2026, 12, 1, 10, 0, tzinfo=dt.UTC)
    desk.do(PlanSession("s-later", "interview", ("chief-executive",), planned_start=later))
    desk.show("s-later")
    said = desk.page.outside
    desk.until(said.isVisible)
    assert said.text() == "Outside the inspection's days, 24 to 26 November 2026"
    assert said.property("kind") == "muted"
    desk.page.show_place(Place("session", SESSION))
    desk.until(said.isHidden)


def test_what_is_written_while_a_session_is_being_opened_is_on_show(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.page.show()
    for number in range(1, 13):
        if number == 6:
            desk.page.show_place(Place("session", PANEL))
        desk.opened.bridge.do(WriteLine(f"l{number}", PANEL, f"Words {number}."))
    shown = desk.page.presenter.lines
    desk.until(lambda: len(desk.lines(PANEL)) == 12)
    desk.until(lambda: [shown.row_of(f"l{number}") for number in range(1, 13)] == list(range(12)))
