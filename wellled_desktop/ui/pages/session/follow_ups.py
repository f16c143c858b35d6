"""The claims of this session: what was said and is still to be proved.

Signals of FollowUps: `line_wanted(str)` with the id of the line that was chosen.
"""

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.kit.speaking import words_of

_MOST_SHOWN = 6
_LONGEST = 200


class FollowUps(QWidget):
    line_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claims: tuple[NoteLine, ...] = ()
        self._requests: Mapping[str, tuple[str, ...]] = {}
        self._rows = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self._rows)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setTabKeyNavigation(False)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Claims to follow up"))
        self.list.setToolTip(self.tr("Go to the line (Enter)"))
        self.list.activated.connect(self._go)
        self._empty = paragraph(self.tr("Claims (F7) made here are listed, to be proved later."), "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._empty)
        column.addWidget(self.list)
        self.show_claims(())

    def show_claims(self, claims: tuple[NoteLine, ...]) -> None:
        self._claims = claims
        self._rows.setStringList([self._words(line) for line in claims])
        self._empty.setVisible(not claims)
        self.list.setVisible(bool(claims))
        shown = min(len(claims), _MOST_SHOWN)
        self.list.setFixedHeight(shown * max(1, self.list.sizeHintForRow(0)) + 2 * self.list.frameWidth() + 2)

    def show_requests(self, requests: Mapping[str, tuple[str, ...]]) -> None:
        """Which claims something was asked of the trust for, by the line's id."""
        if requests != self._requests:
            self._requests = requests
            self.show_claims(self._claims)

    def _words(self, line: NoteLine) -> str:
        asked = ", ".join(self._requests.get(line.id, ()))
        words = words_of(msgspec.structs.replace(line, text=line.text[:_LONGEST]))
        return f"l.{line.number} {asked}: {words}" if asked else f"l.{line.number} {words}"

    def _go(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._claims):
            self.line_wanted.emit(self._claims[row].id)
