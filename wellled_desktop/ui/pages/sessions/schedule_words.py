"""What is said of a session on the schedule: to a screen reader, beneath the grid, in tool tips."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from wellled_desktop.exchange.wall_clock import Zone
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.schedule import DoubleBooking, end_of, start_of
from wellled_desktop.inspection.speaking import spoken_role
from wellled_desktop.ui.kit.words import clock_time, in_words

Clashes = Mapping[str, tuple[str, ...]]
_MOST_NAMED = 4


def clashes_of(bookings: Sequence[DoubleBooking]) -> dict[str, tuple[str, ...]]:
    """By a session's id: the numbers of those it is double-booked with."""
    # Said once each: a crowded schedule has thousands of pairs, and this is reckoned at every move.
    refs: dict[str, str] = {}
    found: dict[str, list[str]] = defaultdict(list)
    for one in bookings:
        for here, there in ((one.first, one.second), (one.second, one.first)):
            if there.id not in refs:
                refs[there.id] = there.ref
            found[here.id].append(refs[there.id])
    return {session: tuple(others) for session, others in found.items()}


def roles_in_words(session: Session, titles: Mapping[str, str]) -> str:
    return ", ".join(spoken_role(titles.get(role, role)) for role in session.roles)


def sentence_of(session: Session, titles: Mapping[str, str], clashes: Clashes, zone: Zone) -> str:
    """S-03 interview with chief executive, 10:00 to 11:00, Board room, lead A, double-booked with S-07; its title in brackets."""
    joined = _tr("of") if session.kind == "observation" else _tr("with")
    start, end = start_of(session), end_of(session)
    times = _tr("%1 to %2").replace("%1", clock_time(start, zone)).replace("%2", clock_time(end, zone)) if start else ""
    state = session.state if session.state != "planned" else ""
    title = f" ({session.title})" if session.title else ""
    parts = (
        f"{session.ref} {in_words(session.kind)} {joined} {roles_in_words(session, titles)}{title}",
        times or _tr("without a time"),
        session.place,
        _tr("lead %1").replace("%1", session.lead) if session.lead else _tr("nobody leads it yet"),
        _tr("notes by %1").replace("%1", session.note_taker) if session.note_taker else "",
        state,
        _tr("double-booked with %1").replace("%1", named(clashes[session.id])) if session.id in clashes else "",
    )
    return ", ".join(part for part in parts if part)


def named(refs: Sequence[str]) -> str:
    """S-01, S-02 and S-03; of many, the first ones and how many more."""
    if len(refs) > _MOST_NAMED:
        refs = (*refs[: _MOST_NAMED - 1], _tr("%1 others").replace("%1", str(len(refs) - _MOST_NAMED + 1)))
    return refs[0] if len(refs) == 1 else f"{', '.join(refs[:-1])} {_tr('and')} {refs[-1]}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Schedule", words)
