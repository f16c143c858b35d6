"""What the risk register says of the chosen worry, and a remark on it.

Signals of VerdictBar: `verdict_wanted(str)`; `remark_given(str)` on Enter in the remark; `remark_left(str)` when
another place is gone to and the remark has changed; `session_wanted()`.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import Worry
from wellled_desktop.inspection.words import WorryVerdict
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import MOST_CHARACTERS, paragraph
from wellled_desktop.ui.kit.words import short_day

KEYS: dict[Qt.Key, WorryVerdict] = {
    Qt.Key.Key_M: "matched",
    Qt.Key.Key_L: "rated lower",
    Qt.Key.Key_X: "missing",
    Qt.Key.Key_N: "not compared",
}


class VerdictBar(QWidget):
    verdict_wanted = Signal(str)
    remark_given = Signal(str)
    remark_left = Signal(str)
    session_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = paragraph("")
        self._about = paragraph("", "muted")
        self.prompt = paragraph("", "subheading")
        self.prompt.hide()
        what: dict[WorryVerdict, str] = {
            "matched": self.tr("Matched: the register has it"),
            "rated lower": self.tr("Rated lower: the register has it, as less of a worry"),
            "missing": self.tr("Missing: the register does not have it"),
            "not compared": self.tr("Not compared"),
        }
        self.buttons: dict[WorryVerdict, QPushButton] = {}
        row = FlowLayout(8)
        for key, verdict in KEYS.items():
            button = QPushButton(verdict.capitalize())
            button.setCheckable(True)
            button.setToolTip(f"{what[verdict]} ({key.name.removeprefix('Key_')})")
            button.clicked.connect(partial(self._clicked, verdict))
            self.buttons[verdict] = button
            row.addWidget(button)
        self.session = QPushButton(self.tr("Open where it was said"))
        self.session.setToolTip(self.tr("Open the session, or the line, in which it was said (S)"))
        self.session.setProperty("kind", "link")
        self.session.clicked.connect(self.session_wanted)
        row.addWidget(self.session)
        self.remark = QLineEdit()
        self.remark.setMaxLength(2000)
        self.remark.setMaximumWidth(self.fontMetrics().averageCharWidth() * MOST_CHARACTERS)
        self.remark.setPlaceholderText(self.tr("Remark (optional); Enter keeps it"))
        self.remark.setAccessibleName(self.tr("Remark on the comparison (optional)"))
        self.remark.returnPressed.connect(self._give)
        self.remark.editingFinished.connect(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for part in (self._words, self._about, self.prompt):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.remark)
        self._worry_id = ""
        self._on_disk = self._given = ""

    def show_worry(self, worry: Worry) -> None:
        """A remark that is being typed stays while its worry does, and one just given is not undone by an earlier reading."""
        typing = self.remark.text().strip() not in (self._on_disk, self._given)
        if worry.id != self._worry_id or (worry.remark != self._on_disk and not typing):
            self.remark.setText(worry.remark)
            self._given = worry.remark
        self._worry_id, self._on_disk = worry.id, worry.remark
        self._words.setText(worry.text)
        risk = worry.risk
        about = (
            self.tr("Said in %1").replace("%1", worry.session_ref) if worry.session_ref else "",
            self.tr("noted by %1, %2").replace("%1", worry.author).replace("%2", short_day(worry.day)),
            f"{risk.reference} {risk.title}, {self.tr('rated')} {risk.rating or '–'}" if risk else "",
        )
        self._about.setText(" · ".join(part for part in about if part))
        self.session.setVisible(worry.session_id is not None)
        for verdict, button in self.buttons.items():
            button.setChecked(verdict == worry.verdict)
            button.setAccessibleName(f"{worry.text[:60]}: {verdict}")

    def show_prompt(self, words: str) -> None:
        self.prompt.setText(words)
        self.prompt.setVisible(bool(words))

    def _give(self) -> None:
        self._given = self.remark.text().strip()
        self.remark_given.emit(self._given)

    def _leave(self) -> None:
        """Whoever goes elsewhere without Enter meant what was typed all the same."""
        words = self.remark.text().strip()
        if words != self._given:
            self._given = words
            self.remark_left.emit(words)

    def _clicked(self, verdict: WorryVerdict) -> None:
        button = self.buttons[verdict]
        button.setChecked(not button.isChecked())  # what is on show is what is recorded
        self.verdict_wanted.emit(verdict)
