"""Picking the roles of a new session: filter as one types, Enter or Space for the check mark, and what is said of a role."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.pages.sessions.role_model import RoleModel, RoleRow

Index = QModelIndex | QPersistentModelIndex
_AIR = 8


class RoleDelegate(QStyledItemDelegate):
    """Gives the check boxes room between them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return super().sizeHint(option, index) + QSize(0, _AIR)


class RoleFilter(QLineEdit):
    """Enter picks the first role on show while something is typed; Down goes into the list."""

    def __init__(self, picker: "RolePicker") -> None:
        super().__init__(picker)
        self._picker = picker

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """What was typed on the schedule already is gone on with, not typed over."""
        super().focusInEvent(event)
        self.end(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self._picker.pick_first()
        elif event.key() == Qt.Key.Key_Down:
            self._picker.enter_list()
        else:
            super().keyPressEvent(event)


class RoleList(QListView):
    """Space ticks a role, as a click does; Enter too, so that it never starts a session by surprise."""

    def __init__(self, roles: RoleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roles = roles
        self.setModel(roles)
        self.setItemDelegate(RoleDelegate(self))
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._roles.toggle(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        self._roles.toggle(index.row())


class RolePicker(QWidget):
    def __init__(self, pack: Pack, scope: Scope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.roles = RoleModel(pack, scope, self)
        self.typed = RoleFilter(self)
        self.typed.setAccessibleName(self.tr("Find a role"))
        self.typed.setPlaceholderText(self.tr("Find a role, then Enter"))
        self.typed.setClearButtonEnabled(True)
        self.typed.textChanged.connect(self._filter)
        self.list = RoleList(self.roles)
        self.list.setAccessibleName(self.tr("Roles"))
        self.list.setToolTip(self.tr("Space or Enter picks a role, or takes it off"))
        self.list.selectionModel().currentChanged.connect(self._show_notes)
        self.notes = paragraph("", "muted")
        self.notes.setMinimumHeight(2 * self.notes.fontMetrics().lineSpacing())
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(paragraph(self.tr("With whom (role before name)"), "subheading"))
        column.addWidget(self.typed)
        column.addWidget(self.list, 1)
        column.addWidget(self.notes)
        self.setFocusProxy(self.typed)

    def _filter(self, typed: str) -> None:
        self.roles.filter(typed)
        found = self.roles.first_match() >= 0
        words = self.tr("Type a word of its title, or its initials: CEO.")
        self.notes.setText("" if found else words)
        self.typed.setAccessibleDescription(self.notes.text())

    def pick_first(self) -> None:
        row = self.roles.first_match()
        if row >= 0:
            self.roles.toggle(row)
            self.typed.clear()

    def enter_list(self) -> None:
        row = self.roles.first_match()
        if row >= 0:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.setCurrentIndex(self.roles.index(row))

    def _show_notes(self, index: QModelIndex) -> None:
        row = self.roles.row_at(index.row())
        self.notes.setText(row.notes if isinstance(row, RoleRow) else "")
