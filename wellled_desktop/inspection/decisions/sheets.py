"""The question sheet of a session."""

import datetime as dt
from collections import defaultdict

import msgspec

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions.deciding import (
    Standing,
    check_tags,
    decide,
    going_session,
    one_line,
    session_of,
    shown,
    taking_back,
)
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.journal import Fact
from wellled_desktop.inspection.read_models import Question


@decide.register
def _(command: c.AddQuestions, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    first = len(standing.sheet(session.id))
    facts: list[Fact] = []
    for position, question in enumerate(command.questions, first):
        if standing.question(question.id) is not None or question.id in {fact.entity for fact in facts}:
            raise RuleBroken("This question is already on a sheet; nothing was added.")
        check_tags(standing, (question.node,) if question.node else ())
        fields = msgspec.to_builtins(question)
        fields |= {"text": one_line(question.text, "A question"), "why": one_line(question.why, "A reason")}
        if not fields["text"]:
            raise RuleBroken("A question needs some words; nothing was added.")
        facts.append(Fact("question-added", fields.pop("id"), {**fields, "session": session.id, "position": position}))
    return tuple(facts)


@taking_back.register
def _(command: c.AddQuestions, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.WithdrawQuestions(tuple(question.id for question in command.questions)),)


@decide.register
def _(command: c.WithdrawQuestions, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    questions = _those_there(command, standing)
    for question in questions:
        if question.state != "open":
            raise RuleBroken(f"The question {shown(question.text)} is {question.state}, so it stays on its sheet.")
    return tuple(Fact("question-withdrawn", question.id, True, "withdrawn") for question in questions)


@taking_back.register
def _(command: c.WithdrawQuestions, standing: Standing) -> tuple[c.Command, ...]:
    """Added again they stand at the end; the order puts them where they were."""
    sheets: defaultdict[str, list[c.NewQuestion]] = defaultdict(list)
    for one in _those_there(command, standing):
        sheets[one.session_id].append(c.NewQuestion(one.id, one.text, one.why, one.origin, one.node))
    added = tuple(c.AddQuestions(session, tuple(questions)) for session, questions in sheets.items())
    return (*added, *(_as_ordered(session, standing) for session in sheets))


def _those_there(command: c.WithdrawQuestions, standing: Standing) -> list[Question]:
    found = map(standing.question, dict.fromkeys(command.questions))
    return [question for question in found if question is not None]


def _as_ordered(session_id: str, standing: Standing) -> c.OrderSheet:
    return c.OrderSheet(session_id, tuple(question.id for question in standing.sheet(session_id)))


@decide.register
def _(command: c.OrderSheet, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = session_of(standing, command.session)
    present = [question.id for question in standing.sheet(session.id)]
    strangers = set(command.questions) - set(present)
    if strangers:
        raise NotFound(f"There is no question {shown(min(strangers))} on the sheet of {session.ref}.")
    named = list(dict.fromkeys(command.questions))
    order = [*named, *(one for one in present if one not in named)]
    return () if order == present else (Fact("sheet-ordered", session.id, order, "order"),)


@taking_back.register
def _(command: c.OrderSheet, standing: Standing) -> tuple[c.Command, ...]:
    return (_as_ordered(command.session, standing),)


@decide.register
def _(command: c.SetQuestionState, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    question = _question(standing, command.question)
    if question.state == command.state:
        return ()
    return (Fact("question-state-set", question.id, command.state, "state"),)


@taking_back.register
def _(command: c.SetQuestionState, standing: Standing) -> tuple[c.Command, ...]:
    return (c.SetQuestionState(command.question, _question(standing, command.question).state),)


def _question(standing: Standing, question_id: str) -> Question:
    question = standing.question(question_id)
    if question is None:
        raise NotFound(f"There is no question {shown(question_id)} in this inspection.")
    return question
