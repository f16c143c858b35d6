"""Everything an inspector can ask the record to do. A command says what is wanted; `decisions` says what it means.

Identifiers are given by whoever makes the command (UUIDv7 text), so that a screen can show a thing before it is on disk.
Times are timezone-aware.
"""

import datetime as dt

import msgspec

from wellled_desktop.framework.pack import TrustType
from wellled_desktop.inspection.words import EvidenceState, LineType, SessionKind, SourceKind, Weight


class TeamMember(msgspec.Struct, frozen=True):
    """One of the inspection team; `name` is how they sign the record."""

    name: str
    title: str = ""


class NewParticipant(msgspec.Struct, frozen=True):
    """Somebody in the room: a role, a label to tell two holders apart, and, kept apart, a name if it is needed."""

    id: str
    role: str
    label: str = ""
    name: str | None = None


class CreateInspection(msgspec.Struct, frozen=True, tag=True):
    """`framework` is the pack's canonical JSON, pinned into the inspection so that a later pack changes nothing here."""

    id: str
    trust_name: str
    provider_code: str
    trust_types: tuple[TrustType, ...]
    start_date: dt.date
    days: int
    team: tuple[TeamMember, ...]
    framework: str
    marking: str = "OFFICIAL-SENSITIVE"


class SetEvidenceState(msgspec.Struct, frozen=True, tag=True):
    node: str
    state: EvidenceState
    reason: str | None = None


class PlanSession(msgspec.Struct, frozen=True, tag=True):
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


class StartSession(msgspec.Struct, frozen=True, tag=True):
    session: str


class EndSession(msgspec.Struct, frozen=True, tag=True):
    session: str


class WriteLine(msgspec.Struct, frozen=True, tag=True):
    """Writing in a session that has not begun begins it; writing after its end is allowed and labelled."""

    id: str
    session: str
    text: str
    line_type: LineType = "said"
    speaker: str | None = None
    tags: tuple[str, ...] = ()
    claim: bool = False
    weight: Weight = "neutral"


class AmendLine(msgspec.Struct, frozen=True, tag=True):
    """What is None stays as it is. Words, type and speaker need a reason once ten minutes have passed; coding does not.

    `speaker` set to "" means: nobody in particular.
    """

    line: str
    text: str | None = None
    line_type: LineType | None = None
    speaker: str | None = None
    tags: tuple[str, ...] | None = None
    claim: bool | None = None
    weight: Weight | None = None
    reason: str | None = None


class RetractLine(msgspec.Struct, frozen=True, tag=True):
    line: str
    reason: str


class RestoreLine(msgspec.Struct, frozen=True, tag=True):
    line: str
    reason: str


class RecordEvidence(msgspec.Struct, frozen=True, tag=True):
    """An evidence entry: a thing actually gathered, linked to any number of framework nodes."""

    id: str
    title: str
    source_kind: SourceKind
    owner: str = ""
    dated: dt.date | None = None
    nodes: tuple[str, ...] = ()
    remarks: str = ""


class SaveDraft(msgspec.Struct, frozen=True, tag=True):
    """The composer's text as it stands, and the type, speaker and marks its line would have; an empty text clears it all."""

    session: str
    text: str
    line_type: LineType = "said"
    speaker: str | None = None
    claim: bool = False
    weight: Weight = "neutral"


Command = (
    CreateInspection
    | SetEvidenceState
    | PlanSession
    | StartSession
    | EndSession
    | WriteLine
    | AmendLine
    | RetractLine
    | RestoreLine
    | RecordEvidence
    | SaveDraft
)
