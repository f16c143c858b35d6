"""Where the files of one inspection are, and the keys for them, all from the one that the vault keeps."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from wellled_desktop.vault.contents import KeptInspection
from wellled_desktop.vault.errors import InspectionLost
from wellled_desktop.vault.sealing import derived_key

if TYPE_CHECKING:
    from wellled_desktop.store.connection import StoreKey

_FOLDER, _STORE = "inspections", "store.db"
# A store that was ever listed has its tables in the file itself: a single page of 4,096 bytes has lost them.
_LEAST_BYTES = 4_096 + 1


class InspectionFolder(msgspec.Struct, frozen=True):
    """`path` is readable by its owner alone; its name is the inspection's id."""

    path: Path
    kept: KeptInspection

    @property
    def id(self) -> str:
        return self.kept.summary.id

    @property
    def store(self) -> Path:
        return self.path / _STORE

    @property
    def lock(self) -> Path:
        return self.path / "open.lock"

    @property
    def anchor(self) -> Path:
        return self.path / "anchor.wl"

    @property
    def attachments(self) -> Path:
        return self.path / "attachments"

    @property
    def documents(self) -> Path:
        """The words of attached documents, for search; made from the attachments, and again where it is lost."""
        return self.path / "documents.db"

    def remembered(self, name: str) -> Path:
        return self.path / f"remembered-{name}.wl"

    def store_key(self) -> "StoreKey":
        from wellled_desktop.store.connection import StoreKey

        return StoreKey(derived_key(self.kept.key, "wl-store"), self.kept.salt)

    def documents_key(self) -> "StoreKey":
        from wellled_desktop.store.connection import StoreKey

        return StoreKey(derived_key(self.kept.key, "wl-documents"), self.kept.salt)

    def anchor_key(self) -> bytes:
        return derived_key(self.kept.key, "wl-anchor")

    def remembered_key(self) -> bytes:
        return derived_key(self.kept.key, "wl-remembered")

    def check_present(self) -> None:
        """Raises InspectionLost; opening a store that is not there would make an empty one in its place."""
        try:
            size = self.store.stat().st_size
        except (FileNotFoundError, NotADirectoryError):
            raise InspectionLost from None
        if size < _LEAST_BYTES:
            raise InspectionLost


def folder_of(library: Path, kept: KeptInspection) -> InspectionFolder:
    return InspectionFolder(library / _FOLDER / kept.summary.id, kept)


def count_in(library: Path) -> int:
    """How many inspections have their file in the library, listed by a vault or not."""
    return sum(1 for _ in (library / _FOLDER).glob(f"*/{_STORE}"))
