"""The Evidence page: the log of entries and the checklist of all KLOEs."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from wellled_desktop.inspection.commands import RecordEvidence
from wellled_desktop.inspection.read_models import Checklist, EvidenceEntry
from wellled_desktop.store import node_reading, reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.kit.node_changes import CONCERNING
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.evidence.checklist_view import ChecklistView
from wellled_desktop.ui.pages.evidence.log_view import LogView
from wellled_desktop.ui.places import Place

PAGE = 500
CHECKLIST = "checklist"
_GOES_AND_COMES = frozenset(("evidence-retracted", "evidence-restored"))


class EvidencePage(Page):
    """`Place.selected` is the id of an entry; the key "checklist" opens the second tab."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._wanted = ""
        self._whole = False
        self.log = LogView(opened)
        self.checklist = ChecklistView(opened.pack, opened.scope)
        self.log.go.connect(self.go)
        self.log.recorded.connect(self._record)
        self.checklist.go.connect(self.go)
        self._build()
        self.follow(opened.bridge, CONCERNING)
        opened.bridge.changed.connect(self._put_again)

    def _build(self) -> None:
        record = QPushButton(self.tr("Record evidence"))
        record.setProperty("kind", "primary")
        record.setToolTip(self.tr("Record what was gathered (Ctrl+Shift+E)"))
        record.clicked.connect(self.open_form)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Evidence"), "title"), 1)
        head.addWidget(record)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Evidence log or checklist"))
        self.tabs.addTab(self.log, self.tr("Evidence &log"))
        self.tabs.addTab(self.checklist, self.tr("&Checklist of all KLOEs"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.tabs, 1)
        for keys, to in (("Ctrl+Shift+E", self.open_form), ("Ctrl+F", self._to_filter)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(to)

    def show_place(self, place: Place) -> None:
        on_checklist = place.key == CHECKLIST
        self._wanted = "" if on_checklist else place.selected or place.key
        if on_checklist or self._wanted:
            self.tabs.setCurrentWidget(self.checklist if on_checklist else self.log)
        self._choose_wanted()
        self.refresh()
        if not self.log.form_is_open:
            table = self.log.table if self.tabs.currentWidget() is self.log else self.checklist.table
            table.setFocus(Qt.FocusReason.OtherFocusReason)

    def present_place(self) -> Place:
        if self.tabs.currentWidget() is self.checklist:
            return Place("evidence", CHECKLIST)
        return Place("evidence", selected=self.log.chosen_id())

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return (
            Shortcut("Ctrl+Shift+E", self.tr("Record an evidence entry")),
            Shortcut("Ctrl+F", self.tr("Filter the log by words or by id")),
            Shortcut("Return", self.tr("On an entry: to its links; on the checklist: open the item on its page")),
            Shortcut("Ctrl+Return", self.tr("In the form: record the entry")),
        )

    def open_form(self) -> None:
        self.tabs.setCurrentWidget(self.log)
        self.log.open_form()

    def _to_filter(self) -> None:
        self.tabs.setCurrentWidget(self.log)
        self.log.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.log.search.selectAll()

    # Reading

    def read(self) -> None:
        """What is new on top; the first time everything, a page after the other, so that nobody waits for the reader."""
        bridge, log = self._opened.bridge, self.log.log
        if log.rowCount():
            bridge.ask(self, partial(node_reading.evidence_log, above=log.highest, limit=PAGE), self._show_newer)
        else:
            bridge.ask(self, partial(node_reading.evidence_log, limit=PAGE), self._show_older)
        bridge.ask(self, node_reading.checklist, self._show_checklist)

    def _put_again(self, changes: tuple[Change, ...]) -> None:
        """Entries that are already in the log and no longer stand, or that stand again."""
        for entry_id in dict.fromkeys(one.entity for one in changes if one.kind in _GOES_AND_COMES):
            question = partial(reading.evidence_entries, entry_id=entry_id)
            self._opened.bridge.ask(self, question, partial(self._put, entry_id))

    def _put(self, entry_id: str, found: tuple[EvidenceEntry, ...]) -> None:
        if self._whole:  # else it comes with the pages that are still to be read
            self.log.log.put(entry_id, found[0] if found else None)
            self._settle()

    def _show_newer(self, entries: tuple[EvidenceEntry, ...]) -> None:
        self.log.log.add_newer(entries)
        self._settle()

    def _show_older(self, entries: tuple[EvidenceEntry, ...]) -> None:
        log = self.log.log
        log.add_older(entries)
        if len(entries) == PAGE:
            question = partial(node_reading.evidence_log, below=log.lowest, limit=PAGE)
            self._opened.bridge.ask(self, question, self._show_older)
        self._whole = len(entries) < PAGE
        self._settle()

    def _settle(self) -> None:
        self._choose_wanted()
        self.log.choose_some()
        self.log.tell()

    def _choose_wanted(self) -> None:
        if self._wanted and self.log.choose(self._wanted):
            self._wanted = ""

    def _show_checklist(self, checklist: Checklist) -> None:
        self.checklist.show_checklist(checklist)

    # Writing

    def _record(self, command: RecordEvidence) -> None:
        self.log.form.record.setEnabled(False)
        self._opened.bridge.do(command, then=partial(self._recorded, command.id), refused=self._refused, owner=self)

    def _recorded(self, entry_id: str, _changes: tuple[Change, ...]) -> None:
        self.log.form.record.setEnabled(True)
        self.log.form.clear()
        self.log.form.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wanted = entry_id

    def _refused(self, sentence: str) -> None:
        """What was typed stays in the form."""
        self.log.form.record.setEnabled(True)
        self.log.form.tell_refused(sentence)
        self.notice.emit(sentence)
