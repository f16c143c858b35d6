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
    c.ResumeSession: "resume a session",
    c.EndSession: "end a session",
    c.ReopenSession: "reopen a session",
    c.TakeFromHandwrittenNotes: "mark as from handwritten notes",
    c.WithdrawHandwrittenNotes: "no longer mark as from handwritten notes",
    c.SignOffSession: "sign off a session",
    c.WithdrawSignOff: "withdraw a sign-off",
    c.WriteLine: "write a line",
    c.RetractLine: "retract a line",
    c.RestoreLine: "restore a line",
    c.AddQuestions: "add to a question sheet",
    c.OrderSheet: "reorder a question sheet",
    c.MakeRequest: "make a request",
    c.PinConcern: "pin an immediate concern",
    c.UnpinConcern: "unpin an immediate concern",
    c.RecordReply: "record a reply",
    c.NoteWorry: "note a worry",
    c.RetractWorry: "retract a worry",
    c.RestoreWorry: "restore a worry",
    c.CompareWorry: "compare a worry",
}
_STATES = {"gathered": "tick", "none": "clear"}


def action_name(commands: Sequence[Command]) -> str:
    """What the commands of one transaction come to, for a person: named by the first that can be taken back."""
    for command in commands:
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
    return False


def _name(command: Command) -> str:
    match command:
        case c.SetEvidenceState(node=node, state=state):
            word = _STATES.get(state)
            return f"{word} {node}" if word else f"set {node} to {state.replace('-', ' ')}"
        case c.AmendLine():
            words = any(one is not None for one in (command.text, command.line_type, command.speaker))
            return "change a line" if words else "code a line"
        case c.SetQuestionState(state=state):
            return f"set a question to {state}"
        case c.SetRequestState(state=state):
            return f"set a request to {state}"
        case c.AnswerForm():
            return "answer a form"
    return _NAMES.get(type(command), "")
