"""How what was typed was understood, and why nothing was found: sentences, said by the app and by the command line alike."""

from wellled_desktop.inspection.calendar_words import brief_day
from wellled_desktop.inspection.find.marks import day_of
from wellled_desktop.inspection.find.query import Mark, Query
from wellled_desktop.inspection.find.typed import Reader
from wellled_desktop.inspection.read_models.found import Found

_GOES_WITH = {
    "from": "from: goes with a role or with who wrote it, as from:governors",
    "in": "in: goes with the id of a part of the framework, as in:W3 or in:W3.2",
    "type": "type: goes with said, seen, read, data or inference",
    "day": "day: goes with a day of the inspection, as day:2, or a date, as day:24-11",
    "is": "is: goes with claim, concern, strength or retracted",
}
_MOST_ODD = 2


def not_understood(reader: Reader, typed: str) -> tuple[str, ...]:
    """The parts with a colon that mark nothing, as typed; such a part is looked for as words."""
    parts = (part for part in typed.split() if ":" in part.lstrip("-").lstrip(":") and part.lstrip("-")[0].isalpha())
    return tuple(part for part in parts if not ((read := reader.read(part)).marks or read.without_marks))


def said_of(parts: tuple[str, ...]) -> str:
    """Of parts that were not understood, the first of them; "" where there is none."""
    return " ".join(f"{_odd(part)}." for part in parts[:_MOST_ODD])


def _odd(part: str) -> str:
    operator = part.lstrip("-").partition(":")[0].casefold()
    return _GOES_WITH.get(operator, f"“{part}” is looked for as words")


def why_nothing(query: Query, found: Found, days: int) -> str:
    """Why nothing was found, and what may find more, in an inspection of so many `days`."""
    carried = zip(query.marks_typed, query.marks, strict=True)
    reasons = [_nothing_carries(typed, mark, days) for typed, mark in carried if typed in found.carried_by_nothing]
    return " ".join(f"{part}." for part in ("Nothing was found", *(reasons or [_advice(query)])))


def _nothing_carries(typed: str, mark: Mark, days: int) -> str:
    operator, _, rest = typed.partition(":")
    value = rest.strip('"')
    match operator.casefold():
        case "day":
            said = f"{typed} is {brief_day(day_of(mark.exact[0]))}, and nothing in the record is of that day"
            beyond = value.isdecimal() and int(value) > days
            return f"{said}: this inspection has {'1 day' if days == 1 else f'{days} days'}" if beyond else said
        case "in":
            return f"Nothing in the record is linked to {value}"
        case "from" if mark.exact:
            return f"Nothing in the record is from {value} yet"
        case "from":
            return f"No role of the framework is called {value}, and nobody called so has written anything here"
    return f"Nothing in the record is marked {typed}"


def _advice(query: Query) -> str:
    """What may find more."""
    ways = ["fewer words", "only how they begin"] if query.terms or not query.marks else []
    if query.quoted:
        ways.append("no quotation marks")
    ways += [f"leaving out {typed}" for typed in query.marks_typed[-1:]]
    *others, last = ways
    said = f"{', '.join(others)}, or {last}, may find more" if others else f"{last} may find more"
    return said[0].upper() + said[1:]
