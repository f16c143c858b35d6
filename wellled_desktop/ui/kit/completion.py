"""What `#` and `@` offer: framework ids and words, and people, above the field, without ever taking the keyboard from it.

Signals of Completions: `chosen(str)` with the id of the node that was taken; `person_chosen(str)` with that of the person.
"""

import re
from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)  # fmt: skip
from PySide6.QtGui import QGuiApplication, QHideEvent, QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wellled_desktop.framework.finding import FoundNode, NodeIndex

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
MOST_OFFERED = 8
_MOST_WORDS = 3
_TOKEN = re.compile(r"(?:^|(?<=[\s(]))#+([^\s#][^#\n]{0,39})$")
_PERSON = re.compile(r"(?:^|(?<=[\s(]))@((?:[^\s@#][^@#\n]{0,39})?)$")
_PAD = 8
_CLEAR = 4


def token_at_end(text: str) -> str | None:
    """What stands after the last # of the text before the caret, while it can still mean a node; else None. Several # count
    as one.
    """
    match = _TOKEN.search(text)
    if match is None:
        return None
    token = match.group(1)
    several = " " in token.strip()
    first = token.split(" ", 1)[0]
    if len(token.split()) > _MOST_WORDS or (several and (len(first) < 3 or not first.isalpha())):
        return None
    return token


def person_at_end(text: str) -> str | None:
    """What stands after the last @ of the text before the caret, while it can still mean somebody ("": anybody); else None."""
    match = _PERSON.search(text)
    if match is None or len(match.group(1).split()) > _MOST_WORDS:
        return None
    return match.group(1)


class Offer(msgspec.Struct, frozen=True):
    """One row: what it is called for short, what kind of thing it is ("" where that goes without saying), and its words."""

    id: str
    short: str
    kind: str
    text: str


def node_offers(found: Sequence[FoundNode]) -> tuple[Offer, ...]:
    """Nodes of the framework as they are offered."""
    return tuple(Offer(node.id, node.id, node.kind, node.text) for node in found)


class FoundModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: tuple[Offer, ...] = ()

    def show_found(self, found: tuple[Offer, ...]) -> None:
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def offer_at(self, row: int) -> Offer | None:
        return self._found[row] if 0 <= row < len(self._found) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        offer = self.offer_at(index.row())
        if offer is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return f"{offer.short} {offer.kind}: {offer.text}" if offer.kind else f"{offer.text} ({offer.short})"


class FoundDelegate(QStyledItemDelegate):
    """What it is called for short, what it is, and as much of its text as fits."""

    def __init__(self, model: FoundModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(200, option.fontMetrics.height() + _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer = self._model.offer_at(index.row())
        if offer is None:
            return
        palette, metrics, rect = QGuiApplication.palette(), option.fontMetrics, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), palette.color(QPalette.ColorRole.Accent))
        id_width = metrics.horizontalAdvance("W4.E14.1 ")
        kind_width = metrics.horizontalAdvance("reference ") if offer.kind else 0
        places = (
            (palette.color(QPalette.ColorRole.Link), offer.short, id_width),
            (palette.color(QPalette.ColorRole.PlaceholderText), offer.kind, kind_width),
            (palette.color(QPalette.ColorRole.Text), offer.text, rect.width() - id_width - kind_width - 3 * _PAD),
        )
        x = rect.left() + _PAD
        for colour, words, width in places:
            painter.setPen(colour)
            fitting = metrics.elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(x, rect.top(), width, rect.height()), Qt.AlignmentFlag.AlignVCenter, fitting)
            x += width + _PAD // 2


class Completions(QListView):
    """A list over the page, right above the field that is typed in, or under it. The composer hands it the keys it takes; clicks
    take a row, too.
    """

    chosen = Signal(str)
    person_chosen = Signal(str)

    def __init__(self, index: NodeIndex, parent: QWidget, *, under: bool = False) -> None:
        """`under` is for a field whose words above are needed while one chooses."""
        super().__init__(parent)
        self._index = index
        self._under = under
        self._over = parent
        self._field: QWidget | None = None
        self._found = FoundModel(self)
        self._token: str | None = None
        self._left: str | None = None
        self._settled = False
        self._taken = self.chosen
        self.setModel(self._found)
        self.setItemDelegate(FoundDelegate(self._found, self))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("What is offered for what is being typed"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.Box)
        self.clicked.connect(self._take)
        self.hide()

    def offer(self, token: str | None, field: QWidget, *, settled: bool = False) -> None:
        """Shows what `token` may mean in the framework, above the field; hides for none. Of what is typed out (`settled`),
        Enter is the field's until a row is chosen; Tab and a click still take one.
        """
        if self._is_wanted(token):
            found = self._index.find(token or "", MOST_OFFERED)
            self._taken = self.chosen
            self._show(node_offers(found), field, settled=settled)

    def offer_people(self, token: str, people: Sequence[Offer], field: QWidget) -> None:
        """Shows the people that `token` may mean."""
        if self._is_wanted(token):
            self._taken = self.person_chosen
            self._show(tuple(people)[:MOST_OFFERED], field)

    def _is_wanted(self, token: str | None) -> bool:
        """Whether something is to be offered; what was left with Esc stays hidden as long as it is being typed."""
        left, self._token = self._left, token
        still = bool(token and left) and (token or "").startswith((left or "")[: len(token or "")])
        self._left = left if still else None
        if token is not None and not still:
            return True
        if self.isVisible():
            self.hide()
        return False

    def _show(self, found: tuple[Offer, ...], field: QWidget, *, settled: bool = False) -> None:
        if not found:
            self.hide()
            return
        self._found.show_found(found)
        self.setCurrentIndex(self._found.index(0))
        self._settled = settled
        if settled:
            self.clearSelection()
        self._field = field
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        if self._field is None:
            return
        corner = self._over.mapFromGlobal(self._field.mapToGlobal(QPoint(0, 0)))
        height = self._found.rowCount() * self.sizeHintForRow(0) + 2 * self.frameWidth() + 2
        under = corner.y() + self._field.height() + _CLEAR
        fits = self._under and under + height <= self._over.height()
        top = under if fits else max(0, corner.y() - height - _CLEAR)
        self.setGeometry(QRect(QPoint(corner.x(), top), QSize(self._field.width(), height)))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._around().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._around().removeEventFilter(self)

    def _around(self) -> QWidget:
        """What holds the field: it is moved or resized when the field grows, and only then does the field stand right."""
        return (self._field and self._field.parentWidget()) or self._over

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        return False

    def takes(self, key: int) -> bool:
        """Whether the key was meant for this list while it shows."""
        if not self.isVisible():
            return False
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._settled:
            self.leave()
            return False
        if enter or key == Qt.Key.Key_Tab:
            self._take(self.currentIndex())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    def take_with_line(self) -> bool:
        """For a field whose Enter keeps a line: whether the row that is chosen was taken to go with it. Of what is typed out
        nothing is taken.
        """
        if not self.isVisible():
            return False
        if self._settled:
            self.leave()
            return False
        self._take(self.currentIndex())
        return True

    def _step(self, step: int) -> None:
        """Where no row is chosen yet, Down comes to the first and Up to the last."""
        row = self.currentIndex().row()
        if self._settled:
            row = -1 if step > 0 else 0
        self._settled = False
        self.setCurrentIndex(self._found.index((row + step) % self._found.rowCount()))
        self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def leave(self) -> None:
        """Hides for as long as this token is being typed: Enter then commits the line as it stands."""
        if self.isVisible():
            self._left = self._token
            self.hide()

    def offered(self) -> tuple[str, ...]:
        """The ids on show, best first."""
        if not self.isVisible():
            return ()
        offers = (self._found.offer_at(row) for row in range(self._found.rowCount()))
        return tuple(offer.id for offer in offers if offer)

    def _take(self, index: QModelIndex) -> None:
        offer = self._found.offer_at(index.row())
        self.hide()
        if offer is not None:
            self._taken.emit(offer.id)
