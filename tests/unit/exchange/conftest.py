"""The real framework pack."""

from importlib.resources import files

import pytest

from wellled_desktop.framework.loader import load_pack
from wellled_desktop.framework.pack import Pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(files("framework_data").joinpath("cqc-trust-well-led"))
