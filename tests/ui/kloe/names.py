"""Which widgets a screen reader would find without a name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def unnamed(page: QWidget) -> list[str]:
    """What Tab can reach on the page, shown or not, and has no name; by class."""
    reachable = (widget for widget in page.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    here = (widget for widget in reachable if widget.window() is page.window() and widget.focusProxy() is None)
    return [type(widget).__name__ for widget in here if not _name(widget)]


def _name(widget: QWidget) -> str:
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken.text(QAccessible.Text.Name) if spoken else ""
