"""The checklist over all KLOEs: a sentence of counts, a choice of state, the items, and beneath them all of the chosen one.

Signals of ChecklistView: `go(Place)` when an item is opened; `state_wanted(Item, str)` when one is to be given a state.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.interviewed import Interviewed
from wellled_desktop.inspection.read_models import Checklist
from wellled_desktop.inspection.words import EVIDENCE_STATES
from wellled_desktop.ui.kit.checklist_words import states_words
from wellled_desktop.ui.kit.interviewed_words import in_full
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.record_table import RecordTable
from wellled_desktop.ui.kit.state_keys import KEYS, state_actions, state_title
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.pages.evidence.checklist_model import WIDE, ChecklistFilter, ChecklistModel, Item, items_of
from wellled_desktop.ui.places import Place

_AS_WIDE_AS_THE_TABLE = 1_600
_LINES_BENEATH = 2
_LEAST_CHARACTERS = 55


class ChecklistView(QWidget):
    go = Signal(object)
    state_wanted = Signal(object, str)

    def __init__(self, pack: Pack, scope: Scope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = role_titles(pack)
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
                4: "21 lines, 5 of 11 roles",
            },
            give_way=(3, 4),
        )
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._show_chosen)
        self._none: QLabel = paragraph(self.tr("No item is in this state."), "muted")
        self._wording = paragraph("")
        self._interviews = paragraph("", "muted")
        self._interviews.setMaximumWidth(_AS_WIDE_AS_THE_TABLE)
        self.set_state = QToolButton()
        self.set_state.setText(self.tr("Set &state"))
        self.set_state.setToolTip(self.tr("The state of the chosen item: Space, G, R, H, A, P or Backspace on it"))
        self.set_state.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.set_state)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._take_from_menu)
        self.set_state.setMenu(self._menu)
        tick = QShortcut(QKeySequence("Space"), self.table)
        tick.setContext(Qt.ShortcutContext.WidgetShortcut)
        tick.activated.connect(self._tick)
        self._build()
        self._tell()
        self._show_chosen(-1)

    def _build(self) -> None:
        choice = QHBoxLayout()
        show = label(self.tr("Sho&w"))
        show.setBuddy(self.state)
        choice.addWidget(show)
        choice.addWidget(self.state)
        choice.addWidget(self.set_state)
        choice.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.counts)
        layout.addWidget(paragraph(self._advice(), "muted"))
        layout.addLayout(choice)
        layout.addWidget(self._none)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._chosen_item())

    def _chosen_item(self) -> QWidget:
        """As high as the longest usually is: a table that grew and shrank while one walks through it could not be read."""
        beneath = QWidget()
        for words in (self._wording, self._interviews):
            words.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS)
        beneath.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES_BENEATH + 8)
        column = QVBoxLayout(beneath)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._wording)
        column.addWidget(self._interviews)
        column.addStretch(1)
        return beneath

    def _advice(self) -> str:
        return self.tr("This is advice: not all of it is expected. Enter opens an item, Space ticks it.")

    def adopt(self, pack: Pack, scope: Scope) -> None:
        """The framework has other items now; the one chosen stays chosen where it is still there."""
        chosen = self.chosen()
        self._titles = role_titles(pack)
        self.items.adopt(items_of(pack, scope))
        self._tell()
        if chosen is not None:
            self.choose(chosen.id)

    def show_checklist(self, checklist: Checklist) -> None:
        self.items.show_checklist(checklist)
        self._tell()

    def show_interviewed(self, interviewed: Mapping[str, Interviewed]) -> None:
        self.items.show_interviewed(interviewed)
        self._show_chosen(self.table.currentIndex().row())

    @property
    def nothing_in_state(self) -> bool:
        """Whether the view says that no item is in the state chosen."""
        return not self._none.isHidden()

    @property
    def interviews(self) -> str:
        """How far the interviews of the chosen item are; "" where it asks for none."""
        return self._interviews.text()

    def reached(self) -> None:
        """By the key of its tab, Qt goes to the choice of state: the items are what one comes for."""
        if self.state.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> Item | None:
        return self.filter.item_at(self.table.currentIndex().row())

    def choose(self, node: str) -> None:
        """Makes the item the current one, where it shows."""
        index = self.filter.mapFromSource(self.items.index(self.items.row_of(node), 0))
        self.table.choose_row(index.row())

    def _show_chosen(self, row: int) -> None:
        item = self.filter.item_at(row)
        found = self.items.interviewed_for(item.id) if item else None
        self._wording.setText(f"{item.id}  {item.text}" if item else "")
        self._interviews.setText(in_full(found, self._titles) if found else "")
        self.set_state.setEnabled(item is not None)
        self.set_state.setAccessibleName(self.tr("Set the state of %1").replace("%1", item.id if item else ""))
        for words in (self._wording, self._interviews):
            words.setVisible(bool(words.text()))

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

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Something is chosen, so that what stands beneath the table is always of use."""
        super().showEvent(event)
        if not self.table.currentIndex().isValid():
            self.table.choose_row(0 if self.filter.rowCount() else -1)

    # States

    def _want(self, state: str) -> None:
        item = self.chosen()
        if item is not None:
            self.state_wanted.emit(item, state)

    def _tick(self) -> None:
        """Ticks the item as gathered, or clears the tick."""
        item = self.chosen()
        if item is not None:
            self._want("none" if self.items.state_of(item.id) == "gathered" else "gathered")

    def _fill_menu(self) -> None:
        self._menu.clear()
        item = self.chosen()
        if item is not None:
            self._menu.addActions(state_actions(self._menu, self.items.state_of(item.id) or "none"))

    def _take_from_menu(self, action: QAction) -> None:
        self._want(action.data())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        if self.chosen() is not None:
            self._menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        state = KEYS.get(Qt.Key(event.key()))
        if state is not None and self.window().focusWidget() is self.table and not event.modifiers():
            self._want(state)
        else:
            super().keyPressEvent(event)
