"""Workbooks with sheets of which some are broken."""

import io
import zipfile
from collections.abc import Callable

import pytest

from tests.unit.exchange.workbooks import parts, sheet_of


@pytest.fixture
def sheets() -> Callable[..., bytes]:
    """Makes a workbook from the XML of the rows of each sheet."""

    def make(**data: str) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as packed:
            for name, content in parts({name: sheet_of(rows) for name, rows in data.items()}).items():
                packed.writestr(name, content)
        return made.getvalue()

    return make
