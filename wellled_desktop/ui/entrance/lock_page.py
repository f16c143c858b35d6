"""The lock screen: the passphrase, and nothing else until it is right. It does not unlock; it asks for it.

Signals of LockPage: `unlock(str)` with the passphrase; `use_recovery_key()`.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from wellled_desktop.ui.entrance.passphrase_field import PassphraseField
from wellled_desktop.ui.entrance.sheet import Sheet, fixed_label, link_button, primary_button

_FREE_FAILURES = 2
_LONGEST_WAIT = 30


class LockPage(Sheet):
    """After the third wrong passphrase it waits 1, 2, 4 … up to 30 seconds before it takes another."""

    unlock = Signal(str)
    use_recovery_key = Signal()

    def __init__(self, about: str, parent: QWidget | None = None) -> None:
        super().__init__("WellLed Desktop", about, parent)
        self._failures = 0
        self._wait = 0
        self._opening = False
        self._field = PassphraseField(self.tr("Passphrase"))
        self._field.entered.connect(self._ask)
        self._field.caps_lock.connect(self._show_caps)
        named = fixed_label(self.tr("&Passphrase"))
        named.setBuddy(self._field.line)
        self._caps = fixed_label(self.tr("Caps Lock is on."), "warning")
        self._caps.hide()
        self._open = primary_button(self.tr("Unlock"))
        self._open.setToolTip(self.tr("Unlock the vault (Enter)"))
        self._open.clicked.connect(self._ask)
        self._recover = link_button(self.tr("Use the recovery &key instead"))
        self._recover.setToolTip(self.tr("Open with the printed recovery key and set a new passphrase (Alt+K)"))
        self._recover.clicked.connect(self.use_recovery_key)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._second_passed)
        self.add(named)
        self.add(self._field)
        self.add(self._caps)
        self.finish(self._open, self._recover, first=self._field)

    def settle(self) -> None:
        super().settle()
        self._field.watch_keys()

    def show_opening(self) -> None:
        """While the passphrase is checked; the page stays alive."""
        self._opening = True
        self.say("")
        self._update_button()

    def show_refused(self, sentence: str, *, wrong: bool) -> None:
        """The vault was not opened; a `wrong` passphrase counts towards the waiting."""
        self._opening = False
        self.say(sentence)
        if wrong:
            self._failures += 1
            self._begin_to_wait()
        self._update_button()
        self._field.setEnabled(True)
        self._field.select_all()

    def forget(self) -> None:
        """After unlocking, or on the way elsewhere: nothing typed stays."""
        self._field.clear()
        self.say("")

    def _ask(self) -> None:
        if self._field.text and not self._opening and not self._wait:
            self.unlock.emit(self._field.text)

    def _begin_to_wait(self) -> None:
        tries = self._failures - _FREE_FAILURES
        if tries > 0:
            self._wait = min(2 ** (tries - 1), _LONGEST_WAIT)
            self._timer.start()

    def _second_passed(self) -> None:
        self._wait = max(0, self._wait - 1)
        if not self._wait:
            self._timer.stop()
        self._update_button()

    def _update_button(self) -> None:
        self._field.line.setReadOnly(self._opening)
        self._recover.setEnabled(not self._opening)
        self._open.setEnabled(not self._opening and not self._wait)
        if self._opening:
            self._open.setText(self.tr("Opening…"))
        elif self._wait:
            self._open.setText(self.tr("Try again in %1 s").replace("%1", str(self._wait)))
        else:
            self._open.setText(self.tr("Unlock"))

    def _show_caps(self, on: bool) -> None:
        self._caps.setVisible(on)
