"""Hostile names of files: what is shown of them deceives nobody, and what is written can be written everywhere."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wellled_desktop.exchange.file_names import LONGEST_SHOWN, runs_when_opened, safe_name, shown_name
from wellled_desktop.vault.safe_name import MOST_BYTES

HOSTILE = (
    ("minutes.pdf", "minutes.pdf", "minutes.pdf"),
    ("../../etc/passwd", "_.._etc_passwd", "../../etc/passwd"),
    ("..\\..\\Windows\\win.ini", "_.._Windows_win.ini", "..\\..\\Windows\\win.ini"),
    ("/etc/shadow", "_etc_shadow", "/etc/shadow"),
    ("C:\\boot.ini", "C__boot.ini", "C:\\boot.ini"),
    ("report.pdf:hidden.exe", "report.pdf_hidden.exe", "report.pdf:hidden.exe"),
    ("CON", "_CON", "CON"),
    ("con.txt", "_con.txt", "con.txt"),
    ("Aux .tar.gz", "_Aux .tar.gz", "Aux .tar.gz"),
    ("COM¹.pdf", "_COM¹.pdf", "COM¹.pdf"),
    ("conout$", "_conout$", "conout$"),
    ("console.txt", "console.txt", "console.txt"),
    (".", "unnamed", "."),
    ("..", "unnamed", ".."),
    ("", "unnamed", "unnamed"),
    ("   ", "unnamed", "unnamed"),
    ("trailing. . .", "trailing", "trailing. . ."),
    (".bashrc", "bashrc", ".bashrc"),
    ("-rf", "_rf", "-rf"),
    ("a\0b.pdf", "a_b.pdf", "a\ufffdb.pdf"),
    ("a\nb\tc.pdf", "a b c.pdf", "a b c.pdf"),
    ("\x1b[31mred\x07.txt", "_[31mred_.txt", "\ufffd[31mred\ufffd.txt"),
    ("fdp.\u202eexe.stunim", "fdp._exe.stunim", "fdp.\ufffdexe.stunim"),
    ("\u2066a\u2069\u200b\ufeff.txt", "_a___.txt", "\ufffda\ufffd\ufffd\ufffd.txt"),
    ("blank\u3164\u2800.exe", "blank\u3164\u2800.exe", "blank .exe"),
    ("report.pdf" + " " * 200 + ".exe", "report.pdf .exe", "report.pdf .exe"),
    ("lone\udc80surrogate.txt", "lone_surrogate.txt", "lone\ufffdsurrogate.txt"),
    ('<>:"/\\|?*.txt', "_________.txt", '<>:"/\\|?*.txt'),
    ("e\u0301.txt", "é.txt", "e\u0301.txt"),
    ("ملف.pdf", "ملف.pdf", "ملف.pdf"),
    ("a" * 300 + ".pdf", "a" * 136 + ".pdf", "a" * 89 + "…" + "a" * 26 + ".pdf"),
    ("é" * 300 + ".docx", "é" * 67 + ".docx", "é" * 89 + "…" + "é" * 25 + ".docx"),
    ("x" * 300, "x" * 140, "x" * 89 + "…" + "x" * 30),
    ("y" * 134 + " . " + "z" * 9 + ".pdf", "y" * 134 + ".pdf", "y" * 89 + "…" + "y" * 14 + " . " + "z" * 9 + ".pdf"),
)
_ANY = st.text(st.characters(), max_size=400) | st.text("./\\:CONcon1 $-\0\u202e\ufeffé", max_size=20)


@pytest.mark.parametrize(("name", "safe", "shown"), HOSTILE)
def test_a_hostile_name_becomes_one_that_can_be_written_and_one_that_can_be_shown(
    name: str, safe: str, shown: str
) -> None:
    assert safe_name(name) == safe
    assert shown_name(name) == shown


@given(_ANY)
@example("con\u0301")
@example(". -")
@example("a" * 139 + " b")
def test_any_name_becomes_one_that_every_system_takes(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe.encode()) <= MOST_BYTES
    assert PureWindowsPath(safe).name == PurePosixPath(safe).name == safe
    assert safe.isprintable()
    assert not set(safe) & set('<>:"/\\|?*')
    assert safe == safe.strip(" .")
    assert not safe.startswith("-")
    assert unicodedata.is_normalized("NFC", safe)
    assert safe.split(".")[0].strip().casefold() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}
    assert safe_name(safe) == safe


@given(_ANY)
def test_any_name_is_shown_on_one_line_with_nothing_unseen_in_it(name: str) -> None:
    shown = shown_name(name)
    assert 0 < len(shown) <= LONGEST_SHOWN
    assert shown.isprintable()
    assert "  " not in shown
    assert not any(unicodedata.bidirectional(character) in {"RLO", "LRO", "RLE", "LRE", "RLI"} for character in shown)
    assert shown_name(shown) == shown


@pytest.mark.parametrize(
    ("name", "runs"),
    [
        ("minutes.pdf", False),
        ("minutes", False),
        ("minutes.pdf.exe", True),
        ("minutes.EXE . .", True),
        ("shortcut.lnk", True),
        ("cod.\u202efdp.js", True),
        ("exe", True),
    ],
)
def test_a_name_tells_whether_opening_it_would_run_it(name: str, runs: bool) -> None:
    assert runs_when_opened(name) == runs
