"""Opening the encrypted file: the key, the settings as measured, and the checks that it really is encrypted."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import sqlcipher3
from sqlalchemy import Engine, StaticPool, create_engine

from wellled_desktop.store.errors import NotEncrypted, in_plain_words

PLAIN_HEADER = b"SQLite format 3\x00"

# Measured: NORMAL lost every acknowledged commit in 97 % of power cuts on a fresh store; temp_store=FILE leaks plaintext.
SETTINGS = (
    "cipher_log_level=NONE",
    "journal_mode=WAL",
    "synchronous=FULL",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "wal_autocheckpoint=200",
    "busy_timeout=5000",
)


class StoreKey(msgspec.Struct, frozen=True):
    """32 bytes of key and 16 of salt. The salt is ours to keep: in the file's first sector a power cut can garble it."""

    key: bytes
    salt: bytes

    def __repr__(self) -> str:
        return "StoreKey(…)"

    def pragma(self) -> str:
        return f"PRAGMA key=\"x'{self.key.hex()}{self.salt.hex()}'\""


def open_connection(path: Path, key: StoreKey) -> Any:
    """A DBAPI connection to the store at `path`, made if missing, that has proved the key and the encryption.

    Raises StoreError in plain words; a store with the plain SQLite header is refused before anything is read.
    """
    if path.exists() and _header(path) == PLAIN_HEADER:
        raise NotEncrypted(
            "The inspection's file is not encrypted, so it was not opened. Nothing was changed; restore it from a backup."
        )
    with in_plain_words():
        connection = sqlcipher3.connect(str(path), check_same_thread=False, isolation_level=None)
        try:
            connection.execute(key.pragma())
            if not connection.execute("PRAGMA cipher_version").fetchone():
                raise NotEncrypted(
                    "The encryption library is missing, so the inspection was not opened. Nothing was changed; "
                    "install WellLed Desktop again."
                )
            for setting in SETTINGS:
                connection.execute(f"PRAGMA {setting}")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEADER))


class _CompiledOnce(dict[tuple[Any, ...], Any]):
    """SQLAlchemy's compiled statements, for every engine of the process: it would otherwise compile each anew for each engine,
    13 ms for what Today asks. Its keys begin with the engine's dialect, which is left out: here they are all alike.
    """

    def get(self, key: tuple[Any, ...], default: Any = None) -> Any:
        return super().get(key[1:], default)

    def __setitem__(self, key: tuple[Any, ...], compiled: Any) -> None:
        super().__setitem__(key[1:], compiled)


_compiled = _CompiledOnce()


def engine_for(path: Path, key: StoreKey) -> Engine:
    """An engine of exactly one connection, for one thread at a time; who uses it begins and ends its transactions."""
    return _engine(lambda: open_connection(path, key))


def memory_engine() -> Engine:
    """An engine on an empty store in memory, to replay a journal into."""
    return _engine(lambda: sqlcipher3.connect(":memory:", check_same_thread=False, isolation_level=None))


def _engine(connect: Callable[[], Any]) -> Engine:
    return create_engine(
        "sqlite://",
        creator=connect,
        poolclass=StaticPool,
        module=sqlcipher3,
        execution_options={"compiled_cache": _compiled},
        hide_parameters=True,  # an error may end in a log, and they are what somebody typed
    )


def library_versions() -> dict[str, str]:
    """The versions that decide whether a store is safe: SQLite (from 3.51.3 on), SQLCipher, and its temporary files' place."""
    connection = sqlcipher3.connect(":memory:")
    try:
        options = [option for (option,) in connection.execute("PRAGMA compile_options")]
        return {
            "sqlite": sqlcipher3.sqlite_version,
            "sqlcipher": connection.execute("PRAGMA cipher_version").fetchone()[0],
            "temp_store": next((one for one in options if one.startswith("TEMP_STORE")), ""),
        }
    finally:
        connection.close()
