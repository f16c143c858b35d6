"""Tidy up: the walk over the untagged lines, one key a line, and what is on disk then."""

import threading
import time
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.session.desk import SESSION, Desk
from tests.ui.session.forms_at_work import CTRL_SHIFT
from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.role_cards import card_for
from wellled_desktop.inspection.commands import AmendLine, RetractLine, WriteLine
from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.store import reading
from wellled_desktop.ui.kit.completion import Completions
from wellled_desktop.ui.pages.session import tidy_actions
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
    (offered,) = view.findChildren(Completions)
    assert offered.isVisible()
    under = view.node.mapTo(view, QPoint(0, view.node.height()))
    assert offered.y() >= under.y(), "the line's own words stay in sight"
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


def test_what_was_read_before_a_key_does_not_lead_back_over_it(
    tidy_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = tidy_desk
    open_tidy(desk)
    read, tagged = threading.Event(), threading.Event()

    def lines_late(connection: Any, **which: Any) -> tuple[NoteLine, ...]:
        lines = reading.lines(connection, **which)
        read.set()
        assert tagged.wait(10)
        return lines

    monkeypatch.setattr(tidy_actions, "reading", SimpleNamespace(lines=lines_late))
    desk.press(Qt.Key.Key_S)
    desk.until(read.is_set)
    desk.press(Qt.Key.Key_1)
    assert desk.page.tidy.view.progress == "2 of 5"
    desk.until(lambda: desk.opened.bridge._on_the_way == 0)
    tagged.set()
    answered = list[bool]()
    desk.opened.bridge.ask(desk.page.tidy, bool, answered.append)
    desk.until(lambda: bool(answered))
    assert desk.page.tidy.view.progress == "2 of 5"


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


def test_with_nothing_tagged_yet_each_line_is_guessed_by_its_own_words(tidy_desk: Desk) -> None:
    desk = tidy_desk
    open_tidy(desk)
    view = desk.page.tidy.view
    first = []
    for _ in TEXTS:
        first.append(view.guesses.node_at(0))
        desk.press(Qt.Key.Key_Space)
    assert first[3] is None
    assert len(set(first)) == len(TEXTS)
    assert desk.lines()[0].tags == ()


def test_a_line_without_a_good_guess_says_so_and_any_node_is_still_one_key_away(tidy_desk: Desk) -> None:
    desk = tidy_desk
    open_tidy(desk)
    view = desk.page.tidy.view
    for _ in range(3):
        desk.press(Qt.Key.Key_Space)
    assert view.line.text() == TEXTS[3]
    assert view.guesses.node_at(0) is None
    assert "point to nothing in particular" in view.accessibleName()
    desk.press(Qt.Key.Key_1)
    desk.press(Qt.Key.Key_Return)
    assert view.progress == "4 of 5"
    QTest.keyClicks(view, "#")
    QTest.keyClicks(view.node, "w1.3")
    desk.press(Qt.Key.Key_Return)
    assert view.progress == "5 of 5"
    desk.until(lambda: tags(desk, 4) == ("W1.3",))


def test_a_tag_that_no_word_points_to_can_be_taken_away_again(tidy_desk: Desk) -> None:
    desk = tidy_desk
    open_tidy(desk)
    view = desk.page.tidy.view
    QTest.keyClicks(view, "#")
    QTest.keyClicks(view.node, "w8.3")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: tags(desk, 1) == ("W8.3",))
    desk.press(Qt.Key.Key_Backspace)
    number = next(at for at in range(9) if view.guesses.node_at(at) == "W8.3")
    QTest.keyClicks(view, str(number + 1))
    assert view.progress == "1 of 5"
    desk.until(lambda: tags(desk, 1) == ())


def test_eighty_lines_are_tidied_up_by_few_keys_each(desk: Desk) -> None:
    """Five minutes for eighty lines are less than four seconds a line: one key where there is a guess, six where there is not."""
    texts = [f"{TEXTS[at % len(TEXTS)][:-1]}, {at}." for at in range(80)]
    desk.do(*(WriteLine(f"l{at}", SESSION, text) for at, text in enumerate(texts)))
    open_tidy(desk)
    view = desk.page.tidy.view
    keys = 0
    while view.progress:
        if view.guesses.node_at(0):
            desk.press(Qt.Key.Key_1)
            keys += 1
        else:
            QTest.keyClicks(view, "#")
            QTest.keyClicks(view.node, "w1.3")
            desk.press(Qt.Key.Key_Return)
            keys += 6
    assert view.line.text() == "80 of 80 lines have their tags now."
    assert keys <= 160
    desk.until(lambda: all(line.tags for line in desk.lines()))
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.composer.edit.hasFocus()


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
    names = tuple(form for alias in real_pack.aliases for form in (alias.term, alias.means, *alias.now))
    return Guesses(index, texts, (entry.node for entry in card_for(real_pack, ("chief-executive",))), names)


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
    assert node in guesses.guess(text)


def test_a_line_without_words_of_its_own_is_likely_about_what_stood_just_before(guesses: Guesses) -> None:
    assert guesses.guess("Yes, exactly.", ("W6.7", "W2.2"), ("W4.4",)) == ("W6.7", "W2.2")


@pytest.mark.parametrize(
    "text",
    [
        "Good morning.",
        "Yes.",
        "Started a few minutes late; the last meeting overran.",
        "She is proud of the car park.",
        "Explained that notes are coded by role and that names are left out.",
    ],
)
def test_a_line_that_says_nothing_of_the_framework_has_no_guess(guesses: Guesses, text: str) -> None:
    """Not even where questions were asked: those would be the same for every line."""
    assert guesses.guess(text, (), ("W4.4", "W1.1")) == ()


@pytest.mark.parametrize(
    ("text", "node"), [("The ICB asked for a plan.", "W2.E12"), ("There is bullying on nights.", "W3.E12")]
)
def test_other_names_and_single_telling_words_are_enough(guesses: Guesses, text: str, node: str) -> None:
    assert node in guesses.guess(text)


def test_words_that_stood_with_a_tag_before_are_likely_about_it_again(real_pack: Pack) -> None:
    guesses = Guesses(NodeIndex(real_pack), (), ())
    assert guesses.guess("The zeppelin left the yard.") == ()
    guesses.learn("They keep a zeppelin in the yard.", ("W8.1",))
    assert guesses.guess("The zeppelin left the yard.") == ("W8.1",)
    assert guesses.guess("The zeppelin.") == (), "one word that stood there once is no good guess"


def test_words_with_slips_in_them_cost_no_time(guesses: Guesses) -> None:
    text = " ".join(f"qwrtz{letter}plkj" for letter in "abcdefghijklmnopqrstuvwxyz")
    began = time.perf_counter()
    guesses.guess(text)
    assert time.perf_counter() - began < 0.02


def test_a_guess_takes_less_than_a_blink(guesses: Guesses) -> None:
    text = " ".join(TEXTS) * 20
    guesses._found.clear()
    began = time.perf_counter()
    guesses.guess(text)
    assert time.perf_counter() - began < 0.05
