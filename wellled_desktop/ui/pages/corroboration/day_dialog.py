"""Which day is talked about, chosen from a list in the meeting's large type.

Signals of DayDialog: `chosen(dt.date)` once Enter was pressed on it, or it was clicked twice.
"""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.ui.pages.corroboration.words import day_row

_MOST_SHOWN = 8


class DayDialog(QDialog):
    chosen = Signal(object)

    def __init__(self, days: Sequence[tuple[dt.date, int]], present: dt.date, parent: QWidget, *, large: QFont) -> None:
        """`days` come with how many outcomes each has; `present` is the one talked about now."""
        super().__init__(parent)
        self.setFont(large)
        self.setWindowTitle(self.tr("Talk about another day"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.days = QListWidget()
        self.days.setFont(large)
        self.days.setAccessibleName(self.tr("Day to talk about"))
        self.days.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for day, outcomes in days:
            row = QListWidgetItem(day_row(day, outcomes), self.days)
            row.setData(Qt.ItemDataRole.UserRole, day)
            if day == present:
                self.days.setCurrentItem(row)
        self.days.itemDoubleClicked.connect(self._choose)
        self.go = QPushButton(self.tr("Talk about this day"))
        self.go.setProperty("kind", "primary")
        self.go.setDefault(True)
        self.go.setToolTip(self.tr("Talk about this day (Enter)"))
        self.go.clicked.connect(self._choose)
        self._lay_out()

    def _lay_out(self) -> None:
        leave = QPushButton(self.tr("Leave it"))
        leave.setAutoDefault(False)
        leave.setToolTip(self.tr("Stay with the day as it is (Esc)"))
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.go, leave):
            button.setFont(self.font())
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.days)
        column.addLayout(buttons)
        rows = min(_MOST_SHOWN, max(3, self.days.count()))
        self.days.setFixedHeight(rows * self.days.sizeHintForRow(0) + 2 * self.days.frameWidth())
        self.days.setMinimumWidth(self.days.sizeHintForColumn(0) + 4 * self.days.fontMetrics().averageCharWidth())
        self.days.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        row = self.days.currentItem()
        if row is not None:
            self.chosen.emit(row.data(Qt.ItemDataRole.UserRole))
            self.accept()
