"""One row of a table to its frozen read model. Which rows, and in what order, is asked elsewhere."""

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Row

from wellled_desktop.inspection.commands import TeamMember
from wellled_desktop.inspection.read_models import (
    EvidenceEntry,
    EvidenceItemState,
    InspectionDetail,
    NoteLine,
    Participant,
    Pause,
    Session,
)


class _VersionLabel(msgspec.Struct):
    label: str


class _PackHead(msgspec.Struct):
    id: str
    version: _VersionLabel


_PackLabel = msgspec.json.Decoder(_PackHead)


def inspection_of(row: Row[Any]) -> InspectionDetail:
    """Of the inspection's row joined to its framework's."""
    pack = _PackLabel.decode(row.content)
    return InspectionDetail(
        id=row.id,
        trust_name=row.trust_name,
        provider_code=row.provider_code,
        trust_types=tuple(json.loads(row.trust_types)),
        start_date=dt.date.fromisoformat(row.start_date),
        days=row.days,
        marking=row.marking,
        team=tuple(msgspec.convert(json.loads(row.team), list[TeamMember])),
        framework_id=pack.id,
        framework_version=pack.version.label,
        framework_sha256=row.sha256,
    )


def session_of(
    row: Row[Any], people: Sequence[Participant], pauses: Sequence[Pause] = (), *, changed: bool = False
) -> Session:
    return Session(
        id=row.id,
        number=row.number,
        kind=row.kind,
        title=row.title,
        roles=tuple(json.loads(row.roles)),
        participants=tuple(people),
        planned_start=row.planned_start,
        planned_minutes=row.planned_minutes,
        place=row.place,
        lead=row.lead,
        note_taker=row.note_taker,
        started_at=row.started_at,
        ended_at=row.ended_at,
        day=dt.date.fromisoformat(row.day) if row.day else None,
        lines=row.lines,
        retracted=row.retracted,
        cancelled_at=row.cancelled_at,
        cancelled_reason=row.cancelled_reason,
        from_handwritten_notes=bool(row.from_handwritten_notes),
        pauses=tuple(pauses),
        signed_off_at=row.signed_off_at,
        signed_off_by=row.signed_off_by,
        changed_since_sign_off=changed,
        calendar_uid=row.calendar_uid,
    )


def line_of(row: Row[Any], tags: tuple[str, ...]) -> NoteLine:
    return NoteLine(
        id=row.id,
        session_id=row.session_id,
        session_number=row.session_number,
        number=row.number,
        text=row.text,
        line_type=row.line_type,
        speaker=row.speaker,
        claim=bool(row.claim),
        weight=row.weight,
        tags=tags,
        written_at=row.written_at,
        zone_minutes=row.zone_minutes,
        day=dt.date.fromisoformat(row.day),
        author=row.author,
        amendments=row.amendments,
        retracted_at=row.retracted_at,
        retraction_reason=row.retraction_reason,
        written_after_end_minutes=row.written_after_end_minutes,
        points_other_way=bool(row.points_other_way),
        from_handwritten_notes=bool(row.from_handwritten_notes),
        after_sign_off=row.after_sign_off,
    )


def state_of(row: Row[Any]) -> EvidenceItemState:
    return EvidenceItemState(row.node, row.state, row.reason, row.set_at, dt.date.fromisoformat(row.day), row.author)


def entry_of(row: Row[Any], links: Sequence[tuple[str, bool]]) -> EvidenceEntry:
    """The read model of a row of the table of evidence entries; `links` are its nodes, and whether each points the other way."""
    return EvidenceEntry(
        id=row.id,
        number=row.number,
        title=row.title,
        source_kind=row.source_kind,
        owner=row.owner,
        dated=dt.date.fromisoformat(row.dated) if row.dated else None,
        period=row.period,
        received_on=dt.date.fromisoformat(row.received_on) if row.received_on else None,
        received_how=row.received_how,
        other_way=tuple(node for node, other_way in links if other_way),
        request=row.request,
        nodes=tuple(node for node, _ in links),
        remarks=row.remarks,
        recorded_at=row.recorded_at,
        day=dt.date.fromisoformat(row.day),
        author=row.author,
        retracted_at=row.retracted_at,
        retraction_reason=row.retraction_reason,
    )
