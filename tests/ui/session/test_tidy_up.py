"""Tidy up: the walk over the untagged lines, one key a line, and what is on disk then."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.session.desk import SESSION, Desk
from tests.ui.session.forms_at_work import CTRL_SHIFT
from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.role_cards import card_for
from wellled_desktop.inspection.commands import AmendLine, RetractLine, WriteLine
from wellled_desktop.ui.pages.session.composed import KnownTags
from wellled_desktop.ui.pages.session.tidy_guesses import Guesses
from wellled_desktop.ui.window.undo import UndoStack

TEXTS = (
    "The risk register is read at every board meeting.",
    "Staff raise concerns with the Freedom to Speak Up Guardian.",
    "We publish our strategy and everybody knows it.",
    "Good morning.",
    "The savings programme was stopped because of quality.",
)


@pytest.fixture
def tidy_desk(desk: Desk) -> Desk:
    """Five lines without a tag, one with, and one retracted."""
    desk.do(
        *(WriteLine(f"l{at}", SESSION, text) for at, text in enumerate(TEXTS, start=1)),
        WriteLine("l6", SESSION, "Tagged already.", tags=("W1.1",)),
        WriteLine("l7", SESSION, "Written by mistake."),
    )
    desk.do(RetractLine("l7", "A slip."))
    return desk


def open_tidy(desk: Desk) -> None:
    desk.press(Qt.Key.Key_T, CTRL_SHIFT)
    desk.until(desk.page.tidy.view.isVisible)
    assert desk.page.tidy.view.hasFocus()


def tags(desk: Desk, number: int) -> tuple[str, ...]:
    return desk.lines()[number - 1].tags


def test_a_number_key_tags_the_line_and_goes_on(tidy_desk: Desk) -> None:
    desk = tidy_desk
    open_tidy(desk)
    view = desk.page.tidy.view
    assert view.progress == "1 of 5"
    assert view.line.text() == TEXTS[0]
    node = view.guesses.node_at(0)
    desk.press(Qt.Key.Key_1)
    assert view.progress == "2 of 5"
    assert view.line.text() == TEXTS[1]
    desk.until(lambda: tags(desk, 1) == (node,))


def test_space_skips_and_backspace_goes_back(tidy_desk: Desk) -> None:
    desk = tidy_desk
    open_tidy(desk)
    view = desk.page.tidy.view
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_2)
    assert view.progress == "3 of 5"
    desk.press(Qt.Key.Key_Backspace)
    assert view.line.text() == TEXTS[1]
    desk.until(lambda: len(tags(desk, 2)) == 1)
    desk.press(Qt.Key.Key_Backspace)
    assert view.line.text() == TEXTS[0]
    assert tags(desk, 1) == ()


def test_a_tag_that_the_line_has_is_taken_away_and_one_stays_there(tidy_desk: Desk) -> None:
    desk = tidy_desk
    open_tidy(desk)
    view = desk.page.tidy.view
    desk.press(Qt.Key.Key_1)
    desk.until(lambda: len(tags(desk, 1)) == 1)
    desk.press(Qt.Key.Key_Backspace)
    number = next(at for at in range(9) if view.guesses.is_on(view.guesses.node_at(at) or ""))
    QTest.keyClicks(view, str(number + 1))
    desk.until(lambda: tags(desk, 1) == ())
    assert view.progress == "1 of 5"


def test_a_hash_completes_any_node(tidy_desk: Desk) -> None:
    desk = tidy_desk
    open_tidy(desk)
    view = desk.page.tidy.view
    QTest.keyClicks(view, "#")
    assert view.node.hasFocus()
    QTest.keyClicks(view.node, "w8.3")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: tags(desk, 1) == ("W8.3",))
    assert view.hasFocus()
    assert view.progress == "2 of 5"
    QTest.keyClicks(view, "#")
    desk.press(Qt.Key.Key_Escape)
    assert view.hasFocus()
    assert view.isVisible()


def test_letters_mark_the_line_and_stay(tidy_desk: Desk) -> None:
    desk = tidy_desk
    open_tidy(desk)
    QTest.keyClicks(desk.page.tidy.view, "cs")
    desk.until(lambda: (desk.lines()[0].claim, desk.lines()[0].weight) == (True, "strength"))
    QTest.keyClicks(desk.page.tidy.view, "n")
    desk.until(lambda: desk.lines()[0].weight == "concern")
    desk.press(Qt.Key.Key_F8)  # as in the composer
    desk.until(lambda: desk.lines()[0].weight == "neutral")
    assert desk.page.composer.strip.weight == "neutral"
    assert desk.page.tidy.view.progress == "1 of 5"


def test_undo_takes_back_one_tag_and_leads_back_to_its_line(tidy_desk: Desk) -> None:
    desk = tidy_desk
    stack = UndoStack(desk.opened.bridge)
    open_tidy(desk)
    desk.press(Qt.Key.Key_1)
    desk.press(Qt.Key.Key_1)
    desk.until(lambda: bool(tags(desk, 1) and tags(desk, 2)))
    desk.until(lambda: len(stack._done) == 2)
    stack.undo()
    desk.until(lambda: tags(desk, 2) == ())
    desk.until(lambda: desk.page.tidy.view.line.text() == TEXTS[1])
    assert tags(desk, 1) != ()


def test_the_walk_ends_with_what_was_skipped_and_walks_it_again(tidy_desk: Desk) -> None:
    desk = tidy_desk
    open_tidy(desk)
    view = desk.page.tidy.view
    for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_Space, Qt.Key.Key_1):
        desk.press(key)
    assert view.line.text() == "4 of 5 lines have their tags now."
    desk.press(Qt.Key.Key_Return)
    assert (view.progress, view.line.text()) == ("1 of 1", TEXTS[3])
    desk.press(Qt.Key.Key_Escape)
    assert view.isHidden()
    assert desk.page.composer.edit.hasFocus()
    desk.until(lambda: sum(bool(line.tags) for line in desk.lines()) == 5)


def test_with_nothing_to_tidy_it_says_so(desk: Desk) -> None:
    desk.do(WriteLine("one", SESSION, "Tagged.", tags=("W1.1",)))
    open_tidy(desk)
    assert desk.page.tidy.view.line.text() == "Every line has a tag: nothing to tidy up."
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.tidy.view.isHidden()


def test_a_line_tagged_elsewhere_meanwhile_is_passed_over(tidy_desk: Desk) -> None:
    desk = tidy_desk
    open_tidy(desk)
    desk.do(AmendLine("l2", tags=("W3.5",)))
    desk.until(lambda: bool(desk.page.tidy._walk._lines["l2"].tags))
    desk.press(Qt.Key.Key_Space)
    assert desk.page.tidy.view.line.text() == TEXTS[2]


def test_a_screen_reader_hears_the_line_and_what_is_offered(tidy_desk: Desk) -> None:
    open_tidy(tidy_desk)
    said = tidy_desk.page.tidy.view.accessibleName()
    assert said.startswith("1 of 5. l.1")
    assert TEXTS[0] in said
    assert f"1 {tidy_desk.page.tidy.view.guesses.node_at(0)}" in said


@pytest.fixture(scope="session")
def guesses(real_pack: Pack) -> Guesses:
    index = NodeIndex(real_pack)
    index.prepare()
    texts = KnownTags(real_pack).texts.values()
    return Guesses(index, texts, (entry.node for entry in card_for(real_pack, ("chief-executive",))))


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("The risk register is read at every board meeting, but what worries staff is not on it.", "W5.4"),
        ("Nobody speaks up here: staff fear what happens to those who raise concerns.", "W3.5"),
        ("Appraisals are done for sixty per cent and nobody talks about careers.", "W3.6"),
        ("Governors and the public were asked, and their views changed the services.", "W7.1"),
        ("Clinical audit and internal audit are planned together.", "W5.3"),
        ("The vision and values were written with staff.", "W2.3"),
        ("The chief executive is visible and approachable, she walks the wards.", "W1.3"),
        ("They join research projects and accreditation schemes.", "W8.1"),
    ],
)
def test_the_words_of_a_line_offer_what_it_is_about(guesses: Guesses, text: str, node: str) -> None:
    assert node in guesses.guess(text, ())


def test_a_line_without_words_of_its_own_is_likely_about_what_stood_before(guesses: Guesses) -> None:
    found = guesses.guess("Yes, exactly.", (("W6.7",), ("W2.2",)), ("W4.4",))
    assert found[:3] == ("W6.7", "W4.4", "W2.2")
    assert len(found) == 9


def test_a_word_that_stood_with_a_tag_before_is_likely_about_it_again(real_pack: Pack) -> None:
    guesses = Guesses(NodeIndex(real_pack), (), ())
    assert guesses.guess("The zeppelin again.", ()) == ()
    guesses.learn("They keep a zeppelin in the yard.", ("W8.1",))
    assert guesses.guess("The zeppelin again.", ()) == ("W8.1",)


def test_words_with_slips_in_them_cost_no_time(guesses: Guesses) -> None:
    text = " ".join(f"qwrtz{letter}plkj" for letter in "abcdefghijklmnopqrstuvwxyz")
    began = time.perf_counter()
    guesses.guess(text, ())
    assert time.perf_counter() - began < 0.02


def test_a_guess_takes_less_than_a_blink(guesses: Guesses) -> None:
    text = " ".join(TEXTS) * 20
    guesses._found.clear()
    began = time.perf_counter()
    guesses.guess(text, ())
    assert time.perf_counter() - began < 0.05
