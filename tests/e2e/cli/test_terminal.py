"""At a terminal: passphrases are typed unseen, tables are drawn, and progress is shown."""

import os
import pty
import subprocess
from collections.abc import Sequence

from tests.e2e.cli.program import INSTALLED, PASSPHRASE, Program, Ran


def at_terminal(wellled: Program, *arguments: str, typed: Sequence[str] = ()) -> Ran:
    """Runs the installed program at a terminal; each prompt (a line that ends in “: ”) is answered by the next of `typed`."""
    ours, theirs = pty.openpty()
    environment = {key: value for key, value in wellled.environment().items() if key != "WELLLED_PASSPHRASE_FILE"}
    program = subprocess.Popen(
        [INSTALLED, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    )
    os.close(theirs)
    shown, answers = b"", list(typed)
    while part := _read(ours):
        shown += part
        if shown.endswith(b": ") and answers:
            os.write(ours, f"{answers.pop(0)}\n".encode())
    os.close(ours)
    return Ran(program.wait(), shown.decode().replace("\r\n", "\n"), "")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux's way to say that the other end has gone
        return b""


def test_a_new_passphrase_is_typed_twice_and_never_shown(nowhere: Program) -> None:
    made = at_terminal(nowhere, "vault", "create", "--author", "A. Inspector", typed=[PASSPHRASE, PASSPHRASE])
    assert made.status == 0, made
    assert made.out.startswith("New passphrase: \nThis passphrase is ")
    assert PASSPHRASE not in made.out
    listed = at_terminal(nowhere, "list", typed=[PASSPHRASE])
    assert listed.out == ("Passphrase: \nThere is no inspection on this laptop yet; “wellled new” creates one.\n")
    assert nowhere("list").done()


def test_a_name_is_asked_for_where_none_was_given(nowhere: Program) -> None:
    made = at_terminal(nowhere, "vault", "create", typed=["Quillon Invented", PASSPHRASE, PASSPHRASE])
    assert made.status == 0, made
    assert made.out.startswith("Your name, as you sign the record [")
    assert "The record is signed “Quillon Invented”" in made.out


def test_two_different_new_passphrases_make_nothing(nowhere: Program) -> None:
    made = at_terminal(
        nowhere, "vault", "create", "--author", "A. Inspector", typed=[PASSPHRASE, "gravel lantern ottar"]
    )
    assert (made.status, made.lines[-1]) == (1, "The two were not the same, so nothing was changed; try again.")
    assert not nowhere.library.exists()


def test_the_recovery_key_may_be_typed(wellled: Program, recovery_key: str) -> None:
    new = "kettle maple trombone"
    recovered = at_terminal(wellled, "vault", "recover", typed=[recovery_key, new, new])
    assert (recovered.status, recovered.lines[-1]) == (0, "The passphrase is changed. The recovery key stays the same.")
    assert recovery_key not in recovered.out


def test_the_end_of_input_instead_of_a_passphrase_opens_nothing(wellled: Program) -> None:
    ended = at_terminal(wellled, "list", typed=["\x04"])
    assert (ended.status, ended.lines[-1]) == (4, "Nothing was typed, so nothing was opened or changed.")


def test_a_table_is_drawn(wellled: Program, inspection: str) -> None:
    listed = at_terminal(wellled, "list", typed=[PASSPHRASE])
    assert listed.status == 0
    assert inspection in listed.out
    assert "Example" in listed.out
    assert "────" in listed.out


def test_verifying_says_what_it_is_doing(wellled: Program, inspection: str) -> None:
    verified = at_terminal(wellled, "verify", inspection, typed=[PASSPHRASE])
    assert verified.lines[1:-1] == [f"Checking the {part}…" for part in ("file", "schema", "journal", "tables")]
    assert verified.lines[-1].startswith("Sound: ")
