"""The small forms for the team's own questions and evidence items: the words of one, and why one is retracted or restored.

Signals of both: `given(…)` with what was typed. What was typed stays until whoever hears it closes the form.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.words import LOCAL_KINDS, LocalKind
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.message import Message

_CHARACTERS = 56


class OwnForm(QDialog):
    """One line of words and a button; `told` is what the form is about."""

    given = Signal(str)

    def __init__(self, title: str, told: str, asked: str, button: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.words = QLineEdit()
        self.words.setAccessibleName(asked.replace("&", ""))
        self.words.setMinimumWidth(self.fontMetrics().averageCharWidth() * _CHARACTERS)
        self.message = Message()
        self.go_on = QPushButton(button)
        self.go_on.setProperty("kind", "primary")
        self.go_on.setDefault(True)
        self.go_on.setToolTip(self.tr("Record it (Enter)"))
        self.go_on.clicked.connect(self._give)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.setToolTip(self.tr("Close and change nothing (Esc)"))
        self.cancel.clicked.connect(self.reject)
        head = label(asked, "subheading")
        head.setBuddy(self.words)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(4)
        self.fields.addWidget(head)
        self.fields.addWidget(self.words)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        about = paragraph(told, "muted")
        about.setMinimumWidth(self.words.minimumWidth())
        column.addWidget(about)
        column.addLayout(self.fields)
        column.addWidget(self.message)
        column.addLayout(buttons)
        self.words.textChanged.connect(self._typed)
        self._typed()
        self.words.setFocus()

    def refuse(self, sentence: str) -> None:
        """It was not recorded: what was typed stays, to try again."""
        self.message.show_sentence(sentence)
        self.go_on.setEnabled(True)

    def _typed(self) -> None:
        self.go_on.setEnabled(bool(self.words.text().strip()))

    def _give(self) -> None:
        self.go_on.setEnabled(False)
        self.given.emit(self.words.text().strip())


class OwnWords(OwnForm):
    """The words of a new one, which may still be of either kind."""

    def __init__(self, kloe: str, kind: LocalKind, parent: QWidget) -> None:
        super().__init__(
            parent.tr("Add to %1").replace("%1", kloe),
            parent.tr(
                "It stands at the end of %1, marked as local. Lines and evidence are linked to it as to any other item."
            ).replace("%1", kloe),
            parent.tr("W&ords"),
            parent.tr("Add it"),
            parent,
        )
        self.kinds = QComboBox()
        names = {"prompt": self.tr("A question"), "evidence": self.tr("An evidence item")}
        for one in LOCAL_KINDS:
            self.kinds.addItem(names[one], one)
        self.kinds.setCurrentIndex(LOCAL_KINDS.index(kind))
        head = label(self.tr("&What is added"), "subheading")
        head.setBuddy(self.kinds)
        self.kinds.setAccessibleName(self.tr("What is added"))
        self.kinds.setToolTip(self.tr("A question is asked in sessions; an evidence item is ticked (Alt+W)"))
        self.fields.insertWidget(0, head)
        self.fields.insertWidget(1, self.kinds)
        self.fields.insertSpacing(2, 8)

    @property
    def kind(self) -> LocalKind:
        kind: LocalKind = self.kinds.currentData()
        return kind


def changing(node: str, text: str, parent: QWidget) -> OwnForm:
    form = OwnForm(
        parent.tr("Change %1").replace("%1", node),
        parent.tr("Its number stays, and everything linked to it. The journal keeps the words it had."),
        parent.tr("W&ords"),
        parent.tr("Change it"),
        parent,
    )
    form.words.setText(text)
    form.words.selectAll()
    return form


def retracting(node: str, linked: str, parent: QWidget) -> OwnForm:
    """`linked` says what is linked to it, "" for nothing."""
    stays = parent.tr("%1 linked to it; what is linked stays and can be read.").replace("%1", linked) if linked else ""
    told = parent.tr("It is folded away with its reason, is offered no longer, and can be restored.")
    return OwnForm(
        parent.tr("Retract %1").replace("%1", node),
        " ".join(part for part in (stays, told) if part),
        parent.tr("Wh&y it is retracted"),
        parent.tr("Retract it"),
        parent,
    )


def restoring(node: str, parent: QWidget) -> OwnForm:
    return OwnForm(
        parent.tr("Restore %1").replace("%1", node),
        parent.tr("It stands in its place again, with everything linked to it."),
        parent.tr("Wh&y it is restored"),
        parent.tr("Restore it"),
        parent,
    )
