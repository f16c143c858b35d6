"""What is linked to the selected node as the rows of its list: what supports, what points the other way, what is kept apart."""

from typing import cast

import msgspec
from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine
from wellled_desktop.inspection.speaking import POINTS_OTHER_WAY
from wellled_desktop.inspection.triangulation.by_source import (
    Held,
    HeldBySource,
    LinkedRecord,
    Origin,
    Place,
    Side,
    nodes_of,
)
from wellled_desktop.inspection.triangulation.sources import spoken_source
from wellled_desktop.ui import places
from wellled_desktop.ui.kit.linked_rows import Heading, LinkedRow, ListRow, More, Sign, entry_row, finding_row, line_row
from wellled_desktop.ui.kit.words import counted

_SIGNS: dict[Side, Sign] = {"supports": "filled", "other way": "hollow", "apart": ""}


def rows_of(held: HeldBySource, titles: dict[str, str]) -> tuple[ListRow, ...]:
    """Both sides have their heading always: that nothing points the other way is worth knowing too."""
    rows: list[ListRow] = []
    for side in ("supports", "other way", "apart"):
        groups = [one for one in held.groups if one.side == side]
        if groups or side != "apart":
            rows += _side(side, groups, held.node, titles)
    return tuple(rows)


def counts_in_words(held: HeldBySource) -> str:
    """7 support · 2 point the other way · 3 sources; "" where nothing does either."""
    if not held.sources:
        return ""
    support = _tr("1 supports") if held.support == 1 else _tr("%1 support").replace("%1", f"{held.support:,}")
    one, many = _tr("1 points the other way"), _tr("%1 point the other way").replace("%1", f"{held.other_way:,}")
    sources = counted(len(held.sources), _tr("source"), _tr("sources"))
    return " · ".join((support, one if held.other_way == 1 else many, sources))


def origin_in_words(origin: Origin) -> str:
    """Executive, Service-level finding; Inference (ours, not evidence)."""
    if origin == "inference":
        return _tr("Inference (ours, not evidence)")
    if origin == "interview":
        return _tr("Entries for interviews (their lines count)")
    words = spoken_source(origin)
    return words[0].upper() + words[1:]


def _side(side: Side, groups: list[Held], node: str, titles: dict[str, str]) -> list[ListRow]:
    words = {
        "supports": _tr("Supports"),
        "other way": _tr("Points the other way"),
        "apart": _tr("Kept apart, and not counted"),
    }
    count = sum(one.in_all for one in groups)
    rows: list[ListRow] = [Heading(f"{words[side]} ({count:,})" if count else words[side], sign=_SIGNS[side])]
    if not groups:
        empty = {
            "supports": _tr("Nothing yet. L links a line or an entry; in a session, # and the id link a line to it."),
            "other way": _tr("Nothing yet. X on a line or an entry of this list says that it does."),
        }
        rows.append(Heading(empty[side], quiet=True))
    elif side == "supports":  # else a concern among them would seem to stand on the wrong side
        rows.append(
            Heading(
                _tr("Strengths and concerns alike. X on one in this list says that it points the other way."),
                quiet=True,
            )
        )
    for group in groups:
        rows += _group(group, node, titles)
    return rows


def _group(group: Held, node: str, titles: dict[str, str]) -> list[ListRow]:
    rows: list[ListRow] = [Heading(f"{origin_in_words(group.origin)} ({group.in_all:,})", below=True)]
    rows += [record_row(record, group.side, node, titles) for record in group.records]
    older = group.in_all - len(group.records)
    if older > 0:
        words = _tr("Show older ones (%1 more)").replace("%1", f"{older:,}")
        rows.append(More(words, of=f"{group.side}|{group.origin}"))
    return rows


def place_named(of: str) -> Place:
    """The side and the source that the row of older ones names."""
    side, origin = of.split("|")
    return cast("Side", side), cast("Origin", origin)


def place_of(record: LinkedRecord) -> places.Place:
    """Where the very line, entry or finding stands."""
    if isinstance(record, LinkedLine):
        return places.Place("session", record.line.session_id, record.line.id)
    return places.Place("evidence", "" if isinstance(record, EvidenceEntry) else "findings", record.id)


def record_row(record: LinkedRecord, side: Side, node: str, titles: dict[str, str]) -> LinkedRow:
    """Which way it points is said by its heading, and to a screen reader by the row too. What stands under the node, not at it,
    says where.
    """
    under = "" if node in nodes_of(record) else ", ".join(one for one in nodes_of(record) if one.startswith(f"{node}."))
    if isinstance(record, LinkedLine):
        row = line_row(record, titles, way=False, foot=under)
    elif isinstance(record, EvidenceEntry):
        row = entry_row(record, other_way=False, foot=under)
    else:
        row = finding_row(record, other_way=False, foot=under)
    spoken = {"supports": _tr("supports"), "other way": _tr(POINTS_OTHER_WAY), "apart": _tr("not evidence")}
    return msgspec.structs.replace(row, spoken=spoken[side])


def _tr(text: str) -> str:
    return QCoreApplication.translate("KloePage", text)
