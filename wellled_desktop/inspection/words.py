"""The fixed words of the record: kinds of session, types of line, states of an evidence item."""

from typing import Literal, get_args

SessionKind = Literal["interview", "panel", "focus-group", "observation"]
LineType = Literal["said", "seen", "read", "data", "inference"]
Weight = Literal["concern", "strength", "neutral"]
EvidenceState = Literal["gathered", "requested", "not-held", "not-applicable", "not-pursued", "none"]
SourceKind = Literal[
    "document", "data", "survey", "minutes", "policy", "interview", "observation",
    "service-level-finding", "external", "other",
]  # fmt: skip

SESSION_KINDS: tuple[SessionKind, ...] = get_args(SessionKind)
LINE_TYPES: tuple[LineType, ...] = get_args(LineType)
WEIGHTS: tuple[Weight, ...] = get_args(Weight)
EVIDENCE_STATES: tuple[EvidenceState, ...] = get_args(EvidenceState)
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
