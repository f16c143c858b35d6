"""Who will be in the room: a row for each holder of a picked role, with a label to tell two apart and, kept apart, a name.

Signals of ParticipantRows: `rows_changed()` when a row has come, gone or moved.
"""

import string
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QWidget

from wellled_desktop.inspection.commands import NewParticipant
from wellled_desktop.inspection.speaking import spoken_role
from wellled_desktop.ui.kit.labels import label, paragraph

_FRAME = 24


class _Row:
    """The widgets of one participant, kept together so that a row can go."""

    def __init__(self, role: str, words: str, parent: QWidget) -> None:
        self.role = role
        self.words: QLabel = label(words, parent=parent)
        self.words.setWordWrap(True)
        self.label = QLineEdit(parent)
        self.name = QLineEdit(parent)
        self.another = QToolButton(parent)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        return (self.words, self.label, self.name, self.another)


class ParticipantRows(QWidget):
    """Rows follow the picked roles; what was typed for a role that stays picked is kept."""

    rows_changed = Signal()

    def __init__(self, titles: dict[str, str], new_id: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._new_id = new_id
        self._rows: list[_Row] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        for column, stretch in enumerate((4, 2, 3, 0)):
            self._grid.setColumnStretch(column, stretch)
        self._heads = (
            paragraph(self.tr("Role"), "muted"),
            paragraph(self.tr("Label"), "muted"),
            paragraph(self.tr("Name, if needed"), "muted"),
        )
        for column, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, column)
        self._remark = paragraph(self.tr("Names are kept apart, and left out of exports."), "muted")
        self._nobody = paragraph(self.tr("Pick a role: whoever holds it is listed here."), "muted")
        self._arrange()

    @property
    def rows(self) -> tuple[_Row, ...]:
        return tuple(self._rows)

    def fields(self) -> tuple[QWidget, ...]:
        """All that takes the keyboard, row by row."""
        return tuple(widget for row in self._rows for widget in row.widgets[1:])

    def show_roles(self, roles: Sequence[str]) -> None:
        for row in [row for row in self._rows if row.role not in roles]:
            self._take_off(row)
        for role in roles:
            if all(row.role != role for row in self._rows):
                self._add(role)
        self._rows.sort(key=lambda row: roles.index(row.role))
        self._arrange()

    def participants(self) -> tuple[NewParticipant, ...]:
        return tuple(
            NewParticipant(self._new_id(), row.role, row.label.text().strip(), row.name.text().strip() or None)
            for row in self._rows
        )

    def add_another(self, role: str) -> None:
        """A second holder of the role; the first two become A and B, unless they are called something already."""
        self._add(role)
        same = [row for row in self._rows if row.role == role]
        for letter, row in zip(string.ascii_uppercase, same, strict=False):
            if not row.label.text():
                row.label.setText(letter)
        order = list(dict.fromkeys(row.role for row in self._rows))
        self._rows.sort(key=lambda row: order.index(row.role))
        self._arrange()
        same[-1].label.setFocus()

    def _add(self, role: str) -> None:
        words = spoken_role(self._titles.get(role, role))
        row = _Row(role, words, self)
        row.label.setAccessibleName(self.tr("Label of %1").replace("%1", words))
        row.label.setPlaceholderText(self.tr("e.g. A"))
        row.label.setMinimumWidth(row.label.fontMetrics().horizontalAdvance(row.label.placeholderText()) + _FRAME)
        row.name.setAccessibleName(self.tr("Name of %1, if needed").replace("%1", words))
        row.another.setText("+")
        row.another.setProperty("role", role)
        row.another.setAccessibleName(self.tr("Add another for %1").replace("%1", words))
        row.another.setToolTip(self.tr("Add another holder of this role (Space)"))
        row.another.clicked.connect(self._another_clicked)
        self._rows.append(row)

    def _another_clicked(self) -> None:
        self.add_another(self.sender().property("role"))

    def _take_off(self, row: _Row) -> None:
        self._rows.remove(row)
        for widget in row.widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _arrange(self) -> None:
        for at, row in enumerate(self._rows, start=1):
            for column, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, at, column)
        for at in range(self._grid.rowCount()):
            self._grid.setRowStretch(at, 0)
        last = len(self._rows) + 1
        self._grid.addWidget(self._remark, last, 0, 1, 4)
        self._grid.addWidget(self._nobody, last, 0, 1, 4)
        self._grid.setRowStretch(last + 1, 1)
        for head in self._heads:
            head.setVisible(bool(self._rows))
        self._remark.setVisible(bool(self._rows))
        self._nobody.setVisible(not self._rows)
        self.rows_changed.emit()
