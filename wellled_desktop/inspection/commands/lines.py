"""Note lines and the draft of the next one."""

import msgspec

from wellled_desktop.inspection.commands.since import Since
from wellled_desktop.inspection.words import LineType, Weight


class WriteLine(msgspec.Struct, frozen=True, tag=True):
    """Writing in a session that has not begun begins it; writing after its end is allowed and labelled.

    `speaker` is a participant's id, or one of `words.VOICES` where it is nobody in particular.
    """

    id: str
    session: str
    text: str
    line_type: LineType = "said"
    speaker: str | None = None
    tags: tuple[str, ...] = ()
    claim: bool = False
    weight: Weight = "neutral"
    points_other_way: bool = False


class AmendLine(msgspec.Struct, frozen=True, tag=True):
    """What is None stays as it is. Words, type and speaker need a reason once ten minutes have passed; coding does not.

    `speaker` set to "" means: nobody in particular.
    """

    line: str
    text: str | None = None
    line_type: LineType | None = None
    speaker: str | None = None
    tags: tuple[str, ...] | None = None
    claim: bool | None = None
    weight: Weight | None = None
    points_other_way: bool | None = None
    reason: str | None = None


class RetractLine(msgspec.Struct, frozen=True, tag=True):
    line: str
    reason: str
    since: Since | None = None


class RestoreLine(msgspec.Struct, frozen=True, tag=True):
    line: str
    reason: str


class SaveDraft(msgspec.Struct, frozen=True, tag=True):
    """The composer's text as it stands, and the type, speaker and marks its line would have; an empty text clears it all."""

    session: str
    text: str
    line_type: LineType = "said"
    speaker: str | None = None
    claim: bool = False
    weight: Weight = "neutral"
    points_other_way: bool = False
