"""What each command comes to, given how things stand: the rules of the record. Writes nothing; raises RuleBroken.

Beside each rule stands what would take the command back, for Undo.
"""

from wellled_desktop.inspection.decisions import (
    concerns,
    course,
    evidence,
    forms,
    lines,
    requests,
    risks,
    sessions,
    sheets,
    worries,
)
from wellled_desktop.inspection.decisions.deciding import LONGEST_TEXT, UNDONE, Standing, clean, decide, taking_back
from wellled_desktop.inspection.decisions.lines import GRACE, within_grace

__all__ = [
    "GRACE",
    "LONGEST_TEXT",
    "UNDONE",
    "Standing",
    "clean",
    "concerns",
    "course",
    "decide",
    "evidence",
    "forms",
    "lines",
    "requests",
    "risks",
    "sessions",
    "sheets",
    "taking_back",
    "within_grace",
    "worries",
]
