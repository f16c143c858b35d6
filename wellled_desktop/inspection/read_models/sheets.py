"""The question sheet of a session."""

import msgspec

from wellled_desktop.inspection.words import QuestionOrigin, QuestionState


class Question(msgspec.Struct, frozen=True):
    """A question on a session's sheet. `position` counts from 0; `why` says why it is there."""

    id: str
    session_id: str
    position: int
    text: str
    why: str
    origin: QuestionOrigin
    node: str | None
    state: QuestionState
