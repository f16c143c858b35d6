"""What was withdrawn or retracted is out of what is read, unless it is asked for; and what has been used is not withdrawn."""

from functools import partial

import pytest

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.inspection.words import QuestionState
from wellled_desktop.store import talk_reading
from wellled_desktop.store.store import Store


def test_retracted_risks_are_read_only_where_they_are_asked_for(store: Store) -> None:
    risks = (c.NewRisk("k1", "BAF-1", "Nights"), c.NewRisk("k2", "BAF-2", "Lifts"))
    store.execute(c.RecordRisks("register.xlsx", risks), c.RetractRisks(("k1",), "not theirs"))
    assert [one.id for one in store.read(talk_reading.risks)] == ["k2"]
    assert [one.id for one in store.read(partial(talk_reading.risks, retracted=True))] == ["k1", "k2"]
    assert store.read(partial(talk_reading.risks, reference="BAF-1")) == ()
    (asked_for,) = store.read(partial(talk_reading.risks, reference="BAF-1", retracted=True))
    assert (asked_for.id, asked_for.retraction_reason) == ("k1", "not theirs")


@pytest.mark.parametrize("state", ["asked", "dropped"])
def test_a_question_that_something_became_of_stays_and_so_do_those_withdrawn_with_it(
    store: Store, state: QuestionState
) -> None:
    asked = tuple(c.NewQuestion(f"q{number}", f"Why {number}?", "", "own") for number in (1, 2))
    store.execute(
        c.PlanSession("s1", "panel", ("governors",)), c.AddQuestions("s1", asked), c.SetQuestionState("q2", state)
    )
    with pytest.raises(RuleBroken, match=f"The question “Why 2\\?” is {state}, so it stays on its sheet"):
        store.execute(c.WithdrawQuestions(("q1", "q2")))
    assert [one.id for one in store.read(talk_reading.questions)] == ["q1", "q2"]
    store.execute(c.WithdrawQuestions(("q1",)))
    assert [one.id for one in store.read(talk_reading.questions)] == ["q2"]
