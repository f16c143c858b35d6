"""What deciding needs everywhere: how things stand, and the checks that every area of the record shares."""

import datetime as dt
from collections.abc import Collection
from functools import singledispatch
from typing import Any, Protocol

from wellled_desktop.framework.pack import FormField
from wellled_desktop.inspection.commands import Command, Since
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.journal import Fact
from wellled_desktop.inspection.read_models import (
    Attachment,
    CorroborationOutcome,
    EvidenceEntry,
    EvidenceItemState,
    FormAnswer,
    ImmediateConcern,
    InspectionDetail,
    LocalNode,
    NodeJudgement,
    NoteLine,
    Participant,
    Question,
    ReadingPart,
    Request,
    Risk,
    SavedDraft,
    ServiceFinding,
    Session,
    Telling,
    Worry,
)
from wellled_desktop.inspection.words import VOICES

LONGEST_TEXT = 1_000_000
LONGEST_REMARK = 20_000
UNDONE = "Taken back with Undo."
REDONE = "Done again with Redo."


class Standing(Protocol):
    """How things stand when a command is decided; the store answers from inside the same transaction."""

    def inspection(self) -> InspectionDetail | None: ...
    def session(self, session_id: str) -> Session | None: ...
    def participant(self, participant_id: str) -> tuple[str, Participant] | None:
        """The session's id and the participant, with the name."""

    def line(self, line_id: str) -> NoteLine | None: ...
    def holds_line(self, line_id: str) -> bool: ...
    def holds_lines(self, session_id: str) -> bool: ...
    def lines_stand(self, session_id: str) -> bool:
        """Whether the session holds a line that is not retracted."""

    def late_lines(self, session_id: str) -> tuple[tuple[str, int], ...]:
        """The lines that are labelled as written after the end of the session, with the minutes."""

    def evidence_state(self, node: str) -> EvidenceItemState | None: ...
    def entry(self, entry_id: str) -> EvidenceEntry | None: ...
    def node_kind(self, node: str) -> str | None: ...
    def form_field(self, field_id: str) -> FormField | None: ...
    def form_answer(self, session_id: str, field_id: str) -> FormAnswer | None: ...
    def draft(self, session_id: str) -> SavedDraft | None: ...
    def sheet(self, session_id: str) -> tuple[Question, ...]: ...
    def question(self, question_id: str) -> Question | None: ...
    def request(self, request_id: str) -> Request | None: ...
    def concern(self, line_id: str) -> ImmediateConcern | None:
        """With the whole of its log, entries that are retracted included."""

    def telling(self, telling_id: str) -> Telling | None: ...
    def worry(self, worry_id: str) -> tuple[Worry, bool] | None:
        """The worry, and whether it is retracted."""

    def risk(self, reference: str) -> Risk | None:
        """The entry with this reference, also one that is retracted."""

    def risk_with(self, risk_id: str) -> Risk | None:
        """The entry with this identifier, also one that is retracted."""

    def holds_risk(self, risk_id: str) -> bool:
        """Whether the entry stands in the register, not retracted."""

    def is_compared(self, risk_id: str) -> bool:
        """Whether a worry that is not retracted is compared with the entry."""

    def attachment(self, attachment_id: str) -> Attachment | None: ...
    def reading_part(self, part_id: str) -> ReadingPart | None: ...
    def finding(self, finding_id: str) -> ServiceFinding | None: ...
    def finding_ids(self, among: Collection[str]) -> frozenset[str]:
        """Those of the identifiers that are in the record, also of what is retracted."""

    def findings_saying(self, texts: Collection[str]) -> frozenset[tuple[str, str]]:
        """Service and text of the findings that say one of these, not retracted."""

    def local_node(self, local_id: str) -> LocalNode | None: ...
    def judgement(self, node: str) -> NodeJudgement | None: ...
    def outcome(self, outcome_id: str) -> CorroborationOutcome | None: ...
    def next_local_number(self, kloe: str) -> int: ...
    def next_session_number(self) -> int: ...
    def next_line_number(self, session_id: str) -> int: ...
    def next_entry_number(self) -> int: ...
    def next_request_number(self) -> int: ...


@singledispatch
def decide(command: Any, standing: Standing, now: dt.datetime) -> tuple[Fact, ...]:
    """The facts a command comes to, in order; empty when nothing would change. `now` is UTC."""
    raise TypeError(type(command).__name__)


@singledispatch
def taking_back(command: Any, standing: Standing) -> tuple[Command, ...]:
    """The commands that would take this one back, given how things stood before it; none where nothing can or need."""
    return ()


def back_again(reason: str | None) -> str:
    """The reason for what takes back something done for `reason`: what Undo did is taken back by Redo."""
    return REDONE if reason == UNDONE else UNDONE


def put_back(value: Any, since: Since | None) -> Any:
    """The value of a fact; one that puts back what was says since when and by whom it was so."""
    if since is None:
        return value
    day = since.day.isoformat() if since.day else None
    return {"value": value, "since": {"at": utc_text(since.at), "author": since.author, "day": day}}


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


def one_line(text: str, what: str) -> str:
    """Cleaned and on one line; raises RuleBroken when it is longer than a page of a form would hold."""
    cleaned = " ".join(clean(text).split())
    return _short(cleaned, what)


def remark(text: str, what: str) -> str:
    """Cleaned, line breaks kept; raises RuleBroken when it is too long for a remark."""
    return _short(clean(text).strip(), what)


def _short(text: str, what: str) -> str:
    if len(text) > LONGEST_REMARK:
        raise RuleBroken(f"{what} is longer than {LONGEST_REMARK:,} characters; shorten it. Nothing was recorded.")
    return text


def session_of(standing: Standing, session_id: str) -> Session:
    session = standing.session(session_id)
    if session is None:
        raise NotFound(f"There is no session {shown(session_id)} in this inspection.")
    return session


def going_session(standing: Standing, session_id: str) -> Session:
    """A session that is not cancelled."""
    session = session_of(standing, session_id)
    if session.cancelled_at is not None:
        raise RuleBroken(f"{session.ref} is cancelled; restore it first.")
    return session


def line_of(standing: Standing, line_id: str) -> NoteLine:
    line = standing.line(line_id)
    if line is None:
        raise NotFound(f"There is no line {shown(line_id)} in this inspection.")
    return line


def check_tags(standing: Standing, tags: tuple[str, ...]) -> None:
    for tag in tags:
        if standing.node_kind(tag) in (None, "role"):
            raise NotFound(f"{shown(tag)} is not in this inspection's framework, so nothing can be linked to it.")


def check_roles(standing: Standing, *roles: str) -> None:
    for role in roles:
        if standing.node_kind(role) != "role":
            raise NotFound(f"{shown(role)} is not a role of this inspection's framework.")


def check_speaker(session: Session, speaker: str | None) -> None:
    if speaker and speaker not in VOICES and speaker not in {person.id for person in session.participants}:
        raise NotFound(f"The speaker is not among the participants of {session.ref}; add them there first.")


def reason_given(reason: str | None) -> str | None:
    return clean(reason).strip() or None if reason else None


def needed_reason(reason: str, what: str, stands: str) -> str:
    """`what` needs a reason; `stands` says what is unharmed when there is none."""
    cleaned = reason_given(reason)
    if cleaned is None:
        raise RuleBroken(f"{what} with a reason. {stands}")
    return cleaned


def shown(typed: str) -> str:
    """What somebody typed as an identifier, cut to a length that a sentence can carry."""
    typed = clean(typed).replace("\n", " ")
    return f"“{typed[:40]}…”" if len(typed) > 41 else f"“{typed}”"


def utc_text(moment: dt.datetime) -> str:
    """ISO 8601 in UTC with milliseconds and a Z. Raises RuleBroken for a time without its zone."""
    if moment.tzinfo is None:
        raise RuleBroken("A time needs its time zone; nothing was recorded.")
    return moment.astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
