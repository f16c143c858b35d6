"""What this laptop remembers about an inspection: sealed, small, and worth no message when it is lost."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.vault.conftest import PASSPHRASE, HandClock
from tests.unit.vault.disks import FailingDisk
from wellled_desktop.vault.library import Library, OpenInspection, Vault


@pytest.fixture
def opened(vault: Vault, inspection_id: str, clock: HandClock) -> Iterator[OpenInspection]:
    inspection = vault.open_inspection(inspection_id, clock)
    yield inspection
    inspection.close()


def file_of(folder: Path, opened: OpenInspection, name: str) -> Path:
    return folder / "inspections" / opened.id / f"remembered-{name}.wl"


def test_it_is_there_the_next_morning(vault: Vault, opened: OpenInspection, clock: HandClock) -> None:
    assert opened.remembered("window") is None
    opened.remember("window", b"session s1")
    opened.remember("window", b"page W4")
    opened.close()
    again = vault.open_inspection(opened.id, clock)
    assert (again.remembered("window"), again.remembered("composer")) == (b"page W4", None)
    again.close()


def test_it_is_sealed_and_for_one_name_only(folder: Path, opened: OpenInspection) -> None:
    opened.remember("window", b"the trust's secret page")
    content = file_of(folder, opened, "window").read_bytes()
    assert b"secret page" not in content
    file_of(folder, opened, "composer").write_bytes(content)
    assert opened.remembered("composer") is None
    file_of(folder, opened, "window").write_bytes(content[:-1])
    assert opened.remembered("window") is None


def test_a_full_disk_is_no_error(folder: Path, vault: Vault, inspection_id: str, clock: HandClock) -> None:
    del vault
    for number in range(4):
        disk = FailingDisk(number, errno.ENOSPC)
        opened = Library(folder, disk).unlock(PASSPHRASE).open_inspection(inspection_id, clock)
        opened.remember("window", b"page W4")
        assert opened.remembered("window") is None
        opened.close()


@pytest.mark.parametrize("name", ["", "../window", "Window", "a" * 33, "a.b"])
def test_a_name_is_lower_case_words(opened: OpenInspection, name: str) -> None:
    with pytest.raises(ValueError, match=r"^.*"):
        opened.remember(name, b"")
    with pytest.raises(ValueError, match=r"^.*"):
        opened.remembered(name)
