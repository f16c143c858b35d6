"""What the store answers for one day's report, and which lines it finds by node, day and author."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.store.conftest import KEY, WRITER, HandClock
from wellled_desktop.inspection.commands import (
    AmendLine,
    PlanSession,
    RecordEvidence,
    RetractLine,
    SaveDraft,
    SetEvidenceState,
    WriteLine,
)
from wellled_desktop.inspection.read_models import DayReport
from wellled_desktop.store import day_counts, day_reading, reading
from wellled_desktop.store.store import Store

TUESDAY, WEDNESDAY = dt.date(2026, 11, 24), dt.date(2026, 11, 25)
OTHER = "B. Inspector"


def report(store: Store, day: dt.date = WEDNESDAY, author: str | None = None) -> DayReport:
    return store.read(partial(day_reading.day_report, day=day, device=WRITER.device, author=author))


def ids(store: Store, **wanted: Any) -> list[str]:
    return [line.id for line in store.read(partial(reading.lines, **wanted))]


@pytest.fixture
def two_days(store: Store, clock: HandClock) -> Store:
    """A session of Tuesday that goes on being written on Wednesday, and one of Tuesday alone with a claim."""
    store.execute(
        PlanSession("s1", "interview", ("chief-executive",)),
        PlanSession("s2", "panel", ("governors",)),
        WriteLine("l1", "s1", "Tuesday.", tags=("W1.1",)),
        WriteLine("l2", "s2", "Nobody waits.", tags=("W1.E2.1",), claim=True),
        SetEvidenceState("W1.E1", "requested"),
        RecordEvidence("e1", "Board papers", "minutes", nodes=("W1.E2",)),
    )
    clock.pass_minutes(24 * 60)
    store.execute_signed(
        [
            (WRITER.author, WriteLine("l3", "s1", "Wednesday.")),
            (OTHER, WriteLine("l4", "s1", "By another.", tags=("W1.E2",))),
            (WRITER.author, SetEvidenceState("W1.E2", "gathered")),
            (OTHER, SetEvidenceState("W1.E2.1", "not-held")),
            (OTHER, RecordEvidence("e2", "Scheme", "document", nodes=("W1.E2.1",))),
        ]
    )
    return store


def test_lines_are_found_by_node_day_author_and_by_how_many(two_days: Store) -> None:
    assert ids(two_days, node="W1.E2") == ["l2", "l4"]
    assert ids(two_days, day=TUESDAY) == ["l1", "l2"]
    assert ids(two_days, author=OTHER) == ["l4"]
    assert ids(two_days, limit=3) == ["l1", "l2", "l3"]


def test_a_day_report_holds_that_day_and_what_is_open_by_then(two_days: Store) -> None:
    wednesday = report(two_days)
    assert [line.id for line in wednesday.lines] == ["l3", "l4"]
    assert [one.id for one in wednesday.sessions] == ["s1"]
    assert [one.id for one in wednesday.claim_sessions] == ["s2"]
    assert [line.id for line in wednesday.open_claims] == ["l2"]
    assert [one.node for one in wednesday.requested] == ["W1.E1"]
    assert [one.id for one in wednesday.evidence_entries] == ["e2"]
    assert [one.id for one in wednesday.linked_entries] == ["e1"]
    tuesday = report(two_days, TUESDAY)
    assert [one.id for one in tuesday.sessions] == ["s1", "s2"]
    assert ([line.id for line in tuesday.lines], tuesday.claim_sessions) == (["l1", "l2"], ())


def test_a_report_of_one_inspector_leaves_out_what_others_recorded(two_days: Store) -> None:
    own = report(two_days, author=WRITER.author)
    assert [line.id for line in own.lines] == ["l3"]
    assert [one.node for one in own.evidence_states] == ["W1.E2"]
    assert own.evidence_entries == ()
    assert [one.node for one in report(two_days, author=OTHER).evidence_states] == ["W1.E2.1"]


def test_amendments_print_and_silent_corrections_do_not(two_days: Store, clock: HandClock) -> None:
    two_days.execute(AmendLine("l3", "Wednesday, corrected."))
    clock.pass_minutes(11)
    two_days.execute(AmendLine("l3", "Wednesday, amended.", reason="misheard"))
    assert [(one.text, one.reason) for one in report(two_days).amended] == [("Wednesday, corrected.", "misheard")]


def test_changes_to_what_the_report_leaves_out_are_counted(two_days: Store, clock: HandClock) -> None:
    clock.pass_minutes(11)
    two_days.execute(
        AmendLine("l1", "Tuesday, amended.", reason="misheard"),
        RetractLine("l4", "not for us"),
        SetEvidenceState("W1.E2", "requested", "a page is missing"),
        SaveDraft("s1", "half a"),
    )
    everybody, own = report(two_days), report(two_days, author=WRITER.author)
    assert (everybody.changed_elsewhere, everybody.replaced_states, everybody.drafts) == (1, 1, 1)
    assert (own.changed_elsewhere, own.replaced_states) == (2, 1)
    assert report(two_days, author=OTHER).changed_elsewhere == 0


def test_the_zone_is_0_where_a_laptop_has_recorded_nothing(store: Store) -> None:
    before = partial(day_counts.zone_on, day=TUESDAY - dt.timedelta(days=1))
    assert store.read(partial(before, device=WRITER.device)) == 0
    assert store.read(partial(before, device="another laptop")) == 0


def test_there_is_no_report_before_there_is_an_inspection(tmp_path: Path, clock: HandClock) -> None:
    empty = Store(tmp_path / "empty.db", KEY, WRITER, clock)
    with pytest.raises(LookupError, match="no inspection"):
        report(empty)
    empty.close()
