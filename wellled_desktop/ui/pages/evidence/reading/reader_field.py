"""A line for the names of those who read, with commas between them, each completed from the team's.

Signals of ReaderField: those of QLineEdit.
"""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget


class ReaderField(QLineEdit):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setWidget(self)
        self.popup = QListView()
        self._completer.setPopup(self.popup)
        self.popup.setAccessibleName(self.tr("Names of the team that match"))
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def show_names(self, names: Iterable[str]) -> None:
        self._names.setStringList([name for name in dict.fromkeys(names) if name])

    def offered(self) -> tuple[str, ...]:
        """The names on offer; none while the list does not show."""
        model = self._completer.completionModel()
        shown = self.popup.isVisible()
        return tuple(str(model.index(row, 0).data()) for row in range(model.rowCount())) if shown else ()

    def _typed(self) -> str:
        return self.text()[: self.cursorPosition()].rpartition(",")[2].strip()

    def _offer(self, _text: str) -> None:
        typed = self._typed()
        self._completer.setCompletionPrefix(typed)
        if typed and self._completer.completionCount() and self._completer.currentCompletion() != typed:
            self._completer.complete()
            self.popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
        else:
            self.popup.hide()

    def _take(self, name: str) -> None:
        before, after = self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :]
        kept = before.rpartition(",")[0]
        start = f"{kept}, {name}" if kept else name
        self.setText(start + after)
        self.setCursorPosition(len(start))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """While the list is there, Enter and Tab take a name from it, and Esc closes it: they are not the bar's."""
        if self.popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            event.ignore()
        elif self.popup.isVisible() and event.key() == Qt.Key.Key_Escape:
            self.popup.hide()
        else:
            super().keyPressEvent(event)
