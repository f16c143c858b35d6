"""What the team makes of what it has: judgements in words, and the outcomes of corroboration."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.commands.since import Since
from wellled_desktop.inspection.words import Judgement, Outcome


class SetJudgement(msgspec.Struct, frozen=True, tag=True):
    """A short text on a prompt or a KLOE, and which way it leans; never a score. Without both, the judgement is taken away."""

    node: str
    judgement: Judgement | None
    text: str
    since: Since | None = None


class RecordOutcome(msgspec.Struct, frozen=True, tag=True):
    """What the corroboration meeting decided of one item.

    `subject` names the item to the app (a rule and what it is about), `said` is what was read out of it. `reason` is needed for
    "drop"; `request` and `question` are the ids of what "find more" became. `day` is the one the meeting talks about: it may go
    on past midnight, or be held days later. None is the day of recording.
    """

    id: str
    kloe: str
    subject: str
    said: str
    outcome: Outcome
    reason: str = ""
    request: str | None = None
    question: str | None = None
    day: dt.date | None = None


class WithdrawOutcome(msgspec.Struct, frozen=True, tag=True):
    outcome: str
    since: Since | None = None


class ReturnOutcome(msgspec.Struct, frozen=True, tag=True):
    outcome: str
