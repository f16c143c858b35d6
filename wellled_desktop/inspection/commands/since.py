"""When something became so, for a command that puts it back."""

import datetime as dt

import msgspec


class Since(msgspec.Struct, frozen=True):
    """In a command with one, what was so before is so again as it was: at its time, by its author, on its day.

    What Undo puts back then says nothing else than it said before; the journal has the time of the Undo itself. "" and None
    stand for what is not kept of it.
    """

    at: dt.datetime
    author: str = ""
    day: dt.date | None = None
