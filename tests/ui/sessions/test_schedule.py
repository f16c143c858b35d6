"""The schedule by keyboard and mouse, on a real record."""

import datetime as dt
import time
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.store.conftest import HandClock
from tests.ui.conftest import AUTHOR
from wellled_desktop.inspection.commands import CancelSession, Command, PlanSession, StartSession
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.store import reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.sessions.edit_session import EditSessionDialog
from wellled_desktop.ui.pages.sessions.new_session import NewSessionDialog
from wellled_desktop.ui.pages.sessions.page import SessionsPage
from wellled_desktop.ui.pages.sessions.schedule_gaps import Gap, GapModel
from wellled_desktop.ui.places import Place

PETRA = "Petra Invented"
Key, Mod = Qt.Key, Qt.KeyboardModifier
NO, ALT, CTRL, SHIFT = Mod.NoModifier, Mod.AltModifier, Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture
def page(opened: Opened, clock: HandClock, qtbot: QtBot) -> Iterator[SessionsPage]:
    made = SessionsPage(opened, now=lambda: dt.datetime.fromtimestamp(clock.unix_ms / 1000, dt.UTC))
    qtbot.addWidget(made)
    made.resize(1_100, 700)
    made.show()
    yield made
    made.hide()


def do(opened: Opened, qtbot: QtBot, *commands: Command) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(*commands)


def planned(key: str, hour: int, role: str = "chief-executive", day: int = 24, lead: str = AUTHOR) -> PlanSession:
    start = dt.datetime(2026, 11, day, hour).astimezone()
    return PlanSession(key, "interview", (role,), planned_start=start, place=f"Room {hour}", lead=lead)


def show(page: SessionsPage, qtbot: QtBot, selected: str = "") -> None:
    page.show_place(Place("sessions", selected=selected))
    QTest.mouseClick(page.as_schedule, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.schedule.tabs.count() > 1 and page.schedule.grid.hasFocus())
    if selected:
        qtbot.waitUntil(lambda: page.schedule.selected_id() == selected)


def press(page: SessionsPage, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(page.schedule.grid, key, modifiers)


def recorded(opened: Opened, key: str) -> Session:
    return opened.bridge.read_now(partial(reading.sessions, session_id=key))[0]


def settled(opened: Opened, qtbot: QtBot) -> None:
    done: list[bool] = []
    opened.bridge.finish(opened.bridge, lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))


def dialog_of(page: QWidget, kind: type[QWidget], qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(lambda: page.findChild(kind) is not None)
    found = page.findChild(kind)
    assert isinstance(found, kind)
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_the_chosen_view_is_remembered(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    show(page, qtbot)
    settled(opened, qtbot)
    again = SessionsPage(opened)
    qtbot.addWidget(again)
    assert again.on_schedule
    QTest.keyClick(page, Key.Key_L, ALT)
    qtbot.waitUntil(lambda: not page.on_schedule)
    settled(opened, qtbot)
    assert opened.bridge.remembered("sessions") == b"list"


def test_a_session_is_read_out_with_all_there_is_to_know(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    first = PlanSession(
        "a",
        "interview",
        ("chief-executive",),
        planned_start=dt.datetime(2026, 11, 24, 10).astimezone(),
        place="Board room",
        lead=AUTHOR,
        note_taker=PETRA,
    )
    do(opened, qtbot, first, planned("b", 10, "governors"))
    show(page, qtbot, "a")
    expected = (
        f"10:00, {AUTHOR}: S-01 interview with chief executive, 10:00 to 11:00, Board room, lead {AUTHOR}, "
        f"notes by {PETRA}, double-booked with S-02"
    )
    assert page.schedule.facts.text() == f"{expected} (one of 2 side by side)"
    grid = page.schedule.grid
    spoken = grid.model().data(grid.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{expected}; S-02 interview with governors")
    press(page, Key.Key_Right)
    assert page.schedule.selected_id() == "b"
    press(page, Key.Key_Right)
    assert page.schedule.facts.text().startswith(f"10:00, {PETRA}: takes notes in S-01 interview")
    press(page, Key.Key_Up)
    assert page.schedule.facts.text() == f"09:45, {PETRA}: free"
    table = QAccessible.queryAccessibleInterface(grid)
    assert table is not None
    assert table.text(QAccessible.Text.Name) == "Schedule of the day: quarter hours by who leads"


def test_keys_move_a_session_and_hold_on_to_it(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    press(page, Key.Key_Down, ALT, times=5)
    press(page, Key.Key_Up, ALT)
    press(page, Key.Key_Right, ALT)
    press(page, Key.Key_Down, ALT | SHIFT, times=2)
    press(page, Key.Key_Up, ALT | SHIFT)
    press(page, Key.Key_PageDown, ALT)
    assert page.schedule.selected_id() == "a"
    assert page.schedule.tabs.day() == dt.date(2026, 11, 25)
    settled(opened, qtbot)
    moved = recorded(opened, "a")
    assert moved.planned_start == dt.datetime(2026, 11, 25, 11).astimezone()
    assert (moved.lead, moved.planned_minutes, moved.day) == (PETRA, 75, dt.date(2026, 11, 25))
    press(page, Key.Key_Left, ALT)
    press(page, Key.Key_PageUp, ALT)
    settled(opened, qtbot)
    assert (recorded(opened, "a").lead, recorded(opened, "a").day) == (AUTHOR, dt.date(2026, 11, 24))


def test_every_move_can_be_taken_back(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    with qtbot.waitSignal(opened.bridge.done) as done:
        press(page, Key.Key_Down, ALT)
    opened.bridge.take_back(done.args[0].undo, lambda _redo: None, pytest.fail, page)
    qtbot.waitUntil(lambda: page.schedule.facts.text().startswith("10:00"))
    assert recorded(opened, "a").planned_start == dt.datetime(2026, 11, 24, 10).astimezone()


def test_what_has_begun_stays_where_it_is(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10), StartSession("a"))
    show(page, qtbot, "a")
    press(page, Key.Key_Down, ALT)
    assert page.message.sentence == "S-01 has begun, so its place on the schedule stands."
    assert recorded(opened, "a").planned_start == dt.datetime(2026, 11, 24, 10).astimezone()


def test_enter_on_a_session_opens_it_and_a_letter_on_free_time_begins_one_there(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    with qtbot.waitSignal(page.go) as went:
        press(page, Key.Key_Return)
    assert went.args == [Place("session", "a")]
    page.schedule.grid.choose_slot(14 * 4 + 2, 1)
    QTest.keyClicks(page.schedule.grid, "g")
    dialog = dialog_of(page, NewSessionDialog, qtbot)
    assert isinstance(dialog, NewSessionDialog)
    assert dialog.picker.typed.text() == "g"
    QTest.keyClicks(dialog.picker.typed, "overnors")
    QTest.keyClick(dialog.picker.typed, Key.Key_Return)
    assert dialog.plan.lead.currentText() == PETRA
    with qtbot.waitSignal(dialog.made):
        QTest.keyClick(dialog.picker.typed, Key.Key_Return)
    (made,) = (one for one in opened.bridge.read_now(reading.sessions) if one.id != "a")
    assert (made.roles, made.lead) == (("governors",), PETRA)
    assert made.planned_start == dt.datetime(2026, 11, 24, 14, 30).astimezone()


def test_the_quick_line_says_what_it_understood_and_plans_it(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    show(page, qtbot)
    page.schedule.grid.choose_slot(36, 1)
    QTest.keyClick(page, Key.Key_A, ALT)
    typed = page.schedule.quick.typed
    assert typed.hasFocus()
    QTest.keyClicks(typed, "board room")
    assert page.schedule.quick.understood.text().startswith("No role is named yet")
    QTest.keyClick(typed, Key.Key_Return)
    typed.clear()
    QTest.keyClicks(typed, "10:30 ceo 45 board room by quillon")
    assert page.schedule.quick.understood.text() == (
        "Enter plans: Tue 24 November, 10:30–11:15, interview: chief executive, in board room, "
        f"lead {AUTHOR}, notes by {AUTHOR}"
    )
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(typed, Key.Key_Return)
    assert typed.text() == ""
    assert typed.hasFocus()
    QTest.keyClicks(typed, "panel neds and governors 30")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(typed, Key.Key_Return)
    one, two = sorted(opened.bridge.read_now(reading.sessions), key=lambda session: session.number)
    assert (one.planned_start, one.planned_minutes, one.place, one.lead, one.kind) == (
        dt.datetime(2026, 11, 24, 10, 30).astimezone(), 45, "board room", AUTHOR, "interview"
    )  # fmt: skip
    assert [person.role for person in one.present] == ["chief-executive"]
    assert (two.planned_start, two.lead, two.kind) == (dt.datetime(2026, 11, 24, 9).astimezone(), PETRA, "panel")
    QTest.keyClick(typed, Key.Key_Escape)
    assert page.schedule.grid.hasFocus()


def test_whoever_plans_by_the_quick_line_takes_the_notes(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    show(page, qtbot)
    typed = page.schedule.quick.typed
    typed.setFocus()
    QTest.keyClicks(typed, "14:30 ceo 45")
    QTest.keyClick(typed, Key.Key_Return)
    qtbot.waitUntil(lambda: len(opened.bridge.read_now(reading.sessions)) == 1)
    settled(opened, qtbot)
    (session,) = opened.bridge.read_now(reading.sessions)
    assert session.note_taker == AUTHOR


def test_a_session_is_changed_in_a_form(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    press(page, Key.Key_F2)
    dialog = dialog_of(page, EditSessionDialog, qtbot)
    assert isinstance(dialog, EditSessionDialog)
    assert dialog.commands() == ()
    QTest.keyClick(dialog.plan.place, Key.Key_A, CTRL)
    QTest.keyClicks(dialog.plan.place, "Hall")
    QTest.keyClicks(dialog.picker.typed, "governors")
    QTest.keyClick(dialog.picker.typed, Key.Key_Return)
    dialog.kind.setCurrentIndex(1)
    dialog.plan.note_taker.setCurrentText(PETRA)
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(dialog.plan.place, Key.Key_Return)
    changed = recorded(opened, "a")
    assert (changed.place, changed.roles, changed.kind) == ("Hall", ("chief-executive", "governors"), "panel")
    assert (changed.note_taker, [one.role for one in changed.present]) == (PETRA, ["governors"])
    assert changed.planned_start == dt.datetime(2026, 11, 24, 10).astimezone()


def test_the_form_takes_a_time_away_and_the_session_waits_on_its_own_tab(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    press(page, Key.Key_F2)
    dialog = dialog_of(page, EditSessionDialog, qtbot)
    assert isinstance(dialog, EditSessionDialog)
    QTest.keyClick(dialog, Key.Key_T, ALT)
    qtbot.waitUntil(lambda: not dialog.plan.time.isEnabled())
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(dialog.plan.place, Key.Key_Return)
    qtbot.waitUntil(lambda: page.schedule.tabs.tabText(3) == "Without a time (1)")
    assert page.focusWidget() is page.schedule.grid
    page.activateWindow()
    qtbot.waitUntil(page.schedule.grid.hasFocus)
    press(page, Key.Key_PageDown, CTRL, times=3)
    assert page.schedule.untimed.isVisible()
    assert page.schedule.untimed.hasFocus()
    assert page.schedule.selected_id() == "a"
    assert page.schedule.facts.text().startswith("Sessions that have no time yet.")
    with qtbot.waitSignal(page.go):
        QTest.keyClick(page.schedule.untimed, Key.Key_Return)
    QTest.keyClicks(page.schedule.quick.typed, "siro")
    assert page.schedule.quick.understood.text() == (
        f"Enter plans: without a time, interview: SIRO, nobody leads it yet, notes by {AUTHOR}"
    )
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(page.schedule.quick.typed, Key.Key_Return)
    assert [one.planned_start for one in opened.bridge.read_now(reading.sessions)] == [None, None]


def test_the_windows_own_keys_go_back_and_forward_where_there_is_no_session(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    went: list[bool] = []
    forward = QAction("Forward", page)
    forward.setShortcut("Alt+Right")
    forward.triggered.connect(lambda: went.append(True))
    page.addAction(forward)
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    press(page, Key.Key_Right, ALT)
    settled(opened, qtbot)
    assert (went, recorded(opened, "a").lead) == ([], PETRA)
    page.schedule.grid.choose_slot(4, 0)
    press(page, Key.Key_Right, ALT)
    assert went == [True]


def test_cancelling_asks_why_and_what_was_cancelled_can_be_restored(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 10), planned("b", 11, "governors"))
    show(page, qtbot, "a")
    press(page, Key.Key_Delete)
    assert page.schedule.reason.question == "Why is S-01 cancelled?"
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "She is ill")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(field, Key.Key_Return)
    assert page.schedule.grid.hasFocus()
    qtbot.waitUntil(lambda: "Cancelled (1)" in gap_words(page))
    assert recorded(opened, "a").cancelled_reason == "She is ill"
    choose_gap(page, "S-01 chief executive")
    assert page.schedule.reason.question == "Why is S-01 restored?"
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "She is well")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(field, Key.Key_Return)
    assert recorded(opened, "a").cancelled_at is None


def gaps(page: SessionsPage) -> list[Gap]:
    model = page.schedule.gaps.model()
    assert isinstance(model, GapModel)
    rows = (model.row_at(row) for row in range(model.rowCount()))
    return [row for row in rows if row is not None]


def gap_words(page: SessionsPage) -> list[str]:
    return [gap.words for gap in gaps(page)]


def choose_gap(page: SessionsPage, words: str) -> None:
    row = next(at for at, gap in enumerate(gaps(page)) if gap.words.startswith(words))
    page.schedule.gaps.setFocus()
    page.schedule.gaps.setCurrentIndex(page.schedule.gaps.model().index(row, 0))
    QTest.keyClick(page.schedule.gaps, Key.Key_Return)


def test_double_bookings_are_listed_and_lead_there(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10, day=25), planned("b", 10, "governors", day=25, lead=PETRA), planned("c", 9))
    show(page, qtbot, "c")
    assert "Double-booked (1)" in gap_words(page)
    assert [gap.why for gap in gaps(page) if gap.kind == "booking"] == ["Room 10; Wed 25 November, 10:00"]
    choose_gap(page, "S-01 and S-02")
    assert page.schedule.tabs.day() == dt.date(2026, 11, 25)
    assert page.schedule.selected_id() == "b"
    assert page.schedule.grid.hasFocus()
    press(page, Key.Key_Down, ALT, times=4)
    qtbot.waitUntil(lambda: "Double-booked: none" in gap_words(page))


def test_what_is_missing_can_be_planned_from_the_list(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    assert "chief executive" not in gap_words(page)
    choose_gap(page, "SIRO")
    dialog = dialog_of(page, NewSessionDialog, qtbot)
    assert isinstance(dialog, NewSessionDialog)
    assert dialog.picker.roles.picked == ("siro",)
    QTest.keyClick(dialog, Key.Key_Escape)
    qtbot.waitUntil(lambda: page.findChild(NewSessionDialog) is None)
    prompt = next(gap for gap in gaps(page) if gap.kind == "prompt" and len(gap.roles) > 1)
    choose_gap(page, prompt.words)
    menu = page.schedule.gaps.findChild(QMenu)
    assert menu is not None
    assert len(menu.actions()) == len(prompt.roles)
    QTest.keyClick(menu, Key.Key_Return)
    dialog = dialog_of(page, NewSessionDialog, qtbot)
    assert isinstance(dialog, NewSessionDialog)
    assert dialog.picker.roles.picked == prompt.roles[:1]
    dialog.reject()


def drag(page: SessionsPage, start: QPoint, end: QPoint, *, let_go: bool = True) -> None:
    viewport = page.schedule.grid.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NO, start)
    for step in (1, 2, 3):
        QTest.mouseMove(viewport, start + (end - start) * step / 3)
    assert page.schedule.grid.drag.under_way()
    if let_go:
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NO, end)


def test_dragging_a_block_moves_it_and_its_edge_makes_it_longer(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    grid = page.schedule.grid
    block = page.schedule.model.block_of("a")
    assert block is not None
    rect = grid.block_rect(block)
    quarter = grid.rowHeight(0)
    aside = QPoint(grid.columnWidth(0), 2 * quarter)
    with qtbot.waitSignal(opened.bridge.changed):
        drag(page, rect.center(), rect.center() + aside)
    moved = recorded(opened, "a")
    assert (moved.planned_start, moved.lead) == (dt.datetime(2026, 11, 24, 10, 30).astimezone(), PETRA)
    block = page.schedule.model.block_of("a")
    assert block is not None
    rect = grid.block_rect(block)
    edge = QPoint(rect.center().x(), rect.bottom() - 2)
    with qtbot.waitSignal(opened.bridge.changed):
        drag(page, edge, edge + QPoint(0, quarter))
    assert recorded(opened, "a").planned_minutes == 75


def test_escape_lets_go_of_a_drag_and_nothing_moves(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    block = page.schedule.model.block_of("a")
    assert block is not None
    rect = page.schedule.grid.block_rect(block)
    drag(page, rect.center(), rect.center() + QPoint(0, 80), let_go=False)
    press(page, Key.Key_Escape)
    QTest.mouseRelease(page.schedule.grid.viewport(), Qt.MouseButton.LeftButton, NO, rect.center() + QPoint(0, 80))
    settled(opened, qtbot)
    assert recorded(opened, "a").planned_start == dt.datetime(2026, 11, 24, 10).astimezone()


def test_dragging_over_free_time_plans_a_session_of_that_length(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    show(page, qtbot)
    grid = page.schedule.grid
    grid.choose_slot(36, 1)
    grid.scrollTo(grid.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
    top = grid.visualRect(grid.currentIndex())
    drag(page, top.center(), top.center() + QPoint(0, 2 * top.height()))
    dialog = dialog_of(page, NewSessionDialog, qtbot)
    assert isinstance(dialog, NewSessionDialog)
    assert (dialog.plan.minutes.value(), dialog.plan.lead.currentText()) == (45, PETRA)
    assert dialog.plan.planned_start() == dt.datetime(2026, 11, 24, 9).astimezone()
    dialog.reject()
    assert opened.bridge.read_now(reading.sessions) == ()


def test_walking_goes_from_session_to_session_and_from_day_to_day(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(
        opened,
        qtbot,
        planned("a", 10),
        planned("b", 10, "governors", lead=PETRA),
        planned("c", 15),
        planned("d", 9, day=30),
    )
    show(page, qtbot, "a")
    walked = []
    for _ in range(3):
        press(page, Key.Key_Down, CTRL)
        walked.append(page.schedule.selected_id())
    assert walked == ["b", "c", "a"]
    press(page, Key.Key_Up, CTRL)
    assert page.schedule.selected_id() == "c"
    press(page, Key.Key_PageDown, CTRL, times=3)
    assert page.schedule.tabs.day() == dt.date(2026, 11, 30)
    assert page.schedule.selected_id() == "d"
    press(page, Key.Key_PageUp, CTRL)
    assert page.schedule.facts.text() == f"08:00, {AUTHOR}: free"


def test_a_cancelled_session_is_not_on_the_schedule_and_not_in_the_list(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 10), planned("b", 11), CancelSession("a", "ill"))
    show(page, qtbot, "b")
    assert [block.session.id for block in page.schedule.model.shown.blocks] == ["b"]
    QTest.keyClick(page, Key.Key_L, ALT)
    assert page.tree.model().rowCount(page.tree.model().index(0, 0)) == 1


def test_a_day_with_130_sessions_is_painted_and_walked_in_no_time(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    start = dt.datetime(2026, 11, 24, 7).astimezone()
    leads = [f"Inspector {number}" for number in range(9)]
    do(
        opened,
        qtbot,
        *(
            PlanSession(
                f"s{number}", "interview", ("governors", "consultants"), place=f"Room {number % 9}", lead=leads[number % 9],
                planned_start=start + dt.timedelta(minutes=45 * (number // 9)), planned_minutes=45,
            )
            for number in range(130)
        ),
    )  # fmt: skip
    show(page, qtbot, "s64")
    assert len(page.schedule.model.shown.blocks) == 130
    assert "Double-booked: none" in gap_words(page)
    viewport, bar = page.schedule.grid.viewport(), page.schedule.grid.verticalScrollBar()
    spent = []
    for value in range(0, bar.maximum(), max(1, bar.maximum() // 20)):
        bar.setValue(value)
        before = time.perf_counter()
        viewport.repaint()
        spent.append(time.perf_counter() - before)
    assert sorted(spent)[len(spent) // 2] < 0.1  # 7 ms on two quiet cores; 20 ms on busy ones
    press(page, Key.Key_Down, ALT, times=4)
    settled(opened, qtbot)
    assert recorded(opened, "s64").planned_start == start + dt.timedelta(minutes=45 * 7 + 60)


def test_everything_that_takes_the_keyboard_has_a_name_and_keys_are_listed(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    nameless = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not (interface := QAccessible.queryAccessibleInterface(widget)) or not interface.text(QAccessible.Text.Name)
    ]
    assert nameless == []
    keys = [shortcut.keys for shortcut in page.shortcuts()]
    assert {"Alt+Up", "Alt+Right", "Alt+PgDown", "Alt+Shift+Down", "F2", "Delete", "Alt+A", "Ctrl+PgDown"} <= set(keys)
    assert len(keys) == len(set(keys))
    assert len(page.panes()) == 2
    page.resize(700, 600)
    assert page.schedule.splitter.orientation() == Qt.Orientation.Vertical
