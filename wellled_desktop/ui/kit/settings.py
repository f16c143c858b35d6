"""What this laptop remembers of its user's taste and habits: a small JSON file in the library's folder, nothing of the record.

It is read before the vault is unlocked, so nothing may stand in it that an inspection keeps secret.
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

SchemeChoice = Literal["system", "light", "dark"]
FILE_NAME = "settings.json"
TEXT_STEPS = range(-1, 5)
_LARGEST = 10_000


class Settings(NamedTuple):
    """`text_step` counts steps from the usual size of text; `last_inspection` is opened straight after unlocking.

    `recovery_key_pending`: a recovery key was made and nobody has said that it is in a safe place.
    """

    scheme: SchemeChoice = "system"
    text_step: int = 0
    last_inspection: str = ""
    recovery_key_pending: bool = False


class SettingsFile:
    """Reads and writes the settings. They may be lost: no error of the disk is told."""

    def __init__(self, library_folder: Path) -> None:
        self._path = library_folder / FILE_NAME
        self.settings = self._read()

    def change(self, **changes: object) -> None:
        """Keeps the settings with these changes; on disk once the library's folder is there."""
        changed = _checked({**self.settings._asdict(), **changes})
        if changed == self.settings:
            return
        self.settings = changed
        self.write()

    def write(self) -> None:
        """Writes them as they are, unless the library's folder does not exist yet."""
        if not self._path.parent.is_dir():
            return
        new = self._path.with_name(f"{FILE_NAME}.new")
        with suppress(OSError):
            new.unlink(missing_ok=True)
            file = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(file, "w", encoding="utf-8") as stream:
                json.dump(self.settings._asdict(), stream)
            new.replace(self._path)

    def _read(self) -> Settings:
        try:
            with self._path.open(encoding="utf-8") as stream:
                content = json.loads(stream.read(_LARGEST))
        except (OSError, ValueError):
            return Settings()
        return _checked(content) if isinstance(content, dict) else Settings()


def _checked(content: dict[str, object]) -> Settings:
    """What is not as it should be is as if it had not been there."""
    scheme, step = content.get("scheme"), content.get("text_step")
    last, pending = content.get("last_inspection"), content.get("recovery_key_pending")
    return Settings(
        scheme=scheme if scheme in ("light", "dark") else "system",
        text_step=step if isinstance(step, int) and step in TEXT_STEPS else 0,
        last_inspection=last if isinstance(last, str) else "",
        recovery_key_pending=pending is True,
    )
