"""The one line that records an evidence entry for the selected node, then and there.

Signals of RecordBox: `recorded(str, str)` with a title and a kind of source; `tick_wanted()` when what was just recorded
is to tick its item as well.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.words import SOURCE_KINDS, SourceKind
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.kit.words import in_words


class RecordBox(QWidget):
    recorded = Signal(str, str)
    tick_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._node = ""
        self.title = QLineEdit()
        self.title.setMaxLength(500)
        self.title.returnPressed.connect(self._record)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(self.tr("Kind of source"))
        for kind in SOURCE_KINDS:
            self.kinds.addItem(in_words(kind), kind)
        self.button = QPushButton(self.tr("Record"))
        self.button.setToolTip(self.tr("Record the evidence entry (Enter)"))
        self.button.clicked.connect(self._record)
        self._told: QLabel = label("", "muted")
        self.tick = QPushButton(self.tr("Also tick as gathered"))
        self.tick.setProperty("kind", "link")
        self.tick.clicked.connect(self._tick)
        below, after = QHBoxLayout(), FlowLayout(8)
        below.setSpacing(8)
        below.addWidget(self.kinds, 1)
        below.addWidget(self.button)
        after.addWidget(self._told)
        after.addWidget(self.tick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(after)
        layout.addWidget(self.title)
        layout.addLayout(below)
        self.forget()

    def show_node(self, node: str, kind: SourceKind) -> None:
        """Another node is selected; words already typed stay, as they may be meant for it."""
        self._node = node
        words = self.tr("Record an evidence entry for %1…").replace("%1", node)
        self.title.setPlaceholderText(self.tr("Record evidence for %1").replace("%1", node))
        self.title.setToolTip(words)
        self.title.setAccessibleName(words)
        self.button.setAccessibleName(self.tr("Record the evidence entry for %1").replace("%1", node))
        if not self.title.text():
            self.kinds.setCurrentIndex(SOURCE_KINDS.index(kind))
        self.forget()

    def tell_recorded(self, node: str, *, may_tick: bool) -> None:
        """Says that the entry is on disk, and offers the tick: an entry by itself ticks nothing."""
        if node != self._node:
            return
        self._told.setText(self.tr("Recorded for %1.").replace("%1", node))
        self._told.show()
        words = self.tr("Also tick %1 as gathered").replace("%1", node)
        self.tick.setText(words)
        self.tick.setAccessibleName(words)
        self.tick.setToolTip(self.tr("The entry itself ticks nothing (G on the item ticks it later)"))
        self.tick.setVisible(may_tick)

    def forget(self) -> None:
        self._told.hide()
        self.tick.hide()

    def put_back(self, title: str) -> None:
        """What could not be recorded, to try again, unless something else is being typed."""
        if not self.title.text():
            self.title.setText(title)

    def _record(self) -> None:
        title = self.title.text().strip()
        if not title:
            self.title.setFocus()
            return
        self.title.clear()
        self.recorded.emit(title, self.kinds.currentData())

    def _tick(self) -> None:
        self.tick.hide()
        self.title.setFocus()
        self.tick_wanted.emit()
