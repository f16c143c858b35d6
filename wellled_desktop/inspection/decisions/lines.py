"""Note lines: writing, amending, coding, retracting, restoring; and the draft of the next one."""

import datetime as dt

import msgspec

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions.deciding import (
    LONGEST_TEXT,
    REDONE,
    UNDONE,
    Standing,
    back_again,
    check_speaker,
    check_tags,
    clean,
    decide,
    going_session,
    line_of,
    needed_reason,
    put_back,
    reason_given,
    session_of,
    taking_back,
)
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.inspection.journal import Fact
from wellled_desktop.inspection.read_models import NoteLine

GRACE = dt.timedelta(minutes=10)
_CODING = ("tags", "claim", "weight", "points_other_way")


@decide.register
def _(command: c.WriteLine, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    if standing.holds_line(command.id):
        raise RuleBroken("This line is already in the record; nothing was written again.")
    text = _line_text(command.text)
    check_tags(standing, command.tags)
    check_speaker(session, command.speaker)
    start = () if session.started_at else (Fact("session-started", command.session, True, "started"),)
    value = {
        "session": command.session,
        "number": standing.next_line_number(command.session),
        "text": text,
        "line_type": command.line_type,
        "speaker": command.speaker or None,
        "tags": list(dict.fromkeys(command.tags)),
        "claim": command.claim,
        "weight": command.weight,
    }
    if command.points_other_way:
        value["points_other_way"] = True
    return (*start, Fact("line-written", command.id, value))


@taking_back.register
def _(command: c.WriteLine, standing: Standing) -> tuple[c.Command, ...]:
    """A session that the line began has then not begun."""
    session = session_of(standing, command.session)
    start = () if session.started_at else (c.WithdrawStart(session.id, session.day),)
    return (c.RetractLine(command.id, UNDONE), *start)


@decide.register
def _(command: c.AmendLine, standing: Standing, now: dt.datetime) -> tuple[Fact, ...]:
    line = line_of(standing, command.line)
    if line.retracted_at is not None:
        raise RuleBroken(f"{line.ref} is retracted; restore it before changing it.")
    record: dict[str, object] = {}
    if command.text is not None:
        record["text"] = _line_text(command.text)
    if command.line_type is not None:
        record["line_type"] = command.line_type
    if command.speaker is not None:
        check_speaker(session_of(standing, line.session_id), command.speaker)
        record["speaker"] = command.speaker or None
    record = {field: value for field, value in record.items() if getattr(line, field) != value}
    reason = reason_given(command.reason)
    silent = within_grace(line, now)
    if reason in (UNDONE, REDONE) and silent:
        reason = None  # taking back within the grace is as silent as the correction was
    if record and not silent and reason is None:
        raise RuleBroken(
            f"{line.ref} was written more than ten minutes ago: a change to it is an amendment and needs a reason. "
            "The line stands as it was."
        )
    facts = [Fact("line-amended", line.id, value, field, reason) for field, value in record.items()]
    return (*facts, *_coding(command, line, standing))


@taking_back.register
def _(command: c.AmendLine, standing: Standing) -> tuple[c.Command, ...]:
    line = line_of(standing, command.line)
    given = msgspec.structs.asdict(command)
    before = {
        field: getattr(line, field) for field in ("text", "line_type", "speaker", *_CODING) if given[field] is not None
    }
    if "speaker" in before:
        before["speaker"] = before["speaker"] or ""
    return (c.AmendLine(line.id, **before, reason=back_again(command.reason)),)


@decide.register
def _(command: c.RetractLine, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    line = line_of(standing, command.line)
    if line.retracted_at is not None:
        return ()
    reason = needed_reason(command.reason, f"{line.ref} can only be retracted", "The line stands as it was.")
    value = put_back(value=True, since=command.since)
    return (Fact("line-retracted", line.id, value, "retracted", reason),)


@taking_back.register
def _(command: c.RetractLine, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.RestoreLine(command.line, back_again(command.reason)),)


@decide.register
def _(command: c.RestoreLine, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    line = line_of(standing, command.line)
    if line.retracted_at is None:
        return ()
    reason = needed_reason(command.reason, f"{line.ref} can only be restored", "The line stands as it was.")
    return (*_begun_with(line, standing), Fact("line-restored", line.id, False, "retracted", reason))


def _begun_with(line: NoteLine, standing: Standing) -> tuple[Fact, ...]:
    """A line that stands is one of a session that has begun, at the latest when it was written."""
    if session_of(standing, line.session_id).started_at is not None:
        return ()
    since = c.Since(line.written_at, day=line.day)
    return (Fact("session-started", line.session_id, put_back(value=True, since=since), "started"),)


@taking_back.register
def _(command: c.RestoreLine, standing: Standing) -> tuple[c.Command, ...]:
    line = line_of(standing, command.line)
    session = session_of(standing, line.session_id)
    since = c.Since(line.retracted_at) if line.retracted_at else None
    start = () if session.started_at else (c.WithdrawStart(session.id, session.day),)
    return (c.RetractLine(line.id, line.retraction_reason or UNDONE, since), *start)


@decide.register
def _(command: c.SaveDraft, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = session_of(standing, command.session)
    text = clean(command.text)
    if len(text) > LONGEST_TEXT:
        raise RuleBroken(
            "The draft is longer than a million characters; keep it as a document of its own and write a line about it."
        )
    # The speaker is not checked, as the line's will be: a refusal here would lose what was typed.
    value = msgspec.to_builtins(command) | {"text": text, "speaker": clean(command.speaker or "") or None}
    del value["type"], value["session"]
    saved = standing.draft(session.id)
    if not (text or saved) or (saved and all(getattr(saved, field) == one for field, one in value.items())):
        return ()
    return (Fact("draft-saved", session.id, value, "draft"),)


def within_grace(line: NoteLine, now: dt.datetime) -> bool:
    """Whether a change at `now` is still a silent correction. A clock set back before the writing does not reopen it."""
    return dt.timedelta(0) <= now - line.written_at <= GRACE


def _coding(command: c.AmendLine, line: NoteLine, standing: Standing) -> tuple[Fact, ...]:
    """Changes of tags and marks: how a line is read, not what it says, so no reason is asked."""
    coding = {field: getattr(command, field) for field in _CODING if getattr(command, field) is not None}
    if command.tags is not None:
        check_tags(standing, command.tags)
        coding["tags"] = tuple(dict.fromkeys(command.tags))
    return tuple(
        Fact("line-coded", line.id, list(value) if isinstance(value, tuple) else value, field)
        for field, value in coding.items()
        if getattr(line, field) != value
    )


def _line_text(text: str) -> str:
    text = clean(text).strip()
    if not text:
        raise RuleBroken("A line needs some words; nothing was recorded.")
    if len(text) > LONGEST_TEXT:
        raise RuleBroken(
            "The line is longer than a million characters; keep it as a document of its own and write a line about it."
        )
    return text
