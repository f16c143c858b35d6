"""Keeping a file while everything that can fail does: then nothing of it is kept, and it can be kept afterwards."""

import errno
import io
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.vault.attached import attachments_in, content_of, files_in, read_back
from tests.unit.vault.disks import DiskWithPowerCut, FailingDisk, PowerCut
from wellled_desktop.vault import attachments as module
from wellled_desktop.vault.attachment_file import FRAME_BYTES
from wellled_desktop.vault.attachment_source import Unchanged
from wellled_desktop.vault.attachments import Attachments
from wellled_desktop.vault.disk import Disk
from wellled_desktop.vault.errors import (
    CopyCancelled,
    DiskNearlyFull,
    NotExported,
    NotKept,
    SourceChanged,
    SourceUnreadable,
)

CONTENT = content_of(2 * FRAME_BYTES + 11)


class DiskOf(Disk):
    """A disk with so many bytes free."""

    def __init__(self, *free: int) -> None:
        self.free = list(free)

    def free_bytes(self, folder: Path) -> int:
        assert folder.is_dir()
        return self.free.pop(0) if len(self.free) > 1 else self.free[0]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.pdf"
    path.write_bytes(CONTENT)
    return path


def steps_of_keeping(folder: Path, source: Path) -> int:
    disk = FailingDisk()
    attachments_in(folder, disk).keep(source)
    return disk.steps


def test_a_disk_that_fails_at_any_step_leaves_nothing_half_done(tmp_path: Path, source: Path) -> None:
    steps = steps_of_keeping(tmp_path / "counted", source)
    assert steps > 12
    for number in range(steps):
        folder = tmp_path / str(number)
        with pytest.raises(NotKept):
            attachments_in(folder, FailingDisk(number)).keep(source)
        assert all(path.suffix != ".new" for path in files_in(folder)), number
        healthy = attachments_in(folder)
        assert read_back(healthy, healthy.keep(source).sha256) == CONTENT
        assert len(files_in(folder)) == 1


def test_after_a_power_cut_at_any_step_the_file_is_there_whole_or_not_at_all(tmp_path: Path, source: Path) -> None:
    for number in range(steps_of_keeping(tmp_path / "counted", source)):
        folder = tmp_path / str(number)
        with pytest.raises(PowerCut):
            attachments_in(folder, DiskWithPowerCut(number)).keep(source)
        after = attachments_in(folder)
        after.sweep()
        whole = files_in(folder)
        assert len(whole) <= 1
        kept = after.keep(source)
        assert kept.already_there == bool(whole)
        assert read_back(after, kept.sha256) == CONTENT


def test_a_copy_written_to_a_disk_that_fails_at_any_step_is_not_there(tmp_path: Path, source: Path) -> None:
    kept = attachments_in(tmp_path).keep(source)
    disk = FailingDisk()
    attachments_in(tmp_path, disk).export(kept.sha256, tmp_path / "copy")
    for number in range(disk.steps):
        target = tmp_path / str(number) / "copy"
        target.parent.mkdir()
        with pytest.raises(NotExported):
            attachments_in(tmp_path, FailingDisk(number)).export(kept.sha256, target)
        assert files_in(target.parent) == []


def test_a_private_copy_written_to_a_disk_that_fails_at_any_step_is_not_there(tmp_path: Path, source: Path) -> None:
    kept = attachments_in(tmp_path).keep(source)
    disk = FailingDisk()
    attachments_in(tmp_path, disk).private_copy(kept.sha256, "copy").close()
    for number in range(disk.steps - 1):  # the last one is its removal
        with pytest.raises(NotExported):
            attachments_in(tmp_path, FailingDisk(number)).private_copy(kept.sha256, "copy")
        assert files_in(tmp_path / "temporary") == []


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EFBIG, "takes no file as large"),
        (errno.EIO, "reported an error"),
        (errno.EROFS, "may not be written"),
    ],
)
def test_each_failure_of_the_disk_is_one_sentence(tmp_path: Path, source: Path, error: int, words: str) -> None:
    with pytest.raises(NotKept, match=words):
        attachments_in(tmp_path, FailingDisk(3, error)).keep(source)


def test_what_is_written_meanwhile_always_finds_room_on_the_disk(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enough = module.LEFT_FREE_BYTES + len(CONTENT)
    assert not attachments_in(tmp_path / "a", DiskOf(enough)).keep(source).already_there
    with pytest.raises(DiskNearlyFull):
        attachments_in(tmp_path / "b", DiskOf(enough - 1)).keep(source)
    monkeypatch.setattr(module, "_SYNC_EVERY", 2)
    with pytest.raises(DiskNearlyFull):
        attachments_in(tmp_path / "c", DiskOf(enough, module.LEFT_FREE_BYTES - 1)).keep(source)
    assert files_in(tmp_path / "b") == files_in(tmp_path / "c") == []


def change(source: Path) -> None:
    source.write_bytes(CONTENT + b"more")


def cut(source: Path) -> None:
    os.truncate(source, FRAME_BYTES + 1)


def replace_in_place(source: Path) -> None:
    with source.open("r+b") as file:
        file.write(b"other")
    os.utime(source, ns=(1, 1))


@pytest.mark.parametrize("harm", [change, cut, replace_in_place])
def test_a_source_that_changes_while_it_is_read_is_not_kept(
    tmp_path: Path, source: Path, harm: Callable[[Path], None]
) -> None:
    attachments = attachments_in(tmp_path / "vault")
    with pytest.raises(SourceChanged):
        attachments.keep(source, lambda done: harm(source) if done == FRAME_BYTES else None)
    assert files_in(tmp_path / "vault") == []
    source.write_bytes(CONTENT)
    assert read_back(attachments, attachments.keep(source).sha256) == CONTENT


def test_a_source_that_is_removed_while_it_is_read_is_kept_whole_or_not_at_all(tmp_path: Path, source: Path) -> None:
    attachments = attachments_in(tmp_path / "vault")
    kept = attachments.keep(source, lambda _done: source.unlink(missing_ok=True))
    assert read_back(attachments, kept.sha256) == CONTENT


def test_a_stream_that_breaks_off_is_not_kept(tmp_path: Path) -> None:
    class PulledAway(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > FRAME_BYTES:
                raise OSError(errno.EIO, "the stick is gone")
            return super().read(min(size or 0, 100_000))

    with pytest.raises(SourceUnreadable):
        attachments_in(tmp_path).keep(PulledAway(CONTENT))
    assert files_in(tmp_path) == []


def test_a_copying_that_is_cancelled_leaves_nothing(tmp_path: Path, source: Path) -> None:
    told: list[int] = []
    with pytest.raises(CopyCancelled):
        attachments_in(tmp_path / "vault").keep(source, told.append, lambda: len(told) == 2)
    assert told == [FRAME_BYTES, 2 * FRAME_BYTES]
    assert files_in(tmp_path / "vault") == []


def nothing(place: Path) -> None:
    place.unlink(missing_ok=True)


def link(place: Path) -> None:
    (place.parent / "target").write_bytes(b"elsewhere")
    place.symlink_to(place.parent / "target")


def a_socket(place: Path) -> None:
    here = Path.cwd()
    os.chdir(place.parent)  # its path may not be long
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(place.name)
    finally:
        os.chdir(here)


@pytest.mark.parametrize("make", [nothing, link, Path.mkdir, os.mkfifo, a_socket])
def test_what_is_no_file_is_refused_and_blocks_nobody(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "odd")
    attachments = attachments_in(tmp_path / "vault")
    with pytest.raises(SourceUnreadable):
        attachments.keep(tmp_path / "odd")
    with pytest.raises(SourceUnreadable):
        attachments.keep(tmp_path / "nul\0")
    assert files_in(tmp_path / "vault") == []


def test_a_source_whose_state_cannot_be_asked_is_unreadable(source: Path) -> None:
    descriptor = os.open(source, os.O_RDONLY)
    with open(descriptor, "rb", buffering=0, closefd=False) as file:
        unchanged = Unchanged(file)
        os.close(descriptor)
        with pytest.raises(SourceUnreadable):
            unchanged.check(len(CONTENT))


class StubbornDisk(Disk):
    """What is there cannot be removed."""

    def remove(self, path: Path) -> None:
        raise PermissionError(errno.EACCES, "made to fail", str(path))


def test_leftovers_that_cannot_be_removed_wait_for_the_next_time(tmp_path: Path) -> None:
    attachments: Attachments = attachments_in(tmp_path, StubbornDisk())
    (tmp_path / "attachments").mkdir()
    left = tmp_path / "attachments" / "1.new"
    left.write_bytes(b"half")
    attachments.sweep()
    assert left.exists()
    attachments_in(tmp_path).sweep()
    assert not left.exists()
