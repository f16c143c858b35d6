"""Choosing an inspection: those on this laptop, a new one, or the example.

Signals of ChoosePage: `open_wanted(str)` with an inspection's id; `new_wanted()`; `example_wanted()`.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from wellled_desktop.ui.entrance.inspection_list import InspectionList
from wellled_desktop.ui.entrance.sheet import Sheet, plain_button, primary_button
from wellled_desktop.ui.kit.labels import paragraph

if TYPE_CHECKING:
    from wellled_desktop.vault.contents import InspectionSummary


class ChoosePage(Sheet):
    open_wanted = Signal(str)
    new_wanted = Signal()
    example_wanted = Signal()

    def __init__(self, unsafe_place: str | None, parent: QWidget | None = None) -> None:
        """`unsafe_place` is the sentence about the library's folder, if there is one to say."""
        super().__init__(self.tr("Inspections on this laptop"), "", parent)
        self._empty = paragraph(
            self.tr(
                "There is none yet. Begin a new inspection of a trust, or open the example: an invented trust with three "
                "days of notes, to look round in."
            ),
            "muted",
        )
        self._list = InspectionList()
        self._list.open_wanted.connect(self.open_wanted)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("Progress of making the example"))
        self._progress.hide()
        self._open = primary_button(self.tr("&Open"))
        self._open.setToolTip(self.tr("Open the selected inspection (Enter)"))
        self._open.clicked.connect(self._open_current)
        self._new = self._button(self.tr("&New inspection…"), self.tr("Begin an inspection of a trust (Alt+N)"))
        self._new.clicked.connect(self.new_wanted)
        self._example = self._button(
            self.tr("Open the &example inspection"), self.tr("Look round in an invented trust's inspection (Alt+E)")
        )
        self._example.clicked.connect(self.example_wanted)
        if unsafe_place:
            self.add(paragraph(unsafe_place, "warning"))
        self.add(self._empty)
        self.add(self._list)
        self.add(self._progress)
        self.finish(self._open, self._new, self._example, first=self._list)

    def show_inspections(self, inspections: "tuple[InspectionSummary, ...]", current: str = "") -> None:
        self._list.set_inspections(inspections, current)
        some = bool(inspections)
        self._list.setVisible(some)
        self._open.setVisible(some)
        self._empty.setVisible(not some)
        self.setFocusProxy(self._list if some else self._new)

    def show_busy(self, sentence: str) -> None:
        """Nothing can be chosen until `show_idle`; with "" the page shows that all the same."""
        self.say("")
        for part in (self._list, self._open, self._new, self._example):
            part.setEnabled(False)
        self._progress.setVisible(bool(sentence))
        self._progress.setRange(0, 0)
        self._progress.setFormat(sentence)
        if not sentence:
            self._open.setText(self.tr("Opening…"))

    def show_progress(self, done: int, of: int) -> None:
        self._progress.setRange(0, max(of, 1))
        self._progress.setValue(done)

    def show_idle(self, sentence: str = "") -> None:
        for part in (self._list, self._open, self._new, self._example):
            part.setEnabled(True)
        self._progress.hide()
        self._open.setText(self.tr("&Open"))
        self.say(sentence)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, text: str, tip: str) -> QPushButton:
        made = plain_button(text)
        made.setToolTip(tip)
        return made

    def _open_current(self) -> None:
        if self._list.current_id:
            self.open_wanted.emit(self._list.current_id)
