"""How an entry stood before each change, from what the journal says of it."""

import datetime as dt
from typing import Any, Literal

from wellled_desktop.inspection.entry_history import EntryAct, changes_of
from wellled_desktop.inspection.read_models.entries import EntryChange, Link

AT = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
Kind = Literal["evidence-recorded", "evidence-amended", "evidence-linked", "evidence-retracted", "evidence-restored"]


def act(kind: Kind, value: Any, field: str = "", reason: str | None = None) -> EntryAct:
    return EntryAct(kind, field, value, AT, "A. Inspector", reason)


RECORDED = act("evidence-recorded", {"title": "Minutes", "dated": "2026-11-01", "request": None, "nodes": ["W1.1"]})


def test_recording_alone_is_no_change() -> None:
    assert changes_of((RECORDED,)) == ()


def test_each_change_says_what_stood_there_before_it() -> None:
    first, second = changes_of(
        (RECORDED, act("evidence-amended", "Board minutes", "title"), act("evidence-amended", "Minutes", "title"))
    )
    assert first == EntryChange(AT, "A. Inspector", "title", "Minutes", "Board minutes")
    assert (second.before, second.after) == ("Board minutes", "Minutes")


def test_what_was_taken_away_or_not_there_is_nothing() -> None:
    gone, came = changes_of(
        (RECORDED, act("evidence-amended", None, "dated"), act("evidence-amended", "r1", "request"))
    )
    assert (gone.before, gone.after) == ("2026-11-01", "")
    assert (came.before, came.after) == ("", "r1")


def test_links_are_told_all_together_with_the_way_they_point() -> None:
    value = {"nodes": ["W1.1", "W2.1"], "other_way": ["W2.1"]}
    (change,) = changes_of((RECORDED, act("evidence-linked", value, "links")))
    assert change.links_before == (Link("W1.1"),)
    assert change.links_after == (Link("W1.1"), Link("W2.1", other_way=True))


def test_a_retraction_and_its_end_keep_their_reasons() -> None:
    out, back = changes_of(
        (
            RECORDED,
            act("evidence-retracted", {"value": True}, "retracted", "twice"),
            act("evidence-restored", False, "retracted", "not twice"),
        )
    )
    assert (out.field, out.after, out.reason) == ("retracted", "yes", "twice")
    assert (back.before, back.after, back.reason) == ("yes", "", "not twice")
