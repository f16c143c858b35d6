"""The unlocked vault: the list of inspections, and opening one with its key. Making and unlocking a vault is in `library`.

What is in it is read from the disk each time (well under a millisecond, no Argon2id), so that two programs with the same
library see each other's changes and never undo them.
"""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from wellled_desktop.inspection.commands import CreateInspection
from wellled_desktop.inspection.creating import as_recorded
from wellled_desktop.vault import copies
from wellled_desktop.vault.anchor import MISSING, read_anchor
from wellled_desktop.vault.contents import Contents, InspectionSummary
from wellled_desktop.vault.disk import Disk
from wellled_desktop.vault.envelope import Envelope, next_generation, passphrase_slot, recovery_slot
from wellled_desktop.vault.errors import AnchorDamaged, HalfKept, InspectionExists, InspectionMissing, VaultLocked
from wellled_desktop.vault.inspection_folder import InspectionFolder, folder_of
from wellled_desktop.vault.key_derivation import KeyDerivation
from wellled_desktop.vault.locks import changing_the_vault, hold
from wellled_desktop.vault.making import check_id, fill_folder, make_folder, new_kept
from wellled_desktop.vault.opened import OpenInspection
from wellled_desktop.vault.passphrase import check_new
from wellled_desktop.vault.recovery_key import RecoveryKey, new_recovery_key
from wellled_desktop.vault.sealing import Chance

if TYPE_CHECKING:
    from filelock import BaseFileLock

    from wellled_desktop.inspection.read_models import JournalHead
    from wellled_desktop.store.clock import Clock
    from wellled_desktop.store.journal import Writer
    from wellled_desktop.store.verify import Progress, Verification

LOCK_NAME = "vault.lock"


class Vault:
    """Holds the vault key until `close`. Usable from any thread; close the inspections opened from it before it."""

    def __init__(self, folder: Path, disk: Disk, vault_key: bytes, contents: Contents, chance: Chance) -> None:
        self._folder = folder
        self._disk = disk
        self._vault_key: bytes | None = vault_key
        self._chance = chance
        self.author = contents.author
        self.device = contents.device

    def __repr__(self) -> str:
        return "Vault(…)"

    def inspections(self) -> tuple[InspectionSummary, ...]:
        """In the order in which they were made. Raises VaultLocked, VaultUnreadable, VaultDamaged."""
        _, contents = self._current()
        return tuple(kept.summary for kept in contents.inspections)

    def create_inspection(
        self, command: CreateInspection, clock: "Clock", *, is_example: bool = False
    ) -> OpenInspection:
        """A new inspection, listed only once its store is whole.

        Raises RuleBroken, StoreError, NotKept, InspectionExists: then there is nothing of it; HalfKept: then it is there.
        """
        check_id(command.id)
        command = as_recorded(command)
        _, contents = self._current()
        folder = folder_of(self._folder, new_kept(command, self._chance, is_example=is_example))
        if contents.find(command.id) is not None or folder.path.exists():
            raise InspectionExists
        lock = self._make_and_list(folder, command, clock)
        return self._open(folder, clock, self.author, lock)

    def _make_and_list(self, folder: InspectionFolder, command: CreateInspection, clock: "Clock") -> "BaseFileLock":
        lock: BaseFileLock | None = None
        try:
            make_folder(self._disk, folder)
            lock = hold(folder.lock)
            fill_folder(self._disk, folder, command, self._writer(command.id, self.author), clock, chance=self._chance)
            self._change_contents(lambda contents: contents.with_inspection(folder.kept))
        except BaseException as error:
            if lock is not None:
                lock.release()
            if not isinstance(error, HalfKept):
                self._disk.remove_folder(folder.path)
            raise
        return lock

    def open_inspection(self, inspection_id: str, clock: "Clock", author: str | None = None) -> OpenInspection:
        """Opens it to write; `author` signs in place of the vault's own.

        Raises InspectionMissing, InspectionLost, InUse, NotKept, StoreError.
        """
        folder = self._find(inspection_id)
        folder.check_present()
        return self._open(folder, clock, author or self.author, hold(folder.lock))

    def _open(self, folder: InspectionFolder, clock: "Clock", author: str, lock: "BaseFileLock") -> OpenInspection:
        from wellled_desktop.store.store import Store

        with ExitStack() as undo:
            undo.callback(lock.release)
            folder.check_present()
            store = Store(folder.store, folder.store_key(), self._writer(folder.id, author), clock)
            undo.callback(store.close)
            opened = OpenInspection(folder, store, lock, self._disk, self._chance)
            undo.pop_all()
        return opened

    def verify_inspection(self, inspection_id: str, progress: "Progress" = lambda _step: None) -> "Verification":
        """Checks an inspection that nobody has open, also one too damaged to be opened; `progress` is told each step.

        Raises InspectionMissing, InspectionLost, InUse.
        """
        from wellled_desktop.store.verify import Finding, verify_file

        folder = self._find(inspection_id)
        folder.check_present()
        lock = hold(folder.lock)
        try:
            anchored, problem = _anchor_or_problem(folder)
            verification = verify_file(folder.store, folder.store_key(), anchored, progress)
        finally:
            lock.release()
        if problem is None:
            return verification
        finding = Finding(folder.anchor.name, problem)
        return msgspec.structs.replace(verification, findings=(*verification.findings, finding))

    def change_passphrase(self, new: str, derivation: KeyDerivation) -> None:
        """Wraps the vault key anew; the inspections are untouched. Takes as long as the derivation.

        Raises PassphraseTooShort, NotEnoughMemory, NotKept: then the old passphrase opens; HalfKept: then the new one.
        """
        check_new(new)
        key = self._key()
        present, _ = self._current()
        slot = passphrase_slot(present.vault_id, key, new, derivation, self._chance)
        self._change(lambda envelope, contents: next_generation(envelope, key, contents, self._chance, passphrase=slot))

    def change_recovery_key(self) -> RecoveryKey:
        """A new recovery key, to be shown once; the old sheet then opens nothing. Raises NotKept, HalfKept."""
        key = self._key()
        present, _ = self._current()
        recovery_key = new_recovery_key(self._chance)
        slot = recovery_slot(present.vault_id, key, recovery_key, self._chance)
        self._change(lambda envelope, contents: next_generation(envelope, key, contents, self._chance, recovery=slot))
        return recovery_key

    def close(self) -> None:
        """Drops the vault key; everything asked of this vault afterwards raises VaultLocked."""
        self._vault_key = None

    def _change_contents(self, change: Callable[[Contents], Contents]) -> None:
        key = self._key()
        self._change(lambda envelope, contents: next_generation(envelope, key, change(contents), self._chance))

    def _change(self, change: Callable[[Envelope, Contents], Envelope]) -> None:
        with changing_the_vault(self._folder / LOCK_NAME):
            envelope, contents = self._current()
            copies.replace_both(self._disk, self._folder, envelope, change(envelope, contents))

    def _current(self) -> tuple[Envelope, Contents]:
        return copies.read_current(self._folder, self._key())

    def _find(self, inspection_id: str) -> InspectionFolder:
        _, contents = self._current()
        kept = contents.find(inspection_id)
        if kept is None:
            raise InspectionMissing
        return folder_of(self._folder, kept)

    def _key(self) -> bytes:
        if self._vault_key is None:
            raise VaultLocked
        return self._vault_key

    def _writer(self, inspection_id: str, author: str) -> "Writer":
        from wellled_desktop.store.journal import Writer

        return Writer(inspection_id, self.device, author)


def _anchor_or_problem(folder: InspectionFolder) -> "tuple[JournalHead | None, str | None]":
    try:
        anchored = read_anchor(folder)
    except AnchorDamaged as error:
        return None, str(error)
    return anchored, MISSING if anchored is None else None
