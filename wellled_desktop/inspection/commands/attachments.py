"""Attachments of evidence entries, and the plan of who reads which pages."""

import msgspec

from wellled_desktop.inspection.commands.since import Since
from wellled_desktop.inspection.words import ReadingState


class AttachFile(msgspec.Struct, frozen=True, tag=True):
    """A file that is already kept in the vault, whole and on disk. `sha256` is of its content, in hex; `size` in bytes.

    `necessity` says why a photo or record that may identify a patient had to be taken.
    """

    id: str
    entry: str
    sha256: str
    size: int
    name: str
    media_type: str = ""
    necessity: str = ""


class NoteNecessity(msgspec.Struct, frozen=True, tag=True):
    attachment: str
    necessity: str


class RetractAttachment(msgspec.Struct, frozen=True, tag=True):
    attachment: str
    reason: str
    since: Since | None = None


class RestoreAttachment(msgspec.Struct, frozen=True, tag=True):
    attachment: str
    reason: str


class PlanReading(msgspec.Struct, frozen=True, tag=True):
    """Pages of an evidence entry for somebody of the team to read, both ends included; `reader` may be "" for nobody yet.

    `attachment` is which of the entry's files they are of; "" where it has one, or the paper is not attached.
    """

    id: str
    entry: str
    first_page: int
    last_page: int
    reader: str = ""
    attachment: str = ""


class ChangeReading(msgspec.Struct, frozen=True, tag=True):
    """What is None stays as it is."""

    part: str
    first_page: int | None = None
    last_page: int | None = None
    reader: str | None = None


class SetReading(msgspec.Struct, frozen=True, tag=True):
    part: str
    state: ReadingState
    since: Since | None = None


class WithdrawReading(msgspec.Struct, frozen=True, tag=True):
    """Takes the part off the plan."""

    part: str
    since: Since | None = None


class ReturnReading(msgspec.Struct, frozen=True, tag=True):
    part: str
