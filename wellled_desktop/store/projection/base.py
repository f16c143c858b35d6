"""What the projections share."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Table, update

from wellled_desktop.inspection.journal import Entry
from wellled_desktop.store import tables as t

Apply = Callable[[Connection, Entry, Any], None]


def local_day(unix_ms: int, zone_minutes: int) -> str:
    """The calendar day, as YYYY-MM-DD, on the wall of a place that many minutes ahead of UTC."""
    return t.utc(unix_ms + zone_minutes * 60_000).date().isoformat()


def set_values(connection: Connection, table: Table, key: str, **values: Any) -> None:
    """Changes some fields of the one row whose `id` (or only key) is `key`."""
    column = next(iter(table.primary_key.columns))
    connection.execute(update(table).where(column == key).values(**values))
