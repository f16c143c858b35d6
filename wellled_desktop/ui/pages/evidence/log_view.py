"""The log: a filter, the table of entries, and beside it the chosen entry or the form for a new one or a change.

Signals of LogView: `go(Place)`; `recorded(RecordEvidence)`; `amended(AmendEntry)`; `wanted(command)` to retract or put back;
`chosen(str)` with the id of the entry now shown, "" for none.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
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
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.ui.kit.filter_field import FilterField
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.kit.record_table import RecordTable
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.entry_detail import EntryDetail
from wellled_desktop.ui.pages.evidence.entry_draft import EntryDraft
from wellled_desktop.ui.pages.evidence.entry_form import EntryForm
from wellled_desktop.ui.pages.evidence.entry_values import EntryValues
from wellled_desktop.ui.pages.evidence.log_filter import LogFilter
from wellled_desktop.ui.pages.evidence.log_model import GIVE_WAY, SAMPLES, WIDE, LogModel
from wellled_desktop.ui.pages.evidence.log_sorting import LogSorting

LEAST_CHARACTERS = 45
_LEAST_BESIDE = 35


class LogView(QWidget):
    go = Signal(object)
    recorded = Signal(object)
    amended = Signal(object)
    wanted = Signal(object)
    chosen = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.log = LogModel(self)
        self.filter = LogFilter(self.log, self)
        self.search = FilterField(self.tr("Filter the log"))
        self.search.setPlaceholderText(self.tr("Filter by words or by id"))
        self.search.setToolTip(
            self.tr("Show only entries with these words or linked to this id, for example “minutes W4” (Ctrl+F)")
        )
        self.search.down.connect(self._to_first)
        self.search.left.connect(self._to_table)
        self.search.textChanged.connect(self._look)
        self.retracted = QCheckBox(self.tr("Show &retracted"))
        self.retracted.setToolTip(self.tr("Also the entries that were retracted; each can be put back (Alt+R)"))
        self.retracted.toggled.connect(self._show_retracted)
        self.table = RecordTable(self.tr("Evidence entries"), self.filter, wide=WIDE)
        self.sorting = LogSorting(self.table)
        self.table.set_widths(SAMPLES, give_way=GIVE_WAY, least=LEAST_CHARACTERS)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._to_detail)
        self._told: QLabel = paragraph("", "muted")
        self.detail = EntryDetail(opened.pack)
        self.detail.go.connect(self.go)
        self.form = EntryForm(opened.index, frozenset(node.id for _, node in walk(opened.pack)))
        self._form_area = _scrolled(self.form)
        self._beside = QStackedWidget()
        self._beside.addWidget(self.detail)
        self._beside.addWidget(self._form_area)
        self.draft = EntryDraft(opened.bridge, self.form, self)
        if self.draft.put_back():
            self._beside.setCurrentWidget(self._form_area)
        self._beside.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_BESIDE)
        self._build()
        self._connect()

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.retracted)
        column.addLayout(top)
        column.addWidget(self._told)
        column.addWidget(self.table, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._beside)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([660, 340])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.addWidget(splitter)
        self.tell()

    def _connect(self) -> None:
        self.form.recorded.connect(self.recorded)
        self.form.amended.connect(self.amended)
        self.form.closed.connect(self.close_form)
        acts = self.detail.acts
        acts.change_wanted.connect(self.change)
        acts.wanted.connect(self.wanted)
        acts.left.connect(self._to_table)
        shortcut = QShortcut(QKeySequence("F2"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._change_chosen)

    # The form

    @property
    def form_is_open(self) -> bool:
        return self._beside.currentWidget() is self._form_area

    def open_form(self, values: EntryValues | None = None) -> None:
        """For a new entry, with `values` one that is filled in already."""
        self._show_form()
        self.form.begin_new(values)

    def change(self, entry: EvidenceEntry) -> None:
        self._show_form()
        self.form.begin_change(entry)

    def go_on_in_form(self) -> None:
        """To the next entry, where the form is still open."""
        if self.form_is_open:
            self._show_form()
            self.form.fields.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self) -> None:
        """From its top: that is where typing begins."""
        self._beside.setCurrentWidget(self._form_area)
        self._form_area.verticalScrollBar().setValue(0)

    def close_form(self) -> None:
        self._beside.setCurrentWidget(self.detail)
        self._to_table()

    def _change_chosen(self) -> None:
        if not self.form_is_open:
            self.detail.acts.begin_change()

    # The entries

    def choose(self, entry_id: str) -> bool:
        """Makes an entry the current one, out of the filter if need be; False when it is not (or not yet) in the log."""
        row = self.log.row_of(entry_id)
        if row < 0:
            return False
        index = self.filter.mapFromSource(self.log.index(row, 0))
        if not index.isValid():
            entry = self.log.entry_at(row)
            self.retracted.setChecked(
                self.retracted.isChecked() or (entry is not None and entry.retracted_at is not None)
            )
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

    def put(self, entry: EvidenceEntry) -> None:
        """As it stands now, in the log and beside it."""
        self.log.put(entry)
        if entry.id == self.chosen_id():
            self._show_chosen(self.table.currentIndex().row())

    @property
    def told(self) -> str:
        """What is said above the table."""
        return self._told.text()

    def tell(self) -> None:
        """How much there is, or how to begin."""
        in_all, shown = self.log.standing, self.filter.rowCount()
        if self.retracted.isChecked():
            in_all = self.log.rowCount()
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

    def _show_retracted(self, wanted: bool) -> None:
        self.filter.show_retracted(wanted)
        self.choose_some()
        self.tell()

    def _show_chosen(self, row: int) -> None:
        entry = self.filter.entry_at(row)
        self.detail.show_entry(entry)
        self.chosen.emit(entry.id if entry else "")

    def _to_detail(self, _row: int) -> None:
        """Enter on an entry goes on to its links."""
        self._beside.setCurrentWidget(self.detail)
        self.detail.take_focus()

    def _to_first(self) -> None:
        if self.filter.rowCount():
            self.table.choose_row(0)
            self._to_table()

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """E changes the chosen entry and Delete retracts it, while the keys are the table's or the detail's and no field's."""
        typing = isinstance(self.window().focusWidget(), QLineEdit)
        if typing or self.form_is_open or event.modifiers():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_E:
            self.detail.acts.begin_change()
        elif event.key() == Qt.Key.Key_Delete:
            self.detail.acts.ask_reason()
        elif event.key() == Qt.Key.Key_Escape and self.detail.isAncestorOf(self.window().focusWidget() or self):
            self._to_table()
        else:
            super().keyPressEvent(event)


def _scrolled(form: QWidget) -> QScrollArea:
    """So that the form asks for no more height than a small window has."""
    area = QScrollArea()
    form.setProperty("kind", "page")
    area.setWidget(form)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
