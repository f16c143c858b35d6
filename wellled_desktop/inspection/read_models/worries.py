"""Worries said, and the risk register's entries."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.words import WorryVerdict


class Risk(msgspec.Struct, frozen=True):
    """An entry of the trust's risk register as it stood in `source` when it was recorded."""

    id: str
    reference: str
    title: str
    rating: str
    owner: str
    source: str
    recorded_at: dt.datetime
    retracted_at: dt.datetime | None = None
    retraction_reason: str | None = None


class Worry(msgspec.Struct, frozen=True):
    """`session_ref` says in which session it was said; `risk` is the entry it was compared with."""

    id: str
    text: str
    session_id: str | None
    session_ref: str | None
    line: str | None
    noted_at: dt.datetime
    day: dt.date
    author: str
    verdict: WorryVerdict
    risk: Risk | None
    remark: str
    retracted_at: dt.datetime | None = None
    retraction_reason: str | None = None


class SaidWorries(msgspec.Struct, frozen=True):
    """Worries that stand in the form of a session and were not noted yet, as they were said."""

    session_id: str
    session_ref: str
    texts: tuple[str, ...]
