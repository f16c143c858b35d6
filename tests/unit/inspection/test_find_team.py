"""Finding somebody of the inspection team, and which sessions are theirs."""

import datetime as dt

import msgspec
import pytest

from tests.store.packs import tiny_pack
from wellled_desktop.inspection.commands import TeamMember
from wellled_desktop.inspection.find.team import Team, sessions_of
from wellled_desktop.inspection.find.typed import Reader
from wellled_desktop.inspection.read_models import Session

READER = Reader(tiny_pack(), dt.date(2026, 11, 24))
TEAM = Team((TeamMember("Wren Hathersage", "lead inspector"), TeamMember("Ann Wren Oriel"), TeamMember("Plato")))
MORNING = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hathersage", ["Wren Hathersage"]),
        ("wren", ["Wren Hathersage", "Ann Wren Oriel"]),
        ("oriel an", ["Ann Wren Oriel"]),
        ("WH", ["Wren Hathersage"]),
        ("w.h.", ["Wren Hathersage"]),
        ("awo", ["Ann Wren Oriel"]),
        ("ao", ["Ann Wren Oriel"]),
        ("pl", ["Plato"]),
        ("p", []),
        ("inspector", []),
        ("wren hat nobody", []),
        ("wren in:W1", []),
        ("wren is:foo", []),
        ("…", []),
    ],
)
def test_the_team_is_found_by_names_and_initials(typed: str, found: list[str]) -> None:
    assert [one.name for one in TEAM.find(READER.read(typed))] == found


def test_a_word_is_known_that_somebodys_name_begins_with() -> None:
    assert [TEAM.has(word) for word in ("wren", "ori", "lead", "")] == [True, True, False, False]


def session(number: int, lead: str, note_taker: str = "", *, hour: int | None = None, started: bool = False) -> Session:
    at = None if hour is None else MORNING.replace(hour=hour)
    return Session(
        id=f"s{number}", number=number, kind="interview", title="", roles=(), participants=(),
        planned_start=None if started else at, planned_minutes=60, place="", lead=lead, note_taker=note_taker,
        started_at=at if started else None, ended_at=None, day=None, lines=0,
    )  # fmt: skip


def test_the_sessions_of_an_inspector_are_those_they_lead_or_take_notes_in_the_latest_first() -> None:
    cancelled = msgspec.structs.replace(session(6, "Ann", hour=17), cancelled_at=MORNING)
    all_of_them = (
        session(1, "Ann"), session(2, "Ann", hour=12), session(3, "Ben", "Ann", hour=14, started=True),
        session(4, "Ben", "Cy", hour=15), session(5, "Ann"), cancelled,
    )  # fmt: skip
    assert [one.number for one in sessions_of("Ann", all_of_them)] == [3, 2, 5, 1]
