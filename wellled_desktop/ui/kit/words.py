"""How the record's fixed words, days and times are shown. Qt sets the C locale from the desktop, so strftime is not used."""

import datetime as dt
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale

BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def day_in_words(day: dt.date) -> str:
    """Tuesday 10 March 2026."""
    return BRITISH.toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")


@lru_cache(maxsize=64)  # Qt takes 40 µs for it, and a schedule says the same days over and over
def short_day(day: dt.date) -> str:
    """Tue 10 March."""
    return BRITISH.toString(QDate(day.year, day.month, day.day), "ddd d MMMM")


def dated(day: dt.date) -> str:
    """Tue 10 Mar 2026, for a column of days that may be of any year."""
    return BRITISH.toString(QDate(day.year, day.month, day.day), "ddd d MMM yyyy")


def clock_time(moment: dt.datetime | None, zone: dt.tzinfo | None = None) -> str:
    """10:15, on the wall of `zone` (None: this laptop's); "" for no time."""
    return f"{moment.astimezone(zone):%H:%M}" if moment is not None else ""


def in_words(fixed: str) -> str:
    """A fixed word of the record as people write it: not-held becomes "not held"."""
    return fixed.replace("-", " ")


def counted(number: int, one: str, many: str) -> str:
    """1 line, 2 lines."""
    return f"{number:,} {one if number == 1 else many}"
