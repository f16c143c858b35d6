"""Beside a KLOE: the selected item's state and wording, everything linked to it, and a line to record an entry for it.

Signals of Beside: `state_wanted(str, object)` with a state and a reason; `recorded(str, str)` with a title and a kind of
source; `tick_wanted()`; `opened(object)` with a line or entry; `more_wanted()`; `left()` when Esc goes back to the item.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import LinkedToNode
from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.ui.kit.labels import label, paragraph, rule
from wellled_desktop.ui.pages.kloe.items import NodeItem, kind_in_words, printed_wording
from wellled_desktop.ui.pages.kloe.linked_list import LinkedList
from wellled_desktop.ui.pages.kloe.record_box import RecordBox
from wellled_desktop.ui.pages.kloe.state_bar import StateBar

_LEAST_CHARACTERS = 26


class Beside(QWidget):
    state_wanted = Signal(str, object)
    recorded = Signal(str, str)
    tick_wanted = Signal()
    opened = Signal(object)
    more_wanted = Signal()
    left = Signal()

    def __init__(self, titles: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._linked_node = ""
        self._id = label("", "node-id")
        self._about = paragraph("", "muted")
        self._wording = paragraph("", "muted")
        self.states = StateBar()
        self.links = LinkedList(titles)
        self.record = RecordBox()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 20, 16, 12)
        layout.setSpacing(8)
        for widget in (self._id, self._about, self._wording, self.states):
            layout.addWidget(widget)
        layout.addWidget(self.links, 1)
        layout.addWidget(rule())
        layout.addWidget(self.record)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS)
        self.states.wanted.connect(self.state_wanted)
        self.states.left.connect(self.left)
        self.record.recorded.connect(self.recorded)
        self.record.tick_wanted.connect(self.tick_wanted)
        self.links.opened.connect(self.opened)
        self.links.more_wanted.connect(self.more_wanted)

    def show_item(self, item: NodeItem, state: EvidenceState, reason: str | None) -> None:
        self._id.setText(item.id)
        about = (kind_in_words(item), item.about)
        self._about.setText(" · ".join(part for part in about if part))
        words = [part for part in (item.left_out, item.note) if part]
        if item.erratum:
            words.append(self.tr("Repaired wording. %1").replace("%1", printed_wording(item.erratum)))
        self._wording.setText("\n".join(words))
        self._wording.setVisible(bool(words))
        self.states.setVisible(item.tickable)
        self.states.show_item(item.id, state, reason)
        self.record.show_node(item.id, item.source_kind)

    def show_state(self, state: EvidenceState, reason: str | None) -> None:
        self.states.show_state(state, reason)

    def show_linked(self, linked: LinkedToNode) -> None:
        """What was there of the item before stays until this is read: some hundredths of a second, and no flicker."""
        self.links.show_linked(linked, same_node=linked.node == self._linked_node)
        self._linked_node = linked.node

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
