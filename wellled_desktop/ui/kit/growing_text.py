"""A field of words that is as high as they need, in a column that scrolls."""

from PySide6.QtCore import QEvent, QSizeF, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

_MOST_LINES = 14


class GrowingText(QPlainTextEdit):
    """As high as its text needs, from `least` lines to fourteen."""

    def __init__(self, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self.setTabChangesFocus(True)
        self.setMinimumWidth(40)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit(QSizeF(0, 1))

    def _fit(self, size: QSizeF) -> None:
        """A plain document's size counts in lines of text. A bar of its own that came and went would change how they wrap."""
        needs_bar = round(size.height()) > _MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needs_bar else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        lines = max(self._least, min(_MOST_LINES, round(size.height())))
        frame = self.contentsMargins()
        margins = round(2 * self.document().documentMargin()) + frame.top() + frame.bottom() + 2
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + margins)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit(self.document().size())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Only now does the style sheet say how wide the frame is."""
        super().showEvent(event)
        self._fit(self.document().size())
        self._tell_layouts()

    def _tell_layouts(self) -> None:
        """WORKAROUND: what changes while a page comes and goes is at times lost on the way up; the field was then cut off.

        A layout that waits for its turn passes nothing on, and its turn is dropped where the widget is hidden by then: each of
        those above is asked by itself.
        """
        above = self.parentWidget()
        while above is not None and (layout := above.layout()) is not None:
            layout.invalidate()
            QApplication.postEvent(above, QEvent(QEvent.Type.LayoutRequest))
            above = above.parentWidget()
