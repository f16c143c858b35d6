"""Ctrl+Z in a field of text: its own while there is typing to take back, else the window's; Ctrl+Shift+Z goes the same way back.

Qt's fields keep the keys for themselves even when they have nothing to take back.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class UndoKeys(QObject):
    """Watches the one field that has the focus: a filter on all events of the app would cost something at each key."""

    def __init__(self, window_can_redo: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window_can_redo = window_can_redo
        self._window_undid = False
        self._watched: QWidget | None = None

    def follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None and old is self._watched:
            old.removeEventFilter(self)
        self._watched = now if isinstance(now, QLineEdit | QPlainTextEdit | QTextEdit) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            windows = self._window_undid = not can_undo(watched)
        elif event.matches(QKeySequence.StandardKey.Redo):
            windows = (self._window_undid and self._window_can_redo()) or not can_redo(watched)
        else:
            return False
        if windows:
            event.ignore()
        return windows


def can_undo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.document().isUndoAvailable()
    return False


def can_redo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.document().isRedoAvailable()
    return False
