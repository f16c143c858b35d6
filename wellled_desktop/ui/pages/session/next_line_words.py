"""What the empty composer says in its own field: the type and marks of the next line, so that nobody takes it for the one just
written. Nothing moves for it, and it is gone with the first letter.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from wellled_desktop.inspection.speaking import POINTS_OTHER_WAY
from wellled_desktop.ui.pages.session.composed import Composed
from wellled_desktop.ui.pages.session.composer import Composer
from wellled_desktop.ui.pages.session.next_line_strip import MARK_KEYS, TYPE_KEYS

JUST_WRITTEN_SECONDS = 8
_KEYS: dict[str, str] = {word: key for key, word in (*TYPE_KEYS, *MARK_KEYS)}
_SAID: dict[str, str] = {"other way": POINTS_OTHER_WAY}


class NextLineWords(QObject):
    """`steady` is a clock that only runs on: with it is judged whether a line was written just now."""

    def __init__(self, composer: Composer, steady: Callable[[], float]) -> None:
        super().__init__(composer)
        self._composer = composer
        self._steady = steady
        self._written_at: float | None = None
        self._written_in = ""
        self._type_written = ""
        self._chosen: set[str] = set()
        composer.written.connect(self._written)
        composer.strip.chosen.connect(self._choose)
        composer.strip.changed.connect(self._show)
        composer.edit.typed.connect(self._typed)
        self._show()

    def _written(self, composed: Composed) -> None:
        self._forget()
        self._written_at, self._written_in = self._steady(), self._composer.session_id
        self._type_written = composed.line_type
        self._show()

    def _choose(self, word: str) -> None:
        """By a key or a click: right after a line was written it may have been meant for that one."""
        composer = self._composer
        if composer.amending is None and composer.edit.document().isEmpty() and self._just_written():
            self._chosen.add(word)

    def _just_written(self) -> bool:
        if self._written_at is None or self._written_in != self._composer.session_id:
            self._forget()
            return False
        return bool(self._chosen) or self._steady() - self._written_at <= JUST_WRITTEN_SECONDS

    def _typed(self) -> None:
        """With the next line begun, or the one before taken up again, nobody takes one for the other."""
        if self._written_at is not None and not self._composer.edit.document().isEmpty():
            self._forget()
            self._show()

    def _forget(self) -> None:
        self._written_at = None
        self._chosen.clear()

    def _show(self) -> None:
        strip = self._composer.strip
        meant = self._meant()
        named = strip.line_type in meant or strip.line_type != strip.usual
        on = (*((strip.line_type,) if named else ()), *strip.marks)
        words = self.tr("New line: Enter keeps it")
        if self._composer.amending is not None:
            words = ""
        elif on:
            words = self.tr("Next line: %1").replace("%1", ", ".join(_SAID.get(word, word) for word in on))
        if meant:
            keys = ", ".join(_KEYS[word] for word in meant)
            words += self.tr(". For the one just written: Up, %1, Enter").replace("%1", keys)
        edit = self._composer.edit
        if words == edit.when_empty:
            return
        edit.say_when_empty(words)
        if meant:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(edit, words))

    def _meant(self) -> tuple[str, ...]:
        """Of what was chosen since, what the next line has and may have been meant for the one just written."""
        strip = self._composer.strip
        on = {*strip.marks, *({strip.line_type} - {self._type_written})}
        return tuple(word for word in _KEYS if word in self._chosen & on)
