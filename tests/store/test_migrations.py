"""Migrations: the tables are those of the code, there and back, and many stores may be made at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from tests.store.conftest import KEY, WRITER, HandClock
from tests.store.packs import create_inspection
from wellled_desktop.store import migrations
from wellled_desktop.store import tables as t
from wellled_desktop.store.connection import memory_engine, open_connection
from wellled_desktop.store.errors import TooNew
from wellled_desktop.store.store import Store


def columns(connection: Connection) -> dict[str, list[tuple[str, str, bool, bool]]]:
    """Name, type, not null and key of each column of each table, as the database itself tells."""
    found = {}
    for table in t.metadata.sorted_tables:
        rows = connection.execute(text(f"PRAGMA table_info({table.name})")).all()
        found[table.name] = sorted((row.name, row.type, bool(row.notnull), bool(row.pk)) for row in rows)
    return found


def indexes(connection: Connection) -> dict[str, str]:
    """What each index was made with; those SQLite makes itself for a key have no words."""
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"))
    return {row.name: " ".join(row.sql.split()) for row in rows}


def test_the_head_equals_the_tables_of_the_code() -> None:
    with memory_engine().connect() as migrated, memory_engine().connect() as made:
        migrations.upgrade(migrated)
        t.metadata.create_all(made)
        assert columns(migrated) == columns(made)
        assert indexes(migrated) == indexes(made)


def test_up_down_and_up_again() -> None:
    with memory_engine().connect() as connection:
        migrations.upgrade(connection)
        migrations.downgrade(connection, "base")
        left = (
            connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").scalars().all()
        )
        assert left == ["alembic_version"]
        migrations.upgrade(connection)
        assert migrations.version_of(connection) == migrations.HEAD


def test_a_store_of_the_present_form_is_left_as_it_is(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.db", KEY, WRITER, HandClock())
    store.execute(create_inspection())
    store.close()
    again = Store(tmp_path / "store.db", KEY, WRITER, HandClock())
    assert again.read(lambda c: c.exec_driver_sql("SELECT count(*) FROM inspection").scalar()) == 1
    again.close()


def test_stores_can_be_made_at_once_on_several_threads(tmp_path: Path) -> None:
    def make(number: int) -> int:
        store = Store(tmp_path / f"{number}.db", KEY, WRITER, HandClock())
        changes = len(store.execute(create_inspection()))
        store.close()
        return changes

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(make, range(8))) == [2] * 8


def test_a_store_of_a_later_version_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    Store(path, KEY, WRITER, HandClock()).close()
    connection = open_connection(path, KEY)
    connection.execute("UPDATE alembic_version SET version_num = '0099'")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(TooNew, match="newer WellLed Desktop"):
        Store(path, KEY, WRITER, HandClock())
    assert path.read_bytes() == before


def test_a_migration_that_fails_leaves_nothing_behind() -> None:
    with memory_engine().connect() as connection:
        connection.exec_driver_sql("CREATE TABLE session (not_ours TEXT)")
        with pytest.raises(DatabaseError, match="already exists"):
            migrations.upgrade(connection)
        assert connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all() == ["session"]
