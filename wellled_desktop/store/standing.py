"""How things stand, answered from inside the writer's own transaction: the store's side of `decisions.Standing`."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, bindparam, func, literal, select

from wellled_desktop.framework.forms import all_fields
from wellled_desktop.framework.pack import FormField, KeyEvidence, Pack, Prompt, Reference, SubItem, walk
from wellled_desktop.inspection.read_models import (
    Attachment,
    CorroborationOutcome,
    EvidenceEntry,
    EvidenceItemState,
    FormAnswer,
    ImmediateConcern,
    InspectionDetail,
    LocalNode,
    NodeJudgement,
    NoteLine,
    Participant,
    Pause,
    Question,
    ReadingPart,
    Request,
    Risk,
    SavedDraft,
    ServiceFinding,
    Session,
    Telling,
    Worry,
)
from wellled_desktop.store import reading, session_reading, talk_reading, weighing_reading
from wellled_desktop.store import tables as t
from wellled_desktop.store.prepared import Prepared
from wellled_desktop.store.rows import session_of

_SESSION = Prepared(
    select(t.session, literal(0).label("lines"), literal(0).label("retracted")).where(
        t.session.c.id == bindparam("session")
    )
)
_PEOPLE = Prepared(
    select(t.participant.c.id, t.participant.c.role, t.participant.c.label, t.participant.c.removed)
    .where(t.participant.c.session_id == bindparam("session"))
    .order_by(t.participant.c.position)
)
_PAUSES = Prepared(
    select(t.session_pause.c.began, t.session_pause.c.until)
    .where(t.session_pause.c.session_id == bindparam("session"))
    .order_by(t.session_pause.c.position)
)
_LEAVE_SESSIONS = ("line-", "draft-")
_HOLDS_LINE = Prepared(select(t.note_line.c.id).where(t.note_line.c.id == bindparam("line")))
_RISK = Prepared(select(t.risk).where(t.risk.c.id == bindparam("risk")))
_RISK_BY_REFERENCE = Prepared(select(t.risk).where(t.risk.c.reference == bindparam("reference")))
_COMPARED = Prepared(
    select(t.worry.c.id).where(t.worry.c.risk_id == bindparam("risk"), t.worry.c.retracted_at.is_(None)).limit(1)
)
_STANDING_LINE = Prepared(
    select(t.note_line.c.id)
    .where(t.note_line.c.session_id == bindparam("session"), t.note_line.c.retracted_at.is_(None))
    .limit(1)
)
_LOCAL_KIND = Prepared(select(t.local_node.c.kind).where(t.local_node.c.node == bindparam("node")))
_LAST_LINE = Prepared(select(func.max(t.note_line.c.number)).where(t.note_line.c.session_id == bindparam("session")))


class StoreStanding:
    """Reads through the connection it is given. The pinned framework is read once and kept: it never changes."""

    def __init__(self, connection: Connection, device: str) -> None:
        self._connection = connection
        self._device = device
        self._kinds: dict[str, str] = {}
        self._fields: dict[str, FormField] = {}
        self._sessions: dict[str, Session | None] = {}

    def look_again(self, *kinds: str) -> None:
        """What was read of sessions is forgotten, unless what was recorded is of kinds that leave sessions as they are.

        Nobody else writes to an open inspection. While somebody types, nothing is recorded but lines and drafts.
        """
        if not kinds or not all(kind.startswith(_LEAVE_SESSIONS) for kind in kinds):
            self._sessions.clear()

    def inspection(self) -> InspectionDetail | None:
        return reading.inspection_detail(self._connection)

    def session(self, session_id: str) -> Session | None:
        """The session without its count of lines or the names of its people: no rule asks for them, and counting takes time."""
        if session_id not in self._sessions:
            self._sessions[session_id] = self._session(session_id)
        return self._sessions[session_id]

    def _session(self, session_id: str) -> Session | None:
        row = _SESSION.first(self._connection, {"session": session_id})
        if row is None:
            return None
        people = _PEOPLE.rows(self._connection, {"session": session_id})
        pauses = _PAUSES.rows(self._connection, {"session": session_id})
        return session_of(
            row,
            [Participant(one.id, one.role, one.label, removed=bool(one.removed)) for one in people],
            [Pause(one.began, one.until) for one in pauses],
        )

    def line(self, line_id: str) -> NoteLine | None:
        return next(iter(reading.lines(self._connection, line_id=line_id)), None)

    def holds_line(self, line_id: str) -> bool:
        return _HOLDS_LINE.first(self._connection, {"line": line_id}) is not None

    def holds_lines(self, session_id: str) -> bool:
        return self.next_line_number(session_id) > 1

    def lines_stand(self, session_id: str) -> bool:
        return _STANDING_LINE.first(self._connection, {"session": session_id}) is not None

    def late_lines(self, session_id: str) -> tuple[tuple[str, int], ...]:
        line = t.note_line.c
        late = select(line.id, line.written_after_end_minutes).where(
            line.session_id == session_id, line.written_after_end_minutes.is_not(None)
        )
        return tuple((row.id, row.written_after_end_minutes) for row in self._connection.execute(late))

    def participant(self, participant_id: str) -> tuple[str, Participant] | None:
        return reading.participant(self._connection, participant_id)

    def evidence_state(self, node: str) -> EvidenceItemState | None:
        return next(iter(reading.evidence_states(self._connection, node=node)), None)

    def entry(self, entry_id: str) -> EvidenceEntry | None:
        return next(iter(reading.evidence_entries(self._connection, entry_id=entry_id, retracted=True)), None)

    def node_kind(self, node: str) -> str | None:
        """What a node id or role id is in the pinned framework, or None."""
        self._read_framework()
        return self._kinds.get(node) or _LOCAL_KIND.scalar(self._connection, {"node": node})

    def form_field(self, field_id: str) -> FormField | None:
        self._read_framework()
        return self._fields.get(field_id)

    def _read_framework(self) -> None:
        if not self._kinds and (pack := reading.pinned_pack(self._connection)) is not None:
            self._kinds, self._fields = _kinds(pack), all_fields(pack)

    def form_answer(self, session_id: str, field_id: str) -> FormAnswer | None:
        return next(iter(talk_reading.form_answers(self._connection, session_id=session_id, field=field_id)), None)

    def draft(self, session_id: str) -> SavedDraft | None:
        return session_reading.saved_draft(self._connection, session_id=session_id, device=self._device)

    def sheet(self, session_id: str) -> tuple[Question, ...]:
        return talk_reading.questions(self._connection, session_id=session_id)

    def question(self, question_id: str) -> Question | None:
        return next(iter(talk_reading.questions(self._connection, question_id=question_id)), None)

    def request(self, request_id: str) -> Request | None:
        return next(iter(talk_reading.requests(self._connection, request_id=request_id)), None)

    def concern(self, line_id: str) -> ImmediateConcern | None:
        found = talk_reading.immediate_concerns(self._connection, line_id=line_id, retracted=True)
        return next(iter(found), None)

    def telling(self, telling_id: str) -> Telling | None:
        return next(iter(talk_reading.tellings(self._connection, telling_id=telling_id, retracted=True)), None)

    def worry(self, worry_id: str) -> tuple[Worry, bool] | None:
        found = talk_reading.worries(self._connection, worry_id=worry_id, retracted=True)
        return (found[0], talk_reading.is_retracted(self._connection, worry_id=worry_id)) if found else None

    def risk(self, reference: str) -> Risk | None:
        return _risk(_RISK_BY_REFERENCE.first(self._connection, {"reference": reference}))

    def risk_with(self, risk_id: str) -> Risk | None:
        return _risk(_RISK.first(self._connection, {"risk": risk_id}))

    def holds_risk(self, risk_id: str) -> bool:
        return talk_reading.holds_risk(self._connection, risk_id=risk_id)

    def is_compared(self, risk_id: str) -> bool:
        return _COMPARED.first(self._connection, {"risk": risk_id}) is not None

    def attachment(self, attachment_id: str) -> Attachment | None:
        found = weighing_reading.attachments(self._connection, attachment_id=attachment_id, retracted=True)
        return next(iter(found), None)

    def reading_part(self, part_id: str) -> ReadingPart | None:
        return next(iter(weighing_reading.reading_parts(self._connection, part_id=part_id, withdrawn=True)), None)

    def finding(self, finding_id: str) -> ServiceFinding | None:
        return next(iter(weighing_reading.findings(self._connection, finding_id=finding_id, retracted=True)), None)

    def finding_ids(self, among: Collection[str]) -> frozenset[str]:
        return weighing_reading.finding_ids(self._connection, among)

    def findings_saying(self, texts: Collection[str]) -> frozenset[tuple[str, str]]:
        return weighing_reading.findings_saying(self._connection, texts)

    def local_node(self, local_id: str) -> LocalNode | None:
        return next(iter(weighing_reading.local_nodes(self._connection, local_id=local_id, retracted=True)), None)

    def judgement(self, node: str) -> NodeJudgement | None:
        return next(iter(weighing_reading.judgements(self._connection, node=node)), None)

    def outcome(self, outcome_id: str) -> CorroborationOutcome | None:
        return next(iter(weighing_reading.outcomes(self._connection, outcome_id=outcome_id, withdrawn=True)), None)

    def next_local_number(self, kloe: str) -> int:
        return weighing_reading.next_local_number(self._connection, kloe=kloe)

    def next_request_number(self) -> int:
        return talk_reading.next_request_number(self._connection)

    def next_session_number(self) -> int:
        return (self._connection.execute(select(func.max(t.session.c.number))).scalar() or 0) + 1

    def next_line_number(self, session_id: str) -> int:
        return (_LAST_LINE.scalar(self._connection, {"session": session_id}) or 0) + 1

    def next_entry_number(self) -> int:
        return (self._connection.execute(select(func.max(t.evidence_entry.c.number))).scalar() or 0) + 1


def _risk(row: Any) -> Risk | None:
    return None if row is None else Risk(**row._asdict())


def _kinds(pack: Pack) -> dict[str, str]:
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
