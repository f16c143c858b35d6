"""A store of an earlier version as it will be once it is opened: a copy in memory, brought up to date. The store is only read."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from wellled_desktop.store import migrations
from wellled_desktop.store.connection import memory_engine


def is_earlier(version: str | None) -> bool:
    """Whether it is a version known here, and not the present one."""
    return version in migrations.VERSIONS[:-1]


# Not an index of words nor what SQLite keeps of it: copying what it is of makes it anew.
_TABLES = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"


@contextmanager
def brought_up(connection: Connection, version: str) -> Iterator[Connection]:
    """The store's tables have to be those of the version."""
    with memory_engine().connect() as copy:
        migrations.upgrade(copy, version)
        tables = copy.exec_driver_sql(_TABLES).scalars().all()
        copy.exec_driver_sql("BEGIN")
        for table in tables:
            if table != "alembic_version":
                _copy(connection, copy, table)
        copy.exec_driver_sql("COMMIT")
        migrations.upgrade(copy)
        yield copy


def _copy(source: Connection, target: Connection, table: str) -> None:
    names = [row.name for row in target.exec_driver_sql(f"PRAGMA table_info({table})").all()]
    columns, places = ", ".join(names), ", ".join("?" * len(names))
    rows = source.exec_driver_sql(f"SELECT {columns} FROM {table}").all()  # noqa: S608  # names of our own
    if rows:
        insert = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608
        target.exec_driver_sql(insert, [tuple(row) for row in rows])
