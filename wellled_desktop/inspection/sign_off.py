"""What is still open in a session before it is signed off: advice, never a bar."""

from collections.abc import Iterable

import msgspec

from wellled_desktop.inspection.read_models import FormAnswer, ImmediateConcern, NoteLine, Question, Request


class OpenPoints(msgspec.Struct, frozen=True):
    """`claims` are the numbers of the claims without a request, `concerns` those of the immediate concerns that nobody was told
    of; `unanswered` the fields asked after that are empty.
    """

    lines: int
    untagged: int
    questions: int
    claims: tuple[int, ...]
    unanswered: tuple[str, ...]
    concerns: tuple[int, ...] = ()


def open_points(
    lines: Iterable[NoteLine],
    questions: Iterable[Question],
    requests: Iterable[Request],
    answers: Iterable[FormAnswer],
    fields: Iterable[str],
    *,
    concerns: Iterable[ImmediateConcern] = (),
) -> OpenPoints:
    """`fields` are the ids of those whose emptiness is worth a word. Retracted lines are not looked at."""
    standing = [line for line in lines if line.retracted_at is None]
    asked_for = {request.line for request in requests if request.state != "withdrawn"}
    untold = {one.line.id for one in concerns if not one.tellings}
    given = {answer.field for answer in answers}
    return OpenPoints(
        lines=len(standing),
        untagged=sum(not line.tags for line in standing),
        questions=sum(question.state == "open" for question in questions),
        claims=tuple(line.number for line in standing if line.claim and line.id not in asked_for),
        unanswered=tuple(field for field in fields if field not in given),
        concerns=tuple(line.number for line in standing if line.id in untold),
    )
