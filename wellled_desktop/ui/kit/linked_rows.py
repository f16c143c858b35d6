"""What is linked to the framework as the rows of a list: lines, evidence entries and findings in words. No widget."""

from collections.abc import Hashable
from typing import Any, Literal

import msgspec
from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine, ServiceFinding
from wellled_desktop.inspection.speaking import POINTS_OTHER_WAY, spoken_marks
from wellled_desktop.ui.kit.speaking import standing_words, who_words
from wellled_desktop.ui.kit.words import clock_time, in_words, short_day

Sign = Literal["", "filled", "hollow"]


class Heading(msgspec.Struct, frozen=True):
    """A heading of the list, or a quiet sentence in it; neither can be chosen.

    `sign` is the bar of the matrix before a heading: filled for what supports, hollow for what points the other way. `below`:
    it stands under another heading.
    """

    words: str
    quiet: bool = False
    sign: Sign = ""
    below: bool = False


class More(msgspec.Struct, frozen=True):
    """The last row where there are older records: opening it fetches them. `of` says of which."""

    words: str
    of: Hashable = None


class LinkedRow(msgspec.Struct, frozen=True):
    """One record. `who` may be cut short where there is little room, `known` (how it came to be known) never is; `marks` are
    words in thin frames; `spoken` is said to a screen reader and is not drawn, for a heading shows it.
    """

    key: str
    who: str
    words: str
    known: str = ""
    marks: tuple[str, ...] = ()
    foot: str = ""
    spoken: str = ""
    bold: bool = False
    italic: bool = False
    record: Any = None


ListRow = Heading | More | LinkedRow


def line_row(linked: LinkedLine, titles: dict[str, str], *, way: bool = True, foot: str = "") -> LinkedRow:
    """A note line: S-03 l.27 · chief executive, said. `way`: that it points the other way is among its marks."""
    line = linked.line
    marks = spoken_marks(line)
    when = f"{short_day(line.day)} {clock_time(line.local_time, line.local_time.tzinfo)}"
    return LinkedRow(
        key=line.id,
        who=f"{line.ref} · {who_words(linked, titles)}",
        known=f", {line.line_type}",
        marks=marks if way else tuple(mark for mark in marks if mark != POINTS_OTHER_WAY),
        words=line.text,
        foot=" · ".join(part for part in (when, *standing_words(line), foot) if part),
        italic=line.line_type == "inference",
        record=linked,
    )


def entry_row(entry: EvidenceEntry, *, other_way: bool, foot: str = "") -> LinkedRow:
    """An evidence entry: E-014 · minutes · owner."""
    day = _tr("dated %1").replace("%1", f"{entry.dated:%d/%m/%Y}") if entry.dated else ""
    recorded = _tr("recorded %1 by %2").replace("%1", f"{short_day(entry.day)} {clock_time(entry.recorded_at)}")
    return LinkedRow(
        key=entry.id,
        who=" · ".join(part for part in (entry.ref, in_words(entry.source_kind), entry.owner, day) if part),
        marks=_marks(other_way=other_way),
        words=entry.title,
        foot=" · ".join(part for part in (recorded.replace("%2", entry.author), foot) if part),
        record=entry,
    )


def finding_row(finding: ServiceFinding, *, other_way: bool, foot: str = "") -> LinkedRow:
    """A service-level finding: the service, and from which report."""
    weight = () if finding.weight == "neutral" else (finding.weight,)
    return LinkedRow(
        key=finding.id,
        who=f"{_tr('service-level finding')} · {finding.service}",
        marks=(*weight, *_marks(other_way=other_way)),
        words=finding.text,
        foot=" · ".join(part for part in (finding.source, finding.reported, foot) if part),
        record=finding,
    )


def spoken_row(row: ListRow) -> str:
    """The row for a screen reader: who, what marks it bears, its words, and when."""
    if not isinstance(row, LinkedRow):
        return row.words
    marks = ", ".join((*row.marks, *((row.spoken,) if row.spoken else ())))
    return ". ".join(part for part in (f"{row.who}{row.known}", marks, row.words, row.foot) if part)


def _marks(*, other_way: bool) -> tuple[str, ...]:
    return (_tr(POINTS_OTHER_WAY),) if other_way else ()


def _tr(words: str) -> str:
    return QCoreApplication.translate("LinkedRows", words)
