"""The groups as the rows of a table, and what stands beside the table on one of them. Nothing guarded gets this far."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.equality import GroupHeard, SessionHeard, advice_on, asking_words, people_in_words
from wellled_desktop.ui.kit.linked_rows import Heading, LinkedRow, ListRow
from wellled_desktop.ui.kit.words import counted, in_words, short_day

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
GROUP, CHARACTERISTIC, SESSIONS, PEOPLE, KINDS, LAST = range(6)


class GroupsModel(QAbstractTableModel):
    """Every group of the framework's list, heard or not."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[GroupHeard, ...] = ()
        self._headers = (
            self.tr("Group"),
            self.tr("Protected characteristic"),
            self.tr("Heard in"),
            self.tr("People"),
            self.tr("Kinds of session"),
            self.tr("Last heard"),
        )

    def show_rows(self, rows: tuple[GroupHeard, ...]) -> None:
        """What is current stays so: the groups are always the same ones."""
        if [row.group for row in rows] == [row.group for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, LAST))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, group: str) -> int:
        return next((at for at, row in enumerate(self.rows) if row.group.id == group), -1)

    def next_unheard(self, after: int) -> int:
        """The next group that nobody has heard, from the top again; -1 where all were."""
        places = [*range(after + 1, len(self.rows)), *range(after + 1)]
        return next((at for at in places if not self.rows[at].heard), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, _parent: Index = _NOWHERE) -> int:  # noqa: N802
        return len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row, column = self.rows[index.row()], index.column()
        words = _cell(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if column == GROUP:
            return row_in_words(row)
        return f"{self._headers[column]}: {words or _tr('nothing')}"


def _cell(row: GroupHeard, column: int) -> str:
    if column == GROUP:
        return row.group.title
    if column == CHARACTERISTIC:
        return row.group.characteristic
    if column == SESSIONS:
        return counted(len(row.sessions), _tr("session"), _tr("sessions")) if row.sessions else ""
    if column == PEOPLE:
        return people_in_words(row) or _tr("nobody yet")
    if column == KINDS:
        return ", ".join(map(in_words, row.kinds))
    return short_day(row.last) if row.last else ""


def row_in_words(row: GroupHeard) -> str:
    """The whole row, for a screen reader: Night staff. 2 sessions, at least 15, focus group, last heard Tue 24 Nov."""
    if not row.heard:
        return f"{row.group.title}. {_tr('Nobody has said yet that they heard this group')}"
    last = _tr("last heard %1").replace("%1", _cell(row, LAST)) if row.last else ""
    parts = (_cell(row, SESSIONS), _cell(row, PEOPLE), _cell(row, KINDS), last)
    return f"{row.group.title}. {', '.join(part for part in parts if part)}"


def heard_in_words(heard: int, of: int) -> str:
    """How many of the groups were heard, and of how many nobody has said so."""
    if heard == of:
        return _tr("Every group of the list was heard.")
    words = (
        _tr("1 of the %2 groups was heard; of the other %3 nobody has said so yet.")
        if heard == 1
        else _tr("%1 of the %2 groups were heard; of the other %3 nobody has said so yet.")
    )
    return words.replace("%1", f"{heard:,}").replace("%2", f"{of:,}").replace("%3", f"{of - heard:,}")


def beside(pack: Pack, row: GroupHeard) -> tuple[ListRow, ...]:
    """Advice where nobody was heard, the sessions that may be told of, and the framework's words that ask after the group."""
    rows: list[ListRow] = [Heading(row.group.title)]
    if row.group.characteristic:
        words = _tr("Protected characteristic: %1").replace("%1", row.group.characteristic)
        rows.append(Heading(words, quiet=True))
    if advice := advice_on(pack, row):
        rows.append(LinkedRow(key="advice", who=_tr("Advice"), words=advice, bold=True))
        rows.append(Heading(_tr("In a session, its form says which groups were heard (Ctrl+Shift+F)."), quiet=True))
    if row.sessions:
        rows.append(Heading(_tr("Heard in (%1)").replace("%1", str(len(row.sessions)))))
        rows += [_session_row(one) for one in row.sessions]
    if row.few:
        rows.append(
            Heading(
                _tr(
                    "Heard by fewer than five at a time, or by a few whom nobody counted; in which sessions is not told."
                ),
                quiet=True,
            )
        )
    asking = tuple(asking_words(pack, row.group))
    rows.append(Heading(_tr("The framework asks")))
    rows += [LinkedRow(key=f"{at}", who=one.node, words=one.words, record=one) for at, one in enumerate(asking)]
    return tuple(rows)


def first_to_open(rows: tuple[ListRow, ...]) -> int:
    """The first session; without one, the first of the framework's words."""
    places = [at for at, row in enumerate(rows) if isinstance(row, LinkedRow) and row.record is not None]
    return places[0] if places else -1


def _session_row(session: SessionHeard) -> LinkedRow:
    day = short_day(session.day) if session.day else _tr("no day yet")
    return LinkedRow(key=session.session_id, who=session.ref, words=f"{in_words(session.kind)}, {day}", record=session)


def _tr(words: str) -> str:
    return QCoreApplication.translate("GroupsView", words)
