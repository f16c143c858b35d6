"""What each journal entry does to the current state. Replaying the journal through here gives the tables, exactly."""

import datetime as dt
import json
from typing import Any

import msgspec
from sqlalchemy import Connection

from wellled_desktop.inspection.journal import Entry
from wellled_desktop.store import tables as t
from wellled_desktop.store.projection import record, sessions, talk, weighing
from wellled_desktop.store.projection.base import Apply, local_day
from wellled_desktop.store.search import index as search_index

_APPLY: dict[str, Apply] = {**record.APPLY, **sessions.APPLY, **talk.APPLY, **weighing.APPLY}


def apply_entry(connection: Connection, entry: Entry) -> None:
    """Brings the tables, and the index of what is searched in them, up to date with one entry.

    An unknown kind is a defect of ours, or an entry of a later version.
    """
    value = json.loads(entry.value)
    if isinstance(value, dict) and "since" in value:
        entry, value = _of_then(entry, value["since"]), value["value"]
    _APPLY[entry.kind](connection, entry, value)
    search_index.follow(connection, entry)


def _of_then(entry: Entry, since: dict[str, Any]) -> Entry:
    """An entry that puts back what was, as if made when it first became so: the tables say again what they said.

    Of the zone only the day is kept; whole days from UTC give it.
    """
    at = t.from_text(since["at"])
    day = dt.date.fromisoformat(since["day"]) if since["day"] else None
    return msgspec.structs.replace(
        entry,
        unix_ms=t.unix_ms(at),
        zone_minutes=(day - at.date()).days * 24 * 60 if day else entry.zone_minutes,
        author=since["author"] or entry.author,
    )


__all__ = ["apply_entry", "local_day"]
