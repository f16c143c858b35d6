"""The checklist over all KLOEs: a sentence of counts, a choice of state, and the items.

Signals of ChecklistView: `go(Place)` when an item is opened.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.read_models import Checklist
from wellled_desktop.inspection.words import EVIDENCE_STATES
from wellled_desktop.ui.kit.checklist_words import states_words
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.record_table import RecordTable
from wellled_desktop.ui.kit.state_keys import state_title
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.pages.evidence.checklist_model import WIDE, ChecklistFilter, ChecklistModel, items_of
from wellled_desktop.ui.places import Place


class ChecklistView(QWidget):
    go = Signal(object)

    def __init__(self, pack: Pack, scope: Scope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = ChecklistModel(items_of(pack, scope), self)
        self.filter = ChecklistFilter(self.items, self)
        self.counts = paragraph("")
        self.state = QComboBox()
        self.state.setAccessibleName(self.tr("State of the items shown"))
        self.state.addItem(self.tr("All items"), "")
        for state in EVIDENCE_STATES:
            words = self.tr("Nothing recorded of it yet") if state == "none" else state_title(state)
            self.state.addItem(words, state)
        self.state.activated.connect(self._choose_state)
        self.table = RecordTable(self.tr("Key-evidence items of all KLOEs"), self.filter, wide=WIDE)
        self.table.set_widths(
            {
                0: "W4.E10.10",
                1: "not applicable, Wed 11 March",
                3: "Held by the host commissioner",
                4: "125 lines, 2 entries",
            },
            give_way=(3, 4),
        )
        self.table.opened.connect(self._open)
        self._none: QLabel = paragraph(self.tr("No item is in this state."), "muted")
        self._build()
        self._tell()

    def _build(self) -> None:
        choice = QHBoxLayout()
        show = label(self.tr("&Show"))
        show.setBuddy(self.state)
        choice.addWidget(show)
        choice.addWidget(self.state)
        choice.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.counts)
        layout.addWidget(paragraph(self._advice(), "muted"))
        layout.addLayout(choice)
        layout.addWidget(self._none)
        layout.addWidget(self.table, 1)

    def _advice(self) -> str:
        return self.tr(
            "This is advice: the framework does not expect all evidence to be collected. Enter opens an item on its page."
        )

    def show_checklist(self, checklist: Checklist) -> None:
        self.items.show_checklist(checklist)
        self._tell()

    @property
    def nothing_in_state(self) -> bool:
        """Whether the view says that no item is in the state chosen."""
        return not self._none.isHidden()

    def _choose_state(self, _index: int) -> None:
        self.filter.look_for(self.state.currentData())
        self._tell()

    def _tell(self) -> None:
        states = list(self.items.states())
        top = [state for item, state in states if not item.nested]
        words = states_words(top, len(top))
        nested = len(states) - len(top)
        if nested:
            words += self.tr(". %1 stand under them.").replace("%1", counted(nested, "nested item", "nested items"))
        self.counts.setText(words)
        self._none.setVisible(self.filter.rowCount() == 0)

    def _open(self, row: int) -> None:
        item = self.filter.item_at(row)
        if item is not None:
            self.go.emit(Place("kloe", item.id.split(".", maxsplit=1)[0], item.id))
