"""How what was typed was understood, and why nothing was found: sentences, said by the app and by the command line alike."""

import re
from collections.abc import Collection, Sequence

from wellled_desktop.inspection.calendar_words import brief_day
from wellled_desktop.inspection.find.marks import day_of
from wellled_desktop.inspection.find.query import Mark, Query
from wellled_desktop.inspection.read_models.found import Found, NoSuchThing

_MOST_ODD = 2
_MANY = {"session": "sessions", "request": "requests", "line": "lines"}


def said_of(query: Query, found: Found) -> tuple[str, ...]:
    """What is said beside what was found: of a number or an id that nothing has, and of what is no filter of ours."""
    if query.unclear:
        return ()  # said as the reason why nothing was looked for
    return (*_no_such(query, found), *(f"{said}." for said in _as_words(query)))


def why_nothing(query: Query, found: Found, days: int, elsewhere: Collection[str] = ()) -> str:
    """Why nothing was found, in an inspection of so many `days`; `elsewhere`: words that are there, though not in `found`."""
    if query.unclear:
        said = " ".join(f"{said}." for said in dict.fromkeys(one.said for one in query.unclear))
        parts = " and ".join(one.typed for one in query.unclear)
        return f"{said} Nothing is looked for until {parts} {'is' if len(query.unclear) == 1 else 'are'} put right."
    if no_such := _no_such(query, found):
        return " ".join(no_such)
    carried = zip(query.marks_typed, query.marks, strict=True)
    reasons = [
        said
        for typed, mark in carried
        if typed in found.carried_by_nothing
        for said in _nothing_carries(typed, mark, days, query.from_goes_with)
    ]
    lacking = [f"“{_as_typed(words, query.typed)}”" for words in found.lacking if words not in elsewhere]
    if lacking:
        reasons.append(f"Nothing here has {_or(lacking)}")
    return " ".join(f"{part}." for part in ("Nothing was found", *(reasons or _together(query)), *_as_words(query)))


def said_of_near(slips: Sequence[str]) -> str:
    """Why parts of the framework are shown that have not the very words; "" where they have."""
    them = _or([f"“{word}”" for word in slips]) if slips else ""
    return f"Nothing here has {them}; these parts of the framework have words nearly as typed." if them else ""


def _as_words(query: Query) -> list[str]:
    return [f"“{part}” is looked for as words" for part in query.as_words[:_MOST_ODD]]


def _together(query: Query) -> list[str]:
    """What is said where each part of what was typed is there by itself."""
    if query.without or query.without_marks:
        return ["Whatever has the rest has what is to be left out"]
    if query.marks:
        return ["Nothing has all of this at once"]
    return ["Nothing has all of these words at once"] if len(query.terms) > 1 else []


def _no_such(query: Query, found: Found) -> tuple[str, ...]:
    of_record = () if found.no_such is None else (_no_such_thing(found.no_such),)
    return (*of_record, *((query.no_such_node,) if query.no_such_node else ()))


def _no_such_thing(missing: NoSuchThing) -> str:
    if missing.kind == "entry":
        things, verb, only = "evidence", "goes", "evidence entry"
    else:
        things, verb, only = _MANY[missing.kind], "go", "request" if missing.kind == "request" else missing.kind
    of = f" of {missing.of}" if missing.of else ""
    if not missing.first:
        instead = f"There {'is' if verb == 'goes' else 'are'} no {things}{of} yet"
    elif missing.first == missing.last:
        instead = f"The only {only}{of} is {missing.first}"
    else:
        instead = f"The {things}{of} {verb} from {missing.first} to {missing.last}"
    return f"There is no {missing.ref}. {instead}."


def _nothing_carries(typed: str, mark: Mark, days: int, from_goes_with: str) -> tuple[str, ...]:
    operator, _, rest = typed.partition(":")
    value = rest.strip('"')
    match operator.casefold():
        case "day":
            said = f"{typed} is {brief_day(day_of(mark.exact[0]))}, and nothing in the record is of that day"
            beyond = value.isdecimal() and int(value) > days
            return (f"{said}: this inspection has {'1 day' if days == 1 else f'{days} days'}" if beyond else said,)
        case "in":
            return (f"Nothing in the record is linked to {value}",)
        case "from" if mark.exact:
            return (f"Nothing in the record is from {value} yet",)
        case "from":
            nobody = f"No role of the framework is called {value}, and nobody called so has written anything here"
            return nobody, from_goes_with
    return (f"Nothing in the record is marked {typed}",)


def _as_typed(words: str, typed: str) -> str:
    """S-03, of which S and 03 are looked for."""
    found = re.search(r"[\W_]+".join(map(re.escape, words.split())), typed)
    return found.group() if found else words


def _or(parts: list[str]) -> str:
    *others, last = parts
    return f"{', '.join(others)} or {last}" if others else last
