"""What screens, reports and the command line read: frozen, complete, and free of the store's rows.

Times are UTC and timezone-aware; `day` is the calendar day where the inspector was. `number` counts from 1.
"""

import datetime as dt
from typing import Literal

import msgspec

from wellled_desktop.framework.pack import TrustType
from wellled_desktop.inspection.commands import TeamMember
from wellled_desktop.inspection.retraction import Retraction
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


class SavedDraft(msgspec.Struct, frozen=True):
    """The composer's text as last saved on this laptop, when, and the type, speaker and marks its line would have."""

    text: str
    saved_at: dt.datetime
    line_type: LineType = "said"
    speaker: str | None = None
    claim: bool = False
    weight: Weight = "neutral"


class SessionOpening(msgspec.Struct, frozen=True):
    """What the session page shows first: the session, the newest of its lines in the order written, the draft."""

    session: Session
    newest: tuple[NoteLine, ...]
    draft: SavedDraft | None


class SessionTally(msgspec.Struct, frozen=True):
    """A session so far; `counts` has, for each node, the lines (not retracted) tagged with it or with a sub-item of it."""

    session_id: str
    counts: dict[str, int]
    claims: tuple[NoteLine, ...]


class SessionNews(msgspec.Struct, frozen=True):
    """What some changes mean for one session: its lines among them, and the session where it changed itself (else None)."""

    session_id: str
    lines: tuple[NoteLine, ...]
    session: Session | None


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


class NodeHoldings(msgspec.Struct, frozen=True):
    """What is linked to a node or to a sub-item of it; of its lines (not retracted), how many carry each mark."""

    node: str
    lines: int = 0
    entries: int = 0
    claims: int = 0
    concerns: int = 0
    strengths: int = 0


class KloeHoldings(msgspec.Struct, frozen=True):
    """What the nodes of one KLOE hold (those that hold nothing are left out) and the states of its key evidence, by node.

    Under the KLOE's own id stands what the whole of it holds, each line and entry counted once.
    """

    kloe: str
    nodes: dict[str, NodeHoldings]
    states: dict[str, EvidenceItemState]


class LinkedLine(msgspec.Struct, frozen=True):
    """A line linked to a node, with the speaker's role and label ("" for nobody in particular) and the session's roles."""

    line: NoteLine
    role: str
    label: str
    session_roles: tuple[str, ...]


class LinkedToNode(msgspec.Struct, frozen=True):
    """What is linked to a node, newest first: the first of its lines, how many there are in all, and its entries."""

    node: str
    lines: tuple[LinkedLine, ...]
    lines_in_all: int
    entries: tuple[EvidenceEntry, ...]


class Checklist(msgspec.Struct, frozen=True):
    """The states set on key-evidence items and what is linked to them, by node; items never touched are not there."""

    states: dict[str, EvidenceItemState]
    counts: dict[str, NodeCount]


class JournalHead(msgspec.Struct, frozen=True):
    """The last entry of this laptop's journal."""

    device: str
    n: int
    hash: str
    at: dt.datetime


class DayOverview(msgspec.Struct, frozen=True):
    """One day at a glance. `sessions` are those of that day and those in which a line was written that day; `states_set`,
    `entries` and `lines_written` are that day's; the rest is of all days.

    `counts` are of whole KLOEs; `gathered` are the ids of the key-evidence items ticked so far; `drafts` counts composers with
    text not yet a line.
    """

    day: dt.date
    sessions: tuple[Session, ...]
    states_set: tuple[EvidenceItemState, ...]
    entries: tuple[EvidenceEntry, ...]
    requested: tuple[EvidenceItemState, ...]
    gathered: tuple[str, ...]
    open_claims: tuple[NoteLine, ...]
    counts: tuple[NodeCount, ...]
    lines_written: int
    drafts: int
    head: JournalHead | None


class DayReport(msgspec.Struct, frozen=True):
    """All a day report says, for one day and one inspector (None: everybody on this laptop).

    `lines` are those written that day, in the order written, retracted ones included (they print as such);
    `open_claims` are claims of any day up to this one; `requested` are the items asked for and not yet there.
    `zone_minutes` is the zone of the laptop's wall clock that day. `claim_sessions` are the sessions of open claims that
    are not among `sessions`; `linked_entries` the entries of other days or inspectors on items whose state was set this day.
    `retractions` are those of its lines, on whatever day, also undone ones. Not in the report, only counted: `replaced_states`
    were set this day and set again since; `changed_elsewhere` are lines of other days that were amended, retracted or restored
    this day; `drafts` are texts not yet committed as lines.
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
    zone_minutes: int = 0
    claim_sessions: tuple[Session, ...] = ()
    linked_entries: tuple[EvidenceEntry, ...] = ()
    replaced_states: int = 0
    changed_elsewhere: int = 0
    retractions: tuple[Retraction, ...] = ()
