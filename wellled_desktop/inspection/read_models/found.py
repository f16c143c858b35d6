"""What was found in the record and in the text of its documents."""

import datetime as dt
from typing import Literal

import msgspec

FoundKind = Literal[
    "session", "participant", "name", "entry", "attachment", "request", "line", "question", "answer", "worry", "risk",
    "finding", "judgement", "local node", "page",
]  # fmt: skip


class FoundItem(msgspec.Struct, frozen=True):
    """One thing found. `ref` is what people call it (S-03 l.27, E-014 p. 214; a session's number for what belongs to one).

    `id` is the record's own: of an answer its field, of a judgement the node, of a page its attachment.
    `marked` are the places in `snippet`, from and up to, that are what was looked for. A participant's snippet may hold a name.
    """

    kind: FoundKind
    id: str
    ref: str
    session_id: str | None
    snippet: str
    marked: tuple[tuple[int, int], ...]
    when: dt.datetime | None
    retracted: bool = False
    page: int | None = None


class NoSuchThing(msgspec.Struct, frozen=True):
    """A number that nothing has, as people write it; and the `first` and the `last` that there are, "" where there is none.

    Of a line: those `of` its session.
    """

    kind: Literal["line", "session", "entry", "request"]
    ref: str
    first: str = ""
    last: str = ""
    of: str = ""


class Found(msgspec.Struct, frozen=True):
    """Best first: what was named by its number, then by kind, the best of each kind first. `more`: there is more than this.

    `named`: the first is what the number names; `no_such`: nothing has the number. `carried_by_nothing` and `lacking`, where
    nothing was found: those marks, and those words, as typed, that nothing carries and nothing has.
    """

    items: tuple[FoundItem, ...] = ()
    more: bool = False
    carried_by_nothing: tuple[str, ...] = ()
    named: bool = False
    no_such: NoSuchThing | None = None
    lacking: tuple[str, ...] = ()
