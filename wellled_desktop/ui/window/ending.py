"""The end of an open inspection: first everything is recorded, and what could not be is asked about; then it is closed.

Signals of Ending: `ended(str)` once the inspection is closed, with what was wanted; `stayed()` when the user chose to stay.
Signals of StayOrClose: `closing_wanted()` and `staying_wanted()`.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from wellled_desktop.ui.bridge import Bridge


class Ending(QObject):
    """Waits for the disk without holding up the window."""

    ended = Signal(str)
    stayed = Signal()

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._wanted = ""
        self._unsaved: list[str] = []
        bridge.unsaved.connect(self._note)

    @property
    def under_way(self) -> bool:
        return bool(self._wanted)

    def begin(self, wanted: str) -> None:
        """Call it after everything that is still to be recorded was handed over."""
        self._wanted = wanted
        self._bridge.finish(self, self._on_finished)

    def _note(self, sentence: str) -> None:
        if self._wanted:
            self._unsaved.append(sentence)

    def _on_finished(self) -> None:
        if not self._unsaved:
            self._close()
            return
        question = StayOrClose(self._unsaved[-1], self._window)
        question.closing_wanted.connect(self._close)
        question.staying_wanted.connect(self._stay)
        question.open()

    def _stay(self) -> None:
        self._wanted = ""
        self._unsaved.clear()
        self.stayed.emit()

    def _close(self) -> None:
        self._bridge.close()
        self.ended.emit(self._wanted)


class StayOrClose(QMessageBox):
    """Enter and Esc stay. It is opened and not executed: no second event loop runs inside the first."""

    closing_wanted = Signal()
    staying_wanted = Signal()

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(self.tr("Not everything was recorded"))
        self.setText(sentence)
        self.setInformativeText(self.tr("If you stay, you can look at what was not recorded and try again."))
        self.stay = self.addButton(self.tr("&Stay"), QMessageBox.ButtonRole.RejectRole)
        self.close_all_the_same = self.addButton(self.tr("&Close all the same"), QMessageBox.ButtonRole.DestructiveRole)
        self.setDefaultButton(self.stay)
        self.setEscapeButton(self.stay)
        self.buttonClicked.connect(self._answer)

    def _answer(self, button: QAbstractButton) -> None:
        (self.closing_wanted if button is self.close_all_the_same else self.staying_wanted).emit()
