"""The framework's roles to pick from: key interviews, other interviews, those only named in evidence; with check marks.

Signals of RoleModel: `picked_changed()` when a role was picked or taken off.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPalette

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.role_words import RoleWords
from wellled_desktop.inspection.speaking import spoken_role

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RoleRow(msgspec.Struct, frozen=True):
    """One role; `notes` is what the framework and the trust's scope say of it, "" for nothing."""

    id: str
    title: str
    group: str
    notes: str
    applies: bool


class GroupRow(msgspec.Struct, frozen=True):
    words: str


class FoldRow(msgspec.Struct, frozen=True):
    """Stands for the roles that do not apply to this trust, or above them when they are shown."""

    count: int
    unfolded: bool


PickRow = RoleRow | GroupRow | FoldRow


class RoleModel(QAbstractListModel):
    picked_changed = Signal()

    def __init__(self, pack: Pack, scope: Scope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = self._read(pack, scope)
        self._pack = pack
        self._words: RoleWords | None = None
        self._picked: dict[str, None] = {}
        self._filter = ""
        self._unfolded = False
        self._rows: tuple[PickRow, ...] = ()
        self._fill()

    def _read(self, pack: Pack, scope: Scope) -> tuple[RoleRow, ...]:
        groups = {"key": self.tr("Key interviews"), "other": self.tr("Other interviews")}
        roles = [
            RoleRow(
                role.id, role.title, groups[role.group], _notes(role.id, role.remarks, scope), scope.applies(role.id)
            )
            for role in pack.roles
        ]
        named = self.tr("Named in evidence")
        roles.extend(RoleRow(role.id, role.title, named, role.note, True) for role in pack.roles_named_in_evidence)
        return tuple(roles)

    @property
    def picked(self) -> tuple[str, ...]:
        """In the order picked."""
        return tuple(self._picked)

    def pick(self, roles: Sequence[str]) -> None:
        """Picks these and no others; those that this framework does not have are left out."""
        known = {role.id for role in self._all}
        self._picked = dict.fromkeys(role for role in roles if role in known)
        self._fill()
        self.picked_changed.emit()

    def titles(self) -> dict[str, str]:
        return {role.id: role.title for role in self._all}

    def filter(self, typed: str) -> None:
        """Shows the roles in which every typed word begins some word, and those it names otherwise: CEO, FTSU."""
        self._filter = typed.casefold()
        self._fill()

    def first_match(self) -> int:
        """The row of the first role on show, -1 for none."""
        return next((at for at, row in enumerate(self._rows) if isinstance(row, RoleRow)), -1)

    def row_at(self, row: int) -> PickRow | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def toggle(self, row: int) -> None:
        """Picks the role or takes it off; on the fold, shows or hides what does not apply."""
        found = self.row_at(row)
        if isinstance(found, FoldRow):
            self._unfolded = not self._unfolded
            self._fill()
        elif isinstance(found, RoleRow):
            if found.id in self._picked:
                del self._picked[found.id]
            else:
                self._picked[found.id] = None
            self.dataChanged.emit(self.index(row), self.index(row))
            self.picked_changed.emit()

    def _fill(self) -> None:
        rows: list[PickRow] = []
        named = self._named()
        matching = [role for role in self._all if _matches(role.title, self._filter) or role.id in named]
        group = ""
        for role in matching:
            if role.applies:
                if role.group != group:
                    group = role.group
                    rows.append(GroupRow(group))
                rows.append(role)
        others = [role for role in matching if not role.applies]
        if others:
            unfolded = self._unfolded or bool(self._filter)
            rows.append(FoldRow(len(others), unfolded))
            rows.extend(others if unfolded else ())
        if not rows:
            rows.append(GroupRow(self.tr("No role is called so")))
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def _named(self) -> tuple[str, ...]:
        if not self._filter.strip():
            return ()
        self._words = self._words or RoleWords(self._pack)
        return self._words.spoken(self._filter)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The list ticks a role itself, wherever on the row one clicks, so that rows are not checkable by Qt's own rules."""
        if isinstance(self.row_at(index.row()), GroupRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if isinstance(row, RoleRow):
            return self._role_data(row, role)
        if isinstance(row, FoldRow) and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self.tr("Do not apply to this trust (%1)").replace("%1", str(row.count))
            return f"{words}: {self.tr('hide')}" if row.unfolded else f"{words}: {self.tr('show')}"
        if isinstance(row, GroupRow):
            return self._group_data(row, role)
        return None

    def _role_data(self, row: RoleRow, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return spoken_role(row.title)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.id in self._picked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{spoken_role(row.title)}\n{row.notes}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{spoken_role(row.title)}. {row.notes}" if row.notes else spoken_role(row.title)
        return None

    def _group_data(self, row: GroupRow, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words
        if role == Qt.ItemDataRole.FontRole:
            font = QFont(QGuiApplication.font())
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        return None


def _notes(role_id: str, remarks: str | None, scope: Scope) -> str:
    parts = (scope.reason(role_id), remarks if scope.applies(role_id) else None, scope.note(role_id))
    return " ".join(f"{part[:1].upper()}{part[1:].rstrip('.')}." for part in parts if part)


def _matches(title: str, typed: str) -> bool:
    words = title.casefold().replace("/", " ").replace("(", " ").split()
    return all(any(word.startswith(part) for word in words) for part in typed.split())
