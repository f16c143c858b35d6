"""What is linked to the selected node, as rows: evidence entries, then note lines newest first, each under its heading."""

from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine, LinkedToNode
from wellled_desktop.inspection.speaking import spoken_marks
from wellled_desktop.ui.kit.speaking import standing_words, who_words
from wellled_desktop.ui.kit.words import clock_time, in_words, short_day

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Heading(msgspec.Struct, frozen=True):
    """A heading of the list, or a quiet sentence in it; neither can be chosen."""

    words: str
    quiet: bool = False


class More(msgspec.Struct, frozen=True):
    """The last row when there are older lines: opening it fetches them."""

    words: str


LinkedRow = Heading | EvidenceEntry | LinkedLine | More


class LinkedModel(QAbstractListModel):
    def __init__(self, titles: dict[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._rows: tuple[LinkedRow, ...] = ()

    def show_linked(self, linked: LinkedToNode) -> None:
        rows = self._rows_of(linked)
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _rows_of(self, linked: LinkedToNode) -> tuple[LinkedRow, ...]:
        rows: list[LinkedRow] = [Heading(_with_count(self.tr("Evidence entries"), len(linked.entries)))]
        rows += linked.entries or [Heading(self.tr("None yet. Record one below."), quiet=True)]
        rows.append(Heading(_with_count(self.tr("Note lines"), linked.lines_in_all)))
        empty = self.tr("None yet. In a session, # and the id link a line to it.")
        rows += linked.lines or [Heading(empty, quiet=True)]
        older = linked.lines_in_all - len(linked.lines)
        if older > 0:
            rows.append(More(self.tr("Show older lines (%1 more)").replace("%1", f"{older:,}")))
        return tuple(rows)

    def row_at(self, row: int) -> LinkedRow | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def first_choosable(self) -> int:
        return next((at for at, row in enumerate(self._rows) if not isinstance(row, Heading)), -1)

    def row_of(self, record_id: str) -> int:
        """Where the line or entry stands; -1 when it is not shown."""
        return next((at for at, row in enumerate(self._rows) if record_of(row) == record_id), -1)

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
        foot = self.foot(row)
        marks = ", ".join(marks_of(row))
        return ". ".join(part for part in (self.head(row), marks, words_of(row), foot) if part)

    def head(self, row: EvidenceEntry | LinkedLine) -> str:
        """The small words above: S-03 l.27 · chief executive, said."""
        return "".join(self.head_parts(row))

    def head_parts(self, row: EvidenceEntry | LinkedLine) -> tuple[str, str]:
        """The small words above in two parts: where there is little room the first may be cut short, and never the second.

        How a line came to be known (said, seen, read, data, inference) is read before all else of it.
        """
        if isinstance(row, EvidenceEntry):
            dated = self.tr("dated %1").replace("%1", f"{row.dated:%d/%m/%Y}") if row.dated else ""
            return " · ".join(part for part in (row.ref, in_words(row.source_kind), row.owner, dated) if part), ""
        return f"{row.line.ref} · {who_words(row, self._titles)}", f", {row.line.line_type}"

    def foot(self, row: EvidenceEntry | LinkedLine) -> str:
        """The small words below: when it was written or recorded, and how it came to stand as it does."""
        if isinstance(row, LinkedLine):
            line = row.line
            when = f"{short_day(line.day)} {clock_time(line.local_time, line.local_time.tzinfo)}"
            return " · ".join((when, *standing_words(line)))
        recorded = f"{short_day(row.day)} {clock_time(row.recorded_at)}"
        return self.tr("recorded %1 by %2").replace("%1", recorded).replace("%2", row.author)


def words_of(row: EvidenceEntry | LinkedLine) -> str:
    return row.title if isinstance(row, EvidenceEntry) else row.line.text


def marks_of(row: EvidenceEntry | LinkedLine) -> tuple[str, ...]:
    """Claim, concern, strength, points the other way: the words shown in thin frames."""
    return () if isinstance(row, EvidenceEntry) else spoken_marks(row.line)


def record_of(row: LinkedRow | None) -> str:
    """The id of the line or entry a row shows; "" for other rows."""
    if isinstance(row, LinkedLine):
        return row.line.id
    return row.id if isinstance(row, EvidenceEntry) else ""


def _with_count(title: str, count: int) -> str:
    return f"{title} ({count:,})" if count else title
