"""Everything an inspector can ask the record to do. A command says what is wanted; `decisions` says what it means.

Identifiers are given by whoever makes the command (UUIDv7 text), so that a screen can show a thing before it is on disk.
Times are timezone-aware.
"""

from wellled_desktop.inspection.commands.concerns import LogTelling, PinConcern, RecordReply, UnpinConcern
from wellled_desktop.inspection.commands.evidence import RecordEvidence, RestoreEntry, RetractEntry, SetEvidenceState
from wellled_desktop.inspection.commands.inspections import CreateInspection, TeamMember
from wellled_desktop.inspection.commands.lines import AmendLine, RestoreLine, RetractLine, SaveDraft, WriteLine
from wellled_desktop.inspection.commands.requests import MakeRequest, SetRequestState
from wellled_desktop.inspection.commands.sessions import (
    AddParticipant,
    Answer,
    AnswerForm,
    CancelSession,
    ChangeParticipant,
    ChangeSession,
    EndSession,
    NewParticipant,
    PauseSession,
    PlanSession,
    RemoveParticipant,
    ReopenSession,
    RestoreSession,
    ResumeSession,
    ReturnParticipant,
    SignOffSession,
    StartSession,
    TakeFromHandwrittenNotes,
    WithdrawHandwrittenNotes,
    WithdrawSignOff,
    WithdrawStart,
)
from wellled_desktop.inspection.commands.sheets import AddQuestions, NewQuestion, OrderSheet, SetQuestionState
from wellled_desktop.inspection.commands.worries import (
    CompareWorry,
    NewRisk,
    NoteWorry,
    RecordRisks,
    RestoreWorry,
    RetractWorry,
)

Command = (
    CreateInspection
    | SetEvidenceState
    | RecordEvidence
    | RetractEntry
    | RestoreEntry
    | PlanSession
    | ChangeSession
    | CancelSession
    | RestoreSession
    | AddParticipant
    | ChangeParticipant
    | RemoveParticipant
    | ReturnParticipant
    | StartSession
    | WithdrawStart
    | PauseSession
    | ResumeSession
    | EndSession
    | ReopenSession
    | TakeFromHandwrittenNotes
    | WithdrawHandwrittenNotes
    | AnswerForm
    | SignOffSession
    | WithdrawSignOff
    | WriteLine
    | AmendLine
    | RetractLine
    | RestoreLine
    | SaveDraft
    | AddQuestions
    | OrderSheet
    | SetQuestionState
    | MakeRequest
    | SetRequestState
    | PinConcern
    | UnpinConcern
    | LogTelling
    | RecordReply
    | NoteWorry
    | RetractWorry
    | RestoreWorry
    | CompareWorry
    | RecordRisks
)

__all__ = [
    "AddParticipant",
    "AddQuestions",
    "AmendLine",
    "Answer",
    "AnswerForm",
    "CancelSession",
    "ChangeParticipant",
    "ChangeSession",
    "Command",
    "CompareWorry",
    "CreateInspection",
    "EndSession",
    "LogTelling",
    "MakeRequest",
    "NewParticipant",
    "NewQuestion",
    "NewRisk",
    "NoteWorry",
    "OrderSheet",
    "PauseSession",
    "PinConcern",
    "PlanSession",
    "RecordEvidence",
    "RecordReply",
    "RecordRisks",
    "RemoveParticipant",
    "ReopenSession",
    "RestoreEntry",
    "RestoreLine",
    "RestoreSession",
    "RestoreWorry",
    "ResumeSession",
    "RetractEntry",
    "RetractLine",
    "RetractWorry",
    "ReturnParticipant",
    "SaveDraft",
    "SetEvidenceState",
    "SetQuestionState",
    "SetRequestState",
    "SignOffSession",
    "StartSession",
    "TakeFromHandwrittenNotes",
    "TeamMember",
    "UnpinConcern",
    "WithdrawHandwrittenNotes",
    "WithdrawSignOff",
    "WithdrawStart",
    "WriteLine",
]
