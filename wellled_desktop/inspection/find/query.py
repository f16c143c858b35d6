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


class Mark(msgspec.Struct, frozen=True):
    """Any of these marks; `beginnings` are of marks that may go on."""

    exact: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()


class Named(msgspec.Struct, frozen=True):
    """The one thing that a number names: S-03, E-014, R-007, or S-03 l.27 with the line's own number in `line`."""

    kind: Numbered
    number: int
    line: int = 0


class Query(msgspec.Struct, frozen=True):
    """All of `terms` and `marks`, and none of what is `without`; `quoted`: some of the words are meant as they stand.

    `marks_typed` are the words of each of the `marks`, as typed: in:W3.
    """

    typed: str = ""
    terms: tuple[Term, ...] = ()
    marks: tuple[Mark, ...] = ()
    marks_typed: tuple[str, ...] = ()
    without: tuple[Phrase, ...] = ()
    without_marks: tuple[Mark, ...] = ()
    named: Named | None = None
    quoted: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing that can be looked for."""
        return not (self.terms or self.marks or self.without or self.without_marks or self.named)
