"""How much is spent on one document. A hostile one is given up at these limits; an ordinary one stays far below them."""

import msgspec

MOST_BYTES = 256 << 20
MOST_CHARACTERS = 20_000_000
MOST_ON_A_PAGE = 1_000_000
MOST_SHOWN = 50_000
"""Characters of a page that is shown: ten times what a full one has. A million would take seconds to be laid out."""
MOST_PAGES = 20_000
MOST_PIXELS = 120_000_000
MOST_UNPACKED = 512 << 20
MOST_PARTS = 10_000
WIDEST = 4_096
"""Pixels of a preview, across and down."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """`seconds` by the wall clock between one answer and the next, and of the processor for the whole of it;
    `memory` is the address space in bytes, of which Python and the libraries take some 300 MB."""

    seconds: float
    processor_seconds: int
    memory: int = 1536 << 20


TEXT = Limits(seconds=60, processor_seconds=90)
PREVIEW = Limits(seconds=20, processor_seconds=600)
POSITION = Limits(seconds=60, processor_seconds=60)
