"""Service-level findings, and what the team adds to the framework's tree."""

import datetime as dt
from collections import defaultdict
from typing import Any

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions.deciding import (
    UNDONE,
    Standing,
    back_again,
    check_tags,
    decide,
    needed_reason,
    one_line,
    put_back,
    remark,
    shown,
    taking_back,
)
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.journal import Fact
from wellled_desktop.inspection.read_models import LocalNode, ServiceFinding


@decide.register
def _(command: c.RecordFindings, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    return tuple(Fact("finding-recorded", one.id, value) for one, value in _new_ones(command, standing))


@taking_back.register
def _(command: c.RecordFindings, standing: Standing) -> tuple[c.Command, ...]:
    recorded = tuple(one.id for one, _ in _new_ones(command, standing))
    return (c.RetractFindings(recorded, UNDONE),) if recorded else ()


def _new_ones(command: c.RecordFindings, standing: Standing) -> list[tuple[c.NewFinding, dict[str, Any]]]:
    """The record is asked once for the whole list: asked for each, 10,000 findings took 16 s."""
    source = one_line(command.source, "The source")
    said = [_said(one, standing) for one in command.findings]
    seen = set(standing.findings_saying({text for _, text in said}))
    known = standing.finding_ids({one.id for one in command.findings})
    found: list[tuple[c.NewFinding, dict[str, Any]]] = []
    for one, (service, text) in zip(command.findings, said, strict=True):
        if (service, text) in seen:
            continue
        if one.id in known:
            raise RuleBroken(
                "A service-level finding of this list is in the record in other words; nothing was recorded."
            )
        seen.add((service, text))
        value = {
            "service": service,
            "text": text,
            "node": one.node or None,
            "weight": one.weight,
            "points_other_way": one.points_other_way,
            "source": source,
            "reported": one_line(one.reported, "The day of the report"),
        }
        found.append((one, value))
    return found


def _said(one: c.NewFinding, standing: Standing) -> tuple[str, str]:
    """Of which service, and what."""
    service, text = one_line(one.service, "A service"), remark(one.text, "A finding")
    if not (service and text):
        raise RuleBroken("Each service-level finding needs a service and its words; nothing was recorded.")
    check_tags(standing, (one.node,) if one.node else ())
    return service, text


@decide.register
def _(command: c.LinkFinding, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    finding = _finding(standing, command.finding)
    check_tags(standing, (command.node,) if command.node else ())
    value = {"node": command.node or None, "points_other_way": bool(command.node) and command.points_other_way}
    if value == {"node": finding.node, "points_other_way": finding.points_other_way}:
        return ()
    return (Fact("finding-linked", finding.id, value, "link"),)


@taking_back.register
def _(command: c.LinkFinding, standing: Standing) -> tuple[c.Command, ...]:
    finding = _finding(standing, command.finding)
    return (c.LinkFinding(finding.id, finding.node or "", finding.points_other_way),)


@decide.register
def _(command: c.RetractFindings, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    found = [one for one in _findings(command.findings, standing) if one.retracted_at is None]
    reason = needed_reason(command.reason, "A service-level finding can only be retracted", "It stands as it was.")
    value = put_back(value=True, since=command.since)
    return tuple(Fact("finding-retracted", one.id, value, "retracted", reason) for one in found)


@taking_back.register
def _(command: c.RetractFindings, standing: Standing) -> tuple[c.Command, ...]:
    gone = tuple(one.id for one in _findings(command.findings, standing) if one.retracted_at is None)
    return (c.RestoreFindings(gone, back_again(command.reason)),) if gone else ()


@decide.register
def _(command: c.RestoreFindings, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    gone = [one for one in _findings(command.findings, standing) if one.retracted_at is not None]
    reason = needed_reason(command.reason, "A service-level finding can only be restored", "It stays as it was.")
    found = _not_doubled(gone, standing)
    if gone and not found:
        raise RuleBroken("A finding of the same service stands in the same words already; this one stays retracted.")
    return tuple(Fact("finding-restored", one.id, False, "retracted", reason) for one in found)


def _not_doubled(gone: list[ServiceFinding], standing: Standing) -> list[ServiceFinding]:
    """Those that nothing standing says already: what was retracted can have been taken over from a file again."""
    seen = set(standing.findings_saying({one.text for one in gone}))
    found: list[ServiceFinding] = []
    for one in gone:
        if (one.service, one.text) not in seen:
            seen.add((one.service, one.text))
            found.append(one)
    return found


@taking_back.register
def _(command: c.RestoreFindings, standing: Standing) -> tuple[c.Command, ...]:
    alike: defaultdict[tuple[str, dt.datetime], list[str]] = defaultdict(list)
    for one in _findings(command.findings, standing):
        if one.retracted_at is not None:
            alike[one.retraction_reason or UNDONE, one.retracted_at].append(one.id)
    return tuple(c.RetractFindings(tuple(ids), reason, c.Since(at)) for (reason, at), ids in alike.items())


def _findings(identifiers: tuple[str, ...], standing: Standing) -> list[ServiceFinding]:
    return [_finding(standing, one) for one in dict.fromkeys(identifiers)]


def _finding(standing: Standing, finding_id: str) -> ServiceFinding:
    finding = standing.finding(finding_id)
    if finding is None:
        raise NotFound(f"There is no service-level finding {shown(finding_id)} in this inspection.")
    return finding


@decide.register
def _(command: c.AddLocalNode, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    if standing.local_node(command.id) is not None:
        raise RuleBroken("This is already part of the framework; nothing was recorded again.")
    if standing.node_kind(command.kloe) is None or "." in command.kloe:
        raise NotFound(f"{shown(command.kloe)} is not a KLOE of this inspection's framework.")
    text = one_line(command.text, "The text")
    if not text:
        raise RuleBroken("What is added to the framework needs words; nothing was recorded.")
    number = standing.next_local_number(command.kloe)
    fields = {
        "node": f"{command.kloe}.L{number}",
        "kloe": command.kloe,
        "number": number,
        "kind": command.kind,
        "text": text,
    }
    return (Fact("local-node-added", command.id, fields),)


@taking_back.register
def _(command: c.AddLocalNode, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.RetractLocalNode(command.id, UNDONE),)


@decide.register
def _(command: c.AmendLocalNode, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    local = _local(standing, command.id)
    text = one_line(command.text, "The text")
    if not text:
        raise RuleBroken(f"What is added to the framework needs words; {local.node} stands as it was.")
    return () if text == local.text else (Fact("local-node-amended", local.id, text, "text"),)


@taking_back.register
def _(command: c.AmendLocalNode, standing: Standing) -> tuple[c.Command, ...]:
    return (c.AmendLocalNode(command.id, _local(standing, command.id).text),)


@decide.register
def _(command: c.RetractLocalNode, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    local = _local(standing, command.id)
    if local.retracted_at is not None:
        return ()
    reason = needed_reason(command.reason, f"{local.node} can only be retracted", "It stands as it was.")
    value = put_back(value=True, since=command.since)
    return (Fact("local-node-retracted", local.id, value, "retracted", reason),)


@taking_back.register
def _(command: c.RetractLocalNode, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.RestoreLocalNode(command.id, back_again(command.reason)),)


@decide.register
def _(command: c.RestoreLocalNode, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    local = _local(standing, command.id)
    if local.retracted_at is None:
        return ()
    reason = needed_reason(command.reason, f"{local.node} can only be restored", "It stays as it was.")
    return (Fact("local-node-restored", local.id, False, "retracted", reason),)


@taking_back.register
def _(command: c.RestoreLocalNode, standing: Standing) -> tuple[c.Command, ...]:
    local = _local(standing, command.id)
    since = c.Since(local.retracted_at) if local.retracted_at else None
    return (c.RetractLocalNode(local.id, local.retraction_reason or UNDONE, since),)


def _local(standing: Standing, local_id: str) -> LocalNode:
    local = standing.local_node(local_id)
    if local is None:
        raise NotFound(f"Nothing {shown(local_id)} was added to this inspection's framework.")
    return local
