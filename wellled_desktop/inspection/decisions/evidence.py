"""The inspection, the states of key-evidence items, and evidence entries."""

import datetime as dt

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
        "owner": clean(command.owner).strip(),
        "remarks": clean(command.remarks).strip(),
        "nodes": list(dict.fromkeys(command.nodes)),
        "number": standing.next_entry_number(),
    }
    return (Fact("evidence-recorded", command.id, fields),)


@taking_back.register
def _(command: c.RecordEvidence, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.RetractEntry(command.id, UNDONE),)


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
