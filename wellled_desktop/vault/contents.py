"""What is sealed inside the vault: whose it is, which laptop, and each inspection with its key. How it is sealed is elsewhere."""

import datetime as dt

import msgspec

from wellled_desktop.framework.pack import TrustType
from wellled_desktop.vault.sealing import Key, Salt


class InspectionSummary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the list of inspections shows, without any store being opened."""

    id: str
    trust_name: str
    provider_code: str
    trust_types: tuple[TrustType, ...]
    start_date: dt.date
    days: int
    is_example: bool = False


class KeptInspection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An inspection and the random key from which those of its store, its anchor and its remembered state come."""

    summary: InspectionSummary
    key: Key
    salt: Salt

    def __repr__(self) -> str:
        return "KeptInspection(…)"


class Contents(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`device` is this laptop's name in the journals it writes (a UUID)."""

    author: str
    device: str
    inspections: tuple[KeptInspection, ...] = ()

    def __repr__(self) -> str:
        return "Contents(…)"

    def find(self, inspection_id: str) -> KeptInspection | None:
        return next((one for one in self.inspections if one.summary.id == inspection_id), None)

    def with_inspection(self, kept: KeptInspection) -> "Contents":
        return msgspec.structs.replace(self, inspections=(*self.inspections, kept))
