"""Records the worked example into a vault: its content is read from the resources, its steps keep their own times."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import cast

import msgspec
import yaml

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.commands import Command, CreateInspection, RecordEvidence
from wellled_desktop.inspection.example.content import ExampleContent, content_from
from wellled_desktop.inspection.example.documents import ExampleDocuments, attaching, planning
from wellled_desktop.inspection.example.generator import LINES, generate
from wellled_desktop.inspection.example.steps import Step
from wellled_desktop.inspection.identity import uuid7, uuid7s
from wellled_desktop.inspection.journal import Moment
from wellled_desktop.store.clock import LaptopClock
from wellled_desktop.store.reading import sessions
from wellled_desktop.vault.opened import OpenInspection
from wellled_desktop.vault.sealing import Chance
from wellled_desktop.vault.vault import Vault

LINES_OF_ENQUIRY = ("w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8")
_AT_A_TIME = 400

Documents = Callable[[ExampleContent], ExampleDocuments]
"""Makes the documents that are attached; making a PDF is not this layer's."""


def none(_content: ExampleContent) -> ExampleDocuments:
    return ExampleDocuments()


class StepClock:
    """Tells each command of a batch the time of its own step. The example was played with the clocks of Greenwich."""

    def __init__(self, first_ms: int) -> None:
        self._first_ms = first_ms
        self._now_ms = first_ms
        self._coming: Iterator[int] = iter(())

    def play(self, moments: Iterable[int]) -> None:
        """The next readings, in order; after the last it stands still."""
        self._coming = iter(moments)

    def read(self) -> Moment:
        self._now_ms = next(self._coming, self._now_ms)
        return Moment(self._now_ms, 0, self._now_ms - self._first_ms, "example")


def create_example(
    vault: Vault,
    resources: Traversable,
    pack: Pack,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    chance: Chance = os.urandom,
    *,
    documents: Documents = none,
) -> OpenInspection:
    """A new example inspection, recorded in full and opened for more; `progress` is told steps done and steps in all.

    Each one has an id of its own, so that a vault can hold several. Takes some seconds.
    Raises ContentError, StoreError, NotKept, HalfKept, and what `documents` raises.
    """
    return record_example(vault, read_content(resources / "example"), pack, progress, chance, documents=documents)


def record_example(
    vault: Vault,
    content: ExampleContent,
    pack: Pack,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    chance: Chance = os.urandom,
    *,
    lines: int = LINES,
    documents: Documents = none,
) -> OpenInspection:
    """As `create_example`, from content that was read already, and with so many lines."""
    first, *steps = generate(content, pack, lines=lines)
    attached = documents(content)
    inspection = uuid7(first.unix_ms, chance(10))
    clock = StepClock(first.unix_ms)
    creating = msgspec.structs.replace(cast("CreateInspection", first.command), id=inspection)
    with closing(vault.create_inspection(creating, clock, is_example=True)) as opened:
        _record(opened, clock, steps, progress)
        _attach(opened, attached, steps, chance)
    return vault.open_inspection(inspection, LaptopClock())


def open_example(
    vault: Vault,
    resources: Traversable,
    pack: Pack,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    *,
    documents: Documents = none,
) -> OpenInspection:
    """The newest example that was recorded to its end, opened; a new one where there is none, as `create_example` makes it.

    One whose making was cut short is passed over: it looks whole in the list, and lacks its last days.
    """
    return whole_example(vault) or create_example(vault, resources, pack, progress, documents=documents)


def whole_example(vault: Vault) -> OpenInspection | None:
    """The newest example that was recorded to its end, opened; None where there is none."""
    for summary in reversed(vault.inspections()):
        if summary.is_example:
            opened = vault.open_inspection(summary.id, LaptopClock())
            if sum(session.written for session in opened.store.read(sessions)) >= LINES:
                return opened
            opened.close()
    return None


def read_content(folder: Traversable) -> ExampleContent:
    """The example's content from its files. Raises ContentError."""
    lines_of_enquiry = [_plain(folder, name) for name in LINES_OF_ENQUIRY]
    rest = (_plain(folder, name) for name in ("roles", "talk", "course"))
    return content_from(_plain(folder, "visit"), lines_of_enquiry, *rest)


def _plain(folder: Traversable, name: str) -> object:
    text = (folder / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)


def _record(
    opened: OpenInspection, clock: StepClock, steps: Sequence[Step], progress: Callable[[int, int], None]
) -> None:
    for start in range(0, len(steps), _AT_A_TIME):
        batch = steps[start : start + _AT_A_TIME]
        clock.play(step.unix_ms for step in batch)
        opened.store.execute_signed((step.author, step.command) for step in batch)
        progress(start + len(batch), len(steps))


def _attach(opened: OpenInspection, documents: ExampleDocuments, steps: Sequence[Step], chance: Chance) -> None:
    """At the end of the last day, signed by the last who did something."""
    last = steps[-1]
    entries = {step.command.title: step.command.id for step in steps if isinstance(step.command, RecordEvidence)}
    new_id = partial(next, uuid7s(last.unix_ms, chance))
    commands: list[Command] = []
    for document in documents.documents:
        kept = opened.attachments.keep(BytesIO(document.content))
        commands.append(attaching(document, kept.sha256, entries, new_id))
    for reading in documents.reading:
        commands += planning(reading, entries, new_id)
    opened.store.execute_signed((last.author, command) for command in commands)
