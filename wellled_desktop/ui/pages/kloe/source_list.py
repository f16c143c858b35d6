"""The list beside the selected node: what is linked to it by which way it points and by source, changed by keys or by dragging.

Signals of SourceList, beside those of LinkedList: `turn_wanted(object)`, `unlink_wanted(object)` and `move_wanted(object)` with
the record of the current row.
"""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from wellled_desktop.inspection.triangulation.by_source import HeldBySource
from wellled_desktop.ui.kit.linked_list import LinkedList
from wellled_desktop.ui.kit.linked_model import LinkedModel
from wellled_desktop.ui.kit.linked_rows import Heading, LinkedRow
from wellled_desktop.ui.pages.kloe.dragging import MIME, Dragged, packed
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


class SourceList(LinkedList):
    turn_wanted = Signal(object)
    unlink_wanted = Signal(object)
    move_wanted = Signal(object)

    def __init__(self, titles: dict[str, str], parent: QWidget | None = None) -> None:
        self.sources = SourceModel()
        super().__init__("", parent, model=self.sources)
        self._titles = titles
        self.setAccessibleName(self.tr("What supports the selected item, and what points the other way, by source"))
        self.setToolTip(
            self.tr(
                "Enter opens; X: points the other way, or no longer; M links to another item; Delete unlinks; O goes to the "
                "other side. "
                "Drag onto an item to link to it too, with Shift to move it there."
            )
        )
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.LinkAction)

    def show_held(self, held: HeldBySource) -> None:
        same, self.sources.node = held.node == self.sources.node, held.node
        self.show_rows(rows_of(held, self._titles), same=same)

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
        record = self.current_record()
        wanted = {
            Qt.Key.Key_X: self.turn_wanted,
            Qt.Key.Key_Delete: self.unlink_wanted,
            Qt.Key.Key_M: self.move_wanted,
        }.get(Qt.Key(event.key()))
        if wanted is None or record is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            wanted.emit(record)
