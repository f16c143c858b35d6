"""The quiet strip under the composer: what the next line will be. Type and marks hold for that line alone; then the type is
the usual one of the session again.

Signals of NextLineStrip: `changed()` after a click or a key; before it `chosen(str)` with the type or mark that was chosen.
"""

from collections.abc import Collection, Iterable
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
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
_SLACK = 4
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_Place = Literal["beside", "under types", "under", "each under"]
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
    chosen = Signal(str)

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
        self._who = ""
        self._speakers: tuple[str, ...] = ()
        self._short = False
        self.tags = tags
        self._rows = QVBoxLayout(self)
        self._row_of_types, self._row_of_marks, self._row_under = (QBoxLayout(_ACROSS) for _ in range(3))
        self._place: _Place | None = None
        self._lay_out()
        for button in self._types.values():
            button.clicked.connect(self._type_clicked)
        for button in self._marks.values():
            button.clicked.connect(self._mark_clicked)
        self.usual: LineType = "said"
        self.set_type(self.usual)

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
        applies = self.tr("For the next line only, or the one being changed or selected")
        button.setToolTip(f"{what} ({key})\n{applies}")
        button.setAccessibleDescription(applies)
        return button

    def _lay_out(self) -> None:
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_CLOSE)
        for buttons, row in ((self._types.values(), self._row_of_types), (self._marks.values(), self._row_of_marks)):
            held = QWidget()
            held.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            flow = FlowLayout(_CLOSE, held)
            for button in buttons:
                flow.addWidget(button)
            row.addWidget(held, 0, Qt.AlignmentFlag.AlignLeft)
            self._rows.addLayout(row)
        self._rows.addLayout(self._row_under)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._place_words("beside")

    def _place_words(self, place: _Place) -> None:
        """The speaker and the tags stand beside the buttons; where there is no room for the speaker in full there, under the
        types; where there is none for the tags either, both in one row under all; where that is too short, each under its
        buttons.
        """
        if place == self._place:
            return
        self._place = place
        for row, words, under in (
            (self._row_of_types, self._speaker, place in ("under types", "each under")),
            (self._row_of_marks, self.tags, place == "each under"),
        ):
            for other in (row, self._row_under):
                other.removeWidget(words)
            row.setDirection(_DOWN if under else _ACROSS)
            row.setSpacing(_CLOSE if under else _APART)
            if place == "under":
                self._row_under.addWidget(words, 0 if words is self._speaker else 1)
            else:
                row.addWidget(words, 1)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # its height changes with every line that goes over two
            self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """By the longest of the speakers, so that no choice of one moves the page. Where a row of buttons with their keys is too
        long, the keys stay in the tooltips alone: what is kept of the height belongs to the lines.
        """
        types, marks = _row_width(self._types.values()), _row_width(self._marks.values())
        self._show_keys(max(types, marks) <= self.width())
        metrics = self.fontMetrics()
        whole, short = (
            max((metrics.horizontalAdvance(words(who)) for who in self._speakers), default=0) + _SLACK
            for words in (_in_words, str)
        )
        least = metrics.averageCharWidth() * _LEAST_BESIDE
        room = self.width() - _APART
        tags_fit = marks + least <= room
        if tags_fit:
            self._place_words("beside" if types + max(short, least) <= room else "under types")
        elif whole + least <= room:
            self._place_words("under")
        else:
            self._place_words("each under")
        self._speaker.keep_room(whole if self._place == "under" else 0)
        self._short = self._place == "beside" and types + whole > room
        self._say_speaker()

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

    def choose_type(self, line_type: LineType) -> None:
        """By key or click, not because of what comes into the composer."""
        self.chosen.emit(line_type)
        self.set_type(line_type)

    @property
    def points_other_way(self) -> bool:
        return self._marks["other way"].isChecked()

    def show_marks(self, composed: Composed) -> None:
        self._marks["claim"].setChecked(composed.claim)
        self._marks["concern"].setChecked(composed.weight == "concern")
        self._marks["strength"].setChecked(composed.weight == "strength")
        self._marks["other way"].setChecked(composed.points_other_way)
        self.changed.emit()

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for mark, button in self._marks.items() if button.isChecked())

    def toggle_mark(self, mark: Mark) -> None:
        """Concern and strength exclude each other; either can be a claim, and point the other way, as well."""
        self._marks[mark].toggle()
        self._marked(mark)

    def know_speakers(self, everybody: Iterable[str]) -> None:
        """Whoever may speak in this session, in words: there is to be room for each of them in full."""
        self._speakers = tuple(everybody)
        self._fit()

    def show_speaker(self, who: str) -> None:
        """In words; "" for nobody in particular."""
        self._who = who
        self._say_speaker()

    def _say_speaker(self) -> None:
        """Where there is no room for more beside the types, who it is alone."""
        self._speaker.set_words(self.speaker, short=self._who if self._short else "")

    @property
    def speaker(self) -> str:
        return _in_words(self._who)

    @property
    def speaker_label(self) -> ElidedLabel:
        return self._speaker

    def _type_clicked(self) -> None:
        self.choose_type(self.sender().property("word"))

    def _mark_clicked(self) -> None:
        self._marked(next(word for word, button in self._marks.items() if button is self.sender()))

    def _marked(self, mark: Mark) -> None:
        other = _EXCLUDED.get(mark)
        if other is not None and self._marks[mark].isChecked():
            self._marks[other].setChecked(False)
        self.chosen.emit(mark)
        self.changed.emit()


def _in_words(who: str) -> str:
    none = QCoreApplication.translate("NextLineStrip", "none")
    return QCoreApplication.translate("NextLineStrip", "speaker: %1").replace("%1", who or none)


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
