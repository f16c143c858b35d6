"""A line taken out of the record and, perhaps, put back: both acts stay told. Read models only; the rules are in `decisions`."""

import datetime as dt

import msgspec


class Restoration(msgspec.Struct, frozen=True):
    """A retracted line put back, and why."""

    at: dt.datetime
    author: str
    reason: str


class Retraction(msgspec.Struct, frozen=True):
    """A line retracted at `at` (UTC), and why; `restored` is None while the retraction stands."""

    line_id: str
    at: dt.datetime
    author: str
    reason: str
    restored: Restoration | None = None
