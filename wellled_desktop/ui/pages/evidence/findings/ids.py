"""Identifiers of new findings."""

import os
import time
from collections.abc import Callable
from functools import partial

from wellled_desktop.inspection.identity import uuid7, uuid7s


def new_id() -> str:
    return uuid7(time.time_ns() // 1_000_000, os.urandom(10))


def ids_in_order() -> Callable[[], str]:
    """For the rows of a file, which stay in its order."""
    return partial(next, uuid7s(time.time_ns() // 1_000_000, os.urandom))
