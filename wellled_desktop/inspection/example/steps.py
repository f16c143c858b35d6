"""One step of the worked example, and the identifiers and times that steps are made with."""

import datetime as dt
import random

import msgspec

from wellled_desktop.inspection.commands import Command
from wellled_desktop.inspection.identity import uuid7


class Step(msgspec.Struct, frozen=True):
    """A command, the moment it is given (milliseconds, UTC) and the name of who gives it."""

    unix_ms: int
    author: str
    command: Command


def unix_ms(moment: dt.datetime) -> int:
    return round(moment.timestamp() * 1000)


def new_id(at_ms: int, chance: random.Random) -> str:
    """An identifier made at that moment; the same chance gives the same one."""
    return uuid7(at_ms, chance.randbytes(10))
