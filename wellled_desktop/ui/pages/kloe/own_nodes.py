"""Adding questions and evidence items of the team's own to a KLOE, changing, retracting and restoring them.

Signals of OwnNodes: `told(str)` with what became of what is linked to one that was retracted; `found(str)` with the node that was
just added, once it is known where it stands.
"""

import os
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from wellled_desktop.inspection.commands import (
    AddLocalNode,
    AmendLocalNode,
    Command,
    RestoreLocalNode,
    RetractLocalNode,
)
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.read_models import LocalNode, NodeHoldings
from wellled_desktop.store import weighing_reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.pages.kloe.items import NodeItem
from wellled_desktop.ui.pages.kloe.own_dialogs import OwnForm, OwnWords, changing, restoring, retracting
from wellled_desktop.ui.pages.kloe.own_words import ADDING


class OwnNodes(QObject):
    """Each form is closed once what was typed in it is on disk."""

    told = Signal(str)
    found = Signal(str)

    def __init__(self, bridge: Bridge, page: QWidget) -> None:
        super().__init__(page)
        self._bridge = bridge
        self._page = page
        self._wanted = ""

    def wanted(self) -> str:
        """The node that was added or changed here last, once: it is to be selected where it stands now."""
        node, self._wanted = self._wanted, ""
        return node

    def begin(self, wanted: str, item: NodeItem, held: NodeHoldings) -> None:
        """Opens the form for what is wanted (see `own_words.Wanted`) of the item, or of its KLOE."""
        if wanted in ADDING:
            form = OwnWords(item.id.split(".", maxsplit=1)[0], ADDING[wanted], self._page)
            form.given.connect(partial(self._add, form, item.id.split(".", maxsplit=1)[0]))
            self._open(form)
            return
        self._bridge.ask(self, _local_nodes, partial(self._begin_with, wanted, item, held))

    def _begin_with(self, wanted: str, item: NodeItem, held: NodeHoldings, known: tuple[LocalNode, ...]) -> None:
        local = next((one for one in known if one.node == item.id), None)
        if local is None:
            return
        command: Callable[[str], Command]
        if wanted == "amend":
            form, command = changing(item.id, local.text, self._page), partial(AmendLocalNode, local.id)
        elif wanted == "retract":
            form = retracting(item.id, linked_words(held), self._page)
            command = partial(RetractLocalNode, local.id)
        else:
            form, command = restoring(item.id, self._page), partial(RestoreLocalNode, local.id)
        told = self._retracted_words(item.id, held) if wanted == "retract" else ""
        form.given.connect(lambda typed: self._record(form, command(typed), item.id, told))
        self._open(form)

    def _open(self, form: OwnForm) -> None:
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    def _add(self, form: OwnWords, kloe: str, text: str) -> None:
        command = AddLocalNode(uuid7(time.time_ns() // 1_000_000, os.urandom(10)), kloe, form.kind, text)
        self._bridge.do(command, then=partial(self._added, form, command.id), refused=form.refuse, owner=form)

    def _added(self, form: OwnForm, local_id: str, _changes: tuple[Change, ...]) -> None:
        form.accept()
        self._bridge.ask(self, partial(weighing_reading.local_nodes, local_id=local_id), self._to_be_selected)

    def _to_be_selected(self, found: tuple[LocalNode, ...]) -> None:
        self._wanted = found[0].node if found else ""
        self.found.emit(self._wanted)

    def _record(self, form: OwnForm, command: Command, node: str, told: str) -> None:
        self._bridge.do(command, then=partial(self._recorded, form, node, told), refused=form.refuse, owner=form)

    def _recorded(self, form: OwnForm, node: str, told: str, _changes: tuple[Change, ...]) -> None:
        self._wanted = node
        form.accept()
        if told:
            self.told.emit(told)

    def _retracted_words(self, node: str, held: NodeHoldings) -> str:
        linked = linked_words(held)
        words = self.tr(
            "%1 linked to %2, which was retracted. What is linked stays, and can be read under “Retracted”."
        )
        return words.replace("%1", linked).replace("%2", node) if linked else ""


def linked_words(held: NodeHoldings) -> str:
    """2 lines and 1 evidence entry are; "" for nothing."""
    counts = ((held.lines, "line", "lines"), (held.entries, "evidence entry", "evidence entries"))
    parts = [counted(number, one, many) for number, one, many in counts if number]
    verb = "is" if held.lines + held.entries == 1 else "are"
    return f"{' and '.join(parts)} {verb}" if parts else ""


def _local_nodes(connection: Any) -> tuple[LocalNode, ...]:
    return weighing_reading.local_nodes(connection, retracted=True)
