"""The words above the composer: what Enter will do now when it is something out of the ordinary, or a quiet remark."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from wellled_desktop.inspection.read_models import Session
from wellled_desktop.ui.pages.session.course_words import composer_words

_MOST_TOLD = 40


class ModeLine(QLabel):
    """That a line is being changed comes before a remark, and only with neither how the session stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "muted")
        self.setWordWrap(True)
        self.begin()

    def begin(self) -> None:
        """For another session: nothing to say."""
        self._quiet = ""
        self._course = ""
        self._state = ""
        self._selected = 0
        self._changing: int | None = None
        self._show_words()

    def show_changing(self, number: int | None) -> None:
        """The number of the line that is being changed; None once it is not."""
        self._changing = number
        self._show_words()

    def show_session(self, session: Session) -> None:
        """A remark goes once the session is ended, signed off and so on: it was of how things stood before. That it is begun is
        what the line did that the remark may be of.
        """
        if self._state not in ("", "planned", session.state):
            self._quiet = ""
        self._state = session.state
        self._course = composer_words(session)
        self._show_words()

    def show_selected(self, lines: int) -> None:
        """How many lines are selected: with more than one it is said what acts on all of them."""
        if lines != self._selected:
            self._selected = lines
            self._show_words()

    @property
    def quiet(self) -> str:
        return self._quiet

    def show_quiet(self, words: str) -> None:
        if words != self._quiet:
            self._quiet = words
            self._show_words()

    def show_as_typed(self, words: str, signed: str) -> None:
        """After `words`, that a #word or @word of the line just kept means nothing to the app; without one, `words` alone."""
        typed = ""
        if signed.startswith("#"):
            typed = self.tr("“%1” is no tag; it stays in the line as typed. Ctrl+T tags the line.")
        elif signed:
            typed = self.tr("“%1” sets no speaker; it stays in the line as typed. Alt with a number sets who speaks.")
        self.show_quiet(" ".join(part for part in (words, typed.replace("%1", signed[:_MOST_TOLD])) if part))

    def _show_words(self) -> None:
        words = self._quiet
        if self._changing is not None:
            changing = self.tr("Changing l.%1. Enter keeps the change, Esc leaves the line as it was.")
            words = "\n".join(part for part in (changing.replace("%1", str(self._changing)), words) if part)
        elif self._selected > 1:
            act = self.tr("%1 lines selected: F2 to F10, Alt with a speaker's key, Ctrl+T and Del act on all of them.")
            words = "\n".join(part for part in (act.replace("%1", f"{self._selected:,}"), words) if part)
        elif not words:
            words = self._course
        self.setText(words)
        self.setVisible(bool(words))
