"""What the form of an evidence entry says, apart from its widgets: that of an entry, and the command it comes to."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.commands import AmendEntry, RecordEvidence
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.inspection.words import SourceKind


class EntryValues(msgspec.Struct, frozen=True):
    """`other_way` are those of `nodes` for which it points the other way; `request` is an id, "" for none."""

    title: str = ""
    source_kind: SourceKind = "document"
    owner: str = ""
    dated: dt.date | None = None
    nodes: tuple[str, ...] = ()
    other_way: tuple[str, ...] = ()
    remarks: str = ""
    period: str = ""
    received_on: dt.date | None = None
    received_how: str = ""
    request: str = ""


_WORDS = ("title", "source_kind", "owner", "period", "received_how", "remarks", "request")


def values_of(entry: EvidenceEntry) -> EntryValues:
    fields = {name: getattr(entry, name) for name in EntryValues.__struct_fields__}
    return EntryValues(**{**fields, "request": entry.request or ""})


def recording(values: EntryValues, entry_id: str) -> RecordEvidence:
    fields = {name: getattr(values, name) for name in EntryValues.__struct_fields__}
    return RecordEvidence(entry_id, **{**fields, "request": values.request or None})


def amending(entry: EvidenceEntry, values: EntryValues) -> AmendEntry | None:
    """The command that makes the entry say this: what is the same is not in it. None where all is the same."""
    before = values_of(entry)
    if (before, set(before.other_way)) == (
        msgspec.structs.replace(values, other_way=before.other_way),
        set(values.other_way),
    ):
        return None
    changed = {name: getattr(values, name) for name in _WORDS if getattr(values, name) != getattr(before, name)}
    dated, received = values.dated != before.dated, values.received_on != before.received_on
    linked = values.nodes != before.nodes or set(values.other_way) != set(before.other_way)
    return AmendEntry(
        entry.id,
        **changed,
        dated=values.dated if dated else None,
        no_date=dated and values.dated is None,
        received_on=values.received_on if received else None,
        not_received=received and values.received_on is None,
        nodes=values.nodes if linked else None,
        other_way=values.other_way if linked else (),
    )
