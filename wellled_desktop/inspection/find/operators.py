"""What an operator with its value marks: from:governors, in:W3, type:said, day:2, is:claim; and what goes with which of them."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import get_args

from wellled_desktop.framework.finding import words
from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.inspection.find.marks import day_mark, node_marks, role_mark, state_mark, type_mark
from wellled_desktop.inspection.find.query import Mark
from wellled_desktop.inspection.find.references import NodeIds
from wellled_desktop.inspection.role_words import RoleWords
from wellled_desktop.inspection.words import LineType

OPERATORS = ("from", "in", "type", "day", "is")
STATES = ("claim", "concern", "strength", "retracted")

_NODE = re.compile(r"[a-z]+[0-9]+(?:\.[a-z]*[0-9]+)*\.?")
_DAY = re.compile(r"[0-9]{1,3}")
_DAY_OF_MONTH = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})")
_WHOLE_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


class Operators:
    """For the roles and the ids of one pack, and an inspection of so many `days`, by this team, that begins on `start`."""

    def __init__(self, pack: Pack, ids: NodeIds, start: dt.date, days: int, team: Sequence[str]) -> None:
        self._start = start
        self._ids = ids
        self._goes_with = {
            "from": _from_goes_with(team),
            "in": f"in: goes with the id of a part of the framework, {_from_to(pack)}, or of a part in one",
            "type": f"type: goes with {_any_of(get_args(LineType))}",
            "day": f"day: goes with a day of the inspection, {_days(days)}, or a date, as day:{start.day}-{start.month}",
            "is": f"is: goes with {_any_of(STATES)}",
        }
        self._role_words = RoleWords(pack)
        self._role_parts = {role: f" {role.replace('-', ' ')} {title}" for role, title in role_titles(pack).items()}
        self._role_parts = {role: " " + " ".join(words(text)) for role, text in self._role_parts.items()}

    def mark(self, operator: str, value: str) -> Mark | None:
        """None where it is no operator of ours, or its value says nothing (yet)."""
        plain = value.strip().casefold()
        match operator.casefold():
            case "from":
                return self._from(plain)
            case "in" if _NODE.fullmatch(plain) and self._ids.has(plain):
                return Mark((node_marks(plain.rstrip("."))[-1],))
            case "type" if plain in get_args(LineType):
                return Mark((type_mark(plain),))
            case "is" if plain in STATES:
                return Mark((state_mark(plain),))
            case "day":
                day = self._day(plain)
                return None if day is None else Mark((day_mark(day.isoformat()),))
        return None

    def goes_with(self, operator: str, value: str = "") -> str:
        """What is said where the value says nothing: which values there are. "" of what is no operator of ours."""
        name, plain = operator.casefold(), value.strip().casefold()
        said = self._goes_with.get(name, "")
        none_such = self._ids.none_such(plain) if name == "in" and _NODE.fullmatch(plain) else ""
        return none_such.removesuffix(".") or said

    def _from(self, value: str) -> Mark | None:
        """By role or by who wrote it. A beginning will do: one sees at once what is found."""
        parts = tuple(words(value))
        if not parts:
            return None
        roles = self._role_words.spoken(value) or tuple(
            role for role, own in self._role_parts.items() if all(f" {part}" in own for part in parts)
        )
        together = "".join(parts)
        return Mark(tuple(map(role_mark, roles)), (role_mark(together), f"by{together}"))

    def _day(self, value: str) -> dt.date | None:
        """2 is the second day of the inspection; 24-11 the one nearest to its first; 2026-11-24 as it stands."""
        if _DAY.fullmatch(value):
            return _date(self._start.toordinal() + int(value) - 1) if int(value) else None
        if whole := _WHOLE_DAY.fullmatch(value):
            return _calendar_day(int(whole[1]), int(whole[2]), int(whole[3]))
        if of_month := _DAY_OF_MONTH.fullmatch(value):
            years = range(self._start.year - 1, self._start.year + 2)
            days = [_calendar_day(year, int(of_month[2]), int(of_month[1])) for year in years]
            return min(filter(None, days), key=lambda day: abs(day - self._start), default=None)
        return None


def _any_of(values: Sequence[str]) -> str:
    *others, last = values
    return f"{', '.join(others)} or {last}" if others else last


def _from_goes_with(team: Sequence[str]) -> str:
    return f"from: goes with a role, as from:governors, or with who wrote it{f': {_any_of(team)}' if team else ''}"


def _from_to(pack: Pack) -> str:
    first, last = pack.kloes[0].id, pack.kloes[-1].id
    return first if first == last else f"{first} to {last}"


def _days(days: int) -> str:
    return "day:1" if days == 1 else f"day:1 to day:{days}"


def _date(ordinal: int) -> dt.date | None:
    return dt.date.fromordinal(ordinal) if ordinal <= dt.date.max.toordinal() else None


def _calendar_day(year: int, month: int, day: int) -> dt.date | None:
    """None where the calendar has no such day, as 30-02."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
