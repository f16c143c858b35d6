"""Days by which something is due, as people write them: with or without the year, or as so many days from now."""

import datetime as dt
import re

from wellled_desktop.ui.kit.typed_day import day_from

_FROM_NOW = re.compile(r"\+\s*(\d{1,3})")


def due_day(typed: str, today: dt.date) -> dt.date | None:
    """28/11/2026, 28 November, 28 Nov, 28/11 (the next there is), tomorrow, +3 (days); None for anything else."""
    text = typed.strip().casefold()
    if text == "tomorrow":
        return today + dt.timedelta(days=1)
    if ahead := _FROM_NOW.fullmatch(text):
        return today + dt.timedelta(days=int(ahead[1]))
    whole = day_from(text)
    if whole is not None:
        return whole
    this_year = (day_from(f"{text} {today.year}"), day_from(f"{text} {today.year + 1}"))
    return next((day for day in this_year if day is not None and day >= today), None)


def wall_today() -> dt.date:
    """Days of the wall calendar are meant."""
    return dt.date.today()  # noqa: DTZ011
