"""Which column of a file is what, and what taking it over would come to, before anything is recorded.

Signals of MappingDialog: `chosen(Came)` when the entries are to be recorded.
"""

from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, QStringListModel, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from wellled_desktop.exchange.table_file import HeadedSheet, TableFile
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.kit.column_area import ColumnArea
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.rows import Row, RowList
from wellled_desktop.ui.kit.table_kind import Came, TableKind
from wellled_desktop.ui.kit.words import counted

_PREVIEWED = 5
_MOST_TOLD = 500
_MOST_COLUMNS = 12


class MappingDialog(QDialog):
    """The rows are gone through beside the window's own thread; a late answer for other columns is passed over."""

    chosen = Signal(object)

    def __init__(self, bridge: Bridge, kind: TableKind, file: TableFile[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kind = kind
        self._file = file
        self._asked = 0
        self._came: Came | None = None
        self.setWindowTitle(self.tr("Take over %1").replace("%1", file.source))
        self.sheets = QComboBox()
        self.columns = {name: QComboBox() for name in kind.titles}
        name = self.tr("%1 as they would be").replace("%1", kind.words.first)
        shown = kind.preview
        self.preview = RowList(name, shown.headers, wide=shown.wide, most_rows=_PREVIEWED, least_rows=_PREVIEWED)
        self.preview.set_widths(shown.samples, shown.give_way, least=28)
        self._summary = paragraph("")
        self.choice = QCheckBox()
        self.choice.hide()
        self._remark = paragraph("", "muted")
        self._left_out_rows = QStringListModel(self)
        self.left_out = QListView()
        self.left_out.setModel(self._left_out_rows)
        self.left_out.setUniformItemSizes(True)
        self.left_out.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.left_out.setAccessibleName(self.tr("Rows left out, or changed, and why"))
        self.left_out.setMaximumHeight(self.fontMetrics().height() * 4)
        policy = self.left_out.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # a dialog that grows once it is read takes its buttons off a small screen
        self.left_out.setSizePolicy(policy)
        self.take = QPushButton()
        self.take.setProperty("kind", "primary")
        self.take.setDefault(True)
        self._build()
        for sheet in file.sheets:
            rows = counted(len(sheet.rows), self.tr("row"), self.tr("rows"))
            self.sheets.addItem(f"{sheet.name} ({rows})")
        self.sheets.currentIndexChanged.connect(self._show_sheet)
        for combo in self.columns.values():
            combo.currentIndexChanged.connect(self._compute)
        self.choice.toggled.connect(self._show_chosen)
        self.take.clicked.connect(self._take)
        self._show_sheet()

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        if len(self._file.sheets) > 1:
            form.addRow(self.tr("&Sheet"), self.sheets)
            self.sheets.setAccessibleName(self.tr("Sheet"))
        for name, combo in self.columns.items():
            combo.setMinimumContentsLength(30)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            title = self._kind.titles[name]
            combo.setAccessibleName(title.replace("&", ""))
            form.addRow(title, combo)
        buttons = QDialogButtonBox()
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).clicked.connect(self.reject)
        asked = self.tr("Which column of the file holds what? The headings were looked at; change what is not right.")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(paragraph(asked))
        column.addLayout(form)
        column.addWidget(label(self._kind.words.first, "subheading"))
        for part in (self.preview, self._remark, self.choice, self._summary, self.left_out):
            column.addWidget(part)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(8)
        whole.addWidget(ColumnArea(inside), 1)
        whole.addWidget(buttons)
        self._fit(inside.minimumSizeHint().width() + 80, inside.sizeHint().height() + buttons.sizeHint().height() + 60)

    def _fit(self, least: int, wanted: int) -> None:
        """No taller than the screen: at a large size of text the middle scrolls, and the buttons stay."""
        room = self.screen().availableGeometry()
        width = min(max(self.fontMetrics().averageCharWidth() * 94, least), room.width() - 40)
        self.setMinimumWidth(width)
        self.resize(width, min(wanted, room.height() - 40))

    @property
    def sheet(self) -> HeadedSheet[Any]:
        return self._file.sheets[max(0, self.sheets.currentIndex())]

    @property
    def outcome(self) -> Came | None:
        """What the columns come to, with what was chosen; None until that is known."""
        chosen = self._came.with_choice if self._came is not None and self.choice.isChecked() else None
        return chosen or self._came

    @property
    def summary(self) -> str:
        return self._summary.text()

    @property
    def remark(self) -> str:
        """What is to be known of the sheet, and which of its columns are left out."""
        return self._remark.text()

    @property
    def left_out_words(self) -> list[str]:
        return self._left_out_rows.stringList()

    def _show_sheet(self) -> None:
        sheet = self.sheet
        for name, combo in self.columns.items():
            guessed = getattr(sheet.guessed, name)
            with QSignalBlocker(combo):
                combo.clear()
                combo.addItem(self.tr("none of them"))
                for at, heading in enumerate(sheet.headings):
                    combo.addItem(heading or self.tr("column %1, without a heading").replace("%1", str(at + 1)))
                combo.setCurrentIndex(0 if guessed is None else guessed + 1)
        self._compute()

    def _tell_of_columns(self) -> None:
        """Beside what is to be known of the sheet, the columns nobody takes: one of them may hold what is missed later."""
        taken = set(self.places().values())
        left = [f"“{one}”" for at, one in enumerate(self.sheet.headings) if one and at not in taken]
        more = (
            self.tr(" and %1 more").replace("%1", f"{len(left) - _MOST_COLUMNS:,}") if len(left) > _MOST_COLUMNS else ""
        )
        words = self.tr("Columns left out: %1.") if len(left) > 1 else self.tr("Column left out: %1.")
        told = [words.replace("%1", ", ".join(left[:_MOST_COLUMNS]) + more)] if left else []
        self._remark.setText(" ".join(filter(None, (self.sheet.remark, *told))))
        self._remark.setVisible(bool(self._remark.text()))

    def _compute(self) -> None:
        self._tell_of_columns()
        columns = self._kind.columns(self.places())
        self._asked += 1
        self._show(self._asked, None)
        if not columns.enough:
            return
        self._summary.setText(self._kind.words.comparing)
        self.take.setText(self.tr("Record"))
        job = partial(self._kind.comes_to, self._file.source, self.sheet, columns)
        self._bridge.work(self, job, partial(self._show, self._asked), _raise)

    def places(self) -> dict[str, int | None]:
        """Which column holds what as it is chosen now."""
        places = {name: combo.currentIndex() - 1 for name, combo in self.columns.items()}
        return {name: place if place >= 0 else None for name, place in places.items()}

    def _show(self, asked: int, outcome: Came | None) -> None:
        if asked == self._asked:
            self._came = outcome
            if outcome is not None:  # until then it stays as it is: a click must not fall on something else
                self.choice.setText(outcome.choice)
                self.choice.setVisible(bool(outcome.choice))
            self._show_chosen()

    def _show_chosen(self) -> None:
        outcome = self.outcome
        words, came = self._kind.words, outcome or Came((), "", (), ())
        self.preview.set_rows(tuple(map(Row, came.first)))
        self._summary.setText(words.missing if outcome is None else came.summary)
        told = [f"Row {one.row:,} {one.why}." for one in came.told]
        more = len(told) - _MOST_TOLD
        self._left_out_rows.setStringList([*told[:_MOST_TOLD], *([f"And {more:,} more."] if more > 0 else [])])
        self.left_out.setVisible(bool(told))
        count = came.entries
        entries = counted(count, words.one, words.many)
        self.take.setText(self.tr("&Record %1").replace("%1", entries) if count else self.tr("Nothing to record"))
        self.take.setEnabled(count > 0)

    def _take(self) -> None:
        if self.outcome is not None:
            self.chosen.emit(self.outcome)
            self.accept()


def _raise(problem: Exception) -> None:
    raise problem
