"""The framework in use: what the team added to the pinned one, and another trust type, which loses nothing."""

import shutil
from functools import partial
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.store.conftest import KEY, WRITER, HandClock
from tests.store.packs import create_inspection, tiny_pack
from wellled_desktop import bootstrap
from wellled_desktop.framework.loader import load_pack, pack_bytes
from wellled_desktop.framework.local import PackInUse, retracted_nodes
from wellled_desktop.framework.pack import TRUST_TYPES, Kloe, Pack, TrustType, node_texts, walk
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine, NodeCount
from wellled_desktop.inspection.triangulation.proving import Proofs
from wellled_desktop.store import node_reading, reading, source_reading, triangulation_reading
from wellled_desktop.store.framework_reading import linked_counts, pack_in_use
from wellled_desktop.store.store import Store


def in_use(store: Store) -> PackInUse:
    pack = store.read(pack_in_use)
    assert pack is not None
    return pack


@pytest.fixture
def own(store: Store) -> Store:
    store.execute(
        c.AddLocalNode("l1", "W1", "prompt", "Who listens to porters?"),
        c.AddLocalNode("l2", "W1", "evidence", "The listening log"),
    )
    return store


def test_what_was_added_stands_in_the_framework_in_use(own: Store) -> None:
    (kloe,) = in_use(own).kloes
    assert [one.id for one in kloe.prompts] == ["W1.1", "W1.L1"]
    assert [one.id for one in kloe.evidence] == ["W1.E1", "W1.E2", "W1.L2"]
    assert own.read(reading.pinned_pack) == tiny_pack()


def test_one_that_was_retracted_says_why_and_one_that_was_restored_stands(own: Store) -> None:
    own.execute(c.AmendLocalNode("l1", "Who hears porters?"), c.RetractLocalNode("l1", "asked already"))
    assert retracted_nodes(in_use(own)) == {"W1.L1": "asked already"}
    assert node_texts(in_use(own))["W1.L1"] == "Who hears porters?"
    own.execute(c.RestoreLocalNode("l1", "it was not"))
    assert retracted_nodes(in_use(own)) == {}


def test_a_store_without_an_inspection_has_no_framework_in_use(tmp_path: Path, clock: HandClock) -> None:
    empty = Store(tmp_path / "empty.db", KEY, WRITER, clock)
    assert empty.read(pack_in_use) is None
    empty.close()


def test_an_own_evidence_item_is_ticked_linked_and_counted_as_any_other(own: Store) -> None:
    own.execute(c.SetEvidenceState("W1.L2", "requested"), c.RecordEvidence("e1", "Log", "document", nodes=("W1.L2",)))
    checklist = own.read(node_reading.checklist)
    assert checklist.states["W1.L2"].state == "requested"
    assert checklist.counts["W1.L2"] == NodeCount("W1.L2", 0, 1)


def test_an_entry_for_an_own_evidence_item_answers_a_claim_on_it(own: Store) -> None:
    own.execute(
        c.PlanSession("s1", "interview", ("chief-executive",), (c.NewParticipant("p1", "chief-executive"),)),
        c.WriteLine("n1", "s1", "We keep a listening log", "said", "p1", ("W1.L1", "W1.L2"), claim=True),
    )

    def without_proof() -> list[str]:
        pack = in_use(own)
        question = partial(
            triangulation_reading.triangulated, pack=pack, proofs=Proofs(pack, scope_for(pack, ("acute",)))
        )
        (row,) = [one for one in own.read(question) if one.node == "W1.L1"]
        assert row.local
        return [one.rule for one in row.advice if "claim" in one.rule]

    assert without_proof()
    own.execute(c.RecordEvidence("e1", "Log", "document", nodes=("W1.L2",)))
    assert without_proof() == []


def test_a_retracted_question_is_no_row_of_the_matrix_and_its_line_is_still_found(own: Store) -> None:
    own.execute(
        c.PlanSession("s1", "interview", ("chief-executive",), (c.NewParticipant("p1", "chief-executive"),)),
        c.WriteLine("n1", "s1", "Nobody does", "said", "p1", ("W1.L1",)),
        c.RetractLocalNode("l1", "asked already"),
    )
    pack = in_use(own)
    rows = own.read(partial(triangulation_reading.triangulated, pack=pack, proofs=Proofs(pack, scope_for(pack, ()))))
    assert [one.node for one in rows] == ["W1.1"]
    held = own.read(partial(source_reading.by_source, pack=pack, node="W1.L1"))
    assert [one.line.text for group in held.groups for one in group.records if isinstance(one, LinkedLine)] == [
        "Nobody does"
    ]
    assert own.read(partial(node_reading.kloe_holdings, kloe="W1")).nodes["W1.L1"].lines == 1


def test_only_what_stands_is_counted_as_linked(own: Store) -> None:
    own.execute(
        c.PlanSession("s1", "interview", ("chief-executive",), (c.NewParticipant("p1", "chief-executive"),)),
        c.WriteLine("n1", "s1", "One", "said", "p1", ("W1.1", "W1.L1")),
        c.WriteLine("n2", "s1", "Two", "said", "p1", ("W1.1",)),
        c.RecordEvidence("e1", "Paper", "document", nodes=("W1.1", "W1.E1")),
        c.RecordEvidence("e2", "Other", "document", nodes=("W1.1",)),
        c.RetractLine("n2", "mistaken"),
        c.RetractEntry("e2", "mistaken"),
    )
    assert own.read(linked_counts) == {
        "W1.1": NodeCount("W1.1", 1, 1),
        "W1.L1": NodeCount("W1.L1", 1, 0),
        "W1.E1": NodeCount("W1.E1", 0, 1),
    }


# Another trust type


@pytest.fixture(scope="module")
def real_pack() -> Pack:
    return load_pack(bootstrap.shipped("framework_data") / "cqc-trust-well-led")


@pytest.fixture(scope="module")
def linked_everywhere(tmp_path_factory: pytest.TempPathFactory, real_pack: Pack) -> Path:
    """A line and an entry on each node of the real framework, and on two of the team's own; nobody writes in it."""
    file = tmp_path_factory.mktemp("linked") / "store.db"
    store = Store(file, KEY, WRITER, HandClock())
    created = msgspec.structs.replace(create_inspection(), framework=pack_bytes(real_pack).decode())
    store.execute(
        created,
        c.AddLocalNode("l1", "W1", "prompt", "Who listens to porters?"),
        c.AddLocalNode("l2", "W3", "evidence", "The listening log"),
        c.PlanSession("s1", "interview", ("chief-executive",), (c.NewParticipant("p1", "chief-executive"),)),
    )
    for node in nodes_of(in_use(store)):
        store.execute(
            c.WriteLine(f"n-{node}", "s1", f"Said of {node}", "said", "p1", (node,)),
            c.RecordEvidence(f"e-{node}", f"Paper on {node}", "document", nodes=(node,)),
        )
    store.close()
    return file


def nodes_of(pack: Pack) -> list[str]:
    return [node.id for _, node in walk(pack) if not isinstance(node, Kloe)]


def everything(store: Store) -> dict[str, tuple[list[str], list[str]]]:
    """The lines and the entries found on each node of the framework in use."""
    found, pack = {}, in_use(store)
    for node in nodes_of(pack):
        held = store.read(partial(source_reading.by_source, pack=pack, node=node, newest=99))
        records = [one for group in held.groups for one in group.records]
        lines = sorted(one.line.id for one in records if isinstance(one, LinkedLine))
        found[node] = (lines, sorted(one.id for one in records if isinstance(one, EvidenceEntry)))
    return found


def test_whatever_the_trust_type_is_changed_to_and_back_every_line_and_entry_is_found(
    linked_everywhere: Path, tmp_path: Path
) -> None:
    store = Store(Path(shutil.copy(linked_everywhere, tmp_path / "store.db")), KEY, WRITER, HandClock())
    before, counts = everything(store), store.read(linked_counts)
    assert set(before) == set(counts)
    assert all(f"n-{node}" in lines and f"e-{node}" in entries for node, (lines, entries) in before.items())

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(some.lists(some.sampled_from(TRUST_TYPES), min_size=1, max_size=4, unique=True).map(tuple))
    def there_and_back(types: tuple[TrustType, ...]) -> None:
        assert all(scope_for(in_use(store), ("acute",)).applies(node) for node in ("W1.L1", "W3.L1"))
        undo = store.record(c.ChangeTrustTypes(types, "it turned out so")).undo
        assert recorded_types(store) == types
        assert store.read(linked_counts) == counts
        store.record(*undo)
        assert recorded_types(store) == ("acute",)
        assert store.read(linked_counts) == counts

    there_and_back()
    store.execute(c.ChangeTrustTypes(("ambulance",), "it turned out so"))
    assert everything(store) == before
    store.execute(c.ChangeTrustTypes(("acute",), "it did not"))
    assert everything(store) == before
    store.close()


def recorded_types(store: Store) -> tuple[TrustType, ...]:
    detail = store.read(reading.inspection_detail)
    assert detail is not None
    return detail.trust_types
