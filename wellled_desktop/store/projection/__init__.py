"""What each journal entry does to the current state. Replaying the journal through here gives the tables, exactly."""

import json

from sqlalchemy import Connection

from wellled_desktop.inspection.journal import Entry
from wellled_desktop.store.projection import record, sessions, talk
from wellled_desktop.store.projection.base import Apply, local_day

_APPLY: dict[str, Apply] = {**record.APPLY, **sessions.APPLY, **talk.APPLY}


def apply_entry(connection: Connection, entry: Entry) -> None:
    """Brings the tables up to date with one entry. An unknown kind is a defect of ours, or an entry of a later version."""
    _APPLY[entry.kind](connection, entry, json.loads(entry.value))


__all__ = ["apply_entry", "local_day"]
