"""The words of a page, paragraph by paragraph: walked with Up and Down, selected with Shift, read by a screen reader.

A header or footer of the page has no number and is passed over by Up and Down.

Signals of ParagraphText: `beyond(int)` with -1 or 1 where one goes up from the first paragraph or down from the last;
`chosen_changed()` when another paragraph is chosen.
"""

import re
from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QGuiApplication,
    QKeyEvent,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from wellled_desktop.framework.finding import words as words_in
from wellled_desktop.ui.pages.evidence.document.shown import ShownParagraph

_MOST_MARKED = 500
_CLEAR = 8
_NUMBER = re.compile(r"^¶ \d+ ")
_LETTERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)
_OF_THE_DOCUMENT = frozenset((Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End))


def _line(paragraph: ShownParagraph) -> str:
    return paragraph.words if paragraph.number is None else f"¶ {paragraph.number} {paragraph.words}"


class ParagraphText(QTextEdit):
    beyond = Signal(int)
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[ShownParagraph, ...] = ()
        self._chosen = -1
        self._marks: list[QTextEdit.ExtraSelection] = []
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        self.cursorPositionChanged.connect(self._show_chosen)

    def show_paragraphs(self, paragraphs: Sequence[ShownParagraph], looked_for: str) -> None:
        """The words `looked_for` are marked, and the first paragraph with any is chosen."""
        self._marks = []
        self._shown = ()
        self.setPlainText("\n".join(map(_line, paragraphs)))
        self._shown = tuple(paragraphs)
        self._set_apart()
        self._mark(looked_for)
        walked, marked = self._walked(), [one.cursor.blockNumber() for one in self._marks]
        self.choose(next((place for place in marked if place in walked), (*marked, *walked)[0]))

    def choose_last(self) -> None:
        self.choose(self._walked()[-1])

    @property
    def count(self) -> int:
        """The paragraphs, headers and footers among them."""
        return len(self._shown)

    @property
    def chosen_place(self) -> int:
        """That of the paragraph in which the caret is, from 0."""
        return self.textCursor().blockNumber()

    @property
    def chosen_paragraph(self) -> ShownParagraph | None:
        """That in which the caret is."""
        here = self.chosen_place
        return self._shown[here] if here < self.count else None

    def _walked(self) -> list[int]:
        """The places of the paragraphs that are walked: those with a number, or all where none has one; at least one."""
        numbered = [place for place, one in enumerate(self._shown) if one.number is not None]
        return numbered or list(range(max(1, self.count)))

    @property
    def marked(self) -> tuple[str, ...]:
        """The words that are marked, in order."""
        return tuple(one.cursor.selectedText() for one in self._marks)

    def chosen(self) -> tuple[int | None, str] | None:
        """The number of the paragraph the caret is in, if it has one, and its words, or those of them that are selected."""
        if not self.count:
            return None
        caret = self.textCursor()
        selected = caret.selectedText().replace("\u2029", "\n")
        block = self.document().findBlock(caret.selectionStart())
        words = " ".join(_NUMBER.sub("", line) for line in selected.split("\n")) if selected else block.text()
        return self._shown[block.blockNumber()].number, _NUMBER.sub("", words).strip()

    def choose(self, place: int) -> None:
        """The paragraph at `place`, from 0."""
        block = self.document().findBlockByNumber(max(0, min(place, self.document().blockCount() - 1)))
        caret = QTextCursor(block)
        number = _NUMBER.match(block.text())
        caret.setPosition(block.position() + (number.end() if number else 0))
        self.setTextCursor(caret)
        self._show_chosen()  # also where the caret was there before
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        """The whole paragraph where there is room, else its beginning."""
        shown = self.viewport().rect()
        end = QTextCursor(self.textCursor().block())
        end.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        top, bottom = self.cursorRect().top(), self.cursorRect(end).bottom()
        if top < shown.top() or bottom > shown.bottom():
            down = (
                top - _CLEAR if bottom - top > shown.height() or top < shown.top() else bottom + _CLEAR - shown.bottom()
            )
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + down)

    def _set_apart(self) -> None:
        """The paragraphs from each other, and their numbers from their words."""
        form, number = QTextBlockFormat(), QTextCharFormat()
        form.setBottomMargin(self.fontMetrics().height() / 2)
        number.setForeground(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
        caret = QTextCursor(self.document())
        caret.select(QTextCursor.SelectionType.Document)
        caret.setBlockFormat(form)  # in place of all that was, the bar behind the one chosen before as well
        block = self.document().begin()
        while block.isValid():
            caret.setPosition(block.position())
            caret.setPosition(block.position() + self._muted(block), QTextCursor.MoveMode.KeepAnchor)
            caret.mergeCharFormat(number)
            block = block.next()
        self._chosen = -1

    def _muted(self, block: QTextBlock) -> int:
        """How many letters of it are its number, or all of a header or footer."""
        if block.blockNumber() < self.count and self._shown[block.blockNumber()].number is None:
            return block.length() - 1
        found = _NUMBER.match(block.text())
        return found.end() if found else 0

    def step(self, by: int) -> None:
        here = self.textCursor().blockNumber()
        there = [place for place in self._walked() if (place - here) * by > 0]
        if there:
            self.choose(there[0] if by > 0 else there[-1])
        else:
            self.beyond.emit(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        plain = not event.modifiers() or event.modifiers() == Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif (plain and event.key() in _OF_THE_DOCUMENT) or (event.text().strip() and event.modifiers() in _LETTERS):
            event.ignore()  # letters and what turns the page are the document's
        else:
            super().keyPressEvent(event)

    def _mark(self, looked_for: str) -> None:
        """Every word that begins as one of those looked for: underlined, so that no colour has to be seen."""
        self._marks = []
        form = QTextCharFormat()
        form.setFontUnderline(True)
        form.setFontWeight(700)
        form.setForeground(QGuiApplication.palette().color(QPalette.ColorRole.Link))
        begun = "|".join(re.escape(word) for word in sorted(set(words_in(looked_for)), key=len, reverse=True))
        if not begun:
            self.setExtraSelections([])
            return
        pattern = re.compile(rf"(?<![^\W_])(?:{begun})[^\W_]*", re.IGNORECASE)
        for found in islice(pattern.finditer(self.toPlainText()), _MOST_MARKED):
            one = QTextEdit.ExtraSelection()
            caret = QTextCursor(self.document())
            caret.setPosition(found.start())
            caret.setPosition(found.end(), QTextCursor.MoveMode.KeepAnchor)
            one.cursor, one.format = caret, form
            self._marks.append(one)
        self.setExtraSelections(self._marks)

    def _show_chosen(self) -> None:
        """A bar of colour behind all of the paragraph that would be cited."""
        chosen = self.textCursor().blockNumber()
        if chosen == self._chosen:
            return
        before, self._chosen = self._chosen, chosen
        # The application's colour: the field's own is that of selected words.
        for place, brush in (
            (before, QBrush()),
            (chosen, QGuiApplication.palette().brush(QPalette.ColorRole.Highlight)),
        ):
            block = self.document().findBlockByNumber(place)
            if block.isValid():
                form = block.blockFormat()
                form.setBackground(brush)
                QTextCursor(block).setBlockFormat(form)
        self.chosen_changed.emit()
