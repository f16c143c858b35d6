"""Somebody at the keyboard: presses keys, clicks what is on the screen, and waits, for a bounded time, for what is seen.

Knows what a screen reader would say and nothing of the app's insides: a thing is found by its name or its words.
"""

import re
import time
from collections.abc import Callable, Iterator
from itertools import count, takewhile
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

Seen = TypeVar("Seen")
Kind = TypeVar("Kind", bound=QWidget)
PATIENCE = 20.0
_SLICE_MS = 10
_LOOKS_TO_ALARM = 12
_SLICES_TO_FOCUS = 30
_LOOK_MS, _STILL_LOOKS, _MOST_LOOKS = 25, 3, 80
_AGE = re.compile(r"On disk .*")
_ROWS_READ = 200
_NOWHERE = QModelIndex()


def _let_go_on(ms: int) -> None:
    """Lets the program go on. `QTest.qWait` does the same and keeps the interpreter while it sleeps: the program's other
    threads would then take minutes for what they do in seconds.
    """
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, ms)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    time.sleep(ms / 1_000)


class NotSeen(Exception):
    """What was waited for did not come to pass; the text says what."""


class Person:
    """One person; `alarm` is looked for in everything that is shown, and ends the waiting where it is seen."""

    def __init__(self, alarm: str) -> None:
        self._alarm = alarm

    # Eyes

    def wait(self, what: str, seen: Callable[[], Seen | None], seconds: float = PATIENCE) -> Seen:
        """What `seen` answers once it answers something true, while the program goes on. Raises NotSeen."""
        deadline = time.monotonic() + seconds
        looks = 0
        while True:
            found = seen()
            if found:
                return found
            # Reading the whole window each time would keep from its work what is waited for.
            if looks % _LOOKS_TO_ALARM == 0 and self._alarm in self.words():
                raise NotSeen(f"{what} did not come about; the window says: {self._alarm}")
            if time.monotonic() > deadline:
                raise NotSeen(f"{what} did not come about within {seconds:.0f} seconds")
            looks += 1
            _let_go_on(_SLICE_MS)

    def settle(self) -> None:
        """Waits, at most some two seconds, until what is written in front stays as it is: nothing is still on its way."""
        before, still = "", 0
        for _ in range(_MOST_LOOKS):
            _let_go_on(_LOOK_MS)
            words = _AGE.sub("", self.words())
            still = still + 1 if words == before else 0
            if still == _STILL_LOOKS:
                return
            before = words

    def window(self) -> QWidget:
        """What is in front: an open menu, a dialog, or the window. Raises NotSeen when nothing is open."""
        active = QApplication.activeWindow()
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget.isWindow()]
        front = (
            QApplication.activePopupWidget()
            or QApplication.activeModalWidget()
            or (active if active in shown else shown[-1] if shown else None)
        )
        if front is None:
            raise NotSeen("No window is open")
        return front

    def words(self) -> str:
        """Everything that is written in what is in front, a piece to a line."""
        try:
            return "\n".join(_words_in(self.window()))
        except NotSeen:
            return ""

    def see(self, *pieces: str, seconds: float = PATIENCE) -> None:
        """Waits until each of the pieces stands somewhere in what is in front."""
        for piece in pieces:
            self.wait(f"“{piece}”", lambda piece=piece: piece in self.words(), seconds)  # type: ignore[misc]

    def find(self, kind: type[Kind], name: str, seconds: float = PATIENCE) -> Kind:
        """The widget of a kind that can be used now, by its name or by the words on it."""
        return self.wait(f"“{name}”", lambda: self._found(kind, name), seconds)

    def focus(self) -> QWidget:
        """What the keys go to, once what is in front has come to take them."""
        front = self.window()
        if front is QApplication.activePopupWidget():
            return front
        for _ in range(_SLICES_TO_FOCUS):
            focus = QApplication.focusWidget()
            if focus is not None and focus.window() is front and QApplication.activeWindow() is front:
                return focus
            front.activateWindow()  # as a desktop does by itself when what was in front, or a list over it, is closed
            _let_go_on(_SLICE_MS)
        return front

    def focus_name(self) -> str:
        """How a screen reader announces where the keys go."""
        return "\n".join(_said_of(self.focus()))

    def button_beginning(self, words: str) -> str:
        """What stands on the first button whose words begin so; what follows may be a count."""
        buttons = self.window().findChildren(QAbstractButton)
        return self.wait(
            f"“{words}…”",
            lambda: next((one.text() for one in buttons if one.isVisible() and one.text().startswith(words)), None),
        )

    def _found(self, kind: type[Kind], name: str) -> Kind | None:
        for widget in self.window().findChildren(kind):
            if widget.isVisible() and widget.isEnabled() and name == _said_of(widget)[0]:
                return widget
        return None

    # Hands

    def press(self, *keys: str) -> None:
        """Presses keys as the list of shortcuts writes them: “Ctrl+N”, “Down”."""
        for key in keys:
            QTest.keySequence(self.focus(), QKeySequence(key))

    def type(self, text: str) -> None:
        """Types, one key after the other, into what has the focus."""
        for letter in text:
            focus = self.focus()
            if letter.isascii():
                QTest.keyClicks(focus, letter)
            else:  # QTest's keys are those of Latin 1
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(focus, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def type_anew(self, text: str) -> None:
        """Replaces what stands in the field that has the focus."""
        self.press("Ctrl+A")
        self.type(text)

    def click(self, name: str) -> None:
        """Clicks the button of this name."""
        self._click(self.find(QAbstractButton, name))
        self.settle()

    def go_into(self, name: str) -> QWidget:
        """Clicks into the field of this name."""
        field = self.wait(
            f"“{name}”", lambda: next((found for kind in _FIELDS if (found := self._found(kind, name))), None)
        )
        self._click(field)
        return field

    def click_row(self, words: str, of: str = "") -> None:
        """Clicks the first row in which the words stand, of the list or table of that name, or of any."""
        view, row = self.wait(f"A row with “{words}”", lambda: self._found_row(words, of))
        view.scrollTo(row)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(row).center())

    def _found_row(self, words: str, of: str) -> tuple[QAbstractItemView, QModelIndex] | None:
        for view in self.window().findChildren(QAbstractItemView):
            if view.isVisible() and of in ("", view.accessibleName()):
                row = next((row for row in _rows(view) if words in _row_words(row)), None)
                if row is not None:
                    return view, row
        return None

    def press_until(self, key: str, name: str, most: int = 120) -> None:
        """Presses a key, again and again, until the keys go to what begins with the name. Raises NotSeen."""
        for _ in range(most):
            if self.focus_name().startswith(name):
                return
            self.press(key)
        raise NotSeen(f"{key} does not lead to “{name}”")

    @staticmethod
    def _click(widget: QWidget) -> None:
        inside = QPoint(8, widget.height() // 2) if isinstance(widget, QCheckBox) else widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=inside)


_FIELDS: tuple[type[QWidget], ...] = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)


def _said_of(widget: QWidget) -> tuple[str, str]:
    """The name and the description that a screen reader is told."""
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name), told.text(QAccessible.Text.Description)


def _words_in(window: QWidget) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            yield from _said_of(widget)
            yield from _written_on(widget)


def _written_on(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QMenu):
        yield from (action.text().replace("&", "") for action in widget.actions())
    elif isinstance(widget, QAbstractItemView):
        yield from map(_row_words, _rows(widget))


def _rows(view: QAbstractItemView, below: QModelIndex = _NOWHERE) -> Iterator[QModelIndex]:
    """Rows from the top, each with those below it."""
    model = view.model()
    if model is None:
        return
    for number in range(min(model.rowCount(below), _ROWS_READ)):
        row = model.index(number, 0, below)
        yield row
        yield from _rows(view, row)


def _row_words(row: QModelIndex) -> str:
    """The row's cells as they are shown and as they are read out."""
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    cells = takewhile(QModelIndex.isValid, (row.siblingAtColumn(column) for column in count()))
    return "  ".join(str(said) for cell in cells for role in roles if (said := cell.data(role)))
