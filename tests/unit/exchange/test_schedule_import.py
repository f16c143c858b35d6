"""What taking in a calendar or a table would do, whoever wrote it."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from tests.unit.exchange.schedule_parts import (
    LONDON,
    NOW,
    calendar,
    changed,
    event,
    ids,
    london,
    session_of,
    three_sessions,
)
from wellled_desktop.exchange.schedule_errors import NotReadable
from wellled_desktop.exchange.schedule_file import export_schedule, read_schedule
from wellled_desktop.exchange.schedule_import import ImportPlan, plan_import
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.commands import ChangeSession, PlanSession
from wellled_desktop.inspection.read_models import Session

TEN = "DTSTART;TZID=Europe/London:20261124T100000"
HOUR = "DURATION:PT1H"
HEADER = "No.,Day,Time,Minutes,Kind,Roles,Place,Led by,Notes by"


def of(
    tmp_path: Path,
    pack: Pack,
    content: str | bytes,
    sessions: tuple[Session, ...] = (),
    form: str = "ics",
    chosen: dict[int, str] | None = None,
) -> ImportPlan:
    file = tmp_path / f"schedule.{form}"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    entries, remark = read_schedule(file, pack, LONDON)
    return plan_import(entries, sessions, ids(), zone=LONDON, chosen=chosen, remark=remark)


def done(plan: ImportPlan, sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """The sessions after the commands of the plan."""
    after = {one.id: one for one in sessions}
    for command in plan.commands:
        if isinstance(command, PlanSession):
            after[command.id] = session_of(command, len(after) + 1)
        else:
            after[command.session] = changed(after[command.session], command)
    return tuple(after.values())


def test_a_summary_that_names_a_role_and_a_person_gives_the_role_alone(tmp_path: Path, pack: Pack) -> None:
    plan = of(tmp_path, pack, calendar(event(TEN, HOUR, "SUMMARY:CQC meeting with Jo Invented\\, Director of Finance")))
    (row,) = plan.rows
    assert row.outcome == "new"
    assert isinstance(row.command, PlanSession)
    assert (row.command.roles, row.command.title) == (("director-of-finance",), "")
    assert row.command.planned_start == london(24, 10)
    assert row.remarks == ("Only the role was kept of its summary: names are kept apart.",)
    assert "Jo Invented" not in repr(row)


def test_reading_the_same_calendar_again_changes_nothing_and_a_moved_entry_moves_its_session(
    tmp_path: Path, pack: Pack
) -> None:
    content = calendar(event(TEN, HOUR, "SUMMARY:Panel with NEDs and governors", "LOCATION:Room 1"))
    sessions = done(of(tmp_path, pack, content), ())
    assert [(one.kind, one.roles) for one in sessions] == [("panel", ("non-executive-directors", "governors"))]
    assert [row.outcome for row in of(tmp_path, pack, content, sessions).rows] == ["the same"]
    moved = content.replace("T100000", "T143000").replace("Room 1", "Room 2").replace("PT1H", "PT90M")
    (row,) = of(tmp_path, pack, moved, sessions).rows
    assert (row.outcome, row.changes) == ("changed", ("time", "length", "place"))
    assert row.command == ChangeSession(
        sessions[0].id, planned_start=london(24, 14, 30), planned_minutes=90, place="Room 2"
    )


def test_a_summary_without_a_role_waits_for_one_to_be_chosen(tmp_path: Path, pack: Pack) -> None:
    content = calendar(event(TEN, HOUR, "SUMMARY:Jo Invented"))
    (row,) = of(tmp_path, pack, content).rows
    assert (row.outcome, row.needs_role, row.command) == ("not understood", True, None)
    assert row.remarks == ("It names no role of the framework; choose one for it.",)
    (row,) = of(tmp_path, pack, content, chosen={0: "siro"}).rows
    assert row.outcome == "new"
    assert isinstance(row.command, PlanSession)
    assert row.command.roles == ("siro",)


@pytest.mark.parametrize(
    ("lines", "outcome", "remark"),
    [
        (("DTSTART;VALUE=DATE:20261124",), "not understood", "It lasts all day, and a session needs a time"),
        (("DTSTART:nonsense",), "not understood", "It has no time that can be read."),
        ((HOUR,), "not understood", "It has no time that can be read."),
        (("DTSTART:18000101T100000Z",), "not understood", "Its year, 1800, cannot be right."),
        ((TEN, "DURATION:P3D"), "not understood", "It lasts longer than a day"),
        ((TEN, "DURATION:-PT1H"), "new", "It does not say how long it lasts; an hour was taken."),
        ((TEN, HOUR, "RRULE:FREQ=SECONDLY"), "new", "It repeats; only its first time was taken."),
        ((TEN, HOUR, "RECURRENCE-ID:20261124T100000Z"), "not understood", "It changes a single time of a repeating entry"),
        ((TEN, HOUR, "STATUS:CANCELLED"), "not understood", "It is cancelled in the file, so it was left out."),
        (("DTSTART:20260329T013000", HOUR), "new", "There is no 01:30 on that day, as the clocks go forward; 02:30 was taken."),
        (("DTSTART:20261025T013000", HOUR), "new", "The clocks go back, so 01:30 comes twice on that day; the first was taken."),
        (("DTSTART;TZID=Nowhere/Land:20261124T100000", HOUR), "new", "Its time zone is not known"),
    ],
)  # fmt: skip
def test_odd_entries_say_in_a_sentence_what_became_of_them(
    tmp_path: Path, pack: Pack, lines: tuple[str, ...], outcome: str, remark: str
) -> None:
    (row,) = of(tmp_path, pack, calendar(event(*lines, "SUMMARY:Governors"))).rows
    assert row.outcome == outcome
    assert any(one.startswith(remark) for one in row.remarks), row.remarks


def test_floating_times_are_on_this_laptops_clock_and_outlooks_zones_are_known(tmp_path: Path, pack: Pack) -> None:
    plan = of(
        tmp_path,
        pack,
        calendar(
            event("DTSTART:20260701T100000", "DTEND:20260701T104500", "SUMMARY:Governors"),
            event("DTSTART;TZID=GMT Standard Time:20260701T100000", HOUR, "SUMMARY:Governors", uid="2"),
        ),
    )
    assert [(row.entry.start, row.entry.minutes) for row in plan.rows] == [
        (london(1, 10, month=7), 45),
        (london(1, 10, month=7), 60),
    ]


def test_the_same_entry_twice_is_taken_once(tmp_path: Path, pack: Pack) -> None:
    plan = of(tmp_path, pack, calendar(event(TEN, HOUR, "SUMMARY:Governors"), event(TEN, HOUR, "SUMMARY:Governors")))
    assert [row.outcome for row in plan.rows] == ["new", "not understood"]


def test_nothing_is_cancelled_by_a_file_and_what_it_lacks_is_told(tmp_path: Path, pack: Pack) -> None:
    sessions = three_sessions()
    export_schedule(tmp_path / "out.ics", sessions[:1], pack, NOW)
    content = (tmp_path / "out.ics").read_text(encoding="utf-8")
    plan = of(tmp_path, pack, content.replace("END:VEVENT", "STATUS:CANCELLED\nEND:VEVENT"), sessions)
    assert plan.commands == ()
    assert plan.rows[0].remarks[0].startswith("The file says that S-01 is cancelled")
    assert [one.ref for one in plan.absent] == ["S-02", "S-03"]
    gone = (msgspec.structs.replace(sessions[0], cancelled_at=NOW), *sessions[1:])
    (row,) = of(tmp_path, pack, content, gone).rows
    assert row.remarks == ("S-01 is cancelled here, and stays so; restore it on the schedule if it takes place.",)


def test_a_session_that_has_begun_keeps_its_plan(tmp_path: Path, pack: Pack) -> None:
    begun = msgspec.structs.replace(three_sessions()[0], started_at=NOW)
    (row,) = of(tmp_path, pack, f"{HEADER}\nS-01,2026-11-24,11:00,60,interview,,,,\n", (begun,), "csv").rows
    assert (row.outcome, row.command) == ("the same", None)
    assert row.remarks == ("S-01 has begun, so its plan stands.",)


def test_a_table_updates_by_number_and_by_time_lead_and_roles(tmp_path: Path, pack: Pack) -> None:
    sessions = three_sessions()
    content = f"{HEADER}\nS-01,24/11/2026,10.15,,,,,,\n,2026-11-25,13:30,60,,Governors; consultants,Hall,,\n"
    plan = of(tmp_path, pack, content, sessions, "csv")
    assert [(row.outcome, row.session and row.session.ref, row.changes) for row in plan.rows] == [
        ("changed", "S-01", ("time", "place", "lead", "note-taker")),
        ("changed", "S-02", ("place",)),
    ]
    after = done(plan, sessions)
    assert [row.outcome for row in of(tmp_path, pack, content, after, "csv").rows] == ["the same", "the same"]


def test_new_rows_of_a_table_are_not_doubled_when_it_is_read_again(tmp_path: Path, pack: Pack) -> None:
    content = (
        "Day;Time;Roles;Led by\n2026-11-24;09:00;SIRO;Ann\n2026-11-24;;governors;\nx;09:00;governors;\n;;cleaners;\n"
    )
    plan = of(tmp_path, pack, content, form="csv")
    assert [row.outcome for row in plan.rows] == ["new", *["not understood"] * 3]
    assert [row.remarks[0] for row in plan.rows[1:]] == [
        "Its time cannot be read; write it as 10:15.",
        "Its day cannot be read; write it as 2026-03-10 or 10/03/2026.",
        "It names no role of the framework; choose one for it.",
    ]
    assert of(tmp_path, pack, content, done(plan, ()), "csv").rows[0].outcome == "the same"


def test_the_same_number_twice_and_a_wrong_length_or_kind_are_told(tmp_path: Path, pack: Pack) -> None:
    rows = ("S-01,2026-11-24,10:00,,,,,,", "S-01,2026-11-24,10:00,,,,,,", "S-02,,,0,,,,,", "S-03,,,,chat,,,,")
    plan = of(tmp_path, pack, "\n".join((HEADER, *rows)), three_sessions(), "csv")
    assert [row.remarks for row in plan.rows[1:]] == [
        ("It stands in the file a second time; the first was taken.",),
        ("Its length is no number of minutes from 1 to 1,440.",),
        ("Its kind is none of interview, panel, focus group, observation.",),
    ]


@pytest.mark.parametrize(
    ("encoding", "remark"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", "The file was read as Unicode (UTF-16)."),
        ("utf-16-le", "The file was read as Unicode (UTF-16)."),
        ("utf-16-be", "The file was read as Unicode (UTF-16)."),
        ("cp1252", "The file was read as Windows-1252; look at the accents and dashes in it."),
    ],
)
@pytest.mark.parametrize("form", ["ics", "csv"])
def test_files_in_other_encodings_are_read_and_say_so(
    tmp_path: Path, pack: Pack, encoding: str, remark: str, form: str
) -> None:
    content = calendar(event(TEN, HOUR, "SUMMARY:Governors", "LOCATION:Café – 2"))
    table = f"{HEADER}\n,2026-11-24,10:00,60,,governors,Café – 2,,\n"
    plan = of(tmp_path, pack, (content if form == "ics" else table).encode(encoding), form=form)
    assert plan.remark == remark
    assert plan.rows[0].entry.place == "Café – 2"


@pytest.mark.parametrize(
    ("content", "form", "sentence"),
    [
        (b"", "ics", "schedule.ics is empty."),
        (b"x" * (10 * 1024 * 1024 + 1), "csv", "schedule.csv is larger than 10 MB"),
        (b"PK\x03\x04 a zip", "ics", "This is not a calendar file"),
        (b"BEGIN:VCALENDAR\ngarbage\n", "ics", "This is not a calendar file"),
        (b"BEGIN:VCALENDAR\n" * 3_000, "ics", "There is no entry in this calendar."),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "ics", "There is no entry in this calendar."),
        (b"a,b\n1,2\n", "csv", "The first row has to name the columns"),
        (b"Day,Time,Roles\n\n", "csv", "There is no row beneath the header."),
        (b"Day,Time,Roles\n" + b"2026-11-24,09:00,siro\n" * 5_001, "csv", "The table has more than 5,000 rows."),
        (b'Day,Time,Roles\n"' + b"x" * 200_000, "csv", "This is not a table that can be read"),
        (b"x", "xlsx", "A schedule is read from a calendar (.ics) or a table (.csv)."),
    ],
)
def test_what_is_no_schedule_is_refused_in_a_sentence(
    tmp_path: Path, pack: Pack, content: bytes, form: str, sentence: str
) -> None:
    with pytest.raises(NotReadable) as refused:
        of(tmp_path, pack, content, form=form)
    assert str(refused.value).startswith(sentence)
    assert "Nothing was changed" in str(refused.value)


def test_too_many_entries_are_refused(tmp_path: Path, pack: Pack) -> None:
    with pytest.raises(NotReadable, match="more than 5,000 entries"):
        of(tmp_path, pack, calendar(*(event(TEN, uid=str(number)) for number in range(5_001))))


def test_a_folder_is_no_file_and_a_missing_one_is_missing(tmp_path: Path, pack: Pack) -> None:
    (tmp_path / "folder.ics").mkdir()
    with pytest.raises(NotReadable, match="could not be read"):
        read_schedule(tmp_path / "folder.ics", pack)
    with pytest.raises(FileNotFoundError):
        read_schedule(tmp_path / "missing.ics", pack)


def test_nul_and_other_control_characters_are_replaced_visibly(tmp_path: Path, pack: Pack) -> None:
    (row,) = of(tmp_path, pack, f"{HEADER}\n,2026-11-24,10:00,,,siro,Room\x00 1,,\n", form="csv").rows
    assert row.entry.place == "Room\ufffd 1"


def test_entries_may_carry_a_field_several_times(tmp_path: Path, pack: Pack) -> None:
    lines = (
        TEN,
        "DTSTART:20261124T110000Z",
        "LOCATION:a",
        "LOCATION:b",
        "SUMMARY:SIRO",
        "SUMMARY:x",
        "CATEGORIES:panel",
    )
    (row,) = of(tmp_path, pack, calendar(event(*lines))).rows
    assert (row.entry.start, row.entry.place, row.entry.kind) == (london(24, 10), "a", "panel")
    assert row.entry.start is not None
    assert row.entry.start.tzinfo is not dt.UTC
