"""The text field of the composer: plain text that grows to six lines, whose Enter commits.

Signals of ComposerEdit: `entered()` on Enter, before what is offered is taken; `committed()` then, for the line to be kept;
`previous_wanted()` on Up while it is empty; `escaped()` on Esc;
`untag_wanted()` on Backspace at the very beginning; `typed()` after each change of the text;
`focused()` when the caret comes into it; `cleaned(str)` with what was changed in a pasted text; `refused(str)` with why one was
not pasted.
"""

from PySide6.QtCore import QMimeData, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent, QTextCursor, QTextDocumentFragment
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from wellled_desktop.ui.kit.completion import Completions
from wellled_desktop.ui.pages.session import long_paragraphs, pasting

MOST_LINES = 6
_TAIL = 60
_ENTER = frozenset(int(key) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter))
_OWN_KEYS = _ENTER | {int(key) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Backspace)}


class ComposerEdit(QPlainTextEdit):
    entered = Signal()
    committed = Signal()
    previous_wanted = Signal()
    escaped = Signal()
    untag_wanted = Signal()
    typed = Signal()
    focused = Signal()
    cleaned = Signal(str)
    refused = Signal(str)

    def __init__(self, completions: Completions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._completions = completions
        self._lines = 0
        self._when_empty = ""
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("New note line"))
        self.setToolTip(
            self.tr(
                "Enter keeps the line, with what is offered; Shift+Enter breaks it; # and an id or words tag it; @ and a "
                "role set who speaks; Tab takes what is offered and goes on in the line; Up changes the last line"
            )
        )
        self._returned = QTextCursor(self.document())
        self._returned.setKeepPositionOnInsert(True)  # what is typed there is typed after what came back
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self.typed)
        self._fit(QSizeF(0, 1))

    @property
    def when_empty(self) -> str:
        return self._when_empty

    def say_when_empty(self, words: str) -> None:
        """Seen in the field while there is nothing in it; cut with an ellipsis where it is too narrow for one line of them."""
        self._when_empty = words
        self._fit_words()

    def _fit_words(self) -> None:
        room = self.viewport().width() - round(2 * self.document().documentMargin()) - self.cursorWidth()
        self.setPlaceholderText(self.fontMetrics().elidedText(self._when_empty, Qt.TextElideMode.ElideRight, room))

    def before_caret(self) -> str:
        """The last few characters before the caret; never the whole text, which may be long."""
        cursor = self.textCursor()
        block = cursor.block()
        at = cursor.positionInBlock()
        return block.text()[max(0, at - _TAIL) : at] if block.length() <= 4_000 else self._tail(cursor)

    @staticmethod
    def _tail(cursor: QTextCursor) -> str:
        back = min(_TAIL, cursor.positionInBlock())
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, back)
        return cursor.selectedText()

    def words(self) -> str:
        """The whole text as it was typed and pasted."""
        return long_paragraphs.words(self.document())

    def put_before(self, text: str) -> None:
        """Before all that stands here, on lines of its own; the caret stays with what is being typed."""
        long_paragraphs.insert(QTextCursor(self.document()), text if self.document().isEmpty() else f"{text}\n")
        if self.textCursor().position() == 0:
            self.moveCursor(QTextCursor.MoveOperation.End)

    def put_returned(self, text: str) -> bool:
        """After what came back before it, and before what was typed since; whether something had come back before."""
        at = self._returned.position()
        cursor = QTextCursor(self.document())
        cursor.setPosition(at)
        if cursor.atBlockStart():
            long_paragraphs.insert(cursor, text if self.document().isEmpty() else f"{text}\n")
        else:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            long_paragraphs.insert(cursor, f"\n{text}")
        self._returned.setPosition(cursor.position())
        if self.textCursor().position() == 0:
            self.moveCursor(QTextCursor.MoveOperation.End)
        return at > 0

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        plain = source.text() or QTextDocumentFragment.fromHtml(source.html()).toPlainText()
        if not plain:
            self.refused.emit(pasting.no_text_words())
            return
        pasted = pasting.cleaned(plain)
        cursor = self.textCursor()
        kept = self.document().characterCount() - 1 - (cursor.selectionEnd() - cursor.selectionStart())
        if len(pasted.text) > pasting.room_beside(kept):
            self.refused.emit(pasting.too_long_words(len(pasted.text), pasting.room_beside(kept)))
            return
        long_paragraphs.insert(cursor, pasted.text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.cleaned.emit(pasting.cleaned_words(pasted))

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        copied = QMimeData()
        copied.setText(long_paragraphs.selected(self.textCursor()))
        return copied

    def cut_before_caret(self, characters: int) -> None:
        """Takes out that many characters before the caret, and one of two spaces that then stand side by side."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, characters)
        cursor.removeSelectedText()
        before, after = self._beside(cursor)
        if before == " " and after == " ":
            cursor.deleteChar()
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _beside(self, cursor: QTextCursor) -> tuple[str, str]:
        document, at = self.document(), cursor.position()
        return (document.characterAt(at - 1) if at else ""), document.characterAt(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        # Nearly every key is a letter: it is let through before anything else is looked at.
        if event.key() not in _OWN_KEYS or not self._takes(event):
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        key = event.key()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and key not in _ENTER and self._completions.takes(key):
            return True
        if key in _ENTER and plain:
            self._enter()
        elif key == Qt.Key.Key_Up and plain and self.document().isEmpty():
            self.previous_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Backspace and self._at_beginning():
            self.untag_wanted.emit()
        else:
            return False
        return True

    def _enter(self) -> None:
        """The offer that is chosen goes with the line; where nothing else stands here there is no line yet."""
        self.entered.emit()
        took = self._completions.take_with_line()
        if not (took and self._is_blank()):
            self.committed.emit()

    def _is_blank(self) -> bool:
        return self.document().characterCount() <= _TAIL and not self.toPlainText().strip()

    def focusNextPrevChild(self, next_child: bool) -> bool:  # noqa: N802
        """Tab takes what # offers while it offers something."""
        if next_child and self._completions.takes(Qt.Key.Key_Tab):
            return True
        return super().focusNextPrevChild(next_child)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._completions.leave()
        super().focusOutEvent(event)

    def _at_beginning(self) -> bool:
        cursor = self.textCursor()
        return cursor.position() == 0 and not cursor.hasSelection()

    def _fit(self, size: QSizeF) -> None:
        """A plain document's size counts in lines of text."""
        lines = max(2, min(MOST_LINES, round(size.height())))
        if lines != self._lines:
            self._lines = lines
            # A bar that showed for a moment while the field grows would narrow the text to one line more.
            bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines == MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            self.setVerticalScrollBarPolicy(bar)
            self._set_height()

    def _set_height(self) -> None:
        frame = self.contentsMargins()
        margins = round(2 * self.document().documentMargin()) + frame.top() + frame.bottom() + 2
        self.setFixedHeight(self._lines * self.fontMetrics().lineSpacing() + margins)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a field of another width the same text takes more lines, or fewer."""
        super().resizeEvent(event)
        self._fit(self.document().size())
        self._fit_words()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Only now does the style sheet say how wide the frame is.

        The text fills its own background: left to the style sheet, each key would repaint the page behind it (0.26 ms a key
        instead of 0.18).
        """
        super().showEvent(event)
        self.viewport().setAutoFillBackground(True)
        self._set_height()
