"""A library with the example inspection in it, for what is measured: made once per run, with a quick Argon2id."""

import os
from pathlib import Path

from wellled_desktop import bootstrap
from wellled_desktop.framework.loader import load_pack
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.vault.example import create_example
from wellled_desktop.vault.key_derivation import KeyDerivation
from wellled_desktop.vault.library import Library

PASSPHRASE = "only for measuring"  # noqa: S105  # of an invented inspection
PASSPHRASE_FILE = "passphrase.txt"  # noqa: S105
QUICK = KeyDerivation(1, 8_192)


def make(folder: Path) -> Path:
    """The folder of a new library; the example is what opens after the passphrase. Its passphrase is in a file beside it."""
    vault, _ = Library(folder).create_vault(PASSPHRASE, "A. Measurer", QUICK, os.urandom)
    pack = load_pack(bootstrap.shipped("framework_data") / "cqc-trust-well-led")
    opened = create_example(vault, bootstrap.shipped("resources"), pack)
    opened.close()
    SettingsFile(folder).change(last_inspection=opened.id)
    vault.close()
    (folder / PASSPHRASE_FILE).write_text(PASSPHRASE, encoding="utf-8")
    return folder
