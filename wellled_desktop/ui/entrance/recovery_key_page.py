"""The recovery key, shown once: to print, to save, to put somewhere safe.

Signals of RecoveryKeyPage: `kept()` when the user has said that it is in a safe place and goes on.
"""

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from wellled_desktop.ui.entrance.recovery_sheet import print_sheet, sheet_text
from wellled_desktop.ui.entrance.sheet import Sheet, plain_button, primary_button
from wellled_desktop.ui.kit.labels import label

_GROUPS_A_ROW = 3


class RecoveryKeyPage(Sheet):
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Your recovery key"),
            self.tr(
                "It opens the vault when the passphrase is forgotten. It is shown only now and kept nowhere: print it or "
                "write it down, and keep it away from this laptop. Without either of the two, nobody can open the vault."
            ),
            parent,
        )
        self._text = ""
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        self._groups = QGridLayout(self._card)
        self._groups.setContentsMargins(24, 16, 24, 16)
        self._groups.setHorizontalSpacing(24)
        self._groups.setVerticalSpacing(8)
        self._printed = label("", "muted")
        self._safe = QCheckBox(self.tr("I have put it &somewhere safe"))
        self._go_on = primary_button(self.tr("Continue"))
        self._go_on.setToolTip(self.tr("Continue once the key is somewhere safe (Enter)"))
        self._go_on.clicked.connect(self._finish)
        self._safe.toggled.connect(self._go_on.setEnabled)
        self._print = self._button(
            self.tr("&Print…"), self.tr("Print the key on a sheet of paper (Alt+P)"), self._on_print
        )
        self._save = self._button(
            self.tr("Save as &text file…"), self.tr("Save the key to a stick or another disk (Alt+T)"), self._on_save
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self._print, self._save, self._printed):
            row.addWidget(part)
        row.addStretch(1)
        self.add(self._card)
        self.add(row)
        self.add(self._safe)
        self.finish(self._go_on, first=self._print)

    def show_key(self, text: str) -> None:
        """Shows the key's groups; `text` has a dash between each two."""
        self._clear_groups()
        self._text = text
        self._card.setAccessibleName(self.tr("Recovery key: %1").replace("%1", text.replace("-", ", ")))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.6)
        font.setWeight(QFont.Weight.DemiBold)
        for place, group in enumerate(text.split("-")):
            self._groups.addWidget(self._group(group, font), *divmod(place, _GROUPS_A_ROW))
        self._safe.setChecked(False)
        self._go_on.setEnabled(False)
        self._printed.clear()

    def forget(self) -> None:
        self._clear_groups()
        self._text = ""
        self._card.setAccessibleName("")

    def _group(self, group: str, font: QFont) -> QLabel:
        made = label(group)
        made.setFont(font)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return made

    def _clear_groups(self) -> None:
        while (item := self._groups.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, QLabel):
                widget.clear()
                widget.deleteLater()

    def _button(self, text: str, tip: str, pressed: object) -> QPushButton:
        made = plain_button(text)
        made.setToolTip(tip)
        made.clicked.connect(pressed)
        return made

    def _on_print(self) -> None:
        told = print_sheet(self._text, self)
        if told:
            self._printed.setText(told)

    def _on_save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the recovery key"),
            str(Path.home() / "WellLed recovery key.txt"),
            self.tr("Text (*.txt)"),
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Writes the sheet to a file that only its owner may read, and says so."""
        try:
            path.unlink(missing_ok=True)
            file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(file, "w", encoding="utf-8") as stream:
                stream.write(sheet_text(self._text))
        except OSError:
            self.say(self.tr("The file could not be written there, so the key is not saved. Choose another place."))
            return
        self.say("")
        self._printed.setText(self.tr("Saved. Move the file off this laptop."))

    def _finish(self) -> None:
        if self._safe.isChecked():
            self.forget()
            self.kept.emit()
