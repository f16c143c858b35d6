"""Attachments of evidence entries, and the reading plan."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.words import ReadingState


class Attachment(msgspec.Struct, frozen=True):
    """A file kept in the vault under the SHA-256 of its content; `size` in bytes, `entry_ref` as people say it (E-014)."""

    id: str
    entry_id: str
    entry_ref: str
    sha256: str
    size: int
    name: str
    media_type: str
    necessity: str
    added_at: dt.datetime
    day: dt.date
    author: str
    retracted_at: dt.datetime | None = None
    retraction_reason: str | None = None


class ReadingPart(msgspec.Struct, frozen=True):
    """Pages of an entry that somebody reads; `reader` is "" while nobody does. `state_at` is when `state` was set.

    `file` is the name of which of the entry's files they are of; None where that was not said.
    """

    id: str
    entry_id: str
    entry_ref: str
    entry_title: str
    first_page: int
    last_page: int
    reader: str
    state: ReadingState
    state_at: dt.datetime
    author: str
    withdrawn_at: dt.datetime | None = None
    attachment_id: str | None = None
    file: str | None = None

    @property
    def pages(self) -> str:
        return (
            f"p. {self.first_page}" if self.first_page == self.last_page else f"p. {self.first_page}–{self.last_page}"
        )
