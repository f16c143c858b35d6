"""Attachments of evidence entries, and the reading plan."""

import datetime as dt

import msgspec

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions.deciding import (
    UNDONE,
    Standing,
    back_again,
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
from wellled_desktop.inspection.read_models import Attachment, ReadingPart

_HEX = frozenset("0123456789abcdef")
MOST_PAGES = 100_000


@decide.register
def _(command: c.AttachFile, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    if standing.attachment(command.id) is not None:
        raise RuleBroken("This attachment is already in the record; nothing was recorded again.")
    entry = standing.entry(command.entry)
    if entry is None:
        raise NotFound(f"There is no evidence entry {shown(command.entry)} in this inspection.")
    if entry.retracted_at is not None:
        raise RuleBroken(f"{entry.ref} is retracted, so nothing was attached to it; put it back first.")
    if len(command.sha256) != 64 or not _HEX.issuperset(command.sha256) or command.size < 0:
        raise RuleBroken("The file was not kept in the vault, so it was not attached; attach it again.")
    fields = msgspec.to_builtins(command)
    fields.pop("type")
    fields.pop("id")
    fields |= {
        "name": one_line(command.name, "A file name") or "unnamed",
        "media_type": one_line(command.media_type, "The kind of file"),
        "necessity": remark(command.necessity, "Why it was necessary"),
    }
    return (Fact("attachment-added", command.id, fields),)


@taking_back.register
def _(command: c.AttachFile, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.RetractAttachment(command.id, UNDONE),)


@decide.register
def _(command: c.NoteNecessity, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    attachment = _attachment(standing, command.attachment)
    necessity = remark(command.necessity, "Why it was necessary")
    if necessity == attachment.necessity:
        return ()
    return (Fact("attachment-amended", attachment.id, necessity, "necessity"),)


@taking_back.register
def _(command: c.NoteNecessity, standing: Standing) -> tuple[c.Command, ...]:
    attachment = _attachment(standing, command.attachment)
    return (c.NoteNecessity(attachment.id, attachment.necessity),)


@decide.register
def _(command: c.RetractAttachment, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    attachment = _attachment(standing, command.attachment)
    if attachment.retracted_at is not None:
        return ()
    reason = needed_reason(command.reason, "An attachment can only be retracted", "It stands as it was.")
    value = put_back(value=True, since=command.since)
    return (Fact("attachment-retracted", attachment.id, value, "retracted", reason),)


@taking_back.register
def _(command: c.RetractAttachment, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.RestoreAttachment(command.attachment, back_again(command.reason)),)


@decide.register
def _(command: c.RestoreAttachment, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    attachment = _attachment(standing, command.attachment)
    if attachment.retracted_at is None:
        return ()
    reason = needed_reason(command.reason, "An attachment can only be restored", "It stays as it was.")
    return (Fact("attachment-restored", attachment.id, False, "retracted", reason),)


@taking_back.register
def _(command: c.RestoreAttachment, standing: Standing) -> tuple[c.Command, ...]:
    attachment = _attachment(standing, command.attachment)
    since = c.Since(attachment.retracted_at) if attachment.retracted_at else None
    return (c.RetractAttachment(attachment.id, attachment.retraction_reason or UNDONE, since),)


@decide.register
def _(command: c.PlanReading, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    if standing.reading_part(command.id) is not None:
        raise RuleBroken("These pages are already on the reading plan; nothing was recorded again.")
    if standing.entry(command.entry) is None:
        raise NotFound(f"There is no evidence entry {shown(command.entry)} in this inspection.")
    _check_pages(command.first_page, command.last_page)
    fields = {
        "entry": command.entry,
        "first_page": command.first_page,
        "last_page": command.last_page,
        "reader": one_line(command.reader, "Who reads"),
    }
    if command.attachment:
        if _attachment(standing, command.attachment).entry_id != command.entry:
            raise RuleBroken("That file is attached to another evidence entry; no reading was planned.")
        fields["attachment"] = command.attachment
    return (Fact("reading-planned", command.id, fields),)


@taking_back.register
def _(command: c.PlanReading, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.WithdrawReading(command.id),)


@decide.register
def _(command: c.ChangeReading, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    part = _part(standing, command.part)
    first = part.first_page if command.first_page is None else command.first_page
    last = part.last_page if command.last_page is None else command.last_page
    _check_pages(first, last)
    reader = part.reader if command.reader is None else one_line(command.reader, "Who reads")
    wanted = {"first_page": first, "last_page": last, "reader": reader}
    changed = {name: value for name, value in wanted.items() if getattr(part, name) != value}
    return tuple(Fact("reading-changed", part.id, value, name) for name, value in changed.items())


@taking_back.register
def _(command: c.ChangeReading, standing: Standing) -> tuple[c.Command, ...]:
    part = _part(standing, command.part)
    return (c.ChangeReading(part.id, part.first_page, part.last_page, part.reader),)


@decide.register
def _(command: c.SetReading, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    part = _part(standing, command.part)
    if part.state == command.state:
        return ()
    return (Fact("reading-state-set", part.id, put_back(command.state, command.since), "state"),)


@taking_back.register
def _(command: c.SetReading, standing: Standing) -> tuple[c.Command, ...]:
    part = _part(standing, command.part)
    return (c.SetReading(part.id, part.state, c.Since(part.state_at)),)


@decide.register
def _(command: c.WithdrawReading, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    part = _part(standing, command.part)
    if part.withdrawn_at is not None:
        return ()
    return (Fact("reading-withdrawn", part.id, put_back(value=True, since=command.since), "withdrawn"),)


@taking_back.register
def _(command: c.WithdrawReading, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.ReturnReading(command.part),)


@decide.register
def _(command: c.ReturnReading, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    part = _part(standing, command.part)
    return () if part.withdrawn_at is None else (Fact("reading-returned", part.id, False, "withdrawn"),)


@taking_back.register
def _(command: c.ReturnReading, standing: Standing) -> tuple[c.Command, ...]:
    part = _part(standing, command.part)
    return (c.WithdrawReading(part.id, c.Since(part.withdrawn_at) if part.withdrawn_at else None),)


def _check_pages(first: int, last: int) -> None:
    if not 1 <= first <= last <= MOST_PAGES:
        raise RuleBroken("The first page is at least 1, and the last is not before it; nothing was recorded.")


def _attachment(standing: Standing, attachment_id: str) -> Attachment:
    attachment = standing.attachment(attachment_id)
    if attachment is None:
        raise NotFound(f"There is no attachment {shown(attachment_id)} in this inspection.")
    return attachment


def _part(standing: Standing, part_id: str) -> ReadingPart:
    part = standing.reading_part(part_id)
    if part is None:
        raise NotFound(f"There are no pages {shown(part_id)} on this inspection's reading plan.")
    return part
