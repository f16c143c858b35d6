"""Plans who reads which pages: a range and names, split evenly among them; or changes one part that is planned.

Signals of PlanBar: `wanted(commands)` with a tuple of PlanReading, or one ChangeReading; `refused(str)`; `left()` on Esc.
"""

import os
import time
from collections.abc import Iterable

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLineEdit, QPushButton, QVBoxLayout

from wellled_desktop.exchange.file_names import shown_name
from wellled_desktop.inspection.commands import ChangeReading, Command
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.inspection.identity import uuid7s
from wellled_desktop.inspection.page_ranges import (
    check_within,
    not_in_team,
    planned,
    split_evenly,
    told_of_strangers,
    typed_pages,
    typed_readers,
)
from wellled_desktop.inspection.read_models import ReadingPart
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.pages.evidence.reading.reader_field import ReaderField

_SHOWN_OF_A_FILE = 24


class FileToRead(msgspec.Struct, frozen=True):
    """One of the entry's files, as it is named on the screen; `pages` is what is likely wanted of it, "" where nobody knows.

    `count` is how many pages it has, 0 where that is not known.
    """

    attachment: str
    name: str
    pages: str
    count: int = 0


class PlanBar(QFrame):
    wanted = Signal(object)
    refused = Signal(str)
    left = Signal()

    def __init__(self, team: tuple[str, ...]) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._team = team
        self._entry_id = ""
        self._changed: ReadingPart | None = None
        self._files: tuple[FileToRead, ...] = ()
        self._only: FileToRead | None = None
        self._question = paragraph("")
        self.file = QComboBox()
        self.file.setAccessibleName(self.tr("Which of the entry's files is read"))
        self.file.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.file.setMinimumContentsLength(_SHOWN_OF_A_FILE)
        self.pages = QLineEdit()
        self.pages.setPlaceholderText("1-80")
        self.pages.setAccessibleName(self.tr("Pages, as 1-80"))
        self.readers = ReaderField()
        self.readers.setAccessibleName(self.tr("Who reads these pages"))
        self._comes_to = paragraph("", "muted")
        self.keep = QPushButton(self.tr("Plan the reading"))
        self.keep.setProperty("kind", "primary")
        self.back = QPushButton(self.tr("Back"))
        self.back.setAccessibleName(self.back.text())
        self.back.setToolTip(self.tr("Record nothing (Esc)"))
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        form = self._form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(6)
        form.addRow(label(self.tr("File"), "muted"), self.file)
        form.addRow(label(self.tr("Pages"), "muted"), self.pages)
        form.addRow(label(self.tr("Read by"), "muted"), self.readers)
        ends = FlowLayout(8)
        ends.addWidget(self.keep)
        ends.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self._question)
        column.addLayout(form)
        column.addWidget(self._comes_to)
        column.addLayout(ends)

    def _connect(self) -> None:
        for field in (self.pages, self.readers):
            field.textChanged.connect(self._tell)
            field.returnPressed.connect(self._give)
        self.file.currentIndexChanged.connect(self._choose_file)
        self.keep.clicked.connect(self._give)
        self.back.clicked.connect(self._leave)

    @property
    def comes_to(self) -> str:
        """What Enter would record."""
        return self._comes_to.text()

    def show_names(self, names: Iterable[str]) -> None:
        self.readers.show_names(names)

    def begin_plan(self, entry_id: str, ref: str, files: tuple[FileToRead, ...], likeliest: int) -> None:
        """For pages of an entry: of one of its `files`, where there are any; the `likeliest` is proposed with its pages."""
        self._entry_id, self._changed = entry_id, None
        self._offer_files(files, likeliest)
        words = self.tr("Who reads which pages of %1? Several names, or only how many, split the pages evenly.")
        self._question.setText(words.replace("%1", ref))
        self.readers.setPlaceholderText(self.tr("A. Inspector, B. Second; or 4; or nobody yet"))
        self.readers.setAccessibleName(self.tr("Who reads: names with commas, or how many"))
        self.keep.setText(self.tr("Plan the reading"))
        self.keep.setToolTip(self.tr("Put these pages on the reading plan (Enter)"))
        self.keep.setAccessibleName(self.keep.text())
        self._show(files[likeliest].pages if files else "", "")

    def begin_change(self, part: ReadingPart) -> None:
        self._entry_id, self._changed = part.entry_id, part
        self._offer_files(())
        of = f"{part.entry_ref} “{shown_name(part.file)}”" if part.file else part.entry_ref
        self._question.setText(self.tr("Change the pages of %1, or who reads them.").replace("%1", of))
        self.readers.setPlaceholderText(self.tr("nobody yet"))
        self.readers.setAccessibleName(self.tr("Who reads these pages"))
        self.keep.setText(self.tr("Keep the change"))
        self.keep.setToolTip(self.tr("Change this part of the reading plan (Enter)"))
        self.keep.setAccessibleName(self.keep.text())
        self._show(f"{part.first_page}-{part.last_page}", part.reader)

    def _show(self, pages: str, readers: str) -> None:
        self.pages.setText(pages)
        self.readers.setText(readers)
        self._tell()
        self.show()
        target = self.readers if pages and not readers else self.pages
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        target.selectAll()

    def _offer_files(self, files: tuple[FileToRead, ...], likeliest: int = 0) -> None:
        """Nothing to choose where there is one file or none."""
        self._files = files if len(files) > 1 else ()
        self._only = files[0] if len(files) == 1 else None
        with QSignalBlocker(self.file):
            self.file.clear()
            for one in self._files:
                self.file.addItem(one.name)
            self.file.setCurrentIndex(likeliest)
        self._form.setRowVisible(self.file, bool(self._files))

    def _choose_file(self, at: int) -> None:
        self.pages.setText(self._files[at].pages)

    @property
    def _attachment(self) -> str:
        return self._files[self.file.currentIndex()].attachment if self._files else ""

    def _tell(self) -> None:
        self._comes_to.setText(self._said())
        self._comes_to.setVisible(bool(self._comes_to.text()))

    def _said(self) -> str:
        """Nothing while it is half typed."""
        if self._changed is not None:
            return self.told_of_strangers((" ".join(self.readers.text().split()),))
        if not self.pages.text().strip():
            return ""
        try:
            pages, readers = typed_pages(self.pages.text()), typed_readers(self.readers.text())
        except RuleBroken:
            return ""
        parts = zip(readers, split_evenly(pages, len(readers)), strict=False)
        return "; ".join(f"{self._called(name)}: {part.first}–{part.last}" for name, part in parts)

    def _called(self, name: str) -> str:
        stranger = self.tr("%1 (not in the team)").replace("%1", name)
        return stranger if not_in_team((name,), self._team) else name or self.tr("nobody yet")

    def told_of_strangers(self, readers: Iterable[str]) -> str:
        """That some of them are not in the team; "" where all are."""
        return told_of_strangers(not_in_team(readers, self._team))

    def _give(self) -> None:
        if not self.isVisible():
            return
        try:
            commands = self._commands()
        except RuleBroken as error:
            self.refused.emit(str(error))
            return
        self._leave()
        self.wanted.emit(commands)

    def _commands(self) -> tuple[Command, ...]:
        """Raises RuleBroken."""
        pages = typed_pages(self.pages.text())
        if self._changed is not None:
            reader = " ".join(self.readers.text().split())
            return (ChangeReading(self._changed.id, pages.first, pages.last, reader),)
        file = self._files[self.file.currentIndex()] if self._files else self._only
        if file is not None:
            check_within(pages, file.name, file.count)
        ids = uuid7s(time.time_ns() // 1_000_000, os.urandom)
        return planned(self._entry_id, pages, typed_readers(self.readers.text()), ids, self._attachment)

    def _leave(self) -> None:
        self.left.emit()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.back.hasFocus():
            self._leave()
        elif self.file.hasFocus():
            self._give()
