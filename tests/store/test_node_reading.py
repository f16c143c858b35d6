"""The reads of the KLOE, Evidence and Requests pages, and of the navigator."""

from functools import partial

import pytest

from wellled_desktop.inspection.commands import (
    NewFinding,
    NewParticipant,
    PlanSession,
    RecordEvidence,
    RecordFindings,
    RestoreLine,
    RetractFindings,
    RetractLine,
    SetEvidenceState,
    WriteLine,
)
from wellled_desktop.inspection.read_models import KloeHoldings, NodeCount, NodeHoldings
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


def test_nothing_is_held_before_anything_is_recorded(store: Store) -> None:
    assert held(store) == KloeHoldings("W1", {"W1": NodeHoldings("W1")}, {})
    assert store.read(node_reading.kloe_totals) == ()
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


def test_service_level_findings_are_held_at_their_node_and_above_it(store: Store) -> None:
    store.execute(
        RecordFindings(
            "Surgery, 2025",
            (
                NewFinding("f1", "surgery", "No scheme.", "W1.E2.1"),
                NewFinding("f2", "surgery", "Leaders are seen.", "W1.1"),
                NewFinding("f3", "surgery", "Linked to nothing."),
                NewFinding("f4", "surgery", "Taken back.", "W1.1"),
            ),
        ),
        RetractFindings(("f4",), "another trust's"),
    )
    assert {node: one.findings for node, one in held(store).nodes.items()} == {
        "W1": 2,
        "W1.1": 1,
        "W1.E2": 1,
        "W1.E2.1": 1,
    }


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
