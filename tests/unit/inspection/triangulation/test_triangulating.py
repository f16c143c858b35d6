"""From what is held to the matrix with its advice."""

import datetime as dt

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.read_models import LocalNode
from wellled_desktop.inspection.triangulation.proving import Proofs
from wellled_desktop.inspection.triangulation.rows import HeldRows, LinesHeld
from wellled_desktop.inspection.triangulation.triangulating import prompts_of, triangulate
from wellled_desktop.inspection.words import LocalKind

NINE = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


def local(node: str, kind: LocalKind) -> LocalNode:
    kloe = node.split(".", maxsplit=1)[0]
    return LocalNode(f"id of {node}", node, kloe, 1, kind, f"words of {node}", NINE, NINE.date(), "A. Inspector")


def test_the_team_s_own_questions_stand_after_the_others_of_their_kloe(pack: Pack) -> None:
    found = prompts_of(pack, (local("W1.L1", "prompt"), local("W1.L2", "evidence")))
    assert list(found)[3:6] == ["W1.4", "W1.L1", "W2.1"]
    assert found["W1.L1"] == "words of W1.L1"
    assert len(found) == 48


def test_each_prompt_comes_with_its_row_its_advice_and_its_words(pack: Pack, scope: Scope) -> None:
    prompts = prompts_of(pack, (local("W1.L1", "prompt"),))
    rows = HeldRows(lines=(LinesHeld("W1.L1", "staff", False, 1, 4, 0),))
    found = {one.node: one for one in triangulate(prompts, rows, Proofs(pack, scope), frozenset({"W1.L1"}))}
    assert [one.rule for one in found["W1.L1"].advice] == ["one source only", "one session only"]
    assert (found["W1.L1"].text, found["W1.L1"].local, found["W1.1"].local) == ("words of W1.L1", True, False)
    assert found["W1.1"].advice == ()
