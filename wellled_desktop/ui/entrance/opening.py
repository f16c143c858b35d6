"""What the entrance has done on a thread beside it: unlocking, making, opening. No widget is touched here."""

import os
import time
from collections.abc import Callable
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the lock screen is painted before any of these is loaded
    from wellled_desktop.framework.finding import NodeIndex
    from wellled_desktop.framework.pack import Pack
    from wellled_desktop.framework.scope import Scope
    from wellled_desktop.inspection.commands import CreateInspection
    from wellled_desktop.inspection.read_models import InspectionDetail
    from wellled_desktop.ui.entrance.preload import Preload
    from wellled_desktop.vault.key_derivation import KeyDerivation
    from wellled_desktop.vault.library import InspectionSummary, OpenInspection, Vault

PACK = "cqc-trust-well-led"


class Unlocked(NamedTuple):
    """An unlocked vault and what it lists."""

    vault: "Vault"
    inspections: "tuple[InspectionSummary, ...]"


class Prepared(NamedTuple):
    """An open inspection with all the window needs of it."""

    inspection: "OpenInspection"
    detail: "InspectionDetail"
    pack: "Pack"
    scope: "Scope"
    node_index: "NodeIndex"


class Opening:
    """The jobs, for one library. Each method takes its time; call it on a thread beside the window's."""

    def __init__(
        self,
        library_folder: Path,
        packs: Traversable,
        resources: Traversable,
        preload: "Preload",
        *,
        calibrate: "Callable[[], KeyDerivation] | None" = None,
    ) -> None:
        """`calibrate` says how hard a new passphrase makes Argon2id work; by default it measures this laptop."""
        self._calibrate = calibrate
        self._folder = library_folder
        self._packs = packs
        self._resources = resources
        self._preload = preload

    def unlock(self, passphrase: str) -> Unlocked:
        """Raises VaultError."""
        self._preload.wait_for_vault()
        from wellled_desktop.vault.library import Library

        return _unlocked(Library(self._folder).unlock(passphrase))

    def unlock_with_recovery_key(self, text: str) -> Unlocked:
        """Raises VaultError."""
        self._preload.wait_for_vault()
        from wellled_desktop.vault.library import Library

        return _unlocked(Library(self._folder).unlock_with_recovery_key(text))

    def check_free(self) -> None:
        """Raises VaultError where inspections lie that belonged to another vault, whose files have gone."""
        self._preload.wait_for_vault()
        from wellled_desktop.vault.library import Library

        Library(self._folder).check_free()

    def create_vault(self, author: str, passphrase: str) -> tuple[Unlocked, str]:
        """The new vault and the text of its recovery key. Raises VaultError; then there is no vault."""
        self._preload.wait_for_vault()
        from wellled_desktop.vault.library import Library

        vault, recovery_key = Library(self._folder).create_vault(passphrase, author, self._derivation(), os.urandom)
        return _unlocked(vault), recovery_key.text

    def change_passphrase(self, vault: "Vault", passphrase: str) -> Unlocked:
        """Raises VaultError."""
        vault.change_passphrase(passphrase, self._derivation())
        return _unlocked(vault)

    def list_inspections(self, vault: "Vault") -> Unlocked:
        """Raises VaultError."""
        return _unlocked(vault)

    def open_inspection(self, vault: "Vault", inspection_id: str) -> Prepared:
        """Raises VaultError, StoreError."""
        self._preload.wait_for_all()
        from wellled_desktop.store.clock import LaptopClock

        return _prepared(vault.open_inspection(inspection_id, LaptopClock()))

    def create_inspection(self, vault: "Vault", wanted: "CreateInspection") -> Prepared:
        """With the shipped framework in place of the `framework` of `wanted`. Raises VaultError, StoreError, RuleBroken."""
        self._preload.wait_for_all()
        import msgspec

        from wellled_desktop.framework.loader import load_pack, pack_bytes
        from wellled_desktop.inspection.identity import uuid7
        from wellled_desktop.store.clock import LaptopClock

        command = msgspec.structs.replace(
            wanted,
            id=uuid7(time.time_ns() // 1_000_000, os.urandom(10)),
            framework=pack_bytes(load_pack(self._packs / PACK)).decode(),
        )
        return _prepared(vault.create_inspection(command, LaptopClock()))

    def open_example(self, vault: "Vault", progress: Callable[[int, int], None]) -> Prepared:
        """Raises VaultError, StoreError."""
        self._preload.wait_for_all()
        from wellled_desktop.framework.loader import load_pack
        from wellled_desktop.reports.example_documents import documents_in
        from wellled_desktop.vault.example import open_example

        pack = load_pack(self._packs / PACK)
        return _prepared(open_example(vault, self._resources, pack, progress, documents=documents_in(self._resources)))

    def _derivation(self) -> "KeyDerivation":
        from wellled_desktop.vault.key_derivation import calibrate

        return self._calibrate() if self._calibrate is not None else calibrate()


def sentence_of(problem: Exception) -> str:
    """The sentence for the person, of a problem that has one; a defect is raised again, for whoever is told of those.

    The store is not loaded for a vault's problem: that can come while it is still being loaded on another thread.
    """
    from wellled_desktop.vault.errors import VaultError

    if isinstance(problem, VaultError):
        return str(problem)
    from wellled_desktop.framework.pack_errors import PackError
    from wellled_desktop.inspection.errors import RuleBroken
    from wellled_desktop.store.errors import StoreError

    if isinstance(problem, StoreError | RuleBroken | PackError):
        return str(problem)
    raise problem


def _unlocked(vault: "Vault") -> Unlocked:
    return Unlocked(vault, vault.inspections())


def _prepared(opened: "OpenInspection") -> Prepared:
    from wellled_desktop.framework.finding import NodeIndex
    from wellled_desktop.framework.scope import scope_for
    from wellled_desktop.store import reading
    from wellled_desktop.store.errors import Damaged
    from wellled_desktop.store.framework_reading import pack_in_use

    try:
        detail, pack = opened.store.read(reading.inspection_detail), opened.store.read(pack_in_use)
        if detail is None or pack is None:
            raise Damaged("This inspection's file holds no inspection; run “wellled verify”. Nothing was changed.")
        scope = scope_for(pack, detail.trust_types)
        return Prepared(opened, detail, pack, scope, NodeIndex(pack, scope.applies))
    except BaseException:
        opened.close()
        raise
