"""A day of an inspection from end to end, by the installed program: what it does, in a process of its own each time."""

import hashlib
import stat
from contextlib import closing
from pathlib import Path

from pypdf import PdfReader

from tests.e2e.cli.program import CHEAP, PASSPHRASE, Program
from wellled_desktop.vault.library import Library


def test_from_an_empty_laptop_to_a_verified_record(nowhere: Program, tmp_path: Path) -> None:
    made = nowhere.installed("vault", "create", "--author", "A. Inspector").done()
    assert len(made.lines[-1].strip().split("-")) == 9, "the recovery key stands alone on the last line"
    trust = ("--trust", "Example Vale NHS Trust", "--provider-code", "RXX", "--trust-type", "acute")
    inspection = nowhere.installed("new", *trust, "--start", "2026-03-10", "--days", "3").done().out.strip()
    # The key that this laptop takes most of a second over has opened the vault; the rest of the day takes a cheap one.
    with closing(Library(nowhere.library).unlock(PASSPHRASE)) as vault:
        vault.change_passphrase(PASSPHRASE, CHEAP)
    assert [one["id"] for one in nowhere("--json", "list").done().json] == [inspection]

    planned = (
        "--role",
        "chief-executive",
        "--kind",
        "interview",
        "--at",
        "2026-03-10T10:15",
        "--person",
        "Jo Invented",
    )
    number, session_id = nowhere.installed("session", "add", "RXX", *planned).done().out.split()
    assert number == "S-01"
    written = nowhere.installed(
        "line", "add", "RXX", number, "Knows every ward by name.", "--tag", "w1.2", "--strength"
    ).done()
    assert written.out.startswith("S-01 l.1 ")
    spoken = b"Says the board meets in public.\n\nWould not name a successor.\n"
    more = nowhere.installed("line", "add", "RXX", number, "-", "--claim", "--speaker", "chief-executive", typed=spoken)
    assert [line.rsplit(" ", 1)[0] for line in more.done().lines] == ["S-01 l.2", "S-01 l.3"]
    nowhere.installed("evidence", "set", "RXX", "W1.E1", "gathered", "--reason", "seen on site").done()

    lines = nowhere("line", "list", "RXX", "--session", "1", "--json").done().json
    assert [one["text"] for one in lines] == [
        "Knows every ward by name.",
        "Says the board meets in public.",
        "Would not name a successor.",
    ]
    assert {one["session_id"] for one in lines} == {session_id}

    out = tmp_path / "day.pdf"
    facts = nowhere.installed("report", "day", inspection, "--date", lines[0]["day"], "--out", str(out)).done().out
    assert facts.split() == [str(out), str(len(PdfReader(out).pages)), "pages", "sha256", _sha256(out)]
    assert stat.S_IMODE(out.stat().st_mode) == 0o600

    verified = nowhere.installed("verify", inspection).done().out
    assert verified.startswith("Sound: ")
    assert nowhere("verify", inspection, "--json").done().json["findings"] == []


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
