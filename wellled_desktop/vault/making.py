"""Making the files of a new inspection. Until the vault lists it, what is made here is nothing to anybody."""

import re
from typing import TYPE_CHECKING

from wellled_desktop.inspection.commands import CreateInspection
from wellled_desktop.vault.anchor import write_anchor
from wellled_desktop.vault.contents import InspectionSummary, KeptInspection
from wellled_desktop.vault.disk import Disk, create_empty
from wellled_desktop.vault.errors import in_plain_words
from wellled_desktop.vault.inspection_folder import InspectionFolder
from wellled_desktop.vault.sealing import KEY_BYTES, SALT_BYTES, Chance

if TYPE_CHECKING:
    from wellled_desktop.store.clock import Clock
    from wellled_desktop.store.journal import Writer

_ID = re.compile(r"[0-9a-z][0-9a-z-]{0,63}")


def check_id(inspection_id: str) -> None:
    """It becomes a folder's name, and nothing but a plain one may. Raises ValueError."""
    if not _ID.fullmatch(inspection_id):
        raise ValueError(inspection_id)


def new_kept(command: CreateInspection, chance: Chance, *, is_example: bool) -> KeptInspection:
    """The inspection as the vault will list it, with keys made now."""
    summary = InspectionSummary(
        id=command.id,
        trust_name=command.trust_name,
        provider_code=command.provider_code,
        trust_types=command.trust_types,
        start_date=command.start_date,
        days=command.days,
        is_example=is_example,
    )
    return KeptInspection(summary, chance(KEY_BYTES), chance(SALT_BYTES))


def make_folder(disk: Disk, folder: InspectionFolder) -> None:
    """The inspection's folder and the empty file of its store, which only their owner may read. Raises NotKept."""
    with in_plain_words():
        disk.make_folder(folder.path.parent)
        disk.make_folder(folder.path)
        create_empty(disk, folder.store)


def fill_folder(
    disk: Disk, folder: InspectionFolder, command: CreateInspection, writer: "Writer", clock: "Clock", *, chance: Chance
) -> None:
    """The store with its first entries, closed so that they are in the file itself, and the first anchor.

    Raises RuleBroken, StoreError, NotKept.
    """
    from wellled_desktop.store.store import Store

    store = Store(folder.store, folder.store_key(), writer, clock)
    try:
        store.execute(command)
        write_anchor(disk, folder, store, chance)
    finally:
        store.close()
