"""Requests to the trust."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.words import RequestState


class Request(msgspec.Struct, frozen=True):
    """`line` is the id of the claim it would prove, `line_ref` its sayable number; `state_at` when `state` was set."""

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

    @property
    def ref(self) -> str:
        return f"R-{self.number:03d}"
