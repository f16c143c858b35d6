"""The entries of the trust's risk register: recorded, brought up to date, retracted."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions.deciding import (
    UNDONE,
    Standing,
    back_again,
    decide,
    needed_reason,
    one_line,
    put_back,
    shown,
    taking_back,
)
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.journal import Fact
from wellled_desktop.inspection.read_models import Risk

_Wanted = tuple[c.NewRisk, dict[str, str], Risk | None]


@decide.register
def _(command: c.RecordRisks, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    return tuple(
        Fact("risk-recorded", present.id if present else risk.id, put_back(value, command.since))
        for risk, value, present in _what_changes(command, standing)
    )


@taking_back.register
def _(command: c.RecordRisks, standing: Standing) -> tuple[c.Command, ...]:
    """What stood before stands again as it was; what did not is retracted."""
    changes = _what_changes(command, standing)
    before = [present for _, _, present in changes if present is not None]
    new = tuple(risk.id for risk, _, present in changes if present is None)
    return (*_as_recorded(before), *_as_retracted(before), *((c.RetractRisks(new, UNDONE),) if new else ()))


@decide.register
def _(command: c.RetractRisks, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    standing_ones = [risk for risk in _risks(command.risks, standing) if risk.retracted_at is None]
    for risk in standing_ones:
        if standing.is_compared(risk.id):
            raise RuleBroken(
                f"A worry is compared with {shown(risk.reference)}, so it stays in the register; compare that worry anew first."
            )
    reason = needed_reason(
        command.reason, "An entry of the risk register can only be retracted", "It stands as it was."
    )
    value = put_back(value=True, since=command.since)
    return tuple(Fact("risk-retracted", risk.id, value, "retracted", reason) for risk in standing_ones)


@taking_back.register
def _(command: c.RetractRisks, standing: Standing) -> tuple[c.Command, ...]:
    retracted = tuple(risk.id for risk in _risks(command.risks, standing) if risk.retracted_at is None)
    return (c.RestoreRisks(retracted, back_again(command.reason)),) if retracted else ()


@decide.register
def _(command: c.RestoreRisks, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    gone = [risk for risk in _risks(command.risks, standing) if risk.retracted_at is not None]
    reason = needed_reason(command.reason, "An entry of the risk register can only be restored", "It stays as it was.")
    return tuple(Fact("risk-restored", risk.id, False, "retracted", reason) for risk in gone)


@taking_back.register
def _(command: c.RestoreRisks, standing: Standing) -> tuple[c.Command, ...]:
    return _as_retracted(_risks(command.risks, standing))


def _what_changes(command: c.RecordRisks, standing: Standing) -> list[_Wanted]:
    """Of the entries given those that are new, say something else than recorded, or were retracted; with what is recorded."""
    source = one_line(command.source, "The source")
    found: list[_Wanted] = []
    seen: set[str] = set()
    made: set[str] = set()
    for risk in command.risks:
        reference = one_line(risk.reference, "A reference")
        value = {
            "reference": reference,
            "title": one_line(risk.title, "A risk's title"),
            "rating": one_line(risk.rating, "A rating"),
            "owner": one_line(risk.owner, "An owner"),
            "source": source,
        }
        if not (reference and value["title"]):
            raise RuleBroken("Each entry of a risk register needs a reference and a title; nothing was recorded.")
        if reference in seen:
            raise RuleBroken(f"The reference {shown(reference)} stands twice in the list; nothing was recorded.")
        seen.add(reference)
        present = standing.risk(reference)
        if present is None and (risk.id in made or standing.risk_with(risk.id) is not None):
            raise RuleBroken(
                f"The entry {shown(reference)} is in the record under another reference; nothing was recorded."
            )
        made.add(risk.id)
        if present is None or present.retracted_at or _differs(present, value, command.since):
            found.append((risk, value, present))
    return found


def _differs(present: Risk, value: dict[str, str], since: c.Since | None) -> bool:
    recorded_then = since is None or present.recorded_at == since.at
    return not recorded_then or any(getattr(present, name) != one for name, one in value.items())


def _as_recorded(risks: Iterable[Risk]) -> tuple[c.Command, ...]:
    """What gives the entries the words that they have, each with its source and the time it was recorded."""
    alike: defaultdict[tuple[str, dt.datetime], list[c.NewRisk]] = defaultdict(list)
    for one in risks:
        entry = c.NewRisk(one.id, one.reference, one.title, one.rating, one.owner)
        alike[one.source, one.recorded_at].append(entry)
    return tuple(c.RecordRisks(source, tuple(entries), c.Since(at)) for (source, at), entries in alike.items())


def _as_retracted(risks: Iterable[Risk]) -> tuple[c.Command, ...]:
    """What retracts those of the entries that are retracted, each for its reason and at its time."""
    alike: defaultdict[tuple[str, dt.datetime], list[str]] = defaultdict(list)
    for one in risks:
        if one.retracted_at is not None:
            alike[one.retraction_reason or UNDONE, one.retracted_at].append(one.id)
    return tuple(c.RetractRisks(tuple(ids), reason, c.Since(at)) for (reason, at), ids in alike.items())


def _risks(identifiers: tuple[str, ...], standing: Standing) -> list[Risk]:
    found: list[Risk] = []
    for one in dict.fromkeys(identifiers):
        risk = standing.risk_with(one)
        if risk is None:
            raise NotFound(f"There is no entry {shown(one)} of the risk register in this inspection.")
        found.append(risk)
    return found
