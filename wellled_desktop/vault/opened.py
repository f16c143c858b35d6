"""One inspection, open: its store, its anchor, and the small things this laptop remembers about it."""

import re
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from wellled_desktop.inspection.read_models import JournalHead
from wellled_desktop.vault.anchor import MISSING, put_back_warning, read_anchor, write_anchor
from wellled_desktop.vault.attachments import Attachments
from wellled_desktop.vault.disk import Disk, create_empty, write_loosely
from wellled_desktop.vault.errors import AnchorDamaged, NotKept, VaultLocked
from wellled_desktop.vault.inspection_folder import InspectionFolder
from wellled_desktop.vault.private_copies import system_temporary
from wellled_desktop.vault.sealed_file import sealed_file, unsealed_file
from wellled_desktop.vault.sealing import Chance

if TYPE_CHECKING:
    from filelock import BaseFileLock

    from wellled_desktop.store.documents import Documents
    from wellled_desktop.store.store import Store, StoreReader

_NAME = re.compile(r"[a-z][a-z0-9-]{0,31}")


class OpenInspection:
    """Nobody else has this inspection open on this laptop. `store` belongs to one thread; each reader to one of its own.

    `warning` is a sentence to show when the file is not the one that was closed last, or when that cannot be told.
    """

    def __init__(
        self,
        folder: InspectionFolder,
        store: "Store",
        lock: "BaseFileLock",
        disk: Disk,
        chance: Chance,
    ) -> None:
        self._folder = folder
        self._store = store
        self._lock = lock
        self._disk = disk
        self._chance = chance
        self._closed = False
        self._attachments = Attachments(folder.attachments, folder.kept.key, disk, chance, system_temporary)
        self._attachments.sweep()
        self._anchor_may_move, self.warning = self._compare_with_anchor()

    def _compare_with_anchor(self) -> tuple[bool, str | None]:
        """Whether a new anchor may take the place of the present one: one that accuses stays, and so does the
        want of one, so that `verify` names it: each inspection is noted as it is made."""
        try:
            anchored = read_anchor(self._folder)
        except AnchorDamaged as error:
            return False, str(error)
        if anchored is None:
            return False, MISSING
        warning = put_back_warning(self._store, anchored)
        return warning is None, warning

    @property
    def id(self) -> str:
        return self._folder.id

    @property
    def store(self) -> "Store":
        """Raises VaultLocked once the inspection is closed."""
        self._check_open()
        return self._store

    @property
    def attachments(self) -> Attachments:
        """The files kept in this inspection, for any thread. Raises VaultLocked once the inspection is closed."""
        self._check_open()
        return self._attachments

    @property
    def device(self) -> str:
        return self._store.writer.device

    def reader(self) -> "StoreReader":
        """A reader for the calling thread, who closes it."""
        from wellled_desktop.store.store import StoreReader

        self._check_open()
        return StoreReader(self._folder.store, self._folder.store_key())

    def documents(self) -> "Documents":
        """The words of attached documents, for the calling thread, who closes them. A damaged file of them is begun anew.

        Raises VaultLocked, StoreError, OSError.
        """
        from wellled_desktop.store.documents import Documents
        from wellled_desktop.store.errors import Damaged, NotEncrypted

        self._check_open()
        path, key = self._folder.documents, self._folder.documents_key()
        try:
            return Documents(self._for_me_alone(path), key)
        except (Damaged, NotEncrypted):
            for left in (path, *(path.with_name(f"{path.name}{end}") for end in ("-wal", "-shm"))):
                self._disk.remove(left)
            return Documents(self._for_me_alone(path), key)

    def _for_me_alone(self, path: Path) -> Path:
        """There is a file at the path, that was made for its owner alone."""
        with suppress(FileExistsError):
            create_empty(self._disk, path)
        return path

    def anchored(self) -> JournalHead | None:
        """The head as last noted, for `verify` on the open store. Raises AnchorDamaged."""
        return read_anchor(self._folder)

    def anchor(self) -> None:
        """Notes the journal's head outside the store. Raises NotKept, StoreError; the note before it then stands."""
        self._check_open()
        self._anchor()

    def _anchor(self) -> None:
        if self._anchor_may_move:
            write_anchor(self._disk, self._folder, self._store, self._chance)

    def remember(self, name: str, content: bytes) -> None:
        """Keeps some bytes under a name of lower-case words, sealed. They may be lost: no error of the disk is told."""
        self._check_open()
        path = self._folder.remembered(_checked(name))
        sealed = sealed_file(self._folder.remembered_key(), content, self._beside(name), self._chance)
        with suppress(OSError):  # where the window was is worth no waiting for the disk and no message
            write_loosely(self._disk, path, sealed)

    def remembered(self, name: str) -> bytes | None:
        """What was remembered under the name; None when nothing was, or when it was lost."""
        self._check_open()
        path = self._folder.remembered(_checked(name))
        try:
            return unsealed_file(path, self._folder.remembered_key(), self._beside(name))
        except OSError:
            return None

    def close(self) -> None:
        """Anchors, closes the store and gives the lock back, in this order; closing twice is closing once. Raises StoreError."""
        if self._closed:
            return
        self._closed = True
        with ExitStack() as steps:
            steps.callback(self._lock.release)
            steps.callback(self._store.close)
            steps.callback(self._attachments.close)
            with suppress(NotKept):  # an anchor that is behind is fine
                self._anchor()

    def _beside(self, name: str) -> bytes:
        return f"remembered {name} {self.id}".encode()

    def _check_open(self) -> None:
        if self._closed:
            raise VaultLocked


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(name)
    return name
