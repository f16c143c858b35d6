"""A row of small widgets that goes on in the next row where there is no room: whole words on a button come before one row."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class FlowLayout(QLayout):
    """Each widget is as large as it wants to be, from the left to the right and then from the top downwards."""

    def __init__(self, apart: int, parent: QWidget | None = None) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(apart)
        if parent is not None:
            parent.setLayout(self)

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802
        """With an item made here, which lives as long as it is held here. Of one that Qt makes PySide may believe that it is gone
        when some other page is deleted, and then breaks down at the next layout.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  # None is past the end
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  # None is past the end
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Asked several times whenever anything nearby changes its height, so it is kept while the widgets stay as they are."""
        height = self._heights.get(width)
        if height is None:
            places = self._places(width)
            height = self._heights[width] = max((place.bottom() + 1 for _, place in places), default=0)
        return height

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:  # noqa: N802
        """All in one row."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        """The largest of them: a row each."""
        sizes = [item.sizeHint() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        for item, place in self._places(rect.width()):
            item.setGeometry(place.translated(rect.topLeft()))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        """Where each stands in a room of that width, from its corner."""
        places: list[tuple[QLayoutItem, QRect]] = []
        at, tallest = QPoint(0, 0), 0
        for item in self._shown():
            size = item.sizeHint()
            if at.x() and at.x() + size.width() > width:
                at, tallest = QPoint(0, at.y() + tallest + self.spacing()), 0
            places.append((item, QRect(at, size)))
            at.setX(at.x() + size.width() + self.spacing())
            tallest = max(tallest, size.height())
        return places
