"""A window that is no larger than the screen it opens on, its title bar included."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QStyle, QWidget

_BORDERS = 8


def fitting_size(wanted: QSize, least: QSize, available: QRect, title_bar: int) -> QSize:
    """The wanted size, or as much of it as the screen has room for; never less than `least`."""
    room = available.size() - QSize(_BORDERS, title_bar + _BORDERS)
    return wanted.boundedTo(room).expandedTo(least)


def fit_to_screen(window: QWidget) -> None:
    """To be called before it is shown: only then does the status bar at its foot stand on the screen from the beginning."""
    title_bar = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, window)
    available = window.screen().availableGeometry()
    window.resize(fitting_size(window.size(), window.minimumSize(), available, title_bar))
