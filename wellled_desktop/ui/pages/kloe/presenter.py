"""What the KLOE page asks of the record and does to it; no widget.

Signals of KloePresenter: `holdings_read(KloeHoldings)`; `linked_read(HeldBySource)`; `state_stands(str, str, object)` with
a node, its state and its reason, when the shown one must change; `refused(str)`; `entry_recorded(str)` with the node;
`entry_refused(str)` with the title.
"""

import os
import time
from functools import partial

import msgspec
from PySide6.QtCore import QObject, Signal

from wellled_desktop.inspection.commands import RecordEvidence, SetEvidenceState
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.read_models import EvidenceItemState, KloeHoldings
from wellled_desktop.inspection.triangulation.by_source import HeldBySource, Place
from wellled_desktop.inspection.words import EvidenceState, SourceKind
from wellled_desktop.store import node_reading, source_reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.source_rows import place_named

PAGE = 40
"""So many more of one source at a time."""


class _Wanted(msgspec.Struct, frozen=True):
    """A state on its way to the disk."""

    number: int
    state: EvidenceState
    reason: str | None


class KloePresenter(QObject):
    holdings_read = Signal(object)
    linked_read = Signal(object)
    state_stands = Signal(str, str, object)
    refused = Signal(str)
    entry_recorded = Signal(str)
    entry_refused = Signal(str)

    def __init__(self, opened: Opened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._bridge = opened.bridge
        self._states: dict[str, EvidenceItemState] = {}
        self._wanted: dict[str, _Wanted] = {}
        self._number = 0
        self._kloe = ""
        self._node = ""
        self._more: dict[Place, int] = {}
        self._kept: frozenset[str] = frozenset()
        self._asking = False
        self._ask_again = False

    # Reading

    def show_kloe(self, kloe: str) -> None:
        self._kloe = kloe
        self._bridge.ask(self, partial(node_reading.kloe_holdings, kloe=kloe), self._read)

    def show_node(self, node: str) -> None:
        """What is linked to a node; of nodes passed over quickly only the last is asked for."""
        self._node, self._more, self._kept = node, {}, frozenset()
        self._ask_linked()

    def keep_listed(self, record_id: str) -> None:
        """A record of this node that was changed here is listed wherever it stands now, however many newer ones there are."""
        self._kept |= {record_id}

    def show_more(self, of: str) -> None:
        """Older ones of the named group."""
        place = place_named(of)
        self._more[place] = self._more.get(place, source_reading.NEWEST) + PAGE
        self._ask_linked()

    def refresh(self) -> None:
        if self._kloe:
            self.show_kloe(self._kloe)
        if self._node:
            self._ask_linked()

    def state_of(self, node: str) -> tuple[EvidenceState, str | None]:
        """As it stands, or as it will once what was asked for is on disk."""
        wanted = self._wanted.get(node)
        if wanted is not None:
            return wanted.state, wanted.reason
        state = self._states.get(node)
        return (state.state, state.reason) if state else ("none", None)

    def _read(self, holdings: KloeHoldings) -> None:
        elsewhere = {node: state for node, state in self._states.items() if _kloe_of(node) != holdings.kloe}
        self._states = elsewhere | holdings.states
        if holdings.kloe == self._kloe:
            self.holdings_read.emit(holdings)

    def _ask_linked(self) -> None:
        if self._asking:
            self._ask_again = True
            return
        self._asking = True
        question = partial(
            source_reading.by_source, pack=self._opened.pack, node=self._node, more=dict(self._more), kept=self._kept
        )
        self._bridge.ask(self, question, self._read_linked)

    def _read_linked(self, linked: HeldBySource) -> None:
        self._asking = False
        if self._ask_again:
            self._ask_again = False
            self._ask_linked()
        if linked.node == self._node:
            self.linked_read.emit(linked)

    # Writing

    @property
    def is_writing(self) -> bool:
        """Whether a state that is shown is still on its way to the disk."""
        return bool(self._wanted)

    def set_state(self, node: str, state: EvidenceState, reason: str | None) -> None:
        """Shows the state at once and records it; a refusal puts back what is recorded."""
        self._number += 1
        number = self._number
        self._wanted[node] = _Wanted(number, state, reason)
        self.state_stands.emit(node, state, reason)
        self._bridge.do(
            SetEvidenceState(node, state, reason),
            then=partial(self._state_set, node, number),
            refused=partial(self._state_refused, node, number),
            owner=self,
        )

    def _state_set(self, node: str, number: int, _changes: tuple[Change, ...]) -> None:
        """The wanted state stays on show until the record has been read again."""
        wanted = self._wanted.get(node)
        if wanted is None or wanted.number != number:
            return
        question = partial(node_reading.kloe_holdings, kloe=_kloe_of(node))
        self._bridge.ask(self, question, partial(self._settled, node, number))

    def _settled(self, node: str, number: int, holdings: KloeHoldings) -> None:
        wanted = self._wanted.get(node)
        if wanted is not None and wanted.number == number:
            del self._wanted[node]
        self._read(holdings)

    def _state_refused(self, node: str, number: int, sentence: str) -> None:
        wanted = self._wanted.get(node)
        if wanted is not None and wanted.number == number:
            del self._wanted[node]
            self.state_stands.emit(node, *self.state_of(node))
        self.refused.emit(sentence)

    def record(self, node: str, title: str, kind: SourceKind) -> None:
        command = RecordEvidence(uuid7(time.time_ns() // 1_000_000, os.urandom(10)), title, kind, nodes=(node,))
        self._bridge.do(
            command,
            then=partial(self._recorded, node),
            refused=partial(self._record_refused, title),
            owner=self,
        )

    def _recorded(self, node: str, _changes: tuple[Change, ...]) -> None:
        self.entry_recorded.emit(node)

    def _record_refused(self, title: str, sentence: str) -> None:
        self.entry_refused.emit(title)
        self.refused.emit(sentence)


def _kloe_of(node: str) -> str:
    return node.split(".", maxsplit=1)[0]
