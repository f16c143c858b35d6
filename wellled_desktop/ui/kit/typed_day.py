"""A day as people type one: what is no day is none, and nothing is guessed. No widgets."""

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_FIRST_YEAR = 2000
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_BRITISH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\d{1,2}|[a-z]+)[\s./,-]+(\d{4})")


def day_from(typed: str) -> dt.date | None:
    """The day that is written as 24/11/2026, 24 11 2026, 24 Nov 2026, 24 November 2026 or 2026-11-24; None for anything else."""
    text = typed.strip().lower()
    if iso := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in iso.groups())
    elif british := _BRITISH.fullmatch(text):
        year, month, day = int(british[3]), _month(british[2]), int(british[1])
    else:
        return None
    if year < _FIRST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:  # the thirty-first of February
        return None


def _month(written: str) -> int:
    """1 to 12; 0 for a word that is no month."""
    if written.isdigit():
        return int(written)
    for months in (_MONTHS, _LONG_MONTHS, ("", "", "", "", "", "", "", "", "sept")):
        if written in months:
            return months.index(written) + 1
    return 0
