"""What the KLOE page weighs: linking what is listed to its items, and the team's judgements. Joins the parts; draws nothing.

Signals of Weighing: `told(str)` with what was done; `refused(str)` with why something was not; `back()` when the focus belongs to
the selected item again.
"""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from wellled_desktop.framework.pack import walk
from wellled_desktop.inspection.triangulation.by_source import HeldBySource, LinkedRecord
from wellled_desktop.inspection.words import Judgement
from wellled_desktop.store import source_reading
from wellled_desktop.store.source_reading import RecordRef
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.beside import Beside
from wellled_desktop.ui.pages.kloe.column import KloeColumn
from wellled_desktop.ui.pages.kloe.dragging import Dragged
from wellled_desktop.ui.pages.kloe.finding import Finding
from wellled_desktop.ui.pages.kloe.items import NodeItem
from wellled_desktop.ui.pages.kloe.judgements import Judgements
from wellled_desktop.ui.pages.kloe.linker import Linker, named
from wellled_desktop.ui.pages.kloe.linking import ref_of


class Weighing(QObject):
    told = Signal(str)
    refused = Signal(str)
    back = Signal()

    def __init__(self, opened: Opened, beside: Beside, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._beside = beside
        self._column: KloeColumn | None = None
        self._moving: RecordRef | None = None
        self.linker = Linker(opened.bridge, self)
        self.judgements = Judgements(opened.bridge, self)
        self.finding = Finding(opened, self)
        self._asked_of_kloe = ""
        self._connect()

    def _connect(self) -> None:
        beside, links = self._beside, self._beside.links
        links.turn_wanted.connect(lambda record: self.linker.turn(named(record), self._node))
        links.unlink_wanted.connect(lambda record: self.linker.unlink(named(record), self._node))
        links.move_wanted.connect(self._ask_where)
        beside.mover.given.connect(self._move)
        beside.mover.left.connect(self._to_list)
        beside.finder.asked.connect(self.finding.look_for)
        beside.finder.given.connect(self._link_found)
        beside.finder.left.connect(self.back)
        beside.judgement.typed.connect(self._judged)
        beside.judgement.left.connect(self._leave_judgement)
        self.finding.found.connect(beside.finder.show_found)
        self.linker.told.connect(self.told)
        self.linker.refused.connect(self.refused)
        self.judgements.refused.connect(self.refused)
        self.judgements.read.connect(self._show_judgements)

    @property
    def _node(self) -> str:
        return self._beside.item.id

    # The column on show

    def follow(self, column: KloeColumn) -> None:
        """What is dropped on the rows of this column is linked to them."""
        column.dropped.connect(self._dropped)

    def show_kloe(self, column: KloeColumn) -> None:
        self._column = column
        self.judgements.ask()
        self.read_kloe()

    def read_kloe(self) -> None:
        """How much there is on the KLOE in all, and of which sources; while one answer is awaited, no other is asked for."""
        if self._column is None or self._asked_of_kloe == self._column.kloe.id:
            return
        self._asked_of_kloe = self._column.kloe.id
        question = partial(source_reading.by_source, pack=self._opened.pack, node=self._asked_of_kloe, newest=0)
        self._opened.bridge.ask(self, question, self._read_kloe)

    def _read_kloe(self, held: HeldBySource) -> None:
        if held.node == self._asked_of_kloe:
            self._asked_of_kloe = ""
        if self._column is not None and held.node == self._column.kloe.id:
            self._column.head.show_held(held)

    # Linking

    def _dropped(self, node: str, dragged: Dragged, moved: bool) -> None:
        if moved:
            self.linker.move(dragged.ref, dragged.node, node)
        else:
            self.linker.link((dragged.ref,), node)

    def open_finder(self) -> None:
        self._beside.open_finder()

    def _link_found(self, refs: tuple[RecordRef, ...], other_way: bool) -> None:
        self.back.emit()
        self.linker.link(refs, self._node, other_way=other_way)

    def _ask_where(self, record: LinkedRecord) -> None:
        self._moving = named(record)
        nodes = frozenset(node.id for _, node in walk(self._opened.pack))
        self._beside.mover.ask(ref_of(record), nodes)

    def _move(self, node: str, moved: bool) -> None:
        self._to_list()
        if self._moving is not None and moved:
            self.linker.move(self._moving, self._node, node)
        elif self._moving is not None:
            self.linker.link((self._moving,), node)

    def _to_list(self) -> None:
        self._beside.links.setFocus(Qt.FocusReason.OtherFocusReason)

    # Judgements

    def show_item(self, item: NodeItem) -> None:
        """Another item is selected: what was typed of the one before is saved."""
        self.judgements.save_now()
        self._beside.judgement.setVisible(item.judged)
        self._beside.judgement.show_judgement(item.id, self.judgements.of(item.id))

    def open_judgement(self) -> None:
        if self._beside.item.judged:
            self._beside.judgement.take_focus()
        else:
            self.refused.emit(self.tr("A judgement is of a prompt, or of the KLOE as a whole."))

    def _judged(self, node: str, judgement: Judgement | None, text: str) -> None:
        self.judgements.put(node, judgement, text)
        self._show_judgement_of(node)

    def _leave_judgement(self) -> None:
        self.judgements.save_now()
        self.back.emit()

    def _show_judgements(self) -> None:
        if self._column is not None:
            for node, row in self._column.rows.items():
                if row.item.judged:
                    self._show_judgement_of(node)
            self._beside.judgement.show_judgement(self._node, self.judgements.of(self._node))

    def _show_judgement_of(self, node: str) -> None:
        """In the column: quietly beside its item, and of the KLOE in its head."""
        stands = self.judgements.of(node)
        if self._column is not None and node in self._column.rows:
            self._column.rows[node].show_judgement(stands.judgement, stands.text)
            if node == self._column.kloe.id:
                self._column.head.show_judgement(stands.judgement, stands.text)
