"""The reads for closing a session's notes: the lines to tidy up, and what is still open before the sign-off."""

import datetime as dt
from functools import partial

import pytest

from wellled_desktop.inspection import commands as c
from wellled_desktop.store import closing_reading
from wellled_desktop.store.store import Store

NINE = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
FIELDS = ("opening", "summary")


@pytest.fixture
def session(store: Store) -> str:
    """Two lines without a tag, one of them a claim and one pinned; of three questions one was put, and one to no node."""
    store.execute(
        c.PlanSession("s1", "interview", ("chief-executive",)),
        c.PlanSession("s2", "panel", ("governors",)),
        c.WriteLine("l1", "s1", "Tagged.", tags=("W1.1",)),
        c.WriteLine("l2", "s1", "Claimed.", claim=True),
        c.WriteLine("l3", "s1", "Pinned."),
        c.WriteLine("l4", "s2", "Elsewhere."),
        c.AddQuestions(
            "s1",
            (
                c.NewQuestion("q1", "Put?", "", "own", node="W1.1"),
                c.NewQuestion("q2", "Not put?", "", "own", node="W1.E1"),
                c.NewQuestion("q3", "To no node?", "", "own"),
            ),
        ),
        c.SetQuestionState("q1", "asked"),
        c.SetQuestionState("q3", "answered"),
        c.PinConcern("l3"),
    )
    return "s1"


def test_what_is_tidied_up_are_the_lines_of_the_session_beside_the_nodes_that_were_asked_after(
    store: Store, session: str
) -> None:
    found = store.read(partial(closing_reading.to_tidy, session_id=session))
    assert (found.session_id, [line.id for line in found.lines]) == (session, ["l1", "l2", "l3"])
    assert found.asked == ("W1.1",)


def test_what_is_open_is_told_until_it_is_done(store: Store, session: str) -> None:
    what_is_open = partial(closing_reading.what_is_open, session_id=session, fields=FIELDS)
    before = store.read(what_is_open)
    assert (before.lines, before.untagged, before.questions) == (3, 2, 1)
    assert (before.claims, before.unanswered, before.concerns) == ((2,), FIELDS, (3,))
    store.execute(
        c.AmendLine("l2", tags=("W1.1",)),
        c.MakeRequest("r1", "The minutes", line="l2"),
        c.LogTelling("t1", "l3", "nursing director", NINE),
        c.AnswerForm(session, "summary", "Knows the wards."),
        c.SetQuestionState("q2", "dropped"),
    )
    after = store.read(what_is_open)
    assert (after.lines, after.untagged, after.questions) == (3, 1, 0)
    assert (after.claims, after.unanswered, after.concerns) == ((), ("opening",), ())
