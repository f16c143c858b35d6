"""What is known of each session's draft before the record has told or been told: what was asked to be saved of it last, and
what was saved of it before the session was opened this time.
"""

import datetime as dt
from collections.abc import Callable

from wellled_desktop.inspection.read_models import SavedDraft, SessionOpening
from wellled_desktop.ui.pages.session.composed import Composed, as_draft, saved_words


class Drafts:
    """`read` asks the record for a session's draft, at once.

    A session that is left and opened again may be read before its draft has reached the disk: what was asked here last is
    newer than what is read.
    """

    def __init__(self, read: Callable[[str], SavedDraft | None], now: Callable[[], dt.datetime]) -> None:
        self._read = read
        self._now = now
        self._last: dict[str, SavedDraft] = {}
        self._earlier: dict[str, SavedDraft | None] = {}

    def begin(self, session_id: str) -> None:
        """The session is being opened; what is in its composer now is nothing."""
        self._earlier.pop(session_id, None)

    def keep(self, session_id: str, draft: Composed) -> None:
        self._last[session_id] = SavedDraft(
            draft.text,
            self._now(),
            draft.line_type,
            draft.speaker,
            draft.claim,
            draft.weight,
            draft.points_other_way,
        )

    def last(self, session_id: str) -> Composed | None:
        last = self._last.get(session_id)
        return saved_words(last) if last else None

    def after_earlier(self, session_id: str, draft: Composed) -> Composed:
        """What was typed before the session was there stands after what was saved of it earlier."""
        if session_id not in self._earlier:
            self._earlier[session_id] = self._last.get(session_id) or self._read(session_id)
        earlier = self._earlier[session_id]
        return as_draft(draft, saved_words(earlier) if earlier else None, may_choose=False)

    def to_put_back(self, opening: SessionOpening) -> SavedDraft | None:
        """What belongs into the composer before anything that is typed there already."""
        session_id = opening.session.id
        read = self._last.get(session_id, opening.draft)
        found = self._earlier.get(session_id, read)
        return found if found and found.text else None
