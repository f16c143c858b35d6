"""What screens, reports and the command line read: frozen, complete, and free of the store's rows.

Times are UTC and timezone-aware; `day` is the calendar day where the inspector was. `number` counts from 1.
"""

import datetime as dt
from typing import Literal

import msgspec

from wellled_desktop.framework.pack import TrustType
from wellled_desktop.inspection.commands import TeamMember
from wellled_desktop.inspection.words import EvidenceState, LineType, SessionKind, SourceKind, Weight


class InspectionDetail(msgspec.Struct, frozen=True):
    id: str
    trust_name: str
    provider_code: str
    trust_types: tuple[TrustType, ...]
    start_date: dt.date
    days: int
    marking: str
    team: tuple[TeamMember, ...]
    framework_id: str
    framework_version: str
    framework_sha256: str

    @property
    def dates(self) -> tuple[dt.date, ...]:
        return tuple(self.start_date + dt.timedelta(days=day) for day in range(self.days))


class Participant(msgspec.Struct, frozen=True):
    """`name` is None unless the caller asked for names; `has_name` says whether one is kept."""

    id: str
    role: str
    label: str
    has_name: bool = False
    name: str | None = None


class Session(msgspec.Struct, frozen=True):
    """`ref` is the sayable number (S-03). `day` is that of the start, else of the plan, else None."""

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

    @property
    def ref(self) -> str:
        return f"S-{self.number:02d}"

    @property
    def state(self) -> Literal["planned", "under way", "ended"]:
        if self.started_at is None:
            return "planned"
        return "under way" if self.ended_at is None else "ended"


class NoteLine(msgspec.Struct, frozen=True):
    """`written_after_end_minutes` is None for a line written while its session was under way.

    `amendments` counts the changes made for a reason after the grace of ten minutes.
    """

    id: str
    session_id: str
    session_number: int
    number: int
    text: str
    line_type: LineType
    speaker: str | None
    claim: bool
    weight: Weight
    tags: tuple[str, ...]
    written_at: dt.datetime
    zone_minutes: int
    day: dt.date
    author: str
    amendments: int = 0
    retracted_at: dt.datetime | None = None
    retraction_reason: str | None = None
    written_after_end_minutes: int | None = None

    @property
    def ref(self) -> str:
        return f"S-{self.session_number:02d} l.{self.number}"

    @property
    def local_time(self) -> dt.datetime:
        """The time on the wall where it was written."""
        return self.written_at.astimezone(dt.timezone(dt.timedelta(minutes=self.zone_minutes)))


class LineVersion(msgspec.Struct, frozen=True):
    """How a line stood before a change made at `changed_at`; `reason` is None for a correction within the grace."""

    line_id: str
    version: int
    text: str
    line_type: LineType
    speaker: str | None
    changed_at: dt.datetime
    author: str
    reason: str | None


class EvidenceItemState(msgspec.Struct, frozen=True):
    """The state of one key-evidence item; items never touched have no row."""

    node: str
    state: EvidenceState
    reason: str | None
    set_at: dt.datetime
    day: dt.date
    author: str


class EvidenceEntry(msgspec.Struct, frozen=True):
    id: str
    number: int
    title: str
    source_kind: SourceKind
    owner: str
    dated: dt.date | None
    nodes: tuple[str, ...]
    remarks: str
    recorded_at: dt.datetime
    day: dt.date
    author: str

    @property
    def ref(self) -> str:
        return f"E-{self.number:03d}"


class NodeCount(msgspec.Struct, frozen=True):
    """What is linked to one framework node: lines (not retracted), evidence entries."""

    node: str
    lines: int
    entries: int


class JournalHead(msgspec.Struct, frozen=True):
    """The last entry of this laptop's journal."""

    device: str
    n: int
    hash: str
    at: dt.datetime


class DayReport(msgspec.Struct, frozen=True):
    """All a day report says, for one day and one inspector (None: everybody on this laptop).

    `lines` are those written that day, in the order written, retracted ones included (they print as such);
    `open_claims` are claims of any day up to this one; `requested` are the items asked for and not yet there.
    """

    inspection: InspectionDetail
    day: dt.date
    author: str | None
    sessions: tuple[Session, ...]
    lines: tuple[NoteLine, ...]
    amended: tuple[LineVersion, ...]
    evidence_states: tuple[EvidenceItemState, ...]
    evidence_entries: tuple[EvidenceEntry, ...]
    requested: tuple[EvidenceItemState, ...]
    open_claims: tuple[NoteLine, ...]
    head: JournalHead
    drafts: int = 0
