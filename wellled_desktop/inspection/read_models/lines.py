"""Note lines, how they stood before, and the draft of the next one."""

import datetime as dt
from typing import Literal

import msgspec

from wellled_desktop.inspection.retraction import Retraction
from wellled_desktop.inspection.words import LineType, Weight

AfterSignOff = Literal["", "written", "amended"]


class NoteLine(msgspec.Struct, frozen=True):
    """`written_after_end_minutes` is None for a line written while its session was under way.

    `amendments` counts the changes made for a reason after the grace of ten minutes. `after_sign_off` says of a session that
    is signed off that the line was written, or that its words were changed or it was retracted, after that.
    """

    id: str
    session_id: str
    session_number: int
    number: int
    text: str
    line_type: LineType
    speaker: str | None
    claim: bool
    weight: Weight
    tags: tuple[str, ...]
    written_at: dt.datetime
    zone_minutes: int
    day: dt.date
    author: str
    amendments: int = 0
    retracted_at: dt.datetime | None = None
    retraction_reason: str | None = None
    written_after_end_minutes: int | None = None
    points_other_way: bool = False
    from_handwritten_notes: bool = False
    after_sign_off: AfterSignOff = ""

    @property
    def ref(self) -> str:
        return f"S-{self.session_number:02d} l.{self.number}"

    @property
    def local_time(self) -> dt.datetime:
        """The time on the wall where it was written."""
        return self.written_at.astimezone(dt.timezone(dt.timedelta(minutes=self.zone_minutes)))


class LineVersion(msgspec.Struct, frozen=True):
    """How a line stood before a change made at `changed_at`; `reason` is None for a correction within the grace."""

    line_id: str
    version: int
    text: str
    line_type: LineType
    speaker: str | None
    changed_at: dt.datetime
    author: str
    reason: str | None


class LineHistory(msgspec.Struct, frozen=True):
    """How a line stood before each change, and each time it was retracted, both oldest first."""

    line_id: str
    versions: tuple[LineVersion, ...]
    retractions: tuple[Retraction, ...]


class SavedDraft(msgspec.Struct, frozen=True):
    """The composer's text as last saved on this laptop, when, and the type, speaker and marks its line would have."""

    text: str
    saved_at: dt.datetime
    line_type: LineType = "said"
    speaker: str | None = None
    claim: bool = False
    weight: Weight = "neutral"
    points_other_way: bool = False
