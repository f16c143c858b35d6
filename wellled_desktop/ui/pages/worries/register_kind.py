"""The risk register as a kind of table that is taken over from a file."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from wellled_desktop.exchange.risk_register import (
    Columns,
    Comparison,
    Register,
    RegisterSheet,
    Taken,
    compared,
    read_register,
    recording,
    taken,
)
from wellled_desktop.exchange.table_rows import Cancelled, Progress
from wellled_desktop.inspection.read_models import Risk
from wellled_desktop.ui.kit.table_kind import Came, Part, Preview, TableWords
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.pages.worries.presenter import new_id

_PREVIEWED = 5


class RegisterKind:
    """`recorded` answers the entries that are in the record."""

    name = "risk-register"

    def __init__(self, recorded: Callable[[], tuple[Risk, ...]]) -> None:
        self._recorded = recorded
        self.words = TableWords(
            one=_tr("entry"),
            many=_tr("entries"),
            first=_tr("The first entries"),
            missing=_tr("Say which columns hold the reference and the title; then what they come to is shown here."),
            comparing=_tr("Comparing the entries with the record…"),
            recorded=_tr("%1 of the risk register recorded."),
            stopped=_tr("Recording was stopped: %1 recorded. Take the file over again to record the others."),
        )
        self.titles: Mapping[str, str] = {
            "reference": _tr("&Reference (its number or code)"),
            "title": _tr("&Title (what the risk is)"),
            "rating": _tr("R&ating, as it stands now (optional)"),
            "owner": _tr("&Owner (optional)"),
        }
        self.preview = Preview(
            headers=(_tr("Reference"), _tr("Title"), _tr("Rating"), _tr("Owner")),
            wide=1,
            samples={0: "BAF-0000", 2: "20 (5 × 4)", 3: "director of people"},
            give_way=(3,),
        )

    def read(self, path: Path, remembered: Mapping[str, str], progress: Progress, cancelled: Cancelled) -> Register:
        return read_register(path, remembered, progress=progress, cancelled=cancelled)

    def columns(self, places: Mapping[str, int | None]) -> Columns:
        return Columns(**places)

    def comes_to(self, source: str, sheet: RegisterSheet, columns: Columns) -> Came:
        came = taken(sheet, columns, new_id)
        comparison = compared(came.risks, source, self._recorded())
        return Came(
            tuple((one.reference, one.title, one.rating, one.owner) for one in came.risks[:_PREVIEWED]),
            _summary(came, comparison),
            came.left_out,
            tuple(Part(part, len(part.risks)) for part in recording(comparison, source)),
        )


def _summary(came: Taken, comparison: Comparison) -> str:
    words = _tr("%1 new, %2 changed, %3 as they are in the record.")
    words = words.replace("%1", f"{len(comparison.new):,}").replace("%2", f"{len(comparison.changed):,}")
    words = words.replace("%3", f"{comparison.same:,}")
    if comparison.missing:
        gone = counted(len(comparison.missing), _tr("entry"), _tr("entries"))
        words += " " + _tr("%1 of the record not in the file; they stay.").replace("%1", gone)
    if came.continued:
        rows = counted(came.continued, _tr("row continues"), _tr("rows continue"))
        words += " " + _tr("%1 the entry above (a merged cell) and are no entries of their own.").replace("%1", rows)
    return words


def _tr(words: str) -> str:
    return QCoreApplication.translate("Worries", words)
