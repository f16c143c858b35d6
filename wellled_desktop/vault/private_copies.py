"""Plain copies of attachments outside the vault: those exported, and those another program opens, which are removed again."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from wellled_desktop.vault.disk import ONLY_ME_FILE, Disk
from wellled_desktop.vault.errors import NotExported
from wellled_desktop.vault.sealing import Chance

_READ_ONLY = 0o400


def system_temporary() -> Path:
    """The system's folder for temporary files. Raises OSError where there is none that can be written, as on a full disk."""
    import tempfile

    return Path(tempfile.gettempdir())


class PrivateCopy:
    """A copy at `path`, in a folder of its own that only its owner may enter; `close` removes both, as far as it can.

    It may only be read, so that whoever types in it is told at once that this is no place to keep anything.
    """

    def __init__(self, path: Path, disk: Disk) -> None:
        self.path = path
        self._disk = disk

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Where another program still holds it, and the system lets nobody remove it, the next start does."""
        _may_be_removed(self.path)
        self._disk.remove_folder(self.path.parent)


class PrivateCopies:
    """Those of one inspection; by `token`, which nobody else can know, a later start finds what was left of them."""

    def __init__(self, temporary: Callable[[], Path], token: str, disk: Disk, chance: Chance) -> None:
        self._temporary = temporary
        self._prefix = f"wellled-{token}-"
        self._disk = disk
        self._chance = chance
        self._made: list[PrivateCopy] = []

    def make(self, name: str, frames: Iterable[bytes]) -> PrivateCopy:
        """`name` is a safe one. Raises NotExported, and what `frames` raises."""
        from tempfile import mkdtemp

        with _in_plain_words():
            copy = PrivateCopy(Path(mkdtemp(prefix=self._prefix, dir=self._temporary())) / name, self._disk)
            try:
                _write(self._disk, copy.path, frames)  # it need not outlive a power cut
                copy.path.chmod(_READ_ONLY)
            except BaseException:
                copy.close()
                raise
        self._made.append(copy)
        return copy

    def close(self) -> None:
        while self._made:
            self._made.pop().close()

    def sweep(self) -> None:
        """Removes those that a program which was killed left behind."""
        with suppress(OSError):
            for left in self._temporary().glob(f"{self._prefix}*"):
                for file in left.glob("*"):
                    _may_be_removed(file)
                shutil.rmtree(left, ignore_errors=True)


def _may_be_removed(file: Path) -> None:
    """Windows removes no file that may only be read."""
    with suppress(OSError):
        file.chmod(ONLY_ME_FILE)


def write_copy(disk: Disk, chance: Chance, target: Path, frames: Iterable[bytes]) -> None:
    """The frames at `target`, whole or not at all, readable by its owner alone. Raises NotExported, and what `frames` raises."""
    new = target.parent / f".wellled-{chance(8).hex()}.new"
    with _in_plain_words():
        try:
            _write(disk, new, frames, sync=True)
            disk.rename(new, target)
        except BaseException:
            with suppress(OSError, ValueError):
                disk.remove(new)
            raise


def _write(disk: Disk, path: Path, frames: Iterable[bytes], *, sync: bool = False) -> None:
    file = disk.create(path)
    try:
        for frame in frames:
            disk.write(file, frame)
        if sync:
            disk.sync(file)
    finally:
        os.close(file)


@contextmanager
def _in_plain_words() -> Iterator[None]:
    """Turns an error of the disk into NotExported; a name that no system takes is a ValueError."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise NotExported from error
