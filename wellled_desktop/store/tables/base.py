"""What all tables share: the naming of constraints, and times."""

import datetime as dt
from typing import Any

from sqlalchemy import Dialect, Integer, MetaData, TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcTime(TypeDecorator[dt.datetime]):
    """Milliseconds since 1970 in UTC; a time without a zone is refused, never guessed."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time in the store needs its zone")
        return unix_ms(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:
        return None if value is None else utc(value)


def utc(unix_ms: int) -> dt.datetime:
    """The moment `unix_ms` milliseconds after 1970, in UTC, exact to the millisecond."""
    return dt.datetime.fromtimestamp(unix_ms // 1000, dt.UTC) + dt.timedelta(milliseconds=unix_ms % 1000)


def unix_ms(moment: dt.datetime) -> int:
    """Milliseconds since 1970."""
    return round(moment.timestamp() * 1000)


def from_text(iso: str) -> dt.datetime:
    """The moment an ISO 8601 text names, in UTC."""
    return dt.datetime.fromisoformat(iso).astimezone(dt.UTC)
