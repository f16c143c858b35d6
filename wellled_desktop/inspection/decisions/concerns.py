"""Immediate concerns and their log."""

import datetime as dt

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions.deciding import (
    UNDONE,
    Standing,
    decide,
    line_of,
    needed_reason,
    one_line,
    remark,
    shown,
    taking_back,
    utc_text,
)
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.journal import Fact


@decide.register
def _(command: c.PinConcern, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    line = line_of(standing, command.line)
    if standing.concern(line.id) is not None:
        return ()
    if line.retracted_at is not None:
        raise RuleBroken(f"{line.ref} is retracted; restore it before pinning it as an immediate concern.")
    return (Fact("concern-pinned", line.id, True, "immediate"),)


@taking_back.register
def _(command: c.PinConcern, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.UnpinConcern(command.line, UNDONE),)


@decide.register
def _(command: c.UnpinConcern, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    line = line_of(standing, command.line)
    if standing.concern(line.id) is None:
        return ()
    what = f"{line.ref} can only stop being an immediate concern"
    return (Fact("concern-unpinned", line.id, False, "immediate", needed_reason(command.reason, what, "It stands.")),)


@taking_back.register
def _(command: c.UnpinConcern, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.PinConcern(command.line),)


@decide.register
def _(command: c.LogTelling, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    line = line_of(standing, command.line)
    concern = standing.concern(line.id)
    if concern is None:
        raise RuleBroken(f"{line.ref} is not an immediate concern; pin it first.")
    if standing.telling(command.id) is not None:
        raise RuleBroken("This is already in the log.")
    told = one_line(command.told, "Who was told")
    if not told:
        raise RuleBroken("The log needs to say who was told, by role.")
    value = {
        "line": line.id,
        "position": len(concern.tellings),
        "told": told,
        "told_at": utc_text(command.told_at),
        "reply": remark(command.reply, "The reply"),
    }
    return (Fact("concern-told", command.id, value),)


@decide.register
def _(command: c.RecordReply, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    telling = standing.telling(command.telling)
    if telling is None:
        raise NotFound(f"There is no entry {shown(command.telling)} in the log of an immediate concern.")
    reply = remark(command.reply, "The reply")
    return () if reply == telling.reply else (Fact("concern-replied", telling.id, reply, "reply"),)


@taking_back.register
def _(command: c.RecordReply, standing: Standing) -> tuple[c.Command, ...]:
    telling = standing.telling(command.telling)
    return (c.RecordReply(command.telling, telling.reply),) if telling else ()
