"""A reader of its own for what takes longer to find: the pages of documents, and what each session is called. So the record's
reader is never waited for while somebody types.
"""

from functools import partial
from threading import Lock

import msgspec

from wellled_desktop.inspection.find.query import Query
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.read_models.found import FoundItem
from wellled_desktop.store import reading
from wellled_desktop.store.documents import Documents
from wellled_desktop.store.search.reading import PAGES, found_pages, words_in
from wellled_desktop.store.search.unread import files_not_read_yet
from wellled_desktop.store.store import StoreReader
from wellled_desktop.vault.library import OpenInspection


class PagesFound(msgspec.Struct, frozen=True):
    """The best pages; where there is none, those of the `words` that any page has. `unread`: so many files are yet to be read."""

    items: tuple[FoundItem, ...] = ()
    words: tuple[str, ...] = ()
    unread: int = 0


class OwnReader:
    """Connects when it is first asked; for one thread. `close` may be called from any, and waits for what is being read."""

    def __init__(self, inspection: OpenInspection) -> None:
        self._inspection = inspection
        self._record: StoreReader | None = None
        self._documents: Documents | None = None
        self._closed = False
        self._lock = Lock()

    def pages(self, query: Query) -> PagesFound:
        """The best pages of documents. After an error the next question connects anew. Raises StoreError, OSError, VaultError."""
        with self._lock:
            if self._closed or not query.terms:
                return PagesFound()
            try:
                record, documents = self._connected()
                found = tuple(record.read(partial(found_pages, documents=documents, query=query, limit=PAGES)))
                unread = record.read(partial(files_not_read_yet, documents=documents))
                return PagesFound(found, () if found else words_in(documents, query), unread)
            except BaseException:
                self._disconnect()
                raise

    def sessions(self) -> tuple[Session, ...]:
        """All of them, the cancelled ones too, nobody's name among them. Raises StoreError."""
        with self._lock:
            if self._closed:
                return ()
            if self._record is None:
                self._record = self._inspection.reader()
            return self._record.read(partial(reading.sessions, cancelled=True))

    def close(self) -> None:
        with self._lock:
            self._closed = True
            self._disconnect()

    def _connected(self) -> tuple[StoreReader, Documents]:
        if self._record is None:
            self._record = self._inspection.reader()
        if self._documents is None:
            self._documents = self._inspection.documents()
        return self._record, self._documents

    def _disconnect(self) -> None:
        for connected in (self._documents, self._record):
            if connected is not None:
                connected.close()
        self._documents = self._record = None
