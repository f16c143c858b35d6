"""What is linked to a node by side and by source, on the tiny framework, and single records as they stand."""

from functools import partial

import pytest

from tests.store.conftest import HandClock
from tests.store.packs import tiny_pack
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine
from wellled_desktop.inspection.triangulation.by_source import HeldBySource, LinkedRecord, Place
from wellled_desktop.store import source_reading
from wellled_desktop.store.source_reading import RecordRef
from wellled_desktop.store.store import Store

PACK = tiny_pack()


@pytest.fixture
def session(store: Store) -> str:
    """An interview with the chief executive, and a panel of governors."""
    store.execute(
        c.PlanSession("s1", "interview", ("chief-executive",), (c.NewParticipant("p1", "chief-executive", "A", "Jo"),)),
        c.PlanSession("s2", "panel", ("governors",)),
    )
    return "s1"


def held(store: Store, node: str = "W1.1", *, newest: int = 10, more: dict[Place, int] | None = None) -> HeldBySource:
    return store.read(partial(source_reading.by_source, pack=PACK, node=node, newest=newest, more=more))


def ids(found: HeldBySource) -> dict[Place, list[str]]:
    return {(one.side, one.origin): [named(record) for record in one.records] for one in found.groups}


def named(record: LinkedRecord) -> str:
    return record.line.id if isinstance(record, LinkedLine) else record.id


def test_nothing_is_held_before_anything_is_recorded(store: Store) -> None:
    found = held(store)
    assert (found, found.support, found.other_way, found.sources) == (HeldBySource("W1.1"), 0, 0, ())


def test_each_thing_stands_on_its_side_with_its_source(store: Store, session: str) -> None:
    store.execute(
        c.WriteLine("l1", session, "Weekly.", speaker="p1", tags=("W1.1",)),
        c.WriteLine("l2", "s2", "Never.", tags=("W1.1",), points_other_way=True),
        c.WriteLine("l3", "s2", "Silence.", speaker="silence", tags=("W1.1",)),
        c.WriteLine("l4", session, "A guess of ours.", "inference", tags=("W1.1",), points_other_way=True),
        c.WriteLine("l5", session, "Taken back.", tags=("W1.1",)),
        c.RetractLine("l5", "misheard"),
        c.WriteLine("l6", session, "Elsewhere.", tags=("W1.E1",)),
        c.RecordEvidence("e1", "Diary", "minutes", nodes=("W1.1", "W1.E1"), other_way=("W1.E1",)),
        c.RecordEvidence("e2", "Interview", "interview", nodes=("W1.1",)),
        c.RecordEvidence("e3", "Retracted", "data", nodes=("W1.1",)),
        c.RetractEntry("e3", "another trust's"),
        c.RecordFindings("Surgery", (c.NewFinding("f1", "surgery", "Unseen.", "W1.1", "concern", True),)),
    )
    found = held(store)
    assert list(ids(found).items()) == [
        (("supports", "executive"), ["l1"]),
        (("supports", "document"), ["e1"]),
        (("supports", "observation"), ["l3"]),
        (("other way", "governor"), ["l2"]),
        (("other way", "service-level-finding"), ["f1"]),
        (("apart", "inference"), ["l4"]),
        (("apart", "interview"), ["e2"]),
    ]
    assert (found.support, found.other_way) == (3, 2)
    assert found.sources == ("executive", "governor", "document", "observation", "service-level-finding")
    assert ("other way", "document") in ids(held(store, "W1.E1"))


def test_the_newest_of_each_source_come_first_and_more_where_more_are_wanted(
    store: Store, session: str, clock: HandClock
) -> None:
    for number in range(1, 5):
        clock.pass_minutes(1)
        store.execute(c.WriteLine(f"l{number}", session, "Read.", "read", tags=("W1.1",)))
    store.execute(c.RecordEvidence("e1", "Board papers", "document", nodes=("W1.1",)))
    clock.pass_minutes(1)
    store.execute(c.WriteLine("l5", session, "Read.", "read", tags=("W1.1",)))
    place: Place = ("supports", "document")
    assert ids(held(store))[place] == ["l5", "l4", "e1", "l3", "l2", "l1"]
    few = held(store, newest=2)
    assert [(len(one.records), one.in_all) for one in few.groups] == [(2, 6)]
    assert len(ids(held(store, newest=2, more={place: 5}))[place]) == 5
    assert held(store, newest=0).groups[0].records == ()


def test_what_stands_under_a_node_is_there_once_with_who_spoke(store: Store, session: str) -> None:
    store.execute(
        c.WriteLine("l1", session, "Both.", speaker="p1", tags=("W1.1", "W1.E2.1", "W1")),
        c.RecordEvidence("e1", "Scheme", "document", nodes=("W1.E2.1", "W1.1"), other_way=("W1.1",)),
    )
    whole = held(store, "W1")
    assert ids(whole) == {("supports", "executive"): ["l1"], ("other way", "document"): ["e1"]}
    line = whole.groups[0].records[0]
    assert isinstance(line, LinkedLine)
    assert (line.role, line.label, line.session_roles) == ("chief-executive", "A", ("chief-executive",))
    assert ids(held(store, "W1.E2")) == {("supports", "executive"): ["l1"], ("supports", "document"): ["e1"]}


def test_what_is_to_be_kept_is_listed_however_many_newer_ones_there_are(
    store: Store, session: str, clock: HandClock
) -> None:
    for number in range(1, 5):
        clock.pass_minutes(1)
        store.execute(
            c.WriteLine(f"l{number}", session, "One more.", speaker="p1", tags=("W1.1",)),
            c.WriteLine(f"r{number}", session, "Read.", "read", tags=("W1.1",)),
            c.RecordEvidence(f"e{number}", "Plan", "document", nodes=("W1.1",)),
        )
    question = partial(source_reading.by_source, pack=PACK, node="W1.1", newest=2, kept={"l1", "r2", "e1"})
    found = store.read(question)
    assert ids(found)[("supports", "executive")] == ["l4", "l3", "l1"]
    assert ids(found)[("supports", "document")][2:] == ["r2", "e1"]
    assert [one.in_all for one in found.groups] == [4, 8]


def test_records_are_read_in_the_order_asked_and_without_what_is_retracted(store: Store, session: str) -> None:
    store.execute(
        c.WriteLine("l1", session, "One."),
        c.WriteLine("l2", session, "Taken back."),
        c.RetractLine("l2", "misheard"),
        c.RecordEvidence("e1", "Board papers", "minutes"),
        c.RecordFindings("Surgery", (c.NewFinding("f1", "surgery", "Unseen."),)),
    )
    refs = (
        RecordRef("finding", "f1"),
        RecordRef("entry", "e1"),
        RecordRef("entry", "none"),
        RecordRef("line", "l2"),
        RecordRef("line", "l1"),
        RecordRef("finding", "none"),
    )
    found = store.read(partial(source_reading.records, refs=refs))
    assert [named(one) for one in found] == ["f1", "e1", "l1"]
    assert isinstance(found[1], EvidenceEntry)
