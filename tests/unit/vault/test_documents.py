"""The words of documents beside the store: with a key of their own, for their owner alone, begun anew where damaged."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.vault.conftest import HandClock
from wellled_desktop.store.documents import Documents
from wellled_desktop.store.errors import Damaged
from wellled_desktop.vault.errors import VaultLocked
from wellled_desktop.vault.inspection_folder import folder_of
from wellled_desktop.vault.library import OpenInspection, Vault


@pytest.fixture
def opened(vault: Vault, inspection_id: str, clock: HandClock) -> Iterator[OpenInspection]:
    inspection = vault.open_inspection(inspection_id, clock)
    yield inspection
    inspection.close()


@pytest.fixture
def file(folder: Path, opened: OpenInspection) -> Path:
    return folder / "inspections" / opened.id / "documents.db"


def take_in(opened: OpenInspection, words: str) -> None:
    documents = opened.documents()
    documents.index_document("1" * 64, [words])
    documents.close()


def found(opened: OpenInspection, match: str) -> int:
    documents = opened.documents()
    pages = documents.find(match, 9, 9)
    documents.close()
    return len(pages)


def test_what_was_taken_in_is_found_the_next_morning(vault: Vault, opened: OpenInspection, clock: HandClock) -> None:
    take_in(opened, "the minutes")
    opened.close()
    again = vault.open_inspection(opened.id, clock)
    assert found(again, '"minutes"') == 1
    again.close()


def test_only_its_owner_may_read_the_file(opened: OpenInspection, file: Path) -> None:
    take_in(opened, "the minutes")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_key_of_the_store_does_not_open_it(vault: Vault, folder: Path, opened: OpenInspection, file: Path) -> None:
    take_in(opened, "the minutes")
    (kept,) = vault._current()[1].inspections
    keys = folder_of(folder, kept)
    assert keys.documents_key().key != keys.store_key().key
    with pytest.raises(Damaged):
        Documents(file, keys.store_key())


@pytest.mark.parametrize("content", [bytes(range(256)) * 64, b"SQLite format 3\x00" + bytes(4096)])
def test_a_file_that_cannot_be_read_is_begun_anew(opened: OpenInspection, file: Path, content: bytes) -> None:
    take_in(opened, "the minutes")
    file.write_bytes(content)
    assert found(opened, '"minutes"') == 0
    take_in(opened, "the minutes")
    assert found(opened, '"minutes"') == 1


def test_it_is_as_locked_as_the_inspection(opened: OpenInspection) -> None:
    opened.close()
    with pytest.raises(VaultLocked):
        opened.documents()
