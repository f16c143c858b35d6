"""Worries said in sessions, and the entries of the trust's risk register they are compared with (W5.4)."""

import msgspec

from wellled_desktop.inspection.commands.since import Since
from wellled_desktop.inspection.words import WorryVerdict


class NoteWorry(msgspec.Struct, frozen=True, tag=True):
    id: str
    text: str
    session: str | None = None
    line: str | None = None


class RetractWorry(msgspec.Struct, frozen=True, tag=True):
    worry: str
    reason: str
    since: Since | None = None


class RestoreWorry(msgspec.Struct, frozen=True, tag=True):
    worry: str
    reason: str


class CompareWorry(msgspec.Struct, frozen=True, tag=True):
    """What the risk register says of a worry; `risk` is needed for "matched" and "rated lower"."""

    worry: str
    verdict: WorryVerdict
    risk: str | None = None
    remark: str = ""


class NewRisk(msgspec.Struct, frozen=True):
    """An entry of the trust's risk register; `rating` in the trust's own words or figures."""

    id: str
    reference: str
    title: str
    rating: str = ""
    owner: str = ""


class RecordRisks(msgspec.Struct, frozen=True, tag=True):
    """Entries as they stand in `source`; one with a reference already recorded is brought up to date, not doubled.

    One that was retracted stands again.
    """

    source: str
    risks: tuple[NewRisk, ...]
    since: Since | None = None


class RetractRisks(msgspec.Struct, frozen=True, tag=True):
    """Takes entries out of the register, by id: only such as no worry is compared with."""

    risks: tuple[str, ...]
    reason: str
    since: Since | None = None


class RestoreRisks(msgspec.Struct, frozen=True, tag=True):
    risks: tuple[str, ...]
    reason: str
