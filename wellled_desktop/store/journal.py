"""Writing journal entries and reading them back; the form and the chain are in `inspection.journal`."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, bindparam, insert, select

from wellled_desktop.inspection.journal import FIRST_PREV, FORMAT, Entry, Fact, Moment, canonical, entry_hash, tick
from wellled_desktop.inspection.read_models import JournalHead
from wellled_desktop.store import tables as t
from wellled_desktop.store.prepared import Prepared

_INSERT = Prepared(insert(t.journal))
_BASE = Prepared(
    select(t.journal.c.hash)
    .where(
        t.journal.c.entity == bindparam("entity"), (t.journal.c.field == "") | (t.journal.c.field == bindparam("field"))
    )
    .order_by(t.journal.c.clock.desc())
    .limit(1)
)
_COLUMNS = [column for column in t.journal.c if column.name != "hash"]


class Writer(msgspec.Struct, frozen=True):
    """Who writes, on which laptop, in which inspection."""

    inspection: str
    device: str
    author: str


class Tail(msgspec.Struct, frozen=True):
    """The end of this laptop's journal: what the next entry follows. `clock` is the highest of any laptop's.

    `changed` is the record and field that was last changed since the store was opened, `changed_hash` the entry that did it:
    a draft saved each second is made against the one before, which the journal of a long session finds only slowly.
    """

    n: int
    hash: str
    clock: int
    changed: tuple[str, str] | None = None
    changed_hash: str = ""


# A laptop's clock only rises, so its last entry has its highest. Stepping from laptop to laptop through the key finds those
# without reading the journal, which takes 9 ms for the example inspection and grows with it.
_HIGHEST_CLOCK = """
    WITH RECURSIVE laptop(device) AS (
        SELECT min(device) FROM journal
        UNION ALL
        SELECT (SELECT min(journal.device) FROM journal WHERE journal.device > laptop.device)
        FROM laptop WHERE laptop.device IS NOT NULL
    )
    SELECT max((SELECT clock FROM journal WHERE journal.device = laptop.device ORDER BY n DESC LIMIT 1)) FROM laptop
"""


def read_tail(connection: Connection, device: str) -> Tail:
    """The end as it stands on disk; Tail(0, FIRST_PREV, clock) for a laptop that has written nothing."""
    last = connection.execute(
        select(t.journal.c.n, t.journal.c.hash)
        .where(t.journal.c.device == device)
        .order_by(t.journal.c.n.desc())
        .limit(1)
    ).first()
    clock = connection.exec_driver_sql(_HIGHEST_CLOCK).scalar() or 0
    return Tail(last.n, last.hash, clock) if last else Tail(0, FIRST_PREV, clock)


def next_entry(connection: Connection, writer: Writer, tail: Tail, fact: Fact, moment: Moment) -> tuple[Entry, Tail]:
    """The entry that records `fact` after `tail`, and the tail it leaves. Nothing is written yet."""
    entry = Entry(
        version=FORMAT,
        inspection=writer.inspection,
        device=writer.device,
        n=tail.n + 1,
        clock=tick(tail.clock, moment.unix_ms),
        unix_ms=moment.unix_ms,
        zone_minutes=moment.zone_minutes,
        monotonic_ms=moment.monotonic_ms,
        boot=moment.boot,
        author=writer.author,
        kind=fact.kind,
        entity=fact.entity,
        field=fact.field,
        value=canonical(fact.value),
        base=_base(connection, tail, fact),
        reason=fact.reason,
        prev=tail.hash,
    )
    return entry, _tail_after(tail, entry)


def append(connection: Connection, entry: Entry, digest: str) -> None:
    _INSERT.run(connection, {**msgspec.structs.asdict(entry), "hash": digest})


def entries(connection: Connection) -> Iterator[tuple[Entry, str]]:
    """Every entry with its stored hash, in the order in which it happened (clock, then laptop)."""
    rows = connection.execute(
        select(*_COLUMNS, t.journal.c.hash).order_by(t.journal.c.clock, t.journal.c.device, t.journal.c.n)
    ).yield_per(500)
    for row in rows:
        *fields, digest = row
        yield Entry(**dict(zip((column.name for column in _COLUMNS), fields, strict=True))), digest


def read_head(connection: Connection, device: str) -> JournalHead | None:
    """The last entry this laptop wrote, or None."""
    row = connection.execute(
        select(t.journal).where(t.journal.c.device == device).order_by(t.journal.c.n.desc()).limit(1)
    ).first()
    return JournalHead(device=row.device, n=row.n, hash=row.hash, at=t.utc(row.unix_ms)) if row else None


def hash_of(connection: Connection, device: str, n: int) -> str | None:
    """The hash of one laptop's entry `n`, or None when the journal does not hold it."""
    query = select(t.journal.c.hash).where(t.journal.c.device == device, t.journal.c.n == n)
    return connection.execute(query).scalar()


def _tail_after(tail: Tail, entry: Entry) -> Tail:
    digest = entry_hash(entry)
    if entry.field:
        return Tail(entry.n, digest, entry.clock, (entry.entity, entry.field), digest)
    if tail.changed is not None and tail.changed[0] == entry.entity:
        return Tail(entry.n, digest, entry.clock)
    return Tail(entry.n, digest, entry.clock, tail.changed, tail.changed_hash)


def _base(connection: Connection, tail: Tail, fact: Fact) -> str | None:
    """The hash of the version a change was made against; a new record has none."""
    if not fact.field:
        return None
    if tail.changed == (fact.entity, fact.field):
        return tail.changed_hash
    base: str | None = _BASE.scalar(connection, {"entity": fact.entity, "field": fact.field})
    return base
