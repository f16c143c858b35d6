"""Changing a request that was made: what is asked, of whom, for what, until when. The record keeps how it was asked before.

Signals of Changing: `told(str)` once it is changed.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from wellled_desktop.inspection.commands import AmendRequest
from wellled_desktop.inspection.read_models import Request
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.pages.requests.new_request import NewRequest
from wellled_desktop.ui.pages.requests.request_model import Asked

LETTER = "C"


class Changing(QObject):
    """Uses the line for new requests; `back` is called when that is over."""

    told = Signal(str)

    def __init__(
        self,
        bridge: Bridge,
        line: NewRequest,
        *,
        refused: Callable[[str], None],
        back: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._line = line
        self._refused = refused
        self._back = back
        self._chosen: Request | None = None
        self._ref = ""
        self.button = QPushButton(self.tr("Change…"))
        self.button.setToolTip(
            self.tr("Change what is asked for, of whom, for which key evidence, or the day (%1)").replace("%1", LETTER)
        )
        self.button.clicked.connect(self.begin)
        line.changed.connect(self._change)
        line.left.connect(back)

    def show_chosen(self, asked: Asked | None) -> None:
        """Only what has a number can be changed; what an item of the checklist says is the framework's."""
        self._chosen = asked.request if asked else None
        self.button.setVisible(self._chosen is not None)
        words = self.button.text()
        self.button.setAccessibleName(f"{self._chosen.ref}: {words}" if self._chosen else words)

    def begin(self) -> bool:
        """Whether there is a request to change."""
        if self._chosen is not None:
            self._ref = self._chosen.ref
            self._line.begin_change(self._chosen)
        return self._chosen is not None

    def _change(self, command: AmendRequest) -> None:
        self._bridge.do(command, then=self._changed, refused=self._say, owner=self)

    def _say(self, sentence: str) -> None:
        self._refused(sentence)
        self._line.point_at_fault(sentence)

    def _changed(self, _changes: object) -> None:
        self._line.take_recorded(self._refused)
        self._line.end_change()
        self._back()
        self.told.emit(self.tr("%1 is changed").replace("%1", self._ref))
