"""Privacy at the table: the page hidden but for the composer, the large card, and roles that say who spoke."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.store.conftest import HandClock
from tests.ui.conftest import AUTHOR
from tests.ui.session.desk import PANEL, SESSION, Desk, two_sessions
from wellled_desktop import bootstrap
from wellled_desktop.inspection.commands import AddQuestions, NewQuestion, WriteLine
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.ui.page import Opened, Page
from wellled_desktop.ui.pages.session.composed import KnownTags
from wellled_desktop.ui.pages.session.page import SessionPage
from wellled_desktop.ui.pages.session.privacy_question import QuestionCard, fitting_font
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SAID = "the deputy is looking for another job"


def texts_of(widget: QWidget) -> str:
    """All that a screen reader can find in a window, hidden parts included."""
    found: list[str] = []
    waiting: list[QAccessibleInterface | None] = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        here = waiting.pop()
        if here is None or not here.isValid() or _is_another_place(here.object()):
            continue
        found += [
            here.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
        ]
        waiting += [here.child(number) for number in range(here.childCount())]
    return "\n".join(found)


def _is_another_place(thing: QObject | None) -> bool:
    """Pages behind the one that is shown, which are hidden from everybody at all times."""
    return isinstance(thing, Page) and not thing.isVisible()


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


@pytest.fixture
def still_caret(qapp: QApplication) -> Iterator[None]:
    """Pictures taken one after the other are of the same moment of its blinking."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


@pytest.fixture
def window(
    opened: Opened, qtbot: QtBot, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    folder = tmp_path_factory.mktemp("settings")
    made = MainWindow(Appearance(qapp, bootstrap.shipped("resources"), SettingsFile(folder)), folder)
    qtbot.addWidget(made)
    opened.bridge.do(*two_sessions(), WriteLine("l1", SESSION, SAID), WriteLine("l2", PANEL, "nothing of the kind"))
    made.begin(opened)
    made.show()
    yield made
    made.hide()


def page_at(window: MainWindow, session: str, qtbot: QtBot) -> SessionPage:
    window.go(Place("session", session))
    page = window.pages.page
    assert isinstance(page, SessionPage)
    qtbot.waitUntil(lambda: page.presenter.session is not None and page.presenter.lines.rowCount() > 0)
    return page


def test_one_key_hides_all_but_the_composer_and_the_same_key_shows_it(desk: Desk) -> None:
    desk.enter(SAID)
    page = desk.page
    parts = (page.lines, page.side, page.card)
    before = [picture(part) for part in parts]
    desk.press(Qt.Key.Key_B, CONTROL)
    assert page.composer.edit.isVisible()
    assert not any(part.isVisible() for part in (page.lines, page.card.list, page.side, page.outside))
    assert page.privacy.said.isVisible()
    assert "Ctrl+B shows everything again" in page.privacy.said.text()
    desk.press(Qt.Key.Key_B, CONTROL)
    assert page.lines.isVisible()
    assert page.privacy.said.isHidden()
    assert [picture(part) for part in parts] == before


@pytest.mark.usefixtures("still_caret")
def test_nothing_hidden_can_be_read_in_a_picture_or_by_a_screen_reader(window: MainWindow, qtbot: QtBot) -> None:
    pictures = []
    for session in (SESSION, PANEL):
        page = page_at(window, session, qtbot)
        around = window.divider
        assert "Framework" in texts_of(around)
        page.privacy.cover.hide_all()
        # The composer is kept: who speaks the next line is seen there, and it has room for whoever may.
        page.composer.set_speaker(None)
        page.composer.strip.know_speakers(())
        QCoreApplication.processEvents()
        pictures.append(picture(around))
        told = texts_of(around)
        for secret in (SAID, "nothing of the kind", "S-01", "S-02", "Interview", "Panel", "W1", "Framework"):
            assert secret not in told
        assert "Hidden at the table" in told
    assert pictures[0] == pictures[1], "what is hidden leaves no trace in the picture"


def test_typing_goes_on_and_lines_are_recorded_unseen(desk: Desk) -> None:
    desk.press(Qt.Key.Key_B, CONTROL)
    desk.enter(SAID)
    assert [line.text for line in desk.lines()] == [SAID]
    assert SAID not in texts_of(desk.page)
    assert not desk.page.lines.isVisible()
    desk.press(Qt.Key.Key_B, CONTROL)
    assert SAID in texts_of(desk.page)
    assert desk.page.lines.shows_end()


def test_what_would_be_shown_meanwhile_stays_hidden_and_is_there_afterwards(desk: Desk) -> None:
    desk.press(Qt.Key.Key_B, CONTROL)
    desk.page.outside.setText("Outside the inspection's days")
    desk.page.outside.show()
    assert not desk.page.outside.isVisible()
    assert "Outside" not in texts_of(desk.page)
    desk.press(Qt.Key.Key_B, CONTROL)
    assert desk.page.outside.isVisible()


def test_the_caret_comes_to_the_composer_and_tab_goes_the_same_way_afterwards(desk: Desk) -> None:
    def way_of_tab() -> list[QWidget]:
        desk.page.composer.edit.setFocus()
        reached: list[QWidget] = []
        while (here := desk.page.focusWidget()) is not None and here not in reached:
            reached.append(here)
            desk.press(Qt.Key.Key_Tab)
        return reached

    before = way_of_tab()
    assert len(before) > 5
    desk.page.lines.setFocus()
    desk.press(Qt.Key.Key_B, CONTROL)
    assert desk.page.composer.edit.hasFocus()
    desk.press(Qt.Key.Key_B, CONTROL)
    desk.until(lambda: desk.page.side.isVisible() and desk.page.sheet.tabs.isVisible())
    assert way_of_tab() == before


def test_no_session_is_found_hidden(desk: Desk) -> None:
    desk.press(Qt.Key.Key_B, CONTROL)
    desk.page.show_place(Place("session", PANEL))
    assert desk.page.lines.isVisible()
    desk.press(Qt.Key.Key_B, CONTROL)
    desk.page.hide()
    desk.page.show()
    assert desk.page.lines.isVisible()
    assert not desk.page.privacy.cover.hides


def test_the_navigator_is_hidden_too_and_keeps_its_width(window: MainWindow, qtbot: QtBot) -> None:
    page = page_at(window, SESSION, qtbot)
    width = window.navigator.width()
    page.privacy.cover.toggle()
    assert not window.navigator.isVisible()
    page.privacy.cover.toggle()
    qtbot.waitUntil(window.navigator.isVisible)
    assert window.navigator.width() == width
    assert window.find_button.isVisible()
    assert window.navigator.mapTo(window.divider, window.navigator.rect().bottomLeft()).x() == 0


def test_the_parts_come_back_one_after_the_other_and_a_second_thought_hides_them_all(desk: Desk) -> None:
    page = desk.page
    parts = (page.lines, page.sheet.tabs, page.side)
    desk.press(Qt.Key.Key_B, CONTROL)
    page.privacy.cover.toggle()
    assert [part.isVisible() for part in parts] == [True, False, False], (
        "not all are painted in one turn of the event loop"
    )
    page.privacy.cover.toggle()
    QApplication.processEvents()
    assert not any(part.isVisible() for part in parts)
    page.privacy.cover.toggle()
    desk.until(lambda: all(part.isVisible() for part in parts))
    assert desk.page.composer.edit.hasFocus()


# The large card


def test_the_large_card_shows_the_question_alone_and_arrows_lead_to_the_next(desk: Desk) -> None:
    card = desk.page.privacy.show_question()
    assert card.isVisible()
    first = card.words
    assert first in {
        entry.text for entry in map(desk.page.card.card.entry_at, range(400)) if entry and entry.kind == "prompt"
    }
    assert card.accessibleName() == first
    assert texts_of(card).split("\n")[0] == first
    QTest.keyClick(card, Qt.Key.Key_Right)
    second = card.words
    assert second != first
    QTest.keyClick(card, Qt.Key.Key_Left)
    assert card.words == first
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not desk.page.findChildren(QuestionCard) or not card.isVisible()


def test_the_large_card_quotes_nobody(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(
        AddQuestions(
            SESSION,
            (
                NewQuestion("q-a", "What shows that “the board never hears”?", "Claimed in S-02 l.1.", "claim", "W5.4"),
                NewQuestion("q-b", "What shows that “all is well”?", "Claimed in S-02 l.2.", "claim"),
                NewQuestion("q-c", "And the garden?", "Added by somebody.", "own"),
            ),
        )
    )
    desk.show()
    desk.until(desk.page.sheet.panel.list.isVisible)
    card = desk.page.privacy.show_question()
    shown = [card.words]
    for _ in range(2):
        QTest.keyClick(card, Qt.Key.Key_Right)
        shown.append(card.words)
    card.close()
    prompt = KnownTags(desk.opened.pack).texts["W5.4"]
    assert shown == [prompt, "What would show us that?", "And the garden?"]


def test_the_key_opens_the_card_over_the_whole_window(desk: Desk) -> None:
    desk.press(Qt.Key.Key_J, CONTROL)
    (card,) = desk.page.findChildren(QuestionCard)
    assert card.size() == desk.page.window().size()
    assert card.isModal()
    card.close()


def test_a_long_question_is_set_smaller_and_a_short_one_large(desk: Desk) -> None:
    room = desk.page.rect()
    short = fitting_font(desk.page.font(), "Why?", room).pointSize()
    long = fitting_font(
        desk.page.font(), "How do you know that what is said to the board is so? " * 12, room
    ).pointSize()
    assert short == 64
    assert 20 <= long < short


# Roles that say who spoke


def test_a_role_that_one_person_holds_is_marked_in_words(desk: Desk) -> None:
    said = desk.page.privacy.identifying
    assert said.isVisible()
    assert said.text() == (
        "Identifying: chief executive. One person holds this role: whoever reads it knows who spoke."
    )
    desk.page.show_place(Place("session", PANEL))
    desk.until(said.isHidden)


def test_the_tests_author_is_no_part_of_the_card(desk: Desk, clock: HandClock) -> None:
    assert clock is desk.clock
    card = desk.page.privacy.show_question()
    assert AUTHOR not in texts_of(card)
    card.close()


def test_the_window_does_not_say_which_trust_it_is_while_its_page_is_hidden(window: MainWindow, qtbot: QtBot) -> None:
    page = page_at(window, SESSION, qtbot)
    assert "Example Vale" in window.windowTitle()
    QTest.keyClick(page.composer.edit, Qt.Key.Key_B, CONTROL)
    assert page.privacy.cover.hides
    assert window.status.trust.isHidden()
    assert window.windowTitle() == "WellLed Desktop"
    QTest.keyClick(page.composer.edit, Qt.Key.Key_B, CONTROL)
    assert window.status.trust.isVisible()
    assert "Example Vale" in window.windowTitle()
    QTest.keyClick(page.composer.edit, Qt.Key.Key_B, CONTROL)
    window.go(Place("today"))
    assert window.status.trust.isVisible()
    assert "Example Vale" in window.windowTitle()
