"""What stands beside the matrix, as rows: the advice on the selected prompt, then what is behind the selected cell."""

from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine, ServiceFinding
from wellled_desktop.inspection.speaking import POINTS_OTHER_WAY, spoken_marks
from wellled_desktop.inspection.triangulation.advice import Advice
from wellled_desktop.store.triangulation_reading import Behind
from wellled_desktop.ui.kit.speaking import standing_words, who_words
from wellled_desktop.ui.kit.words import clock_time, in_words, short_day
from wellled_desktop.ui.pages.triangulation.words import source_in_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Heading(msgspec.Struct, frozen=True):
    """A heading of the list, or a quiet sentence in it; neither can be chosen."""

    words: str
    quiet: bool = False


class More(msgspec.Struct, frozen=True):
    """The last row when there are older lines: opening it fetches them."""

    words: str


Record = Advice | EvidenceEntry | ServiceFinding | LinkedLine
BehindRow = Heading | More | Record


class BehindModel(QAbstractListModel):
    def __init__(self, titles: dict[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._rows: tuple[BehindRow, ...] = ()
        self._node = ""

    def show_behind(self, advice: tuple[Advice, ...], behind: Behind) -> None:
        rows = self._rows_of(advice, behind)
        self._node = behind.node
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _rows_of(self, advice: tuple[Advice, ...], behind: Behind) -> tuple[BehindRow, ...]:
        rows: list[BehindRow] = [Heading(self.tr("Advice on %1").replace("%1", behind.node))]
        rows += advice or [Heading(self.tr("None: nothing here rests on too little."), quiet=True)]
        count = behind.lines_in_all + len(behind.entries) + len(behind.findings)
        title = f"{behind.node}, {source_in_words(behind.source)}"
        rows.append(Heading(f"{title} ({count:,})" if count else title))
        if not count:
            empty = self.tr("Nothing yet. In a session, # and the id link a line to a prompt.")
            rows.append(Heading(empty, quiet=True))
        rows += [*behind.entries, *behind.findings, *behind.lines]
        older = behind.lines_in_all - len(behind.lines)
        if older > 0:
            rows.append(More(self.tr("Show older lines (%1 more)").replace("%1", f"{older:,}")))
        return tuple(rows)

    def row_at(self, row: int) -> BehindRow | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def first_record(self) -> int:
        """The first of what is behind the cell; where nothing is, the first advice; -1 with neither."""
        places = [at for at, row in enumerate(self._rows) if not isinstance(row, Heading)]
        return next((at for at in places if not isinstance(self._rows[at], Advice)), places[0] if places else -1)

    def row_of(self, key: str) -> int:
        return next((at for at, row in enumerate(self._rows) if key_of(row) == key), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.row_at(index.row()), Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(row, Heading | More):
            return row.words
        if role == Qt.ItemDataRole.DisplayRole:
            return words_of(row)
        return ". ".join(part for part in (self.head(row), words_of(row), self.foot(row)) if part)

    def head(self, row: Record) -> str:
        """The small words above: S-03 l.27 · said, claim · chief executive. Where there is little room, who is cut short."""
        if isinstance(row, Advice):
            return row.rule.capitalize()
        if isinstance(row, LinkedLine):
            known = ", ".join((row.line.line_type, *spoken_marks(row.line)))
            return f"{row.line.ref} · {known} · {who_words(row, self._titles)}"
        if isinstance(row, ServiceFinding):
            parts = (self.tr("service-level finding"), self._way(row.points_other_way), row.service)
        else:
            parts = (f"{row.ref} · {in_words(row.source_kind)}", self._way(self._node in row.other_way), row.owner)
        return " · ".join(part for part in parts if part)

    def _way(self, other: bool) -> str:
        return self.tr(POINTS_OTHER_WAY) if other else ""

    def foot(self, row: Record) -> str:
        """The small words below: when it was written or recorded."""
        if isinstance(row, Advice):
            return ""
        if isinstance(row, LinkedLine):
            line = row.line
            when = f"{short_day(line.day)} {clock_time(line.local_time, line.local_time.tzinfo)}"
            return " · ".join((when, *standing_words(line)))
        if isinstance(row, ServiceFinding):
            return " · ".join(part for part in (row.source, row.reported) if part)
        return self.tr("recorded %1").replace("%1", f"{short_day(row.day)} {clock_time(row.recorded_at)}")


def words_of(row: Record) -> str:
    if isinstance(row, Advice):
        return row.reason
    if isinstance(row, LinkedLine):
        return row.line.text
    return row.text if isinstance(row, ServiceFinding) else row.title


def key_of(row: BehindRow | None) -> str:
    """What names the row among the others: the record's id, the rule of an advice; "" for headings and the last row."""
    if isinstance(row, Advice):
        return row.rule
    if isinstance(row, LinkedLine):
        return row.line.id
    return row.id if isinstance(row, EvidenceEntry | ServiceFinding) else ""
