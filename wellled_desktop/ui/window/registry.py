"""Which class each page is. A page's module is imported when the page is first shown."""

import importlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, get_args

from PySide6.QtWidgets import QWidget

from wellled_desktop.ui.page import Opened, Page
from wellled_desktop.ui.places import PageName

if TYPE_CHECKING:
    from wellled_desktop.ui.pages.today.page import TodayPage

PageFactory = Callable[[Opened, QWidget], Page]

_CLASSES: dict[PageName, str] = {
    "today": "TodayPage",
    "kloe": "KloePage",
    "sessions": "SessionsPage",
    "session": "SessionPage",
    "evidence": "EvidencePage",
    "requests": "RequestsPage",
    "worries": "WorriesPage",
    "triangulation": "TriangulationPage",
    "corroboration": "CorroborationPage",
    "reports": "ReportsPage",
}


def page_factories() -> Mapping[PageName, PageFactory]:
    """A maker for each page there is, of an open inspection, in the widget that holds it."""
    return {name: partial(_make, name) for name in get_args(PageName)}


def empty_today(parent: QWidget) -> "TodayPage":
    """Today before there is an inspection; the page hears of it by `begin`."""
    from wellled_desktop.ui.pages.today.page import TodayPage

    return TodayPage(None, parent)


def _make(name: PageName, opened: Opened, parent: QWidget) -> Page:
    module = importlib.import_module(f"wellled_desktop.ui.pages.{name}.page")
    page = getattr(module, _CLASSES[name])(opened, parent)
    if not isinstance(page, Page):
        raise TypeError(name)
    return page
