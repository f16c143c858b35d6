"""`wellled evidence entries`, `entry`, `record`, `amend`, `retract` and `restore`: what was gathered, numbered."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli.attachments import Entry, find_any, find_entry
from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import WRONG_USAGE, Stop
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.opening import open_inspection, setting
from wellled_desktop.cli.output import as_json, as_json_line, as_table, named, say, with_properties
from wellled_desktop.cli.requests import find_request
from wellled_desktop.cli.typed import day, node_id
from wellled_desktop.inspection.commands import AmendEntry, Command, RecordEvidence, RestoreEntry, RetractEntry
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.inspection.read_models.entries import Link
from wellled_desktop.inspection.words import SourceKind

if TYPE_CHECKING:  # the store is loaded by the command that needs it
    from wellled_desktop.store.store import Store

Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What was gathered.")]
Kind = Annotated[SourceKind | None, typer.Option("--kind", help="The kind of source.")]
Owner = Annotated[str | None, typer.Option("--from", metavar="ROLE", help="From whom, by role.")]
Dated = Annotated[str | None, typer.Option("--dated", metavar="DATE", help="Its own date, YYYY-MM-DD.")]
Period = Annotated[str | None, typer.Option("--period", metavar="TEXT", help="What it covers, in words.")]
ReceivedOn = Annotated[str | None, typer.Option("--received", metavar="DATE", help="When it came, YYYY-MM-DD.")]
ReceivedHow = Annotated[str | None, typer.Option("--received-how", metavar="TEXT", help="How it came.")]
Remarks = Annotated[str | None, typer.Option("--remarks", metavar="TEXT", help="Anything else.")]
Supports = Annotated[
    list[str] | None, typer.Option("--supports", metavar="NODE", help="An item or prompt it supports; may be repeated.")
]
OtherWay = Annotated[
    list[str] | None,
    typer.Option("--other-way", metavar="NODE", help="One for which it points the other way; may be repeated."),
]
Answers = Annotated[str | None, typer.Option("--request", metavar="REQUEST", help="The request it answers (R-007).")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")]


def add_to(group: typer.Typer) -> None:
    group.command("entries")(list_entries)
    group.command("entry")(show)
    group.command("record")(record)
    group.command("amend")(amend)
    group.command("retract")(retract)
    group.command("restore")(restore)


def list_entries(
    context: typer.Context,
    inspection: Inspection,
    retracted: Annotated[bool, typer.Option("--retracted", help="Those retracted as well.")] = False,
    json: Json = False,
) -> None:
    """The evidence entries by number."""
    from wellled_desktop.store import entry_reading, reading

    with open_inspection(setting(context), inspection) as opened:
        found = opened.store.read(partial(reading.evidence_entries, retracted=retracted))
        files = opened.store.read(entry_reading.attachment_counts)
        requests = opened.store.read(entry_reading.request_refs)
    if json:
        as_json([{**with_properties(one, "ref"), "attachments": files.get(one.id, 0)} for one in found])
        return
    as_table(
        ("No.", "What", "Kind", "From", "Dated", "Received", "Linked to", "Files", "Request", "Retracted"),
        [(*_cells(one), files.get(one.id), requests.get(one.request or ""), one.retraction_reason) for one in found],
        "Nothing is recorded as gathered; “wellled evidence record” records something.",
    )


def show(context: typer.Context, inspection: Inspection, entry: Entry, json: Json = False) -> None:
    """One entry in full: its facts, its links, and how it stood before each change."""
    from wellled_desktop.store.entry_reading import entry_whole

    with open_inspection(setting(context), inspection) as opened:
        found = find_any(opened.store, entry)
        whole = opened.store.read(partial(entry_whole, entry_id=found.id))
    if json:
        as_json(whole)
        return
    facts = (*zip(_FACTS, _cells(found), strict=True), ("Covers", found.period), ("Remarks", found.remarks))
    for name, value in facts:
        if value:
            say(f"{name}: {value}")
    for change in whole.changes if whole else ():
        before, after = change.before or _links(change.links_before), change.after or _links(change.links_after)
        why = f" ({change.reason})" if change.reason else ""
        field = change.field.replace("_", " ")
        said = f"{before or 'nothing'} → {after or 'nothing'}" if change.field != "retracted" else after or "no longer"
        say(f"{change.at.astimezone():%Y-%m-%d %H:%M} {change.author}: {field}: {said}{why}")


def record(
    context: typer.Context,
    *,
    inspection: Inspection,
    title: Annotated[str, typer.Argument(metavar="TEXT", help="What was gathered.")],
    kind: Annotated[SourceKind, typer.Option("--kind", help="The kind of source.")] = "document",
    owner: Owner = None,
    dated: Dated = None,
    period: Period = None,
    received: ReceivedOn = None,
    received_how: ReceivedHow = None,
    supports: Supports = None,
    other_way: OtherWay = None,
    request: Answers = None,
    remarks: Remarks = None,
    author: Author = None,
    json: Json = False,
) -> None:
    """Record something gathered; its number and id are printed. Recording ticks nothing on the checklist."""
    nodes, against = _linked(supports, other_way)
    own_date, came = day(dated) if dated else None, _day_received(received)
    with open_inspection(setting(context), inspection, author) as opened:
        command = RecordEvidence(
            new_id(),
            title,
            kind,
            owner or "",
            own_date,
            nodes,
            remarks or "",
            period or "",
            came,
            received_how or "",
            against,
            find_request(opened.store, request).id if request else None,
        )
        opened.store.execute(command)
        ref = find_entry(opened.store, command.id).ref
        named(command.id, ref, f"{ref} {command.id}", json=json)


def amend(
    context: typer.Context,
    *,
    inspection: Inspection,
    entry: Entry,
    title: Title = None,
    kind: Kind = None,
    owner: Owner = None,
    dated: Dated = None,
    period: Period = None,
    received: ReceivedOn = None,
    received_how: ReceivedHow = None,
    supports: Supports = None,
    other_way: OtherWay = None,
    unlinked: Annotated[bool, typer.Option("--unlinked", help="Linked to nothing any longer.")] = False,
    request: Answers = None,
    remarks: Remarks = None,
    author: Author = None,
    json: Json = False,
) -> None:
    """Change an entry; what is not given stays, an empty value takes away. Links, where any is given, replace all it had."""
    given = (title, kind, owner, dated, period, received, received_how, supports, other_way, request, remarks)
    if not unlinked and all(one is None or one == [] for one in given):
        raise Stop(
            "Say what to change: --title, --kind, --supports or another option. Nothing was changed.", WRONG_USAGE
        )
    if unlinked and (supports or other_way):
        raise Stop(
            "--unlinked takes all links away, so it cannot stand beside others. Nothing was changed.", WRONG_USAGE
        )
    nodes, against = _linked(supports, other_way)
    came = _day_received(received)
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_entry(opened.store, entry)
        command = AmendEntry(
            found.id,
            title=title,
            source_kind=kind,
            owner=owner,
            dated=day(dated) if dated else None,
            no_date=dated == "",
            period=period,
            received_on=came,
            not_received=received == "",
            received_how=received_how,
            remarks=remarks,
            nodes=nodes if nodes or unlinked else None,
            other_way=against,
            request=find_request(opened.store, request).id if request else request,
        )
        _execute(opened.store, command, found, "changed", json=json)


def retract(
    context: typer.Context,
    *,
    inspection: Inspection,
    entry: Entry,
    reason: Reason,
    author: Author = None,
    json: Json = False,
) -> None:
    """Take an entry out, with a reason; it stays readable."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_any(opened.store, entry)
        _execute(opened.store, RetractEntry(found.id, reason), found, "retracted", json=json)


def restore(
    context: typer.Context,
    *,
    inspection: Inspection,
    entry: Entry,
    reason: Reason,
    author: Author = None,
    json: Json = False,
) -> None:
    """Put a retracted entry back, with a reason."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_any(opened.store, entry)
        _execute(opened.store, RestoreEntry(found.id, reason), found, "restored", json=json)


def _execute(store: "Store", command: Command, entry: EvidenceEntry, done: str, *, json: bool) -> None:
    changes = store.execute(command)
    if json:
        as_json_line({"id": entry.id, "ref": entry.ref, "changed": bool(changes)})
    else:
        say(f"{entry.ref} {done}" if changes else f"{entry.ref} was already so")


def _linked(supports: list[str] | None, other_way: list[str] | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All nodes, and those of them for which it points the other way."""
    backed, against = (tuple(dict.fromkeys(map(node_id, given or ()))) for given in (supports, other_way))
    both = [node for node in backed if node in against]
    if both:
        raise Stop(
            f"{', '.join(both)} is given with --supports and with --other-way, and an entry points one way there; leave one "
            "of them out. Nothing was recorded.",
            WRONG_USAGE,
        )
    return (*backed, *against), against


def _day_received(typed: str | None) -> dt.date | None:
    """What has not come yet was not received. Raises Stop."""
    came = day(typed) if typed else None
    if came is not None and came > dt.datetime.now(dt.UTC).astimezone().date():
        raise Stop(
            f"{came} is still to come, so nothing was received on that day; check --received. Nothing was recorded.",
            WRONG_USAGE,
        )
    return came


_FACTS = ("No.", "What", "Kind", "From", "Dated", "Received", "Linked to")


def _cells(entry: EvidenceEntry) -> tuple[object, ...]:
    received = " ".join(str(part) for part in (entry.received_on, entry.received_how) if part)
    links = ", ".join(f"{node} (other way)" if node in entry.other_way else node for node in entry.nodes)
    return entry.ref, entry.title, entry.source_kind, entry.owner, entry.dated, received, links


def _links(links: tuple[Link, ...]) -> str:
    return ", ".join(f"{one.node} (other way)" if one.other_way else one.node for one in links)
