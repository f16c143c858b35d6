"""What question sheets are drawn up from, read in one go."""

import datetime as dt
from contextlib import closing
from functools import partial
from pathlib import Path

import msgspec
import pytest

from tests.store.conftest import KEY, WRITER, HandClock
from tests.store.packs import tiny_pack
from wellled_desktop.framework.pack import CardItem, RoleCard
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.commands import (
    AddQuestions,
    AmendLine,
    EndSession,
    NewQuestion,
    PlanSession,
    RetractLine,
    SetQuestionState,
    StartSession,
    WriteLine,
)
from wellled_desktop.inspection.sheet import DayToDraw, Held, drawn_up
from wellled_desktop.store import sheet_reading
from wellled_desktop.store.store import Store

DAY = dt.date(2026, 11, 25)
NINE = dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC)


def two_sessions(store: Store) -> None:
    store.execute(
        PlanSession("s1", "interview", ("chief-executive",), planned_start=NINE),
        PlanSession("s2", "interview", ("chief-executive",), planned_start=NINE + dt.timedelta(hours=2)),
    )


def test_lines_are_counted_by_node_without_retracted_ones_and_inferences(store: Store) -> None:
    two_sessions(store)
    store.execute(
        WriteLine("a", "s1", "One.", tags=("W1.1", "W1.E1")),
        WriteLine("b", "s1", "Two.", tags=("W1.1",), points_other_way=True),
        WriteLine("c", "s1", "Three.", tags=("W1.1",)),
        WriteLine("d", "s1", "Four.", tags=("W1.1",), line_type="inference"),
        RetractLine("c", "wrong session"),
    )
    held = store.read(sheet_reading.held_by_node)
    assert held == {"W1.1": Held(2, 1), "W1.E1": Held(1, 0)}
    assert held["W1.1"].contradicted


def test_a_sub_items_lines_count_once_for_its_item(store: Store) -> None:
    nested = next(item.id for kloe in tiny_pack().kloes for one in kloe.evidence for item in one.items)
    parent = nested.rsplit(".", 1)[0]
    two_sessions(store)
    store.execute(WriteLine("a", "s1", "One.", tags=(nested, parent)), WriteLine("b", "s1", "Two.", tags=(nested,)))
    assert store.read(sheet_reading.held_by_node) == {nested: Held(2, 0), parent: Held(2, 0)}


def test_a_days_matter_has_the_sessions_still_to_be_held_the_claims_and_the_sheets(
    store: Store, clock: HandClock
) -> None:
    two_sessions(store)
    store.execute(
        WriteLine("a", "s1", "All is well.", tags=("W1.1",), claim=True),
        WriteLine("b", "s1", "So it is.", claim=True),
        AmendLine("b", claim=False),
        AddQuestions("s2", (NewQuestion("q", "Why?", "Because.", "own"),)),
    )
    clock.pass_minutes(24 * 60)
    store.execute(PlanSession("s3", "interview", ("chief-executive",), planned_start=NINE), StartSession("s3"))
    store.execute(EndSession("s3"))
    matter = store.read(partial(sheet_reading.sheet_matter, day=DAY))
    assert [one.id for one in matter.sessions] == ["s2"]  # s1 began, with its first line, the day before; s3 has ended
    assert [line.id for line in matter.open_claims] == ["a"]
    assert {session: [one.id for one in sheet] for session, sheet in matter.sheets.items()} == {"s2": ["q"]}
    alone = store.read(partial(sheet_reading.sheet_matter, session_id="s1"))
    assert [one.id for one in alone.sessions] == ["s1"]
    # What other sheets ask after already is not asked twice.
    assert {session: [one.id for one in sheet] for session, sheet in alone.sheets.items()} == {"s2": ["q"]}


def test_what_is_drawn_up_is_recorded_and_drawn_up_again_adds_nothing(store: Store) -> None:
    two_sessions(store)
    nodes = [prompt.id for kloe in tiny_pack().kloes for prompt in kloe.prompts]
    items = tuple(CardItem(node, "by subject", "It is theirs.") for node in nodes)
    pack = msgspec.structs.replace(tiny_pack(), role_cards=(RoleCard("chief-executive", items),))
    scope = scope_for(pack, ("acute",))
    ids = (f"q{number}" for number in range(100))
    asked = partial(sheet_reading.sheet_matter, day=DAY)
    added = drawn_up(pack, scope, store.read(asked), lambda: next(ids))
    assert added
    store.execute(*added)
    sheets = store.read(sheet_reading.sheets_of)
    assert {session: len(sheet) for session, sheet in sheets.items()} == {
        one.session: len(one.questions) for one in added
    }
    assert drawn_up(pack, scope, store.read(asked), lambda: next(ids)) == ()


def test_the_sheets_of_a_day_are_those_of_its_sessions(store: Store) -> None:
    two_sessions(store)
    later = NINE + dt.timedelta(days=1)
    store.execute(
        PlanSession("later", "interview", ("chief-executive",), planned_start=later),
        AddQuestions("s2", (NewQuestion("q", "Why?", "Because.", "own"),)),
    )
    asked = partial(sheet_reading.day_sheets, day=DAY, device=WRITER.device)
    whole = store.read(asked)
    assert (whole.day, [one.id for one in whole.sessions], list(whole.sheets)) == (DAY, ["s1", "s2"], ["s2"])
    assert [one.id for one in store.read(partial(asked, sessions=["s2", "later"])).sessions] == ["s2"]


def test_there_are_no_sheets_before_there_is_an_inspection(tmp_path: Path, clock: HandClock) -> None:
    empty = Store(tmp_path / "empty.db", KEY, WRITER, clock)
    with closing(empty), pytest.raises(LookupError, match="no inspection"):
        empty.read(partial(sheet_reading.day_sheets, day=DAY, device=WRITER.device))


def test_the_days_to_draw_up_say_how_many_sessions_have_a_sheet(store: Store) -> None:
    two_sessions(store)
    store.execute(
        PlanSession("later", "interview", ("chief-executive",), planned_start=NINE + dt.timedelta(days=1)),
        PlanSession("some day", "interview", ("chief-executive",)),
        AddQuestions("s2", (NewQuestion("q", "Why?", "Because.", "own"),)),
        SetQuestionState("q", "parked"),
    )
    assert store.read(sheet_reading.days_to_draw) == (
        DayToDraw(DAY, 2, 1),
        DayToDraw(DAY + dt.timedelta(days=1), 1, 0),
    )
