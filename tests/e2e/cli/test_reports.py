"""Where the day report is written, and whose it may be."""

import os
import stat
from pathlib import Path

import pytest

from tests.e2e.cli.program import Program

DAY = ("--date", "2026-03-10")


def test_a_file_that_is_no_report_is_written_over_only_when_asked(
    wellled: Program, inspection: str, tmp_path: Path
) -> None:
    out = tmp_path / "day.pdf"
    report = ("report", "day", inspection, *DAY, "--out", str(out))
    for content in (b"somebody's", b"%PDF-1.7\nthe trust's own"):
        out.write_bytes(content)
        assert "is no report of WellLed Desktop and was left as it is" in wellled(*report).failed(1)
        assert out.read_bytes() == content
    wellled(*report, "--force").done()
    assert out.read_bytes().startswith(b"%PDF")
    wellled(*report).done()


def test_a_report_is_not_written_to_standard_output(wellled: Program, inspection: str) -> None:
    ran = wellled("report", "day", inspection, *DAY, "--out", "-")
    assert "not to standard output" in ran.failed(2)
    assert not Path("-").exists()


def test_an_inspector_whom_the_record_does_not_know_is_refused(
    wellled: Program, inspection: str, session: str, tmp_path: Path
) -> None:
    wellled("line", "add", inspection, session, "Seen.", "--author", "C. Guest").done()
    report = ("report", "day", inspection, *DAY, "--out", str(tmp_path / "day.pdf"), "--inspector")
    sentence = wellled(*report, "Xyz").failed(3)
    assert sentence == "There is no inspector “Xyz” in this inspection; there are A. Inspector, C. Guest."
    assert not (tmp_path / "day.pdf").exists()
    wellled(*report, "c. guest").done()


def test_the_owner_is_the_first_of_the_team(wellled: Program, tmp_path: Path) -> None:
    new = ("new", "--trust", "Vale", "--provider-code", "RYY", "--trust-type", "acute", "--start", "2026-03-10")
    wellled(*new, "--member", "B. Invented", "--member", "a. inspector").done()
    sentence = wellled("report", "day", "RYY", *DAY, "--out", str(tmp_path / "x.pdf"), "--inspector", "Xyz").failed(3)
    assert sentence.endswith("there are A. Inspector, B. Invented.")


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["plain", "force"])
def test_a_pipe_or_a_device_is_never_replaced(
    wellled: Program, inspection: str, tmp_path: Path, force: tuple[str, ...]
) -> None:
    pipe, link = tmp_path / "pipe.pdf", tmp_path / "link.pdf"
    os.mkfifo(pipe)
    link.symlink_to("/dev/null")
    for out in (pipe, link):
        ran = wellled("report", "day", inspection, *DAY, "--out", str(out), *force)
        assert ran.failed(1) == (
            f"{out} is a device, a pipe or a socket and no file, so it was left as it is; name a file with --out."
        )
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert link.is_symlink()


def test_a_folder_is_no_place_for_a_report(wellled: Program, inspection: str, tmp_path: Path) -> None:
    ran = wellled("report", "day", inspection, *DAY, "--out", str(tmp_path), "--force")
    assert "is a folder, so the report was not written" in ran.failed(1)


def test_of_a_day_outside_the_inspection_with_nothing_on_it_it_is_said_so(
    wellled: Program, inspection: str, tmp_path: Path
) -> None:
    report = ("report", "day", inspection, "--out", str(tmp_path / "day.pdf"), "--date")
    ran = wellled(*report, "2025-03-10")
    assert (ran.status, ran.out.split()[-2]) == (0, "sha256")
    assert ran.err == (
        "Monday 10 March 2025 is none of the inspection's days (10 to 12 March 2026), and nothing is planned or written on "
        "it; --date names another day.\n"
    )
    wellled(*report, "2026-03-12").done()
