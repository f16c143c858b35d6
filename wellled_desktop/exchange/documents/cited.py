"""Looks up what is cited in the document itself: its page, its paragraph and its quote. Takes up to seconds: for a thread of its
own.
"""

from contextlib import closing

from wellled_desktop.exchange.documents.previews import Preview, Unreadable, can_be_previewed
from wellled_desktop.exchange.documents.text import read_text
from wellled_desktop.exchange.file_names import shown_name
from wellled_desktop.inspection.cited_words import Checked, DocumentRead, checked, no_such_page
from wellled_desktop.inspection.citing import Citation, first_paragraphs, paragraphs
from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.store.documents import IndexedText
from wellled_desktop.vault.errors import AttachmentDamaged
from wellled_desktop.vault.opened import OpenInspection


def look_up(inspection: OpenInspection, file: Attachment, citation: Citation) -> Checked:
    """What is to be said against the citation of the file, and what of it cannot be known. Raises StoreError, VaultLocked."""
    if citation.page is citation.paragraph is None and not citation.quote:
        return Checked()
    look = _on_pages if can_be_previewed(file.media_type, file.name) else _in_words
    try:
        return look(inspection, file, citation)
    except (Unreadable, AttachmentDamaged):
        return Checked(unchecked=f"“{shown_name(file.name)}” could not be read, so what is cited was not checked.")


def _on_pages(inspection: OpenInspection, file: Attachment, citation: Citation) -> Checked:
    """Raises Unreadable, AttachmentDamaged."""
    name, page = shown_name(file.name), citation.page
    with inspection.attachments.open(file.sha256) as frames, Preview.of(frames, file.name, file.media_type) as preview:
        if page is not None and (wrong := no_such_page(name, page, preview.pages)):
            return Checked(wrong)
        found = () if page is None else preview.paragraphs(page)
    if page is None and not citation.quote:  # a paragraph of nobody knows which page
        return Checked()
    numbered = tuple(one.words for one in found if not one.running)
    text = _text(inspection, file) if citation.quote else IndexedText((), "")
    return checked(citation, DocumentRead(name, text.pages, True, numbered, not text.unread))


def _in_words(inspection: OpenInspection, file: Attachment, citation: Citation) -> Checked:
    """Of a document without pages: how many it has on paper nobody knows."""
    text = _text(inspection, file)
    return checked(
        citation, DocumentRead(shown_name(file.name), text.pages, False, _paragraphs(text.pages), not text.unread)
    )


def _text(inspection: OpenInspection, file: Attachment) -> IndexedText:
    """As the search has it; what it has not read yet is read now."""
    with closing(inspection.documents()) as documents:
        known = documents.text_of(file.sha256)
    if known is not None:
        return known
    with inspection.attachments.open(file.sha256) as frames:
        text = read_text(frames, file.name, file.media_type)
    return IndexedText(text.pages, text.unread)


def _paragraphs(parts: tuple[str, ...]) -> tuple[str, ...]:
    """All of them, by their numbers: one that was cut off at the end of a part is one."""
    found: list[str] = []
    for first, part in zip(first_paragraphs(parts), parts, strict=True):
        for number, words in enumerate(paragraphs(part), first):
            if number <= len(found):
                found[number - 1] += f" {words}"
            else:
                found.append(words)
    return tuple(found)
