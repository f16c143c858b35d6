"""How things stand, answered from inside the writer's own transaction: the store's side of `decisions.Standing`."""

from sqlalchemy import Connection, bindparam, func, literal, select

from wellled_desktop.framework.pack import KeyEvidence, Prompt, Reference, SubItem, walk
from wellled_desktop.inspection.read_models import (
    EvidenceItemState,
    InspectionDetail,
    NoteLine,
    Participant,
    SavedDraft,
    Session,
)
from wellled_desktop.store import reading, session_reading
from wellled_desktop.store import tables as t
from wellled_desktop.store.prepared import Prepared
from wellled_desktop.store.rows import session_of

_SESSION = Prepared(select(t.session, literal(0).label("lines")).where(t.session.c.id == bindparam("session")))
_PEOPLE = Prepared(
    select(t.participant.c.id, t.participant.c.role, t.participant.c.label)
    .where(t.participant.c.session_id == bindparam("session"))
    .order_by(t.participant.c.position)
)
_HOLDS_LINE = Prepared(select(t.note_line.c.id).where(t.note_line.c.id == bindparam("line")))
_LAST_LINE = Prepared(select(func.max(t.note_line.c.number)).where(t.note_line.c.session_id == bindparam("session")))


class StoreStanding:
    """Reads through the connection it is given. The pinned framework is read once and kept: it never changes."""

    def __init__(self, connection: Connection, device: str) -> None:
        self._connection = connection
        self._device = device
        self._kinds: dict[str, str] | None = None

    def inspection(self) -> InspectionDetail | None:
        return reading.inspection_detail(self._connection)

    def session(self, session_id: str) -> Session | None:
        """The session without its count of lines or the names of its people: no rule asks for them, and counting takes time."""
        row = _SESSION.first(self._connection, {"session": session_id})
        if row is None:
            return None
        people = _PEOPLE.rows(self._connection, {"session": session_id})
        return session_of(row, [Participant(one.id, one.role, one.label) for one in people])

    def line(self, line_id: str) -> NoteLine | None:
        return next(iter(reading.lines(self._connection, line_id=line_id)), None)

    def holds_line(self, line_id: str) -> bool:
        return _HOLDS_LINE.first(self._connection, {"line": line_id}) is not None

    def evidence_state(self, node: str) -> EvidenceItemState | None:
        return next(iter(reading.evidence_states(self._connection, node=node)), None)

    def node_kind(self, node: str) -> str | None:
        """What a node id or role id is in the pinned framework, or None."""
        if not self._kinds:
            self._kinds = _kinds(self._connection)
        return self._kinds.get(node)

    def draft(self, session_id: str) -> SavedDraft | None:
        return session_reading.saved_draft(self._connection, session_id=session_id, device=self._device)

    def next_session_number(self) -> int:
        return (self._connection.execute(select(func.max(t.session.c.number))).scalar() or 0) + 1

    def next_line_number(self, session_id: str) -> int:
        return (_LAST_LINE.scalar(self._connection, {"session": session_id}) or 0) + 1

    def next_entry_number(self) -> int:
        return (self._connection.execute(select(func.max(t.evidence_entry.c.number))).scalar() or 0) + 1


def _kinds(connection: Connection) -> dict[str, str]:
    pack = reading.pinned_pack(connection)
    if pack is None:
        return {}
    kinds = {role.id: "role" for role in pack.roles}
    kinds |= {role.id: "role" for role in pack.roles_named_in_evidence}
    for kloe, node in walk(pack):
        kinds[node.id] = _kind(node, kloe.evidence)
    return kinds


def _kind(node: object, evidence: tuple[KeyEvidence, ...]) -> str:
    if isinstance(node, Prompt):
        return "prompt"
    if isinstance(node, KeyEvidence):
        return "evidence"
    if isinstance(node, Reference):
        return "reference"
    if isinstance(node, SubItem):
        return "evidence-sub-item" if any(node in item.items for item in evidence) else "guidance"
    return "guidance"
