"""What the session page reads."""

import msgspec

from wellled_desktop.inspection.read_models.lines import NoteLine, SavedDraft
from wellled_desktop.inspection.read_models.sessions import Session


class SessionOpening(msgspec.Struct, frozen=True):
    """What the session page shows first: the session, the newest of its lines in the order written, the draft."""

    session: Session
    newest: tuple[NoteLine, ...]
    draft: SavedDraft | None


class SessionTally(msgspec.Struct, frozen=True):
    """A session so far; `counts` has, for each node, the lines (not retracted) tagged with it or with a sub-item of it."""

    session_id: str
    counts: dict[str, int]
    claims: tuple[NoteLine, ...]


class SessionNews(msgspec.Struct, frozen=True):
    """What some changes mean for one session: its lines among them, and the session where it changed itself (else None)."""

    session_id: str
    lines: tuple[NoteLine, ...]
    session: Session | None
