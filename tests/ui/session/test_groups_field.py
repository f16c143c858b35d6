"""Which groups were heard, on a session's form: added and counted by keyboard, on disk at once, and no place for a name."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from tests.ui.session.desk import SESSION, Desk
from tests.ui.session.forms_at_work import answers, focus
from wellled_desktop.framework.forms import GROUPS_HEARD
from wellled_desktop.inspection.commands import AnswerForm
from wellled_desktop.ui.pages.session.groups_field import AddBox, GroupsField


def field(desk: Desk) -> GroupsField:
    found = desk.page.side.form.fields[GROUPS_HEARD]
    assert isinstance(found, GroupsField)
    return found


def add(desk: Desk, title: str) -> None:
    """By keyboard: the box looks for what is typed, and Enter takes it."""
    box = focus(desk, GROUPS_HEARD)
    assert isinstance(box, AddBox)
    QTest.keyClicks(box, title[0])
    QTest.keyClicks(box.view(), title[1:])
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    desk.page.activateWindow()  # without a window manager the list that has closed leaves no window active
    desk.until(desk.page.isActiveWindow)


def test_a_group_is_added_and_counted_by_keyboard_and_is_on_disk(desk: Desk) -> None:
    add(desk, "Night staff")
    desk.until(lambda: answers(desk).get(GROUPS_HEARD) == ("night-staff",))
    row = field(desk).rows["night-staff"]
    assert row.people.hasFocus()
    QTest.keyClicks(row.people, "x012")
    assert row.people.text() == "12", "a count begins with no nought, and is of digits"
    QTest.keyClick(row.people, Qt.Key.Key_Return)
    desk.until(lambda: answers(desk)[GROUPS_HEARD] == ("night-staff 12",))
    assert field(desk).box.hasFocus(), "ready for the next"
    add(desk, "Night staff")
    assert row.people.hasFocus()
    assert field(desk).answer() == ("night-staff 12",), "what is there already is gone to"


def test_a_group_is_taken_away_and_the_caret_goes_to_the_box(desk: Desk) -> None:
    desk.do(AnswerForm(SESSION, GROUPS_HEARD, ("older-staff", "night-staff 12")))
    desk.until(lambda: len(field(desk).rows) == 2)
    QTest.keyClick(field(desk).rows["older-staff"].away, Qt.Key.Key_Space)
    desk.until(lambda: answers(desk)[GROUPS_HEARD] == ("night-staff 12",))
    assert field(desk).box.hasFocus()
    desk.do(AnswerForm(SESSION, GROUPS_HEARD, None))
    desk.until(lambda: not field(desk).rows)
    assert field(desk).answer() is None


def test_tab_goes_from_the_box_through_every_line_and_each_says_what_it_is(desk: Desk) -> None:
    desk.do(AnswerForm(SESSION, GROUPS_HEARD, ("disabled-staff 3", "night-staff")))
    desk.until(lambda: len(field(desk).rows) == 2)
    stops = field(desk).stops()
    focus(desk, GROUPS_HEARD)
    for at, stop in enumerate(stops[:-1]):
        QTest.keyClick(stop, Qt.Key.Key_Tab)
        assert stops[at + 1].hasFocus()
    assert [stop.accessibleName() for stop in stops] == [
        "Which groups were heard",
        "Disabled staff: how many, if counted", "Take away: Disabled staff",
        "Night staff: how many, if counted", "Take away: Night staff",
    ]  # fmt: skip
    assert field(desk).rows["disabled-staff"].people.text() == "3", "its own form shows the number"


@pytest.mark.parametrize("group", ["moon-staff", "night-staff"])
def test_a_group_that_the_framework_has_no_more_gets_no_line(desk: Desk, group: str) -> None:
    field(desk).show_answer((f"{group} 3",))
    assert list(field(desk).rows) == ([group] if group == "night-staff" else [])


def test_a_key_or_the_wheel_on_the_closed_box_adds_nobody(desk: Desk) -> None:
    box = focus(desk, GROUPS_HEARD)
    assert isinstance(box, AddBox)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_N):
        QTest.keyClick(box, key)
        assert box.view().isVisible()
        box.hidePopup()
    QTest.keyClick(box, Qt.Key.Key_End)
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(box, turn)
    box.activated.emit(0)
    assert (field(desk).rows, field(desk).answer(), box.currentIndex()) == ({}, None, 0)
