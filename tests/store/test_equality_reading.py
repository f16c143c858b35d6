"""Which groups a form may say were heard, and what is read of it again: never by Find, and not of a cancelled session."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec
import pytest

from tests.store.conftest import KEY, WRITER, HandClock
from tests.store.packs import create_inspection, pack_with_groups
from tests.store.test_finding import found
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.equality import OnForm, SessionHeard
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.store import talk_reading
from wellled_desktop.store.equality_reading import sessions_heard
from wellled_desktop.store.store import Store

GROUPS, HEADS = "groups-heard", "head-count"


@pytest.fixture
def store(tmp_path: Path, clock: HandClock) -> Iterator[Store]:
    """On a framework that has groups, with a focus group that is under way and another that is only planned."""
    opened = Store(tmp_path / "groups.db", KEY, WRITER, clock)
    framework = msgspec.json.encode(pack_with_groups()).decode()
    opened.execute(msgspec.structs.replace(create_inspection(), framework=framework))
    opened.execute(
        c.PlanSession("s1", "focus-group", ("governors",)),
        c.StartSession("s1"),
        c.PlanSession("s2", "interview", ("governors",)),
    )
    yield opened
    opened.close()


def kept(store: Store, session_id: str = "s1") -> dict[str, c.Answer]:
    return {one.field: one.answer for one in store.read(partial(talk_reading.form_answers, session_id=session_id))}


def test_groups_are_kept_in_the_order_of_the_framework_each_once(store: Store) -> None:
    store.execute(c.AnswerForm("s1", GROUPS, ("carers", "night-staff 9", "night-staff  12")))
    assert kept(store)[GROUPS] == ("night-staff 12", "carers")
    store.execute(c.AnswerForm("s1", GROUPS, ()))
    assert kept(store) == {}


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (("moon-staff 3",), "takes groups of the framework’s list and “moon-staff 3” is none"),
        (("night-staff three",), "a number from 1 to 100,000"),
        (("night-staff 0",), "a number from 1 to 100,000"),
        (("night-staff 100001",), "a number from 1 to 100,000"),
        ("night-staff", "takes groups of the framework’s list; it stands"),
    ],
)
def test_what_is_no_group_and_number_is_refused(store: Store, answer: c.Answer, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        store.execute(c.AnswerForm("s1", GROUPS, answer))


def test_the_forms_are_read_with_their_head_count_and_a_cancelled_session_is_not(store: Store) -> None:
    assert store.read(sessions_heard) == ()
    store.execute(
        c.AnswerForm("s1", GROUPS, ("night-staff 12", "carers")),
        c.AnswerForm("s1", HEADS, 14),
        c.AnswerForm("s2", GROUPS, ("carers 1",)),
    )
    first = SessionHeard(
        "s1", 1, "focus-group", dt.date(2026, 11, 24), 14, (OnForm("night-staff", 12), OnForm("carers"))
    )
    second = SessionHeard("s2", 2, "interview", None, None, (OnForm("carers", 1),))
    assert store.read(sessions_heard) == (first, second)
    store.execute(c.CancelSession("s2", "ill"))
    assert store.read(sessions_heard) == (first,)


def test_find_knows_nothing_of_the_groups_a_session_heard(store: Store) -> None:
    store.execute(c.AnswerForm("s1", GROUPS, ("night-staff 3",)), c.AnswerForm("s1", HEADS, 14))
    assert [one.kind for one in found(store, "14 ").items] == ["answer"]
    assert found(store, "night ").items == ()
    store.execute(c.AnswerForm("s1", GROUPS, ("night-staff 4",)), c.ChangeSession("s1", title="Porters"))
    assert found(store, "night ").items == ()
