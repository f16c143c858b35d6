"""What stands behind requests, and the list for the liaison read from a whole record full of secrets."""

import datetime as dt
from functools import partial

import msgspec

from tests.store.conftest import HandClock
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.liaison import WITHHELD
from wellled_desktop.inspection.read_models import Answer
from wellled_desktop.store import liaison_reading, request_reading, talk_reading
from wellled_desktop.store.store import Store

TODAY = dt.date(2026, 11, 25)


def test_the_entries_that_answer_a_request_are_known_by_it(store: Store) -> None:
    store.execute(
        c.MakeRequest("r1", "The log"),
        c.RecordEvidence("e1", "The log", "document", request="r1", received_on=dt.date(2026, 11, 24)),
        c.RecordEvidence("e2", "The rest of it", "document", request="r1"),
        c.RecordEvidence("e3", "Of nobody's asking", "document"),
    )
    asked = store.read(talk_reading.request_list)
    assert asked.answers == (Answer("r1", "e1", "E-001", dt.date(2026, 11, 24)), Answer("r1", "e2", "E-002"))
    store.execute(c.RetractEntry("e1", "wrong file"))
    assert [one.entry for one in store.read(request_reading.answers)] == ["e2"]


def with_secrets(store: Store, clock: HandClock) -> None:
    """SECRET stands in everything but what is asked for and of whom."""
    store.execute(
        c.PlanSession(
            "s1", "interview", ("chief-executive",), (c.NewParticipant("p1", "chief-executive", "SECRET", name="SECRET"),),
            title="SECRET", place="SECRET", lead="SECRET",
        ),
        c.WriteLine("l1", "s1", "SECRET we answer every complaint in 25 days.", speaker="p1", tags=("W1.1",), claim=True),
        c.MakeRequest("r1", "The complaints log", "company secretary", "W1.E1", "l1", TODAY),
        c.MakeRequest("r2", "Show that we answer every complaint in 25 days", "company secretary", None, "l1"),
        c.SetRequestState("r1", "partial", "SECRET of what the chief executive said"),
        c.RecordEvidence("e1", "SECRET", "document", "SECRET", remarks="SECRET", request="r1"),
        c.SetEvidenceState("W1.E1", "requested", "SECRET"),
    )  # fmt: skip
    clock.pass_minutes(30)
    store.execute(c.AmendLine("l1", text="SECRET not a word of complaints.", reason="SECRET"))


def test_the_list_for_the_liaison_has_nothing_of_the_notes(store: Store, clock: HandClock) -> None:
    with_secrets(store, clock)
    found = store.read(partial(liaison_reading.liaison, today=TODAY))
    said = msgspec.json.encode(found).decode()
    for word in ("SECRET", "S-01", "l.1", "W1.E1", "chief", "25 days"):
        assert word not in said
    assert [(one.ref, one.asked_for) for one in found.rows] == [("R-001", "The complaints log"), ("R-002", WITHHELD)]
    assert found.withheld == ("R-002",)


def test_the_words_of_a_line_as_they_stood_before_are_known_too(store: Store, clock: HandClock) -> None:
    with_secrets(store, clock)
    notes = store.read(request_reading.notes_behind)
    assert set(notes) == {"r1", "r2"}
    assert set(notes["r2"]) == {"SECRET not a word of complaints.", "SECRET we answer every complaint in 25 days."}
