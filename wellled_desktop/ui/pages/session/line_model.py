"""The note lines of one session for the list: newest first there, older ones fetched a page at a time when they are looked at.

Signals of LineModel: `wanted(int)` with the number of the first line of a page that somebody is looking at and that is not
there yet. A line written here is shown at once and is *pending* until it is known to be on disk.
"""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.inspection.speaking import spoken_marks, spoken_voice
from wellled_desktop.ui.kit.speaking import standing_words
from wellled_desktop.ui.pages.session.clock_words import NOTHING, BesideTime, beside_time

Index = QModelIndex | QPersistentModelIndex
PAGE = 50
# A page is asked for while its rows are still so far out of view: as one drags over a long session they are there in time.
_AHEAD = 40
_NOWHERE = QModelIndex()


class LineModel(QAbstractListModel):
    """One row a line; the row of line n is n - 1, as nothing is ever deleted."""

    wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[NoteLine | None] = []
        self._rows: dict[str, int] = {}
        self._pending: dict[str, NoteLine] = {}
        self._asked: set[int] = set()
        self._speakers: dict[str, str] = {}
        self._follow_up: dict[str, tuple[str, ...]] = {}

    def show_lines(self, newest: Sequence[NoteLine]) -> None:
        """A session's lines afresh: all that come before `newest` are known to be there but not yet fetched.

        Lines still on their way to the disk stay at the end.
        """
        self.beginResetModel()
        before = newest[0].number - 1 if newest else 0
        here = {line.id for line in newest}
        self._pending = {line_id: line for line_id, line in self._pending.items() if line_id not in here}
        self._lines = [*([None] * before), *newest, *self._pending.values()]
        self._rows = {line.id: row for row, line in enumerate(self._lines) if line is not None}
        self._asked = set()
        self.endResetModel()

    def clear(self) -> None:
        self._pending = {}
        self._speakers = {}
        self._follow_up = {}
        self.show_lines(())

    def set_speakers(self, speakers: dict[str, str]) -> None:
        """What each participant is called; names of speakers are not part of a line."""
        if speakers == self._speakers:
            return
        self._speakers = speakers
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def set_follow_up(self, marks: dict[str, tuple[str, ...]]) -> None:
        """What follows from lines, as words beside their marks: the requests made for them, an immediate concern."""
        changed = [one for one in {*marks, *self._follow_up} if marks.get(one) != self._follow_up.get(one)]
        self._follow_up = marks
        for row in sorted(self._rows[one] for one in changed if one in self._rows):
            self.dataChanged.emit(self.index(row), self.index(row))

    def marks(self, line: NoteLine) -> tuple[str, ...]:
        return (*spoken_marks(line), *self._follow_up.get(line.id, ()))

    def looks(self, row: int) -> Hashable | None:
        """All that is to be seen of the line in this row; None while it is not here."""
        line = self.line_at(row)
        if line is None:
            return None
        return (line, self.marks(line), self.speaker(line), self.beside_time(row), self.is_pending(line.id))

    def put_page(self, lines: Iterable[NoteLine]) -> None:
        """Lines that were wanted, now fetched."""
        rows = []
        for line in lines:
            row = line.number - 1
            if row < len(self._lines) and self._lines[row] is None:
                self._lines[row] = line
                self._rows[line.id] = row
                rows.append(row)
        if rows:  # the line after them now knows which day the one before it was
            self.dataChanged.emit(self.index(min(rows)), self.index(min(max(rows) + 1, len(self._lines) - 1)))

    def append_pending(self, line: NoteLine) -> None:
        """Shows a line that is on its way to the disk."""
        self._pending[line.id] = line
        self._append(len(self._lines), line)

    def put(self, line: NoteLine) -> bool:
        """The line as it stands on disk; whether it was new here."""
        self._pending.pop(line.id, None)
        row = self._rows.get(line.id)
        if row is not None:
            self._put(row, line)
            return False
        if line.number <= len(self._lines) - len(self._pending):
            self.put_page((line,))
            return False
        self._append(len(self._lines) - len(self._pending), line)
        return True

    def put_all(self, lines: Sequence[NoteLine]) -> None:
        """Lines as they stand on disk; those whose rows are there already are told of all at once."""
        rows: list[int] = []
        looked_up: list[NoteLine] = []
        for line in lines:
            row = self._rows.get(line.id)
            if row is None and line.number <= len(self._lines) - len(self._pending):
                looked_up.append(line)
            elif row is None:
                self.put(line)
            else:
                self._pending.pop(line.id, None)
                self._lines[row] = line
                rows.append(row)
        self.put_page(looked_up)
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))

    def take_back(self, line_id: str) -> None:
        """Removes a pending line that was refused."""
        if self._pending.pop(line_id, None) is None:
            return
        row = self._rows[line_id]
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._lines[row]
        self._rows = {line.id: at for at, line in enumerate(self._lines) if line is not None}
        self.endRemoveRows()

    def line_at(self, row: int) -> NoteLine | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def beside_time(self, row: int) -> BesideTime:
        """What must be said beside the time of the line in this row."""
        line = self.line_at(row)
        return beside_time(line, self.line_at(row - 1), self.line_at(row + 1)) if line is not None else NOTHING

    def as_it_stands(self, line: NoteLine) -> NoteLine:
        """The line as it is known now, whatever was changed since it was handed out."""
        row = self._rows.get(line.id)
        return (self.line_at(row) if row is not None else None) or line

    def row_of(self, line_id: str) -> int | None:
        return self._rows.get(line_id)

    def is_pending(self, line_id: str) -> bool:
        return line_id in self._pending

    def next_number(self) -> int:
        return len(self._lines) + 1

    def last_own(self, author: str) -> NoteLine | None:
        """The newest line by `author` that is not retracted; one on its way to the disk will be there before its change is."""
        for line in reversed(self._lines[-PAGE:]):
            if line and line.author == author and line.retracted_at is None:
                return line
        return None

    def speaker(self, line: NoteLine) -> str:
        return self.speaker_called(line.speaker)

    def speaker_called(self, speaker: str | None) -> str:
        """A participant, on the list still or not, or a voice, in words; "" for nobody in particular."""
        return self._speakers.get(speaker or "") or spoken_voice(speaker)

    def want(self, row: int) -> None:
        """Somebody looks at a row that is not here yet: its page is asked for, once."""
        page = row // PAGE
        if page not in self._asked:
            self._asked.add(page)
            self.wanted.emit(page * PAGE + 1)

    def look_ahead(self, row: int) -> None:
        """Somebody looks at a row that is here, and may scroll on either way."""
        for near in (row - _AHEAD, row + _AHEAD):
            if 0 <= near < len(self._lines) and self._lines[near] is None:
                self.want(near)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.line_at(index.row())
        if line is None:
            return None
        return line.text if role == Qt.ItemDataRole.DisplayRole else self.spoken(line)

    def spoken(self, line: NoteLine) -> str:
        """The line as a screen reader says it."""
        who = self.speaker(line)
        beside = self.beside_time(self._rows.get(line.id, -1))
        time = f"{line.local_time:%H:%M} {beside.zone}".rstrip()
        day = (beside.day,) if beside.day else ()
        parts = [*day, line.ref, time, *([who] if who else []), f"{line.line_type}: {line.text}"]
        notes = [*self.marks(line), *(f"tag {tag}" for tag in line.tags), *standing_words(line)]
        if self.is_pending(line.id):
            notes.append(self.tr("not yet on disk"))
        return ", ".join(parts) + (f". {', '.join(notes)}" if notes else "")

    def _put(self, row: int, line: NoteLine) -> None:
        self._lines[row] = line
        self._rows[line.id] = row
        self.dataChanged.emit(self.index(row), self.index(row))

    def _append(self, row: int, line: NoteLine) -> None:
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.insert(row, line)
        for at in range(row, len(self._lines)):
            moved = self._lines[at]
            if moved is not None:
                self._rows[moved.id] = at
        self.endInsertRows()
