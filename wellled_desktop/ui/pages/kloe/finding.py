"""Looks lines and evidence entries up for the finder of the KLOE page; no widget.

Signals of Finding: `found(tuple)` with FoundItems, the best first.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.find.typed import Reader
from wellled_desktop.inspection.read_models.found import Found
from wellled_desktop.store.search import reading as search
from wellled_desktop.ui.page import Opened

MOST = 30
_LOOKED_AT = 80


class Finding(QObject):
    found = Signal(object)

    def __init__(self, opened: Opened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._reader: tuple[Pack, Reader] | None = None
        self._typed = ""
        self._asking = self._again = False

    def look_for(self, typed: str) -> None:
        """Of what is typed quickly only the last is looked for."""
        self._typed = typed
        if self._asking:
            self._again = True
            return
        query = self._reader_of_now().read(typed)
        if query.is_empty:
            self.found.emit(())
            return
        self._asking = True
        self._opened.bridge.ask(self, partial(search.find, query=query, limit=_LOOKED_AT), self._found)

    def _reader_of_now(self) -> Reader:
        """For the framework in use, which the team adds to: what they added can be asked for with in: as well."""
        pack, detail = self._opened.pack, self._opened.inspection
        if self._reader is None or self._reader[0] is not pack:
            self._reader = pack, Reader(pack, detail.start_date, detail.days)
        return self._reader[1]

    def _found(self, found: Found) -> None:
        self._asking = False
        if self._again:
            self._again = False
            self.look_for(self._typed)
            return
        linkable = (one for one in found.items if one.kind in ("line", "entry") and not one.retracted)
        self.found.emit(tuple(linkable)[:MOST])
