"""Opening the vault without its passphrase: the recovery key from paper, then a new passphrase.

Signals of RecoverPage: `unlock(str)` with the key as typed; `back()`. Signals of ChangePassphrasePage: `change(str)`.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLineEdit, QWidget

from wellled_desktop.ui.entrance.new_passphrase import NewPassphrase
from wellled_desktop.ui.entrance.sheet import Sheet, plain_button, primary_button
from wellled_desktop.ui.kit.labels import label


class RecoverPage(Sheet):
    unlock = Signal(str)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Open with the recovery key"),
            self.tr(
                "The key is on the sheet that was printed or saved when the vault was made: nine groups of four characters. "
                "Capitals, spaces and dashes make no difference."
            ),
            parent,
        )
        self._field = QLineEdit()
        self._field.setAccessibleName(self.tr("Recovery key"))
        self._field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._field.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self._field.returnPressed.connect(self._ask)
        named = label(self.tr("Recovery &key"))
        named.setBuddy(self._field)
        self._open = primary_button(self.tr("Open"))
        self._open.setToolTip(self.tr("Open the vault with this key (Enter)"))
        self._open.clicked.connect(self._ask)
        self._back = plain_button(self.tr("&Back"))
        self._back.setToolTip(self.tr("Back to the passphrase (Alt+B)"))
        self._back.clicked.connect(self.back)
        self.add(named)
        self.add(self._field)
        self.finish(self._open, self._back, first=self._field)

    def show_opening(self, opening: bool) -> None:
        self._open.setText(self.tr("Opening…") if opening else self.tr("Open"))
        for part in (self._open, self._back, self._field):
            part.setEnabled(not opening)

    def show_refused(self, sentence: str) -> None:
        self.show_opening(opening=False)
        self.say(sentence)
        self._field.setFocus()

    def forget(self) -> None:
        self.show_opening(opening=False)
        self._field.clear()
        self.say("")

    def _ask(self) -> None:
        if self._field.text().strip():
            self.say("")
            self.unlock.emit(self._field.text())


class ChangePassphrasePage(Sheet):
    """After the recovery key: there is no way on but a new passphrase."""

    change = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Set a new passphrase"),
            self.tr(
                "The vault is open. The old passphrase counts until a new one is set here; the recovery key stays the same."
            ),
            parent,
        )
        self._passphrase = NewPassphrase()
        self._passphrase.entered.connect(self._ask)
        self._set = primary_button(self.tr("Set the passphrase"))
        self._set.setToolTip(self.tr("Set this passphrase (Enter)"))
        self._set.clicked.connect(self._ask)
        self.add(self._passphrase)
        self.finish(self._set, first=self._passphrase)

    def show_setting(self, setting: bool) -> None:
        self._set.setText(self.tr("Setting the passphrase…") if setting else self.tr("Set the passphrase"))
        self._set.setEnabled(not setting)
        self._passphrase.setEnabled(not setting)

    def show_refused(self, sentence: str) -> None:
        self.show_setting(setting=False)
        self.say(sentence)

    def forget(self) -> None:
        self.show_setting(setting=False)
        self._passphrase.clear()
        self.say("")

    def _ask(self) -> None:
        problem = self._passphrase.problem()
        self.say(problem)
        if problem:
            self._passphrase.go_to_problem()
        else:
            self.change.emit(self._passphrase.passphrase)
