"""The library: a folder on this laptop with one vault and the inspections it keeps. Making the vault, and unlocking it.

Nothing heavy is imported here: the lock screen is painted first.
"""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from wellled_desktop.vault import copies
from wellled_desktop.vault.contents import Contents, InspectionSummary
from wellled_desktop.vault.disk import ONLY_ME_FOLDER, Disk
from wellled_desktop.vault.envelope import (
    Envelope,
    contents_of,
    key_from_passphrase,
    key_from_recovery_key,
    new_envelope,
)
from wellled_desktop.vault.errors import (
    AuthorMissing,
    HalfKept,
    NoPlace,
    NotKept,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultFilesMissing,
    VaultMissing,
    WrongPassphrase,
    WrongRecoveryKey,
    in_plain_words,
)
from wellled_desktop.vault.key_derivation import KeyDerivation
from wellled_desktop.vault.locks import changing_the_vault
from wellled_desktop.vault.opened import OpenInspection
from wellled_desktop.vault.passphrase import check_new
from wellled_desktop.vault.recovery_key import RecoveryKey, looks_like_one, new_recovery_key, parse
from wellled_desktop.vault.sealing import Chance
from wellled_desktop.vault.unsafe_places import unsafe_place
from wellled_desktop.vault.vault import LOCK_NAME, Vault

__all__ = ["InspectionSummary", "Library", "OpenInspection", "Vault", "unsafe_place"]

_DEVICE_BYTES = 8
_NO_PLACE = (errno.EEXIST, errno.ENOTDIR, errno.ENOENT, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL)
_PATIENCE_TO_MEND = 1.0


class Library:
    """`folder` need not exist yet."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self._folder = folder
        self._disk = disk or Disk()

    def exists(self) -> bool:
        """Whether there is a vault in the folder, sound or not."""
        return copies.exist(self._folder)

    def check_exists(self) -> None:
        """Raises VaultMissing or, where inspections are left without a vault, VaultFilesMissing."""
        if not self.exists():
            raise copies.missing(self._folder)

    def check_free(self) -> None:
        """Whether a new vault may be made here. Raises VaultExists, VaultFilesMissing."""
        if self.exists():
            raise VaultExists
        if isinstance(orphaned := copies.missing(self._folder), VaultFilesMissing):
            raise orphaned

    def trouble(self) -> str:
        """What keeps the vault from being opened with any passphrase, as a sentence; "" when nothing does, or none is there."""
        try:
            copies.read_candidates(self._folder)
        except VaultMissing:
            return ""
        except VaultError as error:
            return str(error)
        return ""

    def create_vault(
        self, passphrase: str, author: str, derivation: KeyDerivation, chance: Chance
    ) -> tuple[Vault, RecoveryKey]:
        """A new vault, unlocked, and its recovery key, which is kept nowhere. Takes as long as the derivation.

        Raises PassphraseTooShort, AuthorMissing, VaultExists, VaultFilesMissing, NotEnoughMemory, NoPlace, NotKept: then
        nothing was made.
        """
        check_new(passphrase)
        if not author.strip():
            raise AuthorMissing
        self.check_free()
        contents = Contents(author.strip(), chance(_DEVICE_BYTES).hex())
        recovery_key = new_recovery_key(chance)
        envelope, vault_key = new_envelope(passphrase, recovery_key, derivation, contents, chance)
        self._make_private_folder()
        with changing_the_vault(self._folder / LOCK_NAME):
            self.check_free()
            self._write_first(envelope)
        return Vault(self._folder, self._disk, vault_key, contents, chance), recovery_key

    def _make_private_folder(self) -> None:
        """A folder that has things of somebody else's in it keeps its rights; our own files in it are private anyway."""
        with in_plain_words():
            try:
                self._disk.make_folder(self._folder)
            except OSError as error:
                if error.errno in _NO_PLACE:
                    raise NoPlace from error
                raise
            if not any(self._folder.iterdir()):
                with suppress(OSError):
                    self._folder.chmod(ONLY_ME_FOLDER)

    def _write_first(self, envelope: Envelope) -> None:
        """Both copies or none: a vault whose recovery key nobody has seen is no vault."""
        try:
            copies.replace_both(self._disk, self._folder, None, envelope)
        except HalfKept as error:
            with in_plain_words():
                for name in copies.NAMES:
                    self._disk.remove(self._folder / name)
            raise NotKept from error

    def unlock(self, passphrase: str) -> Vault:
        """Takes as long as the derivation with which the passphrase was set; a bad copy of the envelope is mended.

        Raises WrongPassphrase, NotEnoughMemory, VaultMissing, VaultDamaged, VaultUnreadable, VaultTooNew.
        """
        return self._unlock(lambda envelope: key_from_passphrase(envelope, passphrase), WrongPassphrase())

    def unlock_with_recovery_key(self, text: str) -> Vault:
        """Raises RecoveryKeyMistyped, WrongRecoveryKey, and as `unlock` does."""
        self.check_exists()
        recovery_key = parse(text)
        return self._unlock(lambda envelope: key_from_recovery_key(envelope, recovery_key), WrongRecoveryKey())

    def unlock_with_either(self, text: str) -> Vault:
        """With the text as passphrase and, if it is none but looks like a recovery key, as that."""
        try:
            return self.unlock(text)
        except WrongPassphrase:
            if not looks_like_one(text):
                raise
        return self.unlock_with_recovery_key(text)

    def _unlock(self, key_of: Callable[[Envelope], bytes | None], wrong: VaultError) -> Vault:
        """An older copy is tried only when the newer one was changed by somebody without the vault key, never because a
        passphrase does not fit it: else the old passphrase would open after a change that reached one copy."""
        changed = False
        candidates = copies.read_candidates(self._folder)
        for envelope in candidates:
            if envelope.generation < candidates[0].generation and not changed:
                break
            vault_key = key_of(envelope)
            if vault_key is None:
                continue
            contents = contents_of(envelope, vault_key)
            if contents is not None:
                self._mend(envelope, vault_key)
                return Vault(self._folder, self._disk, vault_key, contents, os.urandom)
            changed = True
        raise VaultDamaged if changed else wrong

    def _mend(self, envelope: Envelope, vault_key: bytes) -> None:
        """Best effort: with one good copy everything can be opened, and the next unlocking tries again."""
        if copies.both_are(self._folder, envelope):
            return
        with suppress(VaultError), changing_the_vault(self._folder / LOCK_NAME, _PATIENCE_TO_MEND):
            current, _ = copies.read_current(self._folder, vault_key)
            copies.mend(self._disk, self._folder, current)
