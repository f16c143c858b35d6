"""The quiet strip under the composer: what the next line will be. The type stays from line to line, marks do not.

Signals of NextLineStrip: `changed()` after a click or a key.
"""

from collections.abc import Collection
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.words import LINE_TYPES, LineType, Weight
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.pages.session.composed import Composed, has_speaker
from wellled_desktop.ui.pages.session.elided_label import ElidedLabel

TYPE_KEYS: tuple[tuple[str, LineType], ...] = tuple(
    (f"F{number}", line_type) for number, line_type in enumerate(LINE_TYPES, start=2)
)
_LEAST_BESIDE = 14
_APART = 8
_CLOSE = 2
Mark = Literal["claim", "concern", "strength", "other way"]
MARK_KEYS: tuple[tuple[str, Mark], ...] = (
    ("F7", "claim"),
    ("F8", "concern"),
    ("F9", "strength"),
    ("F10", "other way"),
)
_EXCLUDED: dict[Mark, Mark] = {"concern": "strength", "strength": "concern"}


class NextLineStrip(QWidget):
    changed = Signal()

    def __init__(self, tags: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        what = {
            "said": self.tr("Said: reported speech"),
            "seen": self.tr("Seen: what you saw yourself"),
            "read": self.tr("Read: from a document"),
            "data": self.tr("Data: a figure"),
            "inference": self.tr("Inference: what you conclude; never printed as evidence"),
            "claim": self.tr("Claim: to be proved"),
            "concern": self.tr("Concern: points to a weakness"),
            "strength": self.tr("Strength: points to something good"),
            "other way": self.tr("Points the other way: it speaks against what its tags would have it support"),
        }
        self._types = {word: self._button(key, word, what[word]) for key, word in TYPE_KEYS}
        self._marks = {word: self._button(key, word, what[word]) for key, word in MARK_KEYS}
        self._speaker = ElidedLabel()
        self.tags = tags
        self._beside: list[QBoxLayout] = []
        self._lay_out()
        for button in self._types.values():
            button.clicked.connect(self._type_clicked)
        for button in self._marks.values():
            button.clicked.connect(self._mark_clicked)
        self.set_type("said")

    def _button(self, key: str, word: str, what: str) -> QToolButton:
        """Never takes the focus: the caret stays in the composer while one clicks here."""
        button = QToolButton()
        button.setProperty("key", key)
        button.setProperty("word", word)
        button.setText(f"{word} {key}")
        button.setCheckable(True)
        button.setProperty("kind", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(word)
        button.setToolTip(f"{what} ({key})")
        return button

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_CLOSE)
        for buttons, words in ((tuple(self._types.values()), self._speaker), (tuple(self._marks.values()), self.tags)):
            held = QWidget()
            held.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            row = FlowLayout(_CLOSE, held)
            for button in buttons:
                row.addWidget(button)
            beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            beside.addWidget(held)
            beside.addWidget(words, 1)
            rows.addLayout(beside)
            self._beside.append(beside)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._place_words(roomy=True)

    def _place_words(self, *, roomy: bool) -> None:
        """The speaker and the tags stand beside the buttons; where there is no room for that, under them."""
        for beside in self._beside:
            beside.setDirection(QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom)
            beside.setSpacing(_APART if roomy else _CLOSE)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where there is no room beside the buttons the words get rows of their own; where a row of buttons with their keys
        is too long, the keys stay in the tooltips alone: what is kept of the height belongs to the lines.
        """
        super().resizeEvent(event)
        widest = max(_row_width(self._types.values()), _row_width(self._marks.values()))
        self._show_keys(widest <= self.width())
        least = self.fontMetrics().averageCharWidth() * _LEAST_BESIDE
        self._place_words(roomy=widest + _APART + least <= self.width())

    def _show_keys(self, shown: bool) -> None:
        for button in (*self._types.values(), *self._marks.values()):
            button.setText(_with_key(button) if shown else button.property("word"))

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    @property
    def line_type(self) -> LineType:
        return next(word for word, button in self._types.items() if button.isChecked())

    @property
    def has_speaker(self) -> bool:
        return has_speaker(self.line_type)

    @property
    def claim(self) -> bool:
        return self._marks["claim"].isChecked()

    @property
    def weight(self) -> Weight:
        if self._marks["concern"].isChecked():
            return "concern"
        return "strength" if self._marks["strength"].isChecked() else "neutral"

    def set_type(self, line_type: LineType) -> None:
        for word, button in self._types.items():
            button.setChecked(word == line_type)
        self.changed.emit()

    @property
    def points_other_way(self) -> bool:
        return self._marks["other way"].isChecked()

    def show_marks(self, composed: Composed) -> None:
        self._marks["claim"].setChecked(composed.claim)
        self._marks["concern"].setChecked(composed.weight == "concern")
        self._marks["strength"].setChecked(composed.weight == "strength")
        self._marks["other way"].setChecked(composed.points_other_way)
        self.changed.emit()

    def toggle_mark(self, mark: Mark) -> None:
        """Concern and strength exclude each other; either can be a claim, and point the other way, as well."""
        self._marks[mark].toggle()
        self._marked(mark)

    def show_speaker(self, words: str) -> None:
        self._speaker.set_words(words)

    @property
    def speaker(self) -> str:
        return self._speaker.words

    def _type_clicked(self) -> None:
        self.set_type(self.sender().property("word"))

    def _mark_clicked(self) -> None:
        self._marked(next(word for word, button in self._marks.items() if button is self.sender()))

    def _marked(self, mark: Mark) -> None:
        other = _EXCLUDED.get(mark)
        if other is not None and self._marks[mark].isChecked():
            self._marks[other].setChecked(False)
        self.changed.emit()


def _row_width(buttons: Collection[QToolButton]) -> int:
    """What the buttons would take up side by side, each with its key."""
    return sum(_width_with_key(button) for button in buttons) + _CLOSE * (len(buttons) - 1)


def _with_key(button: QToolButton) -> str:
    return f"{button.property('word')} {button.property('key')}"


def _width_with_key(button: QToolButton) -> int:
    """What the button would take up with its key, whether that is on show now or not."""
    metrics = button.fontMetrics()
    shown, whole = metrics.horizontalAdvance(button.text()), metrics.horizontalAdvance(_with_key(button))
    return button.sizeHint().width() + whole - shown
