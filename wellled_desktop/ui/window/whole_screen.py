"""A page may fill the whole screen: menus, navigator and status go, and come back as they were."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget


class WholeScreen(QObject):
    """The keys of the menus work meanwhile: each action belongs to the window too (see WindowActions)."""

    def __init__(self, window: QMainWindow, divider: QSplitter) -> None:
        """The navigator is the first part of the divider."""
        super().__init__(window)
        self._window = window
        self._divider = divider
        self._before = Qt.WindowState.WindowNoState

    def fill(self, whole: bool) -> None:  # as the signal hands it over
        around: tuple[QWidget | None, ...] = (
            self._window.menuBar(),
            self._divider.widget(0),
            self._window.statusBar(),
        )
        for part in around:
            if part is not None:
                part.setHidden(whole)
        if whole:
            self._before = self._window.windowState()
            self._window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
        else:
            self._window.setWindowState(self._before & ~Qt.WindowState.WindowFullScreen)
