"""What `verify` finds in the journal and the schema: every kind of tampering is named, and an honest store is sound."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from tests.store.conftest import KEY, WRITER
from tests.store.tampered import busy_store, checked, tamper
from wellled_desktop.store import journal
from wellled_desktop.store import tables as t
from wellled_desktop.store.connection import open_connection
from wellled_desktop.store.store import Store

__all__ = ["busy_store"]


def test_an_honest_store_is_sound(busy_store: Store) -> None:
    found = checked(busy_store)
    assert found.findings == ()
    assert found.entries == found.heads[0].n > 15


def test_the_journal_refuses_to_be_changed(busy_store: Store) -> None:
    connection: Callable[[Connection], object] = lambda c: c.exec_driver_sql("UPDATE journal SET author = 'x'")  # noqa: E731
    with pytest.raises(Exception, match="append-only"):
        busy_store.read(connection)


@pytest.mark.parametrize(
    ("statement", "place", "problem"),
    [
        ("UPDATE journal SET value = '\"nobody said this\"' WHERE n = 6", "entry 6 of", "changed after it was written"),
        ("DELETE FROM journal WHERE n = 7", "entry 8 of", "Entries 7 to 7 are missing"),
        (
            "UPDATE journal SET n = CASE n WHEN 6 THEN 106 ELSE n END; ",
            "entry 7 of",
            "Entries 6 to 6 are missing",
        ),
        (
            "UPDATE note_line SET text = 'Line 3, improved' WHERE id = 'l3'",
            "note line S-01 l.3",
            "text was changed",
        ),
        (
            "UPDATE note_line SET written_at = 'yesterday' WHERE id = 'l3'",
            "note line S-01 l.3",
            "written at was changed",
        ),
        ("UPDATE journal SET clock = 'noon' WHERE n = 6", "entry 6 of", "not of an entry's form"),
        ("DELETE FROM evidence_state", "key evidence W1.E1", "missing from the table"),
        ("INSERT INTO line_tag VALUES ('l3', 'W1.E2', 1)", "tag W1.E2 of note line S-01 l.3", "knows nothing of"),
    ],
)
def test_tampering_is_named(busy_store: Store, tmp_path: Path, statement: str, place: str, problem: str) -> None:
    tamper(tmp_path / "store.db", statement)
    found = checked(busy_store)
    assert [one for one in found.findings if place in one.place and problem in one.problem], found.findings


def test_reordered_entries_are_named(busy_store: Store, tmp_path: Path) -> None:
    tamper(
        tmp_path / "store.db",
        "UPDATE journal SET n = 1006 WHERE n = 6",
        "UPDATE journal SET n = 6 WHERE n = 7",
        "UPDATE journal SET n = 7 WHERE n = 1006",
    )
    places = {one.place for one in checked(busy_store).findings}
    assert {"journal, entry 6 of laptop laptop-a", "journal, entry 7 of laptop laptop-a"} <= places


def test_a_missing_trigger_is_named(busy_store: Store, tmp_path: Path) -> None:
    connection = open_connection(tmp_path / "store.db", KEY)
    connection.execute("DROP TRIGGER journal_keeps_delete")
    connection.close()
    assert [one.place for one in checked(busy_store).findings] == ["schema, trigger journal_keeps_delete"]


def test_a_journal_cut_at_its_end_is_named_by_the_head_kept_elsewhere(busy_store: Store, tmp_path: Path) -> None:
    head = busy_store.read(lambda connection: journal.read_head(connection, WRITER.device))
    assert head is not None
    assert checked(busy_store, head).sound
    tamper(tmp_path / "store.db", "DELETE FROM journal WHERE kind = 'draft-saved'", "DELETE FROM draft")
    found = checked(busy_store, head)
    assert "an older copy of the file was put back" in found.findings[0].problem
    assert found.findings[0].place == f"journal, entry {head.n} of laptop laptop-a"


def test_replaying_the_journal_into_an_empty_store_gives_the_same_tables(busy_store: Store) -> None:
    found = checked(busy_store)
    rows = busy_store.read(lambda c: sum(len(c.execute(select(table)).all()) for table in t.STATE_TABLES))
    assert found.sound
    assert found.rows == rows > 15


@pytest.mark.parametrize(
    ("statement", "place", "problem"),
    [
        ("CREATE TABLE smuggled (word TEXT)", "schema, table smuggled", "does not belong"),
        (
            "CREATE TRIGGER journal_keeps_update BEFORE UPDATE ON journal BEGIN SELECT 1; END",
            "schema, trigger journal_keeps_update",
            "is not as this version",
        ),
    ],
)
def test_a_changed_schema_is_named(busy_store: Store, tmp_path: Path, statement: str, place: str, problem: str) -> None:
    connection = open_connection(tmp_path / "store.db", KEY)
    if "TRIGGER" in statement:
        connection.execute("DROP TRIGGER journal_keeps_update")
    connection.execute(statement)
    connection.close()
    found = checked(busy_store).findings
    assert [(one.place, problem in one.problem) for one in found] == [(place, True)]


@pytest.mark.parametrize("table", ["line_version", "journal", "draft"])
def test_a_missing_table_is_named_once_and_the_others_are_still_compared(
    busy_store: Store, tmp_path: Path, table: str
) -> None:
    connection = open_connection(tmp_path / "store.db", KEY)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(f"DROP TABLE {table}")
    connection.execute("UPDATE note_line SET number = 99 WHERE id = 'l3'")
    connection.close()
    found = checked(busy_store).findings
    assert [one.place for one in found if f"table {table}" in one.place] == [f"schema, table {table}"]
    assert ("note line S-01 l.3" in {one.place for one in found}) == (table != "journal")


def test_a_missing_column_is_named(busy_store: Store, tmp_path: Path) -> None:
    connection = open_connection(tmp_path / "store.db", KEY)
    connection.execute("ALTER TABLE evidence_state DROP COLUMN reason")
    connection.close()
    assert "schema, table evidence_state" in {one.place for one in checked(busy_store).findings}
