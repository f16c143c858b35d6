"""Which groups were heard, and that nothing told of them gives away a number below five or the session it was heard in."""

import datetime as dt
from itertools import product

import msgspec
import pytest

from wellled_desktop.framework.groups import Group
from wellled_desktop.framework.pack import Pack, SessionKind
from wellled_desktop.inspection.equality import (
    FEWEST_TOLD,
    NOTHING_SMALL,
    GroupHeard,
    OnForm,
    SessionHeard,
    advice_on,
    as_answer,
    asking_words,
    groups_heard,
    in_room,
    may_be_told,
    people_counted,
    people_in_words,
    read_answer,
    session_in_words,
)
from wellled_desktop.inspection.read_models import FormAnswer

DAY = dt.date(2026, 11, 24)
NIGHT = "night-staff"


def session(
    number: int, people: int | None, kind: SessionKind = "focus-group", room: int | None = None, group: str = NIGHT
) -> SessionHeard:
    day = DAY + dt.timedelta(days=number - 1)
    return SessionHeard(f"s{number}", number, kind, day, room, (OnForm(group, people),))


def heard(pack: Pack, *sessions: SessionHeard, group: str = NIGHT) -> GroupHeard:
    return next(row for row in groups_heard(pack, sessions) if row.group.id == group)


def test_an_answer_says_a_group_and_how_many_and_is_read_back(pack: Pack) -> None:
    said = (OnForm("night-staff", 12), OnForm("disabled-staff"))
    assert as_answer(said) == ("night-staff 12", "disabled-staff")
    assert read_answer(as_answer(said)) == said
    assert read_answer(["night-staff   twelve"]) == (OnForm("night-staff"),)
    assert read_answer(14) == ()


@pytest.mark.parametrize("people", [1, 2, 3, 4])
def test_fewer_than_five_are_told_without_number_session_kind_and_day(pack: Pack, people: int) -> None:
    row = heard(pack, session(1, people, room=20))
    assert (row.heard, row.few, row.sessions, row.kinds, row.last, row.at_least) == (True, True, (), (), None, 0)
    assert people_in_words(row) == "heard, fewer than five"


@pytest.mark.parametrize(
    ("kind", "room", "told"),
    [
        ("interview", None, False),
        ("panel", 6, False),
        ("focus-group", 4, False),
        ("focus-group", 5, True),
        ("focus-group", None, True),
        ("observation", None, True),
    ],
)
def test_where_nobody_counted_only_a_room_full_is_told_of(kind: SessionKind, room: int | None, told: bool) -> None:
    assert may_be_told(OnForm(NIGHT), kind, room) is told


def test_what_may_be_told_goes_to_the_session_and_the_last_day_is_of_those_alone(pack: Pack) -> None:
    row = heard(pack, session(3, 2), session(2, None), session(1, 12, "observation"))
    assert [one.ref for one in row.sessions] == ["S-01", "S-02"]
    assert (row.kinds, row.last, row.few) == (("observation", "focus-group"), DAY + dt.timedelta(days=1), True)
    assert people_in_words(row) == "at least 10, and a few"
    assert all(one.groups == () and one.in_room is None for one in row.sessions), "no number goes on with a session"


def test_a_session_without_a_day_leaves_the_last_day_open(pack: Pack) -> None:
    undated = SessionHeard("s1", 1, "focus-group", None, None, (OnForm(NIGHT, 5),))
    assert heard(pack, undated).last is None
    assert people_in_words(heard(pack, session(1, None))) == "not counted"


def test_the_smaller_number_never_changes_what_is_told_of_the_total(pack: Pack) -> None:
    """Whatever the few are, from one to four: total, sessions and words are the same, so nothing can be subtracted."""
    for large in range(FEWEST_TOLD, 40):
        told = {
            (row.at_least, row.sessions, people_in_words(row))
            for row in (heard(pack, session(1, large), session(2, small)) for small in range(1, FEWEST_TOLD))
        }
        assert len(told) == 1


def test_a_total_and_a_head_count_do_not_give_away_the_few_others_in_the_room(pack: Pack) -> None:
    """Eleven women of thirteen would leave two men: for rests from one to four the same is told, however many came."""
    for room, rest in product(range(10, 40), range(1, FEWEST_TOLD)):
        row = heard(pack, session(1, room - rest, room=room, group="women-staff"), group="women-staff")
        assert row.at_least == FEWEST_TOLD
    assert heard(pack, session(1, 11, room=16)).at_least == 10
    assert heard(pack, session(1, 11, room=11)).at_least == 10


def test_a_total_goes_by_steps_of_five_for_each_session(pack: Pack) -> None:
    assert heard(pack, session(1, 9), session(2, 9)).at_least == 10
    assert people_in_words(heard(pack, session(1, 1000), session(2, 9))) == "at least 1,005"


def test_what_the_framework_has_no_more_is_told_of_nowhere(pack: Pack) -> None:
    assert not any(row.heard for row in groups_heard(pack, (session(1, 12, group="moon-staff"),)))


def test_beside_a_session_small_groups_are_left_out_and_that_is_said_whether_or_not_there_are_any() -> None:
    titles = {NIGHT: "Night staff"}
    answer = ("night-staff 12", "trans-staff 1", "older-staff")
    assert session_in_words(answer, titles, "focus-group", 14) == (
        "Night staff: five or more", "older-staff: not counted", NOTHING_SMALL,
    )  # fmt: skip
    assert session_in_words(("trans-staff 4",), titles, "focus-group", 14) == (NOTHING_SMALL,)
    assert session_in_words(("night-staff 5",), titles, "panel", None)[-1] == NOTHING_SMALL


def test_the_head_count_is_that_of_the_form() -> None:
    at = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
    answers = (FormAnswer("summary", "14 came", at, "A"), FormAnswer("head-count", 14, at, "A"))
    assert (in_room(answers), in_room(answers[:1])) == (14, None)
    assert [people_counted(people) for people in (0, 1, 4, 5, 1400)] == [
        "0", "fewer than five", "fewer than five", "5", "1,400",
    ]  # fmt: skip


def test_a_group_that_nobody_heard_has_advice_that_names_who_asks(pack: Pack) -> None:
    rows = {row.group.id: row for row in groups_heard(pack, ())}
    assert advice_on(pack, rows[NIGHT]) == (
        "Nobody has said yet that they heard this group. W3.8, W7.3, W3.G5 and W7.E2 ask after staff of all groups."
    )
    assert advice_on(pack, rows["patients-dementia"]) == (
        "Nobody has said yet that they heard this group. W2.G7.3 and W7.G1 name it; "
        "W7.1, W7.2, W7.G2 and W2.G2 ask after a range of equality groups."
    )
    assert people_in_words(rows[NIGHT]) == ""
    assert advice_on(pack, heard(pack, session(1, 3))) == ""


def test_the_words_that_name_a_group_come_before_those_that_ask_after_its_side(pack: Pack) -> None:
    autistic = next(one for one in pack.groups if one.id == "autistic-patients")
    assert [one.node for one in asking_words(pack, autistic)] == ["W2.G7.3", "W7.G1", "W7.1", "W7.2", "W7.G2", "W2.G2"]


def test_a_framework_that_asks_in_one_place_or_nowhere_is_told_so(pack: Pack) -> None:
    row = GroupHeard(Group("moon-staff", "Staff on the moon", "staff"))
    silent = msgspec.structs.replace(pack, groups_asked=())
    assert advice_on(silent, row) == "Nobody has said yet that they heard this group."
    asked = pack.groups_asked[0]
    once = msgspec.structs.replace(pack, groups_asked=(msgspec.structs.replace(asked, words=asked.words[:1]),))
    named = GroupHeard(msgspec.structs.replace(row.group, also_asked=asked.words[1:2]))
    assert advice_on(once, named) == (
        "Nobody has said yet that they heard this group. W7.3 names it; W3.8 asks after staff of all groups."
    )
