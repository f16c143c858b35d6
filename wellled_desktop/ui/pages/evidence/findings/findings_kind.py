"""Service-level findings as a kind of table that is taken over from a file."""

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication

from wellled_desktop.exchange.finding_words import node_words
from wellled_desktop.exchange.service_findings import (
    Columns,
    Comparison,
    FindingsFile,
    FindingsSheet,
    Taken,
    compared,
    read_findings,
    recording,
    taken,
)
from wellled_desktop.exchange.table_rows import Cancelled, Progress
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.commands import NewFinding
from wellled_desktop.inspection.read_models import ServiceFinding
from wellled_desktop.ui.kit.table_kind import Came, Part, Preview, TableWords
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.pages.evidence.findings.ids import ids_in_order
from wellled_desktop.ui.pages.evidence.findings.words import other_way_words

_PREVIEWED = 5


class FindingsKind:
    """`pack` answers the framework as it is now, `recorded` the findings that are in the record, retracted ones among them."""

    name = "findings"

    def __init__(self, pack: Callable[[], Pack], recorded: Callable[[], tuple[ServiceFinding, ...]]) -> None:
        self._pack = pack
        self._recorded = recorded
        self.words = TableWords(
            one=_tr("finding"),
            many=_tr("findings"),
            first=_tr("The first findings"),
            missing=_tr("Say which columns hold the service and the finding; then what they come to is shown here."),
            comparing=_tr("Comparing the findings with the record…"),
            recorded=_tr("%1 recorded as service-level findings. Undo takes them back."),
            stopped=_tr("Recording was stopped: %1 recorded. Take the file over again to record the others."),
        )
        self.titles: Mapping[str, str] = {
            "service": _tr("&Service"),
            "text": _tr("&Finding, in the report's words"),
            "rating": _tr("R&ating, or positive and negative (optional)"),
            "other_way": _tr("Points the other &way: yes or no, or the rating (optional)"),
            "node": _tr("&Prompt or key evidence, W3.2 (optional)"),
            "reported": _tr("R&eported when (optional)"),
        }
        self.preview = Preview(
            headers=(_tr("Service"), _tr("Finding"), _tr("For"), _tr("Weight"), _tr("Reported")),
            wide=1,
            samples={0: "Urgent and emergency", 2: "W4.E10", 3: "strength, other way", 4: "November 2026"},
            give_way=(4,),
        )

    def read(self, path: Path, remembered: Mapping[str, str], progress: Progress, cancelled: Cancelled) -> FindingsFile:
        return read_findings(path, remembered, progress=progress, cancelled=cancelled)

    def columns(self, places: Mapping[str, int | None]) -> Columns:
        return Columns(**places)

    def comes_to(self, source: str, sheet: FindingsSheet, columns: Columns) -> Came:
        came = taken(sheet, columns, node_words(self._pack()), ids_in_order())
        recorded = self._recorded()
        comparison = compared(came, recorded)
        found = _came(source, came, comparison)
        if not comparison.retracted:
            return found
        with_choice = _came(source, came, compared(came, recorded, retracted_too=True))
        return msgspec.structs.replace(found, choice=_choice(comparison), with_choice=with_choice)


def _came(source: str, came: Taken, comparison: Comparison) -> Came:
    return Came(
        tuple(map(_cells, came.findings[:_PREVIEWED])),
        _summary(comparison, linked=sum(one.node is not None for one in comparison.new)),
        tuple(sorted((*came.left_out, *comparison.retracted), key=lambda one: one.row)),
        tuple(Part(part, len(part.findings)) for part in recording(comparison, source)),
    )


def _choice(comparison: Comparison) -> str:
    gone = counted(len(comparison.retracted), _tr("finding that was retracted"), _tr("findings that were retracted"))
    return _tr("&Take in %1 as well, as the columns say now").replace("%1", gone)


def _cells(finding: NewFinding) -> tuple[str, ...]:
    weight = other_way_words(finding.weight, other_way=finding.points_other_way)
    return finding.service, finding.text, finding.node or "", weight, finding.reported


def _summary(comparison: Comparison, *, linked: int) -> str:
    new = _tr("%1 new, of which %2 linked to the framework; %3 as they are in the record.")
    words = new if comparison.new else _tr("Nothing new; %3 as they are in the record.")
    words = words.replace("%1", f"{len(comparison.new):,}").replace("%2", f"{linked:,}")
    words = words.replace("%3", f"{comparison.same:,}")
    if comparison.retracted:
        gone = counted(len(comparison.retracted), _tr("finding"), _tr("findings"))
        words += " " + _tr("%1 retracted before and left out.").replace("%1", gone)
    return words


def _tr(words: str) -> str:
    return QCoreApplication.translate("Findings", words)
