"""Takes the words of what is attached into the search, one document after another; for a thread of its own."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing

import msgspec

from wellled_desktop.exchange.documents.limits import MOST_BYTES
from wellled_desktop.exchange.documents.sentences import NOT_IN_SEARCH, sentence
from wellled_desktop.exchange.documents.text import Cancelled, DocumentText, never, read_text
from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.store.weighing_reading import attachments
from wellled_desktop.vault.errors import AttachmentDamaged
from wellled_desktop.vault.opened import OpenInspection

READER = "1"
"""Which documents can be read, and how far, changes with this: what another one left out is tried anew."""
_NOT_FOR_GOOD = ""

Progress = Callable[[int, int], None]
"""Told how many documents of how many are done."""


class ReadDocument(msgspec.Struct, frozen=True):
    """What became of one content; `unread` is the sentence that says why nothing or not all was read, or empty."""

    sha256: str
    name: str
    pages: int = 0
    unread: str = ""


def read_documents(
    inspection: OpenInspection,
    *,
    progress: Progress = lambda _done, _total: None,
    cancelled: Cancelled = never,
    again: bool = False,
) -> Iterator[ReadDocument]:
    """Reads what is attached and was not read before, and gives what became of each once the search knows it.

    What could not be read is remembered with its reason and not tried again, unless `again` asks for it. Once `cancelled` it
    ends. Raises StoreError, VaultLocked, OSError; what was given before is in the search.
    """
    standing = _standing(inspection)
    if not standing:
        return
    with closing(inspection.documents()) as documents:
        documents.forget_unread(by=_NOT_FOR_GOOD if again else READER)
        indexed = documents.indexed()
        waiting = [one for one in standing if one.sha256 not in indexed]
        for done, attachment in enumerate(waiting):
            progress(done, len(waiting))
            text, by = _text(inspection, attachment, cancelled)
            try:
                pages = _unless(cancelled, text.pages)
                documents.index_document(attachment.sha256, pages, numbered=text.numbered, unread=text.unread, by=by)
            except _Cancelled:
                return
            yield ReadDocument(attachment.sha256, attachment.name, len(text.pages), text.unread)
        progress(len(waiting), len(waiting))


class _Cancelled(Exception):
    """Nothing of this document was taken in."""


def _unless(cancelled: Cancelled, pages: Iterable[str]) -> Iterator[str]:
    """The pages. Raises _Cancelled, also before the first one."""
    for page in pages:
        if cancelled():
            raise _Cancelled
        yield page
    if cancelled():
        raise _Cancelled


def _standing(inspection: OpenInspection) -> list[Attachment]:
    """One attachment of each content that is not retracted, the first one first."""
    with closing(inspection.reader()) as reader:
        standing = reader.read(attachments)
    return list({one.sha256: one for one in reversed(standing)}.values())[::-1]


def _text(inspection: OpenInspection, attachment: Attachment, cancelled: Cancelled) -> tuple[DocumentText, str]:
    """The text, and by which reader; what failed here and not in the document is tried anew the next time."""
    if attachment.size > MOST_BYTES:
        return DocumentText(unread=sentence("size", NOT_IN_SEARCH)), READER
    try:
        with inspection.attachments.open(attachment.sha256) as frames:
            text = read_text(frames, attachment.name, attachment.media_type, cancelled)
    except AttachmentDamaged as error:
        return DocumentText(unread=str(error)), _NOT_FOR_GOOD
    return text, _NOT_FOR_GOOD if text.unread == sentence("start", NOT_IN_SEARCH) else READER
