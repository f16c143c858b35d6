"""Taking a schedule in from a file: first what it would do, entry by entry, then all of it at once."""

import datetime as dt
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.exchange.wall_clock import Zone
from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.speaking import spoken_role
from wellled_desktop.ui.kit.inspection_days import outside_words
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.message import Message
from wellled_desktop.ui.kit.record_table import RecordTable
from wellled_desktop.ui.kit.words import clock_time, dated
from wellled_desktop.ui.page import Opened

if TYPE_CHECKING:  # what reads calendars takes longer to load than a page may take to show
    from wellled_desktop.exchange.schedule_entry import ScheduleEntry
    from wellled_desktop.exchange.schedule_import import ImportPlan, ImportRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_KEYS = "Ctrl+Return"
_WIDE = 4
_SIGNS = {"new": "+", "changed": "±", "the same": "=", "not understood": "?"}


class ImportModel(QAbstractTableModel):
    """One row an entry: what it comes to, by a sign and a word."""

    def __init__(
        self, titles: dict[str, str], days: Sequence[dt.date], zone: Zone, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._days = days
        self._titles = titles
        self._zone = zone
        self._rows: tuple[ImportRow, ...] = ()
        self._columns = (self.tr("Outcome"), self.tr("Entry"), self.tr("When"), self.tr("With"), self.tr("What of it"))

    def show_rows(self, rows: "tuple[ImportRow, ...]") -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, row: int) -> "ImportRow | None":
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._columns[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        cell = self._cells(row)[index.column()]
        return f"{self._columns[index.column()]}: {cell}" if role == Qt.ItemDataRole.AccessibleTextRole else cell

    def in_words(self, row: int) -> str:
        """The whole row, for the one that is selected: its last column is often cut."""
        found = self.row_at(row)
        return ". ".join(filter(None, self._cells(found)[1:])) if found is not None else ""

    def _cells(self, row: "ImportRow") -> tuple[str, ...]:
        start = row.entry.start
        when = f"{dated(start.astimezone(self._zone).date())}, {clock_time(start, self._zone)}" if start else ""
        roles = row.entry.roles or (row.session.roles if row.session else ())
        with_whom = ", ".join(spoken_role(self._titles.get(role, role)) for role in roles)
        if row.needs_role and row.entry.said:
            with_whom = f"“{row.entry.said}”"  # else nobody could tell which role to choose
        changed = self.tr("changes: %1").replace("%1", ", ".join(row.changes)) if row.changes else ""
        where = f"{row.session.ref}, {row.entry.where}" if row.session else row.entry.where
        said = (changed, self.outside(row), self._not_kept(row), *row.remarks)
        words = ". ".join(part.rstrip(".") for part in said if part)
        return (f"{_SIGNS[row.outcome]} {row.outcome}", where, when, with_whom, words)

    def outside(self, row: "ImportRow") -> str:
        """That its day is none of the inspection's, where the import would plan or move it there."""
        start = row.entry.start
        if start is None or row.command is None:
            return ""
        return outside_words(start.astimezone(self._zone).date(), self._days)

    def _not_kept(self, row: "ImportRow") -> str:
        """What the file calls a session may name somebody, so it is seen here, by whoever chose the role, and never recorded."""
        if row.command is None or not row.entry.said:
            return ""
        words = self.tr("“%1” in the file, not kept: it may name somebody")
        return words.replace("%1", row.entry.said)


class ImportDialog(QDialog):
    def __init__(
        self,
        opened: Opened,
        file: Path,
        read: "tuple[tuple[ScheduleEntry, ...], str]",
        sessions: tuple[Session, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self._entries, self._remark = read
        self._sessions = sessions
        self._chosen: dict[int, str] = {}
        self._doing = False
        self.plan: ImportPlan | None = None
        self.setWindowTitle(self.tr("Import %1").replace("%1", file.name))
        titles = role_titles(opened.pack)
        self.rows = ImportModel(titles, opened.inspection.dates, None, self)
        self.table = RecordTable(self.tr("What the import would do"), self.rows, wide=_WIDE)
        samples = {
            0: "? not understood",
            1: "S-03, entry 123",
            2: "Wed 30 Nov 2026, 10:00",
            3: "nursing director/chief nurse",
        }
        self.table.set_widths(samples, give_way=(1,))
        self.table.chosen.connect(self._row_chosen)
        self.facts = paragraph("")
        self.detail = paragraph("")
        self.absent = paragraph("", "muted")
        self.role = QComboBox()
        self.role.setAccessibleName(self.tr("Role of the selected entry"))
        self.role.addItem(self.tr("Choose a role"), "")
        for role, title in titles.items():
            self.role.addItem(spoken_role(title), role)
        self.role.activated.connect(self._choose_role)
        self.message = Message()
        self.do_it = QPushButton(self.tr("&Import"))
        self.cancel = QPushButton(self.tr("&Cancel"))
        self._lay_out()
        self._plan()
        self.table.setFocus()

    def _lay_out(self) -> None:
        self.do_it.setProperty("kind", "primary")
        self.do_it.setToolTip(self.tr("Plan and change the sessions as listed (%1, Alt+I)").replace("%1", _KEYS))
        self.do_it.clicked.connect(self.import_it)
        self.cancel.setToolTip(self.tr("Close and change nothing (Esc, Alt+C)"))
        self.cancel.clicked.connect(self.reject)
        for button in (self.do_it, self.cancel):
            button.setAutoDefault(False)
        QShortcut(QKeySequence(_KEYS), self).activated.connect(self.import_it)
        title = label(self.tr("&Role of the selected entry"))
        title.setBuddy(self.role)
        choice = QHBoxLayout()
        choice.addWidget(title)
        choice.addWidget(self.role)
        choice.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.message, 1)
        buttons.addStretch(0)
        buttons.addWidget(self.do_it)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.facts)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        column.addLayout(choice)
        column.addWidget(self.absent)
        column.addLayout(buttons)
        metrics, room = self.fontMetrics(), self.screen().availableGeometry()
        wanted = QSize(metrics.averageCharWidth() * 140, metrics.lineSpacing() * 32)
        self.resize(wanted.boundedTo(room.size() * 0.9))

    def _plan(self) -> None:
        from wellled_desktop.exchange.schedule_import import OUTCOMES, plan_import

        plan = plan_import(self._entries, self._sessions, _new_id, chosen=self._chosen, remark=self._remark)
        at = max(0, self.table.currentIndex().row())
        self.plan = plan
        self.rows.show_rows(plan.rows)
        self.table.choose_row(at)
        counts = ", ".join(f"{plan.count(outcome)} {outcome}" for outcome in OUTCOMES)
        words = self.tr("Nothing is changed yet. The file comes to: %1.").replace("%1", counts)
        outside = sum(bool(self.rows.outside(row)) for row in plan.rows)
        told = self.tr("Outside the inspection's days: %1.").replace("%1", str(outside)) if outside else ""
        self.facts.setText(" ".join(part for part in (words, told, plan.remark) if part))
        self.absent.setText(self._absent_words(plan.absent))
        self.absent.setVisible(bool(plan.absent))
        self.do_it.setEnabled(bool(plan.commands))

    def _absent_words(self, absent: tuple[Session, ...]) -> str:
        named = ", ".join(one.ref for one in absent[:12])
        more = f" {self.tr('and others')}" if len(absent) > 12 else ""
        return self.tr("Not in the file, and left as they are: %1").replace("%1", named + more)

    def _row_chosen(self, row: int) -> None:
        found = self.rows.row_at(row)
        self.detail.setText(self.rows.in_words(row))
        choosable = found is not None and (found.needs_role or row in self._chosen)
        self.role.setEnabled(choosable)
        self.role.setCurrentIndex(max(0, self.role.findData(self._chosen.get(row, ""))))

    def _choose_role(self, _index: int) -> None:
        row, role = self.table.currentIndex().row(), self.role.currentData()
        self._chosen.pop(row, None)
        if role:
            self._chosen[row] = role
        self._plan()

    def import_it(self) -> None:
        if self._doing or self.plan is None or not self.plan.commands:
            return
        self._doing = True
        self._opened.bridge.do(
            *self.plan.commands, then=lambda _changes: self.accept(), refused=self._refused, owner=self
        )

    def _refused(self, sentence: str) -> None:
        self._doing = False
        self.message.show_sentence(sentence)


def _new_id() -> str:
    return uuid7(round(dt.datetime.now(dt.UTC).timestamp() * 1000), os.urandom(10))
