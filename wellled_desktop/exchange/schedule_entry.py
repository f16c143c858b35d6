"""One entry of a schedule in a file, as it was read: before anything is known of the record. What is None was not said."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.words import SessionKind


class ScheduleEntry(msgspec.Struct, frozen=True):
    """`where` names the place in the file. `fault` says why the entry cannot be used, "" when it can.

    `key` is its identity in the file (a calendar's UID), `number` that of a session here (S-03). `said` is what the file calls
    one without a role, names and all: for the eyes of whoever chooses it, and never recorded.
    """

    where: str
    key: str = ""
    number: int | None = None
    start: dt.datetime | None = None
    minutes: int | None = None
    kind: SessionKind | None = None
    roles: tuple[str, ...] = ()
    place: str | None = None
    lead: str | None = None
    note_taker: str | None = None
    cancelled: bool = False
    remarks: tuple[str, ...] = ()
    fault: str = ""
    said: str = ""
