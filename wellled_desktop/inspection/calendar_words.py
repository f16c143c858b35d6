"""The names of days and months as they are said in Britain, whatever the laptop's locale."""

import datetime as dt

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def brief_day(day: dt.date) -> str:
    """Wed 25 November: of a day that is near."""
    return f"{DAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1]}"


def spoken_days(days: float) -> str:
    """The same day, 1 day, 2 days, 2.5 days."""
    if days == 0:
        return "the same day"
    return "1 day" if days == 1 else f"{days:,.1f}".removesuffix(".0") + " days"
