"""The reads of triangulation, on the tiny framework: what counts for a prompt, what does not, and what stands behind a cell."""

from functools import partial

import pytest

from tests.store.conftest import HandClock
from tests.store.packs import tiny_pack
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.commands import (
    AddLocalNode,
    MakeRequest,
    NewFinding,
    NewParticipant,
    PlanSession,
    RecordEvidence,
    RecordFindings,
    RestoreLine,
    RetractEntry,
    RetractFindings,
    RetractLine,
    SetEvidenceState,
    SetRequestState,
    WriteLine,
)
from wellled_desktop.inspection.triangulation.matrix import Cell
from wellled_desktop.inspection.triangulation.proving import Proofs
from wellled_desktop.inspection.triangulation.sources import Source
from wellled_desktop.inspection.triangulation.triangulating import Triangulated
from wellled_desktop.store import triangulation_reading
from wellled_desktop.store.store import Store
from wellled_desktop.store.triangulation_reading import Behind

PACK = tiny_pack()
CHIEF, LEAD, COAST = "p1", "g1", "g2"


@pytest.fixture
def sessions(store: Store) -> tuple[str, str]:
    """An interview with the chief executive, and a panel of two governors."""
    store.execute(
        PlanSession("s1", "interview", ("chief-executive",), (NewParticipant(CHIEF, "chief-executive", name="Jo"),)),
        PlanSession(
            "s2",
            "panel",
            ("governors", "chief-executive"),
            (NewParticipant(LEAD, "governors", "lead"), NewParticipant(COAST, "governors", "coast")),
        ),
    )
    return "s1", "s2"


def triangulated(store: Store, node: str = "W1.1") -> Triangulated:
    proofs = Proofs(PACK, scope_for(PACK, ("acute",)))
    found = store.read(partial(triangulation_reading.triangulated, pack=PACK, proofs=proofs))
    return {one.node: one for one in found}[node]


def rules(store: Store, node: str = "W1.1") -> list[str]:
    return [one.rule for one in triangulated(store, node).advice]


def behind(store: Store, source: Source | None = None, lines: int = 10) -> Behind:
    return store.read(partial(triangulation_reading.behind, pack=PACK, node="W1.1", source=source, lines=lines))


def test_an_empty_record_has_a_row_for_each_prompt_and_nothing_behind_it(store: Store) -> None:
    assert triangulated(store).row.cells == {}
    assert rules(store) == []
    assert behind(store) == Behind("W1.1", None, (), 0, (), ())


def test_everything_linked_to_the_prompt_counts_by_its_source_and_way(store: Store, sessions: tuple[str, str]) -> None:
    store.execute(
        WriteLine("l1", "s1", "We walk the wards.", speaker=CHIEF, tags=("W1.1",)),
        WriteLine("l2", "s1", "Weekly.", tags=("W1.1",)),
        WriteLine("l3", "s2", "Never met one.", speaker=LEAD, tags=("W1.1",), points_other_way=True),
        WriteLine("l4", "s2", "Nods all round.", speaker="several", tags=("W1.1",)),
        WriteLine("l5", "s2", "Asked again; silence.", speaker="silence", tags=("W1.1",)),
        WriteLine("l6", "s2", "A poster.", "seen", tags=("W1.1",)),
        WriteLine("l7", "s2", "Minutes, p. 3.", "read", tags=("W1.1", "W1.E2")),
        WriteLine("l8", "s2", "Nine visits.", "data", tags=("W1.1",)),
        RecordEvidence("e1", "Visit log", "data", nodes=("W1.1",), other_way=("W1.1",)),
        RecordFindings("Surgery report", (NewFinding("f1", "surgery", "Seen weekly.", "W1.1"),)),
    )
    assert triangulated(store).row.cells == {
        "executive": Cell(2, 0),
        "governor": Cell(1, 1),
        "document": Cell(1, 0),
        "data": Cell(1, 1),
        "observation": Cell(2, 0),
        "service-level-finding": Cell(1, 0),
    }


def test_inferences_retractions_and_what_is_linked_below_do_not_count(store: Store, sessions: tuple[str, str]) -> None:
    store.execute(
        WriteLine("l1", "s1", "They hide.", "inference", tags=("W1.1",)),
        WriteLine("l2", "s1", "Misheard.", tags=("W1.1",), claim=True),
        RetractLine("l2", "misheard"),
        WriteLine("l3", "s1", "Of the framework.", tags=("W1.E2.1", "W1")),
        RecordEvidence("e1", "Wrong file", "document", nodes=("W1.1",)),
        RetractEntry("e1", "wrong file"),
        RecordFindings("Surgery report", (NewFinding("f1", "surgery", "Seen weekly.", "W1.1"),)),
        RetractFindings(("f1",), "another trust's"),
    )
    assert triangulated(store).row.cells == {}
    assert rules(store) == []
    assert behind(store) == Behind("W1.1", None, (), 0, (), ())


def test_a_contradiction_withdrawn_by_a_retraction_is_none_until_the_line_is_back(
    store: Store, sessions: tuple[str, str]
) -> None:
    store.execute(
        WriteLine("l1", "s1", "We walk the wards.", speaker=CHIEF, tags=("W1.1",)),
        WriteLine("l2", "s2", "Never met one.", speaker=LEAD, tags=("W1.1",), points_other_way=True),
    )
    assert "contradicted" in rules(store)
    store.execute(RetractLine("l2", "misheard"))
    assert "contradicted" not in rules(store)
    store.execute(RestoreLine("l2", "heard rightly"))
    assert "contradicted" in rules(store)


def test_two_people_of_one_session_are_one_session_and_their_words_said_twice_are_no_more(
    store: Store, sessions: tuple[str, str]
) -> None:
    store.execute(
        WriteLine("l1", "s2", "Never met one.", speaker=LEAD, tags=("W1.1",)),
        WriteLine("l2", "s2", "Never met one.", speaker=LEAD, tags=("W1.1",)),
        WriteLine("l3", "s2", "Nor I.", speaker=COAST, tags=("W1.1",)),
    )
    found = triangulated(store).row
    assert (found.speakers, found.sessions) == (2, frozenset({2}))
    assert rules(store) == ["one source only", "one session only"]
    store.execute(WriteLine("l4", "s2", "From the back.", tags=("W1.1",)))
    assert "said by many, written nowhere" in rules(store)


def test_a_claim_is_without_proof_until_something_came_for_it(store: Store, sessions: tuple[str, str]) -> None:
    store.execute(
        WriteLine("l1", "s1", "All of it is written down.", speaker=CHIEF, tags=("W1.1", "W1.E2"), claim=True),
        MakeRequest("r1", "The log", line="l1"),
        MakeRequest("r2", "Of no line"),
    )
    (claim,) = triangulated(store).row.unproven
    assert (claim.ref, claim.session, claim.line) == ("S-01 l.1", "s1", "l1")
    store.execute(SetRequestState("r1", "partial"))
    assert "claim without proof" in rules(store)
    store.execute(SetRequestState("r1", "received"))
    assert triangulated(store).row.unproven == ()


def test_an_entry_that_answers_its_request_proves_a_claim_while_it_stands(
    store: Store, sessions: tuple[str, str]
) -> None:
    store.execute(
        WriteLine("l1", "s1", "Nobody waits.", speaker=CHIEF, tags=("W1.1",), claim=True),
        MakeRequest("r1", "The log", line="l1"),
        RecordEvidence("e1", "Log", "data", request="r1"),
    )
    assert triangulated(store).row.unproven == ()
    store.execute(RetractEntry("e1", "wrong file"))
    assert len(triangulated(store).row.unproven) == 1


def test_a_sub_item_gathered_or_with_an_entry_counts_for_its_item(store: Store, sessions: tuple[str, str]) -> None:
    store.execute(WriteLine("l1", "s1", "It is there.", speaker=CHIEF, tags=("W1.1", "W1.E2"), claim=True))
    store.execute(SetEvidenceState("W1.E2.1", "requested"))
    assert len(triangulated(store).row.unproven) == 1
    store.execute(RecordEvidence("e1", "Scheme", "document", nodes=("W1.E2.1",)))
    assert triangulated(store).row.unproven == ()
    store.execute(RetractEntry("e1", "wrong file"), SetEvidenceState("W1.E2.1", "gathered"))
    assert triangulated(store).row.unproven == ()


def test_the_team_s_own_question_has_a_row_and_one_kloe_can_be_asked_for(
    store: Store, sessions: tuple[str, str]
) -> None:
    store.execute(AddLocalNode("n1", "W1", "prompt", "Who walks at night?"))
    store.execute(WriteLine("l1", "s1", "I do.", speaker=CHIEF, tags=("W1.L1",)))
    found = triangulated(store, "W1.L1")
    assert (found.local, found.text, found.row.cells) == (True, "Who walks at night?", {"executive": Cell(1, 0)})
    of_kloe = partial(triangulation_reading.triangulated, pack=PACK, proofs=Proofs(PACK, scope_for(PACK, ("acute",))))
    assert [one.node for one in store.read(partial(of_kloe, kloe="W1"))] == ["W1.1", "W1.L1"]
    assert store.read(partial(of_kloe, kloe="W2")) == ()


def test_behind_a_cell_stand_its_lines_newest_first_a_page_at_a_time(
    store: Store, sessions: tuple[str, str], clock: HandClock
) -> None:
    for number in range(1, 6):
        clock.pass_minutes(1)
        store.execute(WriteLine(f"l{number}", "s1", f"Line {number}.", speaker=CHIEF, tags=("W1.1",)))
    store.execute(WriteLine("l9", "s2", "Never.", speaker=LEAD, tags=("W1.1",)))
    found = behind(store, "executive", lines=2)
    assert [linked.line.id for linked in found.lines] == ["l5", "l4"]
    assert (found.lines_in_all, found.entries, found.findings) == (5, (), ())
    assert [linked.line.id for linked in behind(store).lines] == ["l9", "l5", "l4", "l3", "l2", "l1"]
    (linked,) = behind(store, "governor").lines
    assert (linked.role, linked.label, linked.session_roles) == ("governors", "lead", ("governors", "chief-executive"))


def test_behind_a_cell_stand_entries_and_findings_of_its_source_only(store: Store, sessions: tuple[str, str]) -> None:
    store.execute(
        RecordEvidence("e1", "Policy", "policy", nodes=("W1.1",)),
        RecordEvidence("e2", "Minutes", "minutes", nodes=("W1.1",)),
        RecordEvidence("e3", "Figures", "data", nodes=("W1.1",)),
        RecordEvidence("e4", "The interview", "interview", nodes=("W1.1",)),
        RecordFindings("Surgery report", (NewFinding("f1", "surgery", "Seen weekly.", "W1.1"),)),
    )
    assert [one.id for one in behind(store, "document").entries] == ["e2", "e1"]
    assert behind(store, "document").findings == ()
    assert [one.id for one in behind(store, "service-level-finding").findings] == ["f1"]
    everything = behind(store)
    assert [one.id for one in everything.entries] == ["e3", "e2", "e1"]
    assert [one.id for one in everything.findings] == ["f1"]


def test_open_requests_and_what_is_not_to_be_had_stand_beside_what_is_gathered(
    store: Store, sessions: tuple[str, str]
) -> None:
    store.execute(
        SetEvidenceState("W1.E1", "gathered"),
        SetEvidenceState("W1.E2", "not-held", "never kept"),
        SetEvidenceState("W1.E2.1", "requested"),
        MakeRequest("r1", "The log", "company secretary", "W1.E2"),
        MakeRequest("r2", "Came", "company secretary"),
        SetRequestState("r2", "received"),
    )
    found = store.read(triangulation_reading.standing)
    assert (found.gathered, found.closed) == (frozenset({"W1.E1"}), frozenset({"W1.E2"}))
    assert [(one.ref, one.asked_of, one.node) for one in found.asked] == [
        ("R-001", "company secretary", "W1.E2"),
        ("", "", "W1.E2.1"),
    ]


def test_an_item_with_a_numbered_request_is_told_by_its_number_alone(store: Store) -> None:
    store.execute(SetEvidenceState("W1.E2", "requested"), MakeRequest("r1", "The log", "", "W1.E2"))
    assert [one.ref for one in store.read(triangulation_reading.standing).asked] == ["R-001"]


def test_entries_that_are_linked_to_no_prompt_are_counted_by_their_source(store: Store) -> None:
    store.execute(
        AddLocalNode("n1", "W1", "prompt", "Who walks at night?"),
        RecordEvidence("e1", "A letter", "external", nodes=("W1.E1", "W1.E2")),
        RecordEvidence("e2", "On the prompt too", "external", nodes=("W1.E1", "W1.1")),
        RecordEvidence("e3", "On the team's own", "document", nodes=("W1.L1", "W1.E1")),
        RecordEvidence("e4", "Of an interview", "interview", nodes=("W1.E1",)),
        RecordEvidence("e5", "Linked to nothing", "data"),
        RecordEvidence("e6", "Taken out", "survey", nodes=("W1.E1",)),
        RetractEntry("e6", "twice"),
    )
    assert store.read(triangulation_reading.entries_elsewhere) == {"external": 1}
    proofs = Proofs(PACK, scope_for(PACK, ("acute",)))
    found = store.read(partial(triangulation_reading.whole_matrix, pack=PACK, proofs=proofs, kloe="W1"))
    assert [one.node for one in found.prompts] == ["W1.1", "W1.L1"]
    assert found.elsewhere == {"external": 1}


def test_what_to_look_at_is_of_the_prompts_that_apply_and_of_those_with_something(
    store: Store, sessions: tuple[str, str]
) -> None:
    store.execute(WriteLine("l1", "s1", "It is.", speaker=CHIEF, tags=("W1.1",)))
    proofs = Proofs(PACK, scope_for(PACK, ("acute",)))
    scope = scope_for(PACK, ("acute",))
    (first, *others) = store.read(partial(triangulation_reading.covered, pack=PACK, scope=scope, proofs=proofs))
    assert [point.words for point in first.points] == ["W1.1 rests on one source (executive)"]
    hidden = type(scope)(
        scope.trust_types, {prompt.id: "Not here." for kloe in PACK.kloes for prompt in kloe.prompts}, {}
    )
    found = store.read(partial(triangulation_reading.covered, pack=PACK, scope=hidden, proofs=proofs))
    assert (found[0], {point for one in found[1:] for point in one.points}) == (first, set())
    assert len(others) == len(found) - 1
