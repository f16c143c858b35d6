"""Requests to the trust."""

import datetime as dt
from typing import Any

import msgspec

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions.deciding import (
    UNDONE,
    Standing,
    check_tags,
    decide,
    line_of,
    one_line,
    put_back,
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
        raise RuleBroken("This request is already in the record; nothing was recorded again.")
    asked_for = one_line(command.asked_for, "What is asked for")
    if not asked_for:
        raise RuleBroken("A request needs to say what is asked for; nothing was recorded.")
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
def _(command: c.AmendRequest, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    request = _request(standing, command.request)
    changes: dict[str, Any] = {}
    if command.asked_for is not None:
        changes["asked_for"] = one_line(command.asked_for, "What is asked for")
        if not changes["asked_for"]:
            raise RuleBroken(f"A request needs to say what is asked for; {request.ref} stands as it was.")
    if command.asked_of is not None:
        changes["asked_of"] = one_line(command.asked_of, "Who is asked")
    if command.node is not None:
        check_tags(standing, (command.node,) if command.node else ())
        changes["node"] = command.node or None
    if command.no_day or command.due is not None:
        changes["due"] = None if command.no_day else command.due
    return tuple(
        Fact("request-amended", request.id, value.isoformat() if isinstance(value, dt.date) else value, field)
        for field, value in changes.items()
        if getattr(request, field) != value
    )


@taking_back.register
def _(command: c.AmendRequest, standing: Standing) -> tuple[c.Command, ...]:
    request = _request(standing, command.request)
    dated = command.no_day or command.due is not None
    return (
        c.AmendRequest(
            request.id,
            asked_for=None if command.asked_for is None else request.asked_for,
            asked_of=None if command.asked_of is None else request.asked_of,
            node=None if command.node is None else request.node or "",
            due=request.due if dated else None,
            no_day=dated and request.due is None,
        ),
    )


@decide.register
def _(command: c.SetRequestState, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    request = _request(standing, command.request)
    reason = reason_given(command.reason)
    if (request.state, request.state_reason) == (command.state, reason):
        return ()
    value = put_back(command.state, command.since)
    return (Fact("request-state-set", request.id, value, "state", reason),)


@taking_back.register
def _(command: c.SetRequestState, standing: Standing) -> tuple[c.Command, ...]:
    request = _request(standing, command.request)
    return (c.SetRequestState(request.id, request.state, request.state_reason, c.Since(request.state_at)),)


def _request(standing: Standing, request_id: str) -> Request:
    request = standing.request(request_id)
    if request is None:
        raise NotFound(f"There is no request {shown(request_id)} in this inspection.")
    return request
