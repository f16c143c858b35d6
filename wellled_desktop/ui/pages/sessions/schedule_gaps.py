"""Beside the schedule: who or what is double-booked, what is still missing from it, and what was cancelled.

Signals of GapList: `taken(Gap)` when a row is opened with Enter, Space or a double click.
"""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wellled_desktop.exchange.wall_clock import Zone
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.schedule import DoubleBooking, start_of
from wellled_desktop.inspection.speaking import spoken_role
from wellled_desktop.ui.kit.words import clock_time, short_day
from wellled_desktop.ui.pages.sessions.schedule_day import day_of
from wellled_desktop.ui.pages.sessions.schedule_reading import ScheduleReading
from wellled_desktop.ui.pages.sessions.schedule_words import roles_in_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_PAD = 8
_MOST_LISTED = 100


class Gap(msgspec.Struct, frozen=True):
    """One row. `roles` could be planned for it; `session` is the one it leads to."""

    kind: Literal["heading", "booking", "role", "prompt", "cancelled"]
    words: str
    why: str = ""
    roles: tuple[str, ...] = ()
    session: Session | None = None


class GapModel(QAbstractListModel):
    def __init__(self, titles: Mapping[str, str], zone: Zone, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._zone = zone
        self._rows: tuple[Gap, ...] = ()
        self._told: object = None

    def show_reading(self, reading: ScheduleReading) -> None:
        listed = reading.bookings[:_MOST_LISTED]
        told = (listed, len(reading.bookings), reading.roles, reading.prompts, reading.cancelled)
        if told == self._told:
            return
        self._told = told
        rows = (
            *self._part(
                self.tr("Double-booked"),
                [self._booking(one) for one in listed],
                len(reading.bookings),
            ),
            *self._part(
                self.tr("Still missing: roles"),
                [Gap("role", spoken_role(one.title), one.why, one.roles) for one in reading.roles],
            ),
            *self._part(
                self.tr("Prompts nobody answers"),
                [Gap("prompt", f"{one.id} {one.title}", one.why, one.roles) for one in reading.prompts],
            ),
            *self._cancelled(reading),
        )
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _part(self, title: str, rows: list[Gap], count: int = 0) -> tuple[Gap, ...]:
        count = max(count, len(rows))
        words = f"{title} ({count:,})" if rows else self.tr("%1: none").replace("%1", title)
        more = self.tr("and %1 more").replace("%1", f"{count - len(rows):,}")
        return (Gap("heading", words), *rows, *((Gap("heading", more),) if count > len(rows) else ()))

    def _cancelled(self, reading: ScheduleReading) -> tuple[Gap, ...]:
        rows = [
            Gap("cancelled", f"{one.ref} {roles_in_words(one, self._titles)}", one.cancelled_reason or "", (), one)
            for one in reading.cancelled
        ]
        return self._part(self.tr("Cancelled"), rows) if rows else ()

    def _booking(self, one: DoubleBooking) -> Gap:
        what, day = ", ".join(one.what), day_of(one.second, self._zone)
        when = f"{short_day(day)}, {clock_time(start_of(one.second), self._zone)}" if day else ""
        words = self.tr("%1 and %2").replace("%1", one.first.ref).replace("%2", one.second.ref)
        return Gap("booking", words, f"{what}; {when}" if when else what, (), one.second)

    def row_at(self, row: int) -> Gap | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        gap = self.row_at(index.row())
        if gap is None or gap.kind == "heading":
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        gap = self.row_at(index.row())
        if gap is None or role not in _SPOKEN:
            return None
        return ". ".join(part.rstrip(".") for part in (gap.words, gap.why, self._hint(gap)) if part)

    def _hint(self, gap: Gap) -> str:
        return {
            "booking": self.tr("Enter goes there"),
            "role": self.tr("Enter plans a session for it"),
            "prompt": self.tr("Enter plans a session for it"),
            "cancelled": self.tr("Enter restores it"),
        }.get(gap.kind, "")


class GapDelegate(QStyledItemDelegate):
    """Two lines: what it is, and beneath it, quietly, why or when. A double-booking has its triangle before it."""

    def __init__(self, model: GapModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        gap = self._model.row_at(index.row())
        lines = 2 if gap is not None and gap.why else 1
        return QSize(80, lines * option.fontMetrics.lineSpacing() + _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        gap = self._model.row_at(index.row())
        if gap is None:
            return
        palette, metrics, role = QGuiApplication.palette(), option.fontMetrics, QPalette.ColorRole
        rect: QRect = option.rect
        font = QFont(option.font)
        if gap.kind == "heading":
            font.setWeight(QFont.Weight.DemiBold)
            painter.fillRect(rect, palette.color(role.AlternateBase))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(role.Highlight))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), palette.color(role.Accent))
        room = rect.adjusted(_PAD, _PAD // 2, -_PAD, -_PAD // 2)
        words = f"▲ {gap.words}" if gap.kind == "booking" else gap.words
        for at, (text, colour) in enumerate(((words, role.Text), (gap.why, role.PlaceholderText))):
            shown = font if at == 0 else option.font
            painter.setFont(shown)
            painter.setPen(palette.color(colour))
            line = QRect(room.left(), room.top() + at * metrics.lineSpacing(), room.width(), metrics.lineSpacing())
            fitting = QFontMetrics(shown).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(line, fitting)


class GapList(QListView):
    taken = Signal(object)

    def __init__(self, model: GapModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(GapDelegate(model, self))
        self.setAccessibleName(self.tr("Double-booked and still missing"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._take)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._take(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _take(self, index: QModelIndex) -> None:
        gap = self._model.row_at(index.row())
        if gap is not None and gap.kind != "heading":
            self.taken.emit(gap)
