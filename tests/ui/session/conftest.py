"""A session page on a real encrypted inspection with an interview and a panel planned."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.store.conftest import HandClock
from tests.ui.session.desk import Desk, two_sessions
from wellled_desktop.ui.page import Opened


@pytest.fixture
def unshown_desk(opened: Opened, clock: HandClock, qtbot: QtBot) -> Iterator[Desk]:
    """For tests that record something before the page shows it."""
    made = Desk(opened, clock, qtbot)
    qtbot.addWidget(made.page)
    made.do(*two_sessions())
    yield made
    made.close()


@pytest.fixture
def desk(unshown_desk: Desk) -> Desk:
    """The page with the empty interview open."""
    unshown_desk.show()
    return unshown_desk
