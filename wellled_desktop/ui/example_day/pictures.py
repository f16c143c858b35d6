"""Pictures of the screen: the window with whatever dialog or menu lies over it."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

_OVER = Qt.WindowType.Dialog, Qt.WindowType.Popup, Qt.WindowType.Sheet


def save_picture(front: QWidget, path: Path) -> None:
    """Saves what is seen as a PNG: the window that `front` belongs to, and over it, in order, what was opened on it.

    Raises OSError when the file cannot be written.
    """
    if not picture_of(front).save(str(path), "PNG"):
        raise OSError(f"The picture {path} could not be written")


def picture_of(front: QWidget) -> QPixmap:
    behind = _window_behind(front)
    picture = behind.grab()
    painter = QPainter(picture)
    for over in _lying_over(behind):
        at = over.mapToGlobal(QPoint(0, 0)) - behind.mapToGlobal(QPoint(0, 0))
        _draw(painter, over, at)
    painter.end()
    return picture


def _draw(painter: QPainter, over: QWidget, at: QPoint) -> None:
    """With a hairline around it, where the desktop would draw a frame."""
    painter.drawPixmap(at, over.grab())
    painter.setPen(over.palette().color(QPalette.ColorRole.Dark))
    painter.drawRect(QRect(at, over.size()).adjusted(-1, -1, 0, 0))


def _window_behind(front: QWidget) -> QWidget:
    """From a dialog or a menu down to the window it was opened on."""
    window = front.window()
    below = window.parentWidget() if window.windowType() in _OVER else None
    return _window_behind(below) if below is not None else window


def _lying_over(behind: QWidget) -> list[QWidget]:
    shown = (widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget is not behind)
    return [widget for widget in shown if widget.windowType() in _OVER and _window_behind(widget) is behind]
