"""How long the trust took to answer what it was asked: evidence for the prompt on timely information, and never a score.

Days are those of the calendar, from the day of asking to the day of receipt; what has come in part is still waited for, and
what was withdrawn counts for nothing.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from statistics import median

import msgspec

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.calendar_words import brief_day, spoken_days
from wellled_desktop.inspection.read_models import Answer, Request


class Waited(msgspec.Struct, frozen=True):
    """A request and the days it took, or has been waited for."""

    ref: str
    days: int


class AskedOf(msgspec.Struct, frozen=True):
    """What one was asked ("" for nobody named): how many were answered, in how many days at the median, how many are open."""

    whom: str
    answered: int
    median_days: float | None
    still_open: int


class ResponseTimes(msgspec.Struct, frozen=True):
    """`median_days` and `longest` are of the answered; `waiting` are those still expected, the longest first."""

    answered: int
    median_days: float | None
    longest: Waited | None
    waiting: tuple[Waited, ...]
    overdue: int
    first_asked: dt.date | None
    by_whom: tuple[AskedOf, ...]

    @property
    def asked(self) -> int:
        return self.answered + len(self.waiting)


def received_on(request: Request, answers: Iterable[Answer] = (), zone: dt.tzinfo | None = None) -> dt.date | None:
    """The day on which all of it had come: what its entries say, else that of its state, on the calendar of `zone` (None: this
    laptop's).
    """
    if request.state != "received":
        return None
    said = [one.received_on for one in answers if one.request == request.id and one.received_on is not None]
    return max(said, default=request.state_at.astimezone(zone).date())


def days_waited(request: Request, today: dt.date, answers: Iterable[Answer] = (), zone: dt.tzinfo | None = None) -> int:
    """From the day of asking to that of receipt or withdrawal; to `today` while it is open."""
    over = received_on(request, answers, zone) or request.state_at.astimezone(zone).date()
    return max(0, ((today if request.is_open else over) - request.day).days)


def response_times(
    requests: Iterable[Request], today: dt.date, answers: Iterable[Answer] = (), zone: dt.tzinfo | None = None
) -> ResponseTimes:
    by_request: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        by_request[answer.request].append(answer)
    counted = [one for one in requests if one.state != "withdrawn"]
    waited = {one.id: Waited(one.ref, days_waited(one, today, by_request[one.id], zone)) for one in counted}
    answered = [waited[one.id] for one in counted if not one.is_open]
    waiting = sorted((waited[one.id] for one in counted if one.is_open), key=lambda one: (-one.days, one.ref))
    groups: defaultdict[str, list[Request]] = defaultdict(list)
    for one in counted:
        groups[one.asked_of].append(one)
    return ResponseTimes(
        answered=len(answered),
        median_days=_median(answered),
        longest=max(answered, key=lambda one: one.days, default=None),
        waiting=tuple(waiting),
        overdue=sum(one.is_open and one.due is not None and one.due < today for one in counted),
        first_asked=min((one.day for one in counted), default=None),
        by_whom=tuple(
            _asked_of(whom, of_one, waited)
            for whom, of_one in sorted(groups.items(), key=lambda group: (group[0] == "", -len(group[1]), group[0]))
        ),
    )


def _asked_of(whom: str, requests: list[Request], waited: dict[str, Waited]) -> AskedOf:
    answered = [waited[one.id] for one in requests if not one.is_open]
    return AskedOf(whom, len(answered), _median(answered), len(requests) - len(answered))


def _median(answered: list[Waited]) -> float | None:
    return float(median(one.days for one in answered)) if answered else None


def timeliness_prompt(pack: Pack) -> str | None:
    """The id of the prompt that asks whether information is timely; None in a framework that has none."""
    prompts = (prompt for kloe in pack.kloes for prompt in kloe.prompts)
    return next((one.id for one in prompts if {"timely", "information"} <= _words(one.text)), None)


def _words(text: str) -> set[str]:
    return {word.strip(",.;:?()") for word in text.casefold().split()}


def in_one_line(times: ResponseTimes) -> str:
    """As the Requests page says it; "" where nothing was asked."""
    if not times.asked:
        return ""
    parts = []
    if times.longest is not None and times.median_days is not None:
        parts.append(f"{times.answered:,} answered, median {spoken_days(times.median_days)}")
        parts.append(f"longest {spoken_days(times.longest.days)} ({times.longest.ref})")
    else:
        parts.append("none answered yet")
    if times.waiting:
        first = times.waiting[0]
        parts.append(f"{len(times.waiting):,} open, the oldest {_since(first)}")
    return f"Response times: {', '.join(parts)}."


def title_of(times: ResponseTimes, today: dt.date) -> str:
    """What the evidence entry is called."""
    requests = "a request" if times.asked == 1 else f"{times.asked:,} requests"
    return f"Response times to {requests}, to {brief_day(today)}"


def figures(times: ResponseTimes, today: dt.date) -> str:
    """The figures in full, a line each: the remarks of the evidence entry. They name no claim and quote no note."""
    lines = [
        f"Requests counted: {times.asked:,}, withdrawn ones left out. Days are calendar days from asking to receipt, to "
        f"{brief_day(today)}."
    ]
    if times.longest is not None and times.median_days is not None:
        lines.append(
            f"Answered: {times.answered:,}; median {spoken_days(times.median_days)}; longest {spoken_days(times.longest.days)} "
            f"({times.longest.ref})."
        )
    else:
        lines.append("Answered: none.")
    if times.waiting:
        waiting = ", ".join(_since(one) for one in times.waiting)
        lines.append(f"Open: {len(times.waiting):,}, of which {times.overdue:,} past the day agreed: {waiting}.")
    lines += [_of_whom(one) for one in times.by_whom]
    return "\n".join(lines)


def _since(waiting: Waited) -> str:
    return f"{waiting.ref} since today" if waiting.days == 0 else f"{waiting.ref} for {spoken_days(waiting.days)}"


def _of_whom(asked: AskedOf) -> str:
    took = "" if asked.median_days is None else f", median {spoken_days(asked.median_days)}"
    whom = f"Asked of {asked.whom}" if asked.whom else "Asked of nobody in particular"
    return f"{whom}: {asked.answered:,} answered{took}; {asked.still_open:,} open."
