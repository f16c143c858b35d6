"""Immediate concerns and their log."""

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
    shown,
    taking_back,
    utc_text,
)
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.journal import Fact
from wellled_desktop.inspection.read_models import Telling


@decide.register
def _(command: c.PinConcern, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    line = line_of(standing, command.line)
    if standing.concern(line.id) is not None:
        return ()
    if line.retracted_at is not None:
        raise RuleBroken(f"{line.ref} is retracted; restore it before pinning it as an immediate concern.")
    return (Fact("concern-pinned", line.id, put_back(value=True, since=command.since), "immediate"),)


@taking_back.register
def _(command: c.PinConcern, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.UnpinConcern(command.line, UNDONE),)


@decide.register
def _(command: c.UnpinConcern, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    line = line_of(standing, command.line)
    if standing.concern(line.id) is None:
        return ()
    reason = needed_reason(command.reason, f"{line.ref} can only stop being an immediate concern", "It stays one.")
    return (Fact("concern-unpinned", line.id, False, "immediate", reason),)


@taking_back.register
def _(command: c.UnpinConcern, standing: Standing) -> tuple[c.Command, ...]:
    concern = standing.concern(command.line)
    return (c.PinConcern(command.line, c.Since(concern.pinned_at, concern.author)),) if concern else ()


@decide.register
def _(command: c.LogTelling, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    line = line_of(standing, command.line)
    concern = standing.concern(line.id)
    if concern is None:
        raise RuleBroken(f"{line.ref} is not an immediate concern; pin it first.")
    if standing.telling(command.id) is not None:
        raise RuleBroken("This entry is already in the log; nothing was added.")
    told = one_line(command.told, "Who was told")
    if not told:
        raise RuleBroken("The log needs to say who was told, by role; nothing was recorded.")
    value = {
        "line": line.id,
        "position": len(concern.tellings),
        "told": told,
        "told_at": utc_text(command.told_at),
        "reply": remark(command.reply, "The reply"),
    }
    return (Fact("concern-told", command.id, value),)


@taking_back.register
def _(command: c.LogTelling, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.RetractTelling(command.id, UNDONE),)


@decide.register
def _(command: c.RecordReply, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    telling = _telling(standing, command.telling)
    if telling.retracted_at is not None:
        raise RuleBroken("This entry of the log is retracted; restore it before a reply is written down.")
    reply = remark(command.reply, "The reply")
    if reply == telling.reply:
        return ()
    return (Fact("concern-replied", telling.id, put_back(reply, command.since), "reply"),)


@taking_back.register
def _(command: c.RecordReply, standing: Standing) -> tuple[c.Command, ...]:
    telling = _telling(standing, command.telling)
    since = c.Since(telling.replied_at) if telling.replied_at else None
    return (c.RecordReply(telling.id, telling.reply, since),)


@decide.register
def _(command: c.RetractTelling, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    telling = _telling(standing, command.telling)
    if telling.retracted_at is not None:
        return ()
    reason = needed_reason(command.reason, "An entry of the log can only be retracted", "It stands as it was.")
    value = put_back(value=True, since=command.since)
    return (Fact("telling-retracted", telling.id, value, "retracted", reason),)


@taking_back.register
def _(command: c.RetractTelling, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.RestoreTelling(command.telling, back_again(command.reason)),)


@decide.register
def _(command: c.RestoreTelling, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    telling = _telling(standing, command.telling)
    if telling.retracted_at is None:
        return ()
    reason = needed_reason(command.reason, "An entry of the log can only be restored", "It stays as it was.")
    return (Fact("telling-restored", telling.id, False, "retracted", reason),)


@taking_back.register
def _(command: c.RestoreTelling, standing: Standing) -> tuple[c.Command, ...]:
    telling = _telling(standing, command.telling)
    since = c.Since(telling.retracted_at) if telling.retracted_at else None
    return (c.RetractTelling(telling.id, telling.retraction_reason or UNDONE, since),)


def _telling(standing: Standing, telling_id: str) -> Telling:
    telling = standing.telling(telling_id)
    if telling is None:
        raise NotFound(f"There is no entry {shown(telling_id)} in the log of an immediate concern.")
    return telling
