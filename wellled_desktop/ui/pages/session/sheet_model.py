"""The question sheet as a list: the questions in their order, then, folded away, those that were dropped."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.inspection.read_models import Question
from wellled_desktop.inspection.words import QuestionState
from wellled_desktop.ui.kit.words import counted

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Fold(msgspec.Struct, frozen=True):
    """The row that stands for the dropped questions, and opens and closes them."""

    dropped: int
    unfolded: bool

    @property
    def words(self) -> str:
        return _tr("%1 dropped").replace("%1", str(self.dropped))


SheetRow = Question | Fold


class SheetModel(QAbstractListModel):
    """A question that is added, moved or marked changes its own rows and no others, so that the list stays where it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions: tuple[Question, ...] = ()
        self._rows: tuple[SheetRow, ...] = ()
        self._counts: Mapping[str, int] = {}
        self._unfolded = False

    # What is on show

    def show_questions(self, questions: Sequence[Question]) -> None:
        self._questions = tuple(questions)
        self._fill()

    def clear(self) -> None:
        self._unfolded = False
        self._counts = {}
        self.show_questions(())

    def toggle_fold(self) -> None:
        self._unfolded = not self._unfolded
        self._fill()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many lines of the session are tagged to each node."""
        if counts != self._counts:
            self._counts = counts
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _fill(self) -> None:
        dropped = [one for one in self._questions if one.state == "dropped"]
        rows: list[SheetRow] = [one for one in self._questions if one.state != "dropped"]
        if dropped:
            rows.append(Fold(len(dropped), self._unfolded))
            rows += dropped if self._unfolded else []
        self._change_to(tuple(rows))

    def _change_to(self, rows: tuple[SheetRow, ...]) -> None:
        """What stands before and after the rows that come and go stays as it is."""
        old, new = [_key(row) for row in self._rows], [_key(row) for row in rows]
        begin = _alike(old, new)
        end = min(_alike(old[::-1], new[::-1]), len(old) - begin, len(new) - begin)
        if begin + end < len(old):
            self.beginRemoveRows(_NOWHERE, begin, len(old) - end - 1)
            self._rows = self._rows[:begin] + self._rows[len(old) - end :]
            self.endRemoveRows()
        if begin + end < len(new):
            self.beginInsertRows(_NOWHERE, begin, len(new) - end - 1)
            self._rows = rows
            self.endInsertRows()
        changed = [row for row, (was, now) in enumerate(zip(self._rows, rows, strict=True)) if was != now]
        self._rows = rows
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    # Asking

    @property
    def questions(self) -> tuple[Question, ...]:
        """Those on the sheet, without the dropped ones."""
        return tuple(one for one in self._questions if one.state != "dropped")

    @property
    def is_empty(self) -> bool:
        return not self._questions

    def row_at(self, row: int) -> SheetRow | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def question_at(self, row: int) -> Question | None:
        found = self.row_at(row)
        return found if isinstance(found, Question) else None

    def row_of(self, question_id: str) -> int:
        """-1 for one that is not on show."""
        return next((place for place, row in enumerate(self._rows) if _key(row) == question_id), -1)

    def question(self, question_id: str) -> Question | None:
        return next((one for one in self._questions if one.id == question_id), None)

    def count(self, node: str | None) -> int:
        return self._counts.get(node or "", 0)

    def order_with(self, question_id: str, place: int) -> tuple[str, ...]:
        """The ids of the whole sheet, with that question moved to `place` among those not dropped."""
        standing = [one.id for one in self.questions if one.id != question_id]
        standing.insert(max(0, place), question_id)
        return (*standing, *(one.id for one in self._questions if one.state == "dropped"))

    # As a list

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if isinstance(row, Fold):
            shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row.words if role in shown else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.why
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), row)
        return None

    def _spoken(self, place: int, row: Question) -> str:
        lines = counted(self.count(row.node), _tr("line"), _tr("lines")) if row.node else ""
        parts = (
            f"{place + 1}, {state_words(row.state)}: {row.text}",
            row.why,
            origin_words(row),
            row.node or "",
            lines,
        )
        return " · ".join(part for part in parts if part)


def state_words(state: QuestionState) -> str:
    words: dict[QuestionState, str] = {
        "open": _tr("open"),
        "asked": _tr("asked"),
        "answered": _tr("answered"),
        "parked": _tr("parked"),
        "dropped": _tr("dropped"),
    }
    return words[state]


def origin_words(question: Question) -> str:
    words = {
        "role card": _tr("role card"),
        "claim": _tr("claim"),
        "contradiction": _tr("contradiction"),
        "own": _tr("own"),
    }
    return words[question.origin]


def _key(row: SheetRow) -> str:
    return row.id if isinstance(row, Question) else ""


def _alike(first: Sequence[str], second: Sequence[str]) -> int:
    """How many at the beginning of both are the same."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


def _tr(words: str) -> str:
    return QCoreApplication.translate("QuestionSheet", words)
