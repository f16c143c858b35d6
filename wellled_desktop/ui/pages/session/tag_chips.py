"""The tags of the line in the composer, as small buttons that take one away; where there are none, how to add one.

Signals of TagChips: `taken_away(str)` with the id whose button was clicked.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from wellled_desktop.ui.kit.labels import label


class TagChips(QWidget):
    taken_away = Signal(str)

    def __init__(self, texts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._chips: list[QToolButton] = []
        self._hint = label(self.tr("no tags yet: type # and an id or words"), "muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._hint)
        self._row.addStretch(1)

    def show_tags(self, tags: tuple[str, ...]) -> None:
        self._hint.setVisible(not tags)
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(tag) for tag in tags]
        for position, chip in enumerate(self._chips):
            self._row.insertWidget(position, chip)

    def _chip(self, tag: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setText(f"{tag} ×")
        chip.setProperty("kind", "quiet")
        chip.setProperty("tag", tag)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.setAccessibleName(self.tr("Take tag %1 away").replace("%1", tag))
        chip.setToolTip(f"{self._texts.get(tag, '')}\n{self.tr('Click or Backspace takes the tag away')}")
        chip.clicked.connect(self._clicked)
        return chip

    def _clicked(self) -> None:
        self.taken_away.emit(self.sender().property("tag"))
