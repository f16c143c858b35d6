"""Reading what is typed to find something. Whatever it is, it means something: what is no operator is words."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Sequence

import msgspec

from wellled_desktop.framework.finding import words
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.find.aliases import OtherNames
from wellled_desktop.inspection.find.operators import Operators
from wellled_desktop.inspection.find.query import Mark, Named, Numbered, Phrase, Query, Term, Unclear
from wellled_desktop.inspection.find.references import NodeIds

MOST_LETTERS = 300
"""What is typed beyond this many letters is not looked for."""
LEAST_BEGUN = 2
"""A word of fewer letters is looked for whole: a good part of all there is begins with any one letter."""

_PIECE = re.compile(
    r'(?P<minus>-?)(?:(?P<operator>[a-z]+):)?(?:"(?P<quoted>[^"]*)(?P<closed>"?)|(?P<word>\S+))', re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")
_LINE = re.compile(r"s[-‐‑– ]?0*([0-9]{1,6})[ .,]+(?:l(?:ine)?[. ]*)?0*([0-9]{1,7})", re.IGNORECASE)
_ONE = re.compile(r"([ser])[-‐‑– ]?0*([0-9]{1,6})", re.IGNORECASE)
_KINDS: dict[str, Numbered] = {"s": "session", "e": "entry", "r": "request"}


class _Said(msgspec.Struct, frozen=True):
    """Words as they were typed; `quoted` ones are meant as they stand."""

    phrase: Phrase
    quoted: bool


class Reader:
    """Reads by the words of one pack, for an inspection of so many `days` from `start` on by a `team`. Made once: some
    milliseconds.
    """

    def __init__(self, pack: Pack, start: dt.date, days: int = 1, team: Sequence[str] = ()) -> None:
        self._other_names = OtherNames(pack)
        self._ids = NodeIds(pack)
        self._operators = Operators(pack, self._ids, start, days, team)

    def read(self, typed: str) -> Query:
        """What is meant by it. The word being typed, the last one with nothing after it, is a beginning."""
        text = _plain(typed)
        said: list[_Said] = []
        unclear: list[Unclear] = []
        as_words: list[str] = []
        without: list[Phrase] = []
        marks: list[tuple[str, Mark]] = []
        without_marks: list[Mark] = []
        for piece in _PIECE.finditer(text):
            mark = self._mark(piece)
            if mark is not None:
                if piece["minus"]:
                    without_marks.append(mark)
                else:
                    marks.append((piece.group(), mark))
            elif odd := self._unclear(piece, last=not text[piece.end() :].strip()):
                unclear.append(odd)
            elif found := _said(piece, last=piece.end() == len(text)):
                if piece["operator"]:
                    as_words.append(piece.group())
                if piece["minus"]:
                    without.append(msgspec.structs.replace(found.phrase, begun=False))
                else:
                    said.append(found)
        is_node = self._ids.are_of_this_form(text)
        from_nobody = any(typed.casefold().startswith("from:") and not mark.exact for typed, mark in marks)
        return Query(
            typed=typed,
            terms=tuple(self._terms(said)),
            marks=tuple(mark for _, mark in marks),
            marks_typed=tuple(spoken for spoken, _ in marks),
            without=tuple(without),
            without_marks=tuple(without_marks),
            named=_named(text.strip()),
            quoted=any(one.quoted for one in said),
            unclear=tuple(unclear),
            as_words=tuple(as_words),
            is_node=is_node,
            no_such_node=self._ids.none_such(text) if is_node else "",
            from_goes_with=self._operators.goes_with("from") if from_nobody else "",
        )

    def _mark(self, piece: re.Match[str]) -> Mark | None:
        return self._operators.mark(piece["operator"], _content(piece)) if piece["operator"] else None

    def _unclear(self, piece: re.Match[str], *, last: bool) -> Unclear | None:
        """A filter whose value is none, or is yet to come where it is the last; a colon in the midst of words is no filter."""
        if piece["operator"]:
            said = self._operators.goes_with(piece["operator"], _content(piece))
        else:
            operator, colon, rest = _content(piece).partition(":")
            said = self._operators.goes_with(operator) if colon and not rest and last and piece["word"] else ""
        return Unclear(piece.group(), said) if said else None

    def _terms(self, said: Sequence[_Said]) -> Iterator[Term]:
        """Words that are a name together are one term, with its other names."""
        plain = [None if one.quoted else "".join(words(" ".join(one.phrase.words))) for one in said]
        at = 0
        while at < len(said):
            length, others = self._other_names.at(plain, at)
            yield Term(tuple(one.phrase for one in said[at : at + length]), others)
            at += length


def _plain(typed: str) -> str:
    """At most so many letters, each accent with its letter, and straight quotation marks."""
    return unicodedata.normalize("NFC", typed[:MOST_LETTERS]).translate({0x201C: '"', 0x201D: '"', 0x201E: '"'})


def _content(piece: re.Match[str]) -> str:
    found: str = piece["word"] if piece["quoted"] is None else piece["quoted"]
    return found


def _said(piece: re.Match[str], *, last: bool) -> _Said | None:
    """The words of a piece; None where there is none in it. An operator that is none of ours is the first of them."""
    spoken = tuple(_WORD.findall(f"{piece['operator'] or ''} {_content(piece)}"))
    if not spoken:
        return None
    begun = last and not piece["closed"] and len(spoken[-1]) >= LEAST_BEGUN
    return _Said(Phrase(spoken, begun), piece["quoted"] is not None)


def _named(text: str) -> Named | None:
    if line := _LINE.fullmatch(text):
        return Named("line", int(line[1]), int(line[2]))
    if one := _ONE.fullmatch(text):
        return Named(_KINDS[one[1].casefold()], int(one[2]))
    return None
