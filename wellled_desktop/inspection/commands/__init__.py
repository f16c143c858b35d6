"""Everything an inspector can ask the record to do. A command says what is wanted; `decisions` says what it means.

Identifiers are given by whoever makes the command (UUIDv7 text), so that a screen can show a thing before it is on disk.
Times are timezone-aware.
"""

from wellled_desktop.inspection.commands.attachments import (
    AttachFile,
    ChangeReading,
    NoteNecessity,
    PlanReading,
    RestoreAttachment,
    RetractAttachment,
    ReturnReading,
    SetReading,
    WithdrawReading,
)
from wellled_desktop.inspection.commands.concerns import (
    LogTelling,
    PinConcern,
    RecordReply,
    RestoreTelling,
    RetractTelling,
    UnpinConcern,
)
from wellled_desktop.inspection.commands.evidence import (
    AmendEntry,
    RecordEvidence,
    RestoreEntry,
    RetractEntry,
    SetEvidenceState,
    UnsetEvidenceState,
)
from wellled_desktop.inspection.commands.findings import (
    LinkFinding,
    NewFinding,
    RecordFindings,
    RestoreFindings,
    RetractFindings,
)
from wellled_desktop.inspection.commands.inspections import ChangeTrustTypes, CreateInspection, TeamMember
from wellled_desktop.inspection.commands.lines import AmendLine, RestoreLine, RetractLine, SaveDraft, WriteLine
from wellled_desktop.inspection.commands.local_nodes import (
    AddLocalNode,
    AmendLocalNode,
    RestoreLocalNode,
    RetractLocalNode,
)
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
from wellled_desktop.inspection.commands.weighing import RecordOutcome, ReturnOutcome, SetJudgement, WithdrawOutcome
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
    | AmendEntry
    | ChangeTrustTypes
    | AttachFile
    | ChangeReading
    | NoteNecessity
    | PlanReading
    | RestoreAttachment
    | RetractAttachment
    | ReturnReading
    | SetReading
    | WithdrawReading
    | LinkFinding
    | RecordFindings
    | RestoreFindings
    | RetractFindings
    | AddLocalNode
    | AmendLocalNode
    | RestoreLocalNode
    | RetractLocalNode
    | RecordOutcome
    | ReturnOutcome
    | SetJudgement
    | WithdrawOutcome
)

__all__ = [
    "AddLocalNode",
    "AddParticipant",
    "AddQuestions",
    "AmendEntry",
    "AmendLine",
    "AmendLocalNode",
    "AmendRequest",
    "Answer",
    "AnswerForm",
    "AttachFile",
    "CancelSession",
    "ChangeParticipant",
    "ChangeReading",
    "ChangeSession",
    "ChangeTrustTypes",
    "Command",
    "CompareWorry",
    "CreateInspection",
    "EndSession",
    "LinkFinding",
    "LogTelling",
    "MakeRequest",
    "NewFinding",
    "NewParticipant",
    "NewQuestion",
    "NewRisk",
    "NoteNecessity",
    "NoteWorry",
    "OrderSheet",
    "PauseSession",
    "PinConcern",
    "PlanReading",
    "PlanSession",
    "RecordEvidence",
    "RecordFindings",
    "RecordOutcome",
    "RecordReply",
    "RecordRisks",
    "RemoveParticipant",
    "ReopenSession",
    "RestoreAttachment",
    "RestoreEntry",
    "RestoreFindings",
    "RestoreLine",
    "RestoreLocalNode",
    "RestoreRisks",
    "RestoreSession",
    "RestoreTelling",
    "RestoreWorry",
    "ResumeSession",
    "RetractAttachment",
    "RetractEntry",
    "RetractFindings",
    "RetractLine",
    "RetractLocalNode",
    "RetractRisks",
    "RetractTelling",
    "RetractWorry",
    "ReturnOutcome",
    "ReturnParticipant",
    "ReturnReading",
    "SaveDraft",
    "SetEvidenceState",
    "SetJudgement",
    "SetQuestionState",
    "SetReading",
    "SetRequestState",
    "SignOffSession",
    "Since",
    "StartSession",
    "TakeFromHandwrittenNotes",
    "TeamMember",
    "UnpinConcern",
    "UnsetEvidenceState",
    "WithdrawHandwrittenNotes",
    "WithdrawOutcome",
    "WithdrawPause",
    "WithdrawQuestions",
    "WithdrawReading",
    "WithdrawResume",
    "WithdrawSignOff",
    "WithdrawStart",
    "WriteLine",
]
