"""The attachments of one entry as a table: what each is called, what it is, how large it is."""

from collections.abc import Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.ui.attaching.words import size_words
from wellled_desktop.ui.pages.evidence.attachments.attachment_words import Listed, facts_of, kind_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
SAMPLES = {1: "PowerPoint", 2: "000 bytes"}
GIVE_WAY = (1, 2)
WIDE = 0


class AttachmentModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listed: tuple[Listed, ...] = ()
        self.columns = (self.tr("Name"), self.tr("Kind"), self.tr("Size"))

    @property
    def listed(self) -> tuple[Listed, ...]:
        return self._listed

    def show_listed(self, listed: tuple[Listed, ...]) -> None:
        if listed != self._listed:
            self.beginResetModel()
            self._listed = listed
            self.endResetModel()

    def show_unread(self, unread: Mapping[str, str]) -> None:
        """By SHA-256, for those of which nothing, or not all, is in the search."""
        self._listed = tuple(
            msgspec.structs.replace(one, unread=unread.get(one.attachment.sha256, "")) for one in self._listed
        )
        if self._listed:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._listed) - 1, len(self.columns) - 1))

    def at(self, row: int) -> Listed | None:
        return self._listed[row] if 0 <= row < len(self._listed) else None

    def row_of(self, attachment_id: str) -> int:
        return next((row for row, one in enumerate(self._listed) if one.attachment.id == attachment_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._listed)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        listed = self.at(index.row())
        if listed is None:
            return None
        cell = self._cells(listed)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{listed.attachment.name}\n{facts_of(listed)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()]}: {cell}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return facts_of(listed)
        return None

    def _cells(self, listed: Listed) -> tuple[str, str, str]:
        one = listed.attachment
        name = one.name
        if one.retracted_at is not None:
            name = self.tr("%1 (retracted)").replace("%1", name)
        return name, kind_words(one.media_type), size_words(one.size)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section]
        return None
