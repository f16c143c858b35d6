"""How an evidence entry stood before each of its changes, told from what the journal says of it. Pure: no store."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, get_args

import msgspec

from wellled_desktop.inspection.read_models.entries import EntryChange, EntryField, Link

FIELDS: tuple[EntryField, ...] = get_args(EntryField)


class EntryAct(msgspec.Struct, frozen=True):
    """What one entry of the journal says of an evidence entry: its recording or the change of one field."""

    kind: Literal["evidence-recorded", "evidence-amended", "evidence-linked", "evidence-retracted", "evidence-restored"]
    field: str
    value: Any
    at: dt.datetime
    author: str
    reason: str | None = None


def changes_of(acts: Iterable[EntryAct]) -> tuple[EntryChange, ...]:
    """The changes in the order made; `acts` are in that order too, the recording first."""
    return tuple(_changes(acts))


def _changes(acts: Iterable[EntryAct]) -> Iterator[EntryChange]:
    stood: dict[str, str] = {}
    links: tuple[Link, ...] = ()
    for act in acts:
        if act.kind == "evidence-recorded":
            stood = {field: _words(act.value.get(field)) for field in FIELDS if field not in ("links", "retracted")}
            links = _links(act.value)
        elif act.kind == "evidence-linked":
            before, links = links, _links(act.value)
            yield EntryChange(act.at, act.author, "links", links_before=before, links_after=links)
        elif act.kind == "evidence-amended":
            field = msgspec.convert(act.field, EntryField)
            before_words, stood[field] = stood.get(field, ""), _words(act.value)
            yield EntryChange(act.at, act.author, field, before_words, stood[field])
        else:
            out = act.kind == "evidence-retracted"
            yield EntryChange(
                act.at, act.author, "retracted", "" if out else "yes", "yes" if out else "", reason=act.reason
            )


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""


def _links(value: Mapping[str, Any]) -> tuple[Link, ...]:
    """What was recorded before entries could point the other way says nothing of it."""
    other_way = value.get("other_way", ())
    return tuple(Link(node, node in other_way) for node in value.get("nodes", ()))
