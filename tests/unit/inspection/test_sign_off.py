"""What is still open before a session is signed off."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.read_models import FormAnswer, ImmediateConcern, NoteLine, Question, Request, Telling
from wellled_desktop.inspection.sign_off import OpenPoints, open_points

AT = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


def line(number: int, *tags: str, claim: bool = False, retracted: bool = False) -> NoteLine:
    return NoteLine(
        id=f"l{number}", session_id="s", session_number=1, number=number, text="Words.", line_type="said", speaker=None,
        claim=claim, weight="neutral", tags=tags, written_at=AT, zone_minutes=0, day=AT.date(), author="A",
        retracted_at=AT if retracted else None,
    )  # fmt: skip


def request(of: str) -> Request:
    return Request(
        id="r", number=1, asked_for="Minutes", asked_of="secretary", node=None, line=of, line_ref=None, due=None,
        state="open", state_at=AT, state_reason=None, made_at=AT, day=AT.date(), author="A",
    )  # fmt: skip


def question(state: str) -> Question:
    given = {"id": state, "session_id": "s", "position": 0, "text": "?", "why": "", "origin": "own", "node": None}
    return msgspec.convert({**given, "state": state}, Question)


def test_only_what_stands_is_looked_at() -> None:
    lines = (line(1), line(2, "W1.1", claim=True), line(3, claim=True, retracted=True))
    assert open_points(lines, (), (), (), ()) == OpenPoints(2, 1, 0, (2,), ())


def test_a_claim_with_a_request_is_not_open_until_the_request_is_withdrawn() -> None:
    lines = (line(1, "W1.1", claim=True),)
    asked = request("l1")
    assert open_points(lines, (), (asked,), (), ()).claims == ()
    withdrawn = msgspec.structs.replace(asked, state="withdrawn")
    assert open_points(lines, (), (withdrawn,), (), ()).claims == (1,)


def test_parked_and_dropped_questions_are_not_open() -> None:
    questions = tuple(question(state) for state in ("open", "asked", "answered", "parked", "dropped"))
    assert open_points((), questions, (), (), ()).questions == 1


def test_an_empty_field_is_named() -> None:
    answered = FormAnswer("summary", "All well.", AT, "A")
    assert open_points((), (), (), (answered,), ("opening-statement", "summary")).unanswered == ("opening-statement",)


def test_a_concern_is_open_until_somebody_is_recorded_as_told_or_its_line_is_retracted() -> None:
    lines = (line(1), line(2), line(3, retracted=True))
    told = Telling(
        id="t", line_id="l1", told="chair", told_at=AT, reply="", replied_at=None, recorded_at=AT, author="A"
    )
    logs: tuple[tuple[Telling, ...], ...] = ((told,), (), ())
    pinned = tuple(ImmediateConcern(one, AT, "A", log) for one, log in zip(lines, logs, strict=True))
    assert open_points(lines, (), (), (), (), concerns=pinned).concerns == (2,)
