"""The KLOE page on a real inspection, shown and read."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.page import KloePage
from wellled_desktop.ui.places import Place

ShowPage = Callable[[Opened, str], KloePage]


@pytest.fixture
def show_page(qtbot: QtBot) -> Iterator[ShowPage]:
    """Shows the page with a node selected, once its counts and links have been read."""
    pages: list[KloePage] = []

    def show(opened: Opened, node: str) -> KloePage:
        page = KloePage(opened)
        pages.append(page)
        page.resize(1040, 760)
        page.show()
        go_to(qtbot, page, node)
        return page

    yield show
    for page in pages:
        page.close()
        page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def go_to(qtbot: QtBot, page: KloePage, node: str) -> None:
    with qtbot.waitSignals([page.presenter.holdings_read, page.presenter.linked_read]):
        page.show_place(Place("kloe", node.split(".", maxsplit=1)[0], node))
