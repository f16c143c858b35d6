"""When the framework in use changes (the team adds to it, the trust type turns out another): the window is handed what there is
now, and every page takes it over or is built anew at the same place. Nothing typed is lost.

Signals of FrameworkChanges: `told(str)` with a sentence for the window.
"""

from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.framework.local import PackInUse, pack_with
from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope, scope_for
from wellled_desktop.inspection.read_models import InspectionDetail
from wellled_desktop.store import reading, weighing_reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.kit.words import in_words
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.window.going import Going
from wellled_desktop.ui.window.page_stack import PageStack

if TYPE_CHECKING:
    from wellled_desktop.ui.window.trust_type_dialog import TrustTypeDialog

CHANGING = frozenset(
    {
        "local-node-added", "local-node-amended", "local-node-retracted", "local-node-restored", "trust-types-changed",
    }
)  # fmt: skip


class InUse(msgspec.Struct, frozen=True):
    """The framework as it is after a change."""

    inspection: InspectionDetail
    pack: PackInUse
    scope: Scope
    index: NodeIndex


class FrameworkChanges(QObject):
    """Follows the record of one open inspection."""

    told = Signal(str)

    def __init__(self, opened: Opened, pages: PageStack, going: Going, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._opened = opened
        self._pages = pages
        self._going = going
        self._asking = self._again = False
        opened.bridge.changed.connect(self._follow)

    def open_trust_type(self) -> None:
        from wellled_desktop.ui.window.trust_type_dialog import TrustTypeDialog

        dialog = TrustTypeDialog(self._opened, self._window)
        dialog.finished.connect(self._back_to_page)
        dialog.accepted.connect(partial(self._tell_type, dialog))
        dialog.open()

    def _back_to_page(self) -> None:
        """The page has the keyboard again, where it had it before: a dialog opened from another does not see to that."""
        self._window.activateWindow()
        self._going.focus_page()

    def _tell_type(self, dialog: "TrustTypeDialog") -> None:
        types = ", ".join(in_words(kind) for kind in dialog.chosen)
        self.told.emit(self.tr("The trust type is now: %1. Undo takes it back.").replace("%1", types))

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind in CHANGING for change in changes):
            self._ask()

    def _ask(self) -> None:
        """While one is on its way, one more at most."""
        if self._asking:
            self._again = True
            return
        self._asking = True
        question = partial(in_use, present=self._opened.inspection, pack=self._opened.pack)
        self._opened.bridge.ask(self, question, self._adopt)

    def _adopt(self, found: InUse) -> None:
        self._asking = False
        if self._again:
            self._again = False
            self._ask()
            return
        opened = self._opened
        opened.inspection, opened.pack, opened.scope = found.inspection, found.pack, found.scope
        opened.index.follow(found.index)
        self._pages.adopt()
        place = self._pages.present_place()
        if place is not None and self._pages.is_to_be_built_anew(place.page):
            self._going.show(place)


def in_use(connection: Any, *, present: InspectionDetail, pack: Pack) -> InUse:
    """Read, put together and sorted for finding on the reader's thread: some 20 ms."""
    inspection = reading.inspection_detail(connection) or present
    whole = pack_with(pack, weighing_reading.local_nodes(connection, retracted=True))
    scope = scope_for(whole, inspection.trust_types)
    index = NodeIndex(whole, scope.applies)
    index.prepare()
    return InUse(inspection, whole, scope, index)
