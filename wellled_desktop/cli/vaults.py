"""`wellled vault`: making the vault that keeps this laptop's inspections, and changing its passphrase."""

import getpass
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from wellled_desktop.cli.choices import Json
from wellled_desktop.cli.exits import WRONG_USAGE, Stop
from wellled_desktop.cli.opening import open_vault, setting
from wellled_desktop.cli.output import as_json, remark, say
from wellled_desktop.cli.passphrases import BEFORE_THE_COMMAND, read_new_passphrase, read_secret
from wellled_desktop.cli.typed import one_line

group = typer.Typer(no_args_is_help=True, help="The vault that keeps this laptop's inspections.")

_NEW = "--new-passphrase-file"
NewPassphraseFile = Annotated[
    Path | None, typer.Option(_NEW, metavar="FILE", help="A file that holds the new passphrase.")
]


@group.command("create")
def create(
    context: typer.Context,
    author: Annotated[str | None, typer.Option("--author", metavar="NAME", help="How you sign the record.")] = None,
    json: Json = False,
) -> None:
    """Make the vault and print its recovery key, once."""
    from wellled_desktop.vault.library import Library

    chosen = setting(context)
    library = Library(chosen.library_folder)
    library.check_free()
    name = one_line(author or "") or _asked_name()
    passphrase = read_new_passphrase(chosen.passphrase_file, BEFORE_THE_COMMAND)
    made, recovery_key = library.create_vault(passphrase, name, chosen.calibrate(), os.urandom)
    made.close()
    if not one_line(author or ""):
        remark(f"The record is signed “{name}”; to sign otherwise, give --author with each command that writes.")
    if json:
        as_json({"recovery_key": recovery_key.text})
        return
    say("The vault is made. Its recovery key, shown only now; keep it on paper, away from the laptop:")
    say("")
    say(f"    {recovery_key.text}")


@group.command("passphrase")
def passphrase(context: typer.Context, new_passphrase_file: NewPassphraseFile = None, json: Json = False) -> None:
    """Change the passphrase; the recovery key stays the same."""
    chosen = setting(context)
    with open_vault(chosen) as vault:
        vault.change_passphrase(read_new_passphrase(new_passphrase_file, _NEW), chosen.calibrate())
        _tell_changed(json=json)


@group.command("recover")
def recover(
    context: typer.Context,
    recovery_key_file: Annotated[
        Path | None,
        typer.Option(
            "--recovery-key-file",
            metavar="FILE",
            envvar="WELLLED_RECOVERY_KEY_FILE",
            help="A file that holds the recovery key.",
        ),
    ] = None,
    new_passphrase_file: NewPassphraseFile = None,
    json: Json = False,
) -> None:
    """Open the vault with its recovery key, and set a new passphrase."""
    from wellled_desktop.vault.library import Library

    chosen = setting(context)
    library = Library(chosen.library_folder)
    library.check_exists()  # said before anybody is asked for the key
    vault = library.unlock_with_recovery_key(read_secret(recovery_key_file, "Recovery key: ", "--recovery-key-file"))
    try:
        vault.change_passphrase(read_new_passphrase(new_passphrase_file, _NEW), chosen.calibrate())
    finally:
        vault.close()
    _tell_changed(json=json)


def _tell_changed(*, json: bool) -> None:
    if json:
        as_json({"passphrase": "changed", "recovery_key": "unchanged"})
    else:
        say("The passphrase is changed. The recovery key stays the same.")


def _asked_name() -> str:
    """As it is typed at a terminal; else, or when nothing is typed there, the name of this account."""
    typed = typer.prompt("Your name, as you sign the record", default=_login_name()) if sys.stdin.isatty() else ""
    return one_line(typed) or _login_name()


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user without a name, and Windows without its variables
        raise Stop("Say how you sign the record, with --author. Nothing was made.", WRONG_USAGE) from None
