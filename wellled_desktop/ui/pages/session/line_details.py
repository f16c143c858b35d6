"""Everything about the selected line: when and by whom it was written, its marks, its tags in words, what was done to it since.

Signals of LineDetails: `change_wanted()` and `retract_wanted()`.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import LineHistory, NoteLine
from wellled_desktop.inspection.speaking import spoken_marks
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.speaking import standing_words
from wellled_desktop.ui.kit.words import day_in_words
from wellled_desktop.ui.pages.session import long_paragraphs
from wellled_desktop.ui.pages.session.line_history import history_words

_GLANCE = 90
_VERSIONS_HEIGHT = 140


class LineDetails(QWidget):
    change_wanted = Signal()
    retract_wanted = Signal()

    def __init__(self, texts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._shown = ""
        self._title = label("", "subheading")
        self._words = paragraph("", "muted")
        self._tags = paragraph("", "muted")
        self.change = QPushButton(self.tr("Change…"))
        self.change.setToolTip(self.tr("Change the line (Enter on it)"))
        self.change.clicked.connect(self.change_wanted)
        self.retract = QPushButton(self.tr("Retract…"))
        self.retract.clicked.connect(self.retract_wanted)
        self._before = label(self.tr("What was done to it"))
        self.versions = QPlainTextEdit()
        self.versions.setReadOnly(True)
        self.versions.setTabChangesFocus(True)
        self.versions.setFixedHeight(_VERSIONS_HEIGHT)
        self.versions.setAccessibleName(self.tr("Earlier versions of the line"))
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.change)
        buttons.addWidget(self.retract)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._title, self._words):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self._before)
        column.addWidget(self.versions)
        column.addWidget(self._tags)
        self._show_words("")

    @property
    def words(self) -> str:
        return self._words.text()

    def show_line(self, line: NoteLine, speaker: str) -> None:
        if self._title.text() != line.ref:
            self._show_words("")
        self._title.setText(line.ref)
        self._tags.setText("\n".join(shortened(f"{tag} {self._texts.get(tag, '')}") for tag in line.tags))
        self._tags.setVisible(bool(line.tags))
        written = f"{day_in_words(line.day)}, {line.local_time:%H:%M:%S}, {line.author}"
        what = f"{speaker}, {line.line_type}" if speaker else line.line_type
        self._words.setText("\n".join((what, *spoken_marks(line), written, *standing_words(line))))
        retracted = line.retracted_at is not None
        self.change.setVisible(not retracted)
        self.retract.setText(self.tr("Restore…") if retracted else self.tr("Retract…"))
        self.retract.setToolTip(
            self.tr("Put the line back, with a reason (Del on it)")
            if retracted
            else self.tr("Take the line back, with a reason; it stays readable (Del on it)")
        )

    def show_history(self, line: NoteLine, history: LineHistory, called: Callable[[str | None], str]) -> None:
        """What was changed, retracted and restored, oldest first; `called` puts a speaker into words."""
        self._show_words(history_words(line, history, called))

    def _show_words(self, words: str) -> None:
        self._before.setVisible(bool(words))
        self.versions.setVisible(bool(words))
        if words and words != self._shown:
            long_paragraphs.fill(self.versions, words)
            self.versions.moveCursor(QTextCursor.MoveOperation.Start)
        self._shown = words


def shortened(text: str) -> str:
    """At most as much of it as a glance takes in, cut between words."""
    return text if len(text) <= _GLANCE else f"{text[:_GLANCE].rsplit(' ', 1)[0]}…"
