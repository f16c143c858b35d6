"""The main window: the navigator, the pages one at a time, what is said above them, and the way in and out.

Signals of MainWindow: `ended(str)` once everything is recorded and the inspection is closed: “quit”, “lock”, “idle” or “close”.
"""

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from wellled_desktop.store.journal import read_head
from wellled_desktop.store.store import Change
from wellled_desktop.ui.attaching.attaching import attaching_of
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.message import take_back_passing
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window import about
from wellled_desktop.ui.window.actions import WindowActions
from wellled_desktop.ui.window.attaching_strip import AttachingStrip, attaching_shortcuts
from wellled_desktop.ui.window.ending import Ending
from wellled_desktop.ui.window.frame import Frame
from wellled_desktop.ui.window.framework_changes import FrameworkChanges
from wellled_desktop.ui.window.going import Going
from wellled_desktop.ui.window.idle import IdleWatch
from wellled_desktop.ui.window.panes import Panes
from wellled_desktop.ui.window.reading_documents import ReadingDocuments
from wellled_desktop.ui.window.remembered import NAME, WindowState, as_bytes, as_text, decoded, encoded
from wellled_desktop.ui.window.shortcuts_dialog import ShortcutsDialog
from wellled_desktop.ui.window.undo import UndoStack
from wellled_desktop.ui.window.undo_keys import UndoKeys

if TYPE_CHECKING:
    from wellled_desktop.ui.find.finding import FindAnything

HowItEnds = Literal["quit", "lock", "idle", "close"]
IDLE_MINUTES = 10
_TICK_MS = 1000
_TICKS_TO_ANCHOR = 60
_COUNT_AFTER_MS = 400
_NOTICE_SECONDS = 12
_PREPARE_AFTER_MS = 700


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
        self._ending = Ending(opened.bridge, self)
        self._steps = UndoStack(opened.bridge, self)
        self._undo_keys = UndoKeys(lambda: bool(self._steps.redo_name), self)
        self.pages.begin(opened)
        self.show_inspection(opened.inspection, opened.pack)
        self.going = Going(self.pages, self.navigator, self._kept.kloe or opened.pack.kloes[0].id, self)
        self._framework = FrameworkChanges(opened, self.pages, self.going, self)
        self._documents = ReadingDocuments(opened.bridge, self.status)
        self.attaching = AttachingStrip(attaching_of(opened.bridge), self.pages.parentWidget())
        self.column.addWidget(self.attaching)
        self.actions_of_window.trust_type.triggered.connect(self._framework.open_trust_type)
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
        self._steps.told.connect(self.pages.show_told)
        self._steps.told.connect(lambda _told: take_back_passing(self))
        self._steps.refused.connect(self._show_not_taken_back)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._undo_keys.follow)
        self.going.went.connect(self._went)
        self.navigator.chosen.connect(self.go)
        self.find_button.clicked.connect(self.find_anything)
        attaching_of(bridge).told.connect(self.status.tell)
        self._framework.told.connect(self._show_notice)
        self.pages.go.connect(self.go)
        self.pages.notice.connect(self._show_notice)
        self.pages.told.connect(self.status.tell)
        self._appearance.text_told.connect(self.status.tell)
        self._appearance.text_resizing.connect(self.pages.put_away)
        self._appearance.text_resized.connect(self._resize_text)
        self._clock.timeout.connect(self._tick)
        self._count_soon.timeout.connect(self._count)
        self._prepare_soon.timeout.connect(self._prepare_search)
        self._idle = IdleWatch(self._idle_minutes, self)
        self._idle.idle.connect(partial(self._end, "idle"))
        self._ending.ended.connect(self._on_ended)
        self._ending.stayed.connect(self._idle.start)

    def _restore(self) -> None:
        """The way the window was left: its size, the navigator's width, and the place."""
        if self._kept.geometry:
            self.restoreGeometry(QByteArray(as_bytes(self._kept.geometry)))
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)  # that of a meeting cut short
        if self._kept.divider:
            self.divider.restoreState(QByteArray(as_bytes(self._kept.divider)))
        else:
            self.divider.setSizes([self.navigator.sizeHint().width(), 1000])
        if self.opened.bridge.warning:
            self.message.show_sentence(self.opened.bridge.warning)
        self.going.show(self._kept.place)
        self.opened.bridge.ask(self, partial(read_head, device=self.opened.bridge.device), self.status.show_head)
        self._count_soon.start()
        self._clock.start()
        self._prepare_soon.start()

    @cached_property
    def finding(self) -> "FindAnything":
        """Made when it is first wanted: it takes a while to load."""
        from wellled_desktop.ui.find.finding import FindAnything

        made = FindAnything(self.opened, self, self.actions_of_window.find)
        made.go.connect(self.go)
        made.told.connect(self._show_notice)
        return made

    def _prepare_search(self) -> None:
        """So that the first # and the first Ctrl+K find their words sorted."""
        self.finding.looking.prepare()

    # Places

    def go(self, place: Place) -> None:
        """Opens the place; the one that is left can be gone back to."""
        self.going.go(place)

    def go_back(self) -> None:
        self.going.go_back()

    def go_forward(self) -> None:
        self.going.go_forward()

    def go_to_number(self, number: int) -> None:
        self.going.go_to_number(number)

    def _went(self) -> None:
        self.actions_of_window.back.setEnabled(self.going.can_go_back)
        self.actions_of_window.forward.setEnabled(self.going.can_go_forward)
        self._remember()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.going.focus_page()

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

    def find_anything(self) -> None:
        self.finding.open(self.pages.page, covered=self.is_covered)

    def show_shortcuts(self) -> None:
        of_page = self.pages.page.shortcuts() if self.pages.page is not None else ()
        everywhere = (*self.actions_of_window.shortcuts(), *attaching_shortcuts())
        ShortcutsDialog(of_page, everywhere, self).open()

    def show_place_of_data(self) -> None:
        from wellled_desktop.vault.unsafe_places import unsafe_place

        about.data_dialog(self._folder, self.opened.inspection.provider_code, unsafe_place(self._folder), self).open()

    def show_about(self) -> None:
        about.about_dialog(self).open()

    def _resize_text(self) -> None:
        self.navigator.doItemsLayout()
        self.pages.bring_back()

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
        self.navigator.count(self.opened)

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
            kloe=self.going.kloe,
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
