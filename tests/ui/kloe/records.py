"""Short ways to record things for these tests, and to wait until they are on disk."""

from pytestqt.qtbot import QtBot

from wellled_desktop.inspection.commands import (
    AmendLine,
    Command,
    NewParticipant,
    PlanSession,
    RecordEvidence,
    RetractLine,
    WriteLine,
)
from wellled_desktop.inspection.words import LineType, Weight
from wellled_desktop.ui.page import Opened

SESSION = "01900000-0000-7000-8000-00000000a001"
SPEAKER = "01900000-0000-7000-8000-00000000b001"


def line_id(number: int) -> str:
    return f"01900000-0000-7000-8000-{number:012d}"


def entry_id(number: int) -> str:
    return f"01900000-0000-7000-9000-{number:012d}"


def record(qtbot: QtBot, opened: Opened, *commands: Command) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(*commands)


def session() -> PlanSession:
    return PlanSession(
        SESSION, "interview", ("chief-executive",), (NewParticipant(SPEAKER, "chief-executive", name="Never Shown"),)
    )


def line(
    number: int,
    text: str,
    *tags: str,
    line_type: LineType = "said",
    claim: bool = False,
    weight: Weight = "neutral",
    speaker: str | None = SPEAKER,
) -> WriteLine:
    return WriteLine(line_id(number), SESSION, text, line_type, speaker, tags, claim, weight)


def entry(number: int, title: str, *nodes: str, owner: str = "") -> RecordEvidence:
    return RecordEvidence(entry_id(number), title, "document", owner, nodes=nodes)


def retracted(number: int, reason: str) -> RetractLine:
    return RetractLine(line_id(number), reason)


def amended(number: int, text: str) -> AmendLine:
    return AmendLine(line_id(number), text=text)
