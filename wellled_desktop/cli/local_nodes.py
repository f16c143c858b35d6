"""`wellled framework local`, `add-node`, `amend-node`, `retract-node` and `restore-node`: what the team adds to an inspection's
framework.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import NOT_FOUND, Stop
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.opening import open_inspection, setting
from wellled_desktop.cli.output import as_json, as_table, say
from wellled_desktop.cli.typed import node_id, quoted
from wellled_desktop.inspection.commands import (
    AddLocalNode,
    AmendLocalNode,
    Command,
    RestoreLocalNode,
    RetractLocalNode,
)
from wellled_desktop.inspection.read_models import LocalNode
from wellled_desktop.inspection.words import LocalKind

if TYPE_CHECKING:  # the store is loaded by the command that needs it
    from wellled_desktop.cli.opening import Setting
    from wellled_desktop.store.store import Store

NodeArgument = Annotated[str, typer.Argument(metavar="NODE", help="The local node's id (W3.L1).")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it stays in the record.")]


def list_local(
    context: typer.Context,
    inspection: Inspection,
    retracted: Annotated[bool, typer.Option("--retracted", help="Those retracted as well.")] = False,
    json: Json = False,
) -> None:
    """The questions and evidence items that the team added to an inspection's framework."""
    from wellled_desktop.store import weighing_reading

    with open_inspection(setting(context), inspection) as opened:
        found = opened.store.read(partial(weighing_reading.local_nodes, retracted=retracted))
    if json:
        as_json(found)
        return
    as_table(
        ("Node", "Kind", "Text", "Added", "By", "Retracted"),
        [(x.node, x.kind, x.text, x.day, x.author, x.retraction_reason) for x in found],
        "The team has added nothing to this framework; “wellled framework add-node” adds something.",
    )


def add_node(
    context: typer.Context,
    *,
    inspection: Inspection,
    kloe: Annotated[str, typer.Argument(metavar="KLOE", help="The KLOE it stands under (W3).")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The question, or what the evidence item is.")],
    kind: Annotated[LocalKind, typer.Option("--kind", help="What is added.")] = "prompt",
    author: Author = None,
    json: Json = False,
) -> None:
    """Add a question or an evidence item of the team's own, marked as local; its id is printed."""
    command = AddLocalNode(new_id(), node_id(kloe), kind, text)
    with open_inspection(setting(context), inspection, author) as opened:
        opened.store.execute(command)
        (added,) = _known(opened.store, command.id)
    _tell(added, json=json)


def amend_node(
    context: typer.Context,
    *,
    inspection: Inspection,
    node: NodeArgument,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Its words from now on.")],
    author: Author = None,
    json: Json = False,
) -> None:
    """Change the words of a local node; the words it had stay in the record."""
    _change(setting(context), inspection, author, node, lambda local: AmendLocalNode(local.id, text), json=json)


def retract_node(
    context: typer.Context,
    *,
    inspection: Inspection,
    node: NodeArgument,
    reason: Reason,
    author: Author = None,
    json: Json = False,
) -> None:
    """Retract a local node; what is linked to it stays and can be read."""
    _change(setting(context), inspection, author, node, lambda local: RetractLocalNode(local.id, reason), json=json)


def restore_node(
    context: typer.Context,
    *,
    inspection: Inspection,
    node: NodeArgument,
    reason: Reason,
    author: Author = None,
    json: Json = False,
) -> None:
    """Put a local node that was retracted back in its place."""
    _change(setting(context), inspection, author, node, lambda local: RestoreLocalNode(local.id, reason), json=json)


def _change(
    chosen: "Setting",
    inspection: str,
    author: str | None,
    node: str,
    command: Callable[[LocalNode], Command],
    *,
    json: bool,
) -> None:
    with open_inspection(chosen, inspection, author) as opened:
        local = _find(opened.store, node)
        opened.store.execute(command(local))
        (after,) = _known(opened.store, local.id)
    _tell(after, json=json)


def _find(store: "Store", called: str) -> LocalNode:
    """By its node id; among those retracted as well."""
    found = next((one for one in _known(store) if one.node == node_id(called)), None)
    if found is None:
        raise Stop(f"The team has added no {quoted(called)} to this inspection's framework.", NOT_FOUND)
    return found


def _known(store: "Store", local_id: str | None = None) -> tuple[LocalNode, ...]:
    from wellled_desktop.store import weighing_reading

    return store.read(partial(weighing_reading.local_nodes, local_id=local_id, retracted=True))


def _tell(node: LocalNode, *, json: bool) -> None:
    if json:
        as_json(node)
    else:
        say(f"{node.node} {node.text}{' (retracted)' if node.retracted_at else ''}")


def add_to(group: typer.Typer) -> None:
    group.command("local")(list_local)
    group.command("add-node")(add_node)
    group.command("amend-node")(amend_node)
    group.command("retract-node")(retract_node)
    group.command("restore-node")(restore_node)
