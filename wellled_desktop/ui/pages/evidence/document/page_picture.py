"""The picture of a page, as wide as the room there is or larger, scrolled with the arrow keys and the mouse.

Signals of PagePicture: `width_wanted(int)` with how many pixels wide the picture should be drawn, some time after it changed.
"""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from wellled_desktop.exchange.documents.layout import Box
from wellled_desktop.exchange.documents.limits import WIDEST
from wellled_desktop.ui.kit.theme import COLOURS

SMALLEST, LARGEST, STEP = 0.25, 8.0, 1.25
_SETTLES_MS = 120
_ROOM, _BAR = 4, 5
_ON_PAPER = QColor(COLOURS["light"].accent)
_TURN = frozenset(
    (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Plus, Qt.Key.Key_Minus)
)
"""Keys that are the document's, not the scroll bars'."""


class _Sheet(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.marked: Box | None = None

    def around(self, box: Box) -> QRectF:
        """Where it is on the sheet as it is drawn now, with some room around it."""
        left, top, right, bottom = box
        across, down = self.width(), self.height()
        place = QRectF(left * across, top * down, (right - left) * across, (bottom - top) * down)
        return place.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self.image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipRect(event.rect())
        painter.drawImage(QRectF(self.rect()), self.image)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self.marked is not None:
            self._mark(painter, self.around(self.marked))

    def _mark(self, painter: QPainter, place: QRectF) -> None:
        """A frame, and a bar at its left. A page is white in the dark theme too, so it is the light one's accent."""
        painter.setPen(QPen(_ON_PAPER, 1.5))
        painter.drawRect(place)
        painter.fillRect(QRectF(place.left() - _BAR, place.top(), _BAR, place.height()), _ON_PAPER)


class PagePicture(QScrollArea):
    """`zoom` is 1 where the picture fits: a page the width, a photograph the whole room."""

    width_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoom = 1.0
        self._whole = False
        self._told = 0
        self._sheet = _Sheet()
        self.setWidget(self._sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setViewportMargins(2, 2, 2, 2)  # else the picture hides the frame that says where the keys go
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._settled.timeout.connect(self._tell_width)

    @property
    def image(self) -> QImage | None:
        return self._sheet.image

    def begin(self, *, whole: bool) -> None:
        """For another document; `whole`: all of the picture fits at first, not only its width."""
        self._whole = whole
        self.zoom = 1.0
        self._told = 0
        self.mark(None)
        self.show_image(None)

    def show_image(self, image: QImage | None) -> None:
        another = image is None or self._sheet.image is None or image.size() != self._sheet.image.size()
        self._sheet.image = image
        if another:
            self._fit()
        self._sheet.update()

    @property
    def marked(self) -> Box | None:
        """The paragraph that is marked on the picture."""
        return self._sheet.marked

    def mark(self, box: Box | None) -> None:
        """Marks a paragraph where it stands, and brings it into view; None: nothing is marked."""
        self._sheet.marked = box
        self._sheet.update()
        if box is not None and self._sheet.image is not None:
            place = self._sheet.around(box)
            down = min(place.height(), self.viewport().height()) / 2  # of what is too long for the room the beginning
            self.ensureVisible(round(place.left()), round(place.top() + down), 0, round(down))

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def to_bottom(self) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by a quarter each; 0 fits again."""
        self.zoom = max(SMALLEST, min(LARGEST, self.zoom * STEP**steps)) if steps else 1.0
        self._fit()
        self._settled.start()

    def wanted_width(self) -> int:
        """In the screen's own pixels, no more than can be drawn."""
        across = self._room().width() * self.zoom * self.devicePixelRatioF()
        return max(1, min(WIDEST, round(across)))

    def _room(self) -> QSize:
        """Without a scroll bar, so that it does not change as one comes and goes."""
        bar = self.verticalScrollBar().sizeHint().width()
        return self.maximumViewportSize() - QSize(bar, 0)

    def _fit(self) -> None:
        image, room = self._sheet.image, self._room()
        if image is None or image.isNull():
            self._sheet.resize(room.width(), 1)
            return
        across = room.width()
        if self._whole:  # a small picture is not blown up
            fits = room.height() * image.width() / image.height()
            across = round(min(across, fits, max(image.width() / self.devicePixelRatioF(), 1)))
        across = max(1, round(across * self.zoom))
        self._sheet.resize(across, max(1, round(across * image.height() / image.width())))

    def _tell_width(self) -> None:
        width = self.wanted_width()
        if width != self._told:
            self._told = width
            self.width_wanted.emit(width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()
        if self.isVisible():
            self._settled.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._settled.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _TURN:
            event.ignore()
        else:
            super().keyPressEvent(event)
