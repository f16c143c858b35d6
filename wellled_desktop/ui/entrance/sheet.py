"""The common form of the entrance's pages: a title, what it is about, the page's own fields, a sentence, the buttons.

The lock screen is one, so Qt's namespace of enums is not loaded here at once: it takes 20 ms, a tenth of what comes before the
first picture.
"""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

COLUMN_WIDTH = 560


class Sheet(QScrollArea):
    """A column in the middle of the window, which scrolls when the window is too low for it."""

    def __init__(self, title: str, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(title)
        self._column = QVBoxLayout()
        self._column.setSpacing(16)
        self._column.addWidget(fixed_label(title, "title"))
        if about:
            said = fixed_label(about, "muted")
            said.setWordWrap(True)
            self._column.addWidget(said)
        self._sentence: QLabel | None = None
        self._sentences = QVBoxLayout()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._set_up()

    @property
    def sentence(self) -> str:
        """The sentence shown, or ""."""
        return "" if self._sentence is None or self._sentence.isHidden() else self._sentence.text()

    def say(self, sentence: str) -> None:
        """Shows a sentence above the buttons; "" takes it away."""
        if self._sentence is None:
            if not sentence:
                return
            from wellled_desktop.ui.kit.labels import paragraph

            self._sentence = paragraph("", "warning")
            self._sentences.addWidget(self._sentence)
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self._sentence.setVisible(bool(sentence))

    def add(self, part: QWidget | QLayout) -> None:
        """Adds a part below those there are."""
        if isinstance(part, QLayout):
            self._column.addLayout(part)
        else:
            self._column.addWidget(part)

    def finish(self, *buttons: QPushButton, first: QWidget | None = None) -> None:
        """Closes the page off with the sentence and its buttons, left to right; `first` has the focus when it is shown."""
        self._column.addLayout(self._sentences)
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)
        self._column.addStretch(1)  # what a wrapped paragraph asked for too much goes here, not between the parts
        if first is not None:
            self.setFocusProxy(first)

    def settle(self) -> None:
        """What can wait until the first picture is on the screen; settling twice is settling once."""
        from PySide6.QtCore import Qt

        first = self.focusProxy()
        if first is None:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            return
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none; with one it hands the policy on to the first field
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(first)

    def _set_up(self) -> None:
        column = QWidget()
        column.setLayout(self._column)
        column.setMaximumWidth(COLUMN_WIDTH)
        self._column.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("kind", "page")
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, 100)
        middle.addStretch(1)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(24, 24, 24, 24)
        rows.addStretch(2)
        rows.addLayout(middle)
        rows.addStretch(3)
        self.setWidget(page)


def fixed_label(text: str, kind: str = "") -> QLabel:
    """A label for words of the program's own; what somebody typed belongs in the kit's labels, which take it as plain text."""
    made = QLabel(text)
    if kind:
        made.setProperty("kind", kind)
    return made


def primary_button(text: str, parent: QWidget | None = None) -> QPushButton:
    """The one button that leads on."""
    made = plain_button(text, parent)
    made.setProperty("kind", "primary")
    return made


def plain_button(text: str, parent: QWidget | None = None) -> QPushButton:
    """A button that Enter presses too when it has the focus, as in a dialog."""
    made = QPushButton(text, parent)
    made.setAutoDefault(True)
    return made


def link_button(text: str, parent: QWidget | None = None) -> QPushButton:
    made = plain_button(text, parent)
    made.setProperty("kind", "link")
    return made
