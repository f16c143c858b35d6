"""What every place in the app is: a widget that can be shown a place and asks to go to others.

Signals of Page: `go(Place)` asks the window to open another place; `notice(str)` asks it to show a sentence, or with "" to take
back the last; `told(str)` asks it to say in passing what was done, without moving anything; `covered(bool)` says that the page is
hidden from eyes at the table, or no longer; `whole_screen(bool)` asks for the whole screen, or gives it back.
"""

from importlib.resources.abc import Traversable

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QWidget

from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.read_models import InspectionDetail
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.following import Following
from wellled_desktop.ui.places import Place


class Opened(msgspec.Struct):
    """The open inspection as every page is handed it.

    What it says changes only where the framework in use does (see `window.framework_changes`): every page is told then, by
    `Page.adopt`. `index` stays the same one, and finds what there is. `resources` is the folder of fonts and styles that comes
    with the app.
    """

    bridge: Bridge
    inspection: InspectionDetail
    pack: Pack
    scope: Scope
    index: NodeIndex
    resources: Traversable


class Shortcut(msgspec.Struct, frozen=True):
    """One line of the list of shortcuts (F1): the keys as QKeySequence reads them, and what they do."""

    keys: str
    what: str


class Page(Following):
    """A place. It is built once and shown many times; `show_place` brings it up to date."""

    go = Signal(object)
    notice = Signal(str)
    told = Signal(str)
    covered = Signal(bool)
    whole_screen = Signal(bool)

    def show_place(self, place: Place) -> None:
        raise NotImplementedError

    def present_place(self) -> Place:
        """Where the user is on this page now, to return to."""
        raise NotImplementedError

    def panes(self) -> tuple[QWidget, ...]:
        """The parts that Ctrl+Tab walks through: those of the page's splitter where it has one, else the page as a whole."""
        splitter = self.findChild(QSplitter)
        if splitter is None:
            return (self,)
        panes = (splitter.widget(place) for place in range(splitter.count()))
        return tuple(pane for pane in panes if pane is not None)

    def adopt(self) -> bool:
        """What `Opened` says has changed. Takes it over where the page stands; False when the page is to be built anew."""
        return False

    def kept_fields(self) -> tuple[QWidget, ...]:
        """Fields whose words come back by themselves, recorded or not, when the page is built anew after it was left."""
        return ()

    def leave(self) -> None:
        """Called before another place is shown, and before the window locks or closes: hands over what is not recorded yet."""

    def show_told(self, words: str) -> None:
        """What was undone or redone just now: for a page that hides the status bar, which says it too."""

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """The keys that work on this page alone."""
        return ()
