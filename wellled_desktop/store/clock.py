"""The clocks of this laptop, read together for each journal entry."""

import time
import uuid
from pathlib import Path
from typing import Protocol

from wellled_desktop.inspection.journal import Moment


class Clock(Protocol):
    """Where a journal entry's time comes from; the example inspection and tests bring their own."""

    def read(self) -> Moment: ...


class LaptopClock:
    """Wall time with its zone, time since boot, and which boot that was."""

    def __init__(self) -> None:
        self._boot = boot_id()

    def read(self) -> Moment:
        unix_ms = time.time_ns() // 1_000_000
        zone_minutes = round(time.localtime(unix_ms / 1000).tm_gmtoff / 60)
        return Moment(unix_ms, zone_minutes, time.monotonic_ns() // 1_000_000, self._boot)


def boot_id(linux: Path = Path("/proc/sys/kernel/random/boot_id")) -> str:
    """The kernel's boot id on Linux; elsewhere one id per run, which is enough to know when two readings compare."""
    try:
        return linux.read_text(encoding="ascii").strip()
    except OSError:
        return str(uuid.uuid4())
