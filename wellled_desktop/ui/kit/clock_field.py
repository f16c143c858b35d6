"""A time of day: the arrows and what is typed change it, four digits over all of it too (2354); Tab goes on to the next field."""

from PySide6.QtCore import QTime
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QTimeEdit, QWidget

_LONGEST = 4
_HOURS = 24
_MINUTES = 60


class ClockField(QTimeEdit):
    def __init__(self, time: QTime, name: str, parent: QWidget | None = None) -> None:
        super().__init__(time, parent)
        self._over = ""
        self.setDisplayFormat("HH:mm")
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Digits over the whole time are read as one types them: Qt would refuse them without a word."""
        typed = event.text()
        whole = self.lineEdit().selectedText() == self.text()
        if not whole or not ((typed.isdecimal() and typed.isascii()) or (typed in (":", ".") and self._over)):
            self._over = ""
            super().keyPressEvent(event)
            return
        if not typed.isdecimal():
            return
        digits = self._over + typed
        time = time_of(digits)
        if time is not None:
            self._over = digits if len(digits) < _LONGEST else ""
            self.setTime(time)
            self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._over = ""
        super().focusInEvent(event)

    def focusNextPrevChild(self, next_child: bool) -> bool:  # noqa: N802
        """Qt would step from the hour to the minute first."""
        return QWidget.focusNextPrevChild(self, next_child)


def time_of(digits: str) -> QTime | None:
    """9 and 09 are nine o'clock; 930 and 0930 half past nine; 2354 six minutes to midnight; None for 2465."""
    for hours in (min(2, len(digits)), 1):
        hour, minute = int(digits[:hours]), int(digits[hours:] or 0)
        if len(digits) - hours <= 2 and hour < _HOURS and minute < _MINUTES:  # digits of a minute
            return QTime(hour, minute)
    return None
