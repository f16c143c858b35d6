"""The navigator at the left of the window.

Signals of Navigator: `chosen(Place)` when a row is clicked or Enter is pressed on it.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from wellled_desktop.framework.pack import Pack
from wellled_desktop.store import node_reading
from wellled_desktop.ui.coverage import coverage_of
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.coverage_marks import marks_from, marks_width, paint_marks
from wellled_desktop.ui.window.navigator_model import COUNT_ROLE, KINDS_ROLE, PLACE_ROLE, PLACES_ROLE, NavigatorModel

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 8
_BEFORE_MARKS = 3
_LEAST = 12
"""So many characters of a KLOE's name are to be seen before its count is."""

_CHARACTERS, _FEWER_CHARACTERS = 37.75, 34
_ROOMY = 170
"""Of a window that is so many characters wide, the navigator takes the more."""


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
        self._follows_coverage = False
        self.expandAll()
        self.clicked.connect(self._choose)

    def count(self, opened: Opened) -> None:
        """Reads what each KLOE holds. What there is to look at in it comes by itself, when those who type have paused."""
        opened.bridge.ask(self.places, node_reading.kloe_totals, self.places.show_counts)
        if not self._follows_coverage:
            self._follows_coverage = True
            coverage = coverage_of(opened)
            coverage.read.connect(self.places.show_coverage)
            coverage.want()

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
        """Wide enough for most names to be whole, unless too little of the window would be left beside it."""
        letter = self.fontMetrics().averageCharWidth()
        characters = _CHARACTERS if self.window().width() >= letter * _ROOMY else _FEWER_CHARACTERS
        return QSize(int(letter * characters), super().sizeHint().height())

    def _choose(self, index: Index) -> None:
        place = index.data(PLACE_ROLE) if index.isValid() else None
        if isinstance(place, Place):
            self.chosen.emit(place)


class _WithCount(QStyledItemDelegate):
    """Draws the row as the style does, with its count at the right in muted text where there is one, and before it what there is
    to look at.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        count = index.data(COUNT_ROLE)
        said = f"{count:,}" if count else ""
        kinds = index.data(KINDS_ROLE)
        height = shown.fontMetrics.height()
        places = index.data(PLACES_ROLE)
        for_count = shown.fontMetrics.horizontalAdvance("000") + 2 * _MARGIN
        wide = max(for_count, shown.fontMetrics.horizontalAdvance(said) + 2 * _MARGIN)
        if (
            kinds
            and shown.rect.width() - wide - marks_width(height, places) < _LEAST * shown.fontMetrics.averageCharWidth()
        ):
            said, for_count, wide = "", _MARGIN, _MARGIN  # the name goes before the count, which the tooltip has
        # Into the places of marks that this row has not, its name may go.
        taken = wide + marks_from(height, places, kinds) + _BEFORE_MARKS if kinds else wide if said else _MARGIN
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
        if kinds:
            painter.setPen(shown.palette.color(QPalette.ColorRole.PlaceholderText))
            left = shown.rect.right() - for_count - marks_width(height, places)
            paint_marks(painter, QRectF(left, area.top(), 0, area.height()), height, places, kinds)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(0, option.fontMetrics.height() + 10)
