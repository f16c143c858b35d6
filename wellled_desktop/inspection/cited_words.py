"""Whether what is cited stands where the citation says: its paragraph, and its quote, in the words of a document.

Knows nothing of files: the words are handed in. A space, a hyphen or a quotation mark more or less makes no difference, as lines
are broken otherwise where they are typed.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from wellled_desktop.inspection.citing import Citation

_MOST_NAMED = 3
_SHOWN = 60
"""Characters of a quote, in a sentence about it."""
_LEFT_OUT = re.compile(r"\[?(?:…|\.\.\.)\]?")
_MARKS = re.compile("[“”„‟\"‘’‚‛'`´«»‹›\u00ad]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_BETWEEN_FIGURES = re.compile(r"(?<!\d)[-\s]+|[-\s]+(?!\d)")
"""What is left out: not a space or a hyphen between two figures, for 3-5 is not 35."""


class DocumentRead(msgspec.Struct, frozen=True):
    """What is known of a document. `pages` are the words of each of its pages where it is `numbered`, else of its parts.

    `paragraphs` are those that have a number: on the page that is cited, or in all of a document without pages. `whole` says that
    nothing of it was left out.
    """

    name: str
    pages: tuple[str, ...] = ()
    numbered: bool = False
    paragraphs: tuple[str, ...] = ()
    whole: bool = True


class Checked(msgspec.Struct, frozen=True):
    """`objection` says what is not as it is cited, `unchecked` what could not be looked up; each a sentence, or ""."""

    objection: str = ""
    unchecked: str = ""


def checked(citation: Citation, read: DocumentRead) -> Checked:
    """What is to be said of the paragraph and the quote of the citation, whose page the document has."""
    if citation.paragraph is None and not any(_pieces(citation.quote)):
        return Checked()
    page = citation.page if read.numbered else None
    here = _words_here(page, read)
    if not here.strip():
        where = _where(page, read)
        return Checked(unchecked=f"The words of {where} could not be read, so what is cited was not checked.")
    return Checked(_no_such_paragraph(citation, page, read) or _misquoted(citation, page, here, read))


def no_such_page(name: str, page: int, pages: int) -> str:
    """That the document `name` has not so many pages; "" where it has."""
    if page <= pages:
        return ""
    return f"{_quoted(name)} has {_counted(pages, 'page')}, so there is no page {page:,} in it."


def folded(words: str) -> str:
    """The words as they are compared."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", words).casefold())
    spaced = re.sub(r"\s*-\s*", "-", " ".join(_DASHES.sub("-", plain).split()))
    return _BETWEEN_FIGURES.sub("", spaced)


def stands_in(quote: str, words: str) -> bool:
    """All of the quote, one piece after the other where it leaves out what is between them."""
    within, at = folded(words), 0
    for piece in _pieces(quote):
        found = within.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def _words_here(page: int | None, read: DocumentRead) -> str:
    """Those of the page, or of all. Paragraphs come after the words as they stand, which may be in another order."""
    words = read.pages if page is None else read.pages[page - 1 : page]
    return "\n".join((*words, *read.paragraphs))


def _no_such_paragraph(citation: Citation, page: int | None, read: DocumentRead) -> str:
    """Of a document that was read in part it is not known how many paragraphs come after."""
    number, count = citation.paragraph, len(read.paragraphs)
    if number is None or number <= count or not count or (page is None and not read.whole):
        return ""
    there = "There is" if count == 1 else "There are"
    inside = "in" if page is None else "on"
    return f"{there} {_counted(count, 'paragraph')} {inside} {_where(page, read)}, so there is no ¶ {number:,}."


def _misquoted(citation: Citation, page: int | None, here: str, read: DocumentRead) -> str:
    said = _quoted(citation.quote, _SHOWN)
    if stands_in(citation.quote, here):
        holding = [] if citation.paragraph is None else _holding(citation.quote, read.paragraphs)
        if not holding or citation.paragraph in holding:
            return ""
        return f"{said} stands in {_listed('¶', holding)} of {_where(page, read)}, not in ¶ {citation.paragraph:,}."
    if page is None:
        return f"{said} stands nowhere in {_where(page, read, whole=True)}."
    others = [number for number, words in enumerate(read.pages, 1) if stands_in(citation.quote, words)]
    nowhere = ", nor on any other page" + ("" if read.whole else " that could be read")
    elsewhere = f"; it stands on {_listed('page', others)}" if others else nowhere
    return f"{said} does not stand on {_where(page, read)}{elsewhere}."


def _holding(quote: str, paragraphs: Sequence[str]) -> list[int]:
    """The numbers of the paragraphs in which some of the quote stands."""
    text, ends = "", list[int]()
    for paragraph in paragraphs:
        more = folded(paragraph)
        text += f" {more}" if text[-1:].isdigit() and more[:1].isdigit() else more
        ends.append(len(text))
    found: set[int] = set()
    for piece in _pieces(quote):
        for at in _places(piece, text):
            found |= set(range(bisect_right(ends, at) + 1, bisect_left(ends, at + len(piece)) + 2))
    return sorted(found)


def _places(piece: str, text: str) -> Iterator[int]:
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


def _pieces(quote: str) -> list[str]:
    return [piece for piece in map(folded, _LEFT_OUT.split(quote)) if piece]


def _where(page: int | None, read: DocumentRead, *, whole: bool = False) -> str:
    name = _quoted(read.name)
    if page is not None:
        return f"page {page:,} of {name}"
    return f"what could be read of {name}" if whole and not read.whole else name


def _listed(what: str, numbers: Sequence[int]) -> str:
    """Page 12; pages 12 and 40; ¶ 3, 4, 5 and others."""
    named = [f"{number:,}" for number in numbers[:_MOST_NAMED]]
    *first, last = [*named, *(["others"] if len(numbers) > _MOST_NAMED else [])]
    several = "s" if what == "page" and len(numbers) > 1 else ""
    return f"{what}{several} " + (f"{', '.join(first)} and {last}" if first else last)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _quoted(words: str, most: int = 80) -> str:
    line = " ".join(words.replace("“", "‘").replace("”", "’").split())
    return f"“{line[:most]}…”" if len(line) > most + 1 else f"“{line}”"
