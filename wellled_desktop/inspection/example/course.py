"""What the example's course.yaml holds: what goes with the sessions beside their lines, and what follows from them."""

import re
from typing import cast

import msgspec

from wellled_desktop.inspection.commands import Answer
from wellled_desktop.inspection.example.writing import ContentError, Occasion, Sentence, lines_of, occasion, sentences
from wellled_desktop.inspection.words import (
    OUTCOMES,
    VOICES,
    WEIGHTS,
    Outcome,
    RequestState,
    Voice,
    Weight,
    WorryVerdict,
)

_SPOKEN = re.compile(
    r"(?P<way>other-way )?(?P<back>taken-back )?"
    r"(?P<key>[\w-]+) (?P<minute>\d+) (?:@(?P<label>[^|]+)|(?P<voice>[\w-]+)) \| (?P<sentence>.+)"
)


class Spoken(msgspec.Struct, frozen=True):
    """A line with its place given: `minute` of the session, and `voice`, or the participant whose label begins so.

    It may point the other way, and be retracted in the evening.
    """

    session: str
    minute: int
    voice: Voice | None
    label: str | None
    sentence: Sentence
    other_way: bool = False
    taken_back: bool = False


class OwnQuestion(msgspec.Struct, frozen=True):
    """A question the team adds to a key line of enquiry before the visit."""

    kloe: str
    text: str


class Told(msgspec.Struct, frozen=True):
    """`after` the line by so many minutes somebody was told; the `reply` came `replied` minutes later, None: at once."""

    after: int
    told: str
    reply: str = ""
    replied: int | None = None


class Concern(msgspec.Struct, frozen=True):
    line: Spoken
    log: tuple[Told, ...]


class RequestChange(msgspec.Struct, frozen=True):
    node: str
    state: RequestState
    at: Occasion
    reason: str | None


class RegisterEntry(msgspec.Struct, frozen=True):
    reference: str
    title: str
    rating: str
    owner: str


class Register(msgspec.Struct, frozen=True):
    source: str
    at: Occasion
    risks: tuple[RegisterEntry, ...]


class ReportedFinding(msgspec.Struct, frozen=True):
    service: str
    text: str
    node: str | None
    weight: Weight
    other_way: bool
    reported: str


class FoundInServices(msgspec.Struct, frozen=True):
    """The service-level findings that one report of core services brings."""

    source: str
    at: Occasion
    findings: tuple[ReportedFinding, ...]


class Decided(msgspec.Struct, frozen=True):
    """An outcome of the evening meeting. `words` are the reason, what is requested, or what is to be asked in `session`."""

    at: Occasion
    item: str
    outcome: Outcome
    said: str
    words: str
    session: str


class Verdict(msgspec.Struct, frozen=True):
    verdict: WorryVerdict
    reference: str | None
    remark: str


class Course(msgspec.Struct, frozen=True):
    """`forms` are answers by session and field, `sheets` the inspectors' own questions; `verdicts` are by the worry's words;
    `answers` are lines on the team's own questions.
    """

    early_sign_offs: tuple[str, ...]
    open: tuple[str, ...]
    forms: dict[str, dict[str, Answer]]
    sheets: dict[str, tuple[str, ...]]
    spoken: tuple[Spoken, ...]
    concern: Concern
    request_states: tuple[RequestChange, ...]
    requests_for_claims: int
    register: Register
    verdicts: dict[str, Verdict]
    own_questions: tuple[OwnQuestion, ...] = ()
    answers: tuple[Spoken, ...] = ()
    findings: FoundInServices | None = None
    corroboration: tuple[Decided, ...] = ()


class _Log(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    line: str
    log: tuple[Told, ...]


class _Register(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    at: str
    risks: str


class _Findings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    at: str
    findings: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    early_sign_offs: tuple[str, ...]
    open: tuple[str, ...]
    forms: dict[str, dict[str, str | int | bool | list[str]]]
    sheets: dict[str, tuple[str, ...]]
    spoken: str
    concern: _Log
    request_states: str
    requests_for_claims: int
    register: _Register
    verdicts: str
    own_questions: str = ""
    answers: str = ""
    findings: _Findings | None = None
    corroboration: str = ""


def course_from(plain: object) -> Course:
    """The course from the plain data of its file. Raises ContentError with the place."""
    try:
        file = msgspec.convert(plain, _File)
    except msgspec.ValidationError as error:
        raise ContentError(f"The example's course is not of the expected form: {error}") from None
    risks = (RegisterEntry(*_parts(line, 4)) for line in lines_of(file.register.risks))
    return Course(
        early_sign_offs=file.early_sign_offs,
        open=file.open,
        forms={key: {field: _answer(one) for field, one in form.items()} for key, form in file.forms.items()},
        sheets=file.sheets,
        spoken=tuple(map(_spoken, lines_of(file.spoken))),
        concern=Concern(_spoken(file.concern.line), file.concern.log),
        request_states=tuple(map(_request_change, lines_of(file.request_states))),
        requests_for_claims=file.requests_for_claims,
        register=Register(file.register.source, occasion(file.register.at), tuple(risks)),
        verdicts=dict(map(_verdict, lines_of(file.verdicts))),
        own_questions=tuple(OwnQuestion(*_parts(line, 2)) for line in lines_of(file.own_questions)),
        answers=tuple(map(_spoken, lines_of(file.answers))),
        findings=_found(file.findings) if file.findings is not None else None,
        corroboration=tuple(map(decided_from, lines_of(file.corroboration))),
    )


def _answer(plain: str | int | bool | list[str]) -> Answer:
    return tuple(plain) if isinstance(plain, list) else plain


def _spoken(line: str) -> Spoken:
    match = _SPOKEN.fullmatch(line)
    if match is None or (match["voice"] and match["voice"] not in VOICES):
        raise ContentError(f"Not a session, a minute, who and a sentence: {line}")
    (said,) = sentences(match["sentence"])
    voice = cast("Voice | None", match["voice"])
    label = (match["label"] or "").strip() or None
    other_way, taken_back = match["way"] is not None, match["back"] is not None
    return Spoken(match["key"], int(match["minute"]), voice, label, said, other_way, taken_back)


def _request_change(line: str) -> RequestChange:
    head, reason = _parts(line, 2)
    node, state, day, clock = head.split()
    return RequestChange(node, cast("RequestState", state), occasion(f"{day} {clock}"), reason or None)


def _found(plain: _Findings) -> FoundInServices:
    return FoundInServices(plain.source, occasion(plain.at), tuple(map(_finding, lines_of(plain.findings))))


def _finding(line: str) -> ReportedFinding:
    service, text, node, weighs, reported = _parts(line, 5)
    way, _, weight = weighs.rpartition(" ")
    if weight not in WEIGHTS or way not in ("", "other-way"):
        raise ContentError(f"Not a weight, with “other-way” before it or alone: {line}")
    return ReportedFinding(service, text, node or None, weight, bool(way), reported)


def decided_from(line: str) -> Decided:
    """An outcome from its line in the file. Raises ContentError."""
    at, item, decided, said, words = _parts(line, 5)
    outcome, _, session = decided.partition(" in ")
    if outcome not in OUTCOMES:
        raise ContentError(f"Not an outcome, with “in” and a session after it or alone: {line}")
    return Decided(occasion(at), item, outcome, said, words, session)


def _verdict(line: str) -> tuple[str, Verdict]:
    worry, verdict, reference, remark = _parts(line, 4)
    return worry, Verdict(cast("WorryVerdict", verdict), reference or None, remark)


def _parts(line: str, count: int) -> list[str]:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != count:
        raise ContentError(f"Not {count} parts between strokes: {line}")
    return parts
