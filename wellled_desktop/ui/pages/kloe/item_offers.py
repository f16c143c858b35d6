"""What the KLOE page says and offers of an item of the key evidence: how far the interviews have come that it asks for, the tick
where all its roles were interviewed, the entry where it was ticked. Offers only: nothing is ticked or recorded by itself.
"""

from PySide6.QtCore import QObject

from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.interviewed import HeldSession, Interviewed, interviewed, roles_asked
from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.store.interview_reading import held_sessions
from wellled_desktop.ui.kit.interviewed_words import all_held, in_full, so_far
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.beside import Beside
from wellled_desktop.ui.pages.kloe.column import KloeColumn
from wellled_desktop.ui.pages.kloe.items import NodeItem


class ItemOffers(QObject):
    def __init__(self, opened: Opened, beside: Beside, parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._beside = beside
        self._column: KloeColumn | None = None
        self._state: EvidenceState = "none"
        self._found: dict[str, Interviewed] = {}

    def read(self) -> None:
        self._opened.bridge.ask(self, held_sessions, self._show)

    def show_column(self, column: KloeColumn) -> None:
        """How far the interviews are, on each row that asks for any."""
        self._column = column
        for node, row in column.rows.items():
            found = self._found.get(node)
            row.show_interviews(so_far(found) if found else "")

    def show_item(self, item: NodeItem, state: EvidenceState) -> None:
        self._state = state
        found = self._found.get(item.id)
        self._beside.show_interviews(in_full(found, role_titles(self._opened.pack)) if found else "")
        if found and found.complete and state in ("none", "requested"):
            self._beside.record.offer_tick(item.id, all_held(found))

    def after_setting(self, item: NodeItem, state: EvidenceState, before: EvidenceState, entries: int) -> None:
        """Offers the entry for an item that is now marked gathered, and that none is linked to yet."""
        if state == "gathered" != before and not entries:
            self._beside.record.offer_entry(item.id, item.text)

    def _show(self, held: tuple[HeldSession, ...]) -> None:
        found = interviewed(roles_asked(self._opened.pack, self._opened.scope.applies), held)
        if found == self._found:
            return
        self._found = found
        if self._column is not None:
            self.show_column(self._column)
            item = self._beside.item
            row = self._column.rows.get(item.id)
            self.show_item(item, row.state if row is not None else "none")
