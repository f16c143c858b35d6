"""What the Sessions page shows, reckoned on the reader's thread: beside the window, not in it."""

from typing import Any

import msgspec

from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.schedule import (
    DoubleBooking,
    Missing,
    double_bookings,
    prompts_without_a_voice,
    roles_without_a_slot,
)
from wellled_desktop.inspection.speaking import spoken_role
from wellled_desktop.reports.single_holders import SINGLE_HOLDERS
from wellled_desktop.store import reading


class ScheduleReading(msgspec.Struct, frozen=True):
    """`going` are the sessions that are not cancelled, in the order of time."""

    going: tuple[Session, ...]
    cancelled: tuple[Session, ...]
    bookings: tuple[DoubleBooking, ...]
    roles: tuple[Missing, ...]
    prompts: tuple[Missing, ...]


def read_schedule(connection: Any, *, pack: Pack, scope: Scope) -> ScheduleReading:
    sessions = reading.sessions(connection, cancelled=True)
    return reckon(sessions, pack, scope)


def reckon(sessions: tuple[Session, ...], pack: Pack, scope: Scope) -> ScheduleReading:
    going = tuple(one for one in sessions if one.cancelled_at is None)
    return ScheduleReading(
        going=going,
        cancelled=tuple(one for one in sessions if one.cancelled_at is not None),
        bookings=double_bookings(going, held_alone(pack)),
        roles=roles_without_a_slot(pack, scope, going),
        prompts=prompts_without_a_voice(pack, scope, going),
    )


def held_alone(pack: Pack) -> dict[str, str]:
    """The roles that one person holds in a trust, with how they are spoken of."""
    return {role: spoken_role(title) for role, title in role_titles(pack).items() if role in SINGLE_HOLDERS}
