"""Service-level findings: what core-service reports say of one service, a source of their own."""

import msgspec

from wellled_desktop.inspection.commands.since import Since
from wellled_desktop.inspection.words import Weight


class NewFinding(msgspec.Struct, frozen=True):
    """`node` is the prompt or key evidence it bears on, where there is one; `reported` when the report is of, in words."""

    id: str
    service: str
    text: str
    node: str | None = None
    weight: Weight = "neutral"
    points_other_way: bool = False
    reported: str = ""


class RecordFindings(msgspec.Struct, frozen=True, tag=True):
    """Findings as they stand in `source`; one that says the same of the same service there already is not doubled."""

    source: str
    findings: tuple[NewFinding, ...]


class LinkFinding(msgspec.Struct, frozen=True, tag=True):
    """Links a finding to another node, or to none where `node` is ""."""

    finding: str
    node: str
    points_other_way: bool = False


class RetractFindings(msgspec.Struct, frozen=True, tag=True):
    findings: tuple[str, ...]
    reason: str
    since: Since | None = None


class RestoreFindings(msgspec.Struct, frozen=True, tag=True):
    """One that says what another that stands says of the same service stays retracted."""

    findings: tuple[str, ...]
    reason: str
