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
    """An evidence entry: a thing actually gathered, linked to any number of framework nodes.

    `other_way` are those of its nodes for which it points the other way; `period` is what it covers, in words; `request` the id
    of the request it answers.
    """

    id: str
    title: str
    source_kind: SourceKind
    owner: str = ""
    dated: dt.date | None = None
    nodes: tuple[str, ...] = ()
    remarks: str = ""
    period: str = ""
    received_on: dt.date | None = None
    received_how: str = ""
    other_way: tuple[str, ...] = ()
    request: str | None = None


class AmendEntry(msgspec.Struct, frozen=True, tag=True):
    """What is None stays as it is; `no_date` and `not_received` take a day away, `request` set to "" the request.

    `nodes` and `other_way` are given together, and then are all its links.
    """

    entry: str
    title: str | None = None
    source_kind: SourceKind | None = None
    owner: str | None = None
    dated: dt.date | None = None
    no_date: bool = False
    period: str | None = None
    received_on: dt.date | None = None
    not_received: bool = False
    received_how: str | None = None
    remarks: str | None = None
    nodes: tuple[str, ...] | None = None
    other_way: tuple[str, ...] = ()
    request: str | None = None


class RetractEntry(msgspec.Struct, frozen=True, tag=True):
    entry: str
    reason: str
    since: Since | None = None


class RestoreEntry(msgspec.Struct, frozen=True, tag=True):
    entry: str
    reason: str
