"""Asks, before a picture is exported, whether the place where it was taken goes with it: it does not unless one wants it to.

Signals of ExportBar: `wanted(Attachment, bool)` with whether the position is to be taken out; `left()` on Esc.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QVBoxLayout

from wellled_desktop.exchange.file_names import shown_name
from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import paragraph


class ExportBar(QFrame):
    wanted = Signal(object, bool)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._attachment: Attachment | None = None
        self._question = paragraph("")
        self.remove = QCheckBox(self.tr("&Without the place where it was taken"))
        self.remove.setAccessibleName(self.remove.text().replace("&", ""))
        self.remove.setToolTip(
            self.tr("Takes the position (EXIF, XMP) out of what is written; the original is kept as it was (Alt+W)")
        )
        self.choose = QPushButton(self.tr("Choose where…"))
        self.choose.setProperty("kind", "primary")
        self.choose.setToolTip(self.tr("Choose where the copy is written (Enter)"))
        self.choose.clicked.connect(self._give)
        self.close_it = QPushButton(self.tr("Back"))
        self.close_it.setToolTip(self.tr("Write nothing (Esc)"))
        self.close_it.clicked.connect(self._leave)
        for button in (self.choose, self.close_it):
            button.setAccessibleName(button.text())
        row = FlowLayout(8)
        for widget in (self.remove, self.choose, self.close_it):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self._question)
        column.addLayout(row)
        self.hide()

    @property
    def question(self) -> str:
        return self._question.text()

    def ask(self, attachment: Attachment) -> None:
        self._attachment = attachment
        words = self.tr("A copy of “%1” is written outside the vault, where anybody who finds it can open it.")
        self._question.setText(words.replace("%1", shown_name(attachment.name)))
        self.remove.setChecked(True)
        self.show()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self._attachment is not None and self.isVisible():
            attachment, remove = self._attachment, self.remove.isChecked()
            self._leave()
            self.wanted.emit(attachment, remove)

    def _leave(self) -> None:
        self.left.emit()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.close_it.hasFocus():
                self._leave()
            else:
                self._give()
        else:
            super().keyPressEvent(event)
