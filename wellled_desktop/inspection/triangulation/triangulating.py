"""From what the record holds to the matrix with its advice: the one way in for screens, reports and the command line."""

from collections.abc import Sequence

import msgspec

from wellled_desktop.framework.local import is_local
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.read_models import LocalNode
from wellled_desktop.inspection.triangulation.advice import Advice, advice_on
from wellled_desktop.inspection.triangulation.matrix import PromptRow, matrix
from wellled_desktop.inspection.triangulation.proving import Proofs, unproven
from wellled_desktop.inspection.triangulation.rows import HeldRows


class Triangulated(msgspec.Struct, frozen=True):
    """One prompt with what is held on it and the advice; `local` is True for the team's own."""

    row: PromptRow
    advice: tuple[Advice, ...]
    text: str
    local: bool = False

    @property
    def node(self) -> str:
        return self.row.node


def prompts_of(pack: Pack, own: Sequence[LocalNode]) -> dict[str, str]:
    """Each prompt's text by its id in the framework's order, the team's own after the others of their KLOE."""
    found: dict[str, str] = {}
    for kloe in pack.kloes:
        found |= {prompt.id: prompt.text for prompt in kloe.prompts if not is_local(prompt.id)}
        found |= {one.node: one.text for one in own if one.kloe == kloe.id and one.kind == "prompt"}
    return found


def triangulate(
    prompts: dict[str, str], rows: HeldRows, proofs: Proofs, own: frozenset[str] = frozenset()
) -> tuple[Triangulated, ...]:
    """All prompts in their order; `own` are those of them that the team added."""
    of_claims = unproven(rows.claims, rows.standing, proofs)
    return tuple(
        Triangulated(row, advice_on(row), prompts[row.node], row.node in own)
        for row in matrix(tuple(prompts), rows, of_claims)
    )
