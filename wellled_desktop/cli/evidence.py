"""`wellled evidence`: the states of key-evidence items; what was gathered is in `entries`."""

from typing import Annotated

import msgspec
import typer

from wellled_desktop.cli import entries
from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.opening import open_inspection, pinned_pack, setting
from wellled_desktop.cli.output import as_json, as_table, say
from wellled_desktop.cli.typed import node_id
from wellled_desktop.framework.local import retracted_nodes
from wellled_desktop.framework.pack import KeyEvidence, Pack, SubItem
from wellled_desktop.inspection.commands import SetEvidenceState
from wellled_desktop.inspection.read_models import EvidenceItemState
from wellled_desktop.inspection.words import EvidenceState

group = typer.Typer(
    no_args_is_help=True, help="The key-evidence checklist, and what was gathered: evidence entries and their files."
)
entries.add_to(group)


@group.command("list")
def list_states(
    context: typer.Context,
    inspection: Inspection,
    only: Annotated[EvidenceState | None, typer.Option("--state", help="Only the items in this state.")] = None,
    json: Json = False,
) -> None:
    """Every key-evidence item with its state; “none” where nobody has set one."""
    from wellled_desktop.store import reading

    with open_inspection(setting(context), inspection) as opened:
        items = _items(pinned_pack(opened.store))
        known = {one.node: one for one in opened.store.read(reading.evidence_states)}
    listed = [one for one in items if only is None or _state(known.get(one.id)) == only]
    if json:
        as_json([_as_mapping(one.id, known.get(one.id)) for one in listed])
        return
    as_table(
        ("Item", "State", "Reason", "Set", "By", "Text"),
        [(one.id, *_cells(known.get(one.id)), one.text) for one in listed],
        "No key-evidence item is in this state.",
    )


@group.command("set")
def set_state(
    context: typer.Context,
    *,
    inspection: Inspection,
    node: Annotated[str, typer.Argument(metavar="NODE", help="The item's id (W1.E1).")],
    status: Annotated[EvidenceState, typer.Argument(metavar="STATUS", help="The item's new state.")],
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why, if you want to say so.")] = None,
    author: Author = None,
    json: Json = False,
) -> None:
    """Set an item's state: gathered, requested, not-held, not-applicable, not-pursued or none."""
    item = node_id(node)
    with open_inspection(setting(context), inspection, author) as opened:
        changes = opened.store.execute(SetEvidenceState(item, status, reason))
    if json:
        as_json({"node": item, "state": status, "changed": bool(changes)})
    else:
        say(f"{item} {status}" if changes else f"{item} was already {status}")


def _items(pack: Pack) -> list[KeyEvidence | SubItem]:
    """In the framework's order, each item before its sub-items; the team's own at the end of each KLOE's."""
    found: list[KeyEvidence | SubItem] = []
    for kloe in pack.kloes:
        for item in kloe.evidence:
            found += [item, *item.items]
    return [one for one in found if one.id not in retracted_nodes(pack)]


def _state(known: EvidenceItemState | None) -> EvidenceState:
    return known.state if known else "none"


def _as_mapping(node: str, known: EvidenceItemState | None) -> dict[str, object]:
    if known is not None:
        return msgspec.structs.asdict(known)
    return {**dict.fromkeys(EvidenceItemState.__struct_fields__), "node": node, "state": "none"}


def _cells(known: EvidenceItemState | None) -> tuple[object, ...]:
    if known is None:
        return ("none", None, None, None)
    return (known.state.replace("-", " "), known.reason, f"{known.set_at.astimezone():%Y-%m-%d %H:%M}", known.author)
