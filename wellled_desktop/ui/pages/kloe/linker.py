"""Links what is listed on the KLOE page to its nodes, unlinks it, and says which way it points; no widget.

Each change is made to the record as it stands then: it is read first, and the change before it is on disk by that time.

Signals of Linker: `told(str)` with what was done; `refused(str)` with why nothing was.
"""

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from wellled_desktop.inspection.commands import Command
from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine
from wellled_desktop.inspection.triangulation.by_source import LinkedRecord, nodes_at, nodes_of, points_other_way
from wellled_desktop.store import source_reading
from wellled_desktop.store.source_reading import RecordRef
from wellled_desktop.store.store import Change
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.pages.kloe import linking

Plan = Callable[[LinkedRecord], "Planned"]


class Planned(msgspec.Struct, frozen=True):
    """What is to be recorded of one record, and the sentence for when it is; without commands, why nothing is."""

    commands: tuple[Command, ...]
    told: str = ""


def named(record: LinkedRecord) -> RecordRef:
    if isinstance(record, LinkedLine):
        return RecordRef("line", record.line.id)
    return RecordRef("entry" if isinstance(record, EvidenceEntry) else "finding", record.id)


class Linker(QObject):
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._jobs: deque[tuple[tuple[RecordRef, ...], Plan]] = deque()
        self._busy = False

    def link(self, refs: Sequence[RecordRef], node: str, *, other_way: bool | None = None) -> None:
        """To one node more; None keeps the way each of them points."""
        self._add(refs, partial(_link, node, other_way))

    def move(self, ref: RecordRef, away: str, node: str) -> None:
        self._add((ref,), partial(_move, away, node))

    def unlink(self, ref: RecordRef, node: str) -> None:
        self._add((ref,), partial(_unlink, node))

    def turn(self, ref: RecordRef, node: str) -> None:
        self._add((ref,), partial(_turn, node))

    def _add(self, refs: Sequence[RecordRef], plan: Plan) -> None:
        self._jobs.append((tuple(refs), plan))
        if not self._busy:
            self._next()

    def _next(self) -> None:
        self._busy = bool(self._jobs)
        if self._jobs:
            refs, plan = self._jobs.popleft()
            self._bridge.ask(self, partial(source_reading.records, refs=refs), partial(self._read, plan))

    def _read(self, plan: Plan, found: tuple[LinkedRecord, ...]) -> None:
        planned = [plan(record) for record in found]
        commands = tuple(command for one in planned for command in one.commands)
        sentence = " ".join(one.told for one in planned if one.told)
        if commands:
            done, refused = partial(self._done, sentence), partial(self._refused)
            self._bridge.do(*commands, then=done, refused=refused, owner=self)
        else:
            self._refused(sentence or _tr("This was retracted meanwhile; nothing was changed."))

    def _done(self, sentence: str, _changes: tuple[Change, ...]) -> None:
        if sentence:
            self.told.emit(sentence)
        self._next()

    def _refused(self, sentence: str) -> None:
        self.refused.emit(sentence)
        self._next()


def _link(node: str, other_way: bool | None, record: LinkedRecord) -> Planned:
    commands = linking.linked(record, node, other_way=other_way)
    if not commands:
        return Planned((), _said(_tr("%1 is linked to %2 already."), record, node))
    way = points_other_way(record, node) if other_way is None else other_way
    words = _tr("%1 is linked to %2 and points the other way.") if way else _tr("%1 is linked to %2.")
    return Planned(commands, _said(words, record, node) + _everywhere(record, other_way, (node,)))


def _move(away: str, node: str, record: LinkedRecord) -> Planned:
    nodes = nodes_at(record, away)
    if node in nodes_of(record):
        return Planned((), _said(_tr("%1 is linked to %2 already."), record, node))
    if len(nodes) > 1:
        return Planned((), _several(record, nodes))
    words = _tr("%1 is linked to %2 in place of %3.").replace("%3", ", ".join(nodes))
    return Planned(linking.moved(record, nodes, node), _said(words, record, node))


def _unlink(node: str, record: LinkedRecord) -> Planned:
    nodes = nodes_at(record, node)
    if len(nodes) != 1:
        return Planned((), _several(record, nodes))
    return Planned(linking.unlinked(record, nodes), _said(_tr("%1 is no longer linked to %2."), record, nodes[0]))


def _turn(node: str, record: LinkedRecord) -> Planned:
    way = not points_other_way(record, node)
    words = _tr("%1 points the other way.") if way else _tr("%1 no longer points the other way.")
    return Planned(linking.turned(record, node), _said(words, record, node) + _everywhere(record, way, (node,)))


def _everywhere(record: LinkedRecord, way: bool | None, here: Sequence[str]) -> str:
    """Which way a line points is a mark of the line: that it changes elsewhere too is said."""
    if not isinstance(record, LinkedLine) or way in (None, record.line.points_other_way):
        return ""
    others = [tag for tag in record.line.tags if tag not in here]
    return " " + _tr("That holds for %1 as well.").replace("%1", ", ".join(others)) if others else ""


def _several(record: LinkedRecord, nodes: Sequence[str]) -> str:
    words = _tr("%1 is linked to %2: choose one of them first. Nothing was changed.")
    return _said(words, record, ", ".join(nodes))


def _said(words: str, record: LinkedRecord, node: str) -> str:
    sentence = words.replace("%1", linking.ref_of(record)).replace("%2", node)
    return sentence[0].upper() + sentence[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("KloePage", text)
