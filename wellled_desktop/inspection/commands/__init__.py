"""Everything an inspector can ask the record to do. A command says what is wanted; `decisions` says what it means.

Identifiers are given by whoever makes the command (UUIDv7 text), so that a screen can show a thing before it is on disk.
Times are timezone-aware.
"""

from wellled_desktop.inspection.commands.concerns import (
    LogTelling,
    PinConcern,
    RecordReply,
    RestoreTelling,
    RetractTelling,
    UnpinConcern,
)
from wellled_desktop.inspection.commands.evidence import (
    RecordEvidence,
    RestoreEntry,
    RetractEntry,
    SetEvidenceState,
    UnsetEvidenceState,
)
from wellled_desktop.inspection.commands.inspections import CreateInspection, TeamMember
from wellled_desktop.inspection.commands.lines import AmendLine, RestoreLine, RetractLine, SaveDraft, WriteLine
from wellled_desktop.inspection.commands.requests import AmendRequest, MakeRequest, SetRequestState
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
    WithdrawPause,
    WithdrawResume,
    WithdrawSignOff,
    WithdrawStart,
)
from wellled_desktop.inspection.commands.sheets import (
    AddQuestions,
    NewQuestion,
    OrderSheet,
    SetQuestionState,
    WithdrawQuestions,
)
from wellled_desktop.inspection.commands.since import Since
from wellled_desktop.inspection.commands.worries import (
    CompareWorry,
    NewRisk,
    NoteWorry,
    RecordRisks,
    RestoreRisks,
    RestoreWorry,
    RetractRisks,
    RetractWorry,
)

Command = (
    CreateInspection
    | SetEvidenceState
    | UnsetEvidenceState
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
    | WithdrawPause
    | ResumeSession
    | WithdrawResume
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
    | WithdrawQuestions
    | OrderSheet
    | SetQuestionState
    | MakeRequest
    | AmendRequest
    | SetRequestState
    | PinConcern
    | UnpinConcern
    | LogTelling
    | RecordReply
    | RetractTelling
    | RestoreTelling
    | NoteWorry
    | RetractWorry
    | RestoreWorry
    | CompareWorry
    | RecordRisks
    | RetractRisks
    | RestoreRisks
)

__all__ = [
    "AddParticipant",
    "AddQuestions",
    "AmendLine",
    "AmendRequest",
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
    "RestoreRisks",
    "RestoreSession",
    "RestoreTelling",
    "RestoreWorry",
    "ResumeSession",
    "RetractEntry",
    "RetractLine",
    "RetractRisks",
    "RetractTelling",
    "RetractWorry",
    "ReturnParticipant",
    "SaveDraft",
    "SetEvidenceState",
    "SetQuestionState",
    "SetRequestState",
    "SignOffSession",
    "Since",
    "StartSession",
    "TakeFromHandwrittenNotes",
    "TeamMember",
    "UnpinConcern",
    "UnsetEvidenceState",
    "WithdrawHandwrittenNotes",
    "WithdrawPause",
    "WithdrawQuestions",
    "WithdrawResume",
    "WithdrawSignOff",
    "WithdrawStart",
    "WriteLine",
]
