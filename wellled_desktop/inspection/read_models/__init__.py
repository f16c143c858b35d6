"""What screens, reports and the command line read: frozen, complete, and free of the store's rows.

Times are UTC and timezone-aware; `day` is the calendar day where the inspector was. `number` counts from 1.
"""

from wellled_desktop.inspection.read_models.attachments import Attachment, ReadingPart
from wellled_desktop.inspection.read_models.concerns import FollowUp, ImmediateConcern, Telling
from wellled_desktop.inspection.read_models.days import DayOverview, DayReport, RoleNamed
from wellled_desktop.inspection.read_models.evidence import (
    Checklist,
    EvidenceEntry,
    EvidenceItemState,
    KloeHoldings,
    LinkedLine,
    NodeCount,
    NodeHoldings,
)
from wellled_desktop.inspection.read_models.inspections import InspectionDetail, JournalHead
from wellled_desktop.inspection.read_models.lines import LineHistory, LineVersion, NoteLine, SavedDraft
from wellled_desktop.inspection.read_models.requests import Answer, Request, RequestList
from wellled_desktop.inspection.read_models.session_page import SessionNews, SessionOpening, SessionTally
from wellled_desktop.inspection.read_models.sessions import (
    FormAnswer,
    Participant,
    Pause,
    Session,
    SessionNotes,
    SessionState,
    Share,
    Talk,
    Unspoken,
)
from wellled_desktop.inspection.read_models.sheets import Question
from wellled_desktop.inspection.read_models.weighing import (
    CorroborationOutcome,
    LocalNode,
    NodeJudgement,
    ServiceFinding,
)
from wellled_desktop.inspection.read_models.worries import Risk, SaidWorries, Worry

__all__ = [
    "Answer",
    "Attachment",
    "Checklist",
    "CorroborationOutcome",
    "DayOverview",
    "DayReport",
    "EvidenceEntry",
    "EvidenceItemState",
    "FollowUp",
    "FormAnswer",
    "ImmediateConcern",
    "InspectionDetail",
    "JournalHead",
    "KloeHoldings",
    "LineHistory",
    "LineVersion",
    "LinkedLine",
    "LocalNode",
    "NodeCount",
    "NodeHoldings",
    "NodeJudgement",
    "NoteLine",
    "Participant",
    "Pause",
    "Question",
    "ReadingPart",
    "Request",
    "RequestList",
    "Risk",
    "RoleNamed",
    "SaidWorries",
    "SavedDraft",
    "ServiceFinding",
    "Session",
    "SessionNews",
    "SessionNotes",
    "SessionOpening",
    "SessionState",
    "SessionTally",
    "Share",
    "Talk",
    "Telling",
    "Unspoken",
    "Worry",
]
