"""How `verify` names a row that is not as the journal says: by the number people know."""

from functools import partial
from pathlib import Path

import pytest

from tests.store.tampered import busy_store, checked, tamper
from wellled_desktop.store import reading
from wellled_desktop.store import tables as t
from wellled_desktop.store.store import Store

__all__ = ["busy_store"]

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
    ("UPDATE attachment SET name = 'x'", "attachment of evidence entry E-001", "attachment a1"),
    ("UPDATE reading_part SET reader = 'x'", "pages on the reading plan of evidence entry E-001", "reading_part d1"),
    ("UPDATE finding SET text = 'x'", "service-level finding on Maternity", "finding f1"),
    ("UPDATE local_node SET text = 'x'", "local node W1.L1", "local_node n1"),
    ("UPDATE judgement SET text = 'x'", "judgement on W1.1", "judgement W1.1"),
    ("UPDATE outcome SET reason = 'x'", "outcome o1 on W1", "outcome o1"),
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
        ("INSERT INTO evidence_link VALUES ('e9', 'W1.1', 0, 0)", "link to W1.1 of evidence entry e9"),
        ("INSERT INTO participant_name VALUES ('p9', 'x')", "the name of participant p9"),
    ],
)
def test_a_row_that_the_journal_knows_nothing_of_is_named_as_far_as_it_tells(
    busy_store: Store, tmp_path: Path, statement: str, place: str
) -> None:
    tamper(tmp_path / "store.db", "PRAGMA foreign_keys = OFF", statement)
    (finding,) = checked(busy_store).findings
    assert (finding.place, finding.problem) == (place, "The journal knows nothing of it.")
