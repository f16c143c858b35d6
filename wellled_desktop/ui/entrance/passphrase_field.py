"""A field for a passphrase: hidden unless it is to be seen, never in any history, and aware of Caps Lock.

Signals of PassphraseField: `changed(str)` at each change, with the text; `entered()` when Enter is pressed in it;
`caps_lock(bool)` when it becomes known that Caps Lock is on, or off.
"""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget


class PassphraseField(QWidget):
    """Qt does not say whether Caps Lock is on: it is told from a capital typed without Shift, or a small letter with it."""

    changed = Signal(str)
    entered = Signal()
    caps_lock = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps: bool | None = None
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.textChanged.connect(self.changed)
        self.line.returnPressed.connect(self.entered)
        self._show = QToolButton()
        self._show.setCheckable(True)
        self._show.toggled.connect(self._show_or_hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self._show)
        self.setFocusProxy(self.line)
        self._show_or_hide(shown=False)

    @property
    def text(self) -> str:
        return self.line.text()

    def clear(self) -> None:
        """Empties the field and hides what is typed next."""
        self._show.setChecked(False)
        self.line.clear()

    def select_all(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._learn_caps(event)
        return super().eventFilter(watched, event)

    def watch_keys(self) -> None:
        """Called after the first picture: Qt's enums, which this needs, take 20 ms to load."""
        from PySide6.QtCore import Qt

        hints = Qt.InputMethodHint
        self.line.setInputMethodHints(
            hints.ImhHiddenText | hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase
        )
        self.line.installEventFilter(self)

    def _learn_caps(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_CapsLock:
            if self._caps is not None:
                self._set_caps(not self._caps)
            return
        letter = event.text()
        if len(letter) == 1 and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._set_caps((letter == letter.upper()) != shift)

    def _set_caps(self, on: bool) -> None:
        if on != self._caps:
            self._caps = on
            self.caps_lock.emit(on)

    def _show_or_hide(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._show.setText(self.tr("Hide") if shown else self.tr("Show"))
        self._show.setAccessibleName(self.tr("Show what is typed"))
        self._show.setToolTip(self.tr("Show or hide what is typed (Space)"))
