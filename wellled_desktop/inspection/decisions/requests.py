"""Requests to the trust."""

import datetime as dt

import msgspec

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions.deciding import (
    UNDONE,
    Standing,
    check_tags,
    decide,
    line_of,
    one_line,
    reason_given,
    shown,
    taking_back,
)
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.journal import Fact
from wellled_desktop.inspection.read_models import Request


@decide.register
def _(command: c.MakeRequest, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    if standing.request(command.id) is not None:
        raise RuleBroken("This request is already in the record.")
    asked_for = one_line(command.asked_for, "What is asked for")
    if not asked_for:
        raise RuleBroken("A request needs to say what is asked for.")
    check_tags(standing, (command.node,) if command.node else ())
    if command.line is not None:
        line_of(standing, command.line)
    fields = msgspec.to_builtins(command)
    fields.pop("type")
    fields.pop("id")
    fields |= {
        "asked_for": asked_for,
        "asked_of": one_line(command.asked_of, "Who is asked"),
        "number": standing.next_request_number(),
    }
    return (Fact("request-made", command.id, fields),)


@taking_back.register
def _(command: c.MakeRequest, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.SetRequestState(command.id, "withdrawn", UNDONE),)


@decide.register
def _(command: c.SetRequestState, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    request = _request(standing, command.request)
    reason = reason_given(command.reason)
    if (request.state, request.state_reason) == (command.state, reason):
        return ()
    return (Fact("request-state-set", request.id, command.state, "state", reason),)


@taking_back.register
def _(command: c.SetRequestState, standing: Standing) -> tuple[c.Command, ...]:
    request = _request(standing, command.request)
    return (c.SetRequestState(request.id, request.state, request.state_reason),)


def _request(standing: Standing, request_id: str) -> Request:
    request = standing.request(request_id)
    if request is None:
        raise NotFound(f"There is no request {shown(request_id)} in this inspection.")
    return request
