"""What the tables say is in force, for comparing them before an action, after it, and after it was taken back and done again."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from sqlalchemy import Connection, Table

from wellled_desktop.store import tables as t
from wellled_desktop.store.store import Store

Row = dict[str, Any]
Rows = dict[tuple[Any, ...], Row]
Tables = dict[str, Rows]

# What is kept of a line's history is meant to grow, and a draft is no action.
_GROWS = {"line_version", "draft"}
_COUNTED = {"note_line": {"amendments"}}
_GONE: Mapping[str, Callable[[Row, "Tables"], bool]] = {
    "session": lambda row, _: row["cancelled_at"] is not None,
    "participant": lambda row, tables: bool(row["removed"]) or _gone("session", row["session_id"], tables),
    "participant_name": lambda row, tables: _gone("participant", row["participant_id"], tables),
    "note_line": lambda row, _: row["retracted_at"] is not None,
    "line_tag": lambda row, tables: _gone("note_line", row["line_id"], tables),
    "evidence_entry": lambda row, _: row["retracted_at"] is not None,
    "evidence_link": lambda row, tables: _gone("evidence_entry", row["entry_id"], tables),
    "request": lambda row, _: row["state"] == "withdrawn",
    "telling": lambda row, _: row["retracted_at"] is not None,
    "risk": lambda row, _: row["retracted_at"] is not None,
    "worry": lambda row, _: row["retracted_at"] is not None,
    "attachment": lambda row, _: row["retracted_at"] is not None,
    "reading_part": lambda row, _: row["withdrawn_at"] is not None,
    "finding": lambda row, _: row["retracted_at"] is not None,
    "local_node": lambda row, _: row["retracted_at"] is not None,
    "outcome": lambda row, _: row["withdrawn_at"] is not None,
}


def _gone(table: str, key: str, tables: Tables) -> bool:
    return _GONE[table](tables[table][(key,)], tables)


def tables_of(store: Store) -> Tables:
    """All rows but the journal's, by their keys, whole: with every time and every author."""
    return {table.name: store.read(partial(_rows, table=table)) for table in t.STATE_TABLES}


def _rows(connection: Connection, *, table: Table) -> Rows:
    keys = [column.name for column in table.primary_key.columns]
    rows = (dict(row) for row in connection.execute(table.select()).mappings())
    return {tuple(row[key] for key in keys): row for row in rows}


def without_history(tables: Tables) -> Tables:
    """Without what is only told of how things came to be as they are."""
    kept = {name: rows for name, rows in tables.items() if name not in _GROWS}
    return {name: {key: _uncounted(name, row) for key, row in rows.items()} for name, rows in kept.items()}


def _uncounted(table: str, row: Row) -> Row:
    return {column: value for column, value in row.items() if column not in _COUNTED.get(table, ())}


def left_over(before: Tables, undone: Tables) -> list[str]:
    """How what is in force after an action was taken back is not what was in force before it; nothing, as it should be."""
    return _differences(before, undone, _GONE)


def not_again(after: Tables, redone: Tables) -> list[str]:
    """How what an action came to is not what it comes to done again; nothing, as it should be."""
    return _differences(after, redone, {})


def _differences(before: Tables, undone: Tables, gone: Mapping[str, Callable[[Row, Tables], bool]]) -> list[str]:
    first, second = without_history(before), without_history(undone)
    found = []
    for table, rows in second.items():
        for key in first[table].keys() - rows.keys():
            found.append(f"{table} {key} is missing")
        for key, row in rows.items():
            present = first[table].get(key)
            if present is None and not (table in gone and gone[table](row, undone)):
                found.append(f"{table} {key} still stands: {row}")
            elif present is not None and present != row:
                changed = {name: (present[name], row[name]) for name in row if present[name] != row[name]}
                found.append(f"{table} {key} is not as it was: {changed}")
    return found
