"""Whether the index of what is searched is as the record says. Each fault is a sentence; nothing is repaired."""

import sqlcipher3
from sqlalchemy import Connection

_COLUMNS = ("kind", "entity", "session_id", "ref", "at", "words", "marks")
_ALL = f"SELECT {', '.join(_COLUMNS)} FROM findable"  # noqa: S608  # names of our own
_SAFE = "What is recorded is untouched; only finding it may miss something or find what is no longer there."


def faults(connection: Connection, replayed: Connection) -> list[str]:
    """How it differs from what replaying the journal gives, and FTS5's index from it; nothing where there is none to check."""
    if not _is_whole(connection):
        return []  # named with the schema
    return [*_out_of_step(connection, replayed), *_damaged(connection)]


def _is_whole(connection: Connection) -> bool:
    there = [
        {row.name for row in connection.exec_driver_sql(f"PRAGMA table_info({table})").all()}
        for table in ("findable", "find_index")
    ]
    return set(_COLUMNS) <= there[0] and bool(there[1])


def _out_of_step(connection: Connection, replayed: Connection) -> list[str]:
    present, expected = (set(map(tuple, one.exec_driver_sql(_ALL).all())) for one in (connection, replayed))
    wrong = {row[:2] for row in present ^ expected}
    if not wrong:
        return []
    things = "one thing" if len(wrong) == 1 else f"{len(wrong):,} things"
    return [f"It does not say of {things} what the record says. {_SAFE}"]


def _damaged(connection: Connection) -> list[str]:
    """With rank 1, FTS5 compares each word of its index with what it is the index of."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute("INSERT INTO find_index (find_index, rank) VALUES ('integrity-check', 1)")
    except sqlcipher3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != _CORRUPT:
            raise
        return [f"Its words are not those that it was made of. {_SAFE}"]
    finally:
        cursor.close()
    return []


_CORRUPT = 11  # SQLITE_CORRUPT_VTAB, https://www.sqlite.org/rescode.html#corrupt_vtab
