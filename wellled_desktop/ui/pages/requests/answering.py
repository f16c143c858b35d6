"""As which evidence entry an answer came: named with its number when a request is received, wholly or in part.

Signals of Answering: `refused(str)` with a sentence when there is no such entry.
"""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from wellled_desktop.inspection.commands import AmendEntry, Command
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.store import reading
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.pages.requests.outcomes import Outcome
from wellled_desktop.ui.pages.requests.request_model import Asked

_NUMBER = re.compile(r"(?:e-?)?0*([0-9]{1,6})", re.IGNORECASE)
_CHARACTERS = 26


class Answering(QObject):
    refused = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.field = QLineEdit()
        self.field.setMaxLength(20)
        self.field.setMinimumWidth(self.field.fontMetrics().averageCharWidth() * _CHARACTERS)
        self.field.setPlaceholderText(self.tr("Came as E-014 (optional)"))
        self.field.setAccessibleName(self.tr("Evidence entry that the answer came as, E-014 (optional)"))
        self.field.setToolTip(
            self.tr("The number of the evidence entry that answers the request; R, G or T then links the two")
        )

    def show_chosen(self, asked: Asked | None) -> None:
        self.field.clear()
        self.field.setVisible(asked is not None and asked.request is not None)

    def with_entry(
        self, outcome: Outcome, asked: Asked, commands: tuple[Command, ...], do: Callable[..., None]
    ) -> None:
        """Does what the outcome comes to; with an entry named, links it to the request in the same step."""
        typed = self.field.text().strip()
        if asked.request is None or not typed or outcome.state not in ("received", "partial"):
            do(*commands)
            return
        answer = partial(self._link, asked.request.id, typed, commands, do)
        self._bridge.ask(self, reading.evidence_entries, answer)

    def _link(
        self,
        request: str,
        typed: str,
        commands: tuple[Command, ...],
        do: Callable[..., None],
        entries: tuple[EvidenceEntry, ...],
    ) -> None:
        number = _NUMBER.fullmatch(typed)
        entry = next((one for one in entries if number and one.number == int(number[1])), None)
        if entry is None:
            words = self.tr("There is no evidence entry %1; nothing was changed. Record it on the Evidence page first.")
            self.refused.emit(words.replace("%1", f"“{typed}”"))
        else:
            do(*commands, AmendEntry(entry.id, request=request))
