"""From a document to a file that is whole or not there: pages, drawing, a check of what came out, progress and cancel."""

import datetime as dt
import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from wellled_desktop.reports.blocks import Document
from wellled_desktop.reports.errors import ReportCancelled, ReportError, not_written
from wellled_desktop.reports.fonts import Fonts
from wellled_desktop.reports.layout.drawing import draw
from wellled_desktop.reports.layout.flow import Page
from wellled_desktop.reports.layout.pages import pages_of
from wellled_desktop.reports.layout.styles import Styles
from wellled_desktop.reports.pdf_check import PdfDamaged, check_shown
from wellled_desktop.vault.disk import Disk, NotSynced, write_whole

FAILED_CHECK = (
    "The report was made, but reading it back did not show all that belongs in it, so it was not kept. "
    "The record is safe; please report this to whoever supports WellLed Desktop."
)


class ReportFacts(msgspec.Struct, frozen=True):
    """What was written: pages, the file's SHA-256 as 64 hex digits, its size in bytes."""

    pages: int
    sha256: str
    bytes: int


def write_document(
    document: Document,
    out: Path,
    fonts: Fonts,
    *,
    made_at: dt.datetime,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    disk: Disk | None = None,
) -> ReportFacts:
    """Writes the document to `out`, replacing what is there, and returns the facts of the file as read back from the disk.

    `progress` hears (done, total). Raises ReportCancelled soon after `cancelled` answers True, and ReportError; in both cases
    what was at `out` is there still.
    """
    styles = Styles(fonts)
    steps = _Steps(len(document.blocks), progress, cancelled)
    pages = pages_of(document, styles, steps.shaped)
    steps.pages = len(pages)
    content = draw(document, pages, styles, made_at, steps.drawn)
    _check(content, pages)
    return _written(content, out, disk or Disk(), pages)


class _Steps:
    """Progress in two halves, shaping blocks and drawing pages, with a look at `cancelled` at each step."""

    def __init__(self, blocks: int, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        self.pages = 1
        self._blocks = blocks
        self._progress = progress
        self._cancelled = cancelled

    def shaped(self, blocks: int) -> None:
        self._step(blocks)

    def drawn(self, pages: int) -> None:
        self._step(self._blocks + self._blocks * pages // self.pages)

    def _step(self, done: int) -> None:
        if self._cancelled():
            raise ReportCancelled
        self._progress(done, 2 * self._blocks)


def _check(content: bytes, pages: list[Page]) -> None:
    try:
        check_shown(content, [frozenset(ref for _, row in page.placed for ref in row.shows) for page in pages])
    except PdfDamaged as error:
        raise ReportError(FAILED_CHECK) from error


def _written(content: bytes, out: Path, disk: Disk, pages: list[Page]) -> ReportFacts:
    try:
        # A folder on a stick or a network drive may refuse to be synced. The file itself was, and it can be made again.
        with suppress(NotSynced):
            write_whole(disk, out, content)
        kept = out.read_bytes()
    except OSError as error:
        raise not_written(error, out) from error
    if kept != content:
        raise ReportError(FAILED_CHECK)
    return ReportFacts(len(pages), hashlib.sha256(kept).hexdigest(), len(kept))
