"""Steps of the example by the kind of their command."""

from typing import TypeVar

from wellled_desktop.inspection.commands import EndSession, TakeFromHandwrittenNotes
from wellled_desktop.inspection.example.steps import Step

Wanted = TypeVar("Wanted")


def of_kind(steps: tuple[Step, ...], kind: type[Wanted]) -> list[tuple[Step, Wanted]]:
    return [(step, step.command) for step in steps if isinstance(step.command, kind)]


def end_of_sessions(steps: tuple[Step, ...]) -> dict[str, int]:
    """When each session ended; on paper, for the one held so."""
    ended = {end.session: step.unix_ms for step, end in of_kind(steps, EndSession)}
    return ended | {
        taken.session: round(taken.ended.timestamp() * 1000) for _, taken in of_kind(steps, TakeFromHandwrittenNotes)
    }
