"""How a cell of the matrix is said: for its tooltip, for a screen reader, and above what stands behind it."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.triangulation.advice import Advice
from wellled_desktop.inspection.triangulation.matrix import Cell
from wellled_desktop.inspection.triangulation.sources import Source, spoken_source

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


def source_in_words(source: Source | None) -> str:
    return _tr("all sources") if source is None else spoken_source(source)


def advice_in_words(advice: tuple[Advice, ...]) -> str:
    """The rules alone, without their reasons: contradicted, leaders only."""
    return ", ".join(one.rule for one in advice)


def _tr(words: str) -> str:
    return QCoreApplication.translate("TriangulationPage", words)
