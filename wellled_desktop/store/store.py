"""One inspection's store, opened: commands go in through `execute`, read models come out through `read`.

Not a thread's business: the writer belongs to one thread, and each reading thread opens a reader of its own.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Engine, text

from wellled_desktop.inspection.commands import Command
from wellled_desktop.inspection.decisions import Standing, decide, taking_back
from wellled_desktop.inspection.journal import Fact
from wellled_desktop.store import journal, migrations
from wellled_desktop.store import tables as t
from wellled_desktop.store.clock import Clock
from wellled_desktop.store.connection import StoreKey, engine_for
from wellled_desktop.store.errors import in_plain_words
from wellled_desktop.store.prepared import Prepared
from wellled_desktop.store.projection import apply_entry
from wellled_desktop.store.standing import StoreStanding

Answer = TypeVar("Answer")
TakingBack = Callable[[Command, Standing], tuple[Command, ...]]

_BEGIN_WRITING, _COMMIT = Prepared(text("BEGIN IMMEDIATE")), Prepared(text("COMMIT"))


class Change(msgspec.Struct, frozen=True):
    """One thing that became so, and is on disk: the kind of fact and the record it is about."""

    kind: str
    entity: str
    n: int


class Recorded(msgspec.Struct, frozen=True):
    """What some commands came to: what changed, and the commands that would take it back (none where nothing can)."""

    changes: tuple[Change, ...]
    undo: tuple[Command, ...]


class StoreReader:
    """Reads on a connection of its own; sees everything committed before each read began."""

    def __init__(self, path: Path, key: StoreKey) -> None:
        self._engine = engine_for(path, key)

    def read(self, question: Callable[[Connection], Answer]) -> Answer:
        """What `question` answers, inside one read transaction. Raises StoreError."""
        with in_plain_words(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                return question(connection)
            finally:
                connection.exec_driver_sql("ROLLBACK")

    def close(self) -> None:
        self._engine.dispose()


class Store:
    """The one writer of an inspection. Every command is one transaction: its journal entries and the tables they change."""

    def __init__(self, path: Path, key: StoreKey, writer: journal.Writer, clock: Clock) -> None:
        self._engine: Engine = engine_for(path, key)
        self._writer = writer
        self._clock = clock
        try:
            with in_plain_words(), self._engine.connect() as connection:
                migrations.upgrade(connection)
                self._tail = journal.read_tail(connection, writer.device)
        except BaseException:
            self._engine.dispose()
            raise
        self._connection: Connection = self._engine.connect()
        self._standing = StoreStanding(self._connection, writer.device)

    @property
    def writer(self) -> journal.Writer:
        return self._writer

    def execute(self, *commands: Command) -> tuple[Change, ...]:
        """Records the commands in one transaction and returns what changed, once it is on disk.

        Raises RuleBroken or StoreError; then nothing of it was recorded.
        """
        return self.record(*commands).changes

    def record(self, *commands: Command) -> Recorded:
        """As `execute`, and says how to take it back."""
        return self._transaction(((self._writer.author, command) for command in commands), taking_back)

    def execute_signed(self, signed: Iterable[tuple[str, Command]]) -> tuple[Change, ...]:
        """As `execute`, for commands that each come with the author who signs them."""
        return self._transaction(signed, _not_asked).changes

    def _transaction(self, signed: Iterable[tuple[str, Command]], back: TakingBack) -> Recorded:
        with in_plain_words():
            _BEGIN_WRITING.run(self._connection)
            try:
                recorded, tail = self._record(signed, back)
                _COMMIT.run(self._connection)
            except BaseException:
                self._roll_back()
                raise
        self._tail = tail
        return recorded

    def _record(self, signed: Iterable[tuple[str, Command]], back: TakingBack) -> tuple[Recorded, journal.Tail]:
        tail = self._tail
        changes: list[Change] = []
        undo: tuple[Command, ...] = ()
        for author, command in signed:
            writer = journal.Writer(self._writer.inspection, self._writer.device, author)
            moment = self._clock.read()
            facts = decide(command, self._standing, t.utc(moment.unix_ms))
            if facts:  # asked before anything is written: it depends on how things stood
                undo = (*back(command, self._standing), *undo)
            for fact in facts:
                entry, tail = journal.next_entry(self._connection, writer, tail, fact, moment)
                journal.append(self._connection, entry, tail.hash)
                apply_entry(self._connection, entry)
                changes.append(_change(fact, entry.n))
            if facts:
                self._standing.look_again(*(fact.kind for fact in facts))
        return Recorded(tuple(changes), undo), tail

    def _roll_back(self) -> None:
        """SQLite has already rolled back by itself after a full disk; a second ROLLBACK would then hide the first error."""
        self._standing.look_again()
        if self._connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]  # sqlcipher3 has no types
            self._connection.exec_driver_sql("ROLLBACK")

    def read(self, question: Callable[[Connection], Answer]) -> Answer:
        """What `question` answers on the writer's own connection, between commands. Raises StoreError."""
        with in_plain_words():
            return question(self._connection)

    def close(self) -> None:
        """Folds the write-ahead log into the file and closes; safe to leave out, as a killed process does."""
        try:
            with in_plain_words():
                self._connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self._connection.close()
            self._engine.dispose()


def _not_asked(_command: Command, _standing: Standing) -> tuple[Command, ...]:
    return ()


def _change(fact: Fact, n: int) -> Change:
    return Change(fact.kind, fact.entity, n)
