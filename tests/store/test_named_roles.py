"""Which roles day reports will name, before one is written."""

import datetime as dt
import shutil
from functools import partial
from pathlib import Path

import msgspec
import pytest

from tests.store.conftest import KEY, WRITER, HandClock
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.journal import Moment
from wellled_desktop.inspection.read_models import DayReport, RoleNamed
from wellled_desktop.store import day_reading
from wellled_desktop.store.named_roles import roles_named
from wellled_desktop.store.store import Store

TUESDAY, WEDNESDAY, THURSDAY = (dt.date(2026, 11, day) for day in (24, 25, 26))
NINE = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
A_DAY = 24 * 60
CHIEF, GOVERNORS = "chief-executive", "governors"


class ClockOfAPlace(HandClock):
    """Moved by hand, like the laptop's that stands somewhere ahead of UTC or behind it."""

    zone_minutes = 0

    def read(self) -> Moment:
        return msgspec.structs.replace(super().read(), zone_minutes=self.zone_minutes)


def plan(key: str, role: str, start: dt.datetime | None = None, *people: c.NewParticipant) -> c.PlanSession:
    return c.PlanSession(key, "interview", (role,), people, planned_start=start)


def named(store: Store) -> set[RoleNamed]:
    return set(store.read(roles_named))


def report(store: Store, day: dt.date) -> DayReport:
    return store.read(partial(day_reading.day_report, day=day, device=WRITER.device))


def test_a_session_names_its_roles_and_who_takes_part_on_its_day(store: Store) -> None:
    store.execute(plan("s1", GOVERNORS, NINE, c.NewParticipant("p1", CHIEF)))
    assert store.read(roles_named) == (RoleNamed(GOVERNORS, TUESDAY), RoleNamed(CHIEF, TUESDAY))


def test_a_session_without_a_time_names_nobody_until_a_line_is_written_in_it(store: Store, clock: HandClock) -> None:
    store.execute(plan("s1", GOVERNORS))
    assert named(store) == set()
    store.execute(c.WriteLine("l1", "s1", "Good morning."))
    clock.pass_minutes(A_DAY)
    store.execute(c.WriteLine("l2", "s1", "Good morning again."))
    assert named(store) == {RoleNamed(GOVERNORS, TUESDAY), RoleNamed(GOVERNORS, WEDNESDAY)}


def test_a_cancelled_session_names_nobody_until_it_is_restored(store: Store) -> None:
    store.execute(plan("s1", GOVERNORS, NINE), plan("s2", CHIEF, NINE), c.CancelSession("s1", "the governor is ill"))
    assert named(store) == {RoleNamed(CHIEF, TUESDAY)}
    store.execute(c.RestoreSession("s1", "the governor is well"))
    assert named(store) == {RoleNamed(CHIEF, TUESDAY), RoleNamed(GOVERNORS, TUESDAY)}


def test_who_made_a_claim_is_named_from_that_day_on_until_it_is_retracted(store: Store, clock: HandClock) -> None:
    store.execute(plan("s1", GOVERNORS, NINE, c.NewParticipant("p1", CHIEF)))
    clock.pass_minutes(A_DAY)
    store.execute(
        c.WriteLine("l1", "s1", "Nobody waits.", speaker="p1", claim=True),
        c.WriteLine("l2", "s1", "Nobody of those here said this.", claim=True),
    )
    claimed = RoleNamed(CHIEF, WEDNESDAY, onwards=True)
    assert claimed in named(store)
    assert [claimed.is_in(day) for day in (TUESDAY, WEDNESDAY, THURSDAY)] == [False, True, True]
    store.execute(c.RetractLine("l1", "misheard"))
    assert not [one for one in store.read(roles_named) if one.onwards]


def test_who_said_what_is_pinned_is_named_from_the_day_it_was_pinned(store: Store, clock: HandClock) -> None:
    store.execute(
        plan("s1", GOVERNORS, NINE, c.NewParticipant("p1", CHIEF)),
        c.WriteLine("l1", "s1", "Nobody came back.", speaker="p1"),
    )
    clock.pass_minutes(A_DAY)
    store.execute(c.PinConcern("l1"))
    assert [one for one in store.read(roles_named) if one.onwards] == [RoleNamed(CHIEF, WEDNESDAY, onwards=True)]
    clock.pass_minutes(A_DAY)
    unpinned = store.record(c.UnpinConcern("l1", "told"))
    assert not [one for one in store.read(roles_named) if one.onwards]
    store.record(*unpinned.undo)
    assert [one for one in store.read(roles_named) if one.onwards] == [RoleNamed(CHIEF, WEDNESDAY, onwards=True)]


@pytest.mark.parametrize(
    ("zone_minutes", "hour", "day"),
    [(600, 13, TUESDAY), (600, 14, WEDNESDAY), (-480, 31, TUESDAY), (-480, 32, WEDNESDAY), (0, 23, TUESDAY)],
)
def test_the_day_of_pinning_is_that_of_the_wall_where_it_was_pinned_as_in_the_report(
    tmp_path: Path, made_store: Path, zone_minutes: int, hour: int, day: dt.date
) -> None:
    clock = ClockOfAPlace()
    clock.zone_minutes = zone_minutes
    store = Store(Path(shutil.copy(made_store, tmp_path / "elsewhere.db")), KEY, WRITER, clock)
    store.execute(
        plan("s1", GOVERNORS, NINE, c.NewParticipant("p1", CHIEF)),
        c.WriteLine("l1", "s1", "Nobody came back.", speaker="p1"),
    )
    midnight = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
    clock.unix_ms = round((midnight + dt.timedelta(hours=hour)).timestamp() * 1000)
    store.execute(c.PinConcern("l1"))
    assert [one.day for one in store.read(roles_named) if one.onwards] == [day]
    printed = [bool(report(store, one).concerns) for one in (day - dt.timedelta(days=1), day)]
    store.close()
    assert printed == [False, True]
