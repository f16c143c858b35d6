"""A vault's attachments in a folder of their own, and files to keep in them."""

import os
import random
from pathlib import Path

from wellled_desktop.vault.attachments import Attachments
from wellled_desktop.vault.disk import Disk

KEY = bytes(range(32))


def attachments_in(folder: Path, disk: Disk | None = None, key: bytes = KEY) -> Attachments:
    (folder / "temporary").mkdir(parents=True, exist_ok=True)
    return Attachments(folder / "attachments", key, disk or Disk(), os.urandom, lambda: folder / "temporary")


def content_of(size: int, seed: int = 0) -> bytes:
    return random.Random(seed).randbytes(size)  # noqa: S311  # the same bytes each time


def read_back(attachments: Attachments, sha256: str) -> bytes:
    with attachments.open(sha256) as reader:
        content = b"".join(reader)
    assert len(content) == reader.size
    return content


def files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
