"""One evidence entry with everything that is known of it, for the page that shows it in full."""

import datetime as dt
from typing import Literal

import msgspec

from wellled_desktop.inspection.read_models.evidence import EvidenceEntry
from wellled_desktop.inspection.read_models.lines import NoteLine
from wellled_desktop.inspection.read_models.requests import Request

EntryField = Literal[
    "title", "source_kind", "owner", "dated", "period", "received_on", "received_how", "remarks", "request", "links",
    "retracted",
]  # fmt: skip


class Link(msgspec.Struct, frozen=True):
    """A framework node an entry is linked to, and which way the entry points there."""

    node: str
    other_way: bool = False


class EntryChange(msgspec.Struct, frozen=True):
    """A change of one field of an entry: what it said and what it has said since, "" for nothing; of links, all of them.

    Days are in ISO form, a request by its number. Of `retracted` only `reason` says anything, and `after` is "yes" or "".
    """

    at: dt.datetime
    author: str
    field: EntryField
    before: str = ""
    after: str = ""
    links_before: tuple[Link, ...] = ()
    links_after: tuple[Link, ...] = ()
    reason: str | None = None


class EntryWhole(msgspec.Struct, frozen=True):
    """`changes` are oldest first; `cited` are the lines, not retracted, whose words name the entry by its number."""

    entry: EvidenceEntry
    changes: tuple[EntryChange, ...] = ()
    request: Request | None = None
    cited: tuple[NoteLine, ...] = ()
