"""Service-level findings, what the team added to the framework, judgements, and the outcomes of corroboration."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.words import Judgement, LocalKind, Outcome, Weight


class ServiceFinding(msgspec.Struct, frozen=True):
    """What a core-service report says of one service."""

    id: str
    service: str
    text: str
    node: str | None
    weight: Weight
    points_other_way: bool
    source: str
    reported: str
    recorded_at: dt.datetime
    day: dt.date
    author: str
    retracted_at: dt.datetime | None = None
    retraction_reason: str | None = None


class LocalNode(msgspec.Struct, frozen=True):
    """A question or an evidence item that the team added to a KLOE: W3.L1."""

    id: str
    node: str
    kloe: str
    number: int
    kind: LocalKind
    text: str
    added_at: dt.datetime
    day: dt.date
    author: str
    retracted_at: dt.datetime | None = None
    retraction_reason: str | None = None


class NodeJudgement(msgspec.Struct, frozen=True):
    """The team's short text on a prompt or a KLOE; never a score."""

    node: str
    judgement: Judgement | None
    text: str
    set_at: dt.datetime
    day: dt.date
    author: str


class CorroborationOutcome(msgspec.Struct, frozen=True):
    """What was decided of one item of the corroboration meeting; `day` is the one that was talked about."""

    id: str
    kloe: str
    subject: str
    said: str
    outcome: Outcome
    reason: str
    request: str | None
    question: str | None
    recorded_at: dt.datetime
    day: dt.date
    author: str
    withdrawn_at: dt.datetime | None = None
