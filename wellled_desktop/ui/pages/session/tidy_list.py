"""The nodes offered for a line, each with the number key that takes it.

Signals of GuessList: `chosen(str)` with a node's id, by a click; keys are for whoever has the focus.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex
_PAD = 8


class GuessDelegate(QStyledItemDelegate):
    def __init__(self, guesses: "GuessList") -> None:
        super().__init__(guesses)
        self._guesses = guesses

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(200, option.fontMetrics.height() + _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, metrics, rect = QGuiApplication.palette(), option.fontMetrics, option.rect
        node = self._guesses.node_at(index.row())
        if node is None:
            return
        if self._guesses.is_on(node):
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        number_width, id_width = metrics.horizontalAdvance("9  "), metrics.horizontalAdvance("W4.E14.1  ")
        text = self._guesses.text_of(node)
        text = f"{self._guesses.tr('(has it)')} {text}" if self._guesses.is_on(node) else text
        x = rect.left() + _PAD
        for role, words, width in (
            (QPalette.ColorRole.Text, str(index.row() + 1), number_width),
            (QPalette.ColorRole.Link, node, id_width),
            (QPalette.ColorRole.Text, text, rect.right() - x - number_width - id_width - _PAD),
        ):
            painter.setPen(palette.color(role))
            fitting = metrics.elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(x, rect.top(), width, rect.height()), Qt.AlignmentFlag.AlignVCenter, fitting)
            x += width


class GuessList(QListView):
    chosen = Signal(str)

    def __init__(self, texts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._nodes: tuple[str, ...] = ()
        self._on: frozenset[str] = frozenset()
        self._rows = QStringListModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(GuessDelegate(self))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Most likely nodes"))
        self.clicked.connect(self._clicked)

    def show_nodes(self, nodes: Sequence[str], on: Sequence[str]) -> None:
        """`on` are the tags that the line has."""
        self._nodes, self._on = tuple(nodes), frozenset(on)
        self._rows.setStringList([f"{at} {node} {self.text_of(node)}" for at, node in enumerate(nodes, start=1)])
        self.setFixedHeight(len(nodes) * self.sizeHintForRow(0) + 2 * self.frameWidth() + 2 if nodes else 0)

    def node_at(self, row: int) -> str | None:
        return self._nodes[row] if 0 <= row < len(self._nodes) else None

    def is_on(self, node: str) -> bool:
        return node in self._on

    def text_of(self, node: str) -> str:
        return self._texts.get(node, "")

    def spoken(self) -> str:
        return "; ".join(f"{at} {node} {self.text_of(node)}" for at, node in enumerate(self._nodes, start=1))

    def _clicked(self, index: QModelIndex) -> None:
        node = self.node_at(index.row())
        if node is not None:
            self.chosen.emit(node)
