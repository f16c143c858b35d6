"""Files and folders that somebody drops: what is taken, what is told, and what becomes of each."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.conftest import HandClock
from tests.unit.vault.attached import content_of, files_in, read_back
from tests.unit.vault.conftest import clock, folder, inspection_id, library, recovery_text, vault
from wellled_desktop.exchange import attaching
from wellled_desktop.exchange.attaching import Attaching, FileToAttach, ToAttach, attach, collect
from wellled_desktop.inspection.commands import RecordEvidence
from wellled_desktop.store.weighing_reading import attachments
from wellled_desktop.vault.errors import NotKept
from wellled_desktop.vault.library import OpenInspection, Vault

__all__ = ["clock", "folder", "inspection_id", "library", "recovery_text", "vault"]


@pytest.fixture
def opened(vault: Vault, inspection_id: str, clock: HandClock) -> Iterator[OpenInspection]:
    opened = vault.open_inspection(inspection_id, clock)
    opened.store.execute(RecordEvidence("e1", "Board papers", "document"), RecordEvidence("e2", "Minutes", "document"))
    yield opened
    opened.close()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder as a trust hands it over."""
    papers = tmp_path / "papers"
    for name in ("b.txt", "A.txt", "2026/minutes.txt", "2026/03/minutes.txt"):
        (papers / name).parent.mkdir(parents=True, exist_ok=True)
        (papers / name).write_text(f"this is {name}", encoding="utf-8")
    return papers


class Ids:
    def __init__(self) -> None:
        self.given = 0

    def __call__(self) -> str:
        self.given += 1
        return f"a{self.given}"


def names(chosen: ToAttach) -> list[str]:
    return [f"{one.within}/{one.name}" for one in chosen.files]


def test_a_folder_is_walked_in_the_order_of_its_names(papers: Path) -> None:
    chosen = collect([papers])
    assert names(chosen) == ["papers/2026/03/minutes.txt", "papers/2026/minutes.txt", "papers/A.txt", "papers/b.txt"]
    assert chosen.refused == ()
    assert chosen.size == sum(len(one.path.read_bytes()) for one in chosen.files)


def test_numbers_in_names_are_counted(tmp_path: Path) -> None:
    for number in (10, 1, 100, 2):
        (tmp_path / f"paper {number}.txt").write_bytes(b"x")
    assert [one.name for one in collect([tmp_path]).files] == [f"paper {number}.txt" for number in (1, 2, 10, 100)]


def test_files_come_in_the_order_given_and_each_once(papers: Path) -> None:
    chosen = collect([papers / "b.txt", papers / "A.txt", papers / "b.txt", papers / "2026" / "03", papers / "2026"])
    assert names(chosen) == ["/b.txt", "/A.txt", "03/minutes.txt", "2026/minutes.txt"]


def test_what_is_no_file_is_left_out_with_a_sentence(papers: Path) -> None:
    (papers / "to-elsewhere").symlink_to("/etc")
    (papers / "to-itself").symlink_to(papers)
    os.mkfifo(papers / "pipe")
    (papers / "Thumbs.db").write_bytes(b"x")
    chosen = collect([papers, papers / "gone.pdf", Path("/dev/null"), Path("nul\0"), papers / "to-elsewhere"])
    assert len(chosen.files) == 4
    assert [one.sentence for one in chosen.refused] == [
        "“pipe” is a device, a pipe or a socket and no file, so it was left out.",
        "“Thumbs.db” is kept by the system for itself, so it was left out.",
        "“to-elsewhere” is a link, which may lead anywhere; it was left out. Attach the file it leads to.",
        "“to-itself” is a link, which may lead anywhere; it was left out. Attach the file it leads to.",
        "“gone.pdf” is not there, so it was left out.",
        "“null” is a device, a pipe or a socket and no file, so it was left out.",
        "“nul\ufffd” may not be read or cannot be reached, so it was left out.",
    ]


def test_a_file_of_the_system_that_is_chosen_by_name_is_taken(tmp_path: Path) -> None:
    (tmp_path / "desktop.ini").write_bytes(b"x")
    assert names(collect([tmp_path / "desktop.ini"])) == ["/desktop.ini"]


def test_what_may_not_be_read_is_told(papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path).name != "b.txt")  # root may read everything
    (told,) = collect([papers]).refused
    assert told.sentence == "“b.txt” may not be read by you, so it was left out."


def test_who_drops_a_whole_disk_is_told(papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attaching, "MOST_FILES", 2)
    chosen = collect([papers])
    assert len(chosen.files) == 2
    (told,) = chosen.refused
    assert told.sentence == ("“A.txt” and what comes after it was left out: 2 files are attached at once at the most.")


def test_looking_for_files_can_be_cancelled(papers: Path) -> None:
    assert collect([papers], lambda: True) == ToAttach((), ())


def test_each_file_is_on_the_disk_before_its_command_is_given(opened: OpenInspection, papers: Path) -> None:
    chosen = collect([papers])
    told: list[tuple[int, int]] = []
    for result in attach(opened, "e1", chosen.files, new_id=Ids(), progress=lambda *done: told.append(done)):
        assert result.command is not None
        assert read_back(opened.attachments, result.command.sha256) == result.file.path.read_bytes()
        opened.store.execute(result.command)
    recorded = opened.store.read(attachments)
    assert [(one.name, one.media_type) for one in recorded] == [
        ("minutes.txt", "text/plain"), ("minutes.txt", "text/plain"), ("A.txt", "text/plain"), ("b.txt", "text/plain"),
    ]  # fmt: skip
    assert told[-1] == (chosen.size, chosen.size)
    assert told == sorted(told)


def test_the_same_content_is_kept_once_and_attached_once_to_an_entry(opened: OpenInspection, papers: Path) -> None:
    shutil.copy(papers / "A.txt", papers / "copy of A.txt")
    results = run(opened, "e1", collect([papers]))
    (same,) = (one for one in results if one.left_out)
    assert same.left_out is not None
    assert same.left_out.sentence == (
        "“copy of A.txt” is the same, byte for byte, as “A.txt”, which is attached here already."
    )
    again = run(opened, "e1", collect([papers]))
    assert all(one.command is None and one.already_there for one in again)
    elsewhere = run(opened, "e2", collect([papers / "A.txt"]))
    assert [(one.already_there, one.command is not None) for one in elsewhere] == [(True, True)]


def run(opened: OpenInspection, entry: str, chosen: ToAttach, ids: Ids | None = None) -> list[Attaching]:
    """Attaches all, as a caller does."""
    results = []
    taken = opened.store.read(attachments)
    ids = ids or Ids()
    ids.given = len(taken)
    for result in attach(opened, entry, chosen.files, new_id=ids):
        if result.command:
            opened.store.execute(result.command)
        results.append(result)
    return results


def test_a_folder_pulled_away_in_the_middle_is_told_file_by_file(
    opened: OpenInspection, papers: Path, folder: Path
) -> None:
    chosen = collect([papers])
    results = []
    for result in attach(opened, "e1", chosen.files, new_id=Ids()):
        results.append(result)
        if len(results) == 2:
            shutil.rmtree(papers)
    assert [one.command is not None for one in results] == [True, True, False, False]
    assert results[3].left_out is not None
    assert results[3].left_out.sentence == (
        "“b.txt” could not be read to its end, so it was not attached; check that it is still there and that you may read it."
    )
    assert len(files_in(folder / "inspections" / opened.id / "attachments")) == 2


def test_a_file_that_changes_while_it_is_read_is_told_and_the_next_one_attached(
    opened: OpenInspection, papers: Path
) -> None:
    chosen = collect([papers / "A.txt", papers / "b.txt"])

    def write_on(done: int, _total: int) -> None:
        if 0 < done <= chosen.files[0].size:
            (papers / "A.txt").write_text("other words, and more of them", encoding="utf-8")

    results = list(attach(opened, "e1", chosen.files, new_id=Ids(), progress=write_on))
    assert results[0].left_out is not None
    assert "was changed by another program while it was read" in results[0].left_out.sentence
    assert results[1].command is not None


@pytest.mark.parametrize("within_a_file", [True, False])
def test_cancelling_ends_it_and_what_was_given_stays(
    opened: OpenInspection, papers: Path, folder: Path, within_a_file: bool
) -> None:
    (papers / "2026" / "03" / "minutes.txt").write_bytes(content_of(3_000_000))
    chosen = collect([papers])
    at = 3_000_001 if within_a_file else chosen.files[0].size
    done: list[int] = []
    results = list(
        attach(
            opened, "e1", chosen.files, new_id=Ids(),
            progress=lambda now, _total: done.append(now), cancelled=lambda: bool(done) and done[-1] >= at,
        )
    )  # fmt: skip
    assert len(results) == (2 if within_a_file else 1)
    assert len(files_in(folder / "inspections" / opened.id / "attachments")) == len(results)


def test_cancelling_before_the_first_file_is_read_gives_nothing(opened: OpenInspection, papers: Path) -> None:
    assert list(attach(opened, "e1", collect([papers]).files, new_id=Ids(), cancelled=lambda: True)) == []


def test_a_full_disk_ends_it_with_its_sentence(
    opened: OpenInspection, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = []
    with pytest.raises(NotKept, match="nearly full"):  # noqa: PT012
        for result in attach(opened, "e1", collect([papers]).files, new_id=Ids()):
            results.append(result)
            monkeypatch.setattr("wellled_desktop.vault.attachments.LEFT_FREE_BYTES", 1 << 60)
    assert len(results) == 1


def test_500_hostile_names_are_attached_and_nothing_is_written_outside_the_vault(
    opened: OpenInspection, tmp_path: Path, folder: Path
) -> None:
    parts = ("..", "CON", "a" * 200, "\u202efdp.exe", "x\ny", "-rf", "$(reboot)", "%00", "\ufeff", "nul.pdf", "é" * 60)
    source = tmp_path / "hostile"
    source.mkdir()
    for number in range(500):
        (source / f"{parts[number % len(parts)]}{number}").write_bytes(number.to_bytes(2, "big"))
    (source / os.fsdecode(b"\xff\xfe.pdf")).write_bytes(b"undecodable")
    before = {path for path in tmp_path.rglob("*") if folder not in path.parents}
    results = run(opened, "e1", collect([source]))
    assert sum(one.command is not None for one in results) == 501
    for one in opened.store.read(attachments):
        with opened.attachments.private_copy(one.sha256, one.name) as copy:
            assert copy.path.parent.name.startswith("wellled-")
    assert {path for path in tmp_path.rglob("*") if folder not in path.parents} == before
    assert all(isinstance(one.file, FileToAttach) and one.file.name.isprintable() for one in results)
