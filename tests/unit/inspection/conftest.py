"""The real framework pack, and plain sessions and lines to reckon with."""

import datetime as dt
from importlib.resources import files
from typing import Any

import pytest

from wellled_desktop.framework.loader import load_pack
from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope, scope_for
from wellled_desktop.inspection.read_models import NoteLine, Session

NINE = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(files("framework_data").joinpath("cqc-trust-well-led"))


@pytest.fixture(scope="session")
def scope(pack: Pack) -> Scope:
    return scope_for(pack, ("acute",))


def a_session(number: int, minutes_past_nine: int | None = 0, **other: Any) -> Session:
    fields: dict[str, Any] = {
        "id": f"s{number}",
        "number": number,
        "kind": "interview",
        "title": "",
        "roles": ("chief-executive",),
        "participants": (),
        "planned_start": None if minutes_past_nine is None else NINE + dt.timedelta(minutes=minutes_past_nine),
        "planned_minutes": 60,
        "place": "",
        "lead": "",
        "note_taker": "",
        "started_at": None,
        "ended_at": None,
        "day": NINE.date(),
        "lines": 0,
    }
    return Session(**(fields | other))


def a_line(number: int, text: str, **other: Any) -> NoteLine:
    fields: dict[str, Any] = {
        "id": f"l{number}",
        "session_id": "s1",
        "session_number": 1,
        "number": number,
        "text": text,
        "line_type": "said",
        "speaker": None,
        "claim": False,
        "weight": "neutral",
        "tags": (),
        "written_at": NINE,
        "zone_minutes": 0,
        "day": NINE.date(),
        "author": "A. Inspector",
    }
    return NoteLine(**(fields | other))
