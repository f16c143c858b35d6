"""What `verify_file` finds of the file itself: pages changed, exchanged, put back, lost or added."""

from pathlib import Path

import pytest

from tests.store.conftest import KEY, HandClock
from tests.store.tampered import busy_store, in_the_file, tamper
from wellled_desktop.inspection.commands import AmendLine
from wellled_desktop.store.connection import StoreKey, open_connection
from wellled_desktop.store.store import Store
from wellled_desktop.store.verify import verify_file

__all__ = ["busy_store"]


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
    # Of an index of words that is one page long, FTS5 never asks where its pages are.
    where = "SELECT rootpage FROM sqlite_master WHERE name = 'find_index_idx'"
    unread = busy_store.read(lambda connection: connection.exec_driver_sql(where).scalar_one())
    named = 0
    for start in pages:
        if start in (0, (unread - 1) * 4096):
            continue
        path.write_bytes(after[:start] + before[start : start + 4096] + after[start + 4096 :])
        found = verify_file(path, KEY)
        assert found.findings, f"page {start // 4096 + 1}"
        named += 1
    path.write_bytes(after)
    assert named >= 2
    assert verify_file(path, KEY).sound


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
