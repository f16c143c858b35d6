"""The anchor: where this inspection's journal ended when it was last closed, sealed in a file outside the store.

A store put back whole to an earlier day is sound in itself; the anchor tells. After a crash the anchor is behind the journal,
which is nothing. Who puts back the whole folder, anchor and all, is found out only by a head that left the laptop: that on a
printed report.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from wellled_desktop.inspection.read_models import JournalHead
from wellled_desktop.vault.disk import Disk, NotSynced, write_whole
from wellled_desktop.vault.errors import AnchorDamaged, in_plain_words
from wellled_desktop.vault.inspection_folder import InspectionFolder
from wellled_desktop.vault.sealed_file import sealed_file, unsealed_file
from wellled_desktop.vault.sealing import Chance

if TYPE_CHECKING:
    from wellled_desktop.store.store import Store

MISSING = (
    "The note of where this inspection's journal ended (anchor.wl) is missing, so it cannot be told whether an older copy of "
    "the file was put back. Put anchor.wl back from a backup of the inspection's folder; no new note is made in its place."
)


def read_anchor(folder: InspectionFolder) -> JournalHead | None:
    """The head noted last, or None where there is no note. Raises AnchorDamaged."""
    try:
        plain = unsealed_file(folder.anchor, folder.anchor_key(), _beside(folder))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise AnchorDamaged from error
    if plain is None:
        raise AnchorDamaged
    return msgspec.json.decode(plain, type=JournalHead)


def write_anchor(disk: Disk, folder: InspectionFolder, store: "Store", chance: Chance) -> None:
    """Notes the head of this laptop's journal, if it has written anything. Raises NotKept; the note before it then stands."""
    from wellled_desktop.store.journal import read_head

    device = store.writer.device
    head = store.read(lambda connection: read_head(connection, device))
    if head is None:
        return
    content = sealed_file(folder.anchor_key(), msgspec.json.encode(head), _beside(folder), chance)
    with in_plain_words(), suppress(NotSynced):  # a note that is behind is fine
        write_whole(disk, folder.anchor, content)


def put_back_warning(store: "Store", anchored: JournalHead) -> str | None:
    """A sentence when the journal does not hold the entry that was noted: this is not the file that was closed last."""
    from wellled_desktop.store.journal import hash_of

    found = store.read(lambda connection: hash_of(connection, anchored.device, anchored.n))
    if found == anchored.hash:
        return None
    return (
        f"This is not the file that this laptop closed last: its journal does not hold entry {anchored.n}, noted on "
        f"{anchored.at:%d %B %Y} at {anchored.at:%H:%M} UTC. An older copy was put back, or the end was cut off. "
        "What this file holds is safe, and both files can be kept; look for the newer one before you write more in this one, "
        "and run “wellled verify”."
    )


def _beside(folder: InspectionFolder) -> bytes:
    return b"anchor " + folder.id.encode()
