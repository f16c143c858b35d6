"""What was not attached and can be now: the files, each with its entry, and why it was not."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from wellled_desktop.ui.attaching.outstanding import Wanted
from wellled_desktop.ui.attaching.words import are, were


class FilesOffered:
    def __init__(self, files: tuple[Wanted, ...]) -> None:
        self.files = files
        self._why = ""

    @property
    def words(self) -> str:
        """Why, and how many there are still; "" where nothing is offered."""
        if not self.files:
            return ""
        if not self._why:
            return _tr("%1 not attached when WellLed Desktop ended.").replace("%1", were(len(self.files)))
        return f"{self._why} {_tr('%1 not attached.').replace('%1', are(len(self.files)))}"

    def add(self, files: Iterable[Wanted], why: str = "") -> None:
        """`why` is said of all of them from now on."""
        self.files = (*self.files, *files)
        self._why = why or self._why

    def take_away(self, attached: Iterable[Wanted]) -> None:
        """Those that came to the same entry after all: from the same place, or copied from there under the same name."""
        now_there = tuple(attached)
        places = {(one.entry, one.path) for one in now_there if not one.pasted}
        copies = {(one.entry, one.name, one.within, one.size) for one in now_there}
        self.files = tuple(
            one
            for one in self.files
            if (one.entry, one.path) not in places and (one.entry, one.name, one.within, one.size) not in copies
        )

    def clear(self) -> None:
        self.files = ()


def _tr(words: str) -> str:
    return QCoreApplication.translate("FilesOffered", words)
