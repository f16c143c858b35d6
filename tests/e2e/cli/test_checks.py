"""`verify` names what is wrong with a record, and `doctor` what is wrong with the laptop."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.cli.program import PASSPHRASE, Program
from wellled_desktop.store import migrations
from wellled_desktop.store import tables as t
from wellled_desktop.store.connection import engine_for, open_connection
from wellled_desktop.vault import copies
from wellled_desktop.vault.envelope import contents_of, key_from_passphrase
from wellled_desktop.vault.inspection_folder import InspectionFolder, folder_of


def kept_in(wellled: Program, inspection: str) -> InspectionFolder:
    """Where the inspection's store is, with its key."""
    (envelope, *_) = copies.read_candidates(wellled.library)
    key = key_from_passphrase(envelope, PASSPHRASE)
    assert key is not None
    contents = contents_of(envelope, key)
    kept = contents.find(inspection) if contents else None
    assert kept is not None
    return folder_of(wellled.library, kept)


@contextmanager
def store_file(wellled: Program, inspection: str) -> Iterator[Any]:
    """The inspection's store, opened as somebody would who has its key and means harm."""
    folder = kept_in(wellled, inspection)
    connection = open_connection(folder.store, folder.store_key())
    try:
        yield connection
    finally:
        connection.close()


def tamper(wellled: Program, inspection: str, statement: str) -> None:
    with store_file(wellled, inspection) as connection:
        for trigger in ("journal_keeps_update", "journal_keeps_delete"):
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(statement)
        for trigger in t.JOURNAL_TRIGGERS.values():
            connection.execute(trigger)


@pytest.fixture
def with_lines(wellled: Program, inspection: str, session: str) -> str:
    wellled("line", "add", inspection, session, "-", typed=b"one\ntwo\nthree\n").done()
    return inspection


def test_an_honest_record_is_sound(wellled: Program, with_lines: str) -> None:
    assert wellled("verify", with_lines).done().out.startswith("Sound: 9 journal entries, ")


def test_a_record_of_an_earlier_version_is_sound_and_said_to_be_earlier(wellled: Program, with_lines: str) -> None:
    folder = kept_in(wellled, with_lines)
    engine = engine_for(folder.store, folder.store_key())
    with engine.connect() as connection:
        migrations.downgrade(connection, "0001")
    engine.dispose()
    ran = wellled("verify", with_lines)
    assert (ran.status, ran.out.startswith("Sound: 9 journal entries, ")) == (0, True)
    assert ran.err == (
        "The inspection's file is of an earlier version (0001) and is brought up to date when the inspection is opened; "
        "it was checked as it will then be, and was not changed.\n"
    )
    found = wellled("verify", with_lines, "--json").done().json
    assert (found["findings"], found["remark"][:30]) == ([], "The inspection's file is of an")
    assert len(wellled("line", "list", with_lines, "--json").done().json) == 3
    assert wellled("verify", with_lines).done().out.startswith("Sound: 9 journal entries, ")


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE journal SET value = '\"nobody said this\"' WHERE n = 8", "journal, entry 8 of laptop "),
        ("DELETE FROM journal WHERE n = 8", "journal, entry 9 of laptop "),
        ("UPDATE note_line SET text = 'two, improved' WHERE number = 2", "note line S-01 l.2: "),
    ],
)
def test_tampering_is_named_and_ends_with_damaged(
    wellled: Program, with_lines: str, statement: str, named: str
) -> None:
    tamper(wellled, with_lines, statement)
    ran = wellled("verify", with_lines)
    assert [line for line in ran.lines if line.startswith(named)], ran
    assert ran.failed(5).startswith("The record is not sound: ")
    as_json = wellled("verify", with_lines, "--json")
    assert (as_json.status, as_json.json["findings"][0].keys()) == (5, {"place", "problem", "row"})


def test_an_older_copy_put_back_is_remarked_on_and_named(wellled: Program, with_lines: str) -> None:
    (store,) = wellled.library.rglob("store.*")
    before = store.read_bytes()
    wellled("line", "add", with_lines, "1", "four").done()
    store.write_bytes(before)
    ran = wellled("line", "list", with_lines, "--json")
    assert (ran.status, len(ran.json)) == (0, 3)
    assert "older copy" in ran.err
    assert wellled("verify", with_lines).failed(5)


def test_a_garbled_store_is_damaged(wellled: Program, with_lines: str) -> None:
    (store,) = (path for path in wellled.library.rglob("*") if path.is_file() and path.stat().st_size > 20_000)
    content = bytearray(store.read_bytes())
    content[100:2000] = bytes(1900)
    store.write_bytes(content)
    assert wellled("session", "list", with_lines).failed(5)
    assert wellled("verify", with_lines).failed(5)


def test_a_garbled_vault_is_damaged(wellled: Program) -> None:
    for copy in wellled.library.glob("vault-*.wl"):
        copy.write_bytes(copy.read_bytes()[:-40])
    assert wellled("list").failed(5).startswith("Both copies of the vault")


def test_the_doctor_says_what_this_laptop_has(wellled: Program) -> None:
    found = wellled("doctor", "--json").done().json
    assert (found["library"], found["vault"], found["problems"]) == (str(wellled.library), "present", [])
    assert found["pack cqc-trust-well-led"] == "sound"
    assert {"python", "sqlite", "sqlcipher", "wellled-desktop", "free_disk_mb"} <= set(found)


def test_the_doctor_names_a_vault_that_no_passphrase_opens(wellled: Program) -> None:
    for copy in wellled.library.glob("vault-*.wl"):
        copy.write_bytes(copy.read_bytes()[:-40])
    assert wellled("doctor").failed(1).startswith("Both copies of the vault")


@pytest.mark.parametrize("table", ["line_version", "journal"])
def test_a_dropped_table_is_named(wellled: Program, with_lines: str, table: str) -> None:
    with store_file(wellled, with_lines) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(f"DROP TABLE {table}")
    ran = wellled("verify", with_lines)
    assert f"schema, table {table}: table {table} is missing from the store." in ran.lines
    assert ran.failed(5).startswith("The record is not sound: ")


def test_an_older_copy_is_not_hidden_by_taking_the_note_away(wellled: Program, with_lines: str) -> None:
    (store,) = wellled.library.rglob("store.*")
    before = store.read_bytes()
    wellled("line", "add", with_lines, "1", "four").done()
    store.write_bytes(before)
    (note,) = wellled.library.rglob("anchor.wl")
    note.unlink()
    for _ in range(2):
        ran = wellled("line", "add", with_lines, "1", "another four")
        assert (ran.status, "(anchor.wl) is missing" in ran.err) == (0, True)
        verified = wellled("verify", with_lines)
        assert [line.split(":")[0] for line in verified.lines] == ["anchor.wl"]
        assert verified.failed(5)


def test_the_doctor_needs_no_vault_and_no_passphrase(tmp_path: Path) -> None:
    nobody = Program(tmp_path / "not" / "yet", tmp_path / "no-file")
    assert nobody("doctor", "--json").done().json["vault"] == "not made yet"


def test_the_doctor_works_where_the_encryption_library_does_not(nowhere: Program) -> None:
    program = (
        "import sys; sys.modules['sqlcipher3'] = None\nfrom wellled_desktop.main import command_line\ncommand_line()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, "doctor"],
        env=nowhere.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, "sqlcipher\tcannot be loaded\n" in ran.stdout) == (1, True)
    assert ran.stderr.startswith("The encryption library cannot be loaded")


def test_the_doctor_warns_of_a_folder_that_is_copied_away(nowhere: Program, tmp_path: Path) -> None:
    synced = Program(tmp_path / "OneDrive - Example" / "library", nowhere.passphrase_file)
    assert "OneDrive" in synced("doctor").failed(1)


def test_a_byte_changed_in_the_file_is_one_finding(wellled: Program, with_lines: str) -> None:
    (store,) = wellled.library.rglob("store.db")
    sound = store.read_bytes()
    for place, named in ((3, "file: The first bytes of the file were changed"), (4096 * 4, "file: Page 5 of the file")):
        store.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        ran = wellled("verify", with_lines)
        (told,) = ran.lines
        assert told.startswith(named)
        assert ran.failed(5) == "The record is not sound: 1 to look at. Nothing was changed."


def test_a_damaged_note_is_not_sent_back_to_verify(wellled: Program, with_lines: str) -> None:
    (note,) = wellled.library.rglob("anchor.wl")
    note.write_bytes(note.read_bytes()[:-1])
    ran = wellled("verify", with_lines)
    (told,) = ran.lines
    assert told.startswith("anchor.wl: The note of where this inspection's journal ended (anchor.wl) cannot be read")
    assert "put anchor.wl back from a backup" in told
    assert "wellled verify" not in told
    assert ran.status == 5
