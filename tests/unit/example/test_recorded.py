"""The example recorded into a real vault: all of it, with its own times, and sound."""

import os
from pathlib import Path

import pytest

from tests.unit.example.conftest import CHEAP
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.store import reading
from wellled_desktop.store.clock import LaptopClock
from wellled_desktop.vault.example import create_example, open_example
from wellled_desktop.vault.library import Library
from wellled_desktop.vault.vault import Vault


@pytest.fixture(scope="session")
def lines(example: tuple[Vault, str]) -> tuple[NoteLine, ...]:
    vault, inspection = example
    opened = vault.open_inspection(inspection, LaptopClock())
    try:
        return opened.store.read(reading.lines)
    finally:
        opened.close()


def test_the_stored_example_is_sound(example: tuple[Vault, str]) -> None:
    vault, inspection = example
    verification = vault.verify_inspection(inspection)
    assert verification.findings == ()
    assert verification.entries > 5000


def test_the_vault_lists_it_as_an_example(example: tuple[Vault, str]) -> None:
    vault, inspection = example
    (summary,) = vault.inspections()
    assert (summary.id, summary.is_example, summary.days) == (inspection, True, 3)
    assert "invented" in summary.trust_name


def test_all_lines_are_there_each_signed_by_who_wrote_it_at_its_own_time(lines: tuple[NoteLine, ...]) -> None:
    assert len(lines) == 4450
    assert len({line.author for line in lines}) == 9
    assert {str(line.day) for line in lines} == {"2026-03-10", "2026-03-11", "2026-03-12"}


def test_lines_written_later_are_labelled_and_amended_and_retracted_ones_too(lines: tuple[NoteLine, ...]) -> None:
    assert sum(line.written_after_end_minutes is not None for line in lines) == 210 + 53
    assert sum(line.from_handwritten_notes for line in lines) == 56
    assert 0 < sum(bool(line.after_sign_off) for line in lines) < 60
    assert sum(line.amendments > 0 for line in lines) == 40
    assert sum(line.retracted_at is not None for line in lines) == 13
    assert all(line.retraction_reason for line in lines if line.retracted_at)


def test_progress_counts_up_to_the_end(example: tuple[Vault, str], progress: list[tuple[int, int]]) -> None:
    assert example
    assert progress[-1][0] == progress[-1][1]
    assert progress == sorted(progress)


class CutShort(Exception):
    """What ends the making of an example in the middle, as closing the laptop would."""


def test_an_example_that_was_cut_short_is_passed_over(tmp_path: Path, resources: Path, pack: Pack) -> None:
    def give_up(done: int, whole: int) -> None:
        if done > whole // 10:
            raise CutShort

    vault, _ = Library(tmp_path).create_vault("seven harbour lamps at dusk", "Lead", CHEAP, os.urandom)
    with pytest.raises(CutShort):
        create_example(vault, resources, pack, give_up)
    opened = open_example(vault, resources, pack)
    opened.close()
    assert len(vault.inspections()) == 2
    again = open_example(vault, resources, pack)
    again.close()
    assert again.id == opened.id
    vault.close()
