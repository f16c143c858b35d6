"""What the minutes of one evening hold: every outcome recorded on it, those withdrawn since included, without names."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.read_models import CorroborationOutcome, InspectionDetail, JournalHead


class OutcomeWords(msgspec.Struct, frozen=True):
    """What may be shown of an outcome: its words without names. `became` says what “find more” became, with its number; "" for
    nothing.
    """

    said: str
    reason: str
    became: str


class Minuted(msgspec.Struct, frozen=True):
    outcome: CorroborationOutcome
    words: OutcomeWords


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
    def outcomes(self) -> tuple[CorroborationOutcome, ...]:
        return tuple(one.outcome for _, _, minuted in self.kloes for one in minuted)
