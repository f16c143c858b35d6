"""Creating an inspection, and what of it may turn out otherwise."""

import datetime as dt

import msgspec

from wellled_desktop.framework.pack import TrustType


class TeamMember(msgspec.Struct, frozen=True):
    """One of the inspection team; `name` is how they sign the record."""

    name: str
    title: str = ""


class CreateInspection(msgspec.Struct, frozen=True, tag=True):
    """`framework` is the pack's canonical JSON, pinned into the inspection so that a later pack changes nothing here."""

    id: str
    trust_name: str
    provider_code: str
    trust_types: tuple[TrustType, ...]
    start_date: dt.date
    days: int
    team: tuple[TeamMember, ...]
    framework: str
    marking: str = "OFFICIAL-SENSITIVE"


class ChangeTrustTypes(msgspec.Struct, frozen=True, tag=True):
    """What kind of trust it is decides what of the framework applies; what is linked to a node that no longer does stays."""

    trust_types: tuple[TrustType, ...]
    reason: str
