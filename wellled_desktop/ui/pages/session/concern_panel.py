"""The immediate concerns of the session, and the log of the chosen one: who was told, when, and what they replied.

Signals of ConcernPanel: `told(str, str, datetime, str)` with the line's id, the role told, when, and the reply;
`replied(str, str)` with a log entry's id and the reply; `unpinned(str, str)` with the line's id and the reason;
`line_wanted(str)`; `left()` when Esc goes back to the notes.
"""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDateTime, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import ImmediateConcern, NoteLine, Telling
from wellled_desktop.ui.kit.concern_words import log_words
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.moment_field import MomentField
from wellled_desktop.ui.kit.reason_row import ReasonRow
from wellled_desktop.ui.kit.speaking import standing_words
from wellled_desktop.ui.kit.words import clock_time, short_day
from wellled_desktop.ui.pages.session.wrapped_list import WrappedList, WrappedRow

KEYS = "Ctrl+I"


class ConcernPanel(QWidget):
    told = Signal(str, str, object, str)
    replied = Signal(str, str)
    unpinned = Signal(str, str)
    line_wanted = Signal(str)
    left = Signal()

    def __init__(self, now: Callable[[], dt.datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._concerns: tuple[ImmediateConcern, ...] = ()
        self._line_id = ""
        self._number = 0
        self._aside: dict[str, tuple[str, str]] = {}
        self._replying: Telling | None = None
        self._when_set = False
        self.pinned = WrappedList(self.tr("Immediate concerns of this session"))
        self.pinned.setToolTip(self.tr("Go to the line (Enter)"))
        self.heading = label("", "subheading")
        self.log = WrappedList(self.tr("Who was told, when, and their reply"))
        self.log.setToolTip(self.tr("Write down the reply (Enter)"))
        self._empty = paragraph(self.tr("Nobody is recorded as told yet."), "muted")
        self.who = self._field(self.tr("Who was told, by role"))
        self.who.setToolTip(self.tr("Who was told (%1 again, once a line is pinned, leads here)").replace("%1", KEYS))
        self.when = MomentField(self.tr("When they were told"))
        self.when.setToolTip(
            self.tr("When they were told: now, unless you change it (Left, Right, Up, Down, or type); Tab goes on")
        )
        self.reply = self._field(self.tr("Their reply (optional, also later)"))
        self.keep = QPushButton()
        self.unpin = QPushButton(self.tr("Unpin…"))
        self.unpin.setProperty("kind", "link")
        self.unpin.setToolTip(self.tr("It is no immediate concern, for a reason; its log stays (Space)"))
        self.reason = ReasonRow()
        self._build()
        self.hide()

    def _field(self, words: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.setMaxLength(2000)
        field.returnPressed.connect(self._keep)
        return field

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(self.tr("Immediate concerns"), "subheading"))
        for part in (self.pinned, self.heading, self._empty, self.log, self.who, self.when, self.reply, self.keep):
            column.addWidget(part)
        column.addWidget(self.reason)
        column.addWidget(self.unpin)
        self.pinned.chosen.connect(self._choose)
        self.pinned.opened.connect(lambda _row: self.line_wanted.emit(self._line_id))
        self.log.opened.connect(self._begin_reply)
        self.when.dateTimeChanged.connect(self._time_was_set)
        self.keep.clicked.connect(self._keep)
        self.unpin.clicked.connect(self._ask_reason)
        self.reason.given.connect(self._give_reason)
        self.reason.left.connect(self.left)

    # What it shows

    @property
    def line_ids(self) -> tuple[str, ...]:
        return tuple(one.line.id for one in self._concerns)

    def line_called(self, line_id: str) -> NoteLine | None:
        return next((one.line for one in self._concerns if one.line.id == line_id), None)

    @property
    def in_use(self) -> bool:
        """Something is typed, chosen or asked in the log that is shown: it must not become the log of another line."""
        typed = bool(self.who.text().strip() or self.reply.text().strip()) or self._when_set
        return typed or self._replying is not None or not self.reason.isHidden()

    def begin(self) -> None:
        """For another session: nothing pinned, nothing typed."""
        self._concerns = ()
        self._line_id = ""
        self._aside.clear()
        self._begin_telling()
        self.reason.hide()
        self.hide()

    def show_concerns(self, concerns: tuple[ImmediateConcern, ...]) -> None:
        before = self.line_ids
        self._concerns = concerns
        if not self.in_use:
            self._choose_log([one for one in self.line_ids if one not in before])
        with QSignalBlocker(self.pinned):  # rows may have moved: the log stays with its line
            self.pinned.show_rows(tuple(_concern_row(one) for one in concerns))
        self._show_log()
        self.setVisible(bool(concerns) or self.in_use)

    def _choose_log(self, new: list[str]) -> None:
        """The log of what was newly pinned; of the line pinned last, where the one shown is pinned no more."""
        if new or self._line_id not in self.line_ids:
            self._turn_to((new or [*self.line_ids] or [""])[-1])

    def open_log(self, line_id: str) -> None:
        """The log of a line that is pinned, ready for who was told; what is typed in it stays."""
        if line_id != self._line_id or not self.in_use:
            self._turn_to(line_id)
            self._show_log()
        field = self.reply if self.who.isHidden() else self.who
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn_to(self, line_id: str) -> None:
        """What was typed in the log shown so far waits there."""
        if self._replying is None:
            self._aside[self._line_id] = (self.who.text(), self.reply.text())
        self._line_id = line_id
        self._begin_telling()
        who, reply = self._aside.pop(line_id, ("", ""))
        self.who.setText(who)
        self.reply.setText(reply)

    def _concern(self) -> ImmediateConcern | None:
        return next((one for one in self._concerns if one.line.id == self._line_id), None)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._concerns) and self._concerns[row].line.id != self._line_id:
            self._turn_to(self._concerns[row].line.id)
            self._show_log()

    def _show_log(self) -> None:
        concern = self._concern()
        if concern is None:
            words = self.tr("l.%1 is not pinned any more: nothing can be logged with it")
            self.heading.setText(words.replace("%1", str(self._number)))
            return
        self._number = concern.line.number
        self.pinned.choose(self._concerns.index(concern))
        self.heading.setText(self.tr("Log of l.%1").replace("%1", str(concern.line.number)))
        self.log.show_rows(tuple(_telling_row(one, concern.line.day) for one in concern.tellings))
        self.log.setVisible(bool(concern.tellings))
        self._empty.setVisible(not concern.tellings)

    # Writing

    def _begin_telling(self) -> None:
        self._replying = None
        self.who.clear()
        self.reply.clear()
        self._show_now()
        self.keep.setText(self.tr("Log it"))
        self.keep.setToolTip(self.tr("Keep who was told, and when (Enter)"))
        self.who.show()
        self.when.show()

    def _show_now(self) -> None:
        moment = self._now().astimezone()
        self.when.setDateTime(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())))
        self._when_set = False

    def _time_was_set(self) -> None:
        self._when_set = True

    def _begin_reply(self, row: int) -> None:
        concern = self._concern()
        if concern is None or not 0 <= row < len(concern.tellings):
            return
        self._replying = concern.tellings[row]
        self.who.hide()
        self.when.hide()
        self.reply.setText(self._replying.reply)
        self.keep.setText(self.tr("Keep the reply"))
        self.keep.setToolTip(self.tr("Keep what %1 replied (Enter)").replace("%1", self._replying.told))
        self.reply.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        if self._concern() is None:  # its heading says so; what is typed stays, in case the line is pinned again
            return
        if self._replying is not None:
            self.replied.emit(self._replying.id, self.reply.text().strip())
        elif not self.who.text().strip():
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        else:
            when = dt.datetime.fromtimestamp(self.when.dateTime().toSecsSinceEpoch(), dt.UTC)
            moment = when if self._when_set else self._now()
            self.told.emit(self._line_id, self.who.text().strip(), moment, self.reply.text().strip())
        self._begin_telling()

    def _ask_reason(self) -> None:
        self.reason.ask(self.tr("Why is it no longer an immediate concern? Its log stays in the record."))

    def _give_reason(self, reason: str) -> None:
        self.unpinned.emit(self._line_id, reason)
        self._begin_telling()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self._begin_telling()
            self.left.emit()
            self.show_concerns(self._concerns)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.when.hasFocus():
            self._keep()


def _concern_row(concern: ImmediateConcern) -> WrappedRow:
    line = concern.line
    return WrappedRow(f"l.{line.number}", line.text[:200], "\n".join((log_words(concern), *standing_words(line))))


def time_told(when: dt.datetime, day: dt.date) -> str:
    """The day is said where it is not the line's own."""
    told_on = when.astimezone().date()
    return f"{short_day(told_on)}, {clock_time(when)}" if told_on != day else clock_time(when)


def _telling_row(telling: Telling, day: dt.date) -> WrappedRow:
    no_reply = QCoreApplication.translate("ConcernPanel", "no reply yet; Enter writes it down")
    head = f"{time_told(telling.told_at, day)}  {telling.told}"
    return WrappedRow(head, telling.reply, "" if telling.reply else no_reply)
