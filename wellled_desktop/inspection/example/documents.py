"""The documents that come with some of the example's evidence entries, and who of its team reads which pages."""

from collections.abc import Callable, Mapping
from typing import cast

import msgspec

from wellled_desktop.inspection.commands import AttachFile, Command, PlanReading, SetReading
from wellled_desktop.inspection.words import ReadingState


class ExampleDocument(msgspec.Struct, frozen=True):
    """`entry` is the title of the evidence entry that it belongs to."""

    entry: str
    name: str
    media_type: str
    content: bytes


class ExampleReading(msgspec.Struct, frozen=True):
    """Pages, both ends included, of the entry with the title, for one of the team."""

    entry: str
    first_page: int
    last_page: int
    reader: str
    state: ReadingState


class ExampleDocuments(msgspec.Struct, frozen=True):
    documents: tuple[ExampleDocument, ...] = ()
    reading: tuple[ExampleReading, ...] = ()


def attaching(document: ExampleDocument, sha256: str, entries: Mapping[str, str], new_id: Callable[[], str]) -> Command:
    """`entries` are the ids by title. Raises KeyError where there is no such entry."""
    return AttachFile(
        new_id(), entries[document.entry], sha256, len(document.content), document.name, document.media_type
    )


def planning(reading: ExampleReading, entries: Mapping[str, str], new_id: Callable[[], str]) -> tuple[Command, ...]:
    """The part of the plan and, where somebody has begun it, its state. Raises KeyError where there is no such entry."""
    part = new_id()
    planned = PlanReading(part, entries[reading.entry], reading.first_page, reading.last_page, reading.reader)
    return (planned,) if reading.state == "to read" else (planned, SetReading(part, reading.state))


def reading_from(plain: object, team: Mapping[str, str]) -> ExampleReading:
    """From its plain form; `team` are the names by key."""
    one = cast("Mapping[str, str]", plain)
    first, _, last = one["pages"].partition("-")
    state = cast("ReadingState", one["state"])
    return ExampleReading(one["entry"], int(first), int(last), team[one["reader"]], state)
