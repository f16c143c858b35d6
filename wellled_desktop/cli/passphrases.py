"""Reading passphrases and recovery keys: from a file that is named, or typed unseen. Never from an argument."""

import sys
from getpass import getpass
from pathlib import Path

from wellled_desktop.cli.exits import LOCKED, Stop
from wellled_desktop.cli.output import remark

LONGEST_SECRET_FILE = 4096
BEFORE_THE_COMMAND = "--passphrase-file (before the command)"


def read_secret(file: Path | None, prompt: str, option: str = BEFORE_THE_COMMAND) -> str:
    """What the file holds without its last line break, else what is typed; `option` is how the file would be named."""
    if file is not None:
        return _from_file(file)
    _need_terminal(prompt, option)
    return getpass(prompt)


def read_new_passphrase(file: Path | None, option: str) -> str:
    """Typed twice, with a word on its strength in between; from a file, as it stands."""
    if file is not None:
        return _from_file(file)
    _need_terminal("New passphrase: ", option)
    first = getpass("New passphrase: ")
    _tell_strength(first)
    if getpass("Once more: ") != first:
        raise Stop("The two were not the same, so nothing was changed; try again.")
    return first


def _from_file(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            content = opened.read(LONGEST_SECRET_FILE + 1)
        if len(content) > LONGEST_SECRET_FILE:
            raise Stop(f"{file} is too long to be a passphrase, so it was not used. Nothing was changed.", LOCKED)
        return content.decode("utf-8-sig").rstrip("\r\n")
    except OSError as error:
        raise Stop(f"{file} cannot be read ({error.strerror}), so nothing was opened or changed.", LOCKED) from None
    except UnicodeDecodeError:
        raise Stop(f"{file} is not text in UTF-8, so nothing was opened or changed.", LOCKED) from None


def _need_terminal(prompt: str, option: str) -> None:
    if not sys.stdin.isatty():
        wanted = prompt.rstrip(": ").lower()
        raise Stop(
            f"A {wanted} is needed: name a file that holds it with {option}, or run this in a terminal.",
            LOCKED,
        )


def _tell_strength(passphrase: str) -> None:
    from wellled_desktop.vault.strength import strength

    found = strength(passphrase)
    remark(f"This passphrase is {found.words}. {found.advice}".strip())
