"""`wellled triangulation`: for each prompt, from which source how much supports it, and advice on what rests on too little;
`wellled coverage`: the same advice by KLOE, what one would look at next.
"""

from functools import partial
from typing import Annotated, Any

import typer

from wellled_desktop.cli.choices import Inspection, Json
from wellled_desktop.cli.exits import NOT_FOUND, Stop
from wellled_desktop.cli.opening import open_inspection, pinned_pack, setting
from wellled_desktop.cli.output import as_json, as_table, remark, say
from wellled_desktop.cli.typed import node_id, quoted
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.triangulation.matrix import Cell
from wellled_desktop.inspection.triangulation.proving import Proofs
from wellled_desktop.inspection.triangulation.sources import SOURCES, Source, spoken_source
from wellled_desktop.inspection.triangulation.triangulating import Triangulated

_NOTHING = "Nothing is linked to these prompts yet; “wellled line add” with --tag links a line."
_NO_ADVICE = "No advice: nothing linked to these prompts rests on too little."
_NOTHING_TO_LOOK_AT = (
    "Nothing linked to the prompts is contradicted, rests on one source or lacks proof, and none is empty."
)


def triangulation(
    context: typer.Context,
    *,
    inspection: Inspection,
    kloe: Annotated[str | None, typer.Option("--kloe", metavar="KLOE", help="Only this one's prompts: W3.")] = None,
    json: Json = False,
) -> None:
    """For each prompt, how much supports it and how much points the other way, by source; then the advice."""
    from wellled_desktop.store import reading
    from wellled_desktop.store.triangulation_reading import whole_matrix

    with open_inspection(setting(context), inspection) as opened:
        pack = pinned_pack(opened.store)
        wanted = node_id(kloe) if kloe else None
        if wanted is not None and wanted not in {one.id for one in pack.kloes}:
            known = f"{pack.kloes[0].id} to {pack.kloes[-1].id}"
            raise Stop(f"There is no key line of enquiry {quoted(wanted)}; they are {known}.", NOT_FOUND)
        detail = opened.store.read(reading.inspection_detail)
        scope = scope_for(pack, detail.trust_types if detail else ())
        proofs = Proofs(pack, scope)
        found = opened.store.read(partial(whole_matrix, pack=pack, proofs=proofs, kloe=wanted))
    shown = [one for one in found.prompts if one.row.cells or scope.applies(one.node)]
    if json:
        as_json([_as_mapping(one) for one in shown])
        return
    _print_matrix(shown)
    if any(one.row.cells for one in shown):
        _remark_on_empty_sources(shown, found.elsewhere, wanted)
    say("")
    advice = [(one.node, advice.rule, advice.reason) for one in shown for advice in one.advice]
    as_table(("Prompt", "Advice", "Why"), advice, _NO_ADVICE)


def _print_matrix(shown: list[Triangulated]) -> None:
    """Prompts that nothing is linked to are left out, and so are sources that say nothing."""
    held = [one for one in shown if one.row.cells]
    sources = [source for source in SOURCES if any(source in one.row.cells for one in held)]
    rows = [(one.node, *(_in_words(one.row.cells.get(source)) for source in sources)) for one in held]
    as_table(("Prompt", *map(spoken_source, sources)), rows, _NOTHING)


def _remark_on_empty_sources(shown: list[Triangulated], elsewhere: dict[Source, int], kloe: str | None) -> None:
    """What is linked to no prompt has no column, and is of the whole inspection: of one KLOE it is not told."""
    for source, count in elsewhere.items() if kloe is None else ():
        if not any(source in one.row.cells for one in shown):
            entries = "1 entry" if count == 1 else f"{count:,} entries"
            are = "is" if count == 1 else "are"
            remark(
                f"{entries} ({spoken_source(source)}) {are} linked to key evidence or guidance only, and to no prompt."
            )


def coverage(context: typer.Context, inspection: Inspection, json: Json = False) -> None:
    """For each KLOE what to look at next, as advice: contradicted, one source only, claims without proof, nothing yet."""
    from wellled_desktop.store import reading
    from wellled_desktop.store.triangulation_reading import covered

    with open_inspection(setting(context), inspection) as opened:
        pack = pinned_pack(opened.store)
        detail = opened.store.read(reading.inspection_detail)
        scope = scope_for(pack, detail.trust_types if detail else ())
        found = opened.store.read(partial(covered, pack=pack, scope=scope, proofs=Proofs(pack, scope)))
    if json:
        as_json(found)
        return
    rows = [(one.kloe, point.words) for one in found for point in one.points]
    as_table(("KLOE", "What to look at"), rows, _NOTHING_TO_LOOK_AT)


def _in_words(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return f"{cell.support}, {cell.other_way} other way" if cell.other_way else str(cell.support)


def _as_mapping(one: Triangulated) -> dict[str, Any]:
    row = one.row
    return {
        "node": one.node,
        "text": one.text,
        "local": one.local,
        "cells": row.cells,
        "speakers": row.speakers,
        "sessions": sorted(row.sessions),
        "advice": one.advice,
    }


def add_to(app: typer.Typer) -> None:
    app.command("triangulation")(triangulation)
    app.command("coverage")(coverage)
