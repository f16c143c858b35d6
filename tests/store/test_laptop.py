"""When the laptop is in trouble: one plain sentence, what was confirmed stays, and work goes on once there is room again."""

import datetime as dt
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy.dialects import sqlite

from tests.store.conftest import KEY, WRITER, HandClock
from tests.store.packs import INSPECTION, create_inspection
from wellled_desktop.inspection.commands import PlanSession, SetEvidenceState, WriteLine
from wellled_desktop.store import journal, reading
from wellled_desktop.store.clock import LaptopClock, boot_id
from wellled_desktop.store.connection import PLAIN_HEADER, StoreKey, library_versions, open_connection
from wellled_desktop.store.errors import Busy, CannotWrite, Damaged, NotEncrypted, in_plain_words
from wellled_desktop.store.journal import Writer
from wellled_desktop.store.store import Store, StoreReader
from wellled_desktop.store.tables import UtcTime


@pytest.fixture
def session(store: Store) -> str:
    store.execute(PlanSession("s1", "interview", ("chief-executive",)), WriteLine("l1", "s1", "Confirmed before."))
    return "s1"


def pragma(store: Store, statement: str) -> None:
    store.read(lambda connection: connection.exec_driver_sql(f"PRAGMA {statement}").close())


def test_a_full_disk_is_told_and_work_goes_on_when_there_is_room(store: Store, session: str) -> None:
    pages = store.read(lambda connection: connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    pragma(store, f"max_page_count={pages}")
    with pytest.raises(CannotWrite, match="The disk is full, so this was not recorded"):
        store.execute(WriteLine("l2", session, "x" * 200_000))
    assert [line.id for line in store.read(reading.lines)] == ["l1"]
    pragma(store, "max_page_count=100000")
    store.execute(WriteLine("l2", session, "x" * 200_000))
    assert [line.id for line in store.read(reading.lines)] == ["l1", "l2"]


def test_a_disk_that_may_not_be_written_is_told(store: Store, session: str) -> None:
    pragma(store, "query_only=ON")
    with pytest.raises(CannotWrite, match="does not allow writing"):
        store.execute(WriteLine("l2", session, "not now"))
    pragma(store, "query_only=OFF")
    store.execute(WriteLine("l2", session, "now"))


def test_another_program_that_holds_the_store_is_told(store: Store, session: str, tmp_path: Path) -> None:
    other = open_connection(tmp_path / "store.db", KEY)
    other.execute("BEGIN IMMEDIATE")
    pragma(store, "busy_timeout=20")
    with pytest.raises(Busy, match="Another program is using"):
        store.execute(WriteLine("l2", session, "not now"))
    other.execute("ROLLBACK")
    other.close()
    store.execute(WriteLine("l2", session, "now"))


def test_a_wrong_key_is_no_store(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="cannot be read with its key"):
        open_connection(tmp_path / "store.db", StoreKey(bytes(32), bytes(16)))


def test_a_plain_database_is_refused(tmp_path: Path) -> None:
    plain = tmp_path / "plain.db"
    plain.write_bytes(PLAIN_HEADER + bytes(4096))
    with pytest.raises(NotEncrypted, match="not encrypted"):
        open_connection(plain, KEY)


def test_a_library_that_does_not_encrypt_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlcipher3, "connect", sqlite3.connect)
    with pytest.raises(NotEncrypted) as refusal:
        open_connection(tmp_path / "store.db", KEY)
    assert str(refusal.value) == (
        "The encryption library is missing, so the inspection was not opened. Nothing was changed; "
        "install WellLed Desktop again."
    )
    assert [file.read_bytes() for file in tmp_path.iterdir()] in ([], [b""])


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="cannot be opened"):
        open_connection(tmp_path / "nowhere" / "store.db", KEY)


def test_a_defect_is_not_taken_for_the_laptops_trouble() -> None:
    with pytest.raises(sqlcipher3.OperationalError), in_plain_words():
        sqlcipher3.connect(":memory:").execute("SELECT nothing")


def test_the_key_is_never_shown() -> None:
    assert repr(KEY) == "StoreKey(…)"


def test_the_library_is_one_that_keeps_a_record_safe() -> None:
    """SQLite before 3.51.3 could lose commits with two connections; temporary files must stay in memory."""
    versions = library_versions()
    assert tuple(map(int, versions["sqlite"].split("."))) >= (3, 51, 3)
    assert versions["sqlcipher"].startswith("4.")
    assert versions["temp_store"] in ("TEMP_STORE=2", "TEMP_STORE=3")


@pytest.fixture
def reader(store: Store, tmp_path: Path) -> Iterator[StoreReader]:
    opened = StoreReader(tmp_path / "store.db", KEY)
    yield opened
    opened.close()


def test_a_reader_sees_what_was_committed_before_it_asked(store: Store, session: str, reader: StoreReader) -> None:
    assert [line.id for line in reader.read(reading.lines)] == ["l1"]
    store.execute(WriteLine("l2", session, "Later."))
    assert [line.id for line in reader.read(reading.lines)] == ["l1", "l2"]


def test_reading_beside_writing_waits_for_nothing(store: Store, session: str, reader: StoreReader) -> None:
    """A reader inside its transaction keeps its picture while the writer goes on."""
    seen: list[int] = []
    inside, written = threading.Event(), threading.Event()

    def look(question: Callable[[object], object]) -> None:
        reader.read(question)

    def question(connection: object) -> object:
        seen.append(len(reading.lines(connection)))  # type: ignore[arg-type]  # a Connection, as every question is given
        inside.set()
        assert written.wait(10)
        seen.append(len(reading.lines(connection)))  # type: ignore[arg-type]
        return None

    thread = threading.Thread(target=look, args=(question,))
    thread.start()
    assert inside.wait(10)
    store.execute(WriteLine("l2", session, "Meanwhile."))
    written.set()
    thread.join(10)
    assert seen == [1, 1]


def test_a_killed_laptop_keeps_what_was_confirmed(tmp_path: Path) -> None:
    """Nothing is closed: the next opening reads the write-ahead log, as after a kill."""
    store = Store(tmp_path / "store.db", KEY, WRITER, HandClock())
    store.execute(create_inspection())
    store.execute(PlanSession("s1", "interview", ("governors",)), WriteLine("l1", "s1", "Kept."))
    again = Store(tmp_path / "store.db", KEY, WRITER, HandClock())
    assert [line.text for line in again.read(reading.lines)] == ["Kept."]
    again.close()
    store.close()


def test_the_laptops_clock_reads_the_wall() -> None:
    before = time.time_ns() // 1_000_000
    moment = LaptopClock().read()
    assert before <= moment.unix_ms <= time.time_ns() // 1_000_000
    assert -14 * 60 <= moment.zone_minutes <= 14 * 60
    assert moment.boot == LaptopClock().read().boot or not Path("/proc/sys/kernel/random/boot_id").exists()


def test_without_a_kernel_that_counts_its_boots_each_run_is_one(tmp_path: Path) -> None:
    assert boot_id(tmp_path / "nowhere") != boot_id(tmp_path / "nowhere")


def test_a_time_without_a_zone_is_never_guessed() -> None:
    with pytest.raises(ValueError, match="needs its zone"):
        UtcTime().process_bind_param(dt.datetime(2026, 11, 24, 9), sqlite.dialect())  # noqa: DTZ001  # that is the point


def test_the_next_entry_is_later_than_the_last_of_every_laptop(tmp_path: Path, store: Store, clock: HandClock) -> None:
    for device, ahead in (("laptop-c", 50), ("laptop-b", 900), ("laptop-0", 10)):
        other = HandClock(clock.unix_ms + ahead * 60_000)
        another = Store(tmp_path / "store.db", KEY, Writer(INSPECTION, device, "B. Inspector"), other)
        another.execute(SetEvidenceState("W1.E1", "gathered", device))
        another.close()
    reopened = Store(tmp_path / "store.db", KEY, WRITER, clock)
    reopened.execute(SetEvidenceState("W1.E1", "not-held"))
    clocks = {entry.device: entry.clock for entry, _ in store.read(lambda c: list(journal.entries(c)))}
    assert clocks[WRITER.device] == max(clocks.values())
    reopened.close()
