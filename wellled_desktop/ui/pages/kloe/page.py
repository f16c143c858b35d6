"""The KLOE page: the framework's text with what is linked to each part of it, the checklist, and the selected item's detail."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.read_models import EvidenceEntry, KloeHoldings, LinkedLine, LinkedToNode
from wellled_desktop.inspection.words import EvidenceState, SourceKind
from wellled_desktop.ui.kit.column_area import ColumnArea
from wellled_desktop.ui.kit.node_changes import CONCERNING
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.kloe.beside import Beside
from wellled_desktop.ui.pages.kloe.column import KloeColumn
from wellled_desktop.ui.pages.kloe.presenter import KloePresenter
from wellled_desktop.ui.places import Place


class KloePage(Page):
    """Each KLOE's column is built when it is first shown and kept: switching back costs a read and a repaint."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._kloes = {kloe.id: kloe for kloe in opened.pack.kloes}
        self._kloe = ""
        self._reveal_when_read = False
        self.presenter = KloePresenter(opened.bridge, self)
        self.columns: dict[str, KloeColumn] = {}
        self._areas: dict[str, ColumnArea] = {}
        self._stack = QStackedWidget()
        self.beside = Beside(role_titles(opened.pack))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._stack)
        splitter.addWidget(self.beside)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([600, 400])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self._connect()

    def _connect(self) -> None:
        presenter, beside = self.presenter, self.beside
        presenter.holdings_read.connect(self._show_holdings)
        presenter.linked_read.connect(self._show_linked)
        presenter.state_stands.connect(self._show_state)
        presenter.refused.connect(self.notice)
        presenter.entry_recorded.connect(self._entry_recorded)
        presenter.entry_refused.connect(beside.record.put_back)
        beside.state_wanted.connect(self._set_state_of_selected)
        beside.recorded.connect(self._record)
        beside.tick_wanted.connect(self._tick_selected)
        beside.opened.connect(self._open_record)
        beside.more_wanted.connect(presenter.show_more)
        beside.left.connect(self._back_to_item)
        beside.place_wanted.connect(self.go)
        self.follow(self._opened.bridge, CONCERNING)
        for keys, to in (
            ("Alt+PgUp", self._previous),
            ("Alt+PgDown", self._next),
            ("Ctrl+R", self._to_record_box),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(to)

    # The place

    def show_place(self, place: Place) -> None:
        """A KLOE by id, with one of its nodes selected; anything unknown leads to the KLOE that is on show, or the first."""
        kloe = place.key if place.key in self._kloes else self._kloe or next(iter(self._kloes))
        self._kloe = kloe
        column = self._column(kloe)
        self._stack.setCurrentWidget(self._areas[kloe])
        with QSignalBlocker(column):  # what is linked is asked for once, below
            column.select(place.selected)
        self.presenter.show_kloe(kloe)
        self._show_selected(column.selected_item.id)
        self._reveal_when_read = bool(place.selected)
        self._reveal()
        column.row.target.setFocus(Qt.FocusReason.OtherFocusReason)

    def present_place(self) -> Place:
        column = self.columns.get(self._kloe)
        return Place("kloe", self._kloe, column.selected_item.id if column else "")

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return (
            Shortcut("Up", self.tr("The item above; Down: the one below")),
            Shortcut("Space", self.tr("Tick key evidence as gathered, or clear the tick")),
            Shortcut("G", self.tr("Gathered")),
            Shortcut("R", self.tr("Requested of the trust")),
            Shortcut("H", self.tr("Not held by the trust")),
            Shortcut("A", self.tr("Not applicable")),
            Shortcut("P", self.tr("Not pursued")),
            Shortcut("Backspace", self.tr("No state")),
            Shortcut("Return", self.tr("Give a reason for the state (optional); in the list beside: open the line")),
            Shortcut("Ctrl+R", self.tr("Record an evidence entry for the selected item")),
            Shortcut("Alt+PgUp", self.tr("The KLOE before")),
            Shortcut("Alt+PgDown", self.tr("The KLOE after")),
        )

    @property
    def column(self) -> KloeColumn:
        """The rows of the KLOE on show."""
        return self._column(self._kloe or next(iter(self._kloes)))

    def _column(self, kloe: str) -> KloeColumn:
        if kloe not in self.columns:
            column = KloeColumn(self._kloes[kloe], self._opened.pack, self._opened.scope)
            area = ColumnArea(column)
            self._stack.addWidget(area)
            self.columns[kloe], self._areas[kloe] = column, area
            column.selected.connect(self._selected)
            column.state_wanted.connect(self._set_state)
            column.reason_wanted.connect(self._ask_reason)
        return self.columns[kloe]

    def _step(self, by: int) -> None:
        order = list(self._kloes)
        to = order.index(self.column.kloe.id) + by
        if 0 <= to < len(order):
            self.go.emit(Place("kloe", order[to]))

    def _previous(self) -> None:
        self._step(-1)

    def _next(self) -> None:
        self._step(1)

    # The selected item

    def _selected(self, node: str) -> None:
        if self.sender() is not self.column:
            return
        self._areas[self._kloe].ensureWidgetVisible(self.column.row, 0, 40)
        self._show_selected(node)

    def _reveal(self) -> None:
        """Scrolls to the selected row, once its column, which may just have been built or changed, is laid out."""
        area, column = self._areas[self._kloe], self.column
        column.lay_out(area.viewport().size())
        area.ensureWidgetVisible(column.row, 0, 40)

    def _show_selected(self, node: str) -> None:
        self.beside.show_item(self.column.selected_item, *self.presenter.state_of(node))
        self.presenter.show_node(node)

    def _show_linked(self, linked: LinkedToNode) -> None:
        if linked.node == self.column.selected_item.id:
            self.beside.show_linked(linked)

    def _open_record(self, row: EvidenceEntry | LinkedLine) -> None:
        if isinstance(row, EvidenceEntry):
            self.go.emit(Place("evidence", selected=row.id))
        else:
            self.go.emit(Place("session", row.line.session_id, row.line.id))

    def _back_to_item(self) -> None:
        self.column.row.target.setFocus(Qt.FocusReason.OtherFocusReason)

    # States

    def _show_holdings(self, holdings: KloeHoldings) -> None:
        column = self.columns.get(holdings.kloe)
        if column is None:
            return
        column.show_holdings(holdings)
        for node, row in column.rows.items():
            if row.item.tickable:
                row.show_state(*self.presenter.state_of(node))
        column.count_states()
        if column is self.column:
            if self._reveal_when_read:
                self._reveal_when_read = False
                self._reveal()
            self.beside.show_state(*self.presenter.state_of(column.selected_item.id))

    def _show_state(self, node: str, state: EvidenceState, reason: str | None) -> None:
        column = self._column(node.split(".", maxsplit=1)[0])
        column.show_state(node, state, reason)
        if node == self.column.selected_item.id:
            self.beside.show_state(state, reason)

    def _set_state(self, node: str, state: EvidenceState) -> None:
        """Setting the state an item already has keeps its reason."""
        present, reason = self.presenter.state_of(node)
        self.presenter.set_state(node, state, reason if state == present else None)

    def _set_state_of_selected(self, state: EvidenceState, reason: str | None) -> None:
        self.presenter.set_state(self.column.selected_item.id, state, reason)

    def _ask_reason(self, node: str) -> None:
        if self.column.rows[node].item.tickable and self.beside.states.take_focus():
            return
        self.beside.links.setFocus(Qt.FocusReason.OtherFocusReason)

    # Entries

    def _to_record_box(self) -> None:
        self.beside.record.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _record(self, title: str, kind: SourceKind) -> None:
        self.presenter.record(self.column.selected_item.id, title, kind)

    def _entry_recorded(self, node: str) -> None:
        item = self.column.rows[node].item if node in self.column.rows else None
        state, _ = self.presenter.state_of(node)
        self.beside.record.tell_recorded(node, may_tick=item is not None and item.tickable and state != "gathered")

    def _tick_selected(self) -> None:
        self._set_state(self.column.selected_item.id, "gathered")

    # What changed

    def read(self) -> None:
        self.presenter.refresh()
