"""How the days of an inspection are said, and that a day is none of them: a remark, never a fault."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate

from wellled_desktop.ui.kit.words import BRITISH


def days_in_words(first: dt.date, last: dt.date) -> str:
    """3 November 2026; 3 to 5 November 2026; 30 October to 2 November 2026; 30 December 2026 to 2 January 2027."""
    if first == last:
        return _said(last, "d MMMM yyyy")
    shortest = "d" if first.month == last.month else "d MMMM"
    begins = _said(first, shortest if first.year == last.year else "d MMMM yyyy")
    return _tr("%1 to %2").replace("%1", begins).replace("%2", _said(last, "d MMMM yyyy"))


def outside_words(day: dt.date | None, days: Sequence[dt.date]) -> str:
    """Outside the inspection's days, 3 to 5 November 2026; "" for one of its days, and for a day that is not known."""
    if day is None or day in days:
        return ""
    return _tr("Outside the inspection's days, %1").replace("%1", days_in_words(days[0], days[-1]))


def _said(day: dt.date, form: str) -> str:
    return BRITISH.toString(QDate(day.year, day.month, day.day), form)


def _tr(words: str) -> str:
    return QCoreApplication.translate("InspectionDays", words)


def utc_now() -> dt.datetime:
    """The laptop's clock, for whoever is not handed another."""
    return dt.datetime.now(dt.UTC)
