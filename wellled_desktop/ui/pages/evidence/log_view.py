"""The log: a filter, the table of entries, and beside it the chosen entry or the form for a new one.

Signals of LogView: `go(Place)`; `recorded(RecordEvidence)`.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wellled_desktop.framework.pack import walk
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.kit.record_table import RecordTable
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.entry_detail import EntryDetail
from wellled_desktop.ui.pages.evidence.entry_form import EntryForm
from wellled_desktop.ui.pages.evidence.log_model import WIDE, LogFilter, LogModel

LEAST_CHARACTERS = 45
_LEAST_BESIDE = 28


class LogView(QWidget):
    go = Signal(object)
    recorded = Signal(object)

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.log = LogModel(self)
        self.filter = LogFilter(self.log, self)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Filter by words or by id"))
        self.search.setAccessibleName(self.tr("Filter the log"))
        self.search.setToolTip(
            self.tr("Show only entries with these words or linked to this id, for example “minutes W4” (Ctrl+F)")
        )
        self.search.textChanged.connect(self._look)
        self.table = RecordTable(self.tr("Evidence entries, newest first"), self.filter, wide=WIDE)
        samples = {
            0: "E-0000",
            2: "observation",
            3: "company secretary",
            4: "31/03/2025",
            5: "W4.E10 W5.E1",
            6: "Wed 11 March 12:45",
        }
        self.table.set_widths(samples, give_way=(4, 6, 3, 2, 5), least=LEAST_CHARACTERS)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._to_detail)
        self._told: QLabel = paragraph("", "muted")
        self.detail = EntryDetail(opened.pack)
        self.detail.go.connect(self.go)
        self.form = EntryForm(opened.index, frozenset(node.id for _, node in walk(opened.pack)))
        self.form.recorded.connect(self.recorded)
        self.form.closed.connect(self.close_form)
        self._form_area = _scrolled(self.form)
        self._beside = QStackedWidget()
        self._beside.addWidget(self.detail)
        self._beside.addWidget(self._form_area)
        self._beside.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_BESIDE)
        self._build()

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(8)
        for widget in (self.search, self._told):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._beside)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([680, 320])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.addWidget(splitter)
        self.tell()

    @property
    def form_is_open(self) -> bool:
        return self._beside.currentWidget() is self._form_area

    def open_form(self) -> None:
        self._beside.setCurrentWidget(self._form_area)
        self.form.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_form(self) -> None:
        self._beside.setCurrentWidget(self.detail)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, entry_id: str) -> bool:
        """Makes an entry the current one, out of the filter if need be; False when it is not (or not yet) in the log."""
        row = self.log.row_of(entry_id)
        if row < 0:
            return False
        index = self.filter.mapFromSource(self.log.index(row, 0))
        if not index.isValid():
            self.search.clear()
            index = self.filter.mapFromSource(self.log.index(row, 0))
        self.table.choose_row(index.row())
        return True

    def choose_some(self) -> None:
        """The entry on top where none is chosen, so that what stands beside the table is always of use."""
        if not self.table.currentIndex().isValid() and self.filter.rowCount():
            self.table.choose_row(0)

    def chosen_id(self) -> str:
        entry = self.filter.entry_at(self.table.currentIndex().row())
        return entry.id if entry else ""

    @property
    def told(self) -> str:
        """What is said above the table."""
        return self._told.text()

    def tell(self) -> None:
        """How much there is, or how to begin."""
        in_all, shown = self.log.rowCount(), self.filter.rowCount()
        if not in_all:
            words = self.tr(
                "Nothing is recorded yet. Ctrl+Shift+E records what you were given or saw: a document, data, minutes."
            )
        elif not shown:
            words = self.tr("No entry has these words. Clear the filter to see all of them.")
        elif shown < in_all:
            words = self.tr("%1 of %2").replace("%1", f"{shown:,}")
            words = words.replace("%2", counted(in_all, self.tr("entry"), self.tr("entries")))
        else:
            words = counted(in_all, self.tr("entry"), self.tr("entries"))
        self._told.setText(words)

    def _look(self, typed: str) -> None:
        self.filter.look_for(typed)
        self.choose_some()
        self.tell()

    def _show_chosen(self, row: int) -> None:
        self.detail.show_entry(self.filter.entry_at(row))

    def _to_detail(self, _row: int) -> None:
        """Enter on an entry goes on to its links."""
        self._beside.setCurrentWidget(self.detail)
        self.detail.take_focus()


def _scrolled(form: QWidget) -> QScrollArea:
    """So that the form asks for no more height than a small window has."""
    area = QScrollArea()
    form.setProperty("kind", "page")
    area.setWidget(form)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
