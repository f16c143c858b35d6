"""Which signed-off sessions are no longer what was signed off: a line written, reworded or retracted since."""

from sqlalchemy import Connection, select, union_all

from wellled_desktop.store import tables as t


def changed_since(connection: Connection, session_id: str | None = None) -> frozenset[str]:
    """The sessions signed off and changed afterwards; `session_id` asks for one of them only.

    What is written after the sign-off is written after the end: only the late lines are looked through.
    """
    line, signed = t.note_line.c, t.session.c.signed_off_at
    ours = [t.session.c.id == line.session_id]
    if session_id is not None:
        ours.append(t.session.c.id == session_id)
    late = (line.written_after_end_minutes.is_not(None), line.written_at > signed)
    retracted = (line.retracted_at.is_not(None), line.retracted_at > signed)
    reworded = (t.line_version.c.line_id == line.id, t.line_version.c.changed_at > signed)
    found = union_all(*(select(line.session_id).where(*ours, *what) for what in (late, retracted, reworded)))
    return frozenset(connection.execute(found).scalars())
