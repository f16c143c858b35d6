"""Whether the file of a store is as SQLCipher wrote it: its beginning, the seal of each page, and how its pages hang together.

Each problem is a sentence. Not what is recorded in the file.
"""

import re
from pathlib import Path

import sqlcipher3
from sqlalchemy import Connection

from wellled_desktop.store.connection import StoreKey
from wellled_desktop.store.errors import Damaged, in_plain_words

# What SQLite says of an index of words: no page of it is wrong, and `index_check` says what is to be done.
_OF_INDEX = re.compile(r"\bfts5\b", re.IGNORECASE)


def begins_well(path: Path, key: StoreKey) -> bool:
    """No seal covers the bytes where SQLCipher writes the salt; the file opens without them, for its key brings its own."""
    with path.open("rb") as file:
        return file.read(len(key.salt)) in (key.salt, b"")


def damage(connection: Connection) -> list[str]:
    """The seals first: through a page that does not match its own, SQLite finds fault with many that are sound."""
    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
    unsealed = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all()
    if unsealed:
        return list(map(_of_seal, unsealed))
    fault = _first_fault(connection)
    if not fault:
        return []
    agreeing = "The pages of the file do not agree with one another: an older page was put back, or one was lost"
    return [f"{agreeing} ({fault})."]


def unsealed_pages(path: Path, key: StoreKey) -> list[str]:
    """Of a file too damaged to be opened, the pages whose seal is broken; nothing where that is all, as with another key."""
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    try:
        connection.execute(key.pragma())
        connection.execute("PRAGMA cipher_log_level=NONE")
        unsealed = [problem for (problem,) in connection.execute("PRAGMA cipher_integrity_check")]
        (size,) = connection.execute("PRAGMA cipher_page_size").fetchone()
    finally:
        connection.close()
    return list(map(_of_seal, unsealed)) if len(unsealed) < path.stat().st_size // int(size) else []


def _of_seal(problem: str) -> str:
    """SQLCipher's own words, made plain: https://www.zetetic.net/sqlcipher/sqlcipher-api/#cipher_integrity_check."""
    page = re.fullmatch(r"HMAC verification failed for page (\d+)", problem)
    if page is None:
        return f"The file was cut off, or something was added to its end: {problem}."
    return f"Page {page[1]} of the file does not match its seal: it was changed or the disk lost it."


def _first_fault(connection: Connection) -> str:
    """The first words of SQLite's own check, which can be very many; "" when all is well."""
    try:
        with in_plain_words():
            words = "\n".join(connection.exec_driver_sql("PRAGMA quick_check").scalars().all())
    except Damaged:
        return "SQLite could not read them to the end"
    faults = (line for line in words.splitlines() if line != "ok" and not line.startswith("***"))
    return next((fault for fault in faults if not _OF_INDEX.search(fault)), "")
