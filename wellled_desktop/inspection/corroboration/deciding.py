"""The commands of an outcome: one key, one transaction, so that taking it back takes all of it back."""

import datetime as dt
from collections.abc import Callable

import msgspec

from wellled_desktop.inspection.commands import (
    AddQuestions,
    Command,
    MakeRequest,
    NewQuestion,
    RecordOutcome,
    SetRequestState,
    WithdrawOutcome,
    WithdrawQuestions,
)
from wellled_desktop.inspection.corroboration.agenda import Item
from wellled_desktop.inspection.corroboration.sentences import ended, unended
from wellled_desktop.inspection.read_models import CorroborationOutcome, Question, Request
from wellled_desktop.inspection.words import QuestionOrigin

NewId = Callable[[], str]
TAKEN_BACK = "Taken back at the corroboration meeting."


class Became(msgspec.Struct, frozen=True):
    """What an outcome became, as it stands now."""

    request: Request | None = None
    question: Question | None = None


def enough(item: Item, day: dt.date, new_id: NewId) -> tuple[Command, ...]:
    """`day`, here and below, is the one that is talked about."""
    return (RecordOutcome(new_id(), item.kloe, item.subject, item.said, "enough", day=day),)


def dropped(item: Item, reason: str, day: dt.date, new_id: NewId) -> tuple[Command, ...]:
    return (RecordOutcome(new_id(), item.kloe, item.subject, item.said, "drop", reason, day=day),)


def asked_of_the_trust(item: Item, asked_for: str, asked_of: str, day: dt.date, new_id: NewId) -> tuple[Command, ...]:
    """The request is for the key evidence that could prove the claim where there is some, else for the item's own node."""
    node = item.could_prove[0] if item.could_prove else item.node
    line = item.claims[0] if item.claims else None
    request = MakeRequest(new_id(), asked_for, asked_of, node, line)
    outcome = RecordOutcome(new_id(), item.kloe, item.subject, item.said, "find more", request=request.id, day=day)
    return request, outcome


def asked_in_session(item: Item, session: str, question: str, day: dt.date, new_id: NewId) -> tuple[Command, ...]:
    """The question goes to the end of the session's sheet, with where it comes from."""
    why = f"From corroboration on {day:%d/%m/%Y}: {item.kind}, {item.node}."
    new = NewQuestion(new_id(), question, why, _ORIGIN.get(item.kind, "own"), item.node)
    outcome = RecordOutcome(new_id(), item.kloe, item.subject, item.said, "find more", question=new.id, day=day)
    return AddQuestions(session, (new,)), outcome


_ORIGIN: dict[str, QuestionOrigin] = {"contradicted": "contradiction", "claim without proof": "claim"}


def replaced(item: Item, became: Became, day: dt.date) -> tuple[Command, ...]:
    """What deciding anew takes back: what that day's own meeting decided. What another decided stays in its minutes."""
    outcome = item.outcome
    return taken_back(outcome, became) if outcome is not None and outcome.day == day else ()


def taken_back(outcome: CorroborationOutcome, became: Became) -> tuple[Command, ...]:
    """The outcome, with the request or the question it became, where nothing has become of those yet."""
    commands: list[Command] = [WithdrawOutcome(outcome.id)]
    if became.request is not None and became.request.state == "open":
        commands.append(SetRequestState(became.request.id, "withdrawn", TAKEN_BACK))
    if became.question is not None and became.question.state == "open":
        commands.append(WithdrawQuestions((became.question.id,)))
    return tuple(commands)


def repeats(item: Item, became: Became, commands: tuple[Command, ...]) -> bool:
    """Whether the commands would decide again, word for word, what stands of the item; not where something was linked since, or
    where another day's meeting decided it.
    """
    stands = item.outcome
    if stands is None or item.changed or not any(getattr(one, "day", None) == stands.day for one in commands):
        return False
    first = commands[0]
    if isinstance(first, MakeRequest):
        request = became.request
        asked = (first.asked_for, first.asked_of, "open")
        return request is not None and (request.asked_for, request.asked_of, request.state) == asked
    if isinstance(first, AddQuestions):
        question = became.question
        put = (first.session, first.questions[0].text, "open")
        return question is not None and (question.session_id, question.text, question.state) == put
    return isinstance(first, RecordOutcome) and (first.outcome, first.reason) == (stands.outcome, stands.reason)


def proposed_request(item: Item, texts: dict[str, str]) -> str:
    """What to ask the trust for, to be typed over: the likeliest key evidence, else something about the prompt.

    Nothing for a claim that points at no key evidence: only who heard it can write what would prove it.
    """
    if item.could_prove:
        return texts[item.could_prove[0]]
    if item.kind == "claim without proof":
        return ""
    if item.kind == "new today":
        return f"What the trust holds on {item.node}, {item.text[:1].lower()}{item.text[1:]}"
    held = "What is written or counted" if item.kind == "said by many, written nowhere" else "What the trust holds"
    return f"{held} to answer “{unended(item.text)}”"


def proposed_question(item: Item) -> str:
    """What to ask in a session, to be typed over: in the framework's words or the team's own, never in those of a line.

    What one person said is not put before another, and the claim to be proved is somebody's words.
    """
    if item.kind == "claim without proof":
        return f"{ended(item.text)} What shows that?"
    return (
        f"What more is there on {item.node}, {item.text[:1].lower()}{item.text[1:]}?"
        if item.kind == "new today"
        else item.text
    )
