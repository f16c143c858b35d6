"""A day and a time of it: the arrows and what is typed change its parts, Tab goes on to the next field."""

from PySide6.QtWidgets import QDateTimeEdit, QWidget

from wellled_desktop.ui.kit.words import BRITISH


class MomentField(QDateTimeEdit):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setLocale(BRITISH)
        self.setDisplayFormat("ddd d MMM HH:mm")
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def focusNextPrevChild(self, next_child: bool) -> bool:  # noqa: N802
        """Qt would step through day, month, hour and minute first, and what is meant for the next field would be lost."""
        return QWidget.focusNextPrevChild(self, next_child)
