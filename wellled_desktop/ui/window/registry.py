"""Which class each page is. A page's module is imported when the page is first shown."""

import importlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import get_args

from wellled_desktop.ui.page import Opened, Page
from wellled_desktop.ui.places import PageName

PageFactory = Callable[[Opened], Page]

_CLASSES: dict[PageName, str] = {
    "today": "TodayPage",
    "kloe": "KloePage",
    "sessions": "SessionsPage",
    "session": "SessionPage",
    "evidence": "EvidencePage",
    "requests": "RequestsPage",
    "reports": "ReportsPage",
}


def page_factories() -> Mapping[PageName, PageFactory]:
    """A maker for each page there is."""
    return {name: partial(_make, name) for name in get_args(PageName)}


def _make(name: PageName, opened: Opened) -> Page:
    module = importlib.import_module(f"wellled_desktop.ui.pages.{name}.page")
    page = getattr(module, _CLASSES[name])(opened)
    if not isinstance(page, Page):
        raise TypeError(name)
    return page
