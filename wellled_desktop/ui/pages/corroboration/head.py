"""The head of the meeting's page: which KLOE, where in it, how far the others are, and the quiet clock.

Signals of MeetingHead: `chosen(int)` with the place of the KLOE that was clicked.
"""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.corroboration.agenda import Agenda
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.kit.words import counted, day_in_words
from wellled_desktop.ui.pages.corroboration.clock import MEETING_MINUTES, MeetingClock, minutes_each
from wellled_desktop.ui.pages.corroboration.sizes import enlarged, wide_paragraph
from wellled_desktop.ui.pages.corroboration.words import position_words, strip_words

_TICK_MS = 1000
_TELL_MS = 8_000
_NOTICE_MS = 20_000


class MeetingHead(QWidget):
    chosen = Signal(int)

    def __init__(self, clock: MeetingClock, parent: QWidget | None = None) -> None:
        """While it is shown, each second counts for the KLOE that is."""
        super().__init__(parent)
        self._meeting_clock = clock
        self._kloe, self._kloes = "", 0
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.title: QLabel = wide_paragraph()
        self.position: QLabel = wide_paragraph()
        self.position.setProperty("kind", "muted")
        self.clock = label("", "muted")
        self.told = label("")
        self.told.hide()
        self._told_enough = QTimer(self)
        self._told_enough.setSingleShot(True)
        self._told_enough.setInterval(_TELL_MS)
        self._told_enough.timeout.connect(self._end_telling)
        self.notice: QLabel = wide_paragraph()
        self.notice.hide()
        self._noticed_enough = QTimer(self)
        self._noticed_enough.setSingleShot(True)
        self._noticed_enough.setInterval(_NOTICE_MS)
        self._noticed_enough.timeout.connect(self.close_notice)
        self._strip = QWidget(self)
        self._flow = FlowLayout(4, self._strip)
        self.buttons: list[QToolButton] = []
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        for part in (self.told, self.clock):
            top.addWidget(part, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._strip)
        column.addWidget(self.position)
        column.addWidget(self.notice)

    def enlarge(self, large: QFont) -> None:
        small = enlarged(large, large.pointSizeF() * 0.75)
        self.title.setFont(enlarged(large, large.pointSizeF() * 1.25, bold=True))
        for part in (self.position, self.clock, self.told, *self.buttons):
            part.setFont(small)
        self.notice.setFont(enlarged(small, small.pointSizeF(), bold=True))

    def show_kloe(self, agenda: Agenda, kloe: int, item: int) -> None:
        if len(self.buttons) != len(agenda.kloes):
            self._make_buttons(agenda)
        shown = agenda.kloes[kloe]
        self._kloe, self._kloes = shown.kloe, len(agenda.kloes)
        self._tell_clock()
        self.title.setText(f"{shown.kloe}  {shown.sub_heading}")
        self.position.setText(f"{day_in_words(agenda.day)}. {position_words(shown, item)}")
        for at, (one, button) in enumerate(zip(agenda.kloes, self.buttons, strict=True)):
            button.setText(strip_words(one))
            button.setChecked(at == kloe)
            left = counted(one.undecided, self.tr("item to weigh"), self.tr("items to weigh"))
            button.setAccessibleName(f"{one.kloe}, {one.sub_heading}: {left}")
            button.setToolTip(f"{one.kloe}  {one.sub_heading}: {left} ({self.tr('Left, Right')})")

    def _make_buttons(self, agenda: Agenda) -> None:
        for at, _ in enumerate(agenda.kloes):
            button = QToolButton(self._strip)
            button.setCheckable(True)
            button.setFont(self.position.font())
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard, Left and Right go there
            button.clicked.connect(partial(self._choose, at))
            self._flow.addWidget(button)
            self.buttons.append(button)

    def _choose(self, at: int, _checked: bool = False) -> None:
        self.chosen.emit(at)

    def _tick(self) -> None:
        if self._kloe:
            self._meeting_clock.pass_seconds(self._kloe, _TICK_MS / 1000)
            self._tell_clock()

    def _tell_clock(self) -> None:
        clock, kloe, each = self._meeting_clock, self._kloe, minutes_each(self._kloes)
        began = self.tr("%1: %2 of %3 min · meeting: %4 of %5 min")
        words = began if clock.began else self.tr("%5 minutes for all, %3 each")
        for place, value in enumerate((kloe, clock.minutes(kloe), each, clock.minutes(), MEETING_MINUTES), start=1):
            words = words.replace(f"%{place}", str(value))
        self.clock.setText(words)

    def tell(self, words: str) -> None:
        """For some seconds in the place of the clock, so that nothing moves."""
        self.told.setText(words)
        self.told.show()
        self.clock.hide()
        self._told_enough.start()

    def _end_telling(self) -> None:
        self._told_enough.stop()
        self.told.hide()
        self.clock.show()

    def show_notice(self, sentence: str) -> None:
        """In the place of the position until Esc, or for some seconds: in the whole screen nothing is said in small type."""
        self.notice.setText(self.tr("%1 (Esc closes this.)").replace("%1", sentence))
        self.notice.show()
        self.position.hide()
        self._noticed_enough.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.notice, sentence))

    def close_notice(self) -> bool:
        """Whether there was one."""
        shown = not self.notice.isHidden()
        self._noticed_enough.stop()
        self.notice.hide()
        self.position.show()
        return shown

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._timer.stop()
        self._end_telling()
        self.close_notice()
