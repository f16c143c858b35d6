"""Sessions and the people in them."""

import datetime as dt
from typing import Literal

import msgspec

from wellled_desktop.inspection.commands import Answer
from wellled_desktop.inspection.words import SessionKind, Voice

SessionState = Literal["planned", "under way", "paused", "ended", "signed off", "cancelled"]


class Participant(msgspec.Struct, frozen=True):
    """Somebody in the room. `name` is None unless the caller asked for names; `has_name` says whether one is kept.

    `removed` is one taken off the list whose lines still name them.
    """

    id: str
    role: str
    label: str
    has_name: bool = False
    name: str | None = None
    removed: bool = False


class Pause(msgspec.Struct, frozen=True):
    """`until` is None while it lasts."""

    began: dt.datetime
    until: dt.datetime | None


class Session(msgspec.Struct, frozen=True):
    """`ref` is the sayable number (S-03). `day` is that of the start, else of the plan, else None.

    `lines` are those that stand, `retracted` the others; `changed_since_sign_off`: any was written, reworded or retracted since.
    """

    id: str
    number: int
    kind: SessionKind
    title: str
    roles: tuple[str, ...]
    participants: tuple[Participant, ...]
    planned_start: dt.datetime | None
    planned_minutes: int
    place: str
    lead: str
    note_taker: str
    started_at: dt.datetime | None
    ended_at: dt.datetime | None
    day: dt.date | None
    lines: int
    cancelled_at: dt.datetime | None = None
    cancelled_reason: str | None = None
    from_handwritten_notes: bool = False
    pauses: tuple[Pause, ...] = ()
    signed_off_at: dt.datetime | None = None
    signed_off_by: str | None = None
    changed_since_sign_off: bool = False
    retracted: int = 0
    calendar_uid: str = ""

    @property
    def ref(self) -> str:
        return f"S-{self.number:02d}"

    @property
    def written(self) -> int:
        """All its lines, those retracted since included: they stay in the record and print as such."""
        return self.lines + self.retracted

    @property
    def state(self) -> SessionState:
        if self.cancelled_at is not None:
            return "cancelled"
        if self.started_at is None:
            return "planned"
        if self.signed_off_at is not None:
            return "signed off"
        if self.ended_at is not None:
            return "ended"
        return "paused" if self.paused else "under way"

    @property
    def paused(self) -> bool:
        return bool(self.pauses) and self.pauses[-1].until is None

    @property
    def present(self) -> tuple[Participant, ...]:
        """Who is on the list now, without those taken off it."""
        return tuple(person for person in self.participants if not person.removed)


class FormAnswer(msgspec.Struct, frozen=True):
    """The answer to one field of a session's form."""

    field: str
    answer: Answer
    set_at: dt.datetime
    author: str


class Share(msgspec.Struct, frozen=True):
    """`speaker` as on the lines (a participant's id, a voice, or None for nobody in particular); `share` from 0 to 1."""

    speaker: str | None
    lines: int
    words: int
    share: float


class Unspoken(msgspec.Struct, frozen=True):
    """How many lines of a session note that nobody talked in particular: silence, that nobody answered, disagreement."""

    voice: Voice
    lines: int


class Talk(msgspec.Struct, frozen=True):
    """Who talked how much, the largest share first; and, apart from it, the lines that are nobody's talk."""

    shares: tuple[Share, ...] = ()
    unspoken: tuple[Unspoken, ...] = ()


class SessionNotes(msgspec.Struct, frozen=True):
    """What goes with the lines of a session: the answers on its form, and who talked how much of it, by all lines."""

    session_id: str
    answers: tuple[FormAnswer, ...] = ()
    talk: Talk = Talk()
