"""The one line that records an evidence entry for the selected node, then and there; above it, now and then, an offer: the tick
for what was recorded or whose roles were all interviewed, the entry for what was ticked. Offers do nothing and go by themselves.

Signals of RecordBox: `recorded(str, str)` with a title and a kind of source; `tick_wanted()` when the selected item is to be
ticked as offered.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.words import SOURCE_KINDS, SourceKind
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.kit.offer_bar import KEYS, LASTS_MS
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
        self._offered_title = ""
        self._told: QLabel = paragraph("", "muted")
        self.tick = QPushButton(self.tr("Also tick as gathered"))
        self.entry = QPushButton(self.tr("Record what was gathered"))
        for button, to in ((self.tick, self._tick), (self.entry, self._fill_in)):
            button.setProperty("kind", "link")
            button.clicked.connect(to)
        self._timer = QTimer(self, singleShot=True, interval=LASTS_MS)
        self._timer.timeout.connect(self.forget)
        QShortcut(QKeySequence(KEYS), self).activated.connect(self.take_offer)
        below, offers = QHBoxLayout(), FlowLayout(8)
        below.setSpacing(8)
        below.addWidget(self.kinds, 1)
        below.addWidget(self.button)
        offers.addWidget(self.tick)
        offers.addWidget(self.entry)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._told)
        layout.addLayout(offers)
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
        self._tell(self.tr("Recorded for %1.").replace("%1", node), tick=may_tick)

    def offer_tick(self, node: str, sentence: str) -> None:
        """Where something else than an entry says that the item may have been gathered."""
        if node == self._node:
            self._tell(sentence, tick=True)

    def offer_entry(self, node: str, title: str) -> None:
        """The item was ticked: offers the entry, with its wording to begin with."""
        if node == self._node:
            self._offered_title = title
            self._tell(self.tr("%1 is marked gathered; no entry is linked to it yet.").replace("%1", node), entry=True)

    def take_offer(self) -> None:
        for button in (self.tick, self.entry):
            if not button.isHidden():
                button.click()
                return

    def forget(self) -> None:
        self._timer.stop()
        for widget in (self._told, self.tick, self.entry):
            widget.hide()

    def _tell(self, sentence: str, *, tick: bool = False, entry: bool = False) -> None:
        self._told.setText(sentence)
        self._told.show()
        words = self.tr("Also tick %1 as gathered (%2)").replace("%1", self._node).replace("%2", KEYS)
        self.tick.setText(words)
        self.tick.setAccessibleName(self.tr("Also tick %1 as gathered").replace("%1", self._node))
        self.tick.setToolTip(self.tr("Nothing is ticked by itself (G on the item ticks it later)"))
        self.tick.setVisible(tick)
        self.entry.setText(self.tr("Record what was gathered (%1)").replace("%1", KEYS))
        self.entry.setAccessibleName(self.tr("Record what was gathered for %1").replace("%1", self._node))
        self.entry.setToolTip(self.tr("Fills the line in with the item's wording; Enter there records it"))
        self.entry.setVisible(entry)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.forget()

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
        self.forget()
        self.title.setFocus()
        self.tick_wanted.emit()

    def _fill_in(self) -> None:
        """Words that somebody typed here already come before the item's."""
        self.forget()
        if not self.title.text():
            self.title.setText(self._offered_title)
        self.title.setFocus()
        self.title.selectAll()
