"""What a change of one line or of many at once comes to: the commands of one step, which one Undo takes back. No widgets."""

from collections.abc import Collection, Sequence

from wellled_desktop.inspection.commands import AmendLine, RestoreLine, RetractLine
from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.inspection.words import LineType
from wellled_desktop.ui.pages.session.composed import has_speaker
from wellled_desktop.ui.pages.session.next_line_strip import Mark


def standing(lines: Sequence[NoteLine]) -> tuple[NoteLine, ...]:
    """Those that can be changed: a retracted one is put back first. Where all are retracted the record says so."""
    return tuple(line for line in lines if line.retracted_at is None) or tuple(lines)


def retagged(lines: Sequence[NoteLine], add: Collection[str], away: Collection[str]) -> tuple[AmendLine, ...]:
    """Tags put on and taken away; a line whose tags are already so is left alone."""
    changes = []
    for line in lines:
        tags = tuple(dict.fromkeys((*(tag for tag in line.tags if tag not in away), *add)))
        if tags != line.tags:
            changes.append(AmendLine(line.id, tags=tags))
    return tuple(changes)


def toggled_tag(lines: Sequence[NoteLine], node: str) -> tuple[AmendLine, ...]:
    """On those that lack it; off again where every one has it."""
    on_all = all(node in line.tags for line in lines)
    return retagged(lines, () if on_all else (node,), (node,) if on_all else ())


def toggled_mark(lines: Sequence[NoteLine], mark: Mark) -> tuple[AmendLine, ...]:
    """On those that lack it; off again where every one has it."""
    lacking = tuple(line for line in lines if not _has(line, mark))
    on = bool(lacking)
    return tuple(_marked(line, mark, on=on) for line in lacking or lines)


def _has(line: NoteLine, mark: Mark) -> bool:
    if mark == "claim":
        return line.claim
    return line.points_other_way if mark == "other way" else line.weight == mark


def _marked(line: NoteLine, mark: Mark, *, on: bool) -> AmendLine:
    if mark == "claim":
        return AmendLine(line.id, claim=on)
    if mark == "other way":
        return AmendLine(line.id, points_other_way=on)
    return AmendLine(line.id, weight=mark if on else "neutral")


def retyped(lines: Sequence[NoteLine], line_type: LineType, reason: str | None) -> tuple[AmendLine, ...]:
    """What nobody said has no speaker: both go into the record together, under one reason."""
    speaker = None if has_speaker(line_type) else ""
    return tuple(
        AmendLine(line.id, line_type=line_type, speaker=speaker, reason=reason)
        for line in lines
        if line.line_type != line_type
    )


def spoken_by(lines: Sequence[NoteLine], speaker: str | None, reason: str | None) -> tuple[AmendLine, ...]:
    return tuple(
        AmendLine(line.id, speaker=speaker or "", reason=reason)
        for line in lines
        if line.speaker != (speaker or None) and (has_speaker(line.line_type) or not speaker)
    )


def retracted_or_restored(lines: Sequence[NoteLine], reason: str) -> tuple[RetractLine | RestoreLine, ...]:
    """Those that stand are retracted; where none does, all are put back."""
    stand = tuple(line for line in lines if line.retracted_at is None)
    return tuple(RetractLine(line.id, reason) for line in stand) or tuple(
        RestoreLine(line.id, reason) for line in lines
    )
