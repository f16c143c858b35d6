"""The middle of a KLOE's page: its heads and all its rows, built once; afterwards only words and ticks change.

Signals of KloeColumn: `selected(str)` with a node id; `state_wanted(str, str)` with a node id and a state;
`reason_wanted(str)` when Enter asks for the reason of an item; `beside_wanted()` when Right leads to what is linked to it;
`own_wanted(str, str)` with what is to be done with a node of the team's own, or `add` (see `own_nodes`), and the node;
`dropped(str, Dragged, bool)` with the node on which something was dropped, and whether it is to be moved there;
`dragged_over(NodeRow)` with the row over which it is held; `laid_out()` when its rows may stand elsewhere than before.
"""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import Kloe, Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.read_models import KloeHoldings, NodeHoldings
from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.ui.kit.checklist_words import states_words
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.state_keys import KEYS, state_actions
from wellled_desktop.ui.pages.kloe.fold import Fold
from wellled_desktop.ui.pages.kloe.items import NodeItem, Section, sections_of, whole_of
from wellled_desktop.ui.pages.kloe.kloe_head import KloeHead
from wellled_desktop.ui.pages.kloe.own_words import AddOwn, own_actions, wanted_by
from wellled_desktop.ui.pages.kloe.row import NodeRow

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class KloeColumn(QWidget):
    selected = Signal(str)
    state_wanted = Signal(str, str)
    reason_wanted = Signal(str)
    beside_wanted = Signal()
    own_wanted = Signal(str, str)
    dropped = Signal(str, object, bool)
    dragged_over = Signal(object)
    laid_out = Signal()

    def __init__(self, kloe: Kloe, pack: Pack, scope: Scope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.kloe = kloe
        self.rows: dict[str, NodeRow] = {}
        self._folds: list[Fold] = []
        self._chosen: NodeRow | None = None
        self._checklist = paragraph("", "muted", self)
        self._checklist.hide()
        self._lay = QVBoxLayout(self)
        self._lay.setContentsMargins(16, 20, 16, 24)
        self._lay.setSpacing(2)
        self._add_head(kloe)
        self._sections = sections_of(kloe, pack, scope)
        for section in self._sections:
            self._add_section(section)
        self._lay.addStretch(1)
        self.select(kloe.id)

    # Built once

    def _add_head(self, kloe: Kloe) -> None:
        self.head = KloeHead(kloe)
        self._lay.addWidget(self.head)
        self._add_row(whole_of(kloe), self._lay)

    def _add_section(self, section: Section) -> None:
        head = label(section.title, "heading")
        head.setContentsMargins(8, 16, 0, 2)
        self._lay.addWidget(head)
        if section.kind == "evidence":
            self._checklist.setContentsMargins(8, 0, 0, 4)
            self._lay.addWidget(self._checklist)
            self._checklist.show()
        for item in section.items:
            self._add_row(item, self._lay)
        if section.kind in ("prompt", "evidence"):
            add = AddOwn(section.kind, self)
            add.button.clicked.connect(partial(self.own_wanted.emit, f"add-{section.kind}", self.kloe.id))
            self._lay.addWidget(add)
        for footnote in section.footnotes:
            note = paragraph(footnote, "muted")
            note.setContentsMargins(8, 4, 0, 4)
            self._lay.addWidget(note)
        for folded, retracted in ((section.left_out, False), (section.retracted, True)):
            if folded:
                self._add_fold(folded, retracted)

    def _add_fold(self, folded: tuple[NodeItem, ...], retracted: bool) -> None:
        fold = Fold(tuple(item.id for item in folded), self, retracted=retracted)
        for item in folded:
            self._add_row(item, fold.inside)
        self._folds.append(fold)
        self._lay.addWidget(fold)

    def _add_row(self, item: NodeItem, where: QVBoxLayout) -> None:
        row = NodeRow(item)
        row.chosen.connect(partial(self.select, item.id))
        row.menu_wanted.connect(partial(self._open_menu, item.id))
        row.dropped.connect(partial(self.dropped.emit, item.id))
        row.dragged_over.connect(partial(self.dragged_over.emit, row))
        if row.box is not None:
            row.ticked.connect(partial(self._tick, item.id))
        where.addWidget(row)
        self.rows[item.id] = row

    def lay_out(self, viewport: QSize) -> None:
        """Puts every row in its place now, and not when the event loop comes round to it."""
        self.resize(viewport.width(), max(viewport.height(), self.heightForWidth(viewport.width())))
        self._lay.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.laid_out.emit()

    # What it shows

    def show_holdings(self, holdings: KloeHoldings) -> None:
        for node, row in self.rows.items():
            row.show_held(holdings.nodes.get(node, NodeHoldings(node)))
        for fold in self._folds:
            fold.show_held([self.rows[node].held for node in fold.nodes])

    def show_as(self, before: "KloeColumn") -> None:
        """What the same rows showed in another column, until it is read anew."""
        for node, row in self.rows.items():
            was = before.rows.get(node)
            if was is not None:
                row.show_held(was.held)
                row.show_state(was.state, was.reason)
                row.show_judgement(was.judgement, "judged" if was.judged else "")
        for fold in self._folds:
            fold.show_held([self.rows[node].held for node in fold.nodes])
        self.count_states()

    def show_state(self, node: str, state: EvidenceState, reason: str | None) -> None:
        if node in self.rows:
            self.rows[node].show_state(state, reason)
            self.count_states()

    def count_states(self) -> None:
        """The checklist as a whole; nested items are part of the item they stand under."""
        items = [row for row in self.rows.values() if row.item.tickable and not row.item.nested]
        applying = [row for row in items if row.item.left_out is None]
        self._checklist.setText(states_words((row.state for row in applying), len(applying)))

    @property
    def checklist_words(self) -> str:
        """What is said of the checklist as a whole."""
        return self._checklist.text()

    # Which row is chosen

    @property
    def selected_item(self) -> NodeItem:
        return self.row.item

    @property
    def row(self) -> NodeRow:
        return self._chosen or self.rows[self.kloe.id]

    def select(self, node: str) -> None:
        """Chooses the row of a node, out of its fold if need be; an unknown node chooses nothing new."""
        row = self.rows.get(node)
        if row is None or row is self._chosen:
            return
        for fold in self._folds:
            if node in fold.nodes:
                fold.open()
        if self._chosen is not None:
            self._chosen.set_selected(False)
        self._chosen = row
        row.set_selected(True)
        self.selected.emit(node)

    def nearest(self, before: "KloeColumn") -> str:
        """What was selected in another column, or where it was taken back meanwhile, what stands above it."""
        node, ids = before.selected_item, list(before.rows)
        row = self.rows.get(node.id)
        if row is not None and (node.retracted or not row.item.retracted):
            return node.id
        above = reversed(ids[: ids.index(node.id)])
        return next((one for one in above if one in self.rows and self.rows[one].item.left_out is None), self.kloe.id)

    def _shown_rows(self) -> list[NodeRow]:
        return [row for row in self.rows.values() if row.isVisibleTo(self)]

    def _move(self, to: int) -> None:
        rows = self._shown_rows()
        row = rows[max(0, min(to, len(rows) - 1))]
        row.target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.select(row.item.id)

    # Keys and the menu

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        key = Qt.Key(event.key())
        rows = self._shown_rows()
        at = rows.index(self.row) if self.row in rows else 0
        if key in _MOVES:
            self._move(at + _MOVES[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move(0 if key == Qt.Key.Key_Home else len(rows) - 1)
        elif key == Qt.Key.Key_Right:
            self.beside_wanted.emit()
        elif wanted := wanted_by(key, self.selected_item):
            self.own_wanted.emit(wanted, self.selected_item.id)
        elif key in KEYS and self.selected_item.tickable:
            self.state_wanted.emit(self.selected_item.id, KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reason_wanted.emit(self.selected_item.id)
        else:
            event.ignore()

    def _tick(self, node: str, ticked: bool) -> None:
        self.state_wanted.emit(node, "gathered" if ticked else "none")

    def _open_menu(self, node: str, where: QPoint) -> None:
        item = self.rows[node].item
        if not item.tickable and not item.local:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in state_actions(menu, self.rows[node].state) if item.tickable else ():
            action.triggered.connect(partial(self.state_wanted.emit, node, action.data()))
            menu.addAction(action)
        for action in own_actions(menu, item):
            action.triggered.connect(partial(self.own_wanted.emit, action.data(), node))
            menu.addAction(action)
        menu.popup(where)
