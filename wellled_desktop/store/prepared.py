"""Statements made once: SQLAlchemy writes their SQL when the module is imported, and the driver itself runs them.

For what is recorded while somebody types: SQLAlchemy's way from a statement to its rows takes 0.06 ms each time, several
times what SQLite takes to run one (benchmarks/commit.py).
"""

from collections import namedtuple
from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import ClauseElement, Connection, Select
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.sql.compiler import SQLCompiler

_DIALECT = sqlite.dialect(paramstyle="named")
_NOTHING: Mapping[str, Any] = {}


def _row_type(names: list[str]) -> Any:
    """A column without a name of its own, such as a count, is read by its position."""
    return namedtuple("Row", names, rename=True)


class Prepared:
    """A statement with named parameters, run inside the transaction that is open on the connection it is given.

    Values go in and rows come out of the types that the tables say. A parameter left out is an error of the driver's, never
    NULL. The driver's errors are not wrapped; `in_plain_words` knows both kinds.
    """

    def __init__(self, statement: ClauseElement) -> None:
        compiled = cast("SQLCompiler", statement.compile(dialect=_DIALECT))
        self._sql = str(compiled)
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}
        binding = ((name, bound.type.bind_processor(_DIALECT)) for name, bound in compiled.binds.items())
        self._binding = [(name, process) for name, process in binding if process is not None]
        columns = list(statement.selected_columns) if isinstance(statement, Select) else []
        self._row = _row_type([column.key or "" for column in columns])
        self._reading = [column.type.result_processor(_DIALECT, None) for column in columns]

    def run(self, connection: Connection, values: Mapping[str, Any] = _NOTHING) -> None:
        self._execute(connection, values).close()

    def rows(self, connection: Connection, values: Mapping[str, Any] = _NOTHING) -> list[Any]:
        """Every row, its columns as attributes."""
        cursor = self._execute(connection, values)
        found = cursor.fetchall()
        cursor.close()
        return [self._row_of(one) for one in found]

    def first(self, connection: Connection, values: Mapping[str, Any] = _NOTHING) -> Any:
        """The first row, its columns as attributes, or None."""
        cursor = self._execute(connection, values)
        found = cursor.fetchone()
        cursor.close()
        return None if found is None else self._row_of(found)

    def scalar(self, connection: Connection, values: Mapping[str, Any] = _NOTHING) -> Any:
        """The first column of the first row, or None."""
        row = self.first(connection, values)
        return None if row is None else row[0]

    def _row_of(self, values: Any) -> Any:
        pairs = zip(values, self._reading, strict=True)
        return self._row._make(value if process is None else process(value) for value, process in pairs)

    def _execute(self, connection: Connection, values: Mapping[str, Any]) -> DBAPICursor:
        given = {**self._fixed, **values}
        for name, process in self._binding:
            given[name] = process(given[name])
        cursor = connection.connection.cursor()
        cursor.execute(self._sql, given)
        return cursor
