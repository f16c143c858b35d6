"""A new encrypted inspection of an invented trust that begins today, with an interview of yesterday behind it."""

import datetime as dt
import os
from pathlib import Path

from wellled_desktop import bootstrap
from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.framework.loader import load_pack, pack_bytes
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.commands import (
    CreateInspection,
    EndSession,
    NewParticipant,
    PlanSession,
    StartSession,
    TeamMember,
    WriteLine,
)
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.store import reading
from wellled_desktop.store.clock import LaptopClock
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.page import Opened
from wellled_desktop.vault.key_derivation import KeyDerivation
from wellled_desktop.vault.library import Library, OpenInspection, Vault

AUTHOR = "Quillon Inspectorate"
SECOND = "Petra Invented"
PASSPHRASE = "walrus banjo teapot"
_CHEAP = KeyDerivation(1, 8_192)


def new_id() -> str:
    return uuid7(round(dt.datetime.now(dt.UTC).timestamp() * 1000), os.urandom(10))


def make_vault(folder: Path) -> Vault:
    made, _ = Library(folder).create_vault(PASSPHRASE, AUTHOR, _CHEAP, os.urandom)
    return made


def make_inspection(vault: Vault) -> OpenInspection:
    """Three days from today; the medical director was interviewed already: a claim nobody has proved, and a concern."""
    pack = load_pack(bootstrap.shipped("framework_data") / "cqc-trust-well-led")
    today = dt.datetime.now().astimezone().date()
    made = vault.create_inspection(
        CreateInspection(
            id=new_id(),
            trust_name="Example Vale NHS Trust",
            provider_code="RXX",
            trust_types=("acute",),
            start_date=today,
            days=3,
            team=(TeamMember(AUTHOR, "lead inspector"), TeamMember(SECOND, "specialist adviser")),
            framework=pack_bytes(pack).decode(),
        ),
        LaptopClock(),
    )
    _interview_before(made)
    return made


def _interview_before(inspection: OpenInspection) -> None:
    session, person = new_id(), new_id()
    inspection.store.execute(
        PlanSession(session, "interview", ("medical-director",), (NewParticipant(person, "medical-director"),)),
        StartSession(session),
        WriteLine(
            new_id(), session, "Every executive visits a ward each month", speaker=person, tags=("W1.3",), claim=True
        ),
        WriteLine(
            new_id(), session, "Risk 12 has had no owner since May", speaker=person, tags=("W5.1",), weight="concern"
        ),
        EndSession(session),
    )


def opened_on(inspection: OpenInspection) -> Opened:
    """What the window builds from an open inspection. Close its bridge to close the inspection."""
    detail, pack = inspection.store.read(reading.inspection_detail), inspection.store.read(reading.pinned_pack)
    assert detail is not None
    assert pack is not None
    scope = scope_for(pack, detail.trust_types)
    return Opened(
        Bridge(inspection), detail, pack, scope, NodeIndex(pack, scope.applies), bootstrap.shipped("resources")
    )
