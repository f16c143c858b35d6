"""The rows of a team: a name and a title each, the user first. Grows by the button below them."""

from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.commands import TeamMember
from wellled_desktop.ui.entrance.sheet import link_button

MOST = 30


class TeamRows(QWidget):
    def __init__(self, author: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[QLineEdit, QLineEdit, QToolButton | None]] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._more = link_button(self.tr("Add a &person"))
        self._more.setToolTip(self.tr("Add a row for another person (Alt+P)"))
        self._more.clicked.connect(self._add_and_focus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._grid)
        column.addWidget(self._more)
        self._add(author)

    def members(self) -> tuple[TeamMember, ...]:
        """Those with a name, in order."""
        pairs = [(_plain(name.text()), _plain(title.text())) for name, title, _ in self._rows]
        return tuple(TeamMember(name, title) for name, title in pairs if name)

    def problem(self) -> str:
        """What stands in the way, as a sentence; "" when nothing does."""
        names = [member.name.casefold() for member in self.members()]
        if len(set(names)) < len(names):
            return self.tr(
                "Two people of the team have the same name; add an initial, so that the record tells them apart."
            )
        return ""

    def _add(self, author: str = "") -> QLineEdit:
        number = len(self._rows) + 1
        name, title = QLineEdit(author), QLineEdit()
        name.setPlaceholderText(self.tr("Name"))
        title.setPlaceholderText(self.tr("Title, if any"))
        name.setAccessibleName(self.tr("Name of person %1").replace("%1", str(number)))
        title.setAccessibleName(self.tr("Title of person %1").replace("%1", str(number)))
        remove = None
        if author:
            name.setReadOnly(True)
            name.setToolTip(self.tr("You, as you sign the record"))
        else:
            remove = QToolButton()
            remove.setText(self.tr("Remove"))
            remove.setAccessibleName(self.tr("Remove person %1").replace("%1", str(number)))
            remove.clicked.connect(self._remove_sender)
            self._grid.addWidget(remove, number, 2)
        self._grid.addWidget(name, number, 0)
        self._grid.addWidget(title, number, 1)
        self._rows.append((name, title, remove))
        self._set_order()
        self._more.setVisible(len(self._rows) < MOST)
        return name

    def _set_order(self) -> None:
        parts = [part for row in self._rows for part in row if part is not None]
        for before, after in zip(parts, [*parts[1:], self._more], strict=True):
            QWidget.setTabOrder(before, after)

    def _add_and_focus(self) -> None:
        self._add().setFocus()

    def _remove_sender(self) -> None:
        sender = self.sender()
        row = next(row for row in self._rows if row[2] is sender)
        self._rows.remove(row)
        for part in row:
            if part is not None:
                self._grid.removeWidget(part)
                part.deleteLater()
        self._more.setFocus()


def _plain(text: str) -> str:
    return " ".join(text.split())
