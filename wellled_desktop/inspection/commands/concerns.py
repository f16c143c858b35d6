"""Immediate concerns: a line pinned, and the log of who was told, when, and what they replied."""

import datetime as dt

import msgspec


class PinConcern(msgspec.Struct, frozen=True, tag=True):
    line: str


class UnpinConcern(msgspec.Struct, frozen=True, tag=True):
    line: str
    reason: str


class LogTelling(msgspec.Struct, frozen=True, tag=True):
    """Somebody was told of the concern: `told` names their role; `told_at` when."""

    id: str
    line: str
    told: str
    told_at: dt.datetime
    reply: str = ""


class RecordReply(msgspec.Struct, frozen=True, tag=True):
    telling: str
    reply: str
