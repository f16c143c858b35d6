"""The window before it has an inspection: its menus, the pages' place with an empty Today in it, and what is said above them.

It can stand ready, unseen, while the passphrase is typed: there is nothing of an inspection in it.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.read_models import InspectionDetail
from wellled_desktop.ui.kit.curtain import Curtain
from wellled_desktop.ui.kit.inspection_days import utc_now
from wellled_desktop.ui.kit.message import Message
from wellled_desktop.ui.window.enter_keys import EnterKeys
from wellled_desktop.ui.window.navigator import Navigator
from wellled_desktop.ui.window.navigator_pane import FindButton, NavigatorPane
from wellled_desktop.ui.window.page_stack import PageStack
from wellled_desktop.ui.window.status import StatusBar
from wellled_desktop.ui.window.whole_screen import WholeScreen


class Frame(QMainWindow):
    """Built from the outside in, each widget in the one that holds it: a widget that changes its parent is styled again, with
    all in it. `navigator`, `find_button` and `status` are there once `show_inspection` has made them.
    """

    navigator: Navigator
    find_button: FindButton
    status: StatusBar

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("main-window")
        self.setMinimumSize(960, 600)
        self.resize(1280, 800)
        self.divider = QSplitter(Qt.Orientation.Horizontal, self)
        self.divider.setObjectName("divider")
        self.divider.setChildrenCollapsible(False)
        self.divider.setHandleWidth(5)
        self.setCentralWidget(self.divider)
        beside = QWidget(self.divider)
        self.message = Message(beside)
        self.pages = PageStack(beside)
        self.column = QVBoxLayout(beside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.message)
        self.column.addWidget(self.pages, 1)
        self.is_covered = False
        self._enter_keys = EnterKeys(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._enter_keys.follow)

    def show_inspection(self, inspection: InspectionDetail, pack: Pack) -> None:
        """Names the inspection, and makes the parts that are about it."""
        self._title = f"{inspection.trust_name} – WellLed Desktop"
        self.setWindowTitle(self._title)
        curtain = Curtain(self.divider)
        left = NavigatorPane(pack, curtain.behind)
        self.navigator, self.find_button = left.navigator, left.find_button
        self.divider.insertWidget(0, curtain.hold(left))
        self.divider.setStretchFactor(1, 1)
        self.status = StatusBar(inspection, utc_now, self)
        self.setStatusBar(self.status)
        self.pages.covered.connect(self._cover)
        self.pages.whole_screen.connect(WholeScreen(self, self.divider).fill)

    def _cover(self, covered: bool) -> None:  # as the signal hands it over
        """While a page is hidden from eyes at the table, the window does not say which trust this is."""
        self.is_covered = covered
        self.status.trust.setHidden(covered)
        self.setWindowTitle("WellLed Desktop" if covered else self._title)
