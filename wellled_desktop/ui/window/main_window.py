"""The main window: the navigator, the pages one at a time, what is said above them, and the way in and out.

Signals of MainWindow: `ended(str)` once everything is recorded and the inspection is closed: “quit”, “lock”, “idle” or “close”.
"""

from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from wellled_desktop.store import node_reading
from wellled_desktop.store.journal import read_head
from wellled_desktop.store.store import Change
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.places import PageName, Place
from wellled_desktop.ui.window import about
from wellled_desktop.ui.window.actions import WindowActions
from wellled_desktop.ui.window.ending import Ending
from wellled_desktop.ui.window.frame import Frame
from wellled_desktop.ui.window.history import History
from wellled_desktop.ui.window.idle import IdleWatch
from wellled_desktop.ui.window.panes import Panes, first_focusable
from wellled_desktop.ui.window.remembered import NAME, WindowState, as_bytes, as_text, decoded, encoded
from wellled_desktop.ui.window.shortcuts_dialog import ShortcutsDialog
from wellled_desktop.ui.window.undo import UndoStack
from wellled_desktop.ui.window.undo_keys import UndoKeys

HowItEnds = Literal["quit", "lock", "idle", "close"]
IDLE_MINUTES = 10
_NUMBERED: tuple[PageName, ...] = (
    "today", "kloe", "sessions", "evidence", "requests", "reports", "worries", "triangulation",
)  # fmt: skip
_TICK_MS = 1000
_TICKS_TO_ANCHOR = 60
_COUNT_AFTER_MS = 400
_NOTICE_SECONDS = 12
_PREPARE_AFTER_MS = 700


def _nothing(_answer: None) -> None:
    """There is nothing to show for it."""


def _raise(problem: Exception) -> None:
    raise problem


class MainWindow(Frame):
    """One open inspection, from `begin` on. Closing waits for the disk without holding up the window, and tells of a write
    that failed.
    """

    ended = Signal(str)

    opened: Opened

    def __init__(self, appearance: Appearance, library_folder: Path, *, idle_minutes: float = IDLE_MINUTES) -> None:
        super().__init__()
        self._appearance = appearance
        self._folder = library_folder
        self._idle_minutes = idle_minutes
        self._history = History()
        self._panes = Panes(self)
        self._changed_since_anchor = False
        self._ticks = 0
        self.actions_of_window = WindowActions(self, self, appearance)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._count_soon = QTimer(self)
        self._count_soon.setSingleShot(True)
        self._count_soon.setInterval(_COUNT_AFTER_MS)
        self._prepare_soon = QTimer(self)
        self._prepare_soon.setSingleShot(True)
        self._prepare_soon.setInterval(_PREPARE_AFTER_MS)

    def begin(self, opened: Opened) -> None:
        """Shows the inspection, at the place where it was left; call it once."""
        self.opened = opened
        self._kept = decoded(opened.bridge.remembered(NAME))
        self._kloe = self._kept.kloe or opened.pack.kloes[0].id
        self._ending = Ending(opened.bridge, self)
        self._steps = UndoStack(opened.bridge, self)
        self._undo_keys = UndoKeys(lambda: bool(self._steps.redo_name), self)
        self.pages.begin(opened)
        self.show_inspection(opened.inspection, opened.pack)
        self._connect()
        self._restore()

    def _connect(self) -> None:
        bridge = self.opened.bridge
        bridge.saved.connect(self.status.show_saved)
        bridge.pending.connect(self.status.show_pending)
        bridge.changed.connect(self._on_changed)
        bridge.refused.connect(self.message.show_sentence)
        bridge.unsaved.connect(self.status.show_refused)
        self._steps.changed.connect(self._show_steps)
        self._steps.told.connect(self.status.tell)
        self._steps.refused.connect(self._show_not_taken_back)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._undo_keys.follow)
        self.navigator.chosen.connect(self.go)
        self.pages.go.connect(self.go)
        self.pages.notice.connect(self._show_notice)
        self._appearance.text_resized.connect(self._resize_text)
        self._clock.timeout.connect(self._tick)
        self._count_soon.timeout.connect(self._count)
        self._prepare_soon.timeout.connect(self._prepare_search)
        self._idle = IdleWatch(self._idle_minutes, self)
        self._idle.idle.connect(self._lock_when_idle)
        self._ending.ended.connect(self._on_ended)
        self._ending.stayed.connect(self._idle.start)

    def _restore(self) -> None:
        """The way the window was left: its size, the navigator's width, and the place."""
        if self._kept.geometry:
            self.restoreGeometry(QByteArray(as_bytes(self._kept.geometry)))
        if self._kept.divider:
            self.divider.restoreState(QByteArray(as_bytes(self._kept.divider)))
        else:
            self.divider.setSizes([self.navigator.sizeHint().width(), 1000])
        if self.opened.bridge.warning:
            self.message.show_sentence(self.opened.bridge.warning)
        self._show(self._kept.place)
        self.opened.bridge.ask(self, partial(read_head, device=self.opened.bridge.device), self.status.show_head)
        self._count_soon.start()
        self._clock.start()
        self._prepare_soon.start()

    def _prepare_search(self) -> None:
        """So that the first # finds its words sorted."""
        self.opened.bridge.work(self, self.opened.index.prepare, _nothing, _raise)

    # Places

    def go(self, place: Place) -> None:
        """Opens the place; the one that is left can be gone back to."""
        here = self.pages.present_place()
        if here is not None and here != place:
            self._history.leave(here)
        self._show(place)

    def go_back(self) -> None:
        here = self.pages.present_place()
        if here is not None and self._history.can_go_back:
            self._show(self._history.back(here))

    def go_forward(self) -> None:
        here = self.pages.present_place()
        if here is not None and self._history.can_go_forward:
            self._show(self._history.forward(here))

    def go_to_number(self, number: int) -> None:
        self.go(Place(_NUMBERED[number - 1]))

    def _show(self, place: Place) -> None:
        if place.page == "kloe":
            self._kloe = place.key or self._kloe
            place = Place("kloe", self._kloe, place.selected)
        self.pages.show_place(place)
        self.navigator.show_place(place, self._kloe)
        self._focus_page()
        self.actions_of_window.back.setEnabled(self._history.can_go_back)
        self.actions_of_window.forward.setEnabled(self._history.can_go_forward)
        self._remember()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._focus_page()

    def _focus_page(self) -> None:
        page, focus = self.pages.page, self.focusWidget()
        if page is not None and (focus is None or not page.isAncestorOf(focus)):
            target = first_focusable(page)
            if target is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_pane(self) -> None:
        self._panes.step(self._all_panes(), 1)

    def pane_before(self) -> None:
        self._panes.step(self._all_panes(), -1)

    def _all_panes(self) -> tuple[QWidget, ...]:
        page = self.pages.page
        return (self.navigator, *(page.panes() if page is not None else ()))

    # What the menus ask

    def new_session(self) -> None:
        from wellled_desktop.ui.pages.sessions.new_session import NewSessionDialog

        dialog = NewSessionDialog(self.opened, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.made.connect(self.go)
        dialog.open()

    def export_day(self) -> None:
        """Opens Reports at the day that is shown, if the page shows one."""
        here = self.pages.present_place()
        self.go(Place("reports", here.key if here is not None and here.page in ("today", "reports") else ""))

    def show_shortcuts(self) -> None:
        of_page = self.pages.page.shortcuts() if self.pages.page is not None else ()
        ShortcutsDialog(of_page, self.actions_of_window.shortcuts(), self).open()

    def show_place_of_data(self) -> None:
        from wellled_desktop.vault.unsafe_places import unsafe_place

        about.data_dialog(self._folder, self.opened.inspection.provider_code, unsafe_place(self._folder), self).open()

    def show_about(self) -> None:
        about.about_dialog(self).open()

    def _resize_text(self) -> None:
        self.navigator.doItemsLayout()
        self.pages.rebuild()

    def undo(self) -> None:
        self._steps.undo()

    def redo(self) -> None:
        self._steps.redo()

    # What is told

    def _show_steps(self) -> None:
        self.actions_of_window.show_steps(self._steps.undo_name, self._steps.redo_name)

    def _show_not_taken_back(self, sentence: str) -> None:
        self._show_notice(self.tr("Not taken back: %1").replace("%1", sentence))

    def _show_notice(self, sentence: str) -> None:
        self.message.show_sentence(sentence, _NOTICE_SECONDS)

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        self._changed_since_anchor = True
        self.status.show_entries(changes[-1].n)
        if any(change.kind != "draft-saved" for change in changes) and not self._count_soon.isActive():
            self._count_soon.start()

    def _count(self) -> None:
        self.opened.bridge.ask(self, node_reading.kloe_totals, self.navigator.places.show_counts)

    def _tick(self) -> None:
        """Each second: how old the last change is, and where one is now, so that nothing depends on a tidy end."""
        self.status.show_time()
        self._remember()
        self._ticks += 1
        if self._ticks % _TICKS_TO_ANCHOR == 0 and self._changed_since_anchor:
            self._changed_since_anchor = False
            self.opened.bridge.anchor()

    def _remember(self) -> None:
        state = WindowState(
            place=self.pages.present_place() or Place("today"),
            kloe=self._kloe,
            geometry=as_text(bytes(self.saveGeometry().data())),
            divider=as_text(bytes(self.divider.saveState().data())),
        )
        if state != self._kept:
            self._kept = state
            self.opened.bridge.remember(NAME, encoded(state))

    # The end

    def lock(self) -> None:
        self._end("lock")

    def close_inspection(self) -> None:
        self._end("close")

    def quit(self) -> None:
        self._end("quit")

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        event.ignore()
        self._end("quit")

    def _lock_when_idle(self) -> None:
        self._end("idle")

    def _end(self, wanted: HowItEnds) -> None:
        """Hands over what is not recorded yet, and goes on when the disk has answered."""
        if not self._ending.under_way:
            self.pages.leave()
            self._remember()
            self._ending.begin(wanted)

    def _on_ended(self, wanted: str) -> None:
        for timer in (self._clock, self._count_soon, self._prepare_soon):
            timer.stop()
        self._idle.stop()
        self.hide()
        self.ended.emit(wanted)
