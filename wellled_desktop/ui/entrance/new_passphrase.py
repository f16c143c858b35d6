"""Choosing a passphrase: twice the same, with how hard it is to guess in a word, a bar and what would help.

Signals of NewPassphrase: `changed()`; `entered()` when Enter is pressed in the second field.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QProgressBar, QVBoxLayout, QWidget

from wellled_desktop.ui.entrance.passphrase_field import PassphraseField
from wellled_desktop.ui.kit.labels import label, paragraph


class NewPassphrase(QWidget):
    """The two fields and what is said of them; `problem` says what is still missing."""

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = PassphraseField(self.tr("New passphrase"))
        self.second = PassphraseField(self.tr("The passphrase once more"))
        self._bar = QProgressBar()
        self._bar.setRange(0, 4)
        self._bar.setTextVisible(False)
        self._bar.setProperty("kind", "meter")
        self._bar.setAccessibleName(self.tr("Strength of the passphrase"))
        self._said = paragraph("", "muted")
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._said.setFixedHeight(2 * self._said.fontMetrics().lineSpacing())  # so that nothing moves while one types
        self._caps = label(self.tr("Caps Lock is on."), "warning")
        self._caps.hide()
        self._build()
        for field in (self.first, self.second):
            field.changed.connect(self._judge)
            field.caps_lock.connect(self._caps.setVisible)
            field.watch_keys()
        self.first.entered.connect(self.second.setFocus)
        self.second.entered.connect(self.entered)
        self.setFocusProxy(self.first)
        self._judge()

    @property
    def passphrase(self) -> str:
        return self.first.text

    def problem(self) -> str:
        """What is still to do, as a sentence; "" when the passphrase can be taken."""
        from wellled_desktop.vault.strength import strength

        judged = strength(self.first.text)
        if judged.level == 0:
            return self.tr("The passphrase is too short. %1").replace("%1", judged.advice)
        if self.first.text != self.second.text:
            return self.tr("The two passphrases are not the same; type the second one again.")
        return ""

    def go_to_problem(self) -> None:
        """Puts the caret into the field that `problem` speaks of, with what is in it selected."""
        from wellled_desktop.vault.strength import strength

        too_short = strength(self.first.text).level == 0
        (self.first if too_short else self.second).select_all()

    def clear(self) -> None:
        self.first.clear()
        self.second.clear()

    def _build(self) -> None:
        meter = QVBoxLayout()
        meter.setSpacing(4)
        meter.addWidget(self._bar)
        meter.addWidget(self._said)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(_named(self.tr("&Passphrase"), self.first), self.first)
        form.addRow("", meter)
        form.addRow(_named(self.tr("Once &more"), self.second), self.second)
        form.addRow("", self._caps)

    def _judge(self) -> None:
        """Says how strong it is; the module is light and loaded at the first key, not before the first picture."""
        typed = self.first.text
        if not typed:
            self._bar.setValue(0)
            self._said.setText(self.tr("Three or four unrelated words are good. Spaces count; nobody can reset it."))
        else:
            from wellled_desktop.vault.strength import strength

            judged = strength(typed)
            self._bar.setValue(judged.level)
            self._said.setText(f"{judged.words.capitalize()}. {judged.advice}".strip())
        self.changed.emit()


def _named(text: str, field: PassphraseField) -> QWidget:
    made = label(text)
    made.setBuddy(field.line)
    return made
