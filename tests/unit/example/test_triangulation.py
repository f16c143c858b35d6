"""What triangulation finds in the example: what truly rests on too little, and not what only looks so."""

from functools import partial

import pytest

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.triangulation.matrix import Cell
from wellled_desktop.inspection.triangulation.proving import Proofs
from wellled_desktop.inspection.triangulation.triangulating import Triangulated
from wellled_desktop.store import reading, triangulation_reading
from wellled_desktop.store.clock import LaptopClock
from wellled_desktop.vault.vault import Vault

Found = dict[str, Triangulated]


@pytest.fixture(scope="module")
def found(example: tuple[Vault, str], pack: Pack) -> Found:
    vault, inspection = example
    opened = vault.open_inspection(inspection, LaptopClock())
    try:
        detail = opened.store.read(reading.inspection_detail)
        assert detail is not None
        proofs = Proofs(pack, scope_for(pack, detail.trust_types))
        question = partial(triangulation_reading.triangulated, pack=pack, proofs=proofs)
        return {one.node: one for one in opened.store.read(question)}
    finally:
        opened.close()


def rules(found: Found, node: str) -> set[str]:
    return {one.rule for one in found[node].advice}


def test_people_who_contradict_one_another_are_found(found: Found) -> None:
    assert found["W1.L1"].row.cells == {"executive": Cell(2, 0), "staff": Cell(0, 1)}
    assert found["W1.L1"].advice[0].reason == "2 support it and 1 points the other way (staff)."


def test_few_prompts_are_contradicted_though_something_points_the_other_way_on_many(found: Found) -> None:
    mixed = [one for one in found.values() if one.row.support and one.row.other_way]
    contradicted = [one.node for one in mixed if "contradicted" in rules(found, one.node)]
    assert contradicted == ["W1.3", "W1.L1", "W3.3", "W8.1"]
    assert len(mixed) > 20


def test_a_question_that_rests_on_one_source_is_found_though_three_people_in_three_sessions_speak_of_it(
    found: Found,
) -> None:
    row = found["W5.L1"].row
    assert (row.cells, row.speakers, len(row.sessions)) == ({"senior-leader": Cell(3, 0)}, 3, 3)
    assert "one source only" in rules(found, "W5.L1")
    assert "one session only" not in rules(found, "W5.L1")


def test_a_claim_that_nothing_proves_is_found_with_its_line(found: Found) -> None:
    (advice,) = [one for one in found["W8.L1"].advice if one.rule == "claim without proof"]
    assert advice.reason.startswith("1 claim has nothing gathered or received that could prove it: S-")
    assert advice.line


def test_what_only_looks_like_it_is_not_found(found: Found) -> None:
    """Two roles in one session, a claim that the access audit proves, and a contradiction that was taken back."""
    assert rules(found, "W6.L1") == {"one session only", "leaders only"}
    assert found["W6.L1"].row.other_way == 0


def test_where_everything_is_heard_seen_and_read_only_what_is_true_is_advised(found: Found) -> None:
    plenty = found["W1.4"]
    assert len(plenty.row.cells) == 8
    assert plenty.advice == ()
    assert found["W4.5"].advice == (), "nothing is held on what does not apply"
