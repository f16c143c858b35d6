"""Which column of a file is what, and what taking it over would come to, before anything is recorded.

Signals of MappingDialog: `chosen(Comparison)` when the entries are to be recorded.
"""

from functools import partial

import msgspec
from PySide6.QtCore import QSignalBlocker, QStringListModel, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from wellled_desktop.exchange.risk_register import (
    COLUMN_NAMES,
    ColumnName,
    Columns,
    Comparison,
    Register,
    RegisterSheet,
    Taken,
    compared,
    taken,
)
from wellled_desktop.inspection.read_models import Risk
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.rows import Row, RowList
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.pages.worries.presenter import new_id

_PREVIEWED = 5
_MOST_TOLD = 500


class Outcome(msgspec.Struct, frozen=True):
    """What the columns as chosen come to."""

    taken: Taken
    comparison: Comparison


class MappingDialog(QDialog):
    """The rows are gone through beside the window's own thread; a late answer for other columns is passed over."""

    chosen = Signal(object)

    def __init__(self, bridge: Bridge, register: Register, recorded: tuple[Risk, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._register = register
        self._recorded = recorded
        self._asked = 0
        self.outcome: Outcome | None = None
        self.setWindowTitle(self.tr("Take over %1").replace("%1", register.source))
        self.sheets = QComboBox()
        self.columns: dict[ColumnName, QComboBox] = {name: QComboBox() for name in COLUMN_NAMES}
        headers = (self.tr("Reference"), self.tr("Title"), self.tr("Rating"), self.tr("Owner"))
        name = self.tr("The first entries as they would be")
        self.preview = RowList(name, headers, wide=1, most_rows=_PREVIEWED, least_rows=_PREVIEWED)
        self.preview.set_widths({0: "BAF-0000", 2: "20 (5 × 4)", 3: "director of people"}, (3,), least=20)
        self._summary = paragraph("")
        self._remark = paragraph("", "muted")
        self._left_out_rows = QStringListModel(self)
        self.left_out = QListView()
        self.left_out.setModel(self._left_out_rows)
        self.left_out.setUniformItemSizes(True)
        self.left_out.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.left_out.setAccessibleName(self.tr("Rows left out, or changed, and why"))
        self.left_out.setMaximumHeight(self.fontMetrics().height() * 6)
        policy = self.left_out.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # a dialog that grows once it is read takes its buttons off a small screen
        self.left_out.setSizePolicy(policy)
        self.take = QPushButton()
        self.take.setProperty("kind", "primary")
        self.take.setDefault(True)
        self._build()
        for sheet in register.sheets:
            rows = counted(len(sheet.rows), self.tr("row"), self.tr("rows"))
            self.sheets.addItem(f"{sheet.name} ({rows})")
        self.sheets.currentIndexChanged.connect(self._show_sheet)
        for combo in self.columns.values():
            combo.currentIndexChanged.connect(self._compute)
        self.take.clicked.connect(self._take)
        self._show_sheet()

    def _build(self) -> None:
        titles: dict[ColumnName, str] = {
            "reference": self.tr("&Reference (its number or code)"),
            "title": self.tr("&Title (what the risk is)"),
            "rating": self.tr("R&ating, as it stands now (optional)"),
            "owner": self.tr("&Owner (optional)"),
        }
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        if len(self._register.sheets) > 1:
            form.addRow(self.tr("&Sheet"), self.sheets)
            self.sheets.setAccessibleName(self.tr("Sheet"))
        for name, combo in self.columns.items():
            combo.setMinimumContentsLength(30)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setAccessibleName(titles[name].replace("&", ""))
            form.addRow(titles[name], combo)
        buttons = QDialogButtonBox()
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        asked = self.tr("Which column of the file holds what? The headings were looked at; change what is not right.")
        column.addWidget(paragraph(asked))
        column.addLayout(form)
        column.addWidget(label(self.tr("The first entries"), "subheading"))
        for part in (self.preview, self._remark, self._summary, self.left_out):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 90)

    @property
    def sheet(self) -> RegisterSheet:
        return self._register.sheets[max(0, self.sheets.currentIndex())]

    @property
    def summary(self) -> str:
        return self._summary.text()

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
        self._remark.setText(sheet.remark)
        self._remark.setVisible(bool(sheet.remark))
        self._compute()

    def _compute(self) -> None:
        places = {name: combo.currentIndex() - 1 for name, combo in self.columns.items()}
        columns = Columns(**{name: place if place >= 0 else None for name, place in places.items()})
        self._asked += 1
        self.outcome = None
        self._show(self._asked, None)
        if not columns.enough:
            return
        self._summary.setText(self.tr("Comparing the entries with the record…"))
        self.take.setText(self.tr("Record"))
        job = partial(_outcome, self._register.source, self.sheet, columns, self._recorded)
        self._bridge.work(self, job, partial(self._show, self._asked), _raise)

    def _show(self, asked: int, outcome: Outcome | None) -> None:
        if asked != self._asked:
            return
        self.outcome = outcome
        self.preview.set_rows(() if outcome is None else _first(outcome.taken))
        self._summary.setText(self._summary_of(outcome))
        told = [] if outcome is None else [f"Row {one.row:,} {one.why}." for one in outcome.taken.left_out]
        more = len(told) - _MOST_TOLD
        self._left_out_rows.setStringList([*told[:_MOST_TOLD], *([f"And {more:,} more."] if more > 0 else [])])
        self.left_out.setVisible(bool(told))
        count = len(outcome.comparison.new) + len(outcome.comparison.changed) if outcome else 0
        entries = counted(count, self.tr("entry"), self.tr("entries"))
        self.take.setText(self.tr("&Record %1").replace("%1", entries) if count else self.tr("Nothing to record"))
        self.take.setEnabled(count > 0)

    def _summary_of(self, outcome: Outcome | None) -> str:
        if outcome is None:
            return self.tr("Say which columns hold the reference and the title; then what they come to is shown here.")
        comparison, came = outcome.comparison, outcome.taken
        words = self.tr("%1 new, %2 changed, %3 as they are in the record.")
        words = words.replace("%1", f"{len(comparison.new):,}").replace("%2", f"{len(comparison.changed):,}")
        words = words.replace("%3", f"{comparison.same:,}")
        if comparison.missing:
            gone = counted(len(comparison.missing), self.tr("entry"), self.tr("entries"))
            words += " " + self.tr("%1 of the record not in the file; they stay.").replace("%1", gone)
        if came.continued:
            rows = counted(came.continued, self.tr("row continues"), self.tr("rows continue"))
            words += " " + self.tr("%1 the entry above (a merged cell) and are no entries of their own.").replace(
                "%1", rows
            )
        return words

    def _take(self) -> None:
        if self.outcome is not None:
            self.chosen.emit(self.outcome.comparison)
            self.accept()


def _outcome(source: str, sheet: RegisterSheet, columns: Columns, recorded: tuple[Risk, ...]) -> Outcome:
    came = taken(sheet, columns, new_id)
    return Outcome(came, compared(came.risks, source, recorded))


def _first(came: Taken) -> tuple[Row, ...]:
    return tuple(Row((one.reference, one.title, one.rating, one.owner)) for one in came.risks[:_PREVIEWED])


def _raise(problem: Exception) -> None:
    raise problem
