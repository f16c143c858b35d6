"""What the minutes of one evening hold: every outcome recorded on it, without names, and which of them stand."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from wellled_desktop.inspection.corroboration.agenda import key_of
from wellled_desktop.inspection.read_models import CorroborationOutcome, InspectionDetail, JournalHead


class OutcomeWords(msgspec.Struct, frozen=True):
    """What may be shown of an outcome: its words without names. `became` says what “find more” became, with its number; "" for
    nothing.
    """

    said: str
    reason: str
    became: str


class Minuted(msgspec.Struct, frozen=True):
    """`replaced_at` is when the same item was decided again that evening without taking this outcome back; `withdrawn_by` is who
    took it back.
    """

    outcome: CorroborationOutcome
    words: OutcomeWords
    replaced_at: dt.datetime | None = None
    withdrawn_by: str = ""

    @property
    def stands(self) -> bool:
        return self.outcome.withdrawn_at is None and self.replaced_at is None


class Minutes(msgspec.Struct, frozen=True):
    """`kloes` are the KLOEs with their sub-heading, in order, each with what was decided of it; `took_part` as recorded.

    `zone_minutes` is how far the wall's clock was ahead of UTC on that day.
    """

    inspection: InspectionDetail
    day: dt.date
    took_part: tuple[str, ...]
    kloes: tuple[tuple[str, str, tuple[Minuted, ...]], ...]
    head: JournalHead
    zone_minutes: int = 0

    @property
    def minuted(self) -> tuple[Minuted, ...]:
        """All that was decided, in the order of the KLOEs."""
        return tuple(one for _, _, minuted in self.kloes for one in minuted)

    @property
    def standing(self) -> tuple[CorroborationOutcome, ...]:
        """Of each item the outcome that stands."""
        return tuple(one.outcome for one in self.minuted if one.stands)


def replaced(outcomes: Iterable[CorroborationOutcome]) -> dict[str, dt.datetime]:
    """Of one evening, in the order recorded: when the item of an outcome that was not taken back was decided again, by its id."""
    last: dict[str, CorroborationOutcome] = {}
    found = {}
    for one in outcomes:
        if one.withdrawn_at is None:
            if (before := last.get(key_of(one))) is not None:
                found[before.id] = one.recorded_at
            last[key_of(one)] = one
    return found
