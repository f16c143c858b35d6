"""What is looked for, as understood: words, phrases, marks, what must not be there, and a number that names one thing."""

from typing import Literal

import msgspec

Numbered = Literal["line", "session", "entry", "request"]


class Phrase(msgspec.Struct, frozen=True):
    """Words side by side; `begun`: the last of them is only a beginning."""

    words: tuple[str, ...]
    begun: bool = False


class Term(msgspec.Struct, frozen=True):
    """Either all of `own`, as typed, or any of `others`, which the framework calls the same."""

    own: tuple[Phrase, ...]
    others: tuple[Phrase, ...] = ()

    @property
    def typed(self) -> str:
        return " ".join(" ".join(phrase.words) for phrase in self.own)


class Mark(msgspec.Struct, frozen=True):
    """Any of these marks; `beginnings` are of marks that may go on."""

    exact: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()


class Named(msgspec.Struct, frozen=True):
    """The one thing that a number names: S-03, E-014, R-007, or S-03 l.27 with the line's own number in `line`."""

    kind: Numbered
    number: int
    line: int = 0


class Unclear(msgspec.Struct, frozen=True):
    """A filter whose value says nothing, as typed: is:foo; and what is said of it."""

    typed: str
    said: str


class Query(msgspec.Struct, frozen=True):
    """All of `terms` and `marks`, and none of what is `without`; `quoted`: some of the words are meant as they stand.

    `marks_typed` are the words of each of the `marks`, as typed: in:W3. While a filter is `unclear` nothing is looked for.
    `as_words`: what looks like a filter and is looked for as words. `is_node`: it is the id of a part of the framework, of
    which `no_such_node` says, in a sentence, that there is none. `from_goes_with`: what from: goes with, where it may be nobody.
    """

    typed: str = ""
    terms: tuple[Term, ...] = ()
    marks: tuple[Mark, ...] = ()
    marks_typed: tuple[str, ...] = ()
    without: tuple[Phrase, ...] = ()
    without_marks: tuple[Mark, ...] = ()
    named: Named | None = None
    quoted: bool = False
    unclear: tuple[Unclear, ...] = ()
    as_words: tuple[str, ...] = ()
    is_node: bool = False
    no_such_node: str = ""
    from_goes_with: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing that was meant to be looked for."""
        return not (self.terms or self.marks or self.without or self.without_marks or self.named or self.unclear)

    @property
    def can_be_asked(self) -> bool:
        return not (self.is_empty or self.unclear)
