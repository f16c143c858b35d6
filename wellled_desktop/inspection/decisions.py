"""What each command comes to, given how things stand: the rules of the record. Writes nothing; raises RuleBroken."""

import datetime as dt
from functools import singledispatch
from typing import Any, Protocol

import msgspec

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.creating import as_recorded
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.journal import Fact
from wellled_desktop.inspection.read_models import EvidenceItemState, InspectionDetail, NoteLine, SavedDraft, Session

GRACE = dt.timedelta(minutes=10)
LONGEST_TEXT = 1_000_000


class Standing(Protocol):
    """How things stand when a command is decided; the store answers from inside the same transaction."""

    def inspection(self) -> InspectionDetail | None: ...
    def session(self, session_id: str) -> Session | None: ...
    def line(self, line_id: str) -> NoteLine | None: ...
    def holds_line(self, line_id: str) -> bool: ...
    def evidence_state(self, node: str) -> EvidenceItemState | None: ...
    def node_kind(self, node: str) -> str | None: ...
    def draft(self, session_id: str) -> SavedDraft | None: ...
    def next_session_number(self) -> int: ...
    def next_line_number(self, session_id: str) -> int: ...
    def next_entry_number(self) -> int: ...


@singledispatch
def decide(command: Any, standing: Standing, now: dt.datetime) -> tuple[Fact, ...]:
    """The facts a command comes to, in order; empty when nothing would change. `now` is UTC."""
    raise TypeError(type(command).__name__)


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
        raise NotFound(f"{_shown(command.node)} is not a key-evidence item of this inspection's framework.")
    reason = _reason(command.reason)
    present = standing.evidence_state(command.node)
    before = (present.state, present.reason) if present else ("none", None)
    if before == (command.state, reason):
        return ()
    return (Fact("evidence-state-set", command.node, command.state, "state", reason),)


@decide.register
def _(command: c.PlanSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    if standing.session(command.id) is not None:
        raise RuleBroken("This session is already in the record.")
    if not command.roles:
        raise RuleBroken("A session needs at least one role: role before name.")
    for role in (*command.roles, *(one.role for one in command.participants)):
        if standing.node_kind(role) != "role":
            raise NotFound(f"{_shown(role)} is not a role of this inspection's framework.")
    if command.planned_start is not None and command.planned_start.tzinfo is None:
        raise RuleBroken("A planned time needs its time zone.")
    fields = msgspec.to_builtins(command)
    fields.pop("type")
    fields.pop("id")
    fields["number"] = standing.next_session_number()
    people = fields.pop("participants")
    if command.planned_start is not None:
        fields["planned_day"] = command.planned_start.date().isoformat()
        start = command.planned_start.astimezone(dt.UTC).isoformat(timespec="milliseconds")
        fields["planned_start"] = start.replace("+00:00", "Z")
    facts = [Fact("session-planned", command.id, fields)]
    for position, person in enumerate(people):
        name = person.pop("name")
        participant = person.pop("id")
        facts.append(Fact("participant-added", participant, {**person, "session": command.id, "position": position}))
        if name and name.strip():
            facts.append(Fact("participant-named", participant, clean(name).strip(), "name"))
    return tuple(facts)


@decide.register
def _(command: c.StartSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    if _session(standing, command.session).started_at is not None:
        return ()
    return (Fact("session-started", command.session, True, "started"),)


@decide.register
def _(command: c.EndSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = _session(standing, command.session)
    if session.started_at is None:
        raise RuleBroken(f"{session.ref} has not begun, so it cannot be ended.")
    if session.ended_at is not None:
        return ()
    return (Fact("session-ended", command.session, True, "ended"),)


@decide.register
def _(command: c.WriteLine, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = _session(standing, command.session)
    if standing.holds_line(command.id):
        raise RuleBroken("This line is already in the record.")
    text = _line_text(command.text)
    _check_tags(standing, command.tags)
    _check_speaker(session, command.speaker)
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
    return (*start, Fact("line-written", command.id, value))


@decide.register
def _(command: c.AmendLine, standing: Standing, now: dt.datetime) -> tuple[Fact, ...]:
    line = _line(standing, command.line)
    if line.retracted_at is not None:
        raise RuleBroken(f"{line.ref} is retracted; restore it before changing it.")
    record: dict[str, object] = {}
    if command.text is not None:
        record["text"] = _line_text(command.text)
    if command.line_type is not None:
        record["line_type"] = command.line_type
    if command.speaker is not None:
        _check_speaker(_session(standing, line.session_id), command.speaker)
        record["speaker"] = command.speaker or None
    record = {field: value for field, value in record.items() if getattr(line, field) != value}
    reason = _reason(command.reason)
    if record and not within_grace(line, now) and reason is None:
        raise RuleBroken(
            f"{line.ref} was written more than ten minutes ago: a change to it is an amendment and needs a reason. "
            "The line stands as it was."
        )
    facts = [Fact("line-amended", line.id, value, field, reason) for field, value in record.items()]
    return (*facts, *_coding(command, line, standing))


@decide.register
def _(command: c.RetractLine, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    line = _line(standing, command.line)
    if line.retracted_at is not None:
        return ()
    return (Fact("line-retracted", line.id, True, "retracted", _needed_reason(command.reason, line.ref, "retracted")),)


@decide.register
def _(command: c.RestoreLine, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    line = _line(standing, command.line)
    if line.retracted_at is None:
        return ()
    return (Fact("line-restored", line.id, False, "retracted", _needed_reason(command.reason, line.ref, "restored")),)


@decide.register
def _(command: c.RecordEvidence, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    title = clean(command.title).strip()
    if not title:
        raise RuleBroken("An evidence entry needs a title.")
    _check_tags(standing, command.nodes)
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


@decide.register
def _(command: c.SaveDraft, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = _session(standing, command.session)
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


def clean(text: str) -> str:
    """The text without NUL and other control characters, which no store or page can show; each becomes U+FFFD, visibly.

    Line breaks of every kind become a plain newline and a tab stays; lone surrogates cannot be encoded and are replaced.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if text.isprintable():
        return text
    return "".join("\ufffd" if _unshowable(character) else character for character in text)


def _unshowable(character: str) -> bool:
    code = ord(character)
    return (code < 0x20 and character not in "\n\t") or 0x7F <= code < 0xA0 or 0xD800 <= code <= 0xDFFF


def _coding(command: c.AmendLine, line: NoteLine, standing: Standing) -> tuple[Fact, ...]:
    """Changes of tags and marks: how a line is read, not what it says, so no reason is asked."""
    coding: dict[str, object] = {}
    if command.tags is not None:
        _check_tags(standing, command.tags)
        coding["tags"] = tuple(dict.fromkeys(command.tags))
    if command.claim is not None:
        coding["claim"] = command.claim
    if command.weight is not None:
        coding["weight"] = command.weight
    return tuple(
        Fact("line-coded", line.id, list(value) if isinstance(value, tuple) else value, field)
        for field, value in coding.items()
        if getattr(line, field) != value
    )


def _session(standing: Standing, session_id: str) -> Session:
    session = standing.session(session_id)
    if session is None:
        raise NotFound(f"There is no session {_shown(session_id)} in this inspection.")
    return session


def _line(standing: Standing, line_id: str) -> NoteLine:
    line = standing.line(line_id)
    if line is None:
        raise NotFound(f"There is no line {_shown(line_id)} in this inspection.")
    return line


def _line_text(text: str) -> str:
    text = clean(text).strip()
    if not text:
        raise RuleBroken("A line needs some words.")
    if len(text) > LONGEST_TEXT:
        raise RuleBroken(
            "The line is longer than a million characters; keep it as a document of its own and write a line about it."
        )
    return text


def _check_tags(standing: Standing, tags: tuple[str, ...]) -> None:
    for tag in tags:
        if standing.node_kind(tag) in (None, "role"):
            raise NotFound(f"{_shown(tag)} is not in this inspection's framework, so nothing can be linked to it.")


def _check_speaker(session: Session, speaker: str | None) -> None:
    if speaker and speaker not in {participant.id for participant in session.participants}:
        raise NotFound(f"The speaker is not among the participants of {session.ref}.")


def _reason(reason: str | None) -> str | None:
    return clean(reason).strip() or None if reason else None


def _needed_reason(reason: str, ref: str, what: str) -> str:
    cleaned = _reason(reason)
    if cleaned is None:
        raise RuleBroken(f"{ref} can only be {what} with a reason. The line stands as it was.")
    return cleaned


def _shown(typed: str) -> str:
    """What somebody typed as an identifier, cut to a length that a sentence can carry."""
    typed = clean(typed).replace("\n", " ")
    return f"“{typed[:40]}…”" if len(typed) > 41 else f"“{typed}”"
