"""Key evidence: states, entries, and what is linked to the framework's nodes."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.read_models.lines import NoteLine
from wellled_desktop.inspection.words import EvidenceState, SourceKind


class EvidenceItemState(msgspec.Struct, frozen=True):
    """The state of one key-evidence item; items never touched have no row."""

    node: str
    state: EvidenceState
    reason: str | None
    set_at: dt.datetime
    day: dt.date
    author: str


class EvidenceEntry(msgspec.Struct, frozen=True):
    """A thing actually gathered. `other_way` are those of `nodes` for which it points the other way; `request` the id of the
    request it answers.
    """

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
    retracted_at: dt.datetime | None = None
    retraction_reason: str | None = None
    period: str = ""
    received_on: dt.date | None = None
    received_how: str = ""
    other_way: tuple[str, ...] = ()
    request: str | None = None

    @property
    def ref(self) -> str:
        return f"E-{self.number:03d}"


class NodeCount(msgspec.Struct, frozen=True):
    """What is linked to one framework node: lines (not retracted), evidence entries."""

    node: str
    lines: int
    entries: int


class NodeHoldings(msgspec.Struct, frozen=True):
    """What is linked to a node or to a sub-item of it; of its lines (not retracted), how many carry each mark.

    `findings` are service-level findings.
    """

    node: str
    lines: int = 0
    entries: int = 0
    claims: int = 0
    concerns: int = 0
    strengths: int = 0
    findings: int = 0


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


class Checklist(msgspec.Struct, frozen=True):
    """The states set on key-evidence items and what is linked to them, by node; items never touched are not there."""

    states: dict[str, EvidenceItemState]
    counts: dict[str, NodeCount]
