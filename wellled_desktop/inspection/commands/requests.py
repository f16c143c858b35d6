"""Requests: what is asked of the trust."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.commands.since import Since
from wellled_desktop.inspection.words import RequestState


class MakeRequest(msgspec.Struct, frozen=True, tag=True):
    """`node` is the key evidence asked for and `line` the claim it would prove, where there is one."""

    id: str
    asked_for: str
    asked_of: str = ""
    node: str | None = None
    line: str | None = None
    due: dt.date | None = None


class AmendRequest(msgspec.Struct, frozen=True, tag=True):
    """What is None stays as it is; `node` set to "" takes the key evidence away, `no_day` the day it is due."""

    request: str
    asked_for: str | None = None
    asked_of: str | None = None
    node: str | None = None
    due: dt.date | None = None
    no_day: bool = False


class SetRequestState(msgspec.Struct, frozen=True, tag=True):
    request: str
    state: RequestState
    reason: str | None = None
    since: Since | None = None
