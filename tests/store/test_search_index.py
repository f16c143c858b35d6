"""The index of what is searched: it follows the tables, however they change, and `verify` notices where it does not."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.store.conftest import KEY, WRITER, HandClock
from tests.store.tampered import busy_store, checked, in_the_file, tamper
from wellled_desktop.inspection import commands as c
from wellled_desktop.store import migrations
from wellled_desktop.store.connection import engine_for, open_connection
from wellled_desktop.store.earlier import brought_up
from wellled_desktop.store.search import index, index_check
from wellled_desktop.store.store import Store
from wellled_desktop.store.verify import verify_file

__all__ = ["busy_store"]

EARLIER = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
ALL = "SELECT kind, entity, session_id, ref, at, words, marks FROM findable"
CHANGES: tuple[tuple[c.Command, ...], ...] = (
    (c.AmendLine("l3", "Line three", reason="clearer", tags=("W1.E2.1",), claim=True, weight="concern"),),
    (c.RetractLine("l3", "wrong"),),
    (c.RetractLine("l3", "wrong"), c.RestoreLine("l3", "right")),
    (c.ChangeParticipant("p1", "governors", "east", "Jo Renamed"),),
    (c.ChangeParticipant("p1", name=""),),
    (c.RemoveParticipant("p1"),),
    (c.WriteLine("l9", "s2", "By nobody in particular"), c.ChangeSession("s2", roles=("chief-executive",))),
    (c.ChangeSession("s2", title="Nights", planned_start=EARLIER, place="Room 9"), c.WithdrawStart("s2")),
    (c.CancelSession("s2", "ill"),),
    (c.PlanSession("s3", "panel", ("governors",)), c.CancelSession("s3", "ill")),
    (c.PlanSession("s3", "panel", ("governors",)), c.CancelSession("s3", "ill"), c.RestoreSession("s3", "well")),
    (
        c.PlanSession("s3", "panel", ("governors",)),
        c.TakeFromHandwrittenNotes("s3", EARLIER, EARLIER + dt.timedelta(minutes=1)),
    ),
    (c.AnswerForm("s2", "heads", None),),
    (c.AnswerForm("s2", "opening", True),),
    (c.AnswerForm("s2", "worries", ("nights", "lifts")),),
    (c.AmendEntry("e1", title="Papers", nodes=("W1.E1",), other_way=("W1.E1",), period="2025", remarks="thin"),),
    (c.RetractEntry("e1", "twice"),),
    (c.RetractAttachment("a1", "twice"),),
    (c.WithdrawQuestions(("q1",)),),
    (c.AmendRequest("r1", asked_for="The other plan", node="W1.1"), c.SetRequestState("r1", "withdrawn", "found")),
    (c.CompareWorry("w1", "matched", "k1", "as BAF-3 says"),),
    (c.RetractWorry("w1", "twice"),),
    (c.RetractRisks(("k1",), "closed"),),
    (c.RecordRisks("register", (c.NewRisk("k1", "BAF-3", "Nights and days", owner="the chief nurse"),)),),
    (c.LinkFinding("f1", "W1.E1"), c.RetractFindings(("f1",), "old")),
    (c.SetJudgement("W1.1", None, ""),),
    (c.SetJudgement("W1.1", "balanced", "Mostly."),),
    (c.AmendLocalNode("n1", "By day?"), c.RetractLocalNode("n1", "enough")),
)


def copied(store: Store, folder: Path) -> Path:
    """The store's file as it is now."""
    path = folder / "copied.db"
    path.write_bytes(in_the_file(store, folder / "store.db"))
    return path


def rows(connection: Connection) -> set[tuple[object, ...]]:
    return set(map(tuple, connection.exec_driver_sql(ALL).all()))


def made_anew(connection: Connection) -> set[tuple[object, ...]]:
    connection.exec_driver_sql("BEGIN")
    index.fill(connection)
    found = rows(connection)
    connection.exec_driver_sql("ROLLBACK")
    return found


@pytest.mark.parametrize("commands", CHANGES, ids=[type(one[-1]).__name__ for one in CHANGES])
def test_whatever_changes_it_is_what_is_made_anew_from_the_tables(
    busy_store: Store, clock: HandClock, commands: tuple[c.Command, ...]
) -> None:
    clock.pass_minutes(20)
    assert busy_store.execute(*commands)
    assert busy_store.read(rows) == busy_store.read(made_anew)
    assert checked(busy_store).sound


def test_what_is_refused_leaves_nothing_in_it(busy_store: Store) -> None:
    before = busy_store.read(rows)
    with pytest.raises(Exception, match="no line"):
        busy_store.execute(c.WriteLine("l9", "s2", "Written and rolled back"), c.RetractLine("l77", "none"))
    assert busy_store.read(rows) == before


def test_what_is_said_goes_out_of_it_when_it_is_said_otherwise(busy_store: Store) -> None:
    def holding(word: str) -> int:
        query = "SELECT count(*) FROM find_index WHERE find_index MATCH ?"
        return int(busy_store.read(lambda connection: connection.exec_driver_sql(query, (word,)).scalar_one()))

    assert holding("Invented") == 1
    busy_store.execute(c.ChangeParticipant("p1", name="Jo Renamed"))
    assert (holding("Invented"), holding("Renamed")) == (0, 1)


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE findable SET words = 'x' WHERE entity = 'l3'", "of one thing what the record says"),
        ("UPDATE findable SET marks = 'all', at = 'noon'", "things what the record says"),
        ("DELETE FROM findable WHERE entity = 'l3'", "of one thing what the record says"),
        ("INSERT INTO findable VALUES (999, 'line', 'l99', 's1', 'S-01 l.99', 0, 'x', 'all')", "of one thing"),
        ("INSERT INTO find_index (rowid, words, marks) VALUES (999, 'smuggled', '')", "not those that it was made of"),
        ("INSERT INTO find_index (find_index) VALUES ('delete-all')", "not those that it was made of"),
        ("UPDATE find_index_data SET block = x'00' WHERE id > 10", "not those that it was made of"),
        ("DELETE FROM find_index_data WHERE id > 10", "not those that it was made of"),
    ],
)
def test_an_index_that_was_tampered_with_is_named_once(
    busy_store: Store, tmp_path: Path, statement: str, problem: str
) -> None:
    tamper(tmp_path / "store.db", statement)
    (finding,) = verify_file(tmp_path / "store.db", KEY).findings
    assert finding.place == "search index"
    assert problem in finding.problem
    assert "What is recorded is untouched" in finding.problem


@pytest.mark.parametrize(
    ("statements", "place"),
    [
        (("DROP TABLE find_index",), "schema, table find_index"),
        (("DROP TABLE findable",), "schema, table findable"),
        (("DROP TRIGGER findable_added",), "schema, trigger findable_added"),
    ],
)
def test_a_part_of_it_that_is_missing_is_named_with_the_schema(
    busy_store: Store, tmp_path: Path, statements: tuple[str, ...], place: str
) -> None:
    connection = open_connection(tmp_path / "store.db", KEY)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    places = {finding.place for finding in checked(busy_store).findings}
    assert place in places
    assert "search index" not in places


def test_a_disk_that_fails_while_it_is_checked_is_no_fault_of_the_index(busy_store: Store, tmp_path: Path) -> None:
    path = copied(busy_store, tmp_path)
    engine = engine_for(path, KEY)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
        with pytest.raises(Exception, match="readonly"):
            index_check.faults(connection, connection)
    engine.dispose()


def test_migrating_fills_it_from_what_was_recorded_before(busy_store: Store, tmp_path: Path) -> None:
    expected = busy_store.read(rows)
    path = copied(busy_store, tmp_path)
    engine = engine_for(path, KEY)
    with engine.connect() as connection:
        migrations.downgrade(connection, "0004")
    engine.dispose()
    opened = Store(path, KEY, WRITER, HandClock())
    assert opened.read(rows) == expected
    order = "SELECT entity FROM findable WHERE kind = 'line' ORDER BY id"
    assert opened.read(lambda connection: connection.exec_driver_sql(order).scalars().all()) == [
        f"l{n}" for n in range(1, 6)
    ]
    opened.close()
    assert verify_file(path, KEY).sound


def test_migrating_fills_it_from_tables_that_were_tampered_with_as_far_as_they_go(
    busy_store: Store, tmp_path: Path
) -> None:
    path = copied(busy_store, tmp_path)
    engine = engine_for(path, KEY)
    with engine.connect() as connection:
        migrations.downgrade(connection, "0004")
        for statement in (
            "UPDATE note_line SET written_at = 'yesterday', day = 7, number = 'one' WHERE id = 'l1'",
            "UPDATE session SET number = 'two', roles = '[' WHERE id = 's2'",
            "UPDATE evidence_entry SET number = 'x'",
            "UPDATE form_answer SET answer = 'not of the form'",
            "UPDATE worry SET author = ''",
        ):
            connection.exec_driver_sql(statement)
    engine.dispose()
    opened = Store(path, KEY, WRITER, HandClock())
    found = {row[1]: row for row in opened.read(rows)}
    assert found["s2 heads"][5] == "not of the form"
    assert (found["l1"][3], found["e1"][3]) == ("S-01 l.one", "E-x")
    opened.close()


def test_bringing_a_copy_up_to_date_makes_its_index_once(busy_store: Store) -> None:
    def of_the_copy(connection: Connection) -> tuple[set[tuple[object, ...]], list[str]]:
        with brought_up(connection, migrations.HEAD) as copy:
            return rows(copy), index_check.faults(copy, connection)

    assert busy_store.read(of_the_copy) == (busy_store.read(rows), [])
