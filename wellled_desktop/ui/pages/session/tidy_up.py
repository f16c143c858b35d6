"""Tidy up: one untagged line after another, large, with what stood around it and the most likely nodes; one key a line.

Signals of TidyUp: `tag_wanted(str)` with a node's id; `mark_wanted(str)`; `on_wanted()` and `back_wanted()`;
`again_wanted()` at the end; `left()` on Esc.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.ui.kit.column_area import ColumnArea
from wellled_desktop.ui.kit.completion import Completions
from wellled_desktop.ui.kit.labels import MOST_CHARACTERS, label, paragraph
from wellled_desktop.ui.kit.message import Message
from wellled_desktop.ui.kit.offered_field import OfferedField
from wellled_desktop.ui.kit.speaking import standing_words
from wellled_desktop.ui.pages.session.elided_label import ElidedLabel
from wellled_desktop.ui.pages.session.tidy_list import GuessList

_LONGEST = 1_200
_LARGER = 1.35
_MARKS = {
    Qt.Key.Key_C: "claim", Qt.Key.Key_N: "concern", Qt.Key.Key_S: "strength",
    Qt.Key.Key_F7: "claim", Qt.Key.Key_F8: "concern", Qt.Key.Key_F9: "strength",
}  # fmt: skip
_COMPOSERS = range(int(Qt.Key.Key_F2), int(Qt.Key.Key_F10) + 1)
_OF_SELECTED_LINE = (Qt.Key.Key_M, Qt.Key.Key_I, Qt.Key.Key_T, Qt.Key.Key_Return)


class NodeEdit(OfferedField):
    """Where # leads: an id or words of the framework. Emptied and then left by Backspace as by Esc."""

    def __init__(self, completions: Completions, parent: QWidget | None = None) -> None:
        super().__init__(completions, parent)
        self.textEdited.connect(self._offer)

    def _offer(self, typed: str) -> None:
        self.completions.offer(typed.lstrip("#").strip() or None, self)

    def pressed(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.escaped.emit()
        else:
            super().pressed(event)


class TidyUp(QFrame):
    tag_wanted = Signal(str)
    mark_wanted = Signal(str)
    on_wanted = Signal()
    back_wanted = Signal()
    again_wanted = Signal()
    left = Signal()

    def __init__(self, index: NodeIndex, texts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Tidy up"))
        self._progress = label("", "heading")
        self._before = (ElidedLabel(), ElidedLabel())
        self._after = (ElidedLabel(), ElidedLabel())
        self._who = label("", "muted")
        self._line = paragraph("")
        self._standing = paragraph("", "muted")
        self.message = Message()
        self.guesses = GuessList(texts)
        self.guesses.chosen.connect(self.tag_wanted)
        self._completions = Completions(index, self, under=True)
        self._completions.chosen.connect(self._completed)
        self.node = NodeEdit(self._completions)
        self.node.setAccessibleName(self.tr("Another node: an id or words"))
        self.node.setPlaceholderText(self.tr("# an id or words of the framework, then Enter"))
        self.node.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.node.escaped.connect(self.take_focus)
        self._no_guess = paragraph(self.tr("Its words point to nothing in particular: # finds any node."), "muted")
        self._keys = paragraph("", "muted")
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        inside = QWidget()
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(ColumnArea(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Tidy up"), "heading"))
        head.addStretch(1)
        head.addWidget(self._progress)
        column.addLayout(head)
        column.addWidget(self.message)
        for part in (*self._before, self._who, self._line, self._standing, *self._after):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.guesses)
        column.addWidget(self._no_guess)
        column.addWidget(self.node)
        column.addWidget(self._keys)
        column.addStretch(1)

    def take_focus(self) -> None:
        self.node.clear()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def progress(self) -> str:
        return self._progress.text()

    @property
    def line(self) -> QLabel:
        return self._line

    # What is on show

    def show_line(
        self,
        line: NoteLine,
        who: str,
        around: tuple[Sequence[NoteLine], Sequence[NoteLine]],
        guesses: Sequence[str],
        progress: str,
    ) -> None:
        self._progress.setText(progress)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        self._line.setFont(font)
        self._line.setMaximumWidth(QFontMetrics(font).averageCharWidth() * MOST_CHARACTERS)
        text = line.text if len(line.text) <= _LONGEST else f"{line.text[:_LONGEST]}…"
        self._line.setText(text)
        self._who.setText(", ".join(part for part in (f"l.{line.number}", who, line.line_type) if part))
        self._standing.setText("\n".join(part for part in (_standing(line), *standing_words(line)) if part))
        self._standing.setVisible(bool(self._standing.text()))
        self._show_around(around)
        self.guesses.show_nodes(guesses, line.tags)
        self.guesses.show()
        self._no_guess.setVisible(not guesses)
        self.node.show()
        self._show_keys(len(guesses))
        offered = self.guesses.spoken() if guesses else self._no_guess.text()
        late = "".join(f" {words}." for words in standing_words(line))
        self._say(f"{progress}. {self._who.text()}: {text}.{late} {offered}")

    def _show_keys(self, guesses: int) -> None:
        others = self.tr("Space skips · Backspace goes back · C claim · N concern · S strength · Esc leaves")
        numbers = "1" if guesses == 1 else self.tr("1 to %1").replace("%1", str(guesses))
        tags = self.tr("%1 tags it and goes on · # any other").replace("%1", numbers)
        self._keys.setText(f"{tags if guesses else self.tr('# tags it and goes on')} · {others}")

    def _show_around(self, around: tuple[Sequence[NoteLine], Sequence[NoteLine]]) -> None:
        before, after = around
        for labels, lines in ((self._before, before), (self._after, after)):
            for at, shown in enumerate(labels):
                one = lines[at] if at < len(lines) else None
                shown.set_words(f"l.{one.number}  {one.text}".replace("\n", " ")[:400] if one else "")
                shown.setVisible(one is not None)

    def show_end(self, tagged: int, count: int, *, retried: bool) -> None:
        """`retried` where lines are left that were skipped."""
        self._progress.setText("")
        if count == 0:
            words = self.tr("Every line has a tag: nothing to tidy up.")
        else:
            words = self.tr("%1 of %2 lines have their tags now.").replace("%1", str(tagged)).replace("%2", str(count))
        self._line.setText(words)
        self._who.setText("")
        self._standing.hide()
        self._show_around(((), ()))
        for part in (self.guesses, self._no_guess, self.node):
            part.hide()
        keys = self.tr("Enter walks those that were skipped · Backspace goes back · Esc leaves")
        self._keys.setText(keys if retried else self.tr("Backspace goes back · Esc leaves"))
        self._say(words)

    def _say(self, words: str) -> None:
        """The focus stays where it is: a screen reader hears of the next line by the name of what has the focus."""
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    # Keys

    def _completed(self, node: str) -> None:
        self.take_focus()
        self.tag_wanted.emit(node)

    def event(self, event: QEvent) -> bool:
        """Keys of the composer and of the selected line, both of them out of sight, do nothing here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _not_for_here(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif held != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Backspace:
            self.back_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.guesses.isHidden():
            self.again_wanted.emit()
        elif self.guesses.isHidden():
            super().keyPressEvent(event)
        else:
            self._press(event)

    def _press(self, event: QKeyEvent) -> None:
        key, typed = event.key(), event.text()
        if typed == "#":
            self.node.setFocus(Qt.FocusReason.OtherFocusReason)
        elif typed.isdecimal() and (node := self.guesses.node_at(int(typed) - 1)):
            self.tag_wanted.emit(node)
        elif key == Qt.Key.Key_Space:
            self.on_wanted.emit()
        elif key in _MARKS:
            self.mark_wanted.emit(_MARKS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)


def _not_for_here(event: QKeyEvent) -> bool:
    held, key = event.modifiers(), event.key()
    if held & Qt.KeyboardModifier.AltModifier:
        return Qt.Key.Key_0 <= key <= Qt.Key.Key_9
    if held & Qt.KeyboardModifier.ControlModifier:
        return not held & Qt.KeyboardModifier.ShiftModifier and key in _OF_SELECTED_LINE
    return key in _COMPOSERS


def _standing(line: NoteLine) -> str:
    marks = ("claim" if line.claim else "", line.weight if line.weight != "neutral" else "")
    return " · ".join(part for part in (*marks, *line.tags) if part)
