"""The list of requests for the trust's liaison: what was asked for, and nothing of the notes.

It leaves the team. So it is built of the few things that the trust was told anyway; a claim's words, its session and line, who
spoke, the item it is weighed for, and reasons never come near it.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping

import msgspec

from wellled_desktop.inspection.calendar_words import spoken_days
from wellled_desktop.inspection.decisions import UNDONE
from wellled_desktop.inspection.read_models import Request, RequestList
from wellled_desktop.inspection.response_times import days_waited
from wellled_desktop.inspection.words import RequestState

WITHHELD = "(to be said by the inspection team)"
_ALIKE = 5
_ORDER: dict[RequestState, int] = {"open": 0, "partial": 0, "received": 1, "withdrawn": 2}
_STATES: dict[RequestState, str] = {
    "open": "open",
    "partial": "received in part",
    "received": "received",
    "withdrawn": "no longer needed",
}


class LiaisonRow(msgspec.Struct, frozen=True):
    """A request as the trust may read of it. `age` is how long it has waited, or how long the answer took."""

    ref: str
    asked_for: str
    asked_of: str
    asked: dt.date
    due: dt.date | None
    state: str
    age: str


class LiaisonList(msgspec.Struct, frozen=True):
    """What is waited for, the longest waiting first, then what has come, then what is no longer needed, by number.

    `withheld` are the requests whose words are those of the note they were made for: they are left out.
    """

    day: dt.date
    rows: tuple[LiaisonRow, ...]
    withheld: tuple[str, ...] = ()


def liaison_list(
    asked: RequestList,
    notes: Mapping[str, Iterable[str]],
    published: Mapping[str, str],
    today: dt.date,
    zone: dt.tzinfo | None = None,
) -> LiaisonList:
    """`notes` are, by the id of a request, the words of the line it was made for, as it stands and as it stood before;
    `published` are the framework's texts by node, which may be said whatever a note says.
    """
    kept = [one for one in asked.requests if (one.state, one.state_reason) != ("withdrawn", UNDONE)]
    kept.sort(key=lambda one: (_ORDER[one.state], one.day if one.is_open else dt.date.min, one.number))
    withheld = {
        one.id
        for one in kept
        if one.asked_for != published.get(one.node or "")
        and any(quotes(one.asked_for, note) for note in notes.get(one.id, ()))
    }
    return LiaisonList(
        today,
        tuple(
            _row(one, today, days_waited(one, today, asked.answers, zone), told=one.id not in withheld) for one in kept
        ),
        tuple(one.ref for one in kept if one.id in withheld),
    )


def _row(request: Request, today: dt.date, days: int, *, told: bool) -> LiaisonRow:
    late = request.is_open and request.due is not None and request.due < today
    state = f"{_STATES[request.state]}, past its day" if late else _STATES[request.state]
    return LiaisonRow(
        request.ref,
        request.asked_for if told else WITHHELD,
        request.asked_of,
        request.day,
        request.due,
        state,
        "today" if days == 0 and request.is_open else spoken_days(days),
    )


def quotes(asked_for: str, note: str) -> bool:
    """Whether five words of the note in a row, or all of a shorter note, stand in what is asked for."""
    said, noted = _words(asked_for), _words(note)
    run = min(_ALIKE, len(noted))
    pieces = {tuple(noted[at : at + run]) for at in range(len(noted) - run + 1)} if run > 1 else set()
    return any(tuple(said[at : at + run]) in pieces for at in range(len(said) - run + 1))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
