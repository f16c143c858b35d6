"""How a cell of the matrix is said: for its tooltip, for a screen reader, and above what stands behind it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.triangulation.advice import Advice
from wellled_desktop.inspection.triangulation.matrix import Cell
from wellled_desktop.inspection.triangulation.sources import SOURCES, Source, spoken_source
from wellled_desktop.inspection.triangulation.triangulating import Triangulated

EMPTY = Cell()


def counts_in_words(cell: Cell) -> str:
    """4 support, 1 points the other way; nothing."""
    support = _tr("1 supports") if cell.support == 1 else _tr("%1 support").replace("%1", f"{cell.support:,}")
    other = (
        _tr("1 points the other way")
        if cell.other_way == 1
        else _tr("%1 point the other way").replace("%1", f"{cell.other_way:,}")
    )
    return ", ".join(words for words, count in ((support, cell.support), (other, cell.other_way)) if count) or _tr(
        "nothing"
    )


def cell_in_words(node: str, source: Source | None, cell: Cell) -> str:
    """W3.2, staff: 4 support, 1 points the other way."""
    return f"{node}, {source_in_words(source)}: {counts_in_words(cell)}"


def without_a_cell(rows: Sequence[Triangulated]) -> tuple[Source, ...]:
    """The sources that no prompt has anything from."""
    return tuple(source for source in SOURCES if not any(source in one.row.cells for one in rows))


def empty_in_words(sources: Sequence[Source], elsewhere: Mapping[Source, int]) -> str:
    """Of columns with nothing in them, that it is so, and what there is of their sources elsewhere."""
    if not sources:
        return ""
    names = [spoken_source(source) for source in sources]
    listed = _tr(" or ").join(part for part in (", ".join(names[:-1]), names[-1]) if part)
    told = [_tr("No prompt has anything from %1 yet.").replace("%1", listed)]
    return " ".join((*told, *(elsewhere_in_words(source, elsewhere) for source in sources if source in elsewhere)))


def elsewhere_in_words(source: Source, elsewhere: Mapping[Source, int]) -> str:
    """2 entries (external) are linked to key evidence or guidance only."""
    count = elsewhere[source]
    entries = _tr("1 entry (%1) is") if count == 1 else _tr("%2 entries (%1) are")
    entries = entries.replace("%1", spoken_source(source)).replace("%2", f"{count:,}")
    return _tr("%1 linked to key evidence or guidance only.").replace("%1", entries)


def source_in_words(source: Source | None) -> str:
    return _tr("all sources") if source is None else spoken_source(source)


def advice_in_words(advice: tuple[Advice, ...]) -> str:
    """The rules alone, without their reasons: contradicted, leaders only."""
    return ", ".join(one.rule for one in advice)


def _tr(words: str) -> str:
    return QCoreApplication.translate("TriangulationPage", words)
