"""What a report consists of, engine-neutral: an ordered list of blocks of plain text. How they look is in `layout`.

No block holds markup: what an inspector typed is text from here to the page, never instructions to an engine.
"""

from typing import Literal

import msgspec


class Cover(msgspec.Struct, frozen=True):
    """The first page: what this is about, and the facts one needs before reading on."""

    title: str
    subject: str
    day: str
    facts: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, str], ...]
    cautions: tuple[str, ...]


class Contents(msgspec.Struct, frozen=True):
    """Where the list of contents stands; the layout fills it from the headings. `remark` stands under it."""

    title: str
    remark: str = ""


class Heading(msgspec.Struct, frozen=True):
    """A section. `label` is an id that hangs in the margin (W1); `standing` says in a sentence what the section is about."""

    text: str
    anchor: str
    label: str = ""
    standing: str = ""
    aside: str = ""


class NodeHeading(msgspec.Struct, frozen=True):
    """One node of the framework, with its id in the margin, over what is linked to it; `under` introduces a nested item."""

    node: str
    text: str
    anchor: str
    under: str = ""


class SmallHeading(msgspec.Struct, frozen=True):
    """`aside` explains, after the heading, how what follows is to be read."""

    text: str
    aside: str = ""


class Words(msgspec.Struct, frozen=True):
    """A paragraph. With `introduces` it stays on the page of what follows."""

    text: str
    quiet: bool = False
    introduces: bool = False


class Earlier(msgspec.Struct, frozen=True):
    """What was done to a line after it was written; after an amendment, also how the line stood before it."""

    change: str
    before: str = ""


class Line(msgspec.Struct, frozen=True):
    """A note line in full. `said` is its type and speaker's role; `marks` are words (Claim, Concern); `notes` the rest."""

    ref: str
    anchor: str
    time: str
    text: str
    said: str
    marks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    retracted: str | None = None
    inference: bool = False


class Pointer(msgspec.Struct, frozen=True):
    """A line that is printed in full elsewhere: its id, the place, and the anchor whose page number is shown."""

    ref: str
    place: str
    anchor: str


class Pointers(msgspec.Struct, frozen=True):
    intro: str
    pointers: tuple[Pointer, ...]


class Column(msgspec.Struct, frozen=True):
    """`share` is the column's part of the width.

    The cells of a "strong" column are ids, never broken; those of a "page" column are anchors, shown as page numbers.
    """

    title: str
    share: float
    kind: Literal["text", "strong", "page"] = "text"


class TableRow(msgspec.Struct, frozen=True):
    """`ref` is the id by which the row must be found again; `outline` puts it among the bookmarks."""

    cells: tuple[str, ...]
    ref: str = ""
    anchor: str = ""
    outline: str = ""


class Table(msgspec.Struct, frozen=True):
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]


class Facts(msgspec.Struct, frozen=True):
    """Label and value pairs, kept on one page."""

    pairs: tuple[tuple[str, str], ...]


class NewPage(msgspec.Struct, frozen=True):
    """What follows begins a page of its own."""


class ToWrite(msgspec.Struct, frozen=True):
    """Something to raise, for paper: `label` in the margin, why it is there, boxes to tick, and `lines` ruled to write on.

    With no text there are the lines alone. A tick is a word and whether its box is ticked already. `ref` is the id by which
    it must be found again.
    """

    label: str
    text: str
    why: str = ""
    ticks: tuple[tuple[str, bool], ...] = ()
    lines: int = 2
    ref: str = ""


Block = (
    Cover
    | Contents
    | Heading
    | NodeHeading
    | SmallHeading
    | Words
    | Line
    | Pointers
    | Table
    | Facts
    | NewPage
    | ToWrite
)


class Document(msgspec.Struct, frozen=True):
    """A whole report. `running_*` stand at the head and foot of each page; with `running_section` the heading a page stands under
    does too, so that loose sheets of paper can be put together again.
    """

    title: str
    author: str
    subject: str
    marking: str
    running_left: str
    running_right: str
    running_foot: str
    running_record: str
    blocks: tuple[Block, ...]
    running_section: bool = False
