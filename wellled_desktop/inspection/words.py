"""The fixed words of the record: kinds of session, types of line, states of things."""

from typing import Literal, get_args

from wellled_desktop.framework import pack

SessionKind = pack.SessionKind
LineType = Literal["said", "seen", "read", "data", "inference"]
Weight = Literal["concern", "strength", "neutral"]
Voice = Literal["several", "nobody-answered", "disagreement", "silence"]
EvidenceState = Literal["gathered", "requested", "not-held", "not-applicable", "not-pursued", "none"]
SourceKind = Literal[
    "document", "data", "survey", "minutes", "policy", "interview", "observation",
    "service-level-finding", "external", "other",
]  # fmt: skip
QuestionOrigin = Literal["role card", "claim", "contradiction", "own"]
QuestionState = Literal["open", "asked", "answered", "parked", "dropped"]
RequestState = Literal["open", "received", "partial", "withdrawn"]
ReadingState = Literal["to read", "reading", "read"]
LocalKind = Literal["prompt", "evidence"]
Judgement = Literal["strength", "concern", "balanced"]
Outcome = Literal["enough", "find more", "drop"]
WorryVerdict = Literal["not compared", "matched", "missing", "rated lower"]

SESSION_KINDS: tuple[SessionKind, ...] = get_args(SessionKind)
LINE_TYPES: tuple[LineType, ...] = get_args(LineType)
WEIGHTS: tuple[Weight, ...] = get_args(Weight)
VOICES: tuple[Voice, ...] = get_args(Voice)
UNSPOKEN: tuple[Voice, ...] = tuple(voice for voice in VOICES if voice != "several")
"""The voices in which nobody talks."""
EVIDENCE_STATES: tuple[EvidenceState, ...] = get_args(EvidenceState)
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
QUESTION_STATES: tuple[QuestionState, ...] = get_args(QuestionState)
REQUEST_STATES: tuple[RequestState, ...] = get_args(RequestState)
READING_STATES: tuple[ReadingState, ...] = get_args(ReadingState)
LOCAL_KINDS: tuple[LocalKind, ...] = get_args(LocalKind)
JUDGEMENTS: tuple[Judgement, ...] = get_args(Judgement)
LONGEST_JUDGEMENT = 600
"""A judgement in words has so many characters at most."""
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
WORRY_VERDICTS: tuple[WorryVerdict, ...] = get_args(WorryVerdict)
