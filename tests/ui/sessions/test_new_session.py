"""New session: picking roles, the form for them, and starting or planning."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QStyle, QWidget
from pytestqt.qtbot import QtBot

from wellled_desktop.framework.role_cards import card_for
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.store import reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.sessions.new_session import NewSessionDialog
from wellled_desktop.ui.pages.sessions.role_model import FoldRow, GroupRow, RoleModel, RoleRow
from wellled_desktop.ui.pages.sessions.when_and_where import WhenAndWhere


@pytest.fixture
def dialog(opened: Opened, qtbot: QtBot) -> Iterator[NewSessionDialog]:
    made = NewSessionDialog(opened)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.hide()


def pick(dialog: NewSessionDialog, qtbot: QtBot, *typed: str) -> None:
    for words in typed:
        QTest.keyClicks(dialog.picker.typed, words)
        QTest.keyClick(dialog.picker.typed, Qt.Key.Key_Return)


def the_session(opened: Opened) -> Session:
    return opened.bridge.read_now(partial(reading.sessions, names=True))[0]


def test_typing_and_enter_pick_a_role(dialog: NewSessionDialog, qtbot: QtBot) -> None:
    pick(dialog, qtbot, "chief ex", "speak up")
    assert dialog.picker.roles.picked == ("chief-executive", "freedom-to-speak-up-guardian")
    assert dialog.picker.typed.text() == ""


def test_down_and_space_pick_from_the_list(dialog: NewSessionDialog, qtbot: QtBot) -> None:
    QTest.keyClick(dialog.picker.typed, Qt.Key.Key_Down)
    QTest.keyClick(dialog.picker.list, Qt.Key.Key_Space)
    assert dialog.picker.roles.picked == ("trust-chair",)
    QTest.keyClick(dialog.picker.list, Qt.Key.Key_Return)
    assert not dialog.picker.roles.picked


def test_all_roles_are_there_in_their_groups(dialog: NewSessionDialog) -> None:
    roles = dialog.picker.roles
    rows = [roles.row_at(row) for row in range(roles.rowCount())]
    assert [row.words for row in rows if isinstance(row, GroupRow)] == [
        "Key interviews",
        "Other interviews",
        "Named in evidence",
    ]
    listed = [row for row in rows if isinstance(row, RoleRow)]
    assert len(listed) == 42
    assert "offered all the same" in listed[-1].notes


def test_a_role_that_does_not_apply_is_folded_with_its_reason(opened: Opened) -> None:
    roles = RoleModel(opened.pack, scope_for(opened.pack, ("community",)))
    fold = roles.rowCount() - 1
    assert roles.row_at(fold) == FoldRow(1, unfolded=False)
    roles.toggle(fold)
    last = roles.row_at(roles.rowCount() - 1)
    assert isinstance(last, RoleRow)
    assert last.id == "director-of-infection-prevention-and-control"
    assert "acute trusts" in last.notes
    roles.toggle(roles.rowCount() - 1)
    assert roles.picked == ("director-of-infection-prevention-and-control",)


def test_the_form_for_the_roles_is_offered(dialog: NewSessionDialog, opened: Opened, qtbot: QtBot) -> None:
    assert dialog.card.rowCount() == 0
    pick(dialog, qtbot, "chief ex")
    entries = [dialog.card.entry_at(row) for row in range(dialog.card.rowCount())]
    assert tuple(entry for entry in entries if entry) == card_for(opened.pack, ["chief-executive"], opened.scope)


def test_one_holder_is_a_person(dialog: NewSessionDialog, qtbot: QtBot) -> None:
    pick(dialog, qtbot, "govern")
    assert dialog.single.isHidden() or dialog.single.text() == ""
    pick(dialog, qtbot, "speak up")
    assert dialog.single.text().startswith("One person holds this role")
    assert "Freedom to Speak Up Guardian" in dialog.single.text()
    pick(dialog, qtbot, "chief ex")
    assert dialog.single.text().startswith("One person holds each of these roles")


def test_start_now_begins_it_and_leads_to_it(dialog: NewSessionDialog, opened: Opened, qtbot: QtBot) -> None:
    pick(dialog, qtbot, "chief ex")
    with qtbot.waitSignal(dialog.made) as made:
        QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    session = the_session(opened)
    assert (session.state, session.roles, session.kind) == ("under way", ("chief-executive",), "interview")
    assert session.planned_start is None
    assert session.note_taker == opened.bridge.author
    place = made.args[0] if made.args else None
    assert place is not None
    assert (place.page, place.key) == ("session", session.id)


def test_a_plan_keeps_day_time_people_and_names_apart(dialog: NewSessionDialog, opened: Opened, qtbot: QtBot) -> None:
    pick(dialog, qtbot, "consultants", "company sec")
    dialog.people.add_another("consultants")
    dialog.people.rows[0].name.setText("Vex Invented")
    dialog.kind.setCurrentIndex(dialog.kind.findData("panel"))
    dialog.plan.day.setCurrentIndex(dialog.plan.days.index(dt.date(2026, 11, 25)))
    dialog.plan.time.setTime(dialog.plan.time.time().fromString("10:30", "HH:mm"))
    dialog.plan.place.setText("Board room")
    dialog.plan.lead.setCurrentText("Petra Invented")
    with qtbot.waitSignal(dialog.made) as made:
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    session = the_session(opened)
    assert (session.state, session.kind, session.place, session.lead) == (
        "planned",
        "panel",
        "Board room",
        "Petra Invented",
    )
    assert session.day == dt.date(2026, 11, 25)
    assert session.planned_start is not None
    assert f"{session.planned_start.astimezone():%H:%M}" == "10:30"
    people = [(one.role, one.label, one.name) for one in session.participants]
    assert people == [
        ("consultants", "A", "Vex Invented"),
        ("consultants", "B", None),
        ("company-secretary", "", None),
    ]
    assert made.args is not None
    assert made.args[0].page == "sessions"


def test_without_a_role_there_is_nothing_to_start(dialog: NewSessionDialog, opened: Opened, qtbot: QtBot) -> None:
    QTest.keyClick(dialog.picker.typed, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not dialog.start.isEnabled()
    assert opened.bridge.read_now(reading.sessions) == ()


def test_enter_plans_and_never_starts_by_surprise(dialog: NewSessionDialog, opened: Opened, qtbot: QtBot) -> None:
    pick(dialog, qtbot, "chief ex")
    with qtbot.waitSignal(dialog.made):
        QTest.keyClick(dialog.picker.typed, Qt.Key.Key_Return)
    assert the_session(opened).state == "planned"
    assert (dialog.keep.text(), dialog.start.text(), dialog.cancel.text()) == ("P&lan", "&Start now", "&Cancel")


def test_a_time_chosen_for_today_stays_the_plan_of_a_session_that_is_started(
    dialog: NewSessionDialog, opened: Opened, qtbot: QtBot
) -> None:
    pick(dialog, qtbot, "chief ex")
    today = dt.datetime.now(dt.UTC).astimezone().date()
    dialog.plan.show_day(today)
    dialog.plan.time.setFocus()
    for typed in ("0007", "2354"):  # whichever the form suggested, the other is a choice
        QTest.keyClick(dialog.plan.time, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(dialog.plan.time, typed)
    with qtbot.waitSignal(dialog.made):
        dialog.start_now()
    session = the_session(opened)
    assert session.state == "under way"
    assert session.planned_start is not None
    assert session.planned_start.astimezone() == dt.datetime.combine(today, dt.time(23, 54)).astimezone()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("2354", "23:54"), ("0905", "09:05"), ("930", "09:30"), ("23:54", "23:54"), ("7", "07:00"), ("2965", "02:09")],
)
def test_a_time_is_typed_over_the_whole_of_the_old_one(
    dialog: NewSessionDialog, qtbot: QtBot, typed: str, shown: str
) -> None:
    field = dialog.plan.time
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, typed)
    assert field.text() == shown


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("CEO", "chief-executive"),
        ("cfo", "director-of-finance"),
        ("ftsu", "freedom-to-speak-up-guardian"),
    ],
)
def test_a_role_is_found_by_what_people_call_it(dialog: NewSessionDialog, qtbot: QtBot, typed: str, role: str) -> None:
    pick(dialog, qtbot, typed)
    assert dialog.picker.roles.picked == (role,)


def test_where_no_role_is_called_so_the_empty_list_says_it(dialog: NewSessionDialog) -> None:
    QTest.keyClicks(dialog.picker.typed, "ceo x")
    roles = dialog.picker.roles
    assert [roles.data(roles.index(row)) for row in range(roles.rowCount())] == ["No role is called so"]
    assert dialog.picker.notes.text() == "Type a word of its title, or its initials: CEO."
    dialog.picker.typed.clear()
    assert dialog.picker.notes.text() == ""
    assert roles.first_match() >= 0


def test_taking_a_role_off_takes_its_row_and_keeps_the_others(dialog: NewSessionDialog, qtbot: QtBot) -> None:
    pick(dialog, qtbot, "chief ex", "govern")
    dialog.people.rows[1].label.setText("public")
    pick(dialog, qtbot, "chief ex")
    assert [(row.role, row.label.text()) for row in dialog.people.rows] == [("governors", "public")]


def test_tab_goes_from_the_roles_to_those_in_the_room_and_then_to_the_day(
    dialog: NewSessionDialog, qtbot: QtBot
) -> None:
    pick(dialog, qtbot, "chief ex", "govern", "consul")
    dialog.people.add_another("governors")
    pick(dialog, qtbot, "consul")
    rows = [widget for row in dialog.people.rows for widget in (row.label, row.name, row.another)]
    assert len(rows) == 9
    qtbot.waitUntil(lambda: all(widget.isVisible() for widget in rows))
    wanted = [
        dialog.picker.typed, dialog.picker.list, dialog.kind, *rows, *dialog.plan.fields(), dialog.form, dialog.keep,
        dialog.start, dialog.cancel,
    ]  # fmt: skip
    dialog.activateWindow()
    dialog.picker.typed.setFocus()
    reached: list[QWidget | None] = []
    for _ in range(len(wanted)):
        if dialog.focusWidget() not in reached:
            reached.append(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
    assert reached == wanted
    assert dialog.focusWidget() is dialog.picker.typed


def test_roles_are_called_as_one_speaks_of_them_and_stand_apart(dialog: NewSessionDialog) -> None:
    roles, listed = dialog.picker.roles, dialog.picker.list
    words = [roles.data(roles.index(row)) for row in range(roles.rowCount())]
    assert "governors" in words
    assert not [word for word in words if word.startswith("a sample of")]
    box = listed.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorHeight)
    assert listed.sizeHintForRow(1) >= box + 8


def test_time_and_length_stand_apart(dialog: NewSessionDialog) -> None:
    time, minutes = dialog.plan.time, dialog.plan.minutes
    assert minutes.x() - (time.x() + time.width()) >= 8
    assert time.lineEdit().textMargins().left() > 0


def test_a_day_outside_the_inspection_is_told_quietly_and_can_be_planned(opened: Opened, qtbot: QtBot) -> None:
    """The choice offers the inspection's days and today: whoever takes today on the 2nd of December is outside them."""
    plan = WhenAndWhere(opened.inspection, "Petra Invented", dt.datetime(2026, 12, 2, 12, 0, tzinfo=dt.UTC))
    qtbot.addWidget(plan)
    plan.show()
    assert plan.outside.text() == "Started now: outside the inspection's days, 24 to 26 November 2026"
    plan.day.setCurrentIndex(plan.day.count() - 1)
    assert plan.outside.text() == "Outside the inspection's days, 24 to 26 November 2026"
    assert plan.outside.isVisible()
    assert plan.outside.property("kind") == "muted"
    assert plan.planned_start().date() == dt.date(2026, 12, 2)


def test_on_a_day_of_the_inspection_nothing_is_said_of_it(opened: Opened, qtbot: QtBot) -> None:
    plan = WhenAndWhere(opened.inspection, "Petra Invented", dt.datetime(2026, 11, 25, 12, 0, tzinfo=dt.UTC))
    qtbot.addWidget(plan)
    plan.show()
    assert plan.outside.isHidden()
    assert plan.outside.text() == ""


def test_everything_that_takes_the_keyboard_has_a_name(dialog: NewSessionDialog, qtbot: QtBot) -> None:
    pick(dialog, qtbot, "chief ex")
    buddies = {label.buddy() for label in dialog.findChildren(QLabel)}
    focusable = [one for one in dialog.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    here = [one for one in focusable if one.focusProxy() is None and one.window() is dialog]
    named = [one for one in here if one in buddies or _spoken(one)]
    assert [type(one).__name__ for one in here if one not in named] == []


def _spoken(widget: QWidget) -> str:
    spoken = QAccessible.queryAccessibleInterface(widget)
    return widget.accessibleName() or (spoken.text(QAccessible.Text.Name) if spoken else "")
