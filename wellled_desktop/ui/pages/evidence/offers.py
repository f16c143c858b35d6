"""What is offered where things are ticked and linked: an entry for an item that was ticked, the tick for items that an entry was
linked to, and for items whose roles were all interviewed; and that a request which was answered is received. An offer and never
more: recording ticks nothing by itself, nor does a tick record anything.

Signals of Offers: `entry_wanted(EntryValues)`; `wanted(tuple[Command, ...])` with what was taken.
"""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from wellled_desktop.inspection.commands import SetEvidenceState, SetRequestState
from wellled_desktop.inspection.interviewed import Interviewed
from wellled_desktop.inspection.read_models import Request
from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.ui.kit.interviewed_words import all_held
from wellled_desktop.ui.kit.offer_bar import OfferBar
from wellled_desktop.ui.pages.evidence.checklist_model import ChecklistModel, Item
from wellled_desktop.ui.pages.evidence.entry_values import EntryValues

_MOST_NAMED = 3
_UNDECIDED: frozenset[EvidenceState] = frozenset(("none", "requested"))


class Offers(QObject):
    entry_wanted = Signal(object)
    wanted = Signal(object)

    def __init__(self, bar: OfferBar, items: ChecklistModel, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._items = items
        self._interviews_offered: set[str] = set()

    def after_tick(self, item: Item) -> None:
        """Offers the entry for an item that nothing is recorded for yet."""
        if self._items.entries(item.id):
            return
        values = EntryValues(item.text, item.source_kind, nodes=(item.id,))
        self._bar.offer(
            self.tr("%1 is marked gathered. No evidence entry is linked to it yet.").replace("%1", item.id),
            self.tr("Record what was gathered"),
            partial(self.entry_wanted.emit, values),
        )

    def after_recording(self, ref: str, nodes: Iterable[str], asked: Request | None) -> None:
        """Offers that the request which the entry answers is received, where it is open still; the ticks come then, or else."""
        if asked is None or not asked.is_open:
            self._after_linking(ref, nodes)
            return
        answered = self.tr("Recorded. It answers %2.") if not ref else self.tr("%1 answers %2.").replace("%1", ref)
        self._bar.offer(
            f"{answered.replace('%2', asked.ref)} {self.tr('The request is open until it is marked received.')}",
            self.tr("Mark %1 received").replace("%1", asked.ref),
            partial(self._receive, asked, ref, tuple(nodes)),
        )

    def _receive(self, asked: Request, ref: str, nodes: tuple[str, ...]) -> None:
        self.wanted.emit((SetRequestState(asked.id, "received"),))
        self._after_linking(ref, nodes)

    def _after_linking(self, ref: str, nodes: Iterable[str]) -> None:
        """Offers the tick for those of the nodes that are key evidence and not gathered yet."""
        found = tuple(node for node in nodes if self._items.state_of(node) not in (None, "gathered"))
        if not found:
            return
        linked = self.tr("Recorded and linked to %2.") if not ref else self.tr("%1 is linked to %2.").replace("%1", ref)
        sentence = f"{linked.replace('%2', _named(found))} {self.tr('An entry by itself ticks nothing.')}"
        self._offer_ticks(sentence, found)

    def after_interviews(self, interviewed: Mapping[str, Interviewed]) -> None:
        """Offers the tick, once, for items whose roles have all been interviewed and of which nothing was decided yet."""
        found = tuple(
            one
            for one in interviewed.values()
            if one.complete
            and self._items.state_of(one.node) in _UNDECIDED
            and one.node not in self._interviews_offered
        )
        if not found or self._bar.sentence:
            return
        self._interviews_offered.update(one.node for one in found)
        self._offer_ticks(" ".join(map(all_held, found[:_MOST_NAMED])), tuple(one.node for one in found[:_MOST_NAMED]))

    def _offer_ticks(self, sentence: str, nodes: tuple[str, ...]) -> None:
        ticks = tuple(SetEvidenceState(node, "gathered") for node in nodes)
        self._bar.offer(sentence, self.tr("Mark gathered"), partial(self.wanted.emit, ticks))


def _named(nodes: tuple[str, ...]) -> str:
    """W1.E1, W1.E2, W1.E3 and 4 more."""
    named = ", ".join(nodes[:_MOST_NAMED])
    return f"{named} and {len(nodes) - _MOST_NAMED} more" if len(nodes) > _MOST_NAMED else named
