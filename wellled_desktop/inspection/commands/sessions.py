"""Sessions from the plan to the sign-off, the people in them, and the answers on their form."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.commands.since import Since
from wellled_desktop.inspection.words import SessionKind

Answer = str | int | bool | tuple[str, ...]


class NewParticipant(msgspec.Struct, frozen=True):
    """Somebody in the room: a role, a label to tell two holders apart, and, kept apart, a name if it is needed."""

    id: str
    role: str
    label: str = ""
    name: str | None = None


class PlanSession(msgspec.Struct, frozen=True, tag=True):
    """`calendar_uid` is the identity the session has in a calendar it was read from, "" for one planned here."""

    id: str
    kind: SessionKind
    roles: tuple[str, ...]
    participants: tuple[NewParticipant, ...] = ()
    title: str = ""
    planned_start: dt.datetime | None = None
    planned_minutes: int = 60
    place: str = ""
    lead: str = ""
    note_taker: str = ""
    calendar_uid: str = ""


class ChangeSession(msgspec.Struct, frozen=True, tag=True):
    """What is None stays as it is. `unplanned` takes the time away; it goes before `planned_start`.

    `planned_day` is the calendar day at the place; None: that of `planned_start` in its own zone.
    """

    session: str
    kind: SessionKind | None = None
    roles: tuple[str, ...] | None = None
    title: str | None = None
    planned_start: dt.datetime | None = None
    planned_day: dt.date | None = None
    unplanned: bool = False
    planned_minutes: int | None = None
    place: str | None = None
    lead: str | None = None
    note_taker: str | None = None


class CancelSession(msgspec.Struct, frozen=True, tag=True):
    """Only a session without lines can be cancelled: what was written stays."""

    session: str
    reason: str
    since: Since | None = None


class RestoreSession(msgspec.Struct, frozen=True, tag=True):
    session: str
    reason: str


class AddParticipant(msgspec.Struct, frozen=True, tag=True):
    session: str
    participant: NewParticipant


class ChangeParticipant(msgspec.Struct, frozen=True, tag=True):
    """What is None stays as it is; `name` set to "" takes the name away."""

    participant: str
    role: str | None = None
    label: str | None = None
    name: str | None = None


class RemoveParticipant(msgspec.Struct, frozen=True, tag=True):
    """Takes somebody off the list of a session; lines they spoke keep their speaker."""

    participant: str


class ReturnParticipant(msgspec.Struct, frozen=True, tag=True):
    participant: str


class StartSession(msgspec.Struct, frozen=True, tag=True):
    session: str
    since: Since | None = None


class WithdrawStart(msgspec.Struct, frozen=True, tag=True):
    """For a session started by mistake: only while it holds no line that stands. `day` is that of the plan, if it has one."""

    session: str
    day: dt.date | None = None


class PauseSession(msgspec.Struct, frozen=True, tag=True):
    session: str
    since: Since | None = None


class WithdrawPause(msgspec.Struct, frozen=True, tag=True):
    """The pause that lasts now was a mistake: there was none."""

    session: str


class ResumeSession(msgspec.Struct, frozen=True, tag=True):
    session: str
    since: Since | None = None


class WithdrawResume(msgspec.Struct, frozen=True, tag=True):
    """Going on was a mistake: the last pause still lasts."""

    session: str


class EndSession(msgspec.Struct, frozen=True, tag=True):
    session: str
    since: Since | None = None


class ReopenSession(msgspec.Struct, frozen=True, tag=True):
    """For a session ended by mistake; lines written since its end keep their label."""

    session: str


class TakeFromHandwrittenNotes(msgspec.Struct, frozen=True, tag=True):
    """The session was held on paper from `began` to `ended`; all its lines are labelled as written later.

    `day` is the calendar day at the place; None: that of `began` in its own zone.
    """

    session: str
    began: dt.datetime
    ended: dt.datetime
    day: dt.date | None = None


class WithdrawHandwrittenNotes(msgspec.Struct, frozen=True, tag=True):
    """For a session marked as handwritten by mistake: it gets back its day and the times `began` and `ended` (None: none).

    `late` are the lines that are labelled as written after the end, with the minutes; None: as `ended` has it.
    """

    session: str
    began: dt.datetime | None = None
    ended: dt.datetime | None = None
    day: dt.date | None = None
    late: tuple[tuple[str, int], ...] | None = None


class AnswerForm(msgspec.Struct, frozen=True, tag=True):
    """One field of the session's form; None takes the answer away."""

    session: str
    field: str
    answer: Answer | None
    since: Since | None = None


class SignOffSession(msgspec.Struct, frozen=True, tag=True):
    """Says that the notes are complete; they can still be amended, visibly."""

    session: str
    since: Since | None = None


class WithdrawSignOff(msgspec.Struct, frozen=True, tag=True):
    session: str
