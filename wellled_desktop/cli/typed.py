"""What people type as names, days and times: read, or refused in a sentence with the status for wrong usage."""

import datetime as dt

from wellled_desktop.cli.exits import WRONG_USAGE, Stop
from wellled_desktop.inspection.decisions import clean

EARLIEST, LATEST = 1990, 2200


def one_line(text: str) -> str:
    """A name or title without line breaks; what no page can show is replaced, visibly."""
    return " ".join(clean(text).split())


def unshowable(text: str) -> int:
    """How many of its characters the record keeps as U+FFFD, for no store or page can show them."""
    return clean(text).count("\ufffd") - text.count("\ufffd")


def node_id(text: str) -> str:
    """A framework node's id as it is printed, however it was typed (w1.e1)."""
    return one_line(text).upper()


def quoted(text: str) -> str:
    """What somebody typed as an id, cut to a length that a sentence can carry."""
    line = one_line(text)
    return f"“{line[:40]}…”" if len(line) > 41 else f"“{line}”"


def day(text: str) -> dt.date:
    try:
        found = dt.date.fromisoformat(text.strip())
    except ValueError:
        raise Stop(f"{quoted(text)} is not a day; write it as 2026-03-10.", WRONG_USAGE) from None
    return _believable(found, text)


def moment(text: str) -> dt.datetime:
    """A time with its zone: the one given, else the laptop's."""
    expected = "write day and time as 2026-03-10T10:15, with a zone (+01:00) if it is not this laptop's."
    try:
        dt.date.fromisoformat(text.strip())
    except ValueError:
        pass
    else:
        raise Stop(f"{quoted(text)} has no time of day; {expected}", WRONG_USAGE)
    try:
        found = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        raise Stop(f"{quoted(text)} is not a time; {expected}", WRONG_USAGE) from None
    _believable(found.date(), text)
    return found if found.tzinfo else found.astimezone()


def _believable(date: dt.date, text: str) -> dt.date:
    """At the ends of the calendar, a day more or another zone is no date any longer."""
    if not EARLIEST <= date.year <= LATEST:
        raise Stop(f"{quoted(text)} is outside the years {EARLIEST} to {LATEST}, which are allowed.", WRONG_USAGE)
    return date
