"""What is written to a calendar or a table is read back as it was, and changes nothing."""

import datetime as dt
import stat
from pathlib import Path
from typing import Any

import icalendar
import msgspec
import pytest

from tests.unit.exchange.schedule_parts import LONDON, NOW, ids, london, session_of, three_sessions
from wellled_desktop.exchange.schedule_errors import NotWritten
from wellled_desktop.exchange.schedule_file import export_schedule, is_ours, read_schedule
from wellled_desktop.exchange.schedule_import import plan_import
from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.inspection.commands import PlanSession
from wellled_desktop.inspection.read_models import Session


def trip(file: Path, sessions: tuple[Session, ...], pack: Pack) -> list[tuple[str, tuple[str, ...]]]:
    export_schedule(file, sessions, pack, NOW, zone=LONDON)
    entries, remark = read_schedule(file, pack, LONDON)
    assert remark == ""
    plan = plan_import(entries, sessions, ids(), zone=LONDON)
    assert plan.absent == ()
    return [(row.outcome, row.remarks) for row in plan.rows]


@pytest.mark.parametrize("form", ["ics", "csv", "CSV"])
def test_a_schedule_written_and_read_again_changes_nothing(tmp_path: Path, pack: Pack, form: str) -> None:
    assert trip(tmp_path / f"schedule.{form}", three_sessions(), pack) == [("the same", ())] * 3


@pytest.mark.parametrize("form", ["ics", "csv"])
def test_a_session_begun_without_a_plan_is_written_with_when_it_began(tmp_path: Path, pack: Pack, form: str) -> None:
    begun = msgspec.structs.replace(
        session_of(PlanSession("one", "interview", ("governors",)), 1), started_at=london(24, 23, 53)
    )
    file = tmp_path / f"schedule.{form}"
    assert export_schedule(file, (begun,), pack, NOW, zone=LONDON) == 1
    (entry,), _ = read_schedule(file, pack, LONDON)
    assert entry.start == london(24, 23, 53)
    assert trip(file, (begun,), pack) == [("the same", ())]


@pytest.mark.parametrize("form", ["ics", "csv"])
def test_every_role_of_the_framework_comes_back(tmp_path: Path, pack: Pack, form: str) -> None:
    sessions = tuple(
        session_of(PlanSession(role, "interview", (role,), planned_start=london(24, 9)), number)
        for number, role in enumerate(role_titles(pack), start=1)
    )
    assert trip(tmp_path / f"schedule.{form}", sessions, pack) == [("the same", ())] * 42


@pytest.mark.parametrize("form", ["ics", "csv"])
@pytest.mark.parametrize(
    "moment",
    [
        dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC),  # 01:30, the first time
        dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC),  # 01:30, the second time
        dt.datetime(2026, 3, 29, 1, 0, tzinfo=dt.UTC),  # 02:00, right after the hour that is not there
        dt.datetime(2026, 7, 1, 23, 30, tzinfo=dt.UTC),  # half past midnight on the next day
        dt.datetime(2026, 11, 24, 9, 0, 12, 345_000, tzinfo=dt.UTC),  # with seconds
    ],
)
def test_days_on_which_the_clocks_change_come_back(tmp_path: Path, pack: Pack, form: str, moment: dt.datetime) -> None:
    session = session_of(PlanSession("one", "interview", ("governors",), planned_start=moment), 1)
    (row,) = trip(tmp_path / f"schedule.{form}", (session,), pack)
    assert row[0] == "the same"


def test_the_calendar_names_roles_and_never_people(tmp_path: Path, pack: Pack) -> None:
    export_schedule(tmp_path / "s.ics", three_sessions(), pack, NOW)
    content = (tmp_path / "s.ics").read_bytes()
    assert b"Jo Invented" not in content
    first: Any = icalendar.Calendar.from_ical(content).events[0]
    assert first["summary"] == "S-01 interview with chief executive"
    assert first["uid"] == "one@wellled"
    assert first["location"] == "Board room; east, 2"
    assert first["dtstart"].dt == london(24, 10)
    assert first["dtstart"].params["TZID"] == "Europe/London"
    assert str(first["x-wellled-notes-by"]).replace("\\", "") == "Bo Invented, Cy Invented"
    assert [str(one) for one in first["categories"].cats] == ["interview"]
    assert b"BEGIN:VTIMEZONE" in content


def test_a_session_keeps_the_identity_of_the_calendar_it_came_from(tmp_path: Path, pack: Pack) -> None:
    session = session_of(
        PlanSession("one", "interview", ("governors",), planned_start=london(24, 9), calendar_uid="abc@outlook"), 1
    )
    export_schedule(tmp_path / "s.ics", (session,), pack, NOW)
    assert b"UID:abc@outlook" in (tmp_path / "s.ics").read_bytes()


def test_a_name_cannot_break_out_of_its_line(tmp_path: Path, pack: Pack) -> None:
    session = session_of(
        PlanSession("one", "interview", ("governors",), planned_start=london(24, 9), lead="A\r\nATTENDEE:x;y"), 1
    )
    export_schedule(tmp_path / "s.ics", (session,), pack, NOW)
    (read,) = icalendar.Calendar.from_ical((tmp_path / "s.ics").read_bytes()).events
    assert "attendee" not in read


def test_without_a_time_a_session_is_in_the_table_and_not_in_the_calendar(tmp_path: Path, pack: Pack) -> None:
    sessions = (*three_sessions(), session_of(PlanSession("four", "panel", ("governors",)), 4))
    assert export_schedule(tmp_path / "s.ics", sessions, pack, NOW) == 3
    assert export_schedule(tmp_path / "s.csv", sessions, pack, NOW) == 4


@pytest.mark.parametrize("cell", ["=cmd()", "+1", "-1", "@sum", "'=quoted", "\tx"])
def test_no_cell_is_taken_for_a_formula_and_it_comes_back(tmp_path: Path, pack: Pack, cell: str) -> None:
    session = session_of(
        PlanSession("one", "panel", ("governors",), planned_start=london(24, 9), place=cell.strip()), 1
    )
    assert trip(tmp_path / "s.csv", (session,), pack) == [("the same", ())]
    content = (tmp_path / "s.csv").read_text(encoding="utf-8-sig")
    cells = [one for line in content.splitlines() for one in line.split(",")]
    assert not [one for one in cells if one.startswith(("=", "+", "-", "@"))]


def test_the_file_is_the_owners_alone_and_is_replaced_whole(tmp_path: Path, pack: Pack) -> None:
    file = tmp_path / "s.csv"
    file.write_text("old")
    file.chmod(0o644)
    assert not is_ours(file)
    export_schedule(file, three_sessions(), pack, NOW)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert is_ours(file)
    assert [one.name for one in tmp_path.iterdir()] == ["s.csv"]


def test_what_cannot_be_written_says_so_and_leaves_what_was_there(tmp_path: Path, pack: Pack) -> None:
    with pytest.raises(NotWritten, match=r"s\.ics could not be written \(No such file or directory\)"):
        export_schedule(tmp_path / "nowhere" / "s.ics", three_sessions(), pack, NOW)
    with pytest.raises(NotWritten, match=r"\.ics.*\.csv"):
        export_schedule(tmp_path / "s.txt", three_sessions(), pack, NOW)
    assert not is_ours(tmp_path / "missing.ics")
