"""The trust's risk register beside the worries: searched, typed in, taken over from a file.

Signals of RegisterPane: `risk_opened(Risk)` on Enter or a double click; `risk_added(str, str, str, str)` with reference,
title, rating and owner; `file_wanted()`; `left()` when Esc goes back to the worries.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.likeness import RiskIndex
from wellled_desktop.inspection.read_models import Risk
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.import_row import ImportRow
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.record_table import RecordTable
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.pages.worries.risk_model import WIDE, RiskModel

FILE_KEYS = "Ctrl+O"
_LEAST_CHARACTERS = 40


class RegisterPane(QWidget):
    risk_opened = Signal(object)
    risk_added = Signal(str, str, str, str)
    file_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = ""
        self.setProperty("kind", "page")
        self.risks = RiskModel(self)
        self.table = RecordTable(self.tr("Entries of the risk register"), self.risks, wide=WIDE)
        self.table.set_widths({0: "BAF-0000", 2: "20 (5 × 4)", 3: "director of people"}, give_way=(3,), least=20)
        self.table.opened.connect(self._open)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Search the register (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Search the risk register"))
        self.search.textChanged.connect(self._look)
        self.search.returnPressed.connect(self._to_table)
        self._told = paragraph("", "muted")
        self.from_file = QPushButton(self.tr("From a file…"))
        self.from_file.setToolTip(
            self.tr("Take the trust's risk register over from CSV or XLSX (%1)").replace("%1", FILE_KEYS)
        )
        self.from_file.clicked.connect(self.file_wanted)
        self.running = ImportRow()
        self.fields = self._fields()
        self.add = QPushButton(self.tr("Add"))
        self.add.setToolTip(self.tr("Add the entry; a reference that is there already is brought up to date (Enter)"))
        self.add.clicked.connect(self._add)
        self._build()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS)
        self.tell()

    def _fields(self) -> tuple[QLineEdit, QLineEdit, QLineEdit, QLineEdit]:
        character = self.fontMetrics().averageCharWidth()
        made = []
        for words, width in (
            (self.tr("Reference"), 12), (self.tr("Title of an entry to add"), 30), (self.tr("Rating"), 10),
            (self.tr("Owner"), 16),
        ):  # fmt: skip
            field = QLineEdit()
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            field.setMinimumWidth(character * width)
            field.setMaxLength(2000)
            field.returnPressed.connect(self._add)
            made.append(field)
        return (made[0], made[1], made[2], made[3])

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Risk register"), "heading"))
        head.addStretch(1)
        head.addWidget(self.from_file)
        row = FlowLayout(8)
        for part in (*self.fields, self.add):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.running)
        column.addWidget(self.search)
        column.addWidget(self._told)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addStretch(0)

    # What it shows

    def show_register(self, index: RiskIndex) -> None:
        chosen = self.chosen
        self.risks.show_register(index)
        self._choose_again(chosen)
        self.tell()
        self._choose_wanted()

    def choose(self, risk_id: str) -> None:
        """Goes to the entry, out of the search if need be; as soon as the register has been read, where it has not been yet."""
        self._wanted = risk_id
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        if not any(risk.id == self._wanted for risk in self.risks.register):
            return
        if self.risks.row_of(self._wanted) < 0:
            self.search.clear()
        self.table.choose_row(self.risks.row_of(self._wanted))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wanted = ""

    def put_first(self, like: str) -> None:
        chosen = self.chosen
        self.risks.put_first(like)
        self._choose_again(chosen)
        self.tell()

    def _choose_again(self, risk: Risk | None) -> None:
        row = self.risks.row_of(risk.id) if risk else -1
        self.table.choose_row(row if row >= 0 else 0 if self.table.hasFocus() and self.risks.rowCount() else -1)

    @property
    def chosen(self) -> Risk | None:
        return self.risks.risk_at(self.table.currentIndex().row())

    @property
    def told(self) -> str:
        return self._told.text()

    def tell(self) -> None:
        shown, in_all = self.risks.rowCount(), len(self.risks.register)
        entries = counted(in_all, self.tr("entry"), self.tr("entries"))
        if not in_all:
            words = self.tr(
                "Nothing of the risk register is here yet. Take it over from the file the trust sent (Ctrl+O, CSV or XLSX), or "
                "type entries in below."
            )
        elif not shown:
            words = self.tr("No entry has these words. Clear the search to see all of them.")
        elif shown < in_all:
            words = self.tr("%1 of %2").replace("%1", f"{shown:,}").replace("%2", entries)
        else:
            words = entries
        alike = self.risks.alike
        if shown and alike:
            one = self.tr("; one shares words with the chosen worry and comes first")
            many = self.tr("; %1 share words with the chosen worry and come first")
            words += one if alike == 1 else many.replace("%1", f"{alike:,}")
        self._told.setText(words)
        self.table.setVisible(shown > 0)
        self.search.setVisible(in_all > 0)

    def begin_choosing(self) -> None:
        """Somebody is to choose an entry: the search is where that begins."""
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is asked

    def _look(self, typed: str) -> None:
        self.risks.look_for(typed)
        self.tell()

    def _to_table(self) -> None:
        if self.risks.rowCount():
            self.table.choose_row(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, row: int) -> None:
        risk = self.risks.risk_at(row)
        if risk is not None:
            self.risk_opened.emit(risk)

    def _add(self) -> None:
        reference, title, rating, owner = (field.text().strip() for field in self.fields)
        for field, typed in zip(self.fields[:2], (reference, title), strict=True):
            if not typed:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.risk_added.emit(reference, title, rating, owner)
        for field in self.fields:
            field.clear()
        self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self._to_table()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
