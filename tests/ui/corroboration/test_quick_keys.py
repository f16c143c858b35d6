"""Keys pressed faster than the disk answers: each weighs the item shown and goes on, and nothing is decided twice."""

import datetime as dt
import threading
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import AUTHOR
from tests.ui.corroboration.conftest import ShowPage, press, shown
from tests.ui.corroboration.test_meeting import current, decide, dialog, give, outcomes, to
from wellled_desktop.inspection.corroboration.agenda import key_of
from wellled_desktop.store import corroboration_reading, talk_reading
from wellled_desktop.store.corroboration_reading import Evening
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.corroboration import presenter
from wellled_desktop.ui.pages.corroboration.page import CorroborationPage
from wellled_desktop.ui.places import Place

KEY = Qt.Key


def settle(qtbot: QtBot, opened: Opened, page: CorroborationPage) -> None:
    """Until all that was asked for is on disk or refused, and the agenda was read after it."""
    answered: list[bool] = []
    opened.bridge.finish(page, lambda: answered.append(True))
    qtbot.waitUntil(lambda: bool(answered), timeout=10_000)
    with qtbot.waitSignal(page.presenter.agenda_read, timeout=10_000):
        page.presenter.read()


def keys_of(page: CorroborationPage) -> list[str]:
    assert page.agenda is not None
    return [item.key for item in page.agenda.items]


def test_more_presses_than_there_are_items_weigh_each_once_and_the_rest_do_nothing(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded, "W2")
    items = keys_of(page)
    press(page, *[KEY.Key_E] * (len(items) + 3))
    assert page.agenda is not None
    assert page.agenda.undecided == 0
    assert page.head.buttons[1].text() == "W2 ✓"
    settle(qtbot, recorded, page)
    assert [key_of(one) for one in outcomes(recorded)] == items
    assert keys_of(page) == items
    assert page.agenda.undecided == 0


def test_the_item_counts_as_weighed_before_it_is_on_disk_and_the_next_is_current(
    recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    press(page, KEY.Key_E)
    assert outcomes(recorded) == ()
    assert current(page).key == "contradicted W1.1"
    assert "✓ Enough. " in shown(page)


def test_the_same_outcome_on_the_same_item_again_is_not_recorded_and_another_takes_its_place(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    decide(qtbot, page, KEY.Key_E)
    (before,) = outcomes(recorded)
    to(page, "new today W1")
    press(page, KEY.Key_E, KEY.Key_E)
    assert current(page).key == "new today W1"
    settle(qtbot, recorded, page)
    assert outcomes(recorded) == (before,)
    press(page, KEY.Key_D)
    asked = dialog(qtbot, page)
    asked.fields[0].setText("settled")
    give(qtbot, page, asked)
    settle(qtbot, recorded, page)
    assert [one.outcome for one in outcomes(recorded)] == ["drop"]


def test_an_outcome_is_taken_back_and_given_anew_while_it_is_on_its_way(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    press(page, KEY.Key_E, KEY.Key_Up, KEY.Key_Backspace)
    assert current(page).outcome is None
    press(page, KEY.Key_Backspace)
    page.presenter.drop(current(page), "settled")
    settle(qtbot, recorded, page)
    assert [one.outcome for one in outcomes(recorded)] == ["drop"]
    assert "– Dropped: settled. " in shown(page)


def test_what_is_refused_is_to_be_weighed_again_and_the_sentence_is_told(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    first = current(page)
    with qtbot.waitSignal(recorded.bridge.refused, timeout=10_000) as told:
        page.presenter.drop(first, "")
        to(page, first.key)
        assert current(page).outcome is not None
    assert "reason" in told.args[0]
    assert current(page).key == first.key
    assert current(page).outcome is None
    assert outcomes(recorded) == ()


def test_a_refusal_leaves_what_was_decided_of_another_item_meanwhile(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    first = current(page)
    with qtbot.waitSignal(recorded.bridge.refused, timeout=10_000):
        page.presenter.drop(first, "")
        page.presenter.enough(current(page))
        page.presenter.enough(first)
    settle(qtbot, recorded, page)
    assert [key_of(one) for one in outcomes(recorded)] == ["contradicted W1.1"]
    assert page.agenda is not None
    assert page.agenda.items[0].outcome is None


def test_a_request_on_its_way_is_neither_made_twice_nor_taken_back_before_it_is_there(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    item = current(page)
    for _ in range(2):
        page.presenter.request(item, "Rota", "")
    page.presenter.take_back(item)
    to(page, item.key)
    assert "→ Find more: Rota. " in shown(page)
    settle(qtbot, recorded, page)
    page.presenter.request(item, "Rota", "")
    assert len(outcomes(recorded)) == 1
    (request,) = recorded.bridge.read_now(talk_reading.requests)
    assert (request.asked_for, request.state) == ("Rota", "open")
    page.presenter.take_back(item)
    settle(qtbot, recorded, page)
    assert outcomes(recorded) == ()


def test_a_question_on_its_way_stands_in_its_words(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    page = show_page(recorded)
    page.presenter.question(current(page), "Who is heard?", "s3")
    assert f"→ Find more: Who is heard? {AUTHOR}, " in shown(page)
    settle(qtbot, recorded, page)
    assert f"→ Find more: a question for S-03: Who is heard? {AUTHOR}, " in shown(page)


def test_what_was_read_before_a_key_and_told_after_it_was_recorded_does_not_take_it_back(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show_page(recorded)
    read, pressed = threading.Event(), threading.Event()

    def evening_late(connection: Any, **which: Any) -> Evening:
        found = corroboration_reading.evening(connection, **which)
        read.set()
        assert pressed.wait(10)
        return found

    monkeypatch.setattr(presenter, "corroboration_reading", SimpleNamespace(evening=evening_late))
    page.presenter.read()
    qtbot.waitUntil(read.is_set, timeout=10_000)
    press(page, KEY.Key_E)
    answered: list[bool] = []
    recorded.bridge.finish(page, lambda: answered.append(True))
    qtbot.waitUntil(lambda: bool(answered), timeout=10_000)
    shown_since: list[bool] = []
    page.presenter.agenda_read.connect(
        lambda evening: shown_since.append(evening.agenda.kloes[0].items[0].outcome is not None)
    )
    pressed.set()
    qtbot.waitUntil(lambda: len(shown_since) >= 2, timeout=10_000)
    assert shown_since[:2] == [True, True]


def test_what_is_on_its_way_for_one_day_is_not_shown_of_another(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    evening = recorded.bridge.read_now(
        partial(corroboration_reading.evening, basis=page.presenter._basis, day=dt.date(2026, 11, 23))
    )
    press(page, KEY.Key_E)
    assert page.presenter._on_the_way.laid_over(evening) is evening
    settle(qtbot, recorded, page)


def test_what_is_decided_while_another_place_is_wanted_leaves_that_wanted(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    with qtbot.waitSignal(page.presenter.agenda_read, timeout=10_000):
        page.show_place(Place("corroboration", "2026-11-24", "W3.1"))
        press(page, KEY.Key_E)
    assert page.head.title.text() == "W3  Culture"
    settle(qtbot, recorded, page)
    assert [key_of(one) for one in outcomes(recorded)] == ["new today W1"]
