"""Changing a recorded line in the composer: its words come in, and what was being written is set aside until they go again.

Signals of LineChange: `amended(NoteLine, Composed, reason or None)` when Enter keeps a change; `touched()` when there is
something else set aside that could be lost.
"""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Qt, Signal

from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.ui.kit.reason_row import ReasonRow
from wellled_desktop.ui.pages.session.composed import Composed, joined, words_of_line
from wellled_desktop.ui.pages.session.composer_edit import ComposerEdit
from wellled_desktop.ui.pages.session.mode_line import ModeLine


class LineChange(QObject):
    """`composed` is what stands in the composer, `chosen` the same with whoever was chosen as speaker last; `put` fills it."""

    amended = Signal(object, object, object)
    touched = Signal()

    def __init__(
        self,
        parent: QObject,
        edit: ComposerEdit,
        mode: ModeLine,
        reason: ReasonRow,
        *,
        composed: Callable[[], Composed],
        chosen: Callable[[], Composed],
        put: Callable[[Composed], None],
        needs_reason: Callable[[NoteLine], bool],
    ) -> None:
        super().__init__(parent)
        self._edit = edit
        self._mode = mode
        self._reason = reason
        self._composed = composed
        self._chosen = chosen
        self._put = put
        self._needs_reason = needs_reason
        self._returned = ""
        self.aside = Composed("")
        self.line: NoteLine | None = None
        reason.given.connect(self._keep_with_reason)
        reason.left.connect(edit.setFocus)

    def drop(self) -> None:
        """For another session: nothing is being changed."""
        self.line = None
        self._reason.hide()

    def begin(self, line: NoteLine) -> None:
        """A change that was begun is kept or left first: it is never dropped for another."""
        if self.line is None:
            self.aside, self._returned = self._chosen(), ""
        elif self._composed().text != self.line.text:
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.line = line
        self._mode.show_changing(line.number)
        self._put(words_of_line(line))
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self, composed: Composed) -> None:
        """Keeps the change; asks for the reason first where there has to be one."""
        line = self.line
        if line is None:
            return
        recorded = (line.text, line.line_type, line.speaker)
        if (composed.text, composed.line_type, composed.speaker) != recorded and self._needs_reason(line):
            self._ask_reason()
        else:
            self._keep(line, composed, None)

    def leave(self) -> None:
        """What was set aside comes back."""
        if self.line is None:
            return
        self.line = None
        self._mode.show_changing(None)
        self._reason.hide()
        self._put(self.aside)
        self.aside = Composed("")
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def return_change(self, line: NoteLine, composed: Composed) -> None:
        """A change that was not recorded comes back, with the reason row open in case one is needed."""
        if self.line is not None:
            self.add_returned(composed)
            return
        self.begin(line)
        self._put(composed)
        self._ask_reason()

    def add_returned(self, composed: Composed) -> None:
        """While a line is being changed: comes back after the change with its coding, before what was set aside and after what
        came back before it.
        """
        typed = self.aside.text[len(self._returned) :].lstrip("\n")
        self._returned = joined(self._returned, composed.text)
        tags = tuple(dict.fromkeys((*composed.tags, *self.aside.tags)))
        speaker = composed.speaker if composed.has_speaker else self.aside.speaker
        text = joined(self._returned, typed)
        self.aside = msgspec.structs.replace(composed, text=text, tags=tags, speaker=speaker)
        self.touched.emit()

    def _ask_reason(self) -> None:
        if self.line is not None:
            self._reason.ask_why_changed(self.line.number)

    def _keep_with_reason(self, reason: str) -> None:
        if self.line is not None:
            self._keep(self.line, self._composed(), reason)

    def _keep(self, line: NoteLine, composed: Composed, reason: str | None) -> None:
        self.leave()
        self.amended.emit(line, composed, reason)
