"""What is imported before the lock screen is painted: nothing heavy."""

import subprocess
import sys

import pytest

HEAVY = ("sqlalchemy", "sqlcipher3", "nacl", "filelock", "asyncio", "alembic", "PySide6", "reportlab", "yaml")


@pytest.mark.parametrize("module", ["library", "envelope", "strength", "passphrase", "errors", "recovery_key"])
def test_nothing_heavy_is_imported_with(module: str) -> None:
    program = f"import sys, wellled_desktop.vault.{module}; print(*(set({HEAVY}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == []
