"""Beside a KLOE: the selected item's state and wording, everything linked to it, and a line to record an entry for it.

Signals of Beside: `state_wanted(str, object)` with a state and a reason; `recorded(str, str)` with a title and a kind of
source; `tick_wanted()`; `opened(object)` with a line, an entry or a finding; `more_wanted(str)` with the group of which older
ones are wanted; `left()` when Esc goes back to the item;
`place_wanted(Place)` when the item leads on to a page of its own.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.inspection.triangulation.by_source import HeldBySource
from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.ui.kit.labels import label, paragraph, rule
from wellled_desktop.ui.pages.kloe.finder import Finder
from wellled_desktop.ui.pages.kloe.items import NodeItem, kind_in_words, printed_wording
from wellled_desktop.ui.pages.kloe.judgement_panel import JudgementPanel
from wellled_desktop.ui.pages.kloe.move_box import MoveBox
from wellled_desktop.ui.pages.kloe.record_box import RecordBox
from wellled_desktop.ui.pages.kloe.source_list import SourceList
from wellled_desktop.ui.pages.kloe.source_rows import counts_in_words
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
    more_wanted = Signal(object)
    left = Signal()
    place_wanted = Signal(object)

    def __init__(self, titles: dict[str, str], index: NodeIndex, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.item = NodeItem("", "kloe", "")
        self._id = label("", "node-id")
        self._about = paragraph("", "muted")
        self._wording = paragraph("", "muted")
        self.states = StateBar()
        self.judgement = JudgementPanel()
        self.counts = label("", "muted")
        self.counts.setWordWrap(True)
        self.finder = Finder()
        self.links = SourceList(titles)
        self.record = RecordBox()
        self.leads_on = QPushButton(self.tr("Worries and the risk register"))
        self.leads_on.setToolTip(self.tr("What people said worries them, beside the trust's risk register (Ctrl+7)"))
        self.leads_on.setProperty("kind", "link")
        self.leads_on.clicked.connect(self._lead_on)
        self._leads_to: Place | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 20, 16, 12)
        layout.setSpacing(8)
        self._interviews = paragraph("", "muted")
        self._interviews.hide()
        for widget in (self._id, self._about, self._wording, self._interviews, self.leads_on, self.states):
            layout.addWidget(widget)
        self.mover = MoveBox(index, self)
        layout.addWidget(self.judgement)
        layout.addWidget(self.counts)
        layout.addWidget(self.mover)
        layout.addWidget(self.finder, 1)
        layout.addWidget(self.links, 1)
        layout.addWidget(rule())
        layout.addWidget(self.record)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS)
        self.states.wanted.connect(self.state_wanted)
        self.states.left.connect(self.left)
        self.record.recorded.connect(self.recorded)
        self.record.tick_wanted.connect(self.tick_wanted)
        self.links.opened.connect(self.opened)
        self.links.left.connect(self.left)
        self.finder.given.connect(self._close_finder)
        self.finder.left.connect(self._close_finder)
        self.links.more_wanted.connect(self.more_wanted)
        self._stops = self._tab_stops()

    def show_item(self, item: NodeItem, state: EvidenceState, reason: str | None) -> None:
        if item.id != self.item.id:
            self.mover.hide()
            self.finder.hide()
            self._close_finder()
        self.item = item
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
        self.record.setVisible(not item.retracted)

    def _lead_on(self) -> None:
        if self._leads_to is not None:
            self.place_wanted.emit(self._leads_to)

    def show_interviews(self, words: str) -> None:
        """Of an item that asks for interviews: with whom they were, and with whom not yet; "" for any other."""
        self._interviews.setText(words)
        self._interviews.setVisible(bool(words))

    def show_state(self, state: EvidenceState, reason: str | None) -> None:
        self.states.show_state(state, reason)

    def show_linked(self, held: HeldBySource) -> None:
        """What was there of the item before stays until this is read: some hundredths of a second, and no flicker."""
        self.links.show_held(held)
        self.counts.setText(counts_in_words(held))
        self.counts.setVisible(bool(self.counts.text()))

    def open_finder(self) -> None:
        """In the place of the list, which comes back when it closes."""
        self.finder.ask(self.item.id)
        self.mover.hide()
        self.links.hide()

    def take_tab(self) -> bool:
        """Tab from the item leads to the first of what is beside it; False where nothing here can take it."""
        for stop in self._stops:
            if stop.isVisible() and stop.isEnabled():
                stop.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def stand_after(self, last: QWidget) -> None:
        """In the order of Tab. A column that is built later would come after what is beside it, and Tab lead round the window."""
        for stop in self._stops:
            QWidget.setTabOrder(last, stop)
            last = stop

    def _tab_stops(self) -> list[QWidget]:
        """In the order in which they were put in, which is that from the top downwards."""
        stops: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self and self.isAncestorOf(widget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                stops.append(widget)
            widget = widget.nextInFocusChain()
        return stops

    def _close_finder(self) -> None:
        self.links.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
