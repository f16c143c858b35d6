"""What each command comes to, given how things stand: the rules of the record. Writes nothing; raises RuleBroken.

Beside each rule stands what would take the command back, for Undo.
"""

from wellled_desktop.inspection.decisions import (
    attachments,
    concerns,
    course,
    evidence,
    findings,
    forms,
    lines,
    requests,
    risks,
    sessions,
    sheets,
    weighing,
    worries,
)
from wellled_desktop.inspection.decisions.deciding import LONGEST_TEXT, UNDONE, Standing, clean, decide, taking_back
from wellled_desktop.inspection.decisions.lines import GRACE, within_grace

__all__ = [
    "GRACE",
    "LONGEST_TEXT",
    "UNDONE",
    "Standing",
    "attachments",
    "clean",
    "concerns",
    "course",
    "decide",
    "evidence",
    "findings",
    "forms",
    "lines",
    "requests",
    "risks",
    "sessions",
    "sheets",
    "taking_back",
    "weighing",
    "within_grace",
    "worries",
]
