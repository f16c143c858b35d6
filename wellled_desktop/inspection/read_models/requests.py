"""Requests to the trust."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.read_models.evidence import EvidenceItemState
from wellled_desktop.inspection.words import RequestState

OPEN_STATES: frozenset[RequestState] = frozenset(("open", "partial"))
"""What is still expected of the trust."""


class Request(msgspec.Struct, frozen=True):
    """`line` is the id of the claim it would prove, `session` that of its session, `line_ref` its sayable number; `state_at` when
    `state` was set.
    """

    id: str
    number: int
    asked_for: str
    asked_of: str
    node: str | None
    line: str | None
    line_ref: str | None
    due: dt.date | None
    state: RequestState
    state_at: dt.datetime
    state_reason: str | None
    made_at: dt.datetime
    day: dt.date
    author: str
    session: str | None = None

    @property
    def ref(self) -> str:
        return f"R-{self.number:03d}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


class Answer(msgspec.Struct, frozen=True):
    """An evidence entry (its id, and E-014) that answers a request, and the day on which it was received, where that is said."""

    request: str
    entry: str
    ref: str
    received_on: dt.date | None = None


class RequestList(msgspec.Struct, frozen=True):
    """All requests by number, withdrawn ones included; `items` are asked for on the checklist and have no request yet. `answers`
    are by the number of the entry.
    """

    requests: tuple[Request, ...]
    items: tuple[EvidenceItemState, ...]
    answers: tuple[Answer, ...] = ()
