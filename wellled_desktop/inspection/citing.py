"""A citation of an evidence entry in a note line: “E-014 p. 214 ¶ 3: “its words””. How it is put, found again and counted.

Knows nothing of files: the words of a page are handed in.
"""

import re
from collections.abc import Iterable

import msgspec

from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.inspection.read_models import EvidenceEntry, ReadingPart, Session

MOST_QUOTED = 300
"""Characters of a quote: as much as a reader takes in at a glance."""
_CITED = re.compile(
    r"(?<![\w-])E-(?P<entry>\d{3,6})(?!\d)(?:,? “(?P<file>[^”]*)”)?"
    r"(?:,? (?P<on>(?i:p(?:age)?)\.? ?)(?P<page>\d{1,6}))?"
    r"(?:,? (?P<of>¶ ?|(?i:para(?:graph)?)\.? ?)(?P<paragraph>\d{1,6}))?(?:: ?“(?P<quote>[^”]*)”)?"
)


class Citation(msgspec.Struct, frozen=True):
    """`ref` is the entry's number as people say it; `page` and `paragraph` count from 1, or are None where there is none.

    `file` is the name of which of the entry's files is meant, or "" where it has no more than one, or all of it is meant.
    """

    ref: str
    page: int | None = None
    paragraph: int | None = None
    quote: str = ""
    file: str = ""

    @property
    def place(self) -> str:
        """E-014 p. 214 ¶ 3; of an entry with several files E-014 “Board pack.pdf” p. 214 ¶ 3."""
        file = f" “{self.file_as_cited}”" if self.file_as_cited else ""
        page = f" p. {self.page}" if self.page is not None else ""
        return self.ref + file + page + (f" ¶ {self.paragraph}" if self.paragraph is not None else "")

    @property
    def file_as_cited(self) -> str:
        """The file's name as it stands in a line."""
        return _inside(self.file)

    @property
    def words(self) -> str:
        """As it stands in a line."""
        return with_quote(self.place, self.quote)


def with_quote(said: str, quote: str) -> str:
    """What is said, and after it the quote in quotation marks; those within it become single ones, so that its end is found."""
    inside = _inside(quote)
    return f"{said}: “{inside}”" if inside else said


def _inside(words: str) -> str:
    """Words that can stand in quotation marks, on one line."""
    return " ".join(words.replace("“", "‘").replace("”", "’").split())


def of_files(citation: Citation, files: int) -> Citation:
    """The citation with the file's name only where the entry has more than one file: `files` of them."""
    return citation if files > 1 else msgspec.structs.replace(citation, file="")


def citations_in(text: str) -> tuple[Citation, ...]:
    """The citations that stand in the words of a line, in order."""
    return tuple(
        Citation(
            f"E-{found['entry']}",
            _number(found["page"]),
            _number(found["paragraph"]),
            found["quote"] or "",
            found["file"] or "",
        )
        for found in _CITED.finditer(text)
    )


def with_signs(text: str) -> str:
    """The text with the citations in it as they are put: E-014 p. 9 ¶ 3, where “page 9 para 3” was typed."""
    kept, at = "", 0
    for found in _CITED.finditer(text):
        for typed, number, sign in (("on", "page", "p. "), ("of", "paragraph", "¶ ")):
            if found[typed]:
                kept, at = kept + text[at : found.start(typed)] + sign, found.start(number)
    return kept + text[at:]


def beyond_plan(citation: Citation, parts: Iterable[ReadingPart], attachment: str = "") -> str:
    """That the reading plan ends before the page that is cited, in a sentence; "" where it does not, or knows of no end.

    `parts` are those of the entry; of a file, with the id `attachment`, the plan knows by what is of it, or of no file.
    """
    last = max((one.last_page for one in parts if (one.attachment_id or "") in ("", attachment)), default=0)
    if citation.page is None or not last or citation.page <= last:
        return ""
    return f"The reading plan of {citation.ref} ends at p. {last}, so there is no p. {citation.page} to cite."


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


def paragraphs(text: str) -> tuple[str, ...]:
    """Those of a text that has one on each line, as of a Word document."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(line for line in lines if line)


def first_paragraphs(parts: Iterable[str]) -> tuple[int, ...]:
    """The number of the first paragraph of each part of a text that has a paragraph on each line, counted through all of it.

    A part that was cut off between two words of a line goes on with its paragraph in the next part, under the same number.
    """
    firsts: list[int] = []
    first = 1
    for part in parts:
        firsts.append(first)
        first += len(paragraphs(part)) - (part.endswith(" ") and bool(part.strip()))
    return tuple(firsts)


def check_citable(entry: EvidenceEntry) -> None:
    """Raises RuleBroken for an entry that was retracted."""
    if entry.retracted_at is not None:
        raise RuleBroken(f"{entry.ref} is retracted, so it was not cited; put it back first.")


def session_to_cite_in(sessions: tuple[Session, ...]) -> Session | None:
    """That in which what is read now is noted: under way, the last begun first; else the one begun last; else one for reading
    that is planned. None: there is none of these. What was signed off stays as it was signed.
    """
    going = [one for one in sessions if one.cancelled_at is None and one.signed_off_at is None]
    begun = [one for one in going if one.started_at is not None]
    under_way = [one for one in begun if one.state in ("under way", "paused")]
    last = max(under_way or begun, key=lambda one: (one.started_at, one.number), default=None)
    return last or next((one for one in going if one.kind == "observation" and not one.roles), None)
