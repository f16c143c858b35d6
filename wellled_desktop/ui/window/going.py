"""Going from place to place: the page of the place, its row in the navigator, the focus, and the way back.

Signals of Going: `went()` once a place is shown.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from wellled_desktop.ui.places import PageName, Place
from wellled_desktop.ui.window.history import History
from wellled_desktop.ui.window.navigator import Navigator
from wellled_desktop.ui.window.page_stack import PageStack
from wellled_desktop.ui.window.panes import first_focusable

NUMBERED: tuple[PageName, ...] = (
    "today", "kloe", "sessions", "evidence", "requests", "reports", "worries", "triangulation",
    "corroboration",
)  # fmt: skip
"""The places of Ctrl+1, Ctrl+2 and so on."""


class Going(QObject):
    """`kloe` is the KLOE that was open last: the framework's own row and key lead there."""

    went = Signal()

    def __init__(self, pages: PageStack, navigator: Navigator, kloe: str, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._navigator = navigator
        self._history = History()
        self.kloe = kloe

    @property
    def can_go_back(self) -> bool:
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        return self._history.can_go_forward

    def go(self, place: Place) -> None:
        """Opens the place; the one that is left can be gone back to."""
        here = self._pages.present_place()
        if here is not None and here != place:
            self._history.leave(here)
        self.show(place)

    def go_back(self) -> None:
        here = self._pages.present_place()
        if here is not None and self._history.can_go_back:
            self.show(self._history.back(here))

    def go_forward(self) -> None:
        here = self._pages.present_place()
        if here is not None and self._history.can_go_forward:
            self.show(self._history.forward(here))

    def go_to_number(self, number: int) -> None:
        self.go(Place(NUMBERED[number - 1]))

    def show(self, place: Place) -> None:
        """Shows the place, whatever was shown before."""
        if place.page == "kloe":
            self.kloe = place.key or self.kloe
            place = Place("kloe", self.kloe, place.selected)
        self._pages.show_place(place)
        self._navigator.show_place(place, self.kloe)
        self.focus_page()
        self.went.emit()

    def focus_page(self) -> None:
        """The focus goes into the page, where it is not there already."""
        page, focus = self._pages.page, self._window.focusWidget()
        if page is not None and (focus is None or not page.isAncestorOf(focus)):
            target = first_focusable(page)
            if target is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)
