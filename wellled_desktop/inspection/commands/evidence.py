"""Key evidence and what was gathered."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.commands.since import Since
from wellled_desktop.inspection.words import EvidenceState, SourceKind


class SetEvidenceState(msgspec.Struct, frozen=True, tag=True):
    node: str
    state: EvidenceState
    reason: str | None = None
    since: Since | None = None


class UnsetEvidenceState(msgspec.Struct, frozen=True, tag=True):
    """As if nobody had touched the item: for taking back the first state it was given."""

    node: str


class RecordEvidence(msgspec.Struct, frozen=True, tag=True):
    """An evidence entry: a thing actually gathered, linked to any number of framework nodes."""

    id: str
    title: str
    source_kind: SourceKind
    owner: str = ""
    dated: dt.date | None = None
    nodes: tuple[str, ...] = ()
    remarks: str = ""


class RetractEntry(msgspec.Struct, frozen=True, tag=True):
    entry: str
    reason: str
    since: Since | None = None


class RestoreEntry(msgspec.Struct, frozen=True, tag=True):
    entry: str
    reason: str
