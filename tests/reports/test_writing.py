"""The file of a report: whole or not there, private, checked, and stopped when asked."""

import errno
import os
import re
import stat
from pathlib import Path

import pytest

from tests.store.packs import tiny_pack
from wellled_desktop.inspection.read_models import DayReport
from wellled_desktop.reports.day_report import write_day_report
from wellled_desktop.reports.errors import ReportCancelled, ReportError
from wellled_desktop.reports.fonts import Fonts, fonts_in
from wellled_desktop.reports.pdf_check import PdfDamaged, check_shown, read_back
from wellled_desktop.vault.disk import Disk


class FailingDisk(Disk):
    """A disk on which one step fails."""

    def __init__(self, step: str, code: int) -> None:
        self._step = step
        self._error = OSError(code, os.strerror(code))

    def write(self, file: int, content: bytes) -> None:
        if self._step == "write":
            super().write(file, content[:1000])
            raise self._error
        super().write(file, content)

    def rename(self, old: Path, new: Path) -> None:
        if self._step == "rename":
            raise self._error
        super().rename(old, new)

    def sync_folder(self, folder: Path) -> None:
        if self._step == "sync folder":
            raise self._error
        super().sync_folder(folder)


class ForgetfulDisk(Disk):
    """Says it wrote, and kept something else."""

    def write(self, file: int, content: bytes) -> None:
        super().write(file, content[:-1] + b"?")


def test_the_file_is_there_whole_and_readable_by_its_owner_alone(
    small: DayReport, fonts: Fonts, tmp_path: Path
) -> None:
    out = tmp_path / "reports" / "day.pdf"
    out.parent.mkdir()
    facts = write_day_report(small, tiny_pack(), out, fonts)
    assert facts.bytes == out.stat().st_size
    assert facts.pages == len(read_back(out.read_bytes()))
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert [one.name for one in out.parent.iterdir()] == ["day.pdf"]


def test_progress_only_goes_forward_and_ends_at_its_total(small: DayReport, fonts: Fonts, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    write_day_report(small, tiny_pack(), tmp_path / "day.pdf", fonts, progress=lambda *step: heard.append(step))
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1]
    assert len(heard) > 20


@pytest.mark.parametrize("after", [0, 5, 30])
def test_cancelling_leaves_nothing_and_keeps_what_was_there(
    after: int, small: DayReport, fonts: Fonts, tmp_path: Path
) -> None:
    out = tmp_path / "reports" / "day.pdf"
    out.parent.mkdir()
    out.write_bytes(b"the report of yesterday")
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > after

    with pytest.raises(ReportCancelled):
        write_day_report(small, tiny_pack(), out, fonts, cancelled=cancelled)
    assert len(asked) == after + 1
    assert [one.name for one in out.parent.iterdir()] == ["day.pdf"]
    assert out.read_bytes() == b"the report of yesterday"


@pytest.mark.parametrize(
    ("disk", "sentence"),
    [
        (FailingDisk("write", errno.ENOSPC), "The disk is full"),
        (FailingDisk("write", errno.EIO), "The disk reported an error"),
        (FailingDisk("rename", errno.EACCES), "You may not write in the folder"),
        (FailingDisk("write", errno.EROFS), "can only be read"),
    ],
)
def test_a_disk_that_fails_is_told_in_one_sentence_and_the_old_file_stays(
    disk: Disk, sentence: str, small: DayReport, fonts: Fonts, tmp_path: Path
) -> None:
    out = tmp_path / "day.pdf"
    out.write_bytes(b"the report of yesterday")
    with pytest.raises(ReportError, match=sentence) as told:
        write_day_report(small, tiny_pack(), out, fonts, disk=disk)
    assert "The record is safe" in str(told.value)
    assert out.read_bytes() == b"the report of yesterday"
    assert not list(tmp_path.glob("*.new"))


def test_a_missing_folder_is_told(small: DayReport, fonts: Fonts, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"There is no folder .*nowhere"):
        write_day_report(small, tiny_pack(), tmp_path / "nowhere" / "day.pdf", fonts)


def test_a_folder_in_place_of_the_file_is_told(small: DayReport, fonts: Fonts, tmp_path: Path) -> None:
    (tmp_path / "day.pdf").mkdir()
    with pytest.raises(ReportError, match=r"day\.pdf is a folder"):
        write_day_report(small, tiny_pack(), tmp_path / "day.pdf", fonts)


def test_a_folder_that_cannot_be_synced_still_gets_its_report(small: DayReport, fonts: Fonts, tmp_path: Path) -> None:
    facts = write_day_report(
        small, tiny_pack(), tmp_path / "day.pdf", fonts, disk=FailingDisk("sync folder", errno.EINVAL)
    )
    assert facts.bytes == (tmp_path / "day.pdf").stat().st_size


def test_a_file_that_comes_back_different_is_not_called_done(small: DayReport, fonts: Fonts, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="reading it back"):
        write_day_report(small, tiny_pack(), tmp_path / "day.pdf", fonts, disk=ForgetfulDisk())


def test_missing_typeface_files_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportlab.pdfbase import pdfmetrics

    monkeypatch.setattr(pdfmetrics, "_fonts", {})
    with pytest.raises(ReportError, match=r"SourceSans3-Regular\.ttf is missing"):
        fonts_in(tmp_path)


def test_a_damaged_file_is_noticed(small: DayReport, fonts: Fonts, tmp_path: Path) -> None:
    out = tmp_path / "day.pdf"
    write_day_report(small, tiny_pack(), out, fonts)
    content = out.read_bytes()
    for broken in (b"", content[:-40], content[:5000], content.replace(b"/Kids", b"/Kinds"), b"x" + content):
        with pytest.raises(PdfDamaged):
            read_back(broken)
    rotten = re.sub(rb"(?<=\nstream\n)(.{40}).{4}", lambda found: found.group(1) + bytes(4), content, flags=re.DOTALL)
    assert len(rotten) == len(content)
    with pytest.raises(PdfDamaged):
        read_back(rotten)


def test_a_missing_page_or_id_is_noticed(small: DayReport, fonts: Fonts, tmp_path: Path) -> None:
    out = tmp_path / "day.pdf"
    pages = write_day_report(small, tiny_pack(), out, fonts).pages
    content = out.read_bytes()
    everywhere = [frozenset[str]() for _ in range(pages)]
    check_shown(content, everywhere)
    with pytest.raises(PdfDamaged, match=f"{pages} pages, not {pages + 1}"):
        check_shown(content, [*everywhere, frozenset()])
    with pytest.raises(PdfDamaged, match=r"page 1 lacks S-01 l\.99"):
        check_shown(content, [frozenset({"S-01 l.99"}), *everywhere[1:]])
