"""Drawing up the question sheets of all sessions of a day, in one action that one Ctrl+Z takes back."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.sheet import DayToDraw
from wellled_desktop.store import sheet_reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.sheet_drawing import DRAW_KEYS, DrawnUp, draw_up_sheets
from wellled_desktop.ui.kit.words import counted, day_in_words
from wellled_desktop.ui.page import Opened

__all__ = ["DRAW_KEYS", "DrawSheetsButton", "DrawSheetsDialog"]
_CHARACTERS = 72


class DrawSheetsButton(QPushButton):
    """Opens the dialog; its key works wherever the focus is on the page."""

    def __init__(self, opened: Opened, page: QWidget) -> None:
        super().__init__(page)
        self._opened = opened
        self._page = page
        self.setText(self.tr("Draw up sheets…"))
        self.setToolTip(self.tr("Draw up the question sheets of all sessions of a day (%1)").replace("%1", DRAW_KEYS))
        self.setShortcut(QKeySequence(DRAW_KEYS))
        self.clicked.connect(self._open)

    def _open(self) -> None:
        dialog = DrawSheetsDialog(self._opened, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class DrawSheetsDialog(QDialog):
    """`today` is the day after which the next with sessions is offered: tomorrow's sheets are drawn up in the evening."""

    def __init__(self, opened: Opened, parent: QWidget | None = None, *, today: dt.date | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._today = today or dt.date.today()  # noqa: DTZ011  # the wall calendar is meant
        self._under_way = False
        self.setWindowTitle(self.tr("Draw up question sheets"))
        self.days = QComboBox()
        self.days.setAccessibleName(self.tr("Day whose sheets are drawn up"))
        self.days.currentIndexChanged.connect(self._show_day)
        self.said = paragraph("", "muted")
        self.draw = QPushButton(self.tr("&Draw up"))
        self.draw.setProperty("kind", "primary")
        self.draw.setDefault(True)
        self.draw.setToolTip(self.tr("Draw up the sheets of the day (Enter)"))
        self.draw.clicked.connect(self.draw_up)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self._show_day()
        opened.bridge.ask(self, sheet_reading.days_to_draw, self._show_days)

    def _lay_out(self) -> None:
        words = paragraph(
            self.tr(
                "Each session of the day that has not ended gets about eight questions an hour: what is contradicted, what was "
                "claimed and not proved, and what its role card raises. A sheet that is there gets only what is new."
            )
        )
        day = label(self.tr("D&ay"), "subheading")
        day.setBuddy(self.days)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.draw)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for part in (words, day, self.days, self.said):
            column.addWidget(part)
        column.addSpacing(8)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _CHARACTERS)

    def _show_days(self, days: tuple[DayToDraw, ...]) -> None:
        for one in days:
            self.days.addItem(day_in_words(one.day), one)
        later = (place for place, one in enumerate(days) if one.day > self._today)
        today = (place for place, one in enumerate(days) if one.day == self._today)
        self.days.setCurrentIndex(next(later, next(today, len(days) - 1)))
        self._show_day()
        self.days.setFocus(Qt.FocusReason.OtherFocusReason)

    def _day(self) -> DayToDraw | None:
        chosen = self.days.currentData()
        return chosen if isinstance(chosen, DayToDraw) else None

    def _show_day(self) -> None:
        chosen = self._day()
        self.draw.setEnabled(chosen is not None)
        self.days.setEnabled(chosen is not None)
        if chosen is None:
            self.said.setText(self.tr("No session is planned for a day and still to be held. Ctrl+N plans one."))
            return
        sessions = counted(chosen.sessions, self.tr("session"), self.tr("sessions"))
        sheets = counted(chosen.sheets, self.tr("has a sheet already"), self.tr("have a sheet already"))
        self.said.setText(f"{sessions}; {sheets}" if chosen.sheets else sessions)

    def draw_up(self) -> None:
        chosen = self._day()
        if chosen is not None and not self._under_way:
            self._under_way = True
            self.said.setText(self.tr("Drawing up the sheets…"))
            question = draw_up_sheets(self._opened.pack, self._opened.scope, day=chosen.day)
            self._opened.bridge.ask(self, question, self._record)

    def _record(self, drawn: DrawnUp) -> None:
        sessions, added = drawn
        questions = sum(len(one.questions) for one in added)

        def told(_changes: tuple[Change, ...]) -> None:
            self._tell(questions, len(added), sessions)

        if added:
            self._opened.bridge.do(*added, then=told, refused=self._refused, owner=self)
        else:
            self._tell(0, 0, sessions)

    def _tell(self, questions: int, sheets: int, sessions: int) -> None:
        self._under_way = False
        if not questions:
            self.said.setText(self.tr("Nothing is new: the sheets of the day are as they were."))
            return
        words = self.tr("%1 for %2 of %3. Ctrl+Z takes them all back.")
        words = words.replace("%1", counted(questions, self.tr("question"), self.tr("questions")))
        words = words.replace("%2", str(sheets))
        self.said.setText(words.replace("%3", counted(sessions, self.tr("session"), self.tr("sessions"))))

    def _refused(self, sentence: str) -> None:
        self._under_way = False
        self.said.setText(sentence)
