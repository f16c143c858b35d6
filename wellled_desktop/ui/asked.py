"""What the window asks the record to do, from the moment it is asked until it is on disk and can be taken back."""

import msgspec

from wellled_desktop.inspection.commands import Command


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
