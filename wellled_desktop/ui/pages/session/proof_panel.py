"""What could prove a claim: up to five key-evidence items, those with one why under it together, what is asked for already, and
the one line that asks the trust for one.

Signals of ProofPanel: `request_wanted(str, str, str)` with the node ("" for something else), what is asked for, and of whom;
`left()` when Esc goes back to the notes.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.proof import NO_ITEM_IS_NAMED, Proof, Proposed
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.pages.session.wrapped_list import WrappedList, WrappedRow

KEYS = "Ctrl+M"


class ProofPanel(QWidget):
    """Digits and Enter in the list ask at once, in the item's own words; Tab leads to the words, to change them first."""

    request_wanted = Signal(str, str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proofs: tuple[Proof, ...] = ()
        self._title = label("", "subheading")
        self._how = paragraph("", "muted")
        self.list = WrappedList(self.tr("Key evidence that could prove the claim"))
        self.list.setToolTip(self.tr("Ask for it (Enter, or its number)"))
        self.asked_for = self._field(self.tr("Asked for; Enter makes the request"))
        self.asked_of = self._field(self.tr("Of whom, by role (optional)"))
        self.make = QPushButton(self.tr("Make request"))
        self.make.setToolTip(self.tr("Make a numbered request of these words (Enter)"))
        self.make.clicked.connect(self._make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._title, self._how, self.list, self.asked_for, self.asked_of, self.make):
            column.addWidget(part)
        self.list.chosen.connect(self._take_words)
        self.list.opened.connect(self._make_of)
        self.hide()

    def _field(self, words: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.setMaxLength(2000)
        field.returnPressed.connect(self._make)
        return field

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def in_use(self) -> bool:
        """Whether somebody is at it: then nothing else is proposed under their hands."""
        focus = self.focusWidget()
        return focus is not None and focus.hasFocus()

    @property
    def how(self) -> str:
        """What is said under the title."""
        return self._how.text()

    def show_proposed(self, title: str, proposed: Proposed) -> None:
        """Nothing is changed under the hands of somebody who puts it in words of their own."""
        if self._is_being_typed(title):
            return
        proofs = proposed.proofs
        again = (self._title.text(), self._proofs) == (title, _together(proofs))
        self._proofs = _together(proofs)
        self._title.setText(title)
        self._how.setText(self._said_of(proposed))
        whys = ("", *(one.why for one in self._proofs))
        rows = (
            WrappedRow(f"{at}  {one.node}", one.text, over="" if one.why == whys[at - 1] else one.why)
            for at, one in enumerate(self._proofs, start=1)
        )
        self.list.show_rows(tuple(rows))
        self.list.setVisible(bool(proofs))
        if not again:
            self.asked_of.clear()
            self.list.choose(0 if proofs else -1)
            self._take_words(0)
        self.show()

    def _is_being_typed(self, title: str) -> bool:
        own = self.asked_for.text() not in ("", *(one.text for one in self._proofs)) or bool(self.asked_of.text())
        return own and self.in_use and title == self._title.text()

    def _said_of(self, proposed: Proposed) -> str:
        """What is asked for already, and what the key does now."""
        if proposed.proofs:
            key = self.tr("%1 and a number asks the trust for it.")
        elif proposed.asked:
            key = self.tr("%1 asks for something else.")
        else:
            key = f"{NO_ITEM_IS_NAMED} {self.tr('%1 asks for it.')}"
        return " ".join((*(one.in_words for one in proposed.asked), key.replace("%1", KEYS)))

    def take_focus(self) -> None:
        target = self.list if self._proofs else self.asked_for
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_words(self, row: int) -> None:
        self.asked_for.setText(self._proofs[row].text if 0 <= row < len(self._proofs) else "")
        self.asked_for.setCursorPosition(0)

    def _make(self) -> None:
        words = self.asked_for.text().strip()
        if not words:
            self.asked_for.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        row = self.list.currentIndex().row()
        node = self._proofs[row].node if 0 <= row < len(self._proofs) else ""
        self.request_wanted.emit(node, words, self.asked_of.text().strip())

    def _make_of(self, row: int) -> None:
        """In the item's words, unless they were changed in the field."""
        self.list.choose(row)
        self._make()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        number = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.list.hasFocus() and 0 <= number < len(self._proofs):
            self._make_of(number)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _together(proofs: Sequence[Proof]) -> tuple[Proof, ...]:
    """In the order given, but those with the same why side by side: it is then said once."""
    whys = list(dict.fromkeys(one.why for one in proofs))
    return tuple(sorted(proofs, key=lambda one: whys.index(one.why)))
