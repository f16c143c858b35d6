"""`wellled request`: what is asked of the trust."""

import datetime as dt
import re
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import NOT_FOUND, WRONG_USAGE, Stop
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.opening import find_line, open_inspection, setting
from wellled_desktop.cli.output import as_json, as_json_line, as_table, named, remark, say, with_properties
from wellled_desktop.cli.typed import day, node_id, quoted
from wellled_desktop.inspection.commands import AmendRequest, Command, MakeRequest, SetEvidenceState, SetRequestState
from wellled_desktop.inspection.read_models import Request
from wellled_desktop.inspection.words import RequestState

if TYPE_CHECKING:  # the store is loaded by the command that needs it
    from wellled_desktop.store.store import Store

RequestArgument = Annotated[str, typer.Argument(metavar="REQUEST", help="R-007, or its id.")]
group = typer.Typer(no_args_is_help=True, help="Requests to the trust, numbered.")


@group.command("list")
def list_requests(
    context: typer.Context,
    inspection: Inspection,
    only: Annotated[RequestState | None, typer.Option("--state", help="Only those in this state.")] = None,
    json: Json = False,
) -> None:
    """The requests by number."""
    from wellled_desktop.store.talk_reading import requests

    with open_inspection(setting(context), inspection) as opened:
        found = [one for one in opened.store.read(requests) if only in (None, one.state)]
    if json:
        as_json([with_properties(one, "ref") for one in found])
        return
    as_table(
        ("No.", "Asked for", "Of whom", "Item", "Line", "Made", "Due", "State", "Reason"),
        [(x.ref, x.asked_for, x.asked_of, x.node, x.line_ref, x.day, x.due, x.state, x.state_reason) for x in found],
        "Nothing has been asked of the trust; “wellled request make” asks for something.",
    )


@group.command("make")
def make(
    context: typer.Context,
    *,
    inspection: Inspection,
    asked_for: Annotated[str, typer.Argument(metavar="TEXT", help="What is asked for.")],
    asked_of: Annotated[str, typer.Option("--of", metavar="ROLE", help="Who is asked, by role.")] = "",
    node: Annotated[str | None, typer.Option("--node", metavar="NODE", help="The key evidence it is for.")] = None,
    line: Annotated[str | None, typer.Option("--line", metavar="LINE", help="The claim it would prove.")] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help="YYYY-MM-DD.")] = None,
    author: Author = None,
    json: Json = False,
) -> None:
    """Ask for something; its number and id are printed. A key-evidence item without a state is marked requested."""
    item = node_id(node) if node else None
    until = day(due) if due else None
    with open_inspection(setting(context), inspection, author) as opened:
        claim = find_line(opened.store, line).id if line else None
        command = MakeRequest(new_id(), asked_for, asked_of, item, claim, until)
        opened.store.execute(command, *_marking(opened.store, item))
        ref = find_request(opened.store, command.id).ref
        named(command.id, ref, f"{ref} {command.id}", json=json)
        _remark_on_past(ref, until)


@group.command("amend")
def amend(
    context: typer.Context,
    *,
    inspection: Inspection,
    request: RequestArgument,
    asked_for: Annotated[str | None, typer.Option("--text", metavar="TEXT", help="What is asked for.")] = None,
    asked_of: Annotated[
        str | None, typer.Option("--of", metavar="ROLE", help="Who is asked; empty for nobody.")
    ] = None,
    node: Annotated[
        str | None, typer.Option("--node", metavar="NODE", help="The key evidence; empty for none.")
    ] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help="YYYY-MM-DD; empty for no day.")] = None,
    author: Author = None,
    json: Json = False,
) -> None:
    """Change what a request asks for, of whom, for what or until when; how it was asked before stays in the record."""
    if asked_for is asked_of is node is due is None:
        raise Stop("Say what to change: --text, --of, --node or --due. Nothing was changed.", WRONG_USAGE)
    item = node_id(node) if node else node
    until = day(due) if due else None
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_request(opened.store, request)
        command = AmendRequest(found.id, asked_for, asked_of, item, until, no_day=due == "")
        changes = opened.store.execute(command)
        if json:
            as_json_line({"id": found.id, "ref": found.ref, "changed": bool(changes)})
        else:
            say(f"{found.ref} changed" if changes else f"{found.ref} was already so")
        _remark_on_past(found.ref, until)


@group.command("set")
def set_state(
    context: typer.Context,
    *,
    inspection: Inspection,
    request: RequestArgument,
    state: Annotated[RequestState, typer.Argument(metavar="STATE", help="The request's new state.")],
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why, if you want to say so.")] = None,
    author: Author = None,
    json: Json = False,
) -> None:
    """Set a request's state: open, received, partial or withdrawn."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_request(opened.store, request)
        changes = opened.store.execute(SetRequestState(found.id, state, reason))
        if json:
            as_json_line({"id": found.id, "ref": found.ref, "state": state, "changed": bool(changes)})
        else:
            say(f"{found.ref} {state}" if changes else f"{found.ref} was already {state}")


def find_request(store: "Store", called: str) -> Request:
    """By id or by number: R-007, r7 or 7."""
    from wellled_desktop.store.talk_reading import requests

    wanted = called.strip()
    number = re.fullmatch(r"(?:r-?)?0*([0-9]{1,6})", wanted, re.IGNORECASE)
    for request in store.read(requests):
        if request.id == wanted or (number and request.number == int(number[1])):
            return request
    raise Stop(f"There is no request {quoted(called)} in this inspection.", NOT_FOUND)


def _remark_on_past(ref: str, until: dt.date | None) -> None:
    """It may have been asked on paper before; or the day be a slip."""
    if until is not None and until < dt.datetime.now(dt.UTC).astimezone().date():
        remark(f"{ref} is due on {until}, which is past already; “wellled request amend --due” gives it another day.")


def _marking(store: "Store", node: str | None) -> tuple[Command, ...]:
    from wellled_desktop.store import reading

    if node is None or node.split(".")[1:2] == [] or not node.split(".")[1].startswith("E"):
        return ()
    present = store.read(partial(reading.evidence_states, node=node))
    return () if present and present[0].state != "none" else (SetEvidenceState(node, "requested"),)
