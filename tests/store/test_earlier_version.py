"""A store of an earlier version: it is brought up to date when it is opened, and can be verified before, as it is."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.store.conftest import KEY, WRITER, HandClock
from tests.store.in_force import tables_of
from wellled_desktop.inspection import commands as c
from wellled_desktop.store import migrations
from wellled_desktop.store import tables as t
from wellled_desktop.store.connection import engine_for
from wellled_desktop.store.store import Store
from wellled_desktop.store.verify import verify_file

FIRST = "0001"


@contextmanager
def connected(path: Path) -> Iterator[Connection]:
    engine = engine_for(path, KEY)
    with engine.connect() as connection:
        yield connection
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()
    engine.dispose()


@pytest.fixture
def recorded(store: Store, clock: HandClock) -> Store:
    """Something in every table that the first version had."""
    people = (c.NewParticipant("p1", "chief-executive", name="Jo Invented"),)
    store.execute(c.PlanSession("s1", "interview", ("chief-executive",), people))
    store.execute(c.WriteLine("l1", "s1", "We walk the wards.", speaker="p1", tags=("W1.1",), claim=True))
    clock.pass_minutes(20)
    store.execute(c.AmendLine("l1", "We walk the wards weekly.", reason="misheard"), c.EndSession("s1"))
    clock.pass_minutes(5)
    store.execute(c.WriteLine("l2", "s1", "Written later."), c.RetractLine("l2", "wrong session"))
    store.execute(c.SetEvidenceState("W1.E1", "requested", "asked"), c.SaveDraft("s1", "half a"))
    store.execute(c.RecordEvidence("e1", "Minutes", "minutes", nodes=("W1.E2",)))
    return store


@pytest.fixture
def early(recorded: Store, tmp_path: Path) -> Path:
    """The same record in a file of the first version."""
    path = tmp_path / "early.db"
    with connected(path) as target:
        migrations.upgrade(target, FIRST)
        tables = target.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        target.exec_driver_sql("PRAGMA foreign_keys = OFF").close()
        for table in (t.journal, *t.STATE_TABLES):
            if table.name in tables:
                copy_rows(recorded, target, table.name)
    return path


def copy_rows(source: Store, target: Connection, table: str) -> None:
    names = [row.name for row in target.exec_driver_sql(f"PRAGMA table_info({table})")]
    columns, places = ", ".join(names), ", ".join("?" * len(names))
    select = f"SELECT {columns} FROM {table}"  # noqa: S608  # names of our own
    rows = [tuple(row) for row in source.read(lambda connection: connection.exec_driver_sql(select).all())]
    assert rows, table
    target.exec_driver_sql(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)  # noqa: S608


def change(path: Path, statement: str) -> None:
    with connected(path) as connection:
        connection.exec_driver_sql(statement)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def version(path: Path) -> str | None:
    with connected(path) as connection:
        return migrations.version_of(connection)


def test_it_is_sound_and_a_sentence_says_that_it_is_earlier(early: Path) -> None:
    found = verify_file(early, KEY)
    assert found.findings == ()
    assert found.entries == found.heads[0].n > 10
    assert found.remark.startswith(
        "The inspection's file is of an earlier version (0001) and is brought up to date when"
    )


def test_verifying_changes_nothing(early: Path) -> None:
    before = digest(early)
    verify_file(early, KEY)
    assert (digest(early), version(early)) == (before, FIRST)


def test_opening_it_brings_it_up_to_date_with_all_that_was_in_it(
    early: Path, recorded: Store, clock: HandClock
) -> None:
    opened = Store(early, KEY, WRITER, clock)
    assert tables_of(opened) == tables_of(recorded)
    opened.execute(c.MakeRequest("r1", "The plan", line="l1"))
    opened.close()
    found = verify_file(early, KEY)
    assert (found.findings, found.remark) == ((), "")


def test_a_store_of_the_present_version_has_no_such_sentence(recorded: Store, tmp_path: Path) -> None:
    recorded.read(lambda connection: connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all())
    assert verify_file(tmp_path / "store.db", KEY).remark == ""


@pytest.mark.parametrize(
    ("statement", "place", "problem"),
    [
        ("UPDATE note_line SET text = 'better' WHERE id = 'l1'", "note line S-01 l.1", "text was changed"),
        ("DELETE FROM evidence_state", "key evidence W1.E1", "missing from the table"),
        ("INSERT INTO line_tag VALUES ('l1', 'W1.E2', 1)", "tag W1.E2 of note line S-01 l.1", "knows nothing of it"),
        ("DROP TRIGGER journal_keeps_update", "schema, trigger journal_keeps_update", "is missing from the store"),
        ("ALTER TABLE session ADD COLUMN signed_off_at INTEGER", "schema, table session", "is not as this version"),
    ],
)
def test_what_was_changed_in_it_is_named(early: Path, statement: str, place: str, problem: str) -> None:
    change(early, statement)
    (finding,) = verify_file(early, KEY).findings
    assert finding.place == place
    assert problem in finding.problem


def test_an_entry_changed_in_its_journal_is_named(early: Path) -> None:
    with connected(early) as connection:
        trigger = t.JOURNAL_TRIGGERS["journal_keeps_update"]
        connection.exec_driver_sql("DROP TRIGGER journal_keeps_update")
        connection.exec_driver_sql("UPDATE journal SET author = 'x' WHERE n = 5")
        connection.exec_driver_sql(trigger)
    assert "journal, entry 5 of laptop laptop-a" in {one.place for one in verify_file(early, KEY).findings}
