"""`wellled verify` and `wellled doctor`: is the record sound, and is this laptop fit to keep it."""

import os
import platform
import shutil
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import typer

from wellled_desktop.cli.choices import Inspection, Json
from wellled_desktop.cli.exits import DAMAGED, FAILED, Stop
from wellled_desktop.cli.opening import Setting, find_inspection, open_vault, setting
from wellled_desktop.cli.output import as_json, as_table, remark, say, step
from wellled_desktop.cli.packs import folders

PACKAGES = ("wellled-desktop", "SQLAlchemy", "PyNaCl", "reportlab", "PySide6-Essentials")
LEAST_FREE_MB = 500
NOT_LOADED = "cannot be loaded"


def verify(context: typer.Context, inspection: Inspection, json: Json = False) -> None:
    """Check file, journal chain and tables; say what is wrong and where."""
    with open_vault(setting(context)) as vault:
        wanted = find_inspection(vault, inspection).id
        found = vault.verify_inspection(wanted, lambda name: step(f"Checking the {name}…"))
    if json:
        as_json(found)
    else:
        for finding in found.findings:
            say(f"{finding.place}: {finding.problem}")
        if found.remark:
            remark(found.remark)
    if not found.sound:
        raise Stop(f"The record is not sound: {len(found.findings)} to look at. Nothing was changed.", DAMAGED)
    if not json:
        head = f"; head {found.heads[-1].hash}" if found.heads else ""
        say(f"Sound: {found.entries} journal entries, {found.rows} rows as replayed{head}.")


def doctor(context: typer.Context, json: Json = False) -> None:
    """What this laptop has, for whoever helps you. Nothing you typed is in it."""
    chosen = setting(context)
    packs = _checked_packs(chosen)
    versions = _versions()
    folder = chosen.library_folder
    problems = [*_of_versions(versions), *_of_packs(packs), *_of_vault(folder), *_of_place(folder)]
    sound = {f"pack {name}": "broken" if broken else "sound" for name, broken in packs.items()}
    found = {**versions, **sound, **_library(folder), "problems": " ".join(problems) or "none"}
    if json:
        as_json(found | {"problems": problems})
    else:
        as_table(("What", "Found"), list(found.items()), "")
    if problems:
        raise Stop(
            problems[0] if len(problems) == 1 else f"{len(problems)} problems were found; they are listed.", FAILED
        )


def add_to(app: typer.Typer) -> None:
    app.command("verify")(verify)
    app.command("doctor")(doctor)


def _versions() -> dict[str, str]:
    found = {"python": platform.python_version(), "system": platform.platform(terse=True)}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    try:
        from wellled_desktop.store.connection import library_versions

        return found | library_versions()
    except ImportError:
        return found | {"sqlcipher": NOT_LOADED}


def _checked_packs(chosen: Setting) -> dict[str, Exception | None]:
    from wellled_desktop.framework.loader import PackError, load_pack

    checked: dict[str, Exception | None] = {}
    for folder in folders(chosen):
        try:
            load_pack(folder)
        except PackError as error:
            checked[folder.name] = error
        else:
            checked[folder.name] = None
    return checked


def _library(folder: Path) -> dict[str, str]:
    return {
        "library": str(folder),
        "vault": _vault(folder),
        "free_disk_mb": str(_free_mb(folder)),
    }


def _vault(folder: Path) -> str:
    from wellled_desktop.vault.library import Library

    if Library(folder).exists():
        return "present"
    return "missing" if Library(folder).trouble() else "not made yet"


def _of_versions(versions: dict[str, str]) -> Iterator[str]:
    if versions["sqlcipher"] == NOT_LOADED:
        yield "The encryption library cannot be loaded, so no inspection can be opened; install WellLed Desktop again."


def _of_packs(packs: dict[str, Exception | None]) -> Iterator[str]:
    yield from (str(broken) for broken in packs.values() if broken is not None)
    if not packs:
        yield "No framework pack came with the app; install it again."


def _of_vault(folder: Path) -> Iterator[str]:
    from wellled_desktop.vault.library import Library

    if trouble := Library(folder).trouble():
        yield trouble


def _of_place(folder: Path) -> Iterator[str]:
    from wellled_desktop.vault.library import unsafe_place

    if (unsafe := unsafe_place(folder)) is not None:
        yield unsafe
    if not os.access(_existing(folder), os.W_OK):
        yield f"The library's folder may not be written ({folder}); choose another with --library."
    if _free_mb(folder) < LEAST_FREE_MB:
        yield f"The disk has less than {LEAST_FREE_MB} MB free; make room before the next session."


def _existing(folder: Path) -> Path:
    return next(one for one in (folder.absolute(), *folder.absolute().parents) if one.exists())


def _free_mb(folder: Path) -> int:
    return shutil.disk_usage(_existing(folder)).free // 1_000_000
