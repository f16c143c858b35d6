"""The library that is photographed: a vault that opens in no time, with the example inspection in it."""

import os
from pathlib import Path

from wellled_desktop import bootstrap
from wellled_desktop.framework.loader import load_pack
from wellled_desktop.reports.example_documents import documents_in
from wellled_desktop.vault.example import create_example
from wellled_desktop.vault.key_derivation import KeyDerivation
from wellled_desktop.vault.library import Library

AUTHOR = "Ottoline Quill"
PASSPHRASE = "teapot gravel walrus lantern hedge"
_CHEAP = KeyDerivation(1, 8_192)


def make_library(folder: Path) -> None:
    vault, _ = Library(folder).create_vault(PASSPHRASE, AUTHOR, _CHEAP, os.urandom)
    pack = load_pack(bootstrap.shipped("framework_data") / "cqc-trust-well-led")
    resources = bootstrap.shipped("resources")
    create_example(vault, resources, pack, documents=documents_in(resources)).close()
    vault.close()
