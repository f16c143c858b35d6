"""What a number names: S-03, S-03 l.27, E-014, R-007; and which numbers there are where nothing has it."""

from sqlalchemy import Connection

from wellled_desktop.inspection.find.query import Named
from wellled_desktop.inspection.read_models.found import NoSuchThing
from wellled_desktop.store.search.findable import numbered, session_ref

_TABLES = {"session": "session", "entry": "evidence_entry", "request": "request"}
_LETTERS = {"entry": "E", "request": "R"}


def entity_of(connection: Connection, named: Named) -> str | None:
    """The id of what the number names, whether it stands or not; None where there is no such thing."""
    if named.kind != "line":
        return _scalar(connection, f"SELECT id FROM {_TABLES[named.kind]} WHERE number = ?", named.number)  # noqa: S608
    return _scalar(
        connection,
        "SELECT note_line.id FROM note_line JOIN session ON session.id = note_line.session_id "
        "WHERE session.number = ? AND note_line.number = ?",
        named.number,
        named.line,
    )


def ref_of(named: Named) -> str:
    """As people write it."""
    if named.kind == "line":
        return f"{session_ref(named.number)} l.{named.line}"
    return session_ref(named.number) if named.kind == "session" else numbered(_LETTERS[named.kind], named.number)


def no_such(connection: Connection, named: Named) -> NoSuchThing:
    """What is said where nothing has the number. Of a line in no session, that there is no such session."""
    if named.kind != "line":
        first, last = _ends(connection, f"SELECT min(number), max(number) FROM {_TABLES[named.kind]}")  # noqa: S608
        return _no_such(named, first, last)
    of = Named("session", named.number)
    session = entity_of(connection, of)
    if session is None:
        return no_such(connection, of)
    ends = "SELECT min(number), max(number) FROM note_line WHERE session_id = ?"
    first, last = _ends(connection, ends, session)
    lines = {end: f"l.{number}" for end, number in (("first", first), ("last", last)) if number}
    return NoSuchThing("line", ref_of(named), of=ref_of(of), **lines)


def _no_such(named: Named, first: int | None, last: int | None) -> NoSuchThing:
    ends = {end: ref_of(Named(named.kind, number)) for end, number in (("first", first), ("last", last)) if number}
    return NoSuchThing(named.kind, ref_of(named), **ends)


def _scalar(connection: Connection, query: str, *values: object) -> str | None:
    found: str | None = connection.exec_driver_sql(query, values).scalar()
    return found


def _ends(connection: Connection, query: str, *values: object) -> tuple[int | None, int | None]:
    first, last = connection.exec_driver_sql(query, values).one()
    return first, last
