"""One entry in full, what stands beside the entries of the log, and the sessions that took place."""

from functools import partial

import pytest

from tests.store.conftest import HandClock
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.read_models.entries import EntryWhole, Link
from wellled_desktop.store import entry_reading, interview_reading
from wellled_desktop.store.store import Store

HASH = "0" * 64


@pytest.fixture(autouse=True)
def an_entry(store: Store) -> None:
    store.execute(c.PlanSession("s1", "interview", ("chief-executive",), (c.NewParticipant("p1", "chief-executive"),)))
    store.execute(c.WriteLine("l1", "s1", "We answered that.", "said", "p1", claim=True))
    store.execute(c.MakeRequest("r1", "The survey", line="l1"), c.MakeRequest("r2", "The minutes"))
    store.execute(c.RecordEvidence("e1", "Survey", "survey", nodes=("W1.1",), request="r1"))


def whole(store: Store) -> EntryWhole:
    found = store.read(partial(entry_reading.entry_whole, entry_id="e1"))
    assert found is not None
    return found


def test_an_entry_has_its_request_and_the_line_it_was_asked_for(store: Store) -> None:
    found = whole(store)
    assert found.request is not None
    assert (found.request.ref, found.request.line_ref, found.request.session) == ("R-001", "S-01 l.1", "s1")
    assert (found.changes, found.cited) == ((), ())


def test_what_is_unknown_is_not_found(store: Store) -> None:
    assert store.read(partial(entry_reading.entry_whole, entry_id="e9")) is None


def test_an_entry_without_a_request_has_none(store: Store) -> None:
    store.execute(c.AmendEntry("e1", request=""))
    assert whole(store).request is None


def test_each_change_is_told_with_requests_by_their_numbers(store: Store, clock: HandClock) -> None:
    clock.pass_minutes(5)
    store.execute(c.AmendEntry("e1", title="Staff survey", request="r2", nodes=("W1.1", "W1.E1"), other_way=("W1.1",)))
    clock.pass_minutes(5)
    store.execute(c.RetractEntry("e1", "twice"))
    title, request, links, retracted = whole(store).changes
    assert (title.field, title.before, title.after) == ("title", "Survey", "Staff survey")
    assert (request.before, request.after) == ("R-001", "R-002")
    assert links.links_after == (Link("W1.1", other_way=True), Link("W1.E1"))
    assert (retracted.reason, retracted.at > title.at) == ("twice", True)


def test_the_lines_that_cite_an_entry_are_found_by_its_whole_number(store: Store) -> None:
    store.execute(
        c.WriteLine("l2", "s1", "E-001 p. 214 says otherwise.", "read"),
        c.WriteLine("l3", "s1", "E-0011 is another.", "read"),
        c.WriteLine("l4", "s1", "As in E-001.", "read"),
        c.RetractLine("l4", "wrong"),
    )
    assert [line.id for line in whole(store).cited] == ["l2"]


def test_attachments_are_counted_without_those_retracted(store: Store) -> None:
    store.execute(c.RecordEvidence("e2", "Minutes", "minutes"))
    for number, entry in enumerate(("e1", "e1", "e2")):
        store.execute(c.AttachFile(f"a{number}", entry, f"{number}" * 64, 1, "x"))
    store.execute(c.RetractAttachment("a2", "wrong one"))
    assert store.read(entry_reading.attachment_counts) == {"e1": 2}


def test_retracted_entries_can_be_read_apart(store: Store) -> None:
    store.execute(c.RecordEvidence("e2", "Minutes", "minutes"), c.RetractEntry("e2", "twice"))
    assert [entry.id for entry in store.read(entry_reading.retracted_entries)] == ["e2"]


def test_requests_are_known_by_their_numbers(store: Store) -> None:
    assert store.read(entry_reading.request_refs) == {"r1": "R-001", "r2": "R-002"}


def test_sessions_that_took_place_say_whom_they_were_with(store: Store) -> None:
    people = (c.NewParticipant("p2", "governors"), c.NewParticipant("p3", "chief-executive"))
    store.execute(
        c.PlanSession("s2", "panel", ("governors", "chief-executive"), people),
        c.PlanSession("s3", "interview", ("governors",), (c.NewParticipant("p4", "governors"),)),
        c.PlanSession("s4", "interview", ("governors",), (c.NewParticipant("p5", "governors"),)),
        c.StartSession("s2"),
        c.RemoveParticipant("p3"),
        c.CancelSession("s3", "ill"),
    )
    found = store.read(interview_reading.held_sessions)
    assert [(one.ref, one.kind, one.roles) for one in found] == [
        ("S-01", "interview", ("chief-executive",)),
        ("S-02", "panel", ("governors",)),
    ]


def test_a_role_counts_while_one_of_its_holders_is_on_the_list(store: Store) -> None:
    store.execute(
        c.AddParticipant("s1", c.NewParticipant("p2", "chief-executive", "acting")),
        c.RemoveParticipant("p1"),
    )
    (found,) = store.read(interview_reading.held_sessions)
    assert found.roles == ("chief-executive",)
