"""The list beside the selected node: what is linked to it by which way it points and by source, changed by keys or by dragging.

Signals of SourceList, beside those of LinkedList: `turn_wanted(object)`, `unlink_wanted(object)` and `move_wanted(object)` with
the record of the current row; `touched(str)` with the id of a record that is about to be changed here.
"""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from wellled_desktop.inspection.triangulation.by_source import HeldBySource
from wellled_desktop.ui.kit.linked_list import LinkedList
from wellled_desktop.ui.kit.linked_model import LinkedModel
from wellled_desktop.ui.kit.linked_rows import Heading, LinkedRow, Sign
from wellled_desktop.ui.pages.kloe.dragging import MIME, Dragged, packed, unpacked
from wellled_desktop.ui.pages.kloe.linker import named
from wellled_desktop.ui.pages.kloe.source_rows import rows_of


class SourceModel(LinkedModel):
    """Its records can be dragged. `node` is that beside which they stand."""

    node = ""
    _dragged: QMimeData | None = None

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        row = self.row_at(indexes[0].row()) if indexes else None
        if not isinstance(row, LinkedRow):
            return QMimeData()
        self._dragged = packed(
            Dragged(named(row.record), self.node)
        )  # held here as well: Qt has it only while it is dragged
        return self._dragged

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.LinkAction | Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def side_at(self, row: int) -> Sign:
        """The sign of the heading under which the row stands, or which it is; "" for what is kept apart, and for no row."""
        for at in range(row, -1, -1):
            one = self.row_at(at)
            if isinstance(one, Heading) and not (one.quiet or one.below):
                return one.sign
        return ""


class SourceList(LinkedList):
    turn_wanted = Signal(object)
    unlink_wanted = Signal(object)
    move_wanted = Signal(object)
    touched = Signal(str)

    def __init__(self, titles: dict[str, str], parent: QWidget | None = None) -> None:
        self.sources = SourceModel()
        super().__init__("", parent, model=self.sources)
        self._titles = titles
        self._touched: dict[str, None] = {}
        self.setAccessibleName(self.tr("What supports the selected item, and what points the other way, by source"))
        self.setToolTip(
            self.tr(
                "Enter opens; X: points the other way, or no longer; M links to another item; Delete unlinks; O goes to the "
                "other side; Left goes back to the item. "
                "Drag to the other side to turn it round, onto an item to link to it too, with Shift to move it there."
            )
        )
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.LinkAction)

    def show_held(self, held: HeldBySource) -> None:
        same, self.sources.node = held.node == self.sources.node, held.node
        before = self._touched_sides()
        self.show_rows(rows_of(held, self._titles), same=same)
        if same:
            self._go_after(before)

    def _touched_sides(self) -> dict[str, Sign | None]:
        """Of each record that was changed here on which side it stands, the last changed first; None: it is not listed."""
        rows = ((key, self.linked.row_of(key)) for key in reversed(self._touched))
        return {key: self.sources.side_at(row) if row >= 0 else None for key, row in rows}

    def _go_after(self, before: dict[str, Sign | None]) -> None:
        """What was turned round or unlinked here, or had that taken back, is current where it stands now: keys act on it."""
        for key, side in self._touched_sides().items():
            if side is not None and side != before[key]:
                self.choose(self.linked.row_of(key))
                self.scrollTo(self.currentIndex())
                return

    def go_to_other_side(self) -> None:
        """To the first record of the side on which one is not."""
        rows = [self.linked.row_at(at) for at in range(self.linked.rowCount())]
        hollow = next((at for at, row in enumerate(rows) if isinstance(row, Heading) and row.sign == "hollow"), 0)
        below = self.currentIndex().row() < hollow
        places = [at for at, row in enumerate(rows) if isinstance(row, LinkedRow) and (at > hollow) == below]
        if places:
            self.choose(places[0])
            self.scrollTo(self.linked.index(hollow if below else 0), self.ScrollHint.PositionAtTop)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        row = self.current_row()
        wanted = {
            Qt.Key.Key_X: self.turn_wanted,
            Qt.Key.Key_Delete: self.unlink_wanted,
            Qt.Key.Key_M: self.move_wanted,
        }.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Left:
            self.left.emit()
        elif wanted is None or not isinstance(row, LinkedRow) or event.modifiers():
            super().keyPressEvent(event)
        else:
            self._touch(row.key)
            wanted.emit(row.record)

    def _touch(self, key: str) -> None:
        self._touched.pop(key, None)
        self._touched[key] = None
        self.touched.emit(key)

    # Dragging: onto an item of the framework (see NodeRow), or here to the other side

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        row = self.current_row()
        if isinstance(row, LinkedRow):
            self._touch(row.key)
        super().startDrag(actions)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        dragged = unpacked(event.mimeData())
        if dragged is not None and dragged.node == self.sources.node:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        super().dragMoveEvent(event)  # scrolls near the edges
        self._settle_drop(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        row = self._settle_drop(event)
        if row is not None:
            self._touch(row.key)
            self.turn_wanted.emit(row.record)
        self.stopAutoScroll()
        self.setState(self.State.NoState)

    def _settle_drop(self, event: QDropEvent) -> LinkedRow | None:
        """The row that would be turned round were it dropped there; None, and refused, where it points that way already."""
        dragged = unpacked(event.mimeData())
        at = self.linked.row_of(dragged.ref.id) if dragged else -1
        row, here = self.linked.row_at(at), self._side_under(event.position().toPoint())
        event.setDropAction(Qt.DropAction.LinkAction)
        if isinstance(row, LinkedRow) and {self.sources.side_at(at), here} == {"filled", "hollow"}:
            event.accept()
            return row
        event.ignore()
        return None

    def _side_under(self, point: QPoint) -> Sign:
        """Below the last row it is still that row's side."""
        under = self.indexAt(point)
        return self.sources.side_at(under.row() if under.isValid() else self.linked.rowCount() - 1)
