"""The question sheet of a session."""

import datetime as dt

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
    facts = []
    for position, question in enumerate(command.questions, first):
        if standing.question(question.id) is not None:
            raise RuleBroken("This question is already on a sheet.")
        check_tags(standing, (question.node,) if question.node else ())
        fields = msgspec.to_builtins(question)
        fields |= {"text": one_line(question.text, "A question"), "why": one_line(question.why, "A reason")}
        if not fields["text"]:
            raise RuleBroken("A question needs some words.")
        facts.append(Fact("question-added", fields.pop("id"), {**fields, "session": session.id, "position": position}))
    return tuple(facts)


@taking_back.register
def _(command: c.AddQuestions, _standing: Standing) -> tuple[c.Command, ...]:
    return tuple(c.SetQuestionState(question.id, "dropped") for question in command.questions)


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
    return (c.OrderSheet(command.session, tuple(question.id for question in standing.sheet(command.session))),)


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
