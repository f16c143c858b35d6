"""A real encrypted inspection, of an invented trust on the real framework, as the window is handed it.

Vault and inspection are made once in each process of tests, with their keys, and their files copied for each test.
"""

import datetime as dt
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from tests.store.conftest import HandClock
from tests.ui.passphrase import PASSPHRASE
from wellled_desktop import bootstrap
from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.framework.loader import load_pack, pack_bytes
from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.commands import CreateInspection, TeamMember
from wellled_desktop.store import reading
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.ui.page import Opened
from wellled_desktop.vault.key_derivation import KeyDerivation
from wellled_desktop.vault.library import Library, OpenInspection, Vault

__all__ = ["AUTHOR", "CHEAP", "INSPECTION", "PASSPHRASE", "HandClock", "new_inspection", "opened_on"]

AUTHOR = "Quillon Inspectorate"
CHEAP = KeyDerivation(1, 8_192)
INSPECTION = "01900000-0000-7000-8000-000000000001"


def new_inspection(pack: Pack, inspection_id: str = INSPECTION) -> CreateInspection:
    """Three days at an invented acute trust; the clock of the tests stands on the first of them."""
    return CreateInspection(
        id=inspection_id,
        trust_name="Example Vale NHS Trust",
        provider_code="RXX",
        trust_types=("acute",),
        start_date=dt.date(2026, 11, 24),
        days=3,
        team=(TeamMember(AUTHOR, "lead inspector"), TeamMember("Petra Invented", "specialist adviser")),
        framework=pack_bytes(pack).decode(),
    )


def opened_on(inspection: OpenInspection, pack: Pack) -> Opened:
    """What the window builds from an open inspection. Close its bridge to close the inspection."""
    detail = inspection.store.read(reading.inspection_detail)
    assert detail is not None
    scope = scope_for(pack, detail.trust_types)
    return Opened(
        Bridge(inspection), detail, pack, scope, NodeIndex(pack, scope.applies), bootstrap.shipped("resources")
    )


@pytest.fixture(scope="session")
def the_look(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> QApplication:
    """The application with its own font and its light theme: what is measured in pixels is measured in them."""
    Appearance(qapp, bootstrap.shipped("resources"), SettingsFile(tmp_path_factory.mktemp("look"))).begin("light")
    return qapp


@pytest.fixture(autouse=True)
def the_look_is_left_as_it_was(request: pytest.FixtureRequest) -> Iterator[None]:
    """One application serves all tests of a process: a test that makes the text larger gives it back as it was."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    application = request.getfixturevalue("the_look")
    font, palette, sheet = application.font(), application.palette(), application.styleSheet()
    yield
    if (application.font(), application.styleSheet()) != (font, sheet):
        application.setStyleSheet(sheet)
        application.setPalette(palette)
        application.setFont(font)


@pytest.fixture(scope="session")
def real_pack() -> Pack:
    """The framework that comes with the app, read once."""
    return load_pack(bootstrap.shipped("framework_data") / "cqc-trust-well-led")


class Templates(msgspec.Struct, frozen=True):
    """Two libraries nobody writes in: one with an empty vault, and the same with the inspection in it."""

    vault: Path
    inspection: Path


@pytest.fixture(scope="session")
def templates(real_pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Templates:
    folder = tmp_path_factory.mktemp("templates")
    vault, _ = Library(folder / "library").create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    empty = Path(shutil.copytree(folder / "library", folder / "vault"))
    vault.create_inspection(new_inspection(real_pack), HandClock()).close()
    vault.close()
    return Templates(empty, folder / "library")


@pytest.fixture
def clock() -> HandClock:
    """Tuesday 24 November 2026, 09:00 UTC, until a test moves it."""
    return HandClock()


@pytest.fixture
def library_folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def vault(library_folder: Path, templates: Templates) -> Iterator[Vault]:
    """A new vault, unlocked, whose Argon2id takes milliseconds."""
    shutil.copytree(templates.vault, library_folder, dirs_exist_ok=True)
    unlocked = Library(library_folder).unlock(PASSPHRASE)
    yield unlocked
    unlocked.close()


@pytest.fixture
def inspection(
    vault: Vault, library_folder: Path, real_pack: Pack, templates: Templates, clock: HandClock
) -> Iterator[OpenInspection]:
    """New and empty, in a vault that holds nothing else. A test whose clock begins elsewhere has it made then."""
    assert vault.inspections() == ()
    if clock.read() == HandClock().read():
        shutil.copytree(templates.inspection, library_folder, dirs_exist_ok=True)  # read by the vault each time
        made = vault.open_inspection(INSPECTION, clock)
    else:
        made = vault.create_inspection(new_inspection(real_pack), clock)
    yield made
    made.close()


@pytest.fixture
def opened(qapp: QApplication, inspection: OpenInspection, real_pack: Pack) -> Iterator[Opened]:
    """A new, empty inspection as every page is handed it; record in it through `opened.bridge.do`."""
    assert qapp is not None
    made = opened_on(inspection, real_pack)
    yield made
    made.bridge.close()
