"""The inspection, the states of key-evidence items, and evidence entries."""

import datetime as dt
from typing import Any

import msgspec

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.creating import as_recorded
from wellled_desktop.inspection.decisions.deciding import (
    UNDONE,
    Standing,
    back_again,
    check_tags,
    clean,
    decide,
    needed_reason,
    one_line,
    put_back,
    reason_given,
    shown,
    taking_back,
)
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.journal import Fact
from wellled_desktop.inspection.read_models import EvidenceEntry


@decide.register
def _(command: c.CreateInspection, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    if standing.inspection() is not None:
        raise RuleBroken("This inspection has already been created; open it instead.")
    fields = msgspec.to_builtins(as_recorded(command))
    framework = fields.pop("framework")
    fields.pop("type")
    fields.pop("id")
    return (
        Fact("framework-pinned", command.id, framework),
        Fact("inspection-created", command.id, fields),
    )


@decide.register
def _(command: c.SetEvidenceState, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    if standing.node_kind(command.node) not in ("evidence", "evidence-sub-item"):
        raise NotFound(f"{shown(command.node)} is not a key-evidence item of this inspection's framework.")
    reason = reason_given(command.reason)
    present = standing.evidence_state(command.node)
    before = (present.state, present.reason) if present else ("none", None)
    if before == (command.state, reason):
        return ()
    value = put_back(command.state, command.since)
    return (Fact("evidence-state-set", command.node, value, "state", reason),)


@taking_back.register
def _(command: c.SetEvidenceState, standing: Standing) -> tuple[c.Command, ...]:
    return _as_it_stands(command.node, standing) or (c.UnsetEvidenceState(command.node),)


@decide.register
def _(command: c.UnsetEvidenceState, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    if standing.evidence_state(command.node) is None:
        return ()
    return (Fact("evidence-state-set", command.node, None, "state"),)


@taking_back.register
def _(command: c.UnsetEvidenceState, standing: Standing) -> tuple[c.Command, ...]:
    return _as_it_stands(command.node, standing)


def _as_it_stands(node: str, standing: Standing) -> tuple[c.Command, ...]:
    """What gives the item the state that it has; nothing for one that nobody touched."""
    present = standing.evidence_state(node)
    if present is None:
        return ()
    since = c.Since(present.set_at, present.author, present.day)
    return (c.SetEvidenceState(node, present.state, present.reason, since),)


@decide.register
def _(command: c.RecordEvidence, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    if standing.entry(command.id) is not None:
        raise RuleBroken("This evidence entry is already in the record; nothing was recorded again.")
    title = clean(command.title).strip()
    if not title:
        raise RuleBroken("An evidence entry needs a title; nothing was recorded.")
    check_tags(standing, command.nodes)
    fields = msgspec.to_builtins(command)
    fields.pop("type")
    fields.pop("id")
    fields |= {
        "title": title,
        "period": one_line(command.period, "The period covered"),
        "received_how": one_line(command.received_how, "How it was received"),
        "other_way": _other_way(command.nodes, command.other_way),
        "request": _request_of(command.request, standing),
        "owner": clean(command.owner).strip(),
        "remarks": clean(command.remarks).strip(),
        "nodes": list(dict.fromkeys(command.nodes)),
        "number": standing.next_entry_number(),
    }
    return (Fact("evidence-recorded", command.id, fields),)


@taking_back.register
def _(command: c.RecordEvidence, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.RetractEntry(command.id, UNDONE),)


def _other_way(nodes: tuple[str, ...], other_way: tuple[str, ...]) -> list[str]:
    unlinked = next((node for node in other_way if node not in nodes), None)
    if unlinked is not None:
        raise RuleBroken(f"The entry is not linked to {shown(unlinked)}, so it cannot point the other way there.")
    return list(dict.fromkeys(other_way))


def _request_of(request: str | None, standing: Standing) -> str | None:
    if request and standing.request(request) is None:
        raise NotFound(f"There is no request {shown(request)} in this inspection.")
    return request or None


@decide.register
def _(command: c.AmendEntry, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    entry = _entry(standing, command.entry)
    changes: dict[str, Any] = {}
    if command.title is not None:
        changes["title"] = clean(command.title).strip()
        if not changes["title"]:
            raise RuleBroken(f"An evidence entry needs a title; {entry.ref} stands as it was.")
    if command.source_kind is not None:
        changes["source_kind"] = command.source_kind
    for name, what in (("period", "The period covered"), ("received_how", "How it was received")):
        if (given := getattr(command, name)) is not None:
            changes[name] = one_line(given, what)
    for name in ("owner", "remarks"):
        if (given := getattr(command, name)) is not None:
            changes[name] = clean(given).strip()
    if command.no_date or command.dated is not None:
        changes["dated"] = None if command.no_date else command.dated
    if command.not_received or command.received_on is not None:
        changes["received_on"] = None if command.not_received else command.received_on
    if command.request is not None:
        changes["request"] = _request_of(command.request, standing)
    facts = [
        Fact("evidence-amended", entry.id, value.isoformat() if isinstance(value, dt.date) else value, field)
        for field, value in changes.items()
        if getattr(entry, field) != value
    ]
    if command.nodes is not None:
        check_tags(standing, command.nodes)
        links = {"nodes": list(dict.fromkeys(command.nodes)), "other_way": _other_way(command.nodes, command.other_way)}
        if links != {"nodes": list(entry.nodes), "other_way": list(entry.other_way)}:
            facts.append(Fact("evidence-linked", entry.id, links, "links"))
    return tuple(facts)


@taking_back.register
def _(command: c.AmendEntry, standing: Standing) -> tuple[c.Command, ...]:
    entry = _entry(standing, command.entry)
    dated = command.no_date or command.dated is not None
    received = command.not_received or command.received_on is not None
    words = ("title", "source_kind", "owner", "period", "received_how", "remarks")
    before = {name: getattr(entry, name) for name in words if getattr(command, name) is not None}
    return (
        c.AmendEntry(
            entry.id,
            **before,
            dated=entry.dated if dated else None,
            no_date=dated and entry.dated is None,
            received_on=entry.received_on if received else None,
            not_received=received and entry.received_on is None,
            nodes=None if command.nodes is None else entry.nodes,
            other_way=() if command.nodes is None else entry.other_way,
            request=None if command.request is None else entry.request or "",
        ),
    )


@decide.register
def _(command: c.RetractEntry, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    entry = _entry(standing, command.entry)
    if entry.retracted_at is not None:
        return ()
    reason = needed_reason(command.reason, f"{entry.ref} can only be retracted", "The entry stands as it was.")
    value = put_back(value=True, since=command.since)
    return (Fact("evidence-retracted", entry.id, value, "retracted", reason),)


@taking_back.register
def _(command: c.RetractEntry, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.RestoreEntry(command.entry, back_again(command.reason)),)


@decide.register
def _(command: c.RestoreEntry, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    entry = _entry(standing, command.entry)
    if entry.retracted_at is None:
        return ()
    reason = needed_reason(command.reason, f"{entry.ref} can only be restored", "The entry stands as it was.")
    return (Fact("evidence-restored", entry.id, False, "retracted", reason),)


@taking_back.register
def _(command: c.RestoreEntry, standing: Standing) -> tuple[c.Command, ...]:
    entry = _entry(standing, command.entry)
    since = c.Since(entry.retracted_at) if entry.retracted_at else None
    return (c.RetractEntry(entry.id, entry.retraction_reason or UNDONE, since),)


def _entry(standing: Standing, entry_id: str) -> EvidenceEntry:
    entry = standing.entry(entry_id)
    if entry is None:
        raise NotFound(f"There is no evidence entry {shown(entry_id)} in this inspection.")
    return entry


@decide.register
def _(command: c.ChangeTrustTypes, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    inspection = standing.inspection()
    if inspection is None:
        raise NotFound("This inspection was not created yet.")
    if not command.trust_types:
        raise RuleBroken("A trust has at least one type; nothing was changed.")
    wanted = tuple(dict.fromkeys(command.trust_types))
    if wanted == inspection.trust_types:
        return ()
    reason = needed_reason(command.reason, "The trust type can only be changed", "It stands as it was.")
    return (Fact("trust-types-changed", inspection.id, list(wanted), "trust_types", reason),)


@taking_back.register
def _(command: c.ChangeTrustTypes, standing: Standing) -> tuple[c.Command, ...]:
    inspection = standing.inspection()
    return () if inspection is None else (c.ChangeTrustTypes(inspection.trust_types, back_again(command.reason)),)
