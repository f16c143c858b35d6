"""The first run on a laptop: who signs the record, and the passphrase of the vault that will keep it.

Signals of FirstRunPage: `vault_wanted(str, str)` with the name and the passphrase.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from wellled_desktop.ui.entrance.new_passphrase import NewPassphrase
from wellled_desktop.ui.entrance.sheet import Sheet, primary_button
from wellled_desktop.ui.kit.labels import label, paragraph


class FirstRunPage(Sheet):
    vault_wanted = Signal(str, str)

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        """`place` is the library's folder, as it is shown."""
        super().__init__(
            self.tr("Welcome to WellLed Desktop"),
            self.tr(
                "Everything you record is kept on this laptop alone, encrypted, in a vault that only your passphrase or "
                "your recovery key opens."
            ),
            parent,
        )
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("Your name"))
        self._name.setPlaceholderText(self.tr("As you sign the record"))
        self._name.returnPressed.connect(self._next)
        named = label(self.tr("Your &name"))
        named.setBuddy(self._name)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(named, self._name)
        self._passphrase = NewPassphrase()
        self._passphrase.entered.connect(self._ask)
        self._make = primary_button(self.tr("Make the vault"))
        self._make.setToolTip(self.tr("Make the vault with this passphrase (Enter)"))
        self._make.clicked.connect(self._ask)
        self.add(form)
        self.add(self._passphrase)
        self.add(paragraph(self.tr("It will be kept in %1").replace("%1", place), "muted"))
        self.finish(self._make, first=self._name)

    def show_making(self, making: bool) -> None:
        """While the vault is made, which takes a second or two."""
        self._make.setText(self.tr("Making the vault…") if making else self.tr("Make the vault"))
        for part in (self._make, self._name, self._passphrase):
            part.setEnabled(not making)

    def show_refused(self, sentence: str) -> None:
        self.show_making(making=False)
        self.say(sentence)

    def forget(self) -> None:
        self._passphrase.clear()
        self.say("")

    def _next(self) -> None:
        self._passphrase.setFocus()

    def _ask(self) -> None:
        name = " ".join(self._name.text().split())
        if not name:
            self.say(self.tr("Give the name with which you sign the record; it stands beside everything you write."))
            self._name.setFocus()
            return
        problem = self._passphrase.problem()
        self.say(problem)
        if problem:
            self._passphrase.go_to_problem()
            return
        self.vault_wanted.emit(name, self._passphrase.passphrase)
