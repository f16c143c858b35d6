"""The navigator at the left of the window.

Signals of Navigator: `chosen(Place)` when a row is clicked or Enter is pressed on it.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from wellled_desktop.framework.pack import Pack
from wellled_desktop.store import node_reading
from wellled_desktop.store.framework_reading import held_nodes
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.navigator_model import COUNT_ROLE, PLACE_ROLE, NavigatorModel

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 8


class Navigator(QTreeView):
    """Walking through it with the arrows opens nothing: Enter, Space or a click does, so that one can look first."""

    chosen = Signal(object)

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigator")
        self.setAccessibleName(self.tr("Navigator"))
        self.places = NavigatorModel(pack, self)
        self.setModel(self.places)
        self.setItemDelegate(_WithCount(self))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(14)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.expandAll()
        self.clicked.connect(self._choose)

    def count(self, opened: Opened) -> None:
        """Reads what each KLOE holds, and which of its prompts nothing is linked to yet."""
        places = self.places
        opened.bridge.ask(places, node_reading.kloe_totals, places.show_counts)
        opened.bridge.ask(places, held_nodes, lambda held: places.show_held(held, opened.pack, opened.scope))

    def show_place(self, place: Place, kloe: str) -> None:
        """Stands on the row of the place that is shown, without opening it again."""
        index = self.places.index_of(place, kloe)
        if index.isValid():
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().averageCharWidth() * 34, super().sizeHint().height())

    def _choose(self, index: Index) -> None:
        place = index.data(PLACE_ROLE) if index.isValid() else None
        if isinstance(place, Place):
            self.chosen.emit(place)


class _WithCount(QStyledItemDelegate):
    """Draws the row as the style does, with its count at the right in muted text where there is one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        count = index.data(COUNT_ROLE)
        said = f"{count:,}" if count else ""
        taken = shown.fontMetrics.horizontalAdvance(said) + 2 * _MARGIN if said else _MARGIN
        text, shown.text = shown.text, ""
        shown.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        area = shown.rect.adjusted(_MARGIN // 2, 0, -taken, 0)
        painter.save()
        painter.setFont(shown.font)
        painter.setPen(shown.palette.color(QPalette.ColorRole.Text))
        elided = shown.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
        if said:
            painter.setPen(shown.palette.color(QPalette.ColorRole.PlaceholderText))
            right = QRect(shown.rect).adjusted(0, 0, -_MARGIN, 0)
            painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(0, option.fontMetrics.height() + 10)
