"""The commands of an outcome: what is recorded with it, what is proposed, and what taking back takes back."""

import datetime as dt
from itertools import count
from typing import Any

import msgspec
import pytest

from tests.unit.inspection.corroboration.test_agenda import outcome
from wellled_desktop.inspection.commands import (
    AddQuestions,
    MakeRequest,
    RecordOutcome,
    SetRequestState,
    WithdrawOutcome,
    WithdrawQuestions,
)
from wellled_desktop.inspection.corroboration import deciding
from wellled_desktop.inspection.corroboration.agenda import Item
from wellled_desktop.inspection.corroboration.deciding import Became
from wellled_desktop.inspection.read_models import Question, Request

DAY = dt.date(2026, 11, 24)
NOW = dt.datetime(2026, 11, 24, 19, tzinfo=dt.UTC)
PLAIN = Item("W3", "contradicted", "W3.2", "Are staff heard?", ("1 supports it.",), "staff 1+0")
CLAIM = Item(
    "W3", "claim without proof", "W3.2", "Are staff heard?", ("1 claim",), claims=("l1",), could_prove=("W3.E1",)
)


def ids() -> deciding.NewId:
    numbers = count(1)
    return lambda: f"id{next(numbers)}"


def a_request(state: str = "open") -> Request:
    return Request("r1", 1, "x", "", None, None, None, None, state, NOW, None, NOW, DAY, "A")  # type: ignore[arg-type]


def a_question(state: str = "open") -> Question:
    return Question("q1", "s1", 0, "x", "", "own", None, state)  # type: ignore[arg-type]


def test_enough_and_drop_are_one_outcome_with_what_was_read_out() -> None:
    assert deciding.enough(PLAIN, DAY, ids()) == (
        RecordOutcome(
            "id1",
            "W3",
            "contradicted W3.2; staff 1+0",
            "Contradicted, W3.2 Are staff heard? 1 supports it.",
            "enough",
            day=DAY,
        ),
    )
    (dropped,) = deciding.dropped(PLAIN, "seen elsewhere", DAY, ids())
    assert isinstance(dropped, RecordOutcome)
    assert (dropped.outcome, dropped.reason) == ("drop", "seen elsewhere")


def test_a_request_is_for_what_could_prove_the_claim_else_for_the_prompt() -> None:
    request, recorded = deciding.asked_of_the_trust(CLAIM, "Rota", "HR", DAY, ids())
    assert request == MakeRequest("id1", "Rota", "HR", "W3.E1", "l1")
    assert isinstance(recorded, RecordOutcome)
    assert (recorded.outcome, recorded.request) == ("find more", "id1")
    request, _ = deciding.asked_of_the_trust(PLAIN, "Rota", "", DAY, ids())
    assert request == MakeRequest("id1", "Rota", "", "W3.2", None)


def test_a_question_goes_to_the_session_with_where_it_comes_from() -> None:
    added, recorded = deciding.asked_in_session(PLAIN, "s1", "Who is heard?", DAY, ids())
    assert isinstance(added, AddQuestions)
    (question,) = added.questions
    assert (added.session, question.origin, question.node) == ("s1", "contradiction", "W3.2")
    assert question.why == "From corroboration on 24/11/2026: contradicted, W3.2."
    assert isinstance(recorded, RecordOutcome)
    assert recorded.question == question.id
    gap = Item("W3", "nothing yet", "W3.2", "Are staff heard?", ())
    added, _ = deciding.asked_in_session(gap, "s1", "Who is heard?", DAY, ids())
    assert isinstance(added, AddQuestions)
    assert added.questions[0].origin == "own"


def test_taking_back_takes_back_what_it_became_where_nothing_has_come_of_that() -> None:
    decided = outcome(PLAIN)
    withdrawn = WithdrawOutcome(decided.id)
    assert deciding.taken_back(decided, Became()) == (withdrawn,)
    assert deciding.taken_back(decided, Became(a_request(), a_question())) == (
        withdrawn,
        SetRequestState("r1", "withdrawn", deciding.TAKEN_BACK),
        WithdrawQuestions(("q1",)),
    )
    assert deciding.taken_back(decided, Became(a_request("received"), a_question("asked"))) == (withdrawn,)


def test_deciding_anew_takes_back_what_the_same_meeting_decided_and_leaves_what_another_did() -> None:
    item = msgspec.structs.replace(PLAIN, outcome=outcome(PLAIN))
    assert deciding.replaced(item, Became(), DAY) == deciding.taken_back(outcome(PLAIN), Became())
    assert deciding.replaced(item, Became(), DAY + dt.timedelta(days=1)) == ()
    assert deciding.replaced(PLAIN, Became(), DAY) == ()


def decided(**other: Any) -> Item:
    return msgspec.structs.replace(PLAIN, outcome=outcome(PLAIN, **other))


def test_the_same_outcome_again_is_nothing_but_another_or_one_after_something_new_is() -> None:
    again = deciding.enough(PLAIN, DAY, ids())
    assert not deciding.repeats(PLAIN, Became(), again)
    assert deciding.repeats(decided(), Became(), again)
    assert not deciding.repeats(msgspec.structs.replace(decided(), changed=True), Became(), again)
    assert not deciding.repeats(decided(), Became(), deciding.enough(PLAIN, DAY + dt.timedelta(days=1), ids()))
    assert not deciding.repeats(decided(outcome="drop", reason="seen"), Became(), again)
    drop = decided(outcome="drop", reason="seen")
    assert deciding.repeats(drop, Became(), deciding.dropped(PLAIN, "seen", DAY, ids()))
    assert not deciding.repeats(drop, Became(), deciding.dropped(PLAIN, "seen elsewhere", DAY, ids()))


@pytest.mark.parametrize(
    ("asked_for", "became", "same"),
    [
        ("x", Became(a_request()), True),
        ("y", Became(a_request()), False),
        ("x", Became(a_request("withdrawn")), False),
        ("x", Became(), False),
    ],
)
def test_the_same_request_again_is_nothing_while_it_is_open(asked_for: str, became: Became, same: bool) -> None:
    commands = deciding.asked_of_the_trust(PLAIN, asked_for, "", DAY, ids())
    assert deciding.repeats(decided(outcome="find more", request="r1"), became, commands) is same


@pytest.mark.parametrize(
    ("text", "became", "same"),
    [
        ("x", Became(None, a_question()), True),
        ("y", Became(None, a_question()), False),
        ("x", Became(None, a_question("asked")), False),
        ("x", Became(), False),
    ],
)
def test_the_same_question_again_is_nothing_while_it_is_open(text: str, became: Became, same: bool) -> None:
    commands = deciding.asked_in_session(PLAIN, "s1", text, DAY, ids())
    assert deciding.repeats(decided(outcome="find more", question="q1"), became, commands) is same


def test_what_is_proposed_fits_the_kind_of_item() -> None:
    texts = {"W3.E1": "Staff survey"}
    many = Item("W3", "said by many, written nowhere", "W3.2", "Are staff heard?", ())
    new = Item("W3", "new today", "W3", "Culture", ())
    assert deciding.proposed_request(CLAIM, texts) == "Staff survey"
    assert deciding.proposed_request(PLAIN, texts) == "What the trust holds to answer “Are staff heard?”"
    assert deciding.proposed_request(many, texts) == "What is written or counted to answer “Are staff heard?”"
    assert deciding.proposed_request(new, texts) == "What the trust holds on W3, culture"
    assert deciding.proposed_question(PLAIN) == "Are staff heard?"
    assert deciding.proposed_question(CLAIM) == "Are staff heard? What shows that?"
    assert deciding.proposed_question(new) == "What more is there on W3, culture?"


def test_for_a_claim_that_points_at_no_key_evidence_nothing_is_proposed_to_ask_for() -> None:
    claim = Item("W3", "claim without proof", "W3.2", "Are staff heard?", ("1 claim",), claims=("l1",))
    assert deciding.proposed_request(claim, {}) == ""
    request, _ = deciding.asked_of_the_trust(claim, "The rota", "HR", DAY, ids())
    assert request == MakeRequest("id1", "The rota", "HR", "W3.2", "l1")
