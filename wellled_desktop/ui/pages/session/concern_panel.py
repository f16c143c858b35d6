"""The immediate concerns of the session, and the log of the chosen one: who was told, when, and what they replied.

Signals of ConcernPanel: `told(str, str, datetime, str)` with the line's id, the role told, when, and the reply;
`replied(str, str)` with a log entry's id and the reply; `unpinned(str, str)` with the line's id and the reason;
`line_wanted(str)`; `left()` when Esc goes back to the notes.
"""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDateTime, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import ImmediateConcern, Telling
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
        self._replying: Telling | None = None
        self._when_set = False
        self.pinned = WrappedList(self.tr("Immediate concerns of this session"))
        self.pinned.setToolTip(self.tr("Go to the line (Enter)"))
        self._heading = label("", "subheading")
        self.log = WrappedList(self.tr("Who was told, when, and their reply"))
        self.log.setToolTip(self.tr("Write down the reply (Enter)"))
        self._empty = paragraph(self.tr("Nobody is recorded as told yet."), "muted")
        self.who = self._field(self.tr("Who was told, by role"))
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
        for part in (self.pinned, self._heading, self._empty, self.log, self.who, self.when, self.reply, self.keep):
            column.addWidget(part)
        column.addWidget(self.reason)
        column.addWidget(self.unpin)
        self.pinned.chosen.connect(self._choose)
        self.pinned.opened.connect(lambda _row: self.line_wanted.emit(self._line_id))
        self.log.opened.connect(self._begin_reply)
        self.when.dateTimeChanged.connect(self._time_was_set)
        self.keep.clicked.connect(self._keep)
        self.unpin.clicked.connect(self._ask_reason)
        self.reason.given.connect(lambda reason: self.unpinned.emit(self._line_id, reason))
        self.reason.left.connect(self.left)

    # What it shows

    @property
    def line_ids(self) -> tuple[str, ...]:
        return tuple(one.line.id for one in self._concerns)

    def show_concerns(self, concerns: tuple[ImmediateConcern, ...]) -> None:
        self._concerns = concerns
        if self._line_id not in self.line_ids:
            self._line_id = concerns[-1].line.id if concerns else ""
            self._begin_telling()
        self.pinned.show_rows(
            tuple(
                WrappedRow(
                    f"l.{one.line.number}", one.line.text[:200], "\n".join((log_words(one), *standing_words(one.line)))
                )
                for one in concerns
            )
        )
        self._show_log()
        self.setVisible(bool(concerns))

    def open_log(self, line_id: str) -> None:
        """The log of a line that is pinned, ready for who was told."""
        self._line_id = line_id
        self._begin_telling()
        self._show_log()
        self.who.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _concern(self) -> ImmediateConcern | None:
        return next((one for one in self._concerns if one.line.id == self._line_id), None)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._concerns) and self._concerns[row].line.id != self._line_id:
            self._line_id = self._concerns[row].line.id
            self._begin_telling()
            self._show_log()

    def _show_log(self) -> None:
        concern = self._concern()
        if concern is None:
            return
        self.pinned.choose(self._concerns.index(concern))
        self._heading.setText(self.tr("Log of l.%1").replace("%1", str(concern.line.number)))
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

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self._begin_telling()
            self.left.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.when.hasFocus():
            self._keep()


def _telling_row(telling: Telling, day: dt.date) -> WrappedRow:
    """The day is said where it is not the line's own."""
    told_on = telling.told_at.astimezone().date()
    other_day = f"{short_day(told_on)}, " if told_on != day else ""
    no_reply = QCoreApplication.translate("ConcernPanel", "no reply yet; Enter writes it down")
    head = f"{other_day}{clock_time(telling.told_at)}  {telling.told}"
    return WrappedRow(head, telling.reply, "" if telling.reply else no_reply)
