"""The list of sessions on the Sessions page.

Signals of SessionTree: `opened(str)` with a session's id on Enter or a double click.
"""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)  # fmt: skip

from wellled_desktop.ui.pages.sessions.session_model import Index, SessionModel

_WITH = 3
_WITH_WIDTH = 220
_GIVE_WAY = (4, 5, 6)
_LEAST_GIVEN = 96
_TIME_WIDTH = 56
_MOST_WIDTH = 170
_AIR = 8
_PAD = 8
_TO_THE_TOP = (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MovePageUp)


class _DayDelegate(QStyledItemDelegate):
    """A day's heading is set apart by weight and fill; rows are flat, and their cells stand under the words of the headers."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return super().sizeHint(option, index) + QSize(2 * _PAD, _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, font, role = QGuiApplication.palette(), QFont(option.font), QPalette.ColorRole
        rect: QRect = option.rect
        if not index.parent().isValid():
            font.setWeight(QFont.Weight.DemiBold)
            painter.fillRect(rect, palette.color(role.AlternateBase))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(role.Highlight))
            if index.column() == 0 and self._tree.hasFocus():
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), palette.color(role.Accent))
        painter.setFont(font)
        painter.setPen(palette.color(role.Text))
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        words = QFontMetrics(font).elidedText(index.data() or "", Qt.TextElideMode.ElideRight, room.width())
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, alignment | Qt.AlignmentFlag.AlignVCenter, words)


class SessionTree(QTreeView):
    opened = Signal(str)

    def __init__(self, sessions: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self.setModel(sessions)
        self.setItemDelegate(_DayDelegate(self))
        self.setAccessibleName(self.tr("Sessions by day"))
        self.setToolTip(self.tr("Enter opens the session"))
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._open)
        sessions.modelReset.connect(self._arrange)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(_WITH, QHeaderView.ResizeMode.Stretch)

    def selected_id(self) -> str:
        session = self._sessions.session_at(self.currentIndex())
        return session.id if session else ""

    def select(self, session_id: str) -> None:
        index = self._sessions.find(session_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _arrange(self) -> None:
        """Day headings reach over all columns."""
        for row in range(self._sessions.rowCount()):
            self.setFirstColumnSpanned(row, QModelIndex(), True)
        self.expandAll()
        self._share_width()

    def _share_width(self) -> None:
        """Columns are as wide as what stands in them; places and people give way so that the roles can be read.

        Where they would be cut to a few letters, who takes notes, who leads and the place are left out, in this order.
        """
        columns = [column for column in range(self._sessions.columnCount()) if column != _WITH]
        wanted = {column: self._wanted_width(column) for column in columns}
        fixed = sum(width for column, width in wanted.items() if column not in _GIVE_WAY)
        room = self.viewport().width() - fixed - _WITH_WIDTH
        shown = min(len(_GIVE_WAY), max(0, room // _LEAST_GIVEN))
        for column, width in wanted.items():
            self.setColumnHidden(column, column in _GIVE_WAY[shown:])
            self.setColumnWidth(column, min(width, room // shown) if column in _GIVE_WAY[:shown] else width)

    def _wanted_width(self, column: int) -> int:
        # The first column's headings are spanned and say nothing of its width.
        width = self.fontMetrics().horizontalAdvance
        content = max(map(width, self._sessions.texts(column)), default=0) + 3 * _PAD if column else _TIME_WIDTH
        return min(max(content, self.header().sectionSizeHint(column)), _MOST_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._share_width()

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The top of the list is its first session: on a day's heading Enter would do nothing."""
        found = super().moveCursor(action, modifiers)
        if action in _TO_THE_TOP and found.isValid() and not found.parent().isValid():
            return self._sessions.index(0, 0, found)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        if self.selected_id():
            self.opened.emit(self.selected_id())
