"""What `verify` finds: every kind of tampering is named, and an honest store is sound."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from tests.store.conftest import KEY, WRITER, HandClock
from wellled_desktop.inspection.commands import (
    AddQuestions,
    AmendLine,
    AnswerForm,
    EndSession,
    LogTelling,
    MakeRequest,
    NewParticipant,
    NewQuestion,
    NewRisk,
    NoteWorry,
    PauseSession,
    PinConcern,
    PlanSession,
    RecordEvidence,
    RecordRisks,
    RetractLine,
    SaveDraft,
    SetEvidenceState,
    StartSession,
    WriteLine,
)
from wellled_desktop.inspection.read_models import JournalHead
from wellled_desktop.store import journal, reading
from wellled_desktop.store import tables as t
from wellled_desktop.store.connection import StoreKey, open_connection
from wellled_desktop.store.store import Store
from wellled_desktop.store.verify import Verification, verify, verify_file


@pytest.fixture
def busy_store(store: Store, clock: HandClock) -> Store:
    """A store with something in every table."""
    person = NewParticipant("p1", "chief-executive", name="Jo Invented")
    store.execute(PlanSession("s1", "interview", ("chief-executive",), (person,)))
    for number in range(1, 6):
        clock.pass_minutes(1)
        store.execute(WriteLine(f"l{number}", "s1", f"Line {number}", tags=("W1.1",), speaker="p1"))
    clock.pass_minutes(20)
    store.execute(AmendLine("l1", "Line one", reason="spelt out", tags=("W1.E1", "W1.1")))
    store.execute(RetractLine("l2", "wrong session"), EndSession("s1"))
    store.execute(RecordEvidence("e1", "Board papers", "minutes", nodes=("W1.E2",)))
    store.execute(SetEvidenceState("W1.E1", "gathered"))
    store.execute(
        PlanSession("s2", "focus-group", ("governors",)),
        StartSession("s2"),
        PauseSession("s2"),
        AnswerForm("s2", "heads", 14),
        AddQuestions("s2", (NewQuestion("q1", "Why?", "", "own"),)),
        MakeRequest("r1", "The plan", line="l3"),
        PinConcern("l4"),
        LogTelling("t1", "l4", "chief executive", dt.datetime(2026, 11, 24, tzinfo=dt.UTC)),
        RecordRisks("register", (NewRisk("k1", "BAF-3", "Nights"),)),
        NoteWorry("w1", "Nights", "s2"),
        SaveDraft("s1", "half a sen"),
    )
    return store


def checked(store: Store, anchored: JournalHead | None = None) -> Verification:
    return store.read(lambda connection: verify(connection, anchored))


def tamper(path: Path, *statements: str) -> None:
    """Changes the store as somebody would who has its key."""
    connection = open_connection(path, KEY)
    for statement in ("DROP TRIGGER journal_keeps_update", "DROP TRIGGER journal_keeps_delete"):
        connection.execute(statement)
    for statement in statements:
        connection.execute(statement)
    for trigger in t.JOURNAL_TRIGGERS.values():
        connection.execute(trigger)
    connection.close()


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


TAMPERED_ROWS = [
    ("UPDATE inspection SET days = 9", "the inspection itself", "inspection "),
    ("UPDATE framework SET content = '{}'", "the framework pack", "framework "),
    ("UPDATE session SET title = 'x' WHERE id = 's1'", "session S-01", "session s1"),
    ("UPDATE participant SET role = 'governors'", "participant chief-executive in S-01", "participant p1"),
    (
        "UPDATE participant_name SET name = 'x'",
        "the name of participant chief-executive in S-01",
        "participant_name p1",
    ),
    ("UPDATE note_line SET number = 99 WHERE id = 'l3'", "note line S-01 l.3", "note_line l3"),
    ("UPDATE line_tag SET position = 9 WHERE line_id = 'l3'", "tag W1.1 of note line S-01 l.3", "line_tag l3 W1.1"),
    ("UPDATE line_version SET text = 'x'", "version 1 of note line S-01 l.1", "line_version l1 1"),
    ("UPDATE evidence_state SET state = 'not-held'", "key evidence W1.E1", "evidence_state W1.E1"),
    ("UPDATE evidence_entry SET number = 14", "evidence entry E-001", "evidence_entry e1"),
    ("UPDATE evidence_link SET position = 9", "link to W1.E2 of evidence entry E-001", "evidence_link e1 W1.E2"),
    ("UPDATE session_pause SET began = 9", "pause 1 in S-02", "session_pause s2 0"),
    ("UPDATE form_answer SET answer = '15'", "answer heads on the form of S-02", "form_answer s2 heads"),
    ("UPDATE question SET text = 'x'", "question on the sheet of S-02", "question q1"),
    ("UPDATE request SET number = 14", "request R-001", "request r1"),
    ("UPDATE immediate_concern SET author = 'x'", "immediate concern note line S-01 l.4", "immediate_concern l4"),
    ("UPDATE telling SET told = 'x'", "log entry of immediate concern note line S-01 l.4", "telling t1"),
    ("UPDATE risk SET rating = 'x'", "risk BAF-3", "risk k1"),
    ("UPDATE worry SET text = 'x'", "worry w1", "worry w1"),
    ("UPDATE draft SET text = 'x'", "draft in S-01 on laptop laptop-a", "draft s1 laptop-a"),
]


@pytest.mark.parametrize(("statement", "place", "row"), TAMPERED_ROWS, ids=[one[1] for one in TAMPERED_ROWS])
def test_a_row_is_named_by_the_number_people_know_and_found_by_its_key(
    busy_store: Store, tmp_path: Path, statement: str, place: str, row: str
) -> None:
    tamper(tmp_path / "store.db", statement)
    (finding,) = checked(busy_store).findings
    assert (finding.place, finding.row.startswith(row)) == (place, True)


def test_every_table_that_is_compared_has_a_plain_word() -> None:
    assert {statement.split()[1] for statement, _, _ in TAMPERED_ROWS} == {table.name for table in t.STATE_TABLES}


def test_a_number_in_a_finding_is_the_one_that_the_pages_show(busy_store: Store, tmp_path: Path) -> None:
    session, (entry,) = busy_store.read(reading.sessions)[0], busy_store.read(reading.evidence_entries)
    line = busy_store.read(partial(reading.lines, line_id="l4"))[0]
    tamper(
        tmp_path / "store.db",
        f"UPDATE session SET place = 'x' WHERE id = '{session.id}'",  # noqa: S608  # the store's own identifier
        "UPDATE note_line SET text = 'x' WHERE id = 'l4'",
        "UPDATE evidence_entry SET title = 'x'",
    )
    places = {finding.place for finding in checked(busy_store).findings}
    assert places == {f"session {session.ref}", f"note line {line.ref}", f"evidence entry {entry.ref}"}


def a_second_session(number: str) -> str:
    copied = "kind, title, roles, planned_start, planned_minutes, place, lead, note_taker, started_at, ended_at, day"
    values = f"SELECT 's9', {number}, {copied} FROM session WHERE id = 's1'"  # noqa: S608  # the two numbers below
    return f"INSERT INTO session (id, number, {copied}) {values}"


@pytest.mark.parametrize(
    ("statement", "place"),
    [
        (a_second_session("9"), "session S-09"),
        (a_second_session("'nine'"), "session s9"),
        (
            "INSERT INTO draft VALUES ('s9', 'laptop-b', 'x', 0, 'said', NULL, 0, 'neutral', 0)",
            "draft in session s9 on laptop laptop-b",
        ),
        ("INSERT INTO line_tag VALUES ('l9', 'W1.1', 0)", "tag W1.1 of note line l9"),
        ("INSERT INTO evidence_link VALUES ('e9', 'W1.1', 0)", "link to W1.1 of evidence entry e9"),
        ("INSERT INTO participant_name VALUES ('p9', 'x')", "the name of participant p9"),
    ],
)
def test_a_row_that_the_journal_knows_nothing_of_is_named_as_far_as_it_tells(
    busy_store: Store, tmp_path: Path, statement: str, place: str
) -> None:
    tamper(tmp_path / "store.db", "PRAGMA foreign_keys = OFF", statement)
    (finding,) = checked(busy_store).findings
    assert (finding.place, finding.problem) == (place, "The journal knows nothing of it.")


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


def test_an_old_page_put_back_is_named(busy_store: Store, tmp_path: Path, clock: HandClock) -> None:
    path = tmp_path / "store.db"
    busy_store.read(lambda connection: connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all())
    before = path.read_bytes()
    clock.pass_minutes(1)
    busy_store.execute(AmendLine("l3", "Line three, as amended", reason="clearer"))
    busy_store.read(lambda connection: connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all())
    after = path.read_bytes()
    pages = [
        start for start in range(0, len(before), 4096) if before[start : start + 4096] != after[start : start + 4096]
    ]
    named = 0
    for start in pages:
        if start == 0:
            continue
        path.write_bytes(after[:start] + before[start : start + 4096] + after[start + 4096 :])
        found = verify_file(path, KEY)
        assert found.findings, f"page {start // 4096 + 1}"
        named += 1
    path.write_bytes(after)
    assert named >= 2
    assert verify_file(path, KEY).sound


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


def test_every_damaged_page_is_named(busy_store: Store, tmp_path: Path) -> None:
    """Whatever page is garbled, the file is found damaged: by the page's seal, or because it can't be read at all."""
    busy_store.read(lambda connection: connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all())
    sound = (tmp_path / "store.db").read_bytes()
    path = tmp_path / "copy.db"
    for page in range(len(sound) // 4096):
        middle = page * 4096 + 2000
        path.write_bytes(sound[:middle] + bytes(64) + sound[middle + 64 :])
        found = verify_file(path, KEY).findings
        assert found, f"page {page + 1}"
        assert {one.place for one in found} == {"file"}
    path.write_bytes(sound)
    assert verify_file(path, KEY).sound


def in_the_file(store: Store, path: Path) -> bytes:
    """The file's bytes, with everything recorded in them."""
    store.read(lambda connection: connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all())
    return path.read_bytes()


@pytest.mark.parametrize("place", [0, 7, 15])
def test_a_change_where_the_salt_is_written_is_named(busy_store: Store, tmp_path: Path, place: int) -> None:
    sound, path = in_the_file(busy_store, tmp_path / "store.db"), tmp_path / "copy.db"
    path.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
    found = verify_file(path, KEY)
    (finding,) = found.findings
    assert (finding.place, finding.problem) == (
        "file",
        "The first bytes of the file were changed, or the disk lost them; what is recorded is untouched.",
    )
    assert found.entries > 15


def test_a_changed_beginning_does_not_hide_what_else_is_wrong(busy_store: Store, tmp_path: Path) -> None:
    tamper(tmp_path / "store.db", "UPDATE session SET title = 'x' WHERE id = 's1'")
    sound, path = in_the_file(busy_store, tmp_path / "store.db"), tmp_path / "copy.db"
    path.write_bytes(bytes([sound[0] ^ 1]) + sound[1:])
    first, second = verify_file(path, KEY).findings
    assert first.problem.endswith("nothing is recorded in them, but more was found.")
    assert second.place == "session S-01"


def test_each_damaged_page_is_one_finding_and_blames_no_other(busy_store: Store, tmp_path: Path) -> None:
    sound, path = in_the_file(busy_store, tmp_path / "store.db"), tmp_path / "copy.db"
    for page in range(1, len(sound) // 4096 + 1):
        middle = (page - 1) * 4096 + 2000
        path.write_bytes(sound[:middle] + bytes([sound[middle] ^ 1]) + sound[middle + 1 :])
        (finding,) = verify_file(path, KEY).findings
        assert finding.problem == (
            f"Page {page} of the file does not match its seal: it was changed or the disk lost it."
        )


def test_something_added_to_the_end_of_the_file_is_named(busy_store: Store, tmp_path: Path) -> None:
    sound, path = in_the_file(busy_store, tmp_path / "store.db"), tmp_path / "copy.db"
    path.write_bytes(sound + b"abc")
    (finding,) = verify_file(path, KEY).findings
    assert finding.problem.startswith("The file was cut off, or something was added to its end: page ")


def test_pages_that_do_not_agree_are_one_finding(busy_store: Store, tmp_path: Path, clock: HandClock) -> None:
    before = in_the_file(busy_store, tmp_path / "store.db")
    clock.pass_minutes(1)
    busy_store.execute(AmendLine("l3", "Line three, as amended", reason="clearer"))
    after, path = in_the_file(busy_store, tmp_path / "store.db"), tmp_path / "copy.db"
    disagreeing = 0
    for start in range(4096, len(before), 4096):
        if before[start : start + 4096] == after[start : start + 4096]:
            continue
        path.write_bytes(after[:start] + before[start : start + 4096] + after[start + 4096 :])
        problems = [one.problem for one in verify_file(path, KEY).findings if one.place == "file"]
        assert len(problems) <= 1
        for problem in problems:
            assert problem.startswith("The pages of the file do not agree with one another: an older page was put back")
            disagreeing += 1
    assert disagreeing


def test_a_page_exchanged_for_another_is_damaged(busy_store: Store, tmp_path: Path) -> None:
    """Each page's seal holds its number, so that a sound page in another's place is none."""
    sound, path = in_the_file(busy_store, tmp_path / "store.db"), tmp_path / "copy.db"
    path.write_bytes(sound[:4096] + sound[8192:12288] + sound[8192:])
    (finding,) = verify_file(path, KEY).findings
    assert finding.problem.startswith("Page 2 of the file does not match its seal")


def test_a_file_of_another_vault_is_one_finding(busy_store: Store, tmp_path: Path) -> None:
    in_the_file(busy_store, tmp_path / "store.db")
    (finding,) = verify_file(tmp_path / "store.db", StoreKey(bytes(32), KEY.salt)).findings
    assert finding.problem.startswith("The inspection's file cannot be read with its key")


def test_a_file_cut_short_is_damaged(busy_store: Store, tmp_path: Path) -> None:
    sound, path = in_the_file(busy_store, tmp_path / "store.db"), tmp_path / "copy.db"
    for size in (len(sound) - 4096, len(sound) - 1000, 4096):
        path.write_bytes(sound[:size])
        (finding,) = verify_file(path, KEY).findings
        assert finding.place == "file"


def test_pages_that_cannot_be_read_to_the_end_are_one_finding(tmp_path: Path) -> None:
    """Pages that held something else before they became a table's own are put back as they were."""
    path = tmp_path / "other.db"
    connection = open_connection(path, KEY)
    connection.execute("CREATE TABLE earlier (content)")
    connection.execute("INSERT INTO earlier VALUES (randomblob(40000))")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.read_bytes()
    connection.execute("DELETE FROM earlier")
    for number in range(6):
        connection.execute(f"CREATE TABLE later{number} (place UNIQUE)")
        connection.execute(f"INSERT INTO later{number} VALUES (1)")  # noqa: S608  # a number of our own
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    after = path.read_bytes()
    said = set()
    for start in range(4096, len(before), 4096):
        if before[start : start + 4096] != after[start : start + 4096]:
            path.write_bytes(after[:start] + before[start : start + 4096] + after[start + 4096 :])
            (finding,) = verify_file(path, KEY).findings
            said.add(finding.problem)
    assert all(one.startswith("The pages of the file do not agree with one another") for one in said)
    assert [one for one in said if one.endswith("(SQLite could not read them to the end).")]
