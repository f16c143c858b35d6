"""Copies for another program to open: private, under a safe name, and removed whatever happens."""

import io
import os
from pathlib import Path

import pytest

from tests.unit.vault.attached import KEY, attachments_in
from wellled_desktop.vault.attachments import Attachments
from wellled_desktop.vault.disk import Disk
from wellled_desktop.vault.errors import AttachmentDamaged, NotExported
from wellled_desktop.vault.private_copies import system_temporary


def test_a_private_copy_is_its_owners_alone_and_gone_when_it_is_closed(tmp_path: Path) -> None:
    attachments = attachments_in(tmp_path)
    kept = attachments.keep(io.BytesIO(b"minutes"))
    with attachments.private_copy(kept.sha256, "../../minutes\u202e.pdf") as copy:
        assert copy.path.read_bytes() == b"minutes"
        assert copy.path.name == "_.._minutes_.pdf"
        assert copy.path.parent.parent == tmp_path / "temporary"
        assert (copy.path.stat().st_mode & 0o777, copy.path.parent.stat().st_mode & 0o777) == (0o400, 0o700)
    assert list((tmp_path / "temporary").iterdir()) == []
    copy.close()


def test_copies_left_open_go_with_the_inspection(tmp_path: Path) -> None:
    attachments = attachments_in(tmp_path)
    kept = attachments.keep(io.BytesIO(b"minutes"))
    copies = [attachments.private_copy(kept.sha256, "minutes.txt") for _ in range(2)]
    assert copies[0].path != copies[1].path
    attachments.close()
    assert list((tmp_path / "temporary").iterdir()) == []


def test_copies_of_a_killed_program_are_swept_at_the_next_start_and_nobody_elses(tmp_path: Path) -> None:
    killed, another = attachments_in(tmp_path), attachments_in(tmp_path, key=KEY[::-1])
    ours, theirs = (
        one.private_copy(one.keep(io.BytesIO(b"minutes")).sha256, "minutes.txt") for one in (killed, another)
    )
    attachments_in(tmp_path).sweep()
    assert not ours.path.parent.exists()
    assert theirs.path.exists()


def test_a_damaged_attachment_leaves_no_copy(tmp_path: Path) -> None:
    attachments = attachments_in(tmp_path)
    kept = attachments.keep(io.BytesIO(b"minutes"))
    (place,) = (path for path in (tmp_path / "attachments").rglob("*") if path.is_file())
    held = place.read_bytes()
    place.write_bytes(held[:-1] + bytes((held[-1] ^ 1,)))
    with pytest.raises(AttachmentDamaged):
        attachments.private_copy(kept.sha256, "minutes.txt")
    assert list((tmp_path / "temporary").iterdir()) == []


def test_without_a_place_for_temporary_files_an_inspection_opens_all_the_same(tmp_path: Path) -> None:
    def nowhere() -> Path:
        raise FileNotFoundError("no usable temporary directory")

    attachments = Attachments(tmp_path / "attachments", KEY, Disk(), os.urandom, nowhere)
    attachments.sweep()
    kept = attachments.keep(io.BytesIO(b"minutes"))
    with pytest.raises(NotExported):
        attachments.private_copy(kept.sha256, "minutes.txt")


def test_the_systems_own_place_is_there() -> None:
    assert system_temporary().is_dir()
