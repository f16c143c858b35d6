"""What was decided and is on its way to the disk: it counts from the key on, so that the next key goes to the next item."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.commands import AddQuestions, Command, MakeRequest, RecordOutcome
from wellled_desktop.inspection.corroboration.keeping import as_decided
from wellled_desktop.inspection.corroboration.minutes import OutcomeWords
from wellled_desktop.inspection.read_models import CorroborationOutcome
from wellled_desktop.store.corroboration_reading import Evening


class Sent(msgspec.Struct, eq=False):
    """Of one item at the meeting of `day`: `outcome` as it will stand, None where it was taken back. `recorded` once the record
    has it.
    """

    day: dt.date
    outcome: CorroborationOutcome | None
    became: str = ""
    recorded: bool = False


class OnTheWay:
    """By the day of the meeting and the key of the item, what was sent last."""

    def __init__(self) -> None:
        self._sent: dict[tuple[dt.date, str], Sent] = {}

    def send(self, key: str, sent: Sent) -> None:
        self._sent[sent.day, key] = sent

    def put_back(self, key: str, sent: Sent) -> None:
        """It was refused; what was sent of the item since stays."""
        if self._sent.get((sent.day, key)) is sent:
            del self._sent[sent.day, key]

    def recorded(self) -> frozenset[Sent]:
        """What a reading that begins now will see."""
        return frozenset(one for one in self._sent.values() if one.recorded)

    def forget(self, seen: frozenset[Sent]) -> None:
        self._sent = {key: one for key, one in self._sent.items() if one not in seen}

    def is_asking(self, outcome: CorroborationOutcome | None) -> bool:
        """Whether this is still on its way with a request or a question, which cannot be taken back before it is there."""
        if outcome is None or not (outcome.request or outcome.question):
            return False
        return any(one.outcome is not None and one.outcome.id == outcome.id for one in self._sent.values())

    def laid_over(self, evening: Evening) -> Evening:
        """The evening as it will be."""
        here = {key: one for (day, key), one in self._sent.items() if day == evening.agenda.day}
        if not here:
            return evening
        words = {
            one.outcome.id: OutcomeWords(
                evening.masking(one.outcome.said), evening.masking(one.outcome.reason), evening.masking(one.became)
            )
            for one in here.values()
            if one.outcome is not None
        }
        decided = {key: one.outcome for key, one in here.items()}
        agenda = as_decided(evening.agenda, decided)
        return msgspec.structs.replace(evening, agenda=agenda, words=words | evening.words)


def sent_with(commands: tuple[Command, ...], author: str, day: dt.date, now: dt.datetime) -> Sent:
    """The outcome among the commands as the record will have it, and the words of what it becomes."""
    became, outcome = "", None
    for command in commands:
        if isinstance(command, RecordOutcome):
            fields = msgspec.structs.asdict(command) | {"day": day}
            outcome = CorroborationOutcome(**fields, recorded_at=now, author=author)
        elif isinstance(command, MakeRequest):
            became = command.asked_for
        elif isinstance(command, AddQuestions):
            became = command.questions[0].text
    return Sent(day, outcome, became)
