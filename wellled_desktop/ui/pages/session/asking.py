"""The commands that what stands in the composer comes to."""

from wellled_desktop.inspection.commands import AmendLine, SaveDraft, WriteLine
from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.ui.pages.session.composed import Composed


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
