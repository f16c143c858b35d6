"""The folder in which the example day leaves what it makes, and the list there of what that is: nothing else is ever removed."""

import shutil
from pathlib import Path

LIST_NAME = "example-day.txt"
_HEAD = (
    "Made by the example day of WellLed Desktop. What is listed here is removed and made anew when it is played again."
)


class InTheWay(Exception):
    """Something stands in the folder that the example day did not make."""


class Leavings:
    """Every file and folder goes through `path`, which lists it before it is made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._list = folder / LIST_NAME
        self._names: list[str] = []

    def clear(self) -> None:
        """Removes what an earlier day left, by its own list. Raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for name in self._listed():
            _remove(self.folder / name)
        self._write()

    def path(self, name: str) -> Path:
        """Where the thing of this name goes. Raises InTheWay when something that is not ours is there already."""
        path = self.folder / name
        if name not in self._names:
            if path.exists() or path.is_symlink():
                raise InTheWay(f"There is already {path}, which the example day did not make; choose another folder.")
            self._names.append(name)
            self._write()
        return path

    def _listed(self) -> list[str]:
        if not self._list.is_file():
            return []
        head, *names = self._list.read_text(encoding="utf-8").splitlines() or [""]
        return [name for name in names if head == _HEAD and name and Path(name).name == name and name != ".."]

    def _write(self) -> None:
        self._list.write_text("\n".join((_HEAD, *self._names, "")), encoding="utf-8")


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
