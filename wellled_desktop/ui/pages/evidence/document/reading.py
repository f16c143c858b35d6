"""Reads the document on show, a page at a time, on the thread of previews: what is asked last comes first, and the page after
the one on show is drawn ahead.

Signals of DocumentReading: `opened(ShownDocument)`; `failed(str)` with a sentence, when nothing of it can be shown;
`came(ShownPage)` with a page as it was asked for.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.pages.evidence.document.shown import OpenDocument, ShownDocument, ShownPage, why_not_shown

MOST_KEPT = 4
MOST_AHEAD_BYTES = 24 << 20
"""A page is drawn ahead where the one on show takes no more than this: four of them are then the most that is kept."""


class DocumentReading(QObject):
    opened = Signal(object)
    failed = Signal(str)
    came = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._document: OpenDocument | None = None
        self._shown: ShownDocument | None = None
        self._kept: dict[tuple[int, int], ShownPage] = {}
        self._wanted = (0, 0)
        self._step = 1
        self._at_work = False
        bridge.closing.connect(self.close)

    @property
    def is_open(self) -> bool:
        return self._document is not None

    def open(self, attachment: Attachment) -> None:
        """In place of the one before."""
        self.close()
        document = self._document = OpenDocument(self._bridge.inspection, attachment)
        opened, failed = partial(self._on_opened, document), partial(self._on_failed, document)
        self._bridge.work(self, document.open, opened, failed, lane="preview")

    def close(self) -> None:
        """The process that reads the document is gone when this returns, and nothing of the document is kept."""
        if self._document is not None:
            self._document.close()
        self._document = self._shown = None
        self._kept.clear()
        self._wanted, self._at_work = (0, 0), False

    def want(self, page: int, width: int) -> None:
        """The page, its picture so wide in pixels; it comes at once where it was drawn ahead."""
        self._step = -1 if page < self._wanted[0] else 1
        self._wanted = (page, width)
        kept = self._kept.get(self._wanted)
        if kept is not None:
            self._keep(kept)  # as the one asked for last
            self.came.emit(kept)
        self._next()

    def _next(self) -> None:
        if self._shown is None or self._document is None or self._at_work:
            return
        page, width = self._wanted
        if not page:
            return
        if (page, width) in self._kept:
            page += self._step
            if (page, width) in self._kept or not self._is_worth_drawing_ahead(page):
                return
        self._at_work = True
        document = self._document
        came, failed = partial(self._on_came, document), partial(self._on_failed, document)
        self._bridge.work(self, partial(document.page, page, width), came, failed, lane="preview")

    def _is_worth_drawing_ahead(self, page: int) -> bool:
        shown = self._kept[self._wanted].image
        inside = self._shown is not None and 1 <= page <= self._shown.pages
        return inside and shown is not None and shown.sizeInBytes() <= MOST_AHEAD_BYTES

    def _on_opened(self, document: OpenDocument, shown: ShownDocument) -> None:
        if document is self._document:
            self._shown = shown
            self.opened.emit(shown)
            self._next()

    def _on_came(self, document: OpenDocument, page: ShownPage) -> None:
        if document is not self._document:
            return
        self._at_work = False
        self._keep(page)
        if (page.page, page.width) == self._wanted:
            self.came.emit(page)
        self._next()

    def _keep(self, page: ShownPage) -> None:
        """With those that were asked for last; one that is large leaves no room for others."""
        large = page.image is not None and page.image.sizeInBytes() > MOST_AHEAD_BYTES
        self._kept.pop((page.page, page.width), None)
        while len(self._kept) >= (1 if large else MOST_KEPT):
            del self._kept[next(iter(self._kept))]
        self._kept[page.page, page.width] = page

    def _on_failed(self, document: OpenDocument, problem: Exception) -> None:
        sentence = why_not_shown(problem)
        if document is self._document:
            self.close()
            self.failed.emit(sentence)
