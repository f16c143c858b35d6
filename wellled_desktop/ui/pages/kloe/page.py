"""The KLOE page: the framework's text with what is linked to each part of it, the checklist, and the selected item's detail."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.read_models import KloeHoldings
from wellled_desktop.inspection.triangulation.by_source import HeldBySource, LinkedRecord
from wellled_desktop.inspection.words import EvidenceState, SourceKind
from wellled_desktop.ui.kit.interview_changes import WHO_WAS_MET
from wellled_desktop.ui.kit.node_changes import LINKING
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.kloe.beside import Beside
from wellled_desktop.ui.pages.kloe.column import KloeColumn
from wellled_desktop.ui.pages.kloe.columns import Columns
from wellled_desktop.ui.pages.kloe.item_offers import ItemOffers
from wellled_desktop.ui.pages.kloe.own_nodes import OwnNodes
from wellled_desktop.ui.pages.kloe.presenter import KloePresenter
from wellled_desktop.ui.pages.kloe.shortcuts import kloe_shortcuts
from wellled_desktop.ui.pages.kloe.source_rows import place_of
from wellled_desktop.ui.pages.kloe.weighing import Weighing
from wellled_desktop.ui.places import Place


class KloePage(Page):
    """The column of a KLOE, and beside it what there is of the item selected in it."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._kloe = ""
        self.presenter = KloePresenter(opened, self)
        self.own = OwnNodes(opened.bridge, self)
        self.columns = Columns(opened)
        self.beside = Beside(role_titles(opened.pack), opened.index)
        self.weighing = Weighing(opened, self.beside, self)
        self.offers = ItemOffers(opened, self.beside, self)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.columns)
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
        self.columns.built.connect(self._follow_column)
        presenter.holdings_read.connect(self._show_holdings)
        presenter.linked_read.connect(self._show_linked)
        presenter.state_stands.connect(self._show_state)
        presenter.entry_recorded.connect(self._entry_recorded)
        presenter.entry_refused.connect(beside.record.put_back)
        beside.state_wanted.connect(self._set_state_of_selected)
        beside.recorded.connect(self._record)
        beside.tick_wanted.connect(self._tick_selected)
        beside.opened.connect(self._open_record)
        beside.more_wanted.connect(presenter.show_more)
        beside.links.touched.connect(presenter.keep_listed)
        beside.left.connect(self._back_to_item)
        beside.place_wanted.connect(self.go)
        self.weighing.told.connect(self.told)
        self.own.found.connect(self._select_own)
        for said in (presenter.refused, self.own.told, self.weighing.refused):
            said.connect(self.notice)
        self.weighing.back.connect(self._back_to_item)
        self.follow(self._opened.bridge, LINKING | WHO_WAS_MET)
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
        order = self.columns.order
        kloe = place.key if place.key in order else self._kloe or order[0]
        self._kloe = kloe
        column = self.columns.column(kloe)
        self.columns.show_column(kloe)
        with QSignalBlocker(column):  # what is linked is asked for once, below
            column.select(place.selected)
        self.presenter.show_kloe(kloe)
        self.weighing.show_kloe(column)
        self._show_selected(column.selected_item.id)
        self.offers.read()
        self.columns.reveal(kloe)
        column.row.target.setFocus(Qt.FocusReason.OtherFocusReason)

    def present_place(self) -> Place:
        column = self.columns.known(self._kloe)
        return Place("kloe", self._kloe, column.selected_item.id if column else "")

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return kloe_shortcuts()

    @property
    def column(self) -> KloeColumn:
        """The rows of the KLOE on show."""
        return self.columns.column(self._kloe or self.columns.order[0])

    def _follow_column(self, column: KloeColumn) -> None:
        column.selected.connect(self._selected)
        column.state_wanted.connect(self._set_state)
        column.reason_wanted.connect(self._ask_reason)
        column.beside_wanted.connect(self._to_list)
        column.own_wanted.connect(self._own)
        column.dragged_over.connect(self.columns.bring_into_view)
        self.weighing.follow(column)
        self.beside.stand_after(self.columns.last_in_tabs(column))

    def _step(self, by: int) -> None:
        order = self.columns.order
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
        self.columns.bring_into_view(self.column.row)
        self._show_selected(node)

    def _show_selected(self, node: str) -> None:
        self.beside.show_item(self.column.selected_item, *self.presenter.state_of(node))
        self.weighing.show_item(self.column.selected_item)
        self.offers.show_item(self.column.selected_item, self.presenter.state_of(node)[0])
        self.presenter.show_node(node)

    def _show_linked(self, linked: HeldBySource) -> None:
        if linked.node == self.column.selected_item.id:
            self.beside.show_linked(linked)

    def _open_record(self, record: LinkedRecord) -> None:
        self.go.emit(place_of(record))

    def _to_list(self) -> None:
        self.beside.links.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back_to_item(self) -> None:
        self.column.row.target.setFocus(Qt.FocusReason.OtherFocusReason)

    # States

    def _show_holdings(self, holdings: KloeHoldings) -> None:
        column = self.columns.known(holdings.kloe)
        if column is None:
            return
        column.show_holdings(holdings)
        for node, row in column.rows.items():
            if row.item.tickable:
                row.show_state(*self.presenter.state_of(node))
        column.count_states()
        if column is self.column:
            self.offers.show_column(column)
            self.beside.show_state(*self.presenter.state_of(column.selected_item.id))

    def _show_state(self, node: str, state: EvidenceState, reason: str | None) -> None:
        column = self.columns.column(node.split(".", maxsplit=1)[0])
        column.show_state(node, state, reason)
        if node == self.column.selected_item.id:
            self.beside.show_state(state, reason)

    def _set_state(self, node: str, state: EvidenceState) -> None:
        """Setting the state an item already has keeps its reason."""
        present, reason = self.presenter.state_of(node)
        self.presenter.set_state(node, state, reason if state == present else None)
        self._offer_entry(node, state, present)

    def _set_state_of_selected(self, state: EvidenceState, reason: str | None) -> None:
        node = self.column.selected_item.id
        present, _ = self.presenter.state_of(node)
        self.presenter.set_state(node, state, reason)
        self._offer_entry(node, state, present)

    def _offer_entry(self, node: str, state: EvidenceState, before: EvidenceState) -> None:
        row = self.column.rows[node]
        self.offers.after_setting(row.item, state, before, row.held.entries)

    def _ask_reason(self, node: str) -> None:
        if self.column.rows[node].item.tickable and self.beside.states.take_focus():
            return
        self._to_list()

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
        self.presenter.set_state(self.column.selected_item.id, "gathered", None)

    # The team's own, and a framework that changed

    def _own(self, wanted: str, node: str) -> None:
        row = self.column.rows[node]
        self.own.begin(wanted, row.item, row.held)

    def _select_own(self, node: str) -> None:
        """What was just added or changed: it is there already, or else the change of the framework selects it (`adopt`)."""
        if node not in self.column.rows:
            return
        self.own.wanted()
        self.column.select(node)
        self.columns.reveal(self._kloe)
        self._back_to_item()

    def adopt(self) -> bool:
        """The rows are built anew, each KLOE's when it is shown next. The place, the focus and what is typed stay."""
        wanted = self.own.wanted()
        built = self.columns.build_anew(self._kloe, wanted)
        if built is not None:
            before, column = built
            self.presenter.show_kloe(self._kloe)
            self.weighing.show_kloe(column)
            if column.selected_item != before.selected_item:
                self._show_selected(column.selected_item.id)
        return True

    # What changed

    def read(self) -> None:
        self.presenter.refresh()
        self.weighing.read_kloe()
        self.offers.read()

    # Keys of every part, and leaving

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        wanted = {
            Qt.Key.Key_J: self.weighing.open_judgement,
            Qt.Key.Key_L: self.weighing.open_finder,
            Qt.Key.Key_O: self.beside.links.go_to_other_side,
        }.get(Qt.Key(event.key()))
        if wanted is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            wanted()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """From the selected item Tab leads beside it, and not through the quiet buttons that stand below it in the column."""
        if forward and self.column.row.target.hasFocus() and self.beside.take_tab():
            return True
        return super().focusNextPrevChild(forward)

    def leave(self) -> None:
        self.weighing.judgements.save_now()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.leave()
