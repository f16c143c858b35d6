"""Immediate concerns: a line pinned, and the log of who was told, when, and what they replied."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.commands.since import Since


class PinConcern(msgspec.Struct, frozen=True, tag=True):
    line: str
    since: Since | None = None


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
    since: Since | None = None


class RetractTelling(msgspec.Struct, frozen=True, tag=True):
    """For an entry of the log that was made by mistake."""

    telling: str
    reason: str
    since: Since | None = None


class RestoreTelling(msgspec.Struct, frozen=True, tag=True):
    telling: str
    reason: str
