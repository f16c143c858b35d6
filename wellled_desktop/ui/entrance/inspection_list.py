"""The list of inspections on this laptop, two lines each: the trust, and when, which and of what types.

Signals of InspectionList: `open_wanted(str)` with an inspection's id, on Enter or a double click.
"""

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QDate, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wellled_desktop.ui.kit.words import BRITISH, in_words

if TYPE_CHECKING:
    from wellled_desktop.vault.contents import InspectionSummary

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FACTS = Qt.ItemDataRole.UserRole + 1
_MARGIN = 8
_MOST_ROWS = 6


class InspectionModel(QAbstractListModel):
    """The newest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._inspections: tuple[InspectionSummary, ...] = ()

    def set_inspections(self, inspections: "tuple[InspectionSummary, ...]") -> None:
        self.beginResetModel()
        self._inspections = inspections[::-1]
        self.endResetModel()

    def inspection_at(self, index: Index) -> "InspectionSummary | None":
        return self._inspections[index.row()] if index.isValid() else None

    def row_of(self, inspection_id: str) -> int | None:
        rows = (row for row, one in enumerate(self._inspections) if one.id == inspection_id)
        return next(rows, None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._inspections)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._inspections[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.trust_name
        if role == _FACTS:
            return facts_of(one)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.trust_name}, {facts_of(one)}"
        return None


class InspectionList(QListView):
    open_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inspections = InspectionModel(self)
        self.setModel(self._inspections)
        self.setItemDelegate(_TwoLines(self))
        self.setAccessibleName(self.tr("Inspections on this laptop"))
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.doubleClicked.connect(self._open)

    def set_inspections(self, inspections: "tuple[InspectionSummary, ...]", current: str = "") -> None:
        """Shows them and stands on `current`, else on the newest."""
        self._inspections.set_inspections(inspections)
        if inspections:
            self.setCurrentIndex(self._inspections.index(self._inspections.row_of(current) or 0, 0))
        self.updateGeometry()

    @property
    def current_id(self) -> str:
        one = self._inspections.inspection_at(self.currentIndex())
        return one.id if one is not None else ""

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as its rows, up to some; then it scrolls."""
        rows = min(max(self._inspections.rowCount(), 1), _MOST_ROWS)
        return QSize(super().sizeHint().width(), rows * self.sizeHintForRow(0) + 2 * self.frameWidth() + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        if self.current_id:
            self.open_wanted.emit(self.current_id)


def facts_of(one: "InspectionSummary") -> str:
    """RXX · 24 to 26 November 2026 · acute, community."""
    parts = [one.provider_code, dates_in_words(one.start_date, one.days), ", ".join(map(in_words, one.trust_types))]
    return " · ".join([*(part for part in parts if part), *(["example"] if one.is_example else [])])


def dates_in_words(first: dt.date, days: int) -> str:
    """24 November 2026; 24 to 26 November 2026; 30 November to 2 December 2026."""
    last = first + dt.timedelta(days=days - 1)
    end = _day(last, "d MMMM yyyy")
    if days == 1:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {end}"
    return f"{_day(first, 'd MMMM' if first.year == last.year else 'd MMMM yyyy')} to {end}"


def _day(day: dt.date, form: str) -> str:
    return BRITISH.toString(QDate(day.year, day.month, day.day), form)


class _TwoLines(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        name, shown.text = shown.text, ""
        style = shown.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        area = shown.rect.adjusted(2 * _MARGIN, _MARGIN, -2 * _MARGIN, -_MARGIN)
        strong = _strong(shown.font)
        line = QFontMetrics(strong).height()
        painter.save()
        painter.setPen(shown.palette.color(QPalette.ColorRole.Text))
        painter.setFont(strong)
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, _elided(name, strong, area.width()))
        painter.setPen(shown.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.setFont(shown.font)
        below = area.adjusted(0, line, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignTop, _elided(index.data(_FACTS), shown.font, area.width()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        height = QFontMetrics(_strong(option.font)).height() + QFontMetrics(option.font).height()
        return QSize(0, height + 2 * _MARGIN)


def _strong(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _elided(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
