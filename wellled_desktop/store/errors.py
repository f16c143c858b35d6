"""What can go wrong with the store, told apart by SQLite's own result code: the laptop's trouble, or a defect of ours."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3
from sqlalchemy.exc import DBAPIError


class StoreError(Exception):
    """The store could not do it; the text is one sentence for the inspector. What was confirmed before is safe."""


class NotEncrypted(StoreError):
    """The file, or the library that reads it, is not what keeps a record secret."""


class Damaged(StoreError):
    """The file cannot be read as a store with its key."""


class CannotWrite(StoreError):
    """Disk full, read-only, or failing: the command was not recorded."""


class Busy(StoreError):
    """Another program holds the store."""


class TooNew(StoreError):
    """The store has a form that only a later version of the app knows."""

    def __init__(self) -> None:
        super().__init__(
            "This inspection was last used by a newer WellLed Desktop. Nothing was changed; install the newer version to open it."
        )


# Primary result codes, https://www.sqlite.org/rescode.html
_IN_WORDS: dict[int, tuple[type[StoreError], str]] = {
    5: (Busy, "Another program is using this inspection. What is recorded is safe; close the other one and try again."),
    6: (Busy, "Another program is using this inspection. What is recorded is safe; close the other one and try again."),
    8: (
        CannotWrite,
        "The disk does not allow writing, so this was not recorded. Everything before it is safe; "
        "make the folder writable and try again.",
    ),
    10: (
        CannotWrite,
        "The disk reported an error, so this was not recorded. Everything before it is safe; "
        "close the inspection and open it again.",
    ),
    11: (
        Damaged,
        "The inspection's file is damaged. Do not write in it; keep a copy of it and put it back from a backup.",
    ),
    13: (
        CannotWrite,
        "The disk is full, so this was not recorded. Everything before it is safe; free some space and try again.",
    ),
    14: (
        CannotWrite,
        "The inspection's file cannot be opened. Check that its folder exists and may be read and written.",
    ),
    26: (Damaged, "The inspection's file cannot be read with its key: it is damaged, or belongs to another vault."),
}


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Turns the errors of the laptop into StoreError; any other database error is a defect of ours and passes through."""
    try:
        yield
    except DBAPIError as error:
        _raise(error.orig, error)
    except sqlcipher3.DatabaseError as error:
        _raise(error, error)


def _raise(origin: object, error: Exception) -> None:
    code = getattr(origin, "sqlite_errorcode", None)
    known = _IN_WORDS.get(code & 0xFF) if isinstance(code, int) else None
    if known is None:
        raise error
    kind, words = known
    raise kind(words) from None
