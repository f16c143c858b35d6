"""From the command line's options to an open vault and an open inspection, and what people may call things by."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer

from wellled_desktop.cli.exits import DAMAGED, NOT_FOUND, WRONG_USAGE, Stop
from wellled_desktop.cli.output import remark
from wellled_desktop.cli.passphrases import read_secret
from wellled_desktop.cli.typed import one_line, quoted
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.read_models import NoteLine, Session

if TYPE_CHECKING:  # the store takes longer to load than a command that needs none takes altogether
    from wellled_desktop.store.store import Store
    from wellled_desktop.vault.key_derivation import KeyDerivation
    from wellled_desktop.vault.library import InspectionSummary, OpenInspection, Vault


def measured() -> "KeyDerivation":
    """As hard as this laptop can bear, which it takes half a second to find out."""
    from wellled_desktop.vault.key_derivation import calibrate

    return calibrate()


class Setting(msgspec.Struct, frozen=True):
    """Where things are on this laptop, and how hard a new passphrase makes Argon2id work there.

    Given by the composition root and the options before the command.
    """

    library_folder: Path
    packs: Traversable
    resources: Traversable
    passphrase_file: Path | None = None
    json: bool = False
    calibrate: "Callable[[], KeyDerivation]" = measured


def setting(context: typer.Context) -> Setting:
    found = context.find_root().obj
    if not isinstance(found, Setting):
        raise TypeError("the command line was started without its setting")
    return found


@contextmanager
def open_vault(chosen: Setting) -> Iterator["Vault"]:
    """With the passphrase; the recovery key does as well."""
    from wellled_desktop.vault.library import Library

    library = Library(chosen.library_folder)
    library.check_exists()  # said before anybody is asked for a passphrase
    vault = library.unlock_with_either(read_secret(chosen.passphrase_file, "Passphrase: "))
    try:
        yield vault
    finally:
        vault.close()


@contextmanager
def open_inspection(chosen: Setting, called: str, author: str | None = None) -> Iterator["OpenInspection"]:
    from wellled_desktop.store.clock import LaptopClock

    with open_vault(chosen) as vault:
        opened = vault.open_inspection(find_inspection(vault, called).id, LaptopClock(), one_line(author or "") or None)
        if opened.warning:
            remark(opened.warning)
        try:
            yield opened
        finally:
            opened.close()


def find_inspection(vault: "Vault", called: str) -> "InspectionSummary":
    """By id, by the beginning of one, or by provider code; exactly one must fit."""
    wanted = called.strip().casefold()
    if not wanted:
        raise Stop("Name the inspection: by its id, the beginning of one, or the provider code.", WRONG_USAGE)
    known = vault.inspections()
    fits = [one for one in known if one.id == wanted or one.provider_code.casefold() == wanted]
    if not fits and len(wanted) >= 4:
        fits = [one for one in known if one.id.startswith(wanted)]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise Stop(
            f"{quoted(called)} fits {len(fits)} inspections; give the id that “wellled list” shows.", WRONG_USAGE
        )
    raise Stop(f"There is no inspection {quoted(called)}; “wellled list” shows those on this laptop.", NOT_FOUND)


def find_session(store: "Store", called: str, *, cancelled: bool = False) -> Session:
    """By id or by number: S-03, s-3 or 3; among those cancelled as well where `cancelled` asks for them."""
    from wellled_desktop.store import reading

    wanted = called.strip()
    number = re.fullmatch(r"(?:s-?)?0*([0-9]{1,6})", wanted, re.IGNORECASE)
    for session in store.read(partial(reading.sessions, cancelled=cancelled)):
        if session.id == wanted or (number and session.number == int(number[1])):
            return session
    raise Stop(f"There is no session {quoted(called)} in this inspection.", NOT_FOUND)


def find_line(store: "Store", called: str) -> NoteLine:
    """By id or by number: “S-03 l.27” or S-03.27."""
    from wellled_desktop.store import reading

    wanted = one_line(called)
    parts = re.fullmatch(r"s-?0*([0-9]{1,6})[ .]+(?:l\.?)?0*([0-9]{1,7})", wanted, re.IGNORECASE)
    if parts:
        session = find_session(store, parts[1])
        number = int(parts[2])
        found = store.read(partial(reading.lines, session_id=session.id, from_number=number, limit=1))
        if found and found[0].number == number:
            return found[0]
    else:
        found = store.read(partial(reading.lines, line_id=wanted))
        if found:
            return found[0]
    raise Stop(f"There is no line {quoted(called)} in this inspection.", NOT_FOUND)


def pinned_pack(store: "Store") -> Pack:
    """The framework as it was when the inspection was created, with what the team added to it."""
    from wellled_desktop.store.framework_reading import pack_in_use

    pack = store.read(pack_in_use)
    if pack is None:
        raise Stop("This inspection holds no framework; run “wellled verify”. Nothing was changed.", DAMAGED)
    return pack
