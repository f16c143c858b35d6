"""The reads: through Core to frozen read models, a page at a time where there can be many."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Case, ColumnElement, Connection, Row, Select, Subquery, case, exists, func, select

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.read_models import (
    EvidenceEntry,
    EvidenceItemState,
    InspectionDetail,
    LineVersion,
    NoteLine,
    Participant,
    Pause,
    Session,
)
from wellled_desktop.store import signed_off
from wellled_desktop.store import tables as t
from wellled_desktop.store.rows import entry_of, inspection_of, line_of, session_of, state_of


def inspection_detail(connection: Connection) -> InspectionDetail | None:
    """The inspection this store holds, or None before it is created."""
    row = connection.execute(
        select(t.inspection, t.framework.c.sha256, t.framework.c.content).join(
            t.framework, t.framework.c.inspection_id == t.inspection.c.id
        )
    ).first()
    return inspection_of(row) if row is not None else None


def pinned_pack(connection: Connection) -> Pack | None:
    """The framework as it was when the inspection was created."""
    content = connection.execute(select(t.framework.c.content)).scalar()
    return msgspec.json.decode(content, type=Pack) if content is not None else None


def sessions(
    connection: Connection, *, names: bool = False, session_id: str | None = None, cancelled: bool = False
) -> tuple[Session, ...]:
    """Sessions in the order of their day, time and number; people's names only when `names` asks for them.

    A cancelled session is there only where it is asked for itself, or `cancelled` asks for all of them.
    """
    written, retracted = _counted("written"), _counted("retracted", t.note_line.c.retracted_at.is_not(None))
    gone = func.coalesce(retracted.c.lines, 0)
    query = (
        select(t.session, (func.coalesce(written.c.lines, 0) - gone).label("lines"), gone.label("retracted"))
        .outerjoin(written, written.c.session_id == t.session.c.id)
        .outerjoin(retracted, retracted.c.session_id == t.session.c.id)
        .order_by(
            t.session.c.day.is_(None),
            t.session.c.day,
            func.coalesce(t.session.c.planned_start, t.session.c.started_at),
            t.session.c.number,
        )
    )
    if session_id is not None:
        query = query.where(t.session.c.id == session_id)
    elif not cancelled:
        query = query.where(t.session.c.cancelled_at.is_(None))
    people = _participants(connection, names=names, session_id=session_id)
    pauses = _pauses(connection, session_id=session_id)
    rows = connection.execute(query).all()
    signed = any(row.signed_off_at is not None for row in rows)
    changed = signed_off.changed_since(connection, session_id) if signed else ()
    return tuple(
        session_of(row, people.get(row.id, ()), pauses.get(row.id, ()), changed=row.id in changed) for row in rows
    )


def _counted(name: str, *where: ColumnElement[bool]) -> Subquery:
    """Lines of each session: all of them, and the few retracted, are each counted in an index that holds no others."""
    session = t.note_line.c.session_id
    return select(session, func.count().label("lines")).where(*where).group_by(session).subquery(name)


def participant(connection: Connection, participant_id: str) -> tuple[str, Participant] | None:
    """The session's id and the participant, with the name."""
    query = _PEOPLE.where(t.participant.c.id == participant_id)
    row = connection.execute(query).first()
    return None if row is None else (row.session_id, _participant(row, names=True))


def _pauses(connection: Connection, *, session_id: str | None) -> dict[str, list[Pause]]:
    query = select(t.session_pause).order_by(t.session_pause.c.session_id, t.session_pause.c.position)
    if session_id is not None:
        query = query.where(t.session_pause.c.session_id == session_id)
    pauses: dict[str, list[Pause]] = defaultdict(list)
    for row in connection.execute(query):
        pauses[row.session_id].append(Pause(row.began, row.until))
    return pauses


_PEOPLE = (
    select(t.participant, t.participant_name.c.name)
    .outerjoin(t.participant_name, t.participant_name.c.participant_id == t.participant.c.id)
    .order_by(t.participant.c.session_id, t.participant.c.position)
)


def _participants(connection: Connection, *, names: bool, session_id: str | None) -> dict[str, list[Participant]]:
    query = _PEOPLE if session_id is None else _PEOPLE.where(t.participant.c.session_id == session_id)
    people: dict[str, list[Participant]] = defaultdict(list)
    for row in connection.execute(query):
        people[row.session_id].append(_participant(row, names=names))
    return people


def _participant(row: Row[Any], *, names: bool) -> Participant:
    name = row.name if names else None
    return Participant(row.id, row.role, row.label, row.name is not None, name, bool(row.removed))


def _after_sign_off() -> Case[str]:
    """What of the line came after the sign-off of its session: its writing, a change of its words, a retraction."""
    signed, changed = t.session.c.signed_off_at, t.line_version.c
    reworded = exists().where(changed.line_id == t.note_line.c.id, changed.changed_at > signed)
    return case(
        (signed.is_(None), ""),
        (t.note_line.c.written_at > signed, "written"),
        (t.note_line.c.retracted_at > signed, "amended"),
        (reworded, "amended"),
        else_="",
    )


_LINES = select(
    t.note_line,
    t.session.c.number.label("session_number"),
    t.session.c.from_handwritten_notes,
    _after_sign_off().label("after_sign_off"),
).join(t.session, t.session.c.id == t.note_line.c.session_id)


def lines(
    connection: Connection,
    *,
    line_id: str | None = None,
    line_ids: Sequence[str] | None = None,
    session_id: str | None = None,
    node: str | None = None,
    day: dt.date | None = None,
    author: str | None = None,
    claims: bool = False,
    from_number: int = 1,
    limit: int | None = None,
) -> tuple[NoteLine, ...]:
    """Note lines, retracted ones included, in the order written. `node` also finds lines tagged with its sub-items."""
    query = _LINES
    if line_id is not None:
        query = query.where(t.note_line.c.id == line_id)
    if line_ids is not None:
        query = query.where(t.note_line.c.id.in_(line_ids))
    if session_id is not None:
        query = query.where(t.note_line.c.session_id == session_id, t.note_line.c.number >= from_number)
        query = query.order_by(t.note_line.c.number)
    else:
        query = query.order_by(t.note_line.c.written_at, t.session.c.number, t.note_line.c.number)
    if node is not None:
        query = query.where(t.note_line.c.id.in_(_tagged_with(node)))
    if day is not None:
        query = query.where(t.note_line.c.day == day.isoformat())
    if author is not None:
        query = query.where(t.note_line.c.author == author)
    if claims:
        query = query.where(t.note_line.c.claim == 1, t.note_line.c.retracted_at.is_(None))
    rows = connection.execute(query if limit is None else query.limit(limit)).all()
    tags = _tags(connection, [row.id for row in rows])
    return tuple(line_of(row, tuple(tags.get(row.id, ()))) for row in rows)


def _tagged_with(node: str) -> Select[Any]:
    below = t.line_tag.c.node.startswith(f"{node}.", autoescape=True)
    return select(t.line_tag.c.line_id).where((t.line_tag.c.node == node) | below)


def _tags(connection: Connection, line_ids: list[str]) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = defaultdict(list)
    for part in _parts(line_ids):
        query = select(t.line_tag.c.line_id, t.line_tag.c.node).where(t.line_tag.c.line_id.in_(part))
        for line_id, node in connection.execute(query.order_by(t.line_tag.c.line_id, t.line_tag.c.position)):
            tags[line_id].append(node)
    return tags


def _parts(identifiers: list[str], size: int = 500) -> Iterable[list[str]]:
    return (identifiers[start : start + size] for start in range(0, len(identifiers), size))


def line_versions(connection: Connection, line_ids: Sequence[str]) -> tuple[LineVersion, ...]:
    """How the given lines stood before each change, oldest first."""
    found: list[LineVersion] = []
    for part in _parts(list(line_ids)):
        query = select(t.line_version).where(t.line_version.c.line_id.in_(part))
        rows = connection.execute(query.order_by(t.line_version.c.line_id, t.line_version.c.version))
        found.extend(LineVersion(**row._mapping) for row in rows)
    return tuple(found)


def evidence_states(
    connection: Connection, *, day: dt.date | None = None, state: str | None = None, node: str | None = None
) -> tuple[EvidenceItemState, ...]:
    """The states set on key-evidence items, in the order they were set. Items never touched are not there."""
    query = select(t.evidence_state).order_by(t.evidence_state.c.set_at, t.evidence_state.c.node)
    if day is not None:
        query = query.where(t.evidence_state.c.day == day.isoformat())
    if state is not None:
        query = query.where(t.evidence_state.c.state == state)
    if node is not None:
        query = query.where(t.evidence_state.c.node == node)
    return tuple(state_of(row) for row in connection.execute(query))


def evidence_entries(
    connection: Connection,
    *,
    day: dt.date | None = None,
    node: str | None = None,
    entry_id: str | None = None,
    retracted: bool = False,
) -> tuple[EvidenceEntry, ...]:
    """Evidence entries by number; those retracted only where `retracted` asks for them."""
    query = select(t.evidence_entry).order_by(t.evidence_entry.c.number)
    if entry_id is not None:
        query = query.where(t.evidence_entry.c.id == entry_id)
    if not retracted:
        query = query.where(t.evidence_entry.c.retracted_at.is_(None))
    if day is not None:
        query = query.where(t.evidence_entry.c.day == day.isoformat())
    if node is not None:
        linked = select(t.evidence_link.c.entry_id).where(
            (t.evidence_link.c.node == node) | t.evidence_link.c.node.startswith(f"{node}.", autoescape=True)
        )
        query = query.where(t.evidence_entry.c.id.in_(linked))
    rows = connection.execute(query).all()
    linked_to = select(t.evidence_link).order_by(t.evidence_link.c.position)
    if entry_id is not None:  # each command about an entry asks so: the links of 3,000 others take 8 ms
        linked_to = linked_to.where(t.evidence_link.c.entry_id == entry_id)
    links: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for link in connection.execute(linked_to):
        links[link.entry_id].append((link.node, bool(link.points_other_way)))
    return tuple(entry_of(row, links.get(row.id, ())) for row in rows)


def draft(connection: Connection, session_id: str, device: str) -> str:
    """The composer's text as last saved on this laptop, "" if none."""
    query = select(t.draft.c.text).where(t.draft.c.session_id == session_id, t.draft.c.device == device)
    return connection.execute(query).scalar() or ""
