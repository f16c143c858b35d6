"""What the record holds on the prompts, already counted: light rows without any text but the claims'."""

import msgspec

from wellled_desktop.inspection.proof import Standing
from wellled_desktop.inspection.triangulation.sources import Source
from wellled_desktop.inspection.words import SourceKind


class LinesHeld(msgspec.Struct, frozen=True, gc=False):
    """`count` lines of one session (its number) that are linked to a node, come from one source and point one way.

    `speaker` tells those apart who said something in one session; None where nobody did.
    """

    node: str
    source: Source
    other_way: bool
    count: int
    session: int
    speaker: int | None = None


class EntriesHeld(msgspec.Struct, frozen=True):
    node: str
    kind: SourceKind
    other_way: bool
    count: int


class FindingsHeld(msgspec.Struct, frozen=True):
    node: str
    other_way: bool
    count: int


class ClaimHeld(msgspec.Struct, frozen=True):
    """A claim that stands, whatever it is linked to. `answered`: a request made for it was received, or an entry answers it."""

    line: str
    session: str
    ref: str
    text: str
    role: str | None
    tags: tuple[str, ...]
    answered: bool


class HeldRows(msgspec.Struct, frozen=True):
    lines: tuple[LinesHeld, ...] = ()
    entries: tuple[EntriesHeld, ...] = ()
    findings: tuple[FindingsHeld, ...] = ()
    claims: tuple[ClaimHeld, ...] = ()
    standing: Standing = Standing()
