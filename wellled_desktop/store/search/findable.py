"""What of each thing in the tables is searched: its words, and the marks it is also found by. The things are in `of_*`.

Values are taken as SQLite has them: the tables of a store that was tampered with are brought up to date all the same.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Integer, ScalarSelect, Select, func, select, type_coerce

from wellled_desktop.inspection.find.marks import (
    EVERYTHING,
    RETRACTED,
    author_marks,
    day_mark,
    kind_mark,
    node_marks,
    role_mark,
    state_mark,
)
from wellled_desktop.inspection.read_models.found import FoundKind
from wellled_desktop.store import tables as t


class Findable(NamedTuple):
    """A row of the table that is indexed. `at`: milliseconds since 1970."""

    kind: FoundKind
    entity: str
    session_id: str | None
    ref: str
    at: int | None
    words: str
    marks: str


class Things(NamedTuple):
    """One kind of thing: all its rows, the column that tells them apart, and what is searched of a row (None: nothing)."""

    kind: FoundKind
    rows: Select[Any]
    key: ColumnElement[Any]
    findable: Callable[[Any], Findable]


def raw(column: Column[Any], name: str = "") -> ColumnElement[Any]:
    """A time as the number it is kept as."""
    return type_coerce(column, Integer).label(name or column.name)


def nodes_of(node: Column[Any], owner: Column[Any], of: ColumnElement[Any]) -> ScalarSelect[Any]:
    return select(func.group_concat(node, " ")).where(owner == of).scalar_subquery()


OF_SESSION = (t.session.c.number.label("session_number"), t.session.c.roles, t.session.c.day)


def numbered(letter: str, number: object) -> str:
    return f"{letter}-{number:03d}" if isinstance(number, int) else f"{letter}-{number}"


def session_ref(number: object) -> str:
    return f"S-{number:02d}" if isinstance(number, int) else f"S-{number}"


def said_by_roles(listed: object) -> list[str]:
    """The roles of a session, whatever became of the list."""
    return [role_mark(role) for role in re.findall(r'"([^"]*)"', str(listed))]


def marks_of(kind: FoundKind, *groups: Iterable[str]) -> str:
    return " ".join(sorted({EVERYTHING, kind_mark(kind), *(mark for group in groups for mark in group)}))


def on_day(day: object) -> Iterator[str]:
    if day:
        yield day_mark(str(day))


def by_author(author: object) -> tuple[str, ...]:
    return author_marks(str(author)) if author else ()


def under(nodes: object) -> list[str]:
    return [mark for node in str(nodes or "").split() for mark in node_marks(node)]


def if_retracted(at: object) -> tuple[str, ...]:
    return () if at is None else (RETRACTED,)


def weighed(weight: object) -> tuple[str, ...]:
    return (state_mark(str(weight)),) if weight in ("concern", "strength") else ()


def together(*parts: object) -> str:
    return "\n".join(str(part) for part in parts if part)
