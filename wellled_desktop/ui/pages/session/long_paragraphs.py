"""Long texts in a plain text field: laid out in pieces, and read as the one text they are.

Qt lays out a paragraph as a whole at every key: one of a hundred thousand letters takes half a second, one of a million half a
minute; and a hundred thousand short ones take as long to put in. So a long text stands in blocks of some two thousand letters.
Its line breaks are line separators, as Shift+Enter makes them, and a block that goes on from the one before is marked so, in a
way that undo keeps.
"""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit

LONGEST = 2_000
_GOES_ON = QTextFormat.Property.UserProperty + 1
_SEPARATOR = "\u2028"
_HAS_PIECES = "has_pieces"


def insert(cursor: QTextCursor, text: str) -> None:
    """Puts the text where the cursor is, as one step of undo; replaces what is selected."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if cursor.block().length() + len(text) <= LONGEST:
        _insert_short(cursor, text)
    else:
        for place, (piece, goes_on) in enumerate(_pieces(text.replace("\n", _SEPARATOR))):
            if place or (goes_on := cursor.block().length() > LONGEST // 2):
                _begin_block(cursor, goes_on=goes_on)
            cursor.insertText(piece)
    cursor.endEditBlock()


def fill(field: QPlainTextEdit, text: str) -> None:
    """Makes the text all that stands in the field, the cursor at its end."""
    short = len(text) <= LONGEST
    field.setPlainText(text if short else "")
    field.document().setProperty(_HAS_PIECES, False)
    if not short:
        insert(field.textCursor(), text)
    field.moveCursor(QTextCursor.MoveOperation.End)


def words(document: QTextDocument) -> str:
    """All that stands in the document, no-break spaces too (which toPlainText would make spaces)."""
    if not document.property(_HAS_PIECES):
        return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
    return selected(QTextCursor(document), whole=True)


def selected(cursor: QTextCursor, *, whole: bool = False) -> str:
    """What the cursor has selected, or all of its document."""
    block = cursor.document().firstBlock() if whole else cursor.document().findBlock(cursor.selectionStart())
    parts: list[str] = []
    while block.isValid() and (whole or block.position() <= cursor.selectionEnd()):
        if parts and not _goes_on(block):
            parts.append("\n")
        parts.append(block.text() if whole else _selected_of(block, cursor))
        block = block.next()
    return "".join(parts).replace("\u2028", "\n")


def _selected_of(block: QTextBlock, cursor: QTextCursor) -> str:
    part = QTextCursor(block)
    part.setPosition(max(block.position(), cursor.selectionStart()))
    end = min(block.position() + block.length() - 1, cursor.selectionEnd())
    part.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return part.selectedText()


def _insert_short(cursor: QTextCursor, text: str) -> None:
    """A new paragraph takes its format from the one before: the first after a piece has to be told that it does not go on."""
    if not _goes_on(cursor.block()):
        cursor.insertText(text)
        return
    head, new, rest = text.partition("\n")
    cursor.insertText(head)
    if new:
        _begin_block(cursor, goes_on=False)
        cursor.insertText(rest)


def _begin_block(cursor: QTextCursor, *, goes_on: bool) -> None:
    cursor.document().setProperty(_HAS_PIECES, True)
    cursor.insertBlock(_format(goes_on=goes_on))


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Each with whether it goes on from the one before: cut at a line's end where there is one, else after a space."""
    at, goes_on = 0, False
    while len(text) - at > LONGEST:
        line_end = text.rfind(_SEPARATOR, at + LONGEST // 2, at + LONGEST)
        end = line_end if line_end > 0 else text.rfind(" ", at + LONGEST // 2, at + LONGEST) + 1 or at + LONGEST
        yield text[at:end], goes_on
        goes_on = line_end <= 0
        at = end if goes_on else end + 1
    yield text[at:], goes_on


def _format(*, goes_on: bool) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setProperty(_GOES_ON, goes_on)
    return made


def _goes_on(block: QTextBlock) -> bool:
    return block.blockFormat().property(_GOES_ON) is True
