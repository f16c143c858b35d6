"""Keys of a table alone: letters that do something with its row, also where the page has the same letters for something else."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class TableKeys(QObject):
    """While `table` has the focus, each key, pressed alone, does what `acts` says, and nobody else hears of it."""

    def __init__(self, table: QWidget, acts: Mapping[Qt.Key, Callable[[], None]]) -> None:
        super().__init__(table)
        self._acts = dict(acts)
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if not isinstance(event, QKeyEvent) or event.modifiers() or event.key() not in self._acts:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:  # else a shortcut of the page would take it
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self._acts[Qt.Key(event.key())]()
        return True
