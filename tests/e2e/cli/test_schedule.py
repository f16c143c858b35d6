"""The schedule to and from files."""

import stat
from pathlib import Path

import pytest

from tests.e2e.cli.program import Program

SENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Somebody//EN\r\n"
    "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260310T100000Z\r\nDTEND:20260310T104500Z\r\nSUMMARY:Governors\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20260310T110000Z\r\nDTEND:20260310T120000Z\r\nSUMMARY:Jo Invented\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)


@pytest.fixture
def planned(wellled: Program, inspection: str) -> str:
    for role, at in (("chief-executive", "2026-03-10T10:15Z"), ("governors", "2026-03-11T09:00Z")):
        wellled("session", "add", inspection, "--role", role, "--kind", "interview", "--at", at).done()
    return inspection


@pytest.mark.parametrize("name", ["plan.ics", "plan.csv"])
def test_what_is_exported_and_imported_again_changes_nothing(
    wellled: Program, planned: str, tmp_path: Path, name: str
) -> None:
    out = tmp_path / name
    ran = wellled("schedule", "export", planned, "--out", str(out))
    assert (ran.status, ran.out) == (0, f"{out} 2 sessions\n")
    assert ran.err == "In this file a role names a person, because one person holds it: chief executive.\n"
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    ran = wellled("schedule", "import", planned, str(out)).done()
    assert ran.lines[-1] == "Done: 0 new, 0 changed, 2 the same, 0 not understood"
    assert len(wellled("session", "list", planned, "--json").done().json) == 2


def test_an_export_is_told_as_json(wellled: Program, planned: str, tmp_path: Path) -> None:
    wellled("session", "add", planned, "--role", "governors", "--kind", "panel").done()
    out = tmp_path / "plan.ics"
    told = wellled("schedule", "export", planned, "--out", str(out), "--json").done().json
    assert told == {"file": str(out), "sessions": 2, "left_out": 1, "held_by_one_person": ["chief executive"]}
    assert out.is_file()


def test_a_dry_run_says_what_would_be_done_and_the_import_does_it_once(
    wellled: Program, planned: str, tmp_path: Path
) -> None:
    file = tmp_path / "sent.ics"
    file.write_text(SENT)
    dry = wellled("schedule", "import", planned, str(file), "--dry-run")
    assert dry.status == 0
    assert dry.lines[-1] == "Nothing was changed; it would be: 1 new, 0 changed, 0 the same, 1 not understood"
    assert dry.err == "Not in the file, and left as they are: S-01, S-02.\n"
    assert len(wellled("session", "list", planned, "--json").done().json) == 2
    first = wellled("schedule", "import", planned, str(file), "--json").done().json
    assert [(row["outcome"], row["session"]) for row in first["entries"]] == [("new", "S-03"), ("not understood", None)]
    assert first["entries"][1]["remarks"] == ["It names no role of the framework; choose one for it."]
    assert (first["done"], first["not_in_the_file"]) == (True, ["S-01", "S-02"])
    again = wellled("schedule", "import", planned, str(file), "--json").done().json
    assert [row["outcome"] for row in again["entries"]] == ["the same", "not understood"]
    file.write_text(SENT.replace("T100000Z", "T093000Z"))
    moved = wellled("schedule", "import", planned, str(file), "--json").done().json
    assert (moved["entries"][0]["outcome"], moved["entries"][0]["changed"]) == ("changed", ["time", "length"])
    listed = wellled("session", "list", planned, "--json").done().json
    assert {one["ref"]: one["planned_start"] for one in listed}["S-03"] == "2026-03-10T09:30:00Z"


def test_a_session_without_a_time_is_left_out_of_a_calendar_and_said_to_be(
    wellled: Program, inspection: str, tmp_path: Path
) -> None:
    wellled("session", "add", inspection, "--role", "governors", "--kind", "panel").done()
    ran = wellled("schedule", "export", inspection, "--out", str(tmp_path / "plan.ics"))
    assert (ran.status, ran.err) == (0, "Left out, as a calendar needs a time: 1. A table (.csv) holds them too.\n")


def test_a_file_of_somebody_else_is_not_written_over(wellled: Program, planned: str, tmp_path: Path) -> None:
    out = tmp_path / "theirs.csv"
    out.write_text("the trust's own\n")
    assert "was left as it is" in wellled("schedule", "export", planned, "--out", str(out)).failed(1)
    assert out.read_text() == "the trust's own\n"
    assert wellled("schedule", "export", planned, "--out", str(out), "--force").status == 0
    assert wellled("schedule", "export", planned, "--out", str(out)).status == 0


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("export", "--out", "plan.txt"), 2, "end the file's name so"),
        (("export", "--out", "nowhere/plan.ics"), 1, "could not be written"),
        (("import", "plan.txt"), 2, "A schedule is read from"),
        (("import", "missing.ics"), 3, "There is no file missing.ics"),
        (("import", "broken.ics"), 1, "This is not a calendar file"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    wellled: Program,
    planned: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    status: int,
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("broken.ics").write_text("not a calendar")
    command, *rest = arguments
    assert words in wellled("schedule", command, planned, *rest).failed(status)
