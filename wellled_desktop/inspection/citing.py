"""A citation of an evidence entry in a note line: “E-014 p. 214 ¶ 3: “its words””. How it is put, found again and counted.

Knows nothing of files: the words of a page are handed in.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

import msgspec

from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.inspection.read_models import EvidenceEntry, Session

MOST_QUOTED = 300
"""Characters of a quote: as much as a reader takes in at a glance."""
_SHORT, _NEARLY_FULL = 0.6, 0.85
"""Of the longest line on the page: a line within a paragraph is hardly ever shorter than this, nor a sentence's last one."""
_ITEM = re.compile(r"(?:[•▪‣·*–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+\S|\d{1,2}(?:\.\d{1,3})+\s+\S")
_ENDS = re.compile(r"[.!?:;][”’\"')\]]*$")
_HYPHENS = ("\u00ad", "\ufffe")
"""At the end of a line; the second is PDFium's."""
_CITED = re.compile(
    r"(?<![\w-])E-(?P<entry>\d{3,6})(?!\d)(?:,? p\. ?(?P<page>\d{1,6}))?(?:,? ¶ ?(?P<paragraph>\d{1,6}))?"
    r"(?:: ?“(?P<quote>[^”]*)”)?"
)


class Citation(msgspec.Struct, frozen=True):
    """`ref` is the entry's number as people say it; `page` and `paragraph` count from 1, or are None where there is none."""

    ref: str
    page: int | None = None
    paragraph: int | None = None
    quote: str = ""

    @property
    def place(self) -> str:
        """E-014 p. 214 ¶ 3."""
        page = f" p. {self.page}" if self.page is not None else ""
        return self.ref + page + (f" ¶ {self.paragraph}" if self.paragraph is not None else "")

    @property
    def words(self) -> str:
        """As it stands in a line."""
        return with_quote(self.place, self.quote)


def with_quote(said: str, quote: str) -> str:
    """What is said, and after it the quote in quotation marks; those within it become single ones, so that its end is found."""
    inside = " ".join(quote.replace("“", "‘").replace("”", "’").split())
    return f"{said}: “{inside}”" if inside else said


def citations_in(text: str) -> tuple[Citation, ...]:
    """The citations that stand in the words of a line, in order."""
    return tuple(
        Citation(f"E-{found['entry']}", _number(found["page"]), _number(found["paragraph"]), found["quote"] or "")
        for found in _CITED.finditer(text)
    )


def _number(written: str | None) -> int | None:
    return int(written) if written else None


def quoted(words: str, most: int = MOST_QUOTED) -> str:
    """The words on one line, cut between two of them where there are more than `most` characters."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    at = cut.rfind(" ") if line[most - 1] != " " else len(cut)
    return f"{cut[:at] if at > 0 else cut}…"


def paragraphs(page: str, *, by_line: bool = False) -> tuple[str, ...]:
    """The paragraphs of a page's text, each on one line; `by_line` where the text has one on each line, as of a Word document.

    A PDF knows lines alone. A paragraph ends with an empty line, and with one that is short, or that ends a sentence before the
    right margin, unless the next begins with a small letter. It begins with an item of a list. The same text gives the same
    paragraphs, wherever it is read.
    """
    lines = [" ".join(line.split()) for line in page.splitlines()]
    if by_line:
        return tuple(line for line in lines if line)
    longest = max(map(len, lines), default=0)
    found: list[list[str]] = [[]]
    for line, following in pairwise([*lines, ""]):
        if not line or _ITEM.match(line):
            found.append([])
        if line:
            found[-1].append(line)
        if _is_last(line, following, longest):
            found.append([])
    return tuple(_joined(one) for one in found if one)


def _is_last(line: str, following: str, longest: int) -> bool:
    """Whether a paragraph ends with the line, as far as lines tell."""
    if line.endswith(_HYPHENS) or following[:1].islower():
        return False
    return len(line) < longest * (_NEARLY_FULL if _ENDS.search(line) else _SHORT)


def first_paragraphs(parts: Iterable[str]) -> tuple[int, ...]:
    """The number of the first paragraph of each part of a text that has a paragraph on each line, counted through all of it.

    A part that was cut off between two words of a line goes on with its paragraph in the next part, under the same number.
    """
    firsts: list[int] = []
    first = 1
    for part in parts:
        firsts.append(first)
        first += len(paragraphs(part, by_line=True)) - (part.endswith(" ") and bool(part.strip()))
    return tuple(firsts)


def _joined(lines: list[str]) -> str:
    """A soft hyphen at the end of a line was put there for the line alone."""
    return re.sub(f"[{''.join(_HYPHENS)}] ?", "", " ".join(lines))


def check_citable(entry: EvidenceEntry) -> None:
    """Raises RuleBroken for an entry that was retracted."""
    if entry.retracted_at is not None:
        raise RuleBroken(f"{entry.ref} is retracted, so it was not cited; put it back first.")


def session_to_cite_in(sessions: tuple[Session, ...]) -> Session | None:
    """That in which what is read now is noted: under way, the last begun first; else the one begun last; else one for reading
    that is planned. None: there is none of these.
    """
    going = [one for one in sessions if one.cancelled_at is None]
    begun = [one for one in going if one.started_at is not None]
    under_way = [one for one in begun if one.state in ("under way", "paused")]
    last = max(under_way or begun, key=lambda one: (one.started_at, one.number), default=None)
    return last or next((one for one in going if one.kind == "observation" and not one.roles), None)
