"""Attachments: what was kept comes back byte for byte, and nothing else ever does."""

import hashlib
import io
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.vault.attached import KEY, attachments_in, content_of, files_in, read_back
from tests.unit.vault.conftest import HandClock
from wellled_desktop.vault.attachment_file import (
    FRAME_BYTES,
    HEAD_BYTES,
    Encryption,
    Head,
    keys_from,
    name_on_disk,
    sealed_head,
)
from wellled_desktop.vault.attachments import Attachments, Kept
from wellled_desktop.vault.errors import AttachmentDamaged, CopyCancelled, NotExported, VaultLocked
from wellled_desktop.vault.vault import Vault

SIZES = (0, 1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 2 * FRAME_BYTES, 3 * FRAME_BYTES + 7)


@pytest.fixture
def attachments(tmp_path: Path) -> Attachments:
    return attachments_in(tmp_path)


def kept_file(folder: Path) -> Path:
    (only,) = files_in(folder / "attachments")
    return only


@pytest.mark.parametrize("size", SIZES)
def test_a_file_comes_back_byte_for_byte(attachments: Attachments, tmp_path: Path, size: int) -> None:
    content = content_of(size)
    (tmp_path / "source").write_bytes(content)
    told: list[int] = []
    kept = attachments.keep(tmp_path / "source", told.append)
    assert kept == Kept(hashlib.sha256(content).hexdigest(), size, already_there=False)
    assert told == [min(at, size) for at in range(FRAME_BYTES, size + FRAME_BYTES, FRAME_BYTES)]
    assert attachments.holds(kept.sha256)
    assert read_back(attachments, kept.sha256) == content


def test_a_stream_that_gives_little_at_a_time_is_kept_whole(attachments: Attachments) -> None:
    class Trickle(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(size or 0, 70_001))

    content = content_of(FRAME_BYTES + 9)
    assert read_back(attachments, attachments.keep(Trickle(content)).sha256) == content


def test_the_same_content_is_kept_once_whatever_it_is_called(attachments: Attachments, tmp_path: Path) -> None:
    first = attachments.keep(io.BytesIO(b"minutes"))
    before = kept_file(tmp_path).stat()
    assert attachments.keep(io.BytesIO(b"minutes")) == Kept(first.sha256, 7, already_there=True)
    assert kept_file(tmp_path).stat().st_ino == before.st_ino


@pytest.mark.parametrize("harm", [lambda _file: b"", lambda file: file[:-1], lambda file: b"x" + file[1:]])
def test_a_kept_file_that_is_not_whole_is_replaced_when_its_content_comes_again(
    attachments: Attachments, tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    kept = attachments.keep(io.BytesIO(b"minutes"))
    place = kept_file(tmp_path)
    place.write_bytes(harm(place.read_bytes()))
    assert not attachments.holds(kept.sha256)
    assert not attachments.keep(io.BytesIO(b"minutes")).already_there
    assert read_back(attachments, kept.sha256) == b"minutes"


def test_neither_content_nor_hash_nor_name_can_be_read_on_the_disk(attachments: Attachments, tmp_path: Path) -> None:
    secret = b"Peregrine Unlikely " * 4_000
    kept = attachments.keep(io.BytesIO(secret))
    digest = bytes.fromhex(kept.sha256)
    place = kept_file(tmp_path)
    on_disk = place.read_bytes()
    assert not any(word in on_disk for word in (b"Peregrine", digest, kept.sha256.encode()))
    name = place.parent.name + place.name
    assert kept.sha256 not in name
    assert name == name_on_disk(keys_from(KEY), digest) != name_on_disk(keys_from(KEY[::-1]), digest)
    assert (place.stat().st_mode & 0o777, place.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_file_with_any_byte_flipped_or_cut_anywhere_gives_no_wrong_byte(
    attachments: Attachments, tmp_path: Path
) -> None:
    content = content_of(FRAME_BYTES + 60)
    kept = attachments.keep(io.BytesIO(content))
    place = kept_file(tmp_path)
    whole = place.read_bytes()
    places = [*range(0, HEAD_BYTES + 40, 3), FRAME_BYTES, FRAME_BYTES + HEAD_BYTES + 17, len(whole) - 1]
    harmed = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in places]
    harmed += [whole[:at] for at in (0, 10, HEAD_BYTES, FRAME_BYTES + HEAD_BYTES + 17, len(whole) - 1)]
    harmed += [whole + b"\0", bytes(len(whole)), whole * 2]
    for one in harmed:
        place.write_bytes(one)
        assert content.startswith(given_before_the_error(attachments, kept.sha256))


def given_before_the_error(attachments: Attachments, sha256: str) -> bytes:
    given: list[bytes] = []

    def go_through() -> None:
        with attachments.open(sha256) as reader:
            given.extend(reader)

    with pytest.raises(AttachmentDamaged):
        go_through()
    return b"".join(given)


def test_a_file_in_anothers_place_or_of_another_inspection_is_refused_at_once(tmp_path: Path) -> None:
    ours, theirs = attachments_in(tmp_path / "ours"), attachments_in(tmp_path / "theirs", key=KEY[::-1])
    kept = ours.keep(io.BytesIO(b"our minutes"))
    place = kept_file(tmp_path / "ours")
    for store, content in ((ours, b"our agenda."), (theirs, b"our minutes")):
        store.keep(io.BytesIO(content))
    (other,) = (one for one in files_in(tmp_path / "ours" / "attachments") if one != place)
    for foreign in (other, kept_file(tmp_path / "theirs")):
        place.write_bytes(foreign.read_bytes())
        assert given_before_the_error(ours, kept.sha256) == b""
    place.unlink()
    assert given_before_the_error(ours, kept.sha256) == b""


def test_the_frames_of_another_file_behind_a_head_give_nothing(attachments: Attachments, tmp_path: Path) -> None:
    kept = attachments.keep(io.BytesIO(b"minutes"))
    place = kept_file(tmp_path)
    head = place.read_bytes()[:HEAD_BYTES]
    place.unlink()
    attachments.keep(io.BytesIO(b"agendas"))
    frames = kept_file(tmp_path).read_bytes()[HEAD_BYTES:]
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(head + frames)
    assert given_before_the_error(attachments, kept.sha256) == b""


def test_frames_that_end_before_the_final_one_are_no_file(attachments: Attachments, tmp_path: Path) -> None:
    """Even if somebody with the key sealed a head that says so."""
    keys, content = keys_from(KEY), content_of(2 * FRAME_BYTES)
    encryption = Encryption(keys)
    first, _ = encryption.frames([content[:FRAME_BYTES], content[FRAME_BYTES:]])
    digest = hashlib.sha256(content[:FRAME_BYTES]).digest()
    name = name_on_disk(keys, digest)
    place = tmp_path / "attachments" / name[:2] / name[2:]
    place.parent.mkdir(parents=True)
    place.write_bytes(sealed_head(keys, Head(digest, FRAME_BYTES, encryption.header), os.urandom) + first)
    assert given_before_the_error(attachments, digest.hex()) == b""


def test_several_threads_keep_the_same_and_other_files_at_once(attachments: Attachments, tmp_path: Path) -> None:
    contents = [content_of(90_000, seed) for seed in range(6)] * 2
    kept: list[str] = []
    threads = [
        threading.Thread(target=lambda content=one: kept.append(attachments.keep(io.BytesIO(content)).sha256))
        for one in contents
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(kept) == sorted(hashlib.sha256(one).hexdigest() for one in contents)
    assert len(files_in(tmp_path / "attachments")) == 6
    assert {read_back(attachments, one) for one in kept} == set(contents)


def test_a_copy_is_exported_whole_over_what_is_there(attachments: Attachments, tmp_path: Path) -> None:
    content = content_of(FRAME_BYTES + 5)
    kept = attachments.keep(io.BytesIO(content))
    target = tmp_path / "out" / "minutes.pdf"
    target.parent.mkdir()
    target.write_bytes(b"older")
    assert attachments.export(kept.sha256, target) == len(content)
    assert files_in(target.parent) == [target]
    assert target.read_bytes() == content
    assert target.stat().st_mode & 0o777 == 0o600


def test_an_export_that_fails_or_is_cancelled_leaves_what_was_there(attachments: Attachments, tmp_path: Path) -> None:
    kept = attachments.keep(io.BytesIO(content_of(2 * FRAME_BYTES)))
    target = tmp_path / "out" / "minutes.pdf"
    with pytest.raises(NotExported):
        attachments.export(kept.sha256, target)
    target.parent.mkdir()
    target.write_bytes(b"older")
    told: list[int] = []
    with pytest.raises(CopyCancelled):
        attachments.export(kept.sha256, target, told.append, lambda: bool(told))
    with pytest.raises(NotExported):
        attachments.export(kept.sha256, target.parent)
    with pytest.raises(NotExported):
        attachments.export(kept.sha256, target.with_name("nul\0"))
    assert files_in(tmp_path / "out") == [target]
    assert target.read_bytes() == b"older"


def test_an_open_inspection_has_its_attachments_until_it_is_closed(
    vault: Vault, inspection_id: str, clock: HandClock, folder: Path
) -> None:
    opened = vault.open_inspection(inspection_id, clock)
    kept = opened.attachments.keep(io.BytesIO(b"minutes"))
    left = folder / "inspections" / inspection_id / "attachments" / "ab12.new"
    left.write_bytes(b"half")
    copy = opened.attachments.private_copy(kept.sha256, "minutes.txt")
    opened.close()
    assert not copy.path.exists()
    with pytest.raises(VaultLocked):
        _ = opened.attachments
    again = vault.open_inspection(inspection_id, clock)
    assert not left.exists()
    assert read_back(again.attachments, kept.sha256) == b"minutes"
    again.close()


def test_the_keys_do_not_show_themselves() -> None:
    assert repr(keys_from(KEY)) == "AttachmentKeys(…)"
