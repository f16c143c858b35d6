"""The inspection itself, and the head of its journal."""

import datetime as dt

import msgspec

from wellled_desktop.framework.pack import TrustType
from wellled_desktop.inspection.commands import TeamMember


class InspectionDetail(msgspec.Struct, frozen=True):
    id: str
    trust_name: str
    provider_code: str
    trust_types: tuple[TrustType, ...]
    start_date: dt.date
    days: int
    marking: str
    team: tuple[TeamMember, ...]
    framework_id: str
    framework_version: str
    framework_sha256: str

    @property
    def dates(self) -> tuple[dt.date, ...]:
        return tuple(self.start_date + dt.timedelta(days=day) for day in range(self.days))


class JournalHead(msgspec.Struct, frozen=True):
    """The last entry of this laptop's journal."""

    device: str
    n: int
    hash: str
    at: dt.datetime
