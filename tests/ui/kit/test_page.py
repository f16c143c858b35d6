"""A page that follows the record: what concerns it, and when it reads again."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from wellled_desktop.inspection.commands import Command, PlanSession, SetEvidenceState
from wellled_desktop.store.store import Change
from wellled_desktop.ui.page import Opened, Page

ASKED = SetEvidenceState("W1.E3", "requested")
TICKED = SetEvidenceState("W1.E1", "gathered")
PLANNED = PlanSession("s1", "interview", ("chief-executive",))


class Following(Page):
    """Counts how often it reads."""

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self.reads = 0
        self.follow(opened.bridge, frozenset({"evidence-state-set", "attachment-added"}))

    def read(self) -> None:
        self.reads += 1


@pytest.fixture
def page(opened: Opened, qtbot: QtBot) -> Iterator[Following]:
    made = Following(opened)
    qtbot.addWidget(made)
    yield made
    made.hide()


def record(opened: Opened, qtbot: QtBot, command: Command) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(command)


def test_while_it_is_shown_it_reads_at_once(page: Following, opened: Opened, qtbot: QtBot) -> None:
    page.show()
    record(opened, qtbot, ASKED)
    assert page.reads == 1


def test_what_does_not_concern_it_is_not_read(page: Following, opened: Opened, qtbot: QtBot) -> None:
    page.show()
    record(opened, qtbot, PLANNED)
    page.hide()
    record(opened, qtbot, PlanSession("s2", "panel", ("governors",)))
    page.show()
    assert page.reads == 0


def test_while_it_is_hidden_it_waits_and_reads_once_when_it_is_shown(
    page: Following, opened: Opened, qtbot: QtBot
) -> None:
    page.show()
    page.hide()
    record(opened, qtbot, ASKED)
    record(opened, qtbot, TICKED)
    assert page.reads == 0
    page.show()
    assert page.reads == 1
    page.hide()
    page.show()
    assert page.reads == 1


def test_what_it_has_read_of_its_own_accord_is_no_news_any_more(page: Following, opened: Opened, qtbot: QtBot) -> None:
    record(opened, qtbot, ASKED)
    page.refresh()
    page.show()
    assert page.reads == 1


def attach(opened: Opened, count: int) -> None:
    """As if so many files had been attached, one after the other."""
    for number in range(count):
        opened.bridge.changed.emit((Change("attachment-added", f"a{number}", number),))


def test_while_many_files_are_attached_it_reads_for_the_first_and_then_for_many_together(
    page: Following, opened: Opened, qtbot: QtBot
) -> None:
    page.show()
    attach(opened, 300)
    assert page.reads == 1
    qtbot.waitUntil(lambda: page.reads == 2)
    attach(opened, 300)
    assert page.reads == 2
    record(opened, qtbot, ASKED)
    assert page.reads == 3, "what is done by hand is shown at once"
    assert not page._is_behind
    attach(opened, 1)
    qtbot.waitUntil(lambda: page.reads == 4)


def test_what_it_is_behind_with_when_it_is_hidden_is_read_when_it_is_shown(
    page: Following, opened: Opened, qtbot: QtBot
) -> None:
    page.show()
    attach(opened, 2)
    page.hide()
    qtbot.waitUntil(lambda: not page._together.isActive())
    assert page.reads == 1
    page.show()
    assert page.reads == 2
