"""The read of the sessions that took place, and whom they were with, by role and never by name."""

import json
from collections import defaultdict

from sqlalchemy import Connection, select

from wellled_desktop.inspection.interviewed import HeldSession
from wellled_desktop.store import tables as t


def held_sessions(connection: Connection) -> tuple[HeldSession, ...]:
    """Sessions that were started and not cancelled, by number.

    With the roles planned and those on the list; not with a role whose every holder was taken off it.
    """
    session = t.session.c
    took_place = (session.started_at.is_not(None), session.cancelled_at.is_(None))
    query = select(session.id, session.number, session.kind, session.roles).where(*took_place).order_by(session.number)
    present, gone = _people(connection)
    held = []
    for row in connection.execute(query):
        planned = [role for role in json.loads(row.roles) if role not in gone[row.id]]
        roles = tuple(dict.fromkeys((*planned, *present[row.id])))
        held.append(HeldSession(row.id, f"S-{row.number:02d}", row.kind, roles))
    return tuple(held)


def _people(connection: Connection) -> tuple[dict[str, list[str]], dict[str, set[str]]]:
    """By session: the roles on its list, and those that only people taken off it had."""
    person = t.participant.c
    present: dict[str, list[str]] = defaultdict(list)
    gone: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(
        select(person.session_id, person.role, person.removed).order_by(person.session_id, person.position)
    ):
        if row.removed:
            gone[row.session_id].add(row.role)
        else:
            present[row.session_id].append(row.role)
    return present, defaultdict(set, {session: roles - set(present[session]) for session, roles in gone.items()})
