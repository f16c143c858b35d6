"""Where in a document one is, as the window knows it: an entry, its attachment, a page, and the words that were looked for."""

from typing import NamedTuple

import msgspec

from wellled_desktop.ui.places import Place

_BETWEEN = "#"


class LeftAt(NamedTuple):
    """Where in a document one was: what was looked for there, and the place of the paragraph that was chosen, from 0."""

    page: int
    looked_for: str
    paragraph: int


class DocumentPlace(msgspec.Struct, frozen=True):
    """`page` counts from 1; of a document without pages it is its part. `words` are to be marked, with blanks between them."""

    entry: str
    attachment: str
    page: int = 1
    words: str = ""

    @property
    def place(self) -> Place:
        parts = [self.entry, self.attachment, str(self.page), *([self.words] if self.words else [])]
        return Place("evidence", selected=_BETWEEN.join(parts))


def document_place(place: Place) -> DocumentPlace | None:
    """What `place` says of a document; None where it is of something else."""
    entry, _, rest = place.selected.partition(_BETWEEN)
    attachment, _, rest = rest.partition(_BETWEEN)
    page, _, words = rest.partition(_BETWEEN)
    if place.page != "evidence" or place.key or not (entry and attachment):
        return None
    return DocumentPlace(entry, attachment, max(1, int(page[:6])) if page[:6].isdecimal() else 1, words)
