"""The commands that what stands in the composer comes to, and the line as it is shown until it is on disk."""

import datetime as dt

from wellled_desktop.inspection.commands import AmendLine, SaveDraft, WriteLine
from wellled_desktop.inspection.read_models import NoteLine, Session
from wellled_desktop.ui.pages.session.composed import Composed, line_words


def line_to_write(line_id: str, session_id: str, composed: Composed) -> WriteLine:
    return WriteLine(
        id=line_id,
        session=session_id,
        text=composed.text,
        line_type=composed.line_type,
        speaker=composed.speaker,
        tags=composed.tags,
        claim=composed.claim,
        weight=composed.weight,
        points_other_way=composed.points_other_way,
    )


def line_to_amend(line: NoteLine, composed: Composed, reason: str | None) -> AmendLine:
    return AmendLine(
        line=line.id,
        text=composed.text,
        line_type=composed.line_type,
        speaker=composed.speaker or "",
        tags=composed.tags,
        claim=composed.claim,
        weight=composed.weight,
        points_other_way=composed.points_other_way,
        reason=reason,
    )


def draft_to_save(session_id: str, draft: Composed) -> SaveDraft:
    """`draft` has its tags in its text."""
    return SaveDraft(
        session=session_id,
        text=draft.text,
        line_type=draft.line_type,
        speaker=draft.speaker,
        claim=draft.claim,
        weight=draft.weight,
        points_other_way=draft.points_other_way,
    )


def line_on_its_way(
    line_id: str, session: Session, composed: Composed, *, number: int, now: dt.datetime, author: str
) -> NoteLine:
    """The line as it will very likely be once it is on disk."""
    offset = now.astimezone().utcoffset() or dt.timedelta(0)
    after_end = None if session.ended_at is None else max(0, round((now - session.ended_at).total_seconds() / 60))
    return NoteLine(
        id=line_id,
        session_id=session.id,
        session_number=session.number,
        number=number,
        text=line_words(composed.text),
        line_type=composed.line_type,
        speaker=composed.speaker,
        claim=composed.claim,
        weight=composed.weight,
        tags=composed.tags,
        written_at=now,
        zone_minutes=round(offset.total_seconds() / 60),
        day=now.astimezone().date(),
        author=author,
        written_after_end_minutes=after_end,
        points_other_way=composed.points_other_way,
        from_handwritten_notes=session.from_handwritten_notes,
        after_sign_off="written" if session.signed_off_at else "",
    )


def labels_another(before: Session, now: Session) -> bool:
    """Whether what is said on each line of its session's end and sign-off is not what it was."""
    paper = now.from_handwritten_notes or before.from_handwritten_notes
    other_times = (before.from_handwritten_notes, before.ended_at) != (now.from_handwritten_notes, now.ended_at)
    return (paper and other_times) or (before.signed_off_at is not None and now.signed_off_at is None)
