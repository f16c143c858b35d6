"""A session planned in one line."""

import datetime as dt

import pytest

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.quick_add import QuickPlan, read_quick_plan
from wellled_desktop.inspection.role_words import RoleWords

TEAM = ("Quillon Inspectorate", "Petra Invented", "Petra Other")
CHIEF = ("chief-executive",)


@pytest.fixture(scope="module")
def words(pack: Pack) -> RoleWords:
    return RoleWords(pack)


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("10:30 chief executive 45 board room", QuickPlan(CHIEF, dt.time(10, 30), 45, "board room")),
        ("9.15 focus group with siro 90 in the Hall", QuickPlan(("siro",), dt.time(9, 15), 90, "Hall", kind="focus-group")),
        ("14:00-15:15 trust chair and ceo Room 4", QuickPlan(("trust-chair", *CHIEF), dt.time(14), 75, "Room 4", kind="panel")),
        ("15:00-14:00 ceo", QuickPlan(CHIEF, dt.time(15))),
        ("ftsu guardian 1h30 Library", QuickPlan(("freedom-to-speak-up-guardian",), None, 90, "Library")),
        ("governors for 45 minutes, Room 3.", QuickPlan(("governors",), None, 45, "Room 3")),
        ("ceo 30 by quillon", QuickPlan(CHIEF, None, 30, lead="Quillon Inspectorate")),
        ("ceo by petra", QuickPlan(CHIEF, None, 60, "by petra")),
        ("ceo by petra inv", QuickPlan(CHIEF, lead="Petra Invented")),
        ("ceo 0 Hall", QuickPlan(CHIEF, None, 60, "Hall")),
        ("observation of siro 2h", QuickPlan(("siro",), None, 120, kind="observation")),
        ("ceo room of the governors", QuickPlan(CHIEF, None, 60, "room of the governors")),
        ("board room", QuickPlan((), None, 60, "board room")),
        ("9am chair 45 Hall", QuickPlan(("trust-chair",), dt.time(9), 45, "Hall")),
        ("2.30 pm ceo", QuickPlan(CHIEF, dt.time(14, 30))),
        ("12am-1am ceo", QuickPlan(CHIEF, dt.time(0), 60)),
        ("1030-1115 ceo Hall", QuickPlan(CHIEF, dt.time(10, 30), 45, "Hall")),
        ("11:30 ceo, chair 60 hall", QuickPlan((*CHIEF, "trust-chair"), dt.time(11, 30), 60, "hall", kind="panel")),
        ("ceo 45 office of the chair", QuickPlan(CHIEF, None, 45, "office of the chair")),
        ("130 ceo", QuickPlan((), None, 130, "ceo")),
        ("14:00 am ceo", QuickPlan((), None, 60, "14:00 am ceo")),
        ("25:00", QuickPlan((), None, 60, "25:00")),
        ("", QuickPlan(())),
    ],
)  # fmt: skip
def test_a_line_is_understood(words: RoleWords, text: str, plan: QuickPlan) -> None:
    assert read_quick_plan(text, words, TEAM) == plan
