"""The pages, one shown at a time. Each is built when it is first needed, and told when it is left.

Signals of PageStack: `go(Place)`, `notice(str)`, `told(str)`, `covered(bool)` and `whole_screen(bool)`, as the shown pages send
them.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from wellled_desktop.ui.page import Opened, Page
from wellled_desktop.ui.places import PageName, Place
from wellled_desktop.ui.window.registry import empty_today, page_factories
from wellled_desktop.ui.window.typed_in import something_typed_in

if TYPE_CHECKING:
    from wellled_desktop.ui.pages.today.page import TodayPage


class PageStack(QStackedWidget):
    """Shows nothing before `begin`."""

    go = Signal(object)
    notice = Signal(str)
    told = Signal(str)
    covered = Signal(bool)
    whole_screen = Signal(bool)

    _opened: Opened

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factories = page_factories()
        self._pages: dict[PageName, Page] = {}
        self._ahead: TodayPage | None = None
        self._outdated: set[PageName] = set()
        self._put_away: Place | None = None
        self._nothing = QWidget()

    def build_ahead(self) -> None:
        """The page with which most days begin, still empty: some 15 ms."""
        self._ahead = empty_today(self)

    def place_ahead(self) -> None:
        """Qt styles the page and all in it when it is given its place: some 6 ms."""
        if self._ahead is not None:
            self._place(self._ahead)

    def begin(self, opened: Opened) -> None:
        self._opened = opened

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        page = self.currentWidget()
        return page if isinstance(page, Page) and page is not self._ahead else None

    def present_place(self) -> Place | None:
        return self.page.present_place() if self.page is not None else self._put_away

    def show_place(self, place: Place) -> None:
        """Turns to the page of the place; the page before is told first that it is left."""
        self._put_away = None
        outdated = self._pages.pop(place.page) if self.is_to_be_built_anew(place.page) else None
        page = self._pages.get(place.page) or self._build(place.page)
        if page is not self.page:
            self.leave()
            self.setCurrentWidget(page)
        if outdated is not None:
            self._outdated.discard(place.page)
            self._drop(outdated)
        page.show_place(place)

    def leave(self) -> None:
        """What the shown page has not recorded yet, it hands over now."""
        if self.page is not None:
            self.page.leave()

    def show_told(self, words: str) -> None:
        if self.page is not None:
            self.page.show_told(words)

    def put_away(self) -> None:
        """Before the text's size changes, which pages measure once: they go now, all in which nothing is typed, for styling some
        thousand widgets that are to be built anew takes a second. `bring_back` shows the same place again.
        """
        self._put_away = self.present_place()
        self.leave()
        typed_in = {name: page for name, page in self._pages.items() if something_typed_in(page, page.kept_fields())}
        built: list[Page] = [page for name, page in self._pages.items() if name not in typed_in]
        if self.page in built:
            self.addWidget(self._nothing)  # else the stack would turn to a page that stays
            self.setCurrentWidget(self._nothing)
        for page in [*built, *([self._ahead] if self._ahead is not None else [])]:
            self._drop(page)
            QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
        self._pages = typed_in
        self._outdated = set(typed_in)
        self._ahead = None

    def bring_back(self) -> None:
        """Behind what the page handed over, so that it finds its draft."""
        if self._put_away is None or self._put_away.page in self._pages:
            self._put_away = None
        else:
            self._opened.bridge.finish(self, self._show_again)

    def _show_again(self) -> None:
        if self._put_away is not None:
            self.show_place(self._put_away)

    def adopt(self) -> None:
        """What the pages were handed says something else now. A page that cannot take that over where it stands is built anew
        when it is shown next, unless something is typed in it that is not recorded yet.
        """
        self._outdated |= {name for name, page in self._pages.items() if not page.adopt()}

    def is_to_be_built_anew(self, name: PageName) -> bool:
        return name in self._outdated and not something_typed_in(self._pages[name])

    def _drop(self, page: Page) -> None:
        self.removeWidget(page)
        page.hide()
        page.deleteLater()

    def _build(self, name: PageName) -> Page:
        page: Page
        if name == "today" and self._ahead is not None:
            self._ahead.begin(self._opened)
            page, self._ahead = self._ahead, None
        else:
            page = self._factories[name](self._opened, self)
        self._place(page)
        page.go.connect(self.go)
        page.notice.connect(self.notice)
        page.told.connect(self.told)
        page.covered.connect(self.covered)
        page.whole_screen.connect(self.whole_screen)
        self._pages[name] = page
        return page

    def _place(self, page: Page) -> None:
        if self.indexOf(page) < 0:
            self.addWidget(page)
