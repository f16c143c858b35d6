"""Immediate concerns and whom they were told to."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.read_models.lines import NoteLine
from wellled_desktop.inspection.read_models.requests import Request


class Telling(msgspec.Struct, frozen=True):
    """Somebody told of a concern: `told` is their role, `reply` "" while there is none."""

    id: str
    line_id: str
    told: str
    told_at: dt.datetime
    reply: str
    replied_at: dt.datetime | None
    recorded_at: dt.datetime
    author: str
    retracted_at: dt.datetime | None = None
    retraction_reason: str | None = None


class ImmediateConcern(msgspec.Struct, frozen=True):
    """A pinned line, by whom and when, and its log in the order told."""

    line: NoteLine
    pinned_at: dt.datetime
    author: str
    tellings: tuple[Telling, ...]


class FollowUp(msgspec.Struct, frozen=True):
    """What follows from the lines of one session: the requests made for them, and those that are immediate concerns."""

    session_id: str
    requests: tuple[Request, ...]
    concerns: tuple[ImmediateConcern, ...]
