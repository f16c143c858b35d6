"""Whether a store is what its journal says: the file, the chain, the tables. Says what is wrong and where; repairs nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Table

from wellled_desktop.inspection.journal import FIRST_PREV, Entry, entry_hash
from wellled_desktop.inspection.read_models import JournalHead
from wellled_desktop.store import file_check, journal, migrations
from wellled_desktop.store import tables as t
from wellled_desktop.store.connection import StoreKey, engine_for, memory_engine
from wellled_desktop.store.earlier import brought_up, is_earlier
from wellled_desktop.store.errors import Damaged, in_plain_words
from wellled_desktop.store.projection import apply_entry
from wellled_desktop.store.row_names import Key, RowNames, Rows
from wellled_desktop.store.search import index_check

Progress = Callable[[str], None]
_EARLIER = (
    "The inspection's file is of an earlier version ({}) and is brought up to date when the inspection is opened; it was checked "
    "as it will then be, and was not changed."
)


class Finding(msgspec.Struct, frozen=True):
    """One thing that is wrong: where (a file page, a journal entry, a record by its human number) and what, in a sentence.

    `row` is the table and the primary key of the row it is about, for a program to find it by; "" where it is about no row.
    """

    place: str
    problem: str
    row: str = ""


class Verification(msgspec.Struct, frozen=True):
    """What was checked, and everything found wrong; `heads` are the last entries of each laptop's journal.

    `remark` is a sentence on how it was checked, where there is one to say; it is nothing wrong.
    """

    entries: int
    rows: int
    heads: tuple[JournalHead, ...]
    findings: tuple[Finding, ...]
    remark: str = ""

    @property
    def sound(self) -> bool:
        return not self.findings


def verify_file(
    path: Path, key: StoreKey, anchored: JournalHead | None = None, progress: Progress = lambda _step: None
) -> Verification:
    """Checks the store at `path`, which nobody has open; also one too damaged for the app to open."""
    begins_well = file_check.begins_well(path, key)
    engine = engine_for(path, key)
    try:
        with in_plain_words(), engine.connect() as connection:
            found = verify(connection, anchored, progress)
    except Damaged as error:  # its first page, say, or those of the schema: it cannot so much as be opened
        found = _of_file(file_check.unsealed_pages(path, key) or [str(error)])
    finally:
        engine.dispose()
    return found if begins_well else _with_beginning(found)


def _of_file(problems: list[str]) -> Verification:
    """Where the file is damaged, nothing that is in it is looked at."""
    return Verification(0, 0, (), tuple(Finding("file", problem) for problem in problems))


def _with_beginning(found: Verification) -> Verification:
    rest = "what is recorded is untouched" if found.sound else "nothing is recorded in them, but more was found"
    changed = Finding("file", f"The first bytes of the file were changed, or the disk lost them; {rest}.")
    return msgspec.structs.replace(found, findings=(changed, *found.findings))


def verify(
    connection: Connection, anchored: JournalHead | None = None, progress: Progress = lambda _step: None
) -> Verification:
    """Checks file, schema, chain and tables, in that order; `anchored` is the head kept outside the store, if any.

    The page check runs after a checkpoint, for it reads past the write-ahead log and would cry wolf. A store of an earlier
    version is measured by that version, and its rows as opening it will bring them up to date; it is itself left as it is.
    """
    progress("file")
    damage = file_check.damage(connection)
    if damage:
        return _of_file(damage)
    progress("schema")
    version = migrations.version_of(connection)
    if version is None or not is_earlier(version):
        return _contents(connection, anchored, list(_schema(connection)), progress)
    findings = list(_schema(connection, version))
    if findings:
        return Verification(0, 0, (), tuple(findings), _EARLIER.format(version))
    with brought_up(connection, version) as as_opened:
        found = _contents(as_opened, anchored, [], progress, indexed=False)
    return msgspec.structs.replace(found, remark=_EARLIER.format(version))


def _contents(
    connection: Connection,
    anchored: JournalHead | None,
    findings: list[Finding],
    progress: Progress,
    *,
    indexed: bool = True,
) -> Verification:
    """The journal and the tables; `findings` are those of the schema. `indexed`: also the index of what is searched."""
    if not _is_whole(connection, t.journal):
        return Verification(0, 0, (), tuple(findings))
    progress("journal")
    entries = list(journal.entries(connection))
    malformed = list(_malformed(entries))
    if malformed:
        return Verification(len(entries), 0, (), (*findings, *malformed))
    findings += _chain(entries)
    findings += _anchor(entries, anchored)
    progress("tables")
    rows, differences = _replayed(connection, [entry for entry, _ in entries], indexed=indexed)
    findings += differences
    devices = dict.fromkeys(entry.device for entry, _ in entries)
    heads = tuple(head for device in devices if (head := journal.read_head(connection, device)) is not None)
    return Verification(len(entries), rows, heads, tuple(findings))


def _schema(connection: Connection, version: str = migrations.HEAD) -> Iterator[Finding]:
    """Compares with a store made afresh; a missing trigger is how a journal would be changed without a trace."""
    with memory_engine().connect() as fresh:
        migrations.upgrade(fresh, version)
        expected = _schema_of(fresh)
    actual = _schema_of(connection)
    for name in sorted(expected.keys() - actual.keys()):
        yield Finding(f"schema, {name}", f"{name} is missing from the store.")
    for name in sorted(actual.keys() - expected.keys()):
        yield Finding(f"schema, {name}", f"{name} does not belong in the store.")
    for name in sorted(expected.keys() & actual.keys()):
        if expected[name] != actual[name]:
            yield Finding(f"schema, {name}", f"{name} is not as this version of the app makes it.")


def _schema_of(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").all()
    return {f"{kind} {name}": sql for kind, name, sql in rows}


def _is_whole(connection: Connection, table: Table) -> bool:
    """Whether the table and all its columns are there to be read."""
    present = {row.name for row in connection.exec_driver_sql(f"PRAGMA table_info({table.name})").all()}
    return {column.name for column in table.columns} <= present


def _malformed(entries: list[tuple[Entry, str]]) -> Iterator[Finding]:
    """SQLite keeps a word in a column of numbers too; no such entry can be put in order, let alone replayed."""
    for entry, _ in entries:
        try:
            msgspec.convert(msgspec.structs.asdict(entry), Entry)
        except msgspec.ValidationError:
            yield Finding(
                _entry(entry.device, entry.n), "It was changed after it was written: it is not of an entry's form."
            )


def _entry(device: str, n: int) -> str:
    return f"journal, entry {n} of laptop {device}"


def _chain(entries: list[tuple[Entry, str]]) -> Iterator[Finding]:
    """Per laptop: numbers without a gap from 1, each entry's hash its own, each `prev` the hash before."""
    by_device: dict[str, list[tuple[Entry, str]]] = {}
    for entry, digest in entries:
        by_device.setdefault(entry.device, []).append((entry, digest))
    for device, chain in by_device.items():
        chain.sort(key=lambda pair: pair[0].n)
        expected_n, prev, clock = 1, FIRST_PREV, 0
        for entry, digest in chain:
            place = _entry(device, entry.n)
            if entry.n != expected_n:
                yield Finding(place, f"Entries {expected_n} to {entry.n - 1} are missing before it.")
            elif entry.prev != prev:
                yield Finding(place, "It does not follow the entry before it: one of the two was changed or moved.")
            if entry_hash(entry) != digest:
                yield Finding(place, "It was changed after it was written: its hash is not that of its content.")
            if entry.clock <= clock:
                yield Finding(place, "Its clock is not later than that of the entry before it.")
            expected_n, prev, clock = entry.n + 1, digest, entry.clock


def _anchor(entries: list[tuple[Entry, str]], anchored: JournalHead | None) -> Iterator[Finding]:
    """A whole file put back to an earlier day is sound in itself; only a head kept elsewhere tells."""
    if anchored is None:
        return
    digests = {entry.n: digest for entry, digest in entries if entry.device == anchored.device}
    place = _entry(anchored.device, anchored.n)
    if anchored.n not in digests:
        last = max(digests, default=0)
        yield Finding(
            place,
            f"This laptop noted entry {anchored.n} at {anchored.at:%d %B %Y %H:%M} UTC, but the journal ends at entry {last}: "
            "an older copy of the file was put back, or the end was cut off.",
        )
    elif digests[anchored.n] != anchored.hash:
        yield Finding(place, "It is not the entry that this laptop noted under that number: the journal was rewritten.")


def _replayed(connection: Connection, entries: list[Entry], *, indexed: bool) -> tuple[int, list[Finding]]:
    """How many rows were compared, and how they differ from those that replaying the journal gives."""
    with memory_engine().connect() as fresh:
        migrations.upgrade(fresh)
        problem = _replay(fresh, entries)
        if problem is not None:
            return 0, [problem]
        # A table that is not whole was already named with the schema.
        whole = [table for table in t.STATE_TABLES if _is_whole(connection, table)]
        replayed = {table.name: _rows(fresh, table) for table in t.STATE_TABLES}
        out_of_step = index_check.faults(connection, fresh) if indexed else []
        present = {table.name: _rows(connection, table) for table in whole}
    names = RowNames(replayed, present)
    differences = [one for name in present for one in _differences(name, replayed[name], present[name], names)]
    return sum(map(len, present.values())), [*differences, *(Finding("search index", fault) for fault in out_of_step)]


def _replay(fresh: Connection, entries: list[Entry]) -> Finding | None:
    fresh.exec_driver_sql("BEGIN")
    for entry in entries:
        try:
            apply_entry(fresh, entry)
        except Exception as error:  # noqa: BLE001  # a tampered journal can fail in any way; the entry is what matters
            return Finding(
                _entry(entry.device, entry.n),
                f"It cannot be replayed ({type(error).__name__}): it was changed, or entries before it are missing.",
            )
    fresh.exec_driver_sql("COMMIT")
    return None


def _rows(connection: Connection, table: Table) -> Rows:
    """As SQLite has them: a value that was tampered with may not even be of its column's type."""
    keys = [column.name for column in table.primary_key.columns]
    columns = ", ".join(column.name for column in table.columns)
    found = connection.exec_driver_sql(f"SELECT {columns} FROM {table.name}").mappings()  # noqa: S608  # names of our own
    return {tuple(row[key] for key in keys): dict(row) for row in found}


def _differences(table: str, replayed: Rows, present: Rows, names: RowNames) -> Iterator[Finding]:
    for key in sorted(replayed.keys() | present.keys(), key=repr):
        problem = _difference(replayed.get(key), present.get(key))
        if problem is not None:
            yield Finding(names.name(table, key), problem, _row(table, key))


def _difference(replayed: dict[str, Any] | None, present: dict[str, Any] | None) -> str | None:
    if replayed is None:
        return "The journal knows nothing of it."
    if present is None:
        return "The journal has it, but it is missing from the table."
    changed = [name.replace("_", " ") for name, value in replayed.items() if present[name] != value]
    return f"It does not say what the journal says: {', '.join(changed)} was changed." if changed else None


def _row(table: str, key: Key) -> str:
    return f"{table} {' '.join(map(str, key))}"
