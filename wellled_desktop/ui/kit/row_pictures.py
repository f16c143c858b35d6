"""Rows drawn by hand, kept as pictures: drawing one costs some twenty times as much as showing its picture again, and after
each line that is written all rows in view are shown again a little higher. A picture is made when a row is shown for the second
time as it was: of rows that only fly past while one scrolls none is.
"""

from collections import OrderedDict
from collections.abc import Hashable

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

_KEPT = 40
# Taller rows are seen by themselves, and their pictures would be large.
_TALLEST = 600


class RowPictures:
    """The rows last shown, by what is to be seen of them."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, QPixmap | None] = OrderedDict()

    def draw(
        self,
        painter: QPainter,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex,
        looks: Hashable | None,
    ) -> None:
        """As the view's delegate draws the row. `looks` is all that the delegate shows of it beside what the option says;
        None where that is not known: then, and where a picture would not do, the delegate draws it.
        """
        rect = QRect(option.rect)  # the option's own changes with it
        ratio = view.devicePixelRatioF()
        # At a ratio such as 1.5 a picture would not fall on whole pixels and would be blurred.
        if looks is None or rect.height() > _TALLEST or ratio != round(ratio):
            view.itemDelegate().paint(painter, option, index)
            return
        palette = QGuiApplication.palette().cacheKey()
        key = (looks, rect.width(), rect.height(), option.state.value, option.font.key(), palette, ratio)
        picture = self._kept.get(key)
        if picture is None:
            seen = key in self._kept
            picture = self._kept[key] = _drawn(view, option, index, round(ratio)) if seen else None
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        if picture is None:
            view.itemDelegate().paint(painter, option, index)
        else:
            painter.drawPixmap(rect.topLeft(), picture)


def _drawn(view: QAbstractItemView, option: QStyleOptionViewItem, index: QModelIndex, ratio: int) -> QPixmap:
    ground = view.viewport()
    picture = QPixmap(option.rect.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(ground.palette().color(ground.backgroundRole()))
    option.rect.moveTo(0, 0)
    painter = QPainter(picture)
    view.itemDelegate().paint(painter, option, index)
    painter.end()
    return picture
