"""What the store answers for a day report beside the lines."""

import datetime as dt
from functools import partial
from pathlib import Path

from tests.reports.conftest import ReadDay, ZoneClock
from tests.reports.days import DAY
from tests.reports.texts import lines_of, words_of
from tests.store.conftest import KEY, WRITER
from tests.store.packs import create_inspection, tiny_pack
from wellled_desktop.inspection.commands import (
    AmendLine,
    PlanSession,
    RetractLine,
    SaveDraft,
    SetEvidenceState,
    WriteLine,
)
from wellled_desktop.inspection.read_models import DayReport
from wellled_desktop.reports.day_content import day_content
from wellled_desktop.store import day_counts, day_reading
from wellled_desktop.store.store import Store

DAY_LATER = 24 * 60


def test_a_state_set_again_is_counted_as_replaced(
    store: Store, small: DayReport, read_day: ReadDay, clock: ZoneClock
) -> None:
    assert small.replaced_states == 0
    clock.pass_minutes(DAY_LATER)
    store.execute(SetEvidenceState("W1.E1", "not-pursued"))
    report = read_day()
    assert report.replaced_states == 1
    assert [one.node for one in report.evidence_states] == ["W1.E2", "W1.E2.1"]


def test_changes_to_lines_of_other_days_are_counted(
    store: Store, small: DayReport, read_day: ReadDay, clock: ZoneClock
) -> None:
    assert small.changed_elsewhere == 0
    clock.pass_minutes(-DAY_LATER)
    store.execute(WriteLine("old", "s1", "Yesterday."), WriteLine("older", "s1", "The same day."))
    clock.pass_minutes(DAY_LATER)
    store.execute(AmendLine("old", "The day before.", reason="dated wrongly"), RetractLine("older", "twice"))
    assert read_day().changed_elsewhere == 2
    assert read_day("B. Inspector").changed_elsewhere == 0


def test_another_inspectors_change_to_a_line_the_report_leaves_out_is_counted(
    store: Store, small: DayReport, read_day: ReadDay
) -> None:
    store.execute_signed([("B. Inspector", RetractLine("l1", "not for us"))])
    assert read_day("B. Inspector").changed_elsewhere == 1
    assert read_day().changed_elsewhere == 0


def test_drafts_are_counted(store: Store, small: DayReport, read_day: ReadDay) -> None:
    store.execute(SaveDraft("s1", "not yet a li"))
    assert read_day().drafts == 1


def test_the_zone_is_that_of_the_wall_on_the_day(
    store: Store, small: DayReport, read_day: ReadDay, clock: ZoneClock
) -> None:
    clock.pass_minutes(DAY_LATER)
    clock.zone_minutes = 60
    store.execute(WriteLine("next", "s1", "Next day, in another zone."))
    assert read_day().zone_minutes == 0
    tomorrow = partial(day_reading.day_report, day=DAY + dt.timedelta(days=1), device="laptop-a")
    assert store.read(tomorrow).zone_minutes == 60


def test_before_the_first_entry_the_zone_is_the_first_entrys(tmp_path: Path, clock: ZoneClock) -> None:
    clock.zone_minutes = 60
    store = Store(tmp_path / "summer.db", KEY, WRITER, clock)
    store.execute(create_inspection())
    yesterday = DAY - dt.timedelta(days=1)
    assert store.read(partial(day_counts.zone_on, day=yesterday, device="laptop-a")) == 60
    assert store.read(partial(day_counts.zone_on, day=yesterday, device="another laptop")) == 0
    store.close()


def test_times_print_as_on_the_wall_where_they_were_written(store: Store, read_day: ReadDay, clock: ZoneClock) -> None:
    clock.zone_minutes = 60
    store.execute(PlanSession("s1", "interview", ("governors",)), WriteLine("l1", "s1", "Good morning."))
    document = day_content(read_day(), tiny_pack(), made_at=dt.datetime.fromtimestamp(clock.unix_ms / 1000, dt.UTC))
    assert lines_of(document)["S-01 l.1"].time == "10:00"
    assert "10:00, under way" in words_of(document)
    assert "times in the record are UTC+01:00" in words_of(document)
