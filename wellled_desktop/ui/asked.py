"""What the window asks the record to do, from the moment it is asked until it is on disk and can be taken back."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject

from wellled_desktop.inspection.commands import Command
from wellled_desktop.store.store import Recorded


class Asked(msgspec.Struct, frozen=True):
    """Commands that are on their way to the disk together; `run` is the same for the parts of one action."""

    commands: tuple[Command, ...]
    ticket: int
    run: str = ""


class Done(msgspec.Struct, frozen=True):
    """Commands that were recorded together, and those that would take them back."""

    commands: tuple[Command, ...]
    undo: tuple[Command, ...]
    ticket: int


class Writing(msgspec.Struct, frozen=True):
    """What the writer is to record, and whom it tells; `ticket` is 0 for what takes something back."""

    commands: tuple[Command, ...]
    recorded: Callable[[Recorded], None]
    refused: Callable[[str], None] | None
    owner: QObject
    ticket: int = 0
    unable: Callable[[str], None] | None = None
