"""Above the status bar, wherever one is: how far attaching is, what was not attached and can be now, and what was left out.

It never takes the focus by itself, and is not there while it has nothing to say.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QProgressBar, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.ui.attaching.attaching import Attaching
from wellled_desktop.ui.attaching.words import were
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.kit.passing_words import PassingWords
from wellled_desktop.ui.page import Shortcut

CANCEL_KEYS = "Ctrl+Shift+X"
GO_ON_KEYS = "Ctrl+Shift+G"
PUT_AWAY_KEYS = "Ctrl+Shift+K"
_MOST_ROWS = 5
_METER = 1_000
_LEAST_CHARACTERS = 30


class AttachingStrip(QFrame):
    def __init__(self, attaching: Attaching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._attaching = attaching
        self._announced = ""
        self._was_at_work = False
        self._listed: tuple[str, ...] = ()
        self._progress = PassingWords()
        self._words = paragraph("")
        self._words.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS)
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.meter.setProperty("kind", "meter")
        self.meter.setRange(0, _METER)
        stop = self.tr("Stop attaching; what was attached stays, the rest can be attached later")
        self.cancel = self._button(self.tr("Cancel"), stop, attaching.cancel, CANCEL_KEYS)
        go_on = self.tr("Attach what was not attached, each file to its entry")
        self.go_on = self._button(self.tr("Attach them now"), go_on, attaching.attach_offered, GO_ON_KEYS)
        forget = self.tr("Never mind these files: they are not attached, and stay where they are (Space)")
        self.forget = self._button(self.tr("Forget them"), forget, attaching.forget_offered)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What was not attached, and why"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        put_away = self.tr("Close the list of what was not attached; Esc in it does too")
        self.put_away = self._button(self.tr("Close the list"), put_away, attaching.put_away, PUT_AWAY_KEYS)
        self._build()
        attaching.changed.connect(self.show_state)
        self.show_state()

    def _button(self, words: str, what: str, act: Callable[[], None], keys: str = "") -> QPushButton:
        made = QPushButton(f"{words} ({keys})" if keys else words)
        made.setAccessibleName(words)
        made.setToolTip(f"{what} ({keys})" if keys else what)
        made.clicked.connect(lambda _checked: act())
        if keys:
            shortcut = QShortcut(QKeySequence(keys), made)
            shortcut.activated.connect(act)
        return made

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._words, 100)
        top.addStretch(1)  # the words have a greatest width and stay at the left
        top.addWidget(self._progress, 100)
        top.addWidget(self.meter, 60)
        top.addWidget(self.cancel)
        self._buttons = QWidget()
        row = FlowLayout(8, self._buttons)
        for button in (self.go_on, self.forget, self.put_away):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.list)
        column.addWidget(self._buttons)

    @property
    def words(self) -> str:
        """What the strip says; "" while it is not there."""
        if self.isHidden():
            return ""
        return self._progress.words if self._was_at_work else self._words.text()

    def show_state(self) -> None:
        at, offered, left_out = self._attaching, bool(self._attaching.offered), self._attaching.left_out
        goes_on = at.is_at_work and self._was_at_work and self._listed == left_out
        if goes_on:  # many times a second: nothing is laid out anew
            self._show_progress()
            return
        self._was_at_work = at.is_at_work
        words = at.words or at.offer or (self._left_out_words(len(left_out)) if left_out else "")
        self._show_progress()
        self._words.setText("" if at.is_at_work else words)
        self._words.setVisible(not at.is_at_work)
        for widget in (self._progress, self.meter, self.cancel):
            widget.setVisible(at.is_at_work)
        self.go_on.setVisible(offered and not at.is_at_work)
        self.forget.setVisible(offered and not at.is_at_work)
        self._show_left_out(left_out)
        self._buttons.setVisible((offered and not at.is_at_work) or bool(left_out))
        self.setVisible(bool(words))
        self._announce(words if not at.is_at_work else "")

    def _show_progress(self) -> None:
        words = self._attaching.words
        self._progress.set_words(words)
        self.meter.setAccessibleName(words)
        self.meter.setValue(round(self._attaching.share_done * _METER))

    def _show_left_out(self, sentences: tuple[str, ...]) -> None:
        if self._listed != sentences:
            self._listed = sentences
            self.list.clear()
            self.list.addItems(sentences)
            self.list.setCurrentRow(0)
        rows = min(len(sentences), _MOST_ROWS)
        self.list.setFixedHeight(rows * (self.fontMetrics().height() + 8) + 8)
        self.list.setVisible(bool(sentences))
        self.put_away.setVisible(bool(sentences))

    def _left_out_words(self, count: int) -> str:
        attached = self._attaching.files_left_out.attached_beside
        others = were(attached) if attached else ""
        if count == 1:
            words = self.tr("%2 attached, one was not; the reason is beneath.")
            words = words if others else self.tr("One file was not attached; the reason is beneath.")
        else:
            words = self.tr("%2 attached, %1 were not; the reason for each is beneath.")
            words = words if others else self.tr("%1 files were not attached; the reason for each is beneath.")
        return words.replace("%1", f"{count:,}").replace("%2", others)

    def _announce(self, words: str) -> None:
        """To screen readers, once: that there is something to do."""
        if words and words != self._announced:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._announced = words

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.list.isVisible():
            self._attaching.put_away()
        else:
            super().keyPressEvent(event)


def attaching_shortcuts() -> tuple[Shortcut, ...]:
    return (
        Shortcut(CANCEL_KEYS, _tr("While files are attached: stop; the rest can be attached later")),
        Shortcut(GO_ON_KEYS, _tr("Attach what was not attached, where it is offered")),
        Shortcut(PUT_AWAY_KEYS, _tr("Close the list of what was not attached")),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("AttachingStrip", words)
