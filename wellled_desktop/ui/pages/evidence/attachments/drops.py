"""Files dragged over the log and the entry beside it: where they would go is shown, and nothing is taken before they are dropped.

Signals of FileDrops: `dropped(object, tuple[Path, ...])` with the entry they were dropped on, None for a new one.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.ui.attaching.words import files_words
from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.pages.evidence.attachments.pasting import local_files

Place = tuple[EvidenceEntry | None, QRect]
_MOST_OF_A_TITLE = 40
_MARGIN = 8
_LINE = 2


class FileDrops(QObject):
    """Over one widget; `place_at` says which entry is at a point of it, and where that is shown."""

    dropped = Signal(object, object)

    def __init__(self, over: QWidget, place_at: Callable[[QPoint], Place | None], parent: QObject) -> None:
        super().__init__(parent)
        self._over = over
        self._place_at = place_at
        self._hint: QLabel = label("", "", over)
        self._hint.setProperty("kind", "notice")
        self._hint.setContentsMargins(8, 6, 8, 6)
        self._hint.setWordWrap(True)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.hide()
        self._frame = _Frame(over)
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    @property
    def hint(self) -> str:
        """What would become of the files that are dragged; "" while none are."""
        return "" if self._hint.isHidden() else self._hint.text()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.DragLeave:
            self._show("", QRect())
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._drop(event)
        if isinstance(event, QDragMoveEvent):  # entering is a kind of moving
            return self._move(event)
        return False

    def _move(self, event: QDragMoveEvent) -> bool:
        paths = local_files(event.mimeData())
        place = self._place_at(event.position().toPoint()) if paths else None
        if place is None:
            self._show("", QRect())
            event.ignore()
            return bool(paths)
        entry, where = place
        self._show(self._words(entry, len(paths)), where)
        if entry is not None and entry.retracted_at is not None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        paths = local_files(event.mimeData())
        place = self._place_at(event.position().toPoint()) if paths else None
        self._show("", QRect())
        if place is None or (place[0] is not None and place[0].retracted_at is not None):
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(place[0], paths)
        return True

    def _words(self, entry: EvidenceEntry | None, count: int) -> str:
        if entry is None:
            return self.tr("Drop to record a new entry with what you drag")
        if entry.retracted_at is not None:
            return self.tr("%1 is retracted; put it back before you attach to it").replace("%1", entry.ref)
        title = entry.title if len(entry.title) <= _MOST_OF_A_TITLE else f"{entry.title[:_MOST_OF_A_TITLE].rstrip()}…"
        words = self.tr("Drop to attach to %1, %2").replace("%1", entry.ref).replace("%2", f"“{title}”")
        return words if count == 1 else f"{words}: {files_words(count)}"

    def _show(self, words: str, where: QRect) -> None:
        self._hint.setVisible(bool(words))
        self._frame.setVisible(bool(words))
        if not words:
            return
        seen = self._over.visibleRegion().boundingRect()
        self._hint.setText(words)
        width = max(1, min(seen.width() - 2 * _MARGIN, self._hint.fontMetrics().horizontalAdvance(words) + 48))
        height = max(self._hint.heightForWidth(width), self._hint.sizeHint().height())
        above = where.bottom() + height + _MARGIN > seen.bottom() and where.top() - height > seen.top()
        top = where.top() - height - 2 if above else where.bottom() + 4
        if where.height() > seen.height() // 2:
            top = seen.top() + _MARGIN
        self._hint.setGeometry(seen.left() + (seen.width() - width) // 2, top, width, height)
        self._frame.setGeometry(where)
        self._frame.raise_()
        self._hint.raise_()


class _Frame(QWidget):
    """Around where it would go; what is within it can still be read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().link().color(), _LINE))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
