"""Pasting: whatever comes out of a clipboard is kept, or changed visibly, and nothing hangs."""

import time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor

from tests.ui.session.desk import Desk
from wellled_desktop.ui.kit.row_text import RowText
from wellled_desktop.ui.pages.session.pasting import cleaned, cleaned_words

CTRL = Qt.KeyboardModifier.ControlModifier


def paste(desk: Desk, text: str) -> None:
    pasted = QMimeData()
    pasted.setText(text)
    desk.page.composer.edit.insertFromMimeData(pasted)


def test_what_cannot_be_shown_is_replaced_and_counted_and_said(desk: Desk) -> None:
    paste(desk, "Vacancies\x00\x07: \x93fourteen\x94 \x96 \x80200\x85 \x81")
    assert desk.text == "Vacancies\ufffd\ufffd: “fourteen” – €200… \ufffd"
    assert desk.page.composer.mode.text() == (
        "Pasted: 3 characters that cannot be shown became \ufffd; 5 were read as Windows-1252 quotes and dashes."
    )
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(desk.lines()) == 1)
    desk.wait_until_shown()
    assert desk.lines()[0].text == "Vacancies\ufffd\ufffd: “fourteen” – €200… \ufffd"


def test_a_clean_text_is_pasted_without_a_word(desk: Desk) -> None:
    paste(desk, "Vacancies: שלום مرحبا \U0001f3e5\r\nand a no-break\u00a0space\u2028and more")
    assert desk.page.composer.mode.isHidden()
    assert desk.page.composer.composed().text == (
        "Vacancies: שלום مرحبا \U0001f3e5\nand a no-break\u00a0space\nand more"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\x00b", "Pasted: 1 character that cannot be shown became \ufffd."),
        ("a\x92s", "Pasted: 1 character was read as Windows-1252 quotes and dashes."),
        ("\x93a\x94", "Pasted: 2 characters were read as Windows-1252 quotes and dashes."),
        ("a\ufdd0\uffff", "Pasted: 2 characters that cannot be shown became \ufffd."),
        ("plain\ttext\n", ""),
        ("Não à CAFÉ® £20 “six” – naïve", ""),
    ],
)
def test_the_remark_says_exactly_what_was_done(text: str, words: str) -> None:
    pasted = cleaned(text)
    assert cleaned_words(pasted) == words
    assert len(pasted.text) == len(text)


@pytest.mark.parametrize(
    ("text", "kept", "words"),
    [
        ("cafÃ© Â£20", "café £20", "2 characters that another program had garbled were put right (Ã© is é)"),
        ("itâ€™s", "it’s", "1 character that another program had garbled was put right (â€™ is ’)"),
        (
            "\xe2\x80\x9csix\xe2\x80\x9d",
            "“six”",
            "2 characters that another program had garbled were put right (â€œ is “)",
        ),
        ("Ã\xa0 la carte", "à la carte", "1 character that another program had garbled was put right (Ã\xa0 is à)"),
    ],
)
def test_what_another_program_garbled_is_put_right_and_said(text: str, kept: str, words: str) -> None:
    pasted = cleaned(text)
    assert pasted.text == kept
    assert words in cleaned_words(pasted)


def test_a_clipboard_without_text_is_said_and_leaves_what_was_typed(desk: Desk) -> None:
    desk.type("Their chart: ")
    picture = QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    desk.page.composer.edit.insertFromMimeData(picture)
    assert desk.text == "Their chart: "
    assert "no text in the clipboard" in desk.page.composer.message.sentence


def test_formatted_text_alone_is_pasted_as_its_words(desk: Desk) -> None:
    formatted = QMimeData()
    formatted.setHtml("<p>Six <b>vacancies</b></p><script>x</script>")
    desk.page.composer.edit.insertFromMimeData(formatted)
    assert desk.text == "Six vacancies"


def test_the_remark_is_there_while_an_earlier_line_is_changed(desk: Desk) -> None:
    desk.enter("Six vacancies.")
    desk.press(Qt.Key.Key_Up)
    paste(desk, "\x93")
    assert "Changing l.1" in desk.page.composer.mode.text()
    assert "Windows-1252" in desk.page.composer.mode.text()


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "word " * 200_000,
        "a line\n" * 140_000,
        "\n" * 999_999 + "x",
        "\x93six\x94 \x96 \x00ten " * 60_000,
    ],
    ids=["one word", "one paragraph", "lines", "line breaks", "debris"],
)
def test_a_megabyte_is_pasted_before_one_notices_and_typing_goes_on(desk: Desk, text: str) -> None:
    begun = time.perf_counter()
    paste(desk, text)
    took = time.perf_counter() - begun
    begun = time.perf_counter()
    desk.type("y")
    key = time.perf_counter() - begun
    # A field left to itself takes half a minute for the first of these, and as long again for each key.
    assert took < 1.0
    assert key < 0.2
    assert desk.page.composer.edit.words() == cleaned(text).text + "y"


def test_a_long_line_is_kept_as_it_is_and_shown_in_part(desk: Desk) -> None:
    text = f"{'x' * 60_000} end"
    paste(desk, text)
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(desk.lines()) == 1)
    desk.wait_until_shown()
    assert desk.lines()[0].text == text
    assert not desk.page.lines.grab().isNull()
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_End)
    desk.type("!")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.lines()[0].text == f"{text}!")
    desk.wait_until_shown()


def test_a_text_longer_than_a_line_can_be_is_refused_and_stays_in_the_clipboard(desk: Desk) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("x" * 1_000_001)
    desk.type("Their plan: ")
    desk.press(Qt.Key.Key_V, CTRL)
    assert desk.text == "Their plan: "
    sentence = desk.page.composer.message.sentence
    assert "1,000,001 characters" in sentence
    assert "Nothing was pasted" in sentence
    assert len(clipboard.text()) == 1_000_001
    clipboard.clear()


def test_a_long_text_is_copied_taken_back_and_brought_back_as_it_was(desk: Desk) -> None:
    text = "\n".join(["short", "word " * 2_000, "", "x" * 5_000, "end \U0001f3e5"])
    edit = desk.page.composer.edit
    paste(desk, text)
    edit.selectAll()
    assert edit.createMimeDataFromSelection().text() == text
    edit.undo()
    assert edit.words() == ""
    edit.redo()
    assert edit.words() == text
    cursor = edit.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(9_000, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    copied = edit.createMimeDataFromSelection().text()
    assert len(copied) > 8_900
    assert text[3:].startswith(copied)
    cursor.setPosition(9_000)
    edit.setTextCursor(cursor)
    paste(desk, "two\nlines")
    end = 3 + len(copied)
    assert edit.words() == f"{text[:end]}two\nlines{text[end:]}"


def test_a_long_draft_comes_back_letter_for_letter(desk: Desk) -> None:
    text = f"{'x' * 10_000}\nsecond\u00a0line\n{'word ' * 1_000}end"
    paste(desk, text)
    desk.page.leave()
    desk.until(lambda: desk.draft() == text)
    draft = desk.saved_draft()
    assert draft is not None
    desk.page.composer.clear()
    desk.page.composer.put_back(draft)
    assert desk.page.composer.edit.words() == text


def test_each_paragraph_runs_the_way_its_first_letter_does(desk: Desk) -> None:
    """Where the first letter of a paragraph runs from the right, its words stand at the right."""
    font = desk.page.font()
    mixed = RowText("Said in Hebrew:\nשלום לכולם\nand in English", font, 400)
    left, right, again = (layout.lineAt(0) for layout in mixed._layouts)
    assert (round(left.naturalTextRect().left()), round(again.naturalTextRect().left())) == (0, 0)
    assert round(right.naturalTextRect().right()) == 400
