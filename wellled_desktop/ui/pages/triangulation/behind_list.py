"""The list beside the matrix: advice, and what is behind the selected cell."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wellled_desktop.inspection.triangulation.advice import Advice
from wellled_desktop.store.triangulation_reading import Behind
from wellled_desktop.ui.kit.linked_list import LinkedList
from wellled_desktop.ui.kit.linked_rows import ListRow
from wellled_desktop.ui.pages.triangulation.behind_model import first_record, rows_of


class BehindList(LinkedList):
    def __init__(self, titles: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Advice on the selected prompt, and what is behind the selected cell"))
        self._titles = titles
        self._shown = ("", "")
        self._rows_shown: tuple[ListRow, ...] = ()

    def show_behind(self, advice: tuple[Advice, ...], behind: Behind) -> None:
        """The rows afresh; of the same cell, what was current and in view stays so where it is still there."""
        now = (behind.node, behind.source or "")
        same, self._shown = now == self._shown, now
        self._rows_shown = rows_of(advice, behind, self._titles)
        self.show_rows(self._rows_shown, same=same)

    def first_to_choose(self) -> int:
        return first_record(self._rows_shown)

    def take_focus(self) -> None:
        """To the first of what is behind the cell."""
        self.choose(self.first_to_choose())
        self.setFocus(Qt.FocusReason.OtherFocusReason)
