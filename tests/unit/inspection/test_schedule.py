"""What a schedule is missing, and who is booked twice on it."""

import datetime as dt

import msgspec

from tests.unit.inspection.conftest import NINE, a_session
from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.read_models import Participant
from wellled_desktop.inspection.schedule import (
    double_bookings,
    end_of,
    note_takers,
    prompts_without_a_voice,
    rebooked,
    roles_without_a_slot,
    start_of,
)


def test_the_same_person_in_two_sessions_at_once_is_booked_twice() -> None:
    first, second = a_session(1, 0, lead="A"), a_session(2, 59, note_taker="A", lead="B")
    assert [(one.first, one.second, one.what) for one in double_bookings([second, first])] == [(first, second, ("A",))]


def test_one_session_after_another_and_one_without_a_time_are_no_double_booking() -> None:
    sessions = [a_session(1, 0, lead="A"), a_session(2, 60, lead="A"), a_session(3, None, lead="A")]
    assert double_bookings(sessions) == ()


def test_a_session_begun_without_a_plan_is_held_from_when_it_began() -> None:
    first, second = a_session(1, None, lead="A", started_at=NINE), a_session(2, 30, lead="A")
    assert [(one.first.number, one.second.number) for one in double_bookings([second, first])] == [(1, 2)]
    assert rebooked((), first, [first, second]) == double_bookings([first, second])
    assert rebooked((), second, [first, second]) == double_bookings([first, second])
    over = msgspec.structs.replace(first, ended_at=NINE + dt.timedelta(minutes=20))
    assert double_bookings([over, second]) == ()


def test_a_long_session_clashes_with_all_it_covers() -> None:
    sessions = [a_session(1, 0, place="Board room", planned_minutes=240)]
    sessions += [a_session(number, 60 * number, place="Board room") for number in (2, 3)]
    assert [one.second.number for one in double_bookings(sessions)] == [2, 3]


def test_a_cancelled_session_books_nobody() -> None:
    assert double_bookings([a_session(1, lead="A"), a_session(2, lead="A", cancelled_at=NINE)]) == ()


def test_key_roles_without_a_slot_are_named_and_the_siro_with_them(pack: Pack, scope: Scope) -> None:
    missing = [one.id for one in roles_without_a_slot(pack, scope, [a_session(1)])]
    assert "chief-executive" not in missing
    assert len(missing) == 15
    assert missing[-1] == "siro"
    person = Participant("p", "siro", "")
    assert roles_without_a_slot(pack, scope, [a_session(1, participants=(person,))])[-1].id != "siro"


def test_prompts_nobody_planned_can_answer_say_who_could(pack: Pack, scope: Scope) -> None:
    nobody = prompts_without_a_voice(pack, scope, [])
    one = prompts_without_a_voice(pack, scope, [a_session(1)])
    assert len(nobody) == sum(scope.applies(prompt.id) for kloe in pack.kloes for prompt in kloe.prompts)
    assert {"W1.2", "W1.3"} & {missing.id for missing in one} == set()
    assert all(missing.why for missing in one)


def test_each_of_several_note_takers_is_booked_and_places_are_the_same_however_written() -> None:
    first, second = (
        a_session(1, lead="A", note_taker="B, C", place="board room"),
        a_session(2, 30, lead="C", place="Board Room"),
    )
    assert note_takers(first) == ("B", "C")
    assert [one.what for one in double_bookings([first, second])] == [("C", "Board Room")]


def test_what_is_missing_names_the_roles_that_could_be_planned(pack: Pack, scope: Scope) -> None:
    assert all(one.roles == (one.id,) for one in roles_without_a_slot(pack, scope, []))
    prompts = prompts_without_a_voice(pack, scope, [])
    assert all(one.why.startswith("Could be asked of") == bool(one.roles) for one in prompts)
    assert all(scope.applies(role) for one in prompts for role in one.roles)
    bare = msgspec.structs.replace(pack, role_cards=())
    assert {(one.why, one.roles) for one in prompts_without_a_voice(bare, scope, [])} == {
        ("It is on no role card.", ())
    }


def test_a_person_of_the_trust_cannot_be_in_two_sessions_at_once_and_one_of_several_can() -> None:
    alone = {"chief-executive": "chief executive"}
    chair = Participant("p", "trust-chair", "")
    sessions = [
        a_session(1, lead="A"),
        a_session(2, 30, lead="B"),
        a_session(3, 30, lead="C", roles=("governors",)),
        a_session(4, 30, lead="D", roles=("governors",), participants=(chair,)),
    ]
    assert [(one.first.number, one.second.number, one.what) for one in double_bookings(sessions, alone)] == [
        (1, 2, ("chief executive",))
    ]
    assert double_bookings(sessions) == ()
    came_along = Participant("q", "chief-executive", "")
    sessions[2] = msgspec.structs.replace(sessions[2], participants=(came_along,))
    assert len(double_bookings(sessions, alone)) == 3


def test_two_that_share_several_things_are_one_double_booking_that_names_them_all() -> None:
    first, second = a_session(1, lead="A", place="Hall"), a_session(2, 30, lead="B", note_taker="A", place="hall")
    assert [one.what for one in double_bookings([first, second])] == [("A", "hall")]


def test_what_one_change_makes_of_the_double_bookings_is_what_reckoning_them_all_would_say() -> None:
    sessions = [
        a_session(number, 20 * number, lead="AB"[number % 2], place=f"Room {number % 3}") for number in range(12)
    ]
    before = double_bookings(sessions)
    assert before
    for changed in (
        a_session(5, 15, lead="A", place="Room 0"),
        a_session(5, 400, lead="A"),
        a_session(5, None, lead="A"),
        a_session(5, 0, lead="B", planned_minutes=600),
        a_session(5, 40, lead="B", cancelled_at=NINE),
    ):
        now = [changed if one.number == 5 else one for one in sessions]
        assert rebooked(before, changed, now) == double_bookings(now)


def test_a_session_begun_without_a_plan_lasted_until_it_ended() -> None:
    begun = msgspec.structs.replace(a_session(1), planned_start=None, started_at=NINE)
    assert end_of(begun) == NINE + dt.timedelta(minutes=begun.planned_minutes)
    ended = msgspec.structs.replace(begun, ended_at=NINE + dt.timedelta(minutes=7))
    assert (start_of(ended), end_of(ended)) == (NINE, ended.ended_at)
    assert end_of(msgspec.structs.replace(begun, started_at=None)) is None
