"""How far the reading or recording of a file has come, with a way to stop it. Hidden while nothing runs.

Signals of ImportRow: `cancel_wanted()`.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from wellled_desktop.ui.kit.labels import label


class ImportRow(QWidget):
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setProperty("kind", "meter")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop; what was recorded so far stays (Space)"))
        self.cancel.clicked.connect(self.cancel_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_progress(self, words: str, done: int, total: int) -> None:
        self._words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.show()
