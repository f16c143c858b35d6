"""What the team adds to the framework's tree for this inspection: own questions and evidence items, marked as local."""

import msgspec

from wellled_desktop.inspection.commands.since import Since
from wellled_desktop.inspection.words import LocalKind


class AddLocalNode(msgspec.Struct, frozen=True, tag=True):
    """Its node id (W3.L1) is given when it is recorded."""

    id: str
    kloe: str
    kind: LocalKind
    text: str


class AmendLocalNode(msgspec.Struct, frozen=True, tag=True):
    id: str
    text: str


class RetractLocalNode(msgspec.Struct, frozen=True, tag=True):
    """What is linked to it stays."""

    id: str
    reason: str
    since: Since | None = None


class RestoreLocalNode(msgspec.Struct, frozen=True, tag=True):
    id: str
    reason: str
