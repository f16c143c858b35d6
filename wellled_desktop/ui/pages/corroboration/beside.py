"""Beside the items: the prompt in the framework's words, and under it what lies behind the item, first in part and then whole."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wellled_desktop.inspection.corroboration.agenda import Item
from wellled_desktop.store.corroboration_behind import BehindItem
from wellled_desktop.ui.pages.corroboration.row_list import RowList
from wellled_desktop.ui.pages.corroboration.sizes import wide_paragraph
from wellled_desktop.ui.pages.corroboration.words import behind_rows


class Beside(QWidget):
    """`whole` is whether all that lies behind the item on screen is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.whole = False
        self._behind: BehindItem | None = None
        self._wanted = ""
        self._prompt = wide_paragraph()
        self.list = RowList(self.tr("What lies behind the item"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._prompt)
        column.addWidget(self.list, 1)

    @property
    def prompt(self) -> str:
        return self._prompt.text()

    @property
    def more(self) -> bool:
        """Whether more lies behind than is told."""
        behind = self._behind
        return behind is not None and (
            len(behind.lines) < behind.lines_in_all or len(behind.evidence) < behind.evidence_in_all
        )

    def turn_whole(self) -> bool:
        """Wants all that lies behind, or as much as is told first; False where that is the same. Unknown yet, it counts."""
        if not (self.more or self.whole or self._behind is None):
            return False
        self.whole = not self.whole
        return True

    def enlarge(self, large: QFont) -> None:
        for part in (self._prompt, self.list):
            part.setFont(large)

    def begin(self, prompt: str, item: Item | None) -> None:
        """What lies behind another item is not shown under its words meanwhile."""
        self._prompt.setText(prompt)
        wanted = item.key if item is not None else ""
        if wanted != self._wanted or item is None:
            self._wanted, self.whole, self._behind = wanted, False, None
            self.list.rows.show_rows(())

    def show_behind(self, item: Item, behind: BehindItem) -> None:
        """What is marked stays so; of another item, one begins at the top."""
        again = self._behind is not None
        marked = self.list.rows.row_at(self.list.currentIndex().row())
        self._behind = behind
        self.list.rows.show_rows(behind_rows(item, behind))
        if again and marked is not None and (at := self.list.rows.row_of(marked.key)) >= 0:
            self.list.choose(at)
        elif not again:
            self.list.scrollToTop()
        if self.list.hasFocus():
            self.list.mark_first()
