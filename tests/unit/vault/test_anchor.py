"""The anchor: behind the journal after a crash, which is nothing; ahead of it when an old file was put back, which is named."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from tests.unit.vault.conftest import PASSPHRASE, HandClock, another_inspection, write_lines
from tests.unit.vault.disks import FailingDisk
from wellled_desktop.store import reading
from wellled_desktop.store.connection import open_connection
from wellled_desktop.store.journal import Writer
from wellled_desktop.store.store import Store
from wellled_desktop.vault.anchor import MISSING, read_anchor, write_anchor
from wellled_desktop.vault.disk import Disk
from wellled_desktop.vault.errors import AnchorDamaged, NotKept
from wellled_desktop.vault.inspection_folder import InspectionFolder, folder_of
from wellled_desktop.vault.library import Library, Vault


@pytest.fixture
def place(folder: Path, inspection_id: str) -> Path:
    """The inspection's folder."""
    return folder / "inspections" / inspection_id


@pytest.fixture
def inside(folder: Path, vault: Vault, inspection_id: str) -> InspectionFolder:
    """The inspection's folder with its keys, as somebody has who holds the vault key."""
    _, contents = vault._current()
    kept = contents.find(inspection_id)
    assert kept is not None
    return folder_of(folder, kept)


def write_more(vault: Vault, inspection_id: str, first: int, last: int) -> None:
    opened = vault.open_inspection(inspection_id, HandClock())
    write_lines(opened, first, last)
    opened.close()


def problems(vault: Vault, inspection_id: str) -> list[tuple[str, str]]:
    return [(finding.place, finding.problem) for finding in vault.verify_inspection(inspection_id).findings]


def test_an_honest_inspection_is_sound_and_its_head_is_noted(
    vault: Vault, inspection_id: str, clock: HandClock
) -> None:
    found = vault.verify_inspection(inspection_id)
    assert found.sound
    opened = vault.open_inspection(inspection_id, clock)
    assert (opened.anchored(),) == found.heads
    opened.close()


def test_verifying_tells_each_step_and_gives_the_lock_back(vault: Vault, inspection_id: str, clock: HandClock) -> None:
    steps: list[str] = []
    vault.verify_inspection(inspection_id, steps.append)
    assert steps == ["file", "schema", "journal", "tables"]
    vault.open_inspection(inspection_id, clock).close()


def test_after_a_crash_the_anchor_is_behind_and_nothing_is_wrong(
    vault: Vault, folder: Path, tmp_path: Path, inspection_id: str, clock: HandClock
) -> None:
    """The copy of a library in use is what a laptop has whose power was cut."""
    opened = vault.open_inspection(inspection_id, clock)
    write_lines(opened, 4, 9)
    shutil.copytree(folder, tmp_path / "after")
    opened.close()
    after = Library(tmp_path / "after").unlock(PASSPHRASE)
    assert problems(after, inspection_id) == []
    again = after.open_inspection(inspection_id, clock)
    assert (again.warning, len(again.store.read(reading.lines))) == (None, 9)
    again.close()


def test_an_anchor_can_be_moved_while_the_inspection_is_open(
    vault: Vault, inspection_id: str, clock: HandClock
) -> None:
    opened = vault.open_inspection(inspection_id, clock)
    before = opened.anchored()
    write_lines(opened, 4, 4)
    assert opened.anchored() == before
    opened.anchor()
    after = opened.anchored()
    assert before is not None
    assert after is not None
    assert after.n == before.n + 1
    opened.close()


def test_an_older_file_put_back_is_named_and_stays_named(
    vault: Vault, place: Path, inspection_id: str, clock: HandClock
) -> None:
    older = (place / "store.db").read_bytes()
    write_more(vault, inspection_id, 4, 6)
    (place / "store.db").write_bytes(older)
    [(where, what)] = problems(vault, inspection_id)
    assert "an older copy of the file was put back" in what
    opened = vault.open_inspection(inspection_id, clock)
    assert opened.warning is not None
    assert "This is not the file that this laptop closed last" in opened.warning
    opened.anchor()
    opened.close()
    assert problems(vault, inspection_id) == [(where, what)]


def test_a_journal_written_on_from_an_older_file_is_named_too(
    vault: Vault, place: Path, inspection_id: str, clock: HandClock
) -> None:
    older = (place / "store.db").read_bytes()
    write_more(vault, inspection_id, 4, 6)
    (place / "store.db").write_bytes(older)
    write_more(vault, inspection_id, 14, 19)
    [(_, what)] = problems(vault, inspection_id)
    assert "the journal was rewritten" in what
    opened = vault.open_inspection(inspection_id, clock)
    assert opened.warning is not None
    opened.close()


def test_a_damaged_anchor_is_named_and_keeps_nobody_out(
    vault: Vault, place: Path, inspection_id: str, clock: HandClock
) -> None:
    whole = (place / "anchor.wl").read_bytes()
    flipped = bytearray(whole)
    flipped[-1] ^= 1
    for damaged in (b"", whole[:-1], whole[:20], bytes(flipped), b"\0" + whole[1:]):
        (place / "anchor.wl").write_bytes(damaged)
        [(where, what)] = problems(vault, inspection_id)
        assert (where, what) == ("anchor.wl", AnchorDamaged.sentence)
        opened = vault.open_inspection(inspection_id, clock)
        assert (opened.warning, len(opened.store.read(reading.lines))) == (AnchorDamaged.sentence, 3)
        opened.close()
        assert (place / "anchor.wl").read_bytes() == damaged


def test_an_anchor_that_cannot_be_read_is_named(vault: Vault, place: Path, inspection_id: str) -> None:
    (place / "anchor.wl").unlink()
    (place / "anchor.wl").mkdir()
    assert problems(vault, inspection_id) == [("anchor.wl", AnchorDamaged.sentence)]


def test_another_inspections_anchor_is_no_anchor(
    vault: Vault, place: Path, folder: Path, inspection_id: str, clock: HandClock
) -> None:
    vault.create_inspection(another_inspection("second"), clock).close()
    (place / "anchor.wl").write_bytes((folder / "inspections" / "second" / "anchor.wl").read_bytes())
    assert problems(vault, inspection_id) == [("anchor.wl", AnchorDamaged.sentence)]


def test_a_missing_anchor_stays_named_and_no_new_one_takes_its_place(
    vault: Vault, place: Path, inspection_id: str, clock: HandClock
) -> None:
    noted = (place / "anchor.wl").read_bytes()
    (place / "anchor.wl").unlink()
    for _ in range(2):
        assert problems(vault, inspection_id) == [("anchor.wl", MISSING)]
        opened = vault.open_inspection(inspection_id, clock)
        assert opened.warning == MISSING
        opened.anchor()
        opened.close()
    (place / "anchor.wl").write_bytes(noted)
    assert problems(vault, inspection_id) == []


def test_a_full_disk_leaves_the_anchor_before_and_lets_the_inspection_be_closed(
    folder: Path, vault: Vault, inspection_id: str, clock: HandClock
) -> None:
    del vault
    full = Library(folder, FailingDisk(0, errno.ENOSPC, for_good=True)).unlock(PASSPHRASE)
    opened = full.open_inspection(inspection_id, clock)
    before = opened.anchored()
    write_lines(opened, 4, 4)
    with pytest.raises(NotKept, match="disk is full"):
        opened.anchor()
    opened.close()
    again = Library(folder).unlock(PASSPHRASE).open_inspection(inspection_id, clock)
    assert (again.anchored(), len(again.store.read(reading.lines)), again.warning) == (before, 4, None)
    again.close()


def test_an_anchor_that_the_disk_did_not_confirm_is_no_error(
    folder: Path, vault: Vault, inspection_id: str, clock: HandClock
) -> None:
    """Its steps: remove the temporary file, create, write, sync, rename; the sixth is the sync of the folder."""
    del vault
    disk = FailingDisk(5)
    opened = Library(folder, disk).unlock(PASSPHRASE).open_inspection(inspection_id, clock)
    [written] = write_lines(opened, 4, 4)
    opened.anchor()
    assert disk.steps == 6
    anchored = opened.anchored()
    assert anchored is not None
    assert anchored.n == written.n
    opened.close()


def test_a_store_that_breaks_while_open_gives_its_lock_back(
    vault: Vault, inspection_id: str, clock: HandClock, inside: InspectionFolder
) -> None:
    opened = vault.open_inspection(inspection_id, clock)
    other = open_connection(inside.store, inside.store_key())
    other.execute("DROP TABLE journal")
    other.close()
    for ask in (opened.close, lambda: vault.open_inspection(inspection_id, clock)):
        with pytest.raises(DBAPIError, match="no such table"):
            ask()


def test_a_laptop_that_has_written_nothing_has_nothing_to_note(inside: InspectionFolder, clock: HandClock) -> None:
    writer = Writer(inside.id, "another laptop", "Somebody")
    store = Store(inside.store, inside.store_key(), writer, clock)
    before = read_anchor(inside)
    write_anchor(Disk(), inside, store, os.urandom)
    assert read_anchor(inside) == before
    store.close()
