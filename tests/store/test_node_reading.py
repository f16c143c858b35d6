"""The reads of the KLOE, Evidence and Requests pages, and of the navigator."""

from functools import partial

import pytest

from tests.store.conftest import HandClock
from wellled_desktop.inspection.commands import (
    NewParticipant,
    PlanSession,
    RecordEvidence,
    RestoreLine,
    RetractLine,
    SetEvidenceState,
    WriteLine,
)
from wellled_desktop.inspection.read_models import KloeHoldings, LinkedToNode, NodeCount, NodeHoldings
from wellled_desktop.store import node_reading
from wellled_desktop.store.store import Store


@pytest.fixture
def session(store: Store) -> str:
    store.execute(
        PlanSession("s1", "interview", ("chief-executive",), (NewParticipant("p1", "chief-executive", "A", "Jo"),))
    )
    return "s1"


def held(store: Store, kloe: str = "W1") -> KloeHoldings:
    return store.read(partial(node_reading.kloe_holdings, kloe=kloe))


def linked(store: Store, node: str, lines: int = 10) -> LinkedToNode:
    return store.read(partial(node_reading.linked_to, node=node, lines=lines))


def test_nothing_is_held_before_anything_is_recorded(store: Store) -> None:
    assert held(store) == KloeHoldings("W1", {"W1": NodeHoldings("W1")}, {})
    assert store.read(node_reading.kloe_totals) == ()
    assert linked(store, "W1.1") == LinkedToNode("W1.1", (), 0, ())
    assert store.read(node_reading.evidence_log) == ()


def test_a_line_counts_once_for_each_node_and_once_for_the_whole(store: Store, session: str) -> None:
    store.execute(
        WriteLine("l1", session, "One.", tags=("W1.1", "W1.E1"), claim=True, weight="concern"),
        WriteLine("l2", session, "Two.", tags=("W1.1",), weight="strength"),
        WriteLine("l3", session, "Of the whole.", tags=("W1",)),
        WriteLine("l4", session, "Taken back.", tags=("W1.1",), claim=True),
        RetractLine("l4", "misheard"),
    )
    assert held(store).nodes == {
        "W1": NodeHoldings("W1", lines=3, claims=1, concerns=1, strengths=1),
        "W1.1": NodeHoldings("W1.1", lines=2, claims=1, concerns=1, strengths=1),
        "W1.E1": NodeHoldings("W1.E1", lines=1, claims=1, concerns=1),
    }


def test_what_is_linked_to_a_sub_item_is_there_for_its_item_once(store: Store, session: str) -> None:
    store.execute(
        WriteLine("l1", session, "Both.", tags=("W1.E2", "W1.E2.1")),
        RecordEvidence("e1", "Scheme", "document", nodes=("W1.E2.1",)),
        RecordEvidence("e2", "Board papers", "minutes", nodes=("W1.E2", "W1.E2.1", "W1.E1")),
    )
    nodes = held(store).nodes
    assert nodes["W1.E2"] == NodeHoldings("W1.E2", lines=1, entries=2)
    assert nodes["W1.E2.1"] == NodeHoldings("W1.E2.1", lines=1, entries=2)
    assert nodes["W1.E1"] == NodeHoldings("W1.E1", entries=1)
    assert nodes["W1"] == NodeHoldings("W1", lines=1, entries=2)


def test_the_totals_of_all_kloes_are_those_of_their_pages(store: Store, session: str) -> None:
    store.execute(
        WriteLine("l1", session, "Several nodes, one line.", tags=("W1", "W1.1", "W1.E2.1")),
        WriteLine("l2", session, "Taken back.", tags=("W1.1",)),
        WriteLine("l3", session, "Linked to nothing."),
        RetractLine("l2", "misheard"),
        RecordEvidence("e1", "Several nodes, one entry", "document", nodes=("W1.E1", "W1.E2", "W1.E2.1")),
        RecordEvidence("e2", "Linked to nothing", "document"),
    )
    assert store.read(node_reading.kloe_totals) == (NodeCount("W1", lines=1, entries=1),)
    whole = held(store).nodes["W1"]
    assert (whole.lines, whole.entries) == (1, 1)
    store.execute(RestoreLine("l2", "right after all"))
    assert store.read(node_reading.kloe_totals) == (NodeCount("W1", lines=2, entries=1),)


def test_a_kloe_with_entries_alone_has_totals_too(store: Store) -> None:
    store.execute(RecordEvidence("e1", "Board papers", "minutes", nodes=("W1.E1",)))
    assert store.read(node_reading.kloe_totals) == (NodeCount("W1", lines=0, entries=1),)


def test_the_states_of_a_kloe_are_those_set_on_its_items(store: Store) -> None:
    store.execute(SetEvidenceState("W1.E1", "gathered"), SetEvidenceState("W1.E2.1", "not-held", "never written"))
    states = held(store).states
    assert {node: (state.state, state.reason) for node, state in states.items()} == {
        "W1.E1": ("gathered", None),
        "W1.E2.1": ("not-held", "never written"),
    }
    assert held(store, "W2") == KloeHoldings("W2", {"W2": NodeHoldings("W2")}, {})


def test_the_newest_linked_lines_come_first_with_who_spoke(store: Store, session: str, clock: HandClock) -> None:
    store.execute(
        PlanSession("s2", "panel", ("governors",)),
        WriteLine("l1", session, "First.", speaker="p1", tags=("W1.1",)),
        WriteLine("l2", session, "Also of that minute.", tags=("W1.1",)),
    )
    clock.pass_minutes(1)
    store.execute(WriteLine("l3", "s2", "Later.", tags=("W1.E2.1",)), RetractLine("l1", "misheard"))
    found = linked(store, "W1")
    assert [one.line.id for one in found.lines] == ["l3", "l2", "l1"]
    assert [(one.role, one.label, one.session_roles) for one in found.lines] == [
        ("", "", ("governors",)),
        ("", "", ("chief-executive",)),
        ("chief-executive", "A", ("chief-executive",)),
    ]
    newest = linked(store, "W1", lines=1)
    assert ([one.line.id for one in newest.lines], newest.lines_in_all) == (["l3"], 3)


def test_linked_entries_come_newest_first_with_their_nodes_in_order(store: Store) -> None:
    store.execute(
        RecordEvidence("e1", "Scheme", "document", nodes=("W1.E2.1", "W1.E1")),
        RecordEvidence("e2", "Elsewhere", "data", nodes=("W1.1",)),
        RecordEvidence("e3", "Papers", "minutes", nodes=("W1.E2",)),
    )
    assert [(one.id, one.nodes) for one in linked(store, "W1.E2").entries] == [
        ("e3", ("W1.E2",)),
        ("e1", ("W1.E2.1", "W1.E1")),
    ]


def test_the_log_is_read_a_page_at_a_time_newest_first(store: Store) -> None:
    store.execute(
        *(RecordEvidence(f"e{number}", f"Entry {number}", "document", nodes=("W1.1",)) for number in range(1, 5)),
        RecordEvidence("e5", "Linked to nothing", "document"),
        RecordEvidence("e6", "Linked to two", "document", nodes=("W1.E2", "W1.E1")),
    )
    first = store.read(partial(node_reading.evidence_log, limit=2))
    assert [(one.ref, one.nodes) for one in first] == [("E-006", ("W1.E2", "W1.E1")), ("E-005", ())]
    older = store.read(partial(node_reading.evidence_log, below=first[-1].number, limit=2))
    assert [one.ref for one in older] == ["E-004", "E-003"]
    assert [one.ref for one in store.read(partial(node_reading.evidence_log, above=4))] == ["E-006", "E-005"]


def test_the_checklist_has_the_states_and_what_is_linked_to_each_item(store: Store, session: str) -> None:
    store.execute(
        SetEvidenceState("W1.E1", "requested", "asked the company secretary"),
        WriteLine("l1", session, "Once.", tags=("W1.E2", "W1.E2.1", "W1.1")),
        WriteLine("l2", session, "Taken back.", tags=("W1.E1",)),
        RetractLine("l2", "misheard"),
        RecordEvidence("e1", "Scheme", "document", nodes=("W1.E2.1", "W1.E1", "W1.1")),
    )
    checklist = store.read(node_reading.checklist)
    assert [(node, one.state) for node, one in checklist.states.items()] == [("W1.E1", "requested")]
    assert checklist.counts == {
        "W1.E1": NodeCount("W1.E1", lines=0, entries=1),
        "W1.E2": NodeCount("W1.E2", lines=1, entries=1),
        "W1.E2.1": NodeCount("W1.E2.1", lines=1, entries=1),
    }
