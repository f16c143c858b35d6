"""What an action is called where it can be taken back: “Undo: write a line”."""

from collections.abc import Sequence

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.commands import Command

_NAMES: dict[type[Command], str] = {
    c.RecordEvidence: "record an evidence entry",
    c.RetractEntry: "retract an evidence entry",
    c.RestoreEntry: "restore an evidence entry",
    c.PlanSession: "plan a session",
    c.ChangeSession: "change a session",
    c.CancelSession: "cancel a session",
    c.RestoreSession: "restore a session",
    c.AddParticipant: "add a participant",
    c.ChangeParticipant: "change a participant",
    c.RemoveParticipant: "take a participant off the list",
    c.ReturnParticipant: "put a participant back on the list",
    c.StartSession: "start a session",
    c.WithdrawStart: "withdraw the start of a session",
    c.PauseSession: "pause a session",
    c.WithdrawPause: "withdraw a pause",
    c.ResumeSession: "resume a session",
    c.WithdrawResume: "withdraw the end of a pause",
    c.EndSession: "end a session",
    c.ReopenSession: "reopen a session",
    c.TakeFromHandwrittenNotes: "mark as from handwritten notes",
    c.WithdrawHandwrittenNotes: "no longer mark as from handwritten notes",
    c.AnswerForm: "answer a form",
    c.SignOffSession: "sign off a session",
    c.WithdrawSignOff: "withdraw a sign-off",
    c.WriteLine: "write a line",
    c.RetractLine: "retract a line",
    c.RestoreLine: "restore a line",
    c.AddQuestions: "add to a question sheet",
    c.WithdrawQuestions: "take questions off a sheet",
    c.OrderSheet: "reorder a question sheet",
    c.MakeRequest: "make a request",
    c.AmendRequest: "change a request",
    c.PinConcern: "pin an immediate concern",
    c.UnpinConcern: "unpin an immediate concern",
    c.LogTelling: "log who was told",
    c.RetractTelling: "retract an entry of a log",
    c.RestoreTelling: "restore an entry of a log",
    c.RecordReply: "record a reply",
    c.NoteWorry: "note a worry",
    c.RetractWorry: "retract a worry",
    c.RestoreWorry: "restore a worry",
    c.CompareWorry: "compare a worry",
    c.AttachFile: "attach a file",
    c.NoteNecessity: "note why it was necessary",
    c.RetractAttachment: "retract an attachment",
    c.RestoreAttachment: "restore an attachment",
    c.PlanReading: "plan who reads pages",
    c.ChangeReading: "change the reading plan",
    c.WithdrawReading: "take pages off the reading plan",
    c.ReturnReading: "put pages back on the reading plan",
    c.AddLocalNode: "add to the framework",
    c.AmendLocalNode: "change what was added to the framework",
    c.RetractLocalNode: "retract what was added to the framework",
    c.RestoreLocalNode: "restore what was added to the framework",
    c.WithdrawOutcome: "withdraw an outcome",
    c.ReturnOutcome: "record an outcome again",
    c.ChangeTrustTypes: "change the trust type",
}
_STATES: dict[type[Command], str] = {
    c.SetQuestionState: "set a question to {}",
    c.SetRequestState: "set a request to {}",
    c.SetReading: "mark pages as {}",
}
_FINDINGS: dict[type[Command], str] = {
    c.RecordFindings: "record",
    c.RetractFindings: "retract",
    c.RestoreFindings: "restore",
}
_REGISTER: dict[type[Command], str] = {
    c.RecordRisks: "record",
    c.RetractRisks: "retract",
    c.RestoreRisks: "restore",
}


def action_name(commands: Sequence[Command]) -> str:
    """What the commands of one transaction come to, for a person: named by the first that can be taken back."""
    for command in commands:
        if isinstance(command, c.RecordOutcome):  # whatever it takes back, or becomes, goes with it
            return _of_outcome(command)
    for command in commands:
        if type(command) in _REGISTER:
            return _of_register([one for one in commands if type(one) is type(command)])
        if type(command) in _FINDINGS:
            return _of_findings([one for one in commands if type(one) is type(command)])
        name = _name(command)
        if name:
            same = sum(type(one) is type(command) for one in commands)
            return name if same == 1 else f"{name} (and {same - 1} more)"
    return ""


def goes_on(earlier: Sequence[Command], later: Sequence[Command]) -> bool:
    """Whether `later` only goes on with what `earlier` began: one field of a form is saved again and again while one types."""
    match (*earlier, *later):
        case (c.AnswerForm() as first, c.AnswerForm() as second):
            return (first.session, first.field) == (second.session, second.field)
        case (c.SetJudgement() as former, c.SetJudgement() as latter):
            return former.node == latter.node
    return False


def comes_to_nothing(before: Sequence[Command], after: Sequence[Command]) -> bool:
    """Whether what a field of a form said `before` is what it says `after`: typed, and taken out again."""
    match (*before, *after):
        case (c.AnswerForm() as first, c.AnswerForm() as second):
            return (first.session, first.field, first.answer) == (second.session, second.field, second.answer)
        case (c.SetJudgement() as former, c.SetJudgement() as latter):
            return (former.node, former.judgement, former.text) == (latter.node, latter.judgement, latter.text)
    return False


def _of_outcome(command: c.RecordOutcome) -> str:
    """Record “enough” on W3.2, contradicted: the item by its node, as the agenda names it."""
    kind, _, node = command.subject.partition(";")[0].strip().rpartition(" ")
    return f"record “{command.outcome}” on {', '.join(part for part in (node or command.kloe, kind) if part)}"


def _of_register(commands: Sequence[Command]) -> str:
    """By entries and not by commands: a file comes in many parts."""
    verb = _REGISTER[type(commands[0])]
    count = sum(len(one.risks) for one in commands if isinstance(one, c.RecordRisks | c.RetractRisks | c.RestoreRisks))
    return f"{verb} an entry of the risk register" if count == 1 else f"{verb} {count:,} entries of the risk register"


def _of_findings(commands: Sequence[Command]) -> str:
    """By findings, as of the register."""
    verb = _FINDINGS[type(commands[0])]
    kinds = c.RecordFindings | c.RetractFindings | c.RestoreFindings
    count = sum(len(one.findings) for one in commands if isinstance(one, kinds))
    return f"{verb} a service-level finding" if count == 1 else f"{verb} {count:,} service-level findings"


def _of_amending(command: c.AmendLine | c.AmendEntry | c.LinkFinding) -> str:
    """What is only coded, or only linked, is not changed itself."""
    if isinstance(command, c.AmendLine):
        words = any(one is not None for one in (command.text, command.line_type, command.speaker))
        return "change a line" if words else "code a line"
    if isinstance(command, c.LinkFinding):
        return "link a service-level finding" if command.node else "unlink a service-level finding"
    links = c.AmendEntry(command.entry, nodes=command.nodes, other_way=command.other_way)
    alone = command.nodes is not None and command == links
    return "change what an evidence entry is linked to" if alone else "change an evidence entry"


def _name(command: Command) -> str:
    match command:
        case c.UnsetEvidenceState(node=node) | c.SetEvidenceState(node=node, state="none"):
            return f"clear {node}"
        case c.SetEvidenceState(node=node, state=state):
            return f"tick {node}" if state == "gathered" else f"set {node} to {state.replace('-', ' ')}"
        case c.AmendLine() | c.AmendEntry() | c.LinkFinding():
            return _of_amending(command)
        case c.SetQuestionState(state=state) | c.SetRequestState(state=state) | c.SetReading(state=state):
            return _STATES[type(command)].format(state)
        case c.SetJudgement(node=node):
            return f"judge {node}"
    return _NAMES.get(type(command), "")
