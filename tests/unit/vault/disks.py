"""Disks that fail, for the steps that a real one cannot be made to fail at."""

import errno
from pathlib import Path

from wellled_desktop.vault.disk import Disk


class PowerCut(BaseException):
    """Everything stops at once; nothing may run afterwards that would clean up."""


class FailingDisk(Disk):
    """Counts its steps; at number `fails_at` (from 0) it raises an OSError, once or from then on."""

    def __init__(self, fails_at: int = -1, error: int = errno.ENOSPC, *, for_good: bool = False) -> None:
        self.steps = 0
        self.fails_at = fails_at
        self.error = error
        self.for_good = for_good

    def step(self) -> None:
        number = self.steps
        self.steps += 1
        if number == self.fails_at or (self.for_good and 0 <= self.fails_at < number):
            self.fail()

    def fail(self) -> None:
        raise OSError(self.error, "made to fail")

    def make_folder(self, folder: Path) -> None:
        self.step()
        super().make_folder(folder)

    def create(self, path: Path) -> int:
        self.step()
        return super().create(path)

    def write(self, file: int, content: bytes) -> None:
        self.step()
        super().write(file, content)

    def rewind(self, file: int) -> None:
        self.step()
        super().rewind(file)

    def sync(self, file: int) -> None:
        self.step()
        super().sync(file)

    def rename(self, old: Path, new: Path) -> None:
        self.step()
        super().rename(old, new)

    def sync_folder(self, folder: Path) -> None:
        self.step()
        super().sync_folder(folder)

    def remove(self, path: Path) -> None:
        self.step()
        super().remove(path)

    def remove_folder(self, folder: Path) -> None:
        self.step()
        super().remove_folder(folder)


class DiskWithPowerCut(FailingDisk):
    """From its step `fails_at` on nothing reaches it; a write leaves half of its bytes."""

    def __init__(self, fails_at: int) -> None:
        super().__init__(fails_at, for_good=True)

    def write(self, file: int, content: bytes) -> None:
        if self.steps == self.fails_at:
            Disk.write(self, file, content[: len(content) // 2])
        super().write(file, content)

    def fail(self) -> None:
        raise PowerCut
