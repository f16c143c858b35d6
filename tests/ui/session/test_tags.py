"""Tags: what # offers, how one is taken, and tagging from the role card."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QToolButton, QWidget

from tests.ui.session.desk import Desk
from wellled_desktop.framework.pack import Pack
from wellled_desktop.ui.kit.completion import token_at_end
from wellled_desktop.ui.pages.session.composed import KnownTags


def test_an_id_is_completed_and_leaves_the_text(desk: Desk) -> None:
    desk.type("They wrote it together #w2.3")
    assert desk.page.completions.offered()[0] == "W2.3"
    desk.press(Qt.Key.Key_Tab)
    assert desk.page.composer.tags == ("W2.3",)
    assert desk.text == "They wrote it together "
    desk.enter("in one room")
    line = desk.lines()[0]
    assert (line.text, line.tags) == ("They wrote it together in one room", ("W2.3",))


def test_words_find_a_node(desk: Desk) -> None:
    desk.type("Two cases this year #bully")
    offered = desk.page.completions.offered()
    assert offered
    assert "bully" in desk.page.composer.edit.toPlainText()
    desk.press(Qt.Key.Key_Tab)
    assert desk.page.composer.tags == (offered[0],)
    assert desk.page.composer.edit.hasFocus()


def test_a_name_of_today_finds_the_frameworks_own(desk: Desk) -> None:
    desk.type("#ICB")
    assert desk.page.completions.offered()


def test_down_and_enter_take_the_second(desk: Desk) -> None:
    desk.type("#W1.")
    second = desk.page.completions.offered()[1]
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert desk.page.composer.tags == (second,)
    assert (desk.text, desk.page.composer.mode.text()) == ("", "")


def test_escape_leaves_a_number_sign_as_it_is(desk: Desk) -> None:
    desk.type("Ward #w1")
    assert desk.page.completions.offered()
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(desk.lines()) == 1)
    desk.wait_until_shown()
    assert desk.lines()[0].tags in ((), ("W1",))


def test_what_is_offered_stays_above_the_field_when_the_field_grows(desk: Desk) -> None:
    edit, offered = desk.page.composer.edit, desk.page.completions
    one_line = edit.height()
    desk.type("#ris")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    while edit.height() == one_line:
        desk.type("word ")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    desk.type("k")
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    desk.type("#risk")
    desk.until(lambda: offered.isVisible() and bottom(offered) < top(edit))
    assert top(edit) - bottom(offered) < 10


def top(widget: QWidget) -> int:
    return widget.mapToGlobal(QPoint(0, 0)).y()


def bottom(widget: QWidget) -> int:
    return top(widget) + widget.height()


def test_tags_without_room_are_counted_before_the_newest(desk: Desk) -> None:
    tags = ("W1.1", "W2.2", "W3.2", "W4.1", "W5.1", "W6.1", "W7.1", "W8.1")
    for tag in tags:
        desk.page.composer.tag(tag)
    chips = desk.page.composer.chips
    shown = [one.property("tag") for one in chips.findChildren(QToolButton) if one.isVisible()]
    assert shown == list(tags[-len(shown) :])
    assert chips.more == f"+{len(tags) - len(shown)}"
    assert 0 < len(shown) < len(tags)


def test_an_id_typed_in_full_with_a_space_is_a_tag(desk: Desk) -> None:
    desk.enter("#W3.2 they were heard")
    line = desk.lines()[0]
    assert (line.text, line.tags) == ("they were heard", ("W3.2",))


def test_ids_typed_in_full_are_taken_out_and_other_signs_stay(real_pack: Pack) -> None:
    known = KnownTags(real_pack)
    assert known.taken_out("Theatre #4 and #W5.1, twice (#w6.e1)") == ("Theatre #4 and, twice", ("W5.1", "W6.E1"))
    assert known.taken_out("agenda item #12") == ("agenda item #12", ())
    assert known.taken_out("Twice ##w5.1") == ("Twice", ("W5.1",))


def test_what_stands_after_a_number_sign_is_a_token_only_where_it_can_mean_a_node() -> None:
    assert token_at_end("we #succession pl") == "succession pl"
    assert token_at_end("#W4.E4.1") == "W4.E4.1"
    assert token_at_end("we ###succession pl") == "succession pl"
    assert token_at_end("##") is None
    assert token_at_end("we are #1 at everything") is None
    assert token_at_end("mail me at a#b") is None
    assert token_at_end("#bullying in the trust was") is None
    assert token_at_end("no sign at all") is None


def test_backspace_at_the_beginning_takes_the_last_tag_away(desk: Desk) -> None:
    for tag in ("W1.1", "W2.2"):
        desk.page.composer.tag(tag)
    desk.press(Qt.Key.Key_Backspace)
    assert desk.page.composer.tags == ("W1.1",)


def test_the_card_tags_the_line_that_is_being_written(desk: Desk) -> None:
    desk.type("Every executive walks two wards")
    card = desk.page.card
    card.list.setFocus()
    card.list.setCurrentIndex(card.card.index(1))
    entry = card.card.entry_at(1)
    assert entry is not None
    desk.press(Qt.Key.Key_Return)
    assert desk.page.composer.tags == (entry.node,)
    assert desk.page.composer.edit.hasFocus()


def test_the_card_tags_the_selected_line_and_counts_it(desk: Desk) -> None:
    desk.enter("Every executive walks two wards.")
    lines, card = desk.page.lines, desk.page.card
    lines.setFocus()
    desk.press(Qt.Key.Key_End)
    card.list.setFocus()
    card.list.setCurrentIndex(card.card.index(1))
    entry = card.card.entry_at(1)
    assert entry is not None
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: desk.lines()[0].tags == (entry.node,))
    desk.until(lambda: card.card.count(entry.node) == 1)
    desk.wait_until_shown()


def test_the_card_says_why_each_item_is_on_it(desk: Desk) -> None:
    card = desk.page.card.card
    said = card.data(card.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert any(reason in said for reason in ("named in the framework", "by subject", "board-level interview evidence"))


def test_prompts_alone_can_be_shown(desk: Desk) -> None:
    card = desk.page.card.card
    everything = card.rowCount()
    card.show_kinds(frozenset({"prompt"}))
    entries = [entry for row in range(card.rowCount()) if (entry := card.entry_at(row)) is not None]
    assert {entry.kind for entry in entries} == {"prompt"}
    assert 0 < card.rowCount() < everything
