"""Writing the schedule to a file: its name, its form, and whose identity it gives away.

Signals of ExportDialog: `wanted(Path)` with the file to write, once it is sure that it may be written.
"""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wellled_desktop.ui.kit.labels import MOST_CHARACTERS, label, paragraph
from wellled_desktop.ui.kit.message import Message


class ExportDialog(QDialog):
    wanted = Signal(object)

    def __init__(self, suggested: Path, holders: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sure_of: Path | None = None
        self.setWindowTitle(self.tr("Export the schedule"))
        self.form = QComboBox()
        self.form.addItem(self.tr("Calendar (.ics)"), ".ics")
        self.form.addItem(self.tr("Table for a spreadsheet (.csv)"), ".csv")
        self.form.currentIndexChanged.connect(self._form_changed)
        self.file = QLineEdit(str(suggested))
        self.file.setAccessibleName(self.tr("File to save the schedule in"))
        self.message = Message()
        self.write = QPushButton(self.tr("Export"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self._lay_out(holders)
        self.file.setFocus()

    def _lay_out(self, holders: str) -> None:
        browse = QPushButton(self.tr("C&hoose…"))
        browse.setAccessibleName(self.tr("Choose where to save the schedule"))
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(browse)
        form = QFormLayout()
        form.addRow(self.tr("&Form"), self.form)
        named = label(self.tr("F&ile"))
        named.setBuddy(self.file)
        form.addRow(named, row)
        self.write.setProperty("kind", "primary")
        self.write.setDefault(True)
        self.write.setToolTip(self.tr("Write the file (Enter)"))
        self.write.clicked.connect(self.write_it)
        self.cancel.setToolTip(self.tr("Close and write nothing (Esc)"))
        self.cancel.clicked.connect(self.reject)
        for button in (browse, self.cancel):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.write)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(
            paragraph(self.tr("Sessions are named by role, never by name; cancelled ones are left out."), "muted")
        )
        column.addLayout(form)
        if holders:
            words = self.tr("In this file a role names a person, because one person holds it: %1.")
            column.addWidget(paragraph(words.replace("%1", holders), "warning"))
        column.addWidget(self.message)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * MOST_CHARACTERS)

    def path(self) -> Path | None:
        typed = self.file.text().strip()
        return Path(typed).expanduser() if typed else None

    def _form_changed(self) -> None:
        path = self.path()
        if path is not None and path.suffix:
            self.file.setText(str(path.with_suffix(self.form.currentData())))

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the schedule"),
            self.file.text(),
            self.tr("Calendar (*.ics);;Table (*.csv)"),
            options=QFileDialog.Option.DontConfirmOverwrite,  # asked when it comes to writing, wherever the name is from
        )
        if chosen:
            self.file.setText(chosen)

    def write_it(self) -> None:
        """A file of somebody else is only written over when that is asked for twice."""
        from wellled_desktop.exchange.schedule_file import FORMS, is_ours

        path = self.path()
        if path is None or path.suffix.casefold() not in FORMS:
            self.message.show_sentence(self.tr("Give the file a name that ends in .ics or .csv."))
            return
        if path.exists() and path != self._sure_of and not is_ours(path):
            self._sure_of = path
            words = self.tr("%1 is there already and is no schedule of ours. Export again writes over it.")
            self.message.show_sentence(words.replace("%1", path.name))
            return
        self.wanted.emit(path)
        self.accept()
