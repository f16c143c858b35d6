"""Beside a KLOE: the selected item's state and wording, everything linked to it, and a line to record an entry for it.

Signals of Beside: `state_wanted(str, object)` with a state and a reason; `recorded(str, str)` with a title and a kind of
source; `tick_wanted()`; `opened(object)` with a line or entry; `more_wanted()`; `left()` when Esc goes back to the item;
`place_wanted(Place)` when the item leads on to a page of its own.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import LinkedToNode
from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.ui.kit.labels import label, paragraph, rule
from wellled_desktop.ui.pages.kloe.items import NodeItem, kind_in_words, printed_wording
from wellled_desktop.ui.pages.kloe.linked_list import LinkedList
from wellled_desktop.ui.pages.kloe.record_box import RecordBox
from wellled_desktop.ui.pages.kloe.state_bar import StateBar
from wellled_desktop.ui.places import Place

# The prompt that asks for worries to be held against the risk register.
WORRIES_PROMPT = "W5.4"
_LEAST_CHARACTERS = 26


class Beside(QWidget):
    state_wanted = Signal(str, object)
    recorded = Signal(str, str)
    tick_wanted = Signal()
    opened = Signal(object)
    more_wanted = Signal()
    left = Signal()
    place_wanted = Signal(object)

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
        self.leads_on = QPushButton(self.tr("Worries and the risk register"))
        self.leads_on.setToolTip(self.tr("What people said worries them, beside the trust's risk register (Ctrl+7)"))
        self.leads_on.setProperty("kind", "link")
        self.leads_on.clicked.connect(self._lead_on)
        self._leads_to: Place | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 20, 16, 12)
        layout.setSpacing(8)
        for widget in (self._id, self._about, self._wording, self.leads_on, self.states):
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
        self._leads_to = Place("worries") if item.id == WORRIES_PROMPT else None
        self.leads_on.setVisible(self._leads_to is not None)
        self.states.setVisible(item.tickable)
        self.states.show_item(item.id, state, reason)
        self.record.show_node(item.id, item.source_kind)

    def _lead_on(self) -> None:
        if self._leads_to is not None:
            self.place_wanted.emit(self._leads_to)

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
