"""The tags of the line in the composer, as small buttons that take one away; where there are none, how to add one.

Signals of TagChips: `taken_away(str)` with the id whose button was clicked.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.pages.session.elided_label import ElidedLabel

_APART = 4


class TagChips(QWidget):
    """The newest are on show; those for which there is no room are counted before them, and named in a tooltip."""

    taken_away = Signal(str)

    def __init__(self, texts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._chips: list[QToolButton] = []
        self._hint = ElidedLabel()
        self._hint.set_words(self.tr("# adds a tag"))
        self._more = label("", "muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_APART)
        self._row.addWidget(self._more)
        self._row.addWidget(self._hint, 1)
        self._row.addStretch(0)  # has the room only where there is no hint
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def more(self) -> str:
        """What stands for the tags that are not on show."""
        return self._more.text()

    def show_tags(self, tags: tuple[str, ...]) -> None:
        self._hint.setVisible(not tags)
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(tag) for tag in tags]
        for position, chip in enumerate(self._chips, start=1):
            self._row.insertWidget(position, chip)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._more.fontMetrics().horizontalAdvance("+99")
        hidden: list[str] = []
        for chip in reversed(self._chips):
            room -= chip.sizeHint().width() + _APART
            chip.setVisible(room >= 0)
            if room < 0:
                hidden.insert(0, str(chip.property("tag")))
        self._more.setText(f"+{len(hidden)}" if hidden else "")
        self._more.setToolTip("\n".join(f"{tag} {self._texts.get(tag, '')}" for tag in hidden))
        self._more.setVisible(bool(hidden))

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
