"""A part of the window that can be hidden from eyes at the table: plain bars are drawn before it, in its very place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

_BAR = 12
_BETWEEN = 12
_MARGIN = 12
_SHORTER = (1.0, 0.86, 0.93, 0.55)
# WORKAROUND: Qt leaves a widget of this name, with all that is in it, out of what it tells screen readers
# (_q_ac_childWidgets in qaccessiblewidget.cpp). There is no other way to ask for that.
_UNTOLD = "qt_rubberband"


class Bars(QWidget):
    """The same whatever is behind them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Hidden"))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, _BAR + _BETWEEN)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        palette = QGuiApplication.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        room = self.width() - 2 * _MARGIN
        tops = range(_MARGIN, self.height() - _BAR, _BAR + _BETWEEN)
        for number, top in enumerate(tops or (max(0, (self.height() - _BAR) // 2),)):
            width = round(room * _SHORTER[number % len(_SHORTER)])
            painter.fillRect(_MARGIN, top, width, _BAR, palette.color(QPalette.ColorRole.Mid))
        painter.end()


class Curtain(QWidget):
    """Holds a part from the beginning: to give it another parent, or its place to something else, would have all in it styled
    and laid out anew, which took 50 ms with the 250 widgets of a session's right panel.

    The part's own wish to be seen is left to it. While the curtain is drawn neither a picture nor a screen reader finds it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.behind = QWidget(self)
        self._bars = Bars(self)
        self._bars.hide()
        self._inside, column = QVBoxLayout(self.behind), QVBoxLayout(self)
        for layout in (self._inside, column):
            layout.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.behind)

    def hold(self, part: QWidget) -> "Curtain":
        """The one part; built in `behind`, it keeps its parent."""
        self._inside.addWidget(part)
        self.setSizePolicy(part.sizePolicy())
        return self

    @property
    def drawn(self) -> bool:
        return self.behind.isHidden()

    def draw(self) -> None:
        self.behind.setObjectName(_UNTOLD)
        self.behind.hide()
        self._bars.setGeometry(self.rect())
        self._bars.show()

    def open(self) -> None:
        self._bars.hide()
        self.behind.setObjectName("")
        self.behind.show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._bars.setGeometry(self.rect())
