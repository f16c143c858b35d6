"""The pages, one shown at a time. Each is built when it is first needed, and told when it is left.

Signals of PageStack: `go(Place)` and `notice(str)`, as the shown pages send them.
"""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from wellled_desktop.ui.page import Opened, Page
from wellled_desktop.ui.places import PageName, Place
from wellled_desktop.ui.window.registry import PageFactory


class PageStack(QStackedWidget):
    go = Signal(object)
    notice = Signal(str)

    def __init__(
        self, opened: Opened, factories: Mapping[PageName, PageFactory], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self._factories = factories
        self._pages: dict[PageName, Page] = {}

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        page = self.currentWidget()
        return page if isinstance(page, Page) else None

    def present_place(self) -> Place | None:
        return self.page.present_place() if self.page is not None else None

    def show_place(self, place: Place) -> None:
        """Turns to the page of the place; the page before is told first that it is left."""
        page = self._pages.get(place.page) or self._build(place.page)
        if page is not self.page:
            self.leave()
            self.setCurrentWidget(page)
        page.show_place(place)

    def leave(self) -> None:
        """What the shown page has not recorded yet, it hands over now."""
        if self.page is not None:
            self.page.leave()

    def rebuild(self) -> None:
        """Builds every page anew, at the same place: for a change of the text's size, which pages measure once."""
        place = self.present_place()
        self.leave()
        for page in self._pages.values():
            self.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()
        if place is not None:
            self.show_place(place)

    def _build(self, name: PageName) -> Page:
        page = self._factories[name](self._opened)
        page.go.connect(self.go)
        page.notice.connect(self.notice)
        self._pages[name] = page
        self.addWidget(page)
        return page
