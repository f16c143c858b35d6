"""Real files to attach, and an inspection with two entries to attach them to."""

import hashlib
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from wellled_desktop.exchange.attaching import Attaching as Attached
from wellled_desktop.exchange.attaching import attach_each
from wellled_desktop.inspection.commands import RecordEvidence
from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.store.weighing_reading import attachments
from wellled_desktop.ui.attaching import run as running
from wellled_desktop.ui.attaching.attaching import Attaching, attaching_of
from wellled_desktop.ui.page import Opened

MakePapers = Callable[..., Path]


@pytest.fixture
def papers(tmp_path: Path) -> MakePapers:
    """Makes a folder of so many small files, each other than the rest."""

    def make(count: int, name: str = "papers", size: int = 40) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        for number in range(count):
            (folder / f"paper {number:03}.txt").write_bytes(f"{name} {number} ".encode() * size)
        return folder

    return make


class Gate:
    """Holds the work up after so many files, until it is opened: what happens then happens in the middle."""

    def __init__(self) -> None:
        self.after = 0
        self._reached, self._opened = threading.Event(), threading.Event()

    @property
    def is_reached(self) -> bool:
        return self._reached.is_set()

    def open(self) -> None:
        self._opened.set()

    def pass_through(self, *arguments: Any, **more: Any) -> Iterator[Attached]:
        for number, result in enumerate(attach_each(*arguments, **more), start=1):
            yield result
            if number == self.after:
                self._reached.set()
                assert self._opened.wait(10)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """At the end of a test it is open."""
    made = Gate()
    monkeypatch.setattr(running, "attach_each", made.pass_through)
    yield made
    made.open()


@pytest.fixture
def entries(qtbot: QtBot, opened: Opened) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(RecordEvidence("e1", "Board papers", "document"), RecordEvidence("e2", "Minutes", "document"))


@pytest.fixture
def attaching(opened: Opened, entries: None) -> Attaching:
    assert entries is None
    return attaching_of(opened.bridge)


def attached(opened: Opened, entry_id: str | None = None, *, retracted: bool = False) -> tuple[Attachment, ...]:
    """As the record has them; each can be read to its end, and is what the record says."""
    found = opened.bridge.read_now(partial(attachments, entry_id=entry_id, retracted=retracted))
    for one in found:
        with opened.bridge.inspection.attachments.open(one.sha256) as reader:
            assert hashlib.sha256(b"".join(reader)).hexdigest() == one.sha256
    return found
