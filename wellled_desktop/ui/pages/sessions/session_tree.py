"""The list of sessions on the Sessions page.

Signals of SessionTree: `opened(str)` with a session's id on Enter or a double click.
"""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)  # fmt: skip

from wellled_desktop.ui.pages.sessions.session_model import Index, SessionModel

_WITH = 3
_WITH_WIDTH = 220
_GIVE_WAY = (4, 5, 6)
_LEAST_GIVEN = 56
_TIME_WIDTH = 56
_MOST_WIDTH = 170
_AIR = 8


class _DayDelegate(QStyledItemDelegate):
    """A day's heading is set apart by weight and fill; rows have a little air."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return super().sizeHint(option, index) + QSize(0, _AIR)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        if not index.parent().isValid():
            option.font.setWeight(QFont.Weight.DemiBold)
            option.backgroundBrush = QGuiApplication.palette().brush(QPalette.ColorRole.AlternateBase)


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
        self.setAllColumnsShowFocus(True)
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
        """Columns are as wide as what stands in them; places and people give way so that the roles can be read."""
        columns = [column for column in range(self._sessions.columnCount()) if column != _WITH]
        wanted = {column: self._wanted_width(column) for column in columns}
        fixed = sum(width for column, width in wanted.items() if column not in _GIVE_WAY)
        each = (self.viewport().width() - fixed - _WITH_WIDTH) // len(_GIVE_WAY)
        for column, width in wanted.items():
            self.setColumnWidth(column, min(width, max(_LEAST_GIVEN, each)) if column in _GIVE_WAY else width)

    def _wanted_width(self, column: int) -> int:
        # The first column's headings are spanned and say nothing of its width.
        content = self.sizeHintForColumn(column) if column else _TIME_WIDTH
        return min(max(content, self.header().sectionSizeHint(column)), _MOST_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        if self.selected_id():
            self.opened.emit(self.selected_id())
