"""Worries said, and what comparing them with the risk register showed."""

import datetime as dt

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions.deciding import (
    UNDONE,
    Standing,
    back_again,
    decide,
    line_of,
    needed_reason,
    one_line,
    put_back,
    remark,
    session_of,
    shown,
    taking_back,
)
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.journal import Fact
from wellled_desktop.inspection.read_models import Worry


@decide.register
def _(command: c.NoteWorry, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    if standing.worry(command.id) is not None:
        raise RuleBroken("This worry is already in the record; nothing was recorded again.")
    text = one_line(command.text, "A worry")
    if not text:
        raise RuleBroken("A worry needs some words; nothing was recorded.")
    if command.session is not None:
        session_of(standing, command.session)
    if command.line is not None:
        line_of(standing, command.line)
    return (Fact("worry-noted", command.id, {"text": text, "session": command.session, "line": command.line}),)


@taking_back.register
def _(command: c.NoteWorry, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.RetractWorry(command.id, UNDONE),)


@decide.register
def _(command: c.RetractWorry, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    worry, retracted = _worry(standing, command.worry)
    if retracted:
        return ()
    reason = needed_reason(command.reason, "A worry can only be retracted", "It stands as it was.")
    value = put_back(value=True, since=command.since)
    return (Fact("worry-retracted", worry.id, value, "retracted", reason),)


@taking_back.register
def _(command: c.RetractWorry, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.RestoreWorry(command.worry, back_again(command.reason)),)


@decide.register
def _(command: c.RestoreWorry, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    worry, retracted = _worry(standing, command.worry)
    if not retracted:
        return ()
    reason = needed_reason(command.reason, "A worry can only be restored", "It stands as it was.")
    return (Fact("worry-restored", worry.id, False, "retracted", reason),)


@taking_back.register
def _(command: c.RestoreWorry, standing: Standing) -> tuple[c.Command, ...]:
    worry, _ = _worry(standing, command.worry)
    since = c.Since(worry.retracted_at) if worry.retracted_at else None
    return (c.RetractWorry(worry.id, worry.retraction_reason or UNDONE, since),)


@decide.register
def _(command: c.CompareWorry, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    worry, _ = _worry(standing, command.worry)
    if command.verdict in ("matched", "rated lower") and command.risk is None:
        raise RuleBroken(f"Choose the entry of the risk register that is {command.verdict}; nothing was changed.")
    if command.risk is not None and not standing.holds_risk(command.risk):
        raise NotFound(f"There is no entry {shown(command.risk)} of the risk register in this inspection.")
    risk = None if command.verdict in ("missing", "not compared") else command.risk
    said = remark(command.remark, "The remark")
    before = (worry.verdict, worry.risk.id if worry.risk else None, worry.remark)
    if before == (command.verdict, risk, said):
        return ()
    value = {"verdict": command.verdict, "risk": risk, "remark": said}
    return (Fact("worry-compared", worry.id, value, "verdict"),)


@taking_back.register
def _(command: c.CompareWorry, standing: Standing) -> tuple[c.Command, ...]:
    worry, _ = _worry(standing, command.worry)
    return (c.CompareWorry(worry.id, worry.verdict, worry.risk.id if worry.risk else None, worry.remark),)


def _worry(standing: Standing, worry_id: str) -> tuple[Worry, bool]:
    found = standing.worry(worry_id)
    if found is None:
        raise NotFound(f"There is no worry {shown(worry_id)} in this inspection.")
    return found
