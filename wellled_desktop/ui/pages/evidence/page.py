"""The Evidence page: the log of entries, the checklist of all KLOEs, the service-level findings and the reading plan, each on
a tab; and a document, in place of them.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import walk
from wellled_desktop.inspection.commands import AmendEntry, Command, RecordEvidence, SetEvidenceState
from wellled_desktop.inspection.interviewed import HeldSession, interviewed, roles_asked
from wellled_desktop.inspection.read_models import Checklist, EvidenceEntry, Request
from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.store import interview_reading, node_reading, reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.kit.interview_changes import WHO_WAS_MET
from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.kit.node_changes import CONCERNING
from wellled_desktop.ui.kit.offer_bar import OfferBar
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.evidence.attachments.desk import AttachmentDesk
from wellled_desktop.ui.pages.evidence.attachments.keys import attachment_shortcuts
from wellled_desktop.ui.pages.evidence.checklist_model import Item
from wellled_desktop.ui.pages.evidence.checklist_view import ChecklistView
from wellled_desktop.ui.pages.evidence.document.desk import DocumentDesk
from wellled_desktop.ui.pages.evidence.document.keys import document_shortcuts
from wellled_desktop.ui.pages.evidence.document.places import document_place
from wellled_desktop.ui.pages.evidence.entry_values import EntryValues
from wellled_desktop.ui.pages.evidence.findings.findings_view import FindingsView
from wellled_desktop.ui.pages.evidence.findings.keys import findings_shortcuts
from wellled_desktop.ui.pages.evidence.keys import log_shortcuts
from wellled_desktop.ui.pages.evidence.log_reading import CONCERNING as OF_THE_LOG
from wellled_desktop.ui.pages.evidence.log_reading import LogReading
from wellled_desktop.ui.pages.evidence.log_view import LogView
from wellled_desktop.ui.pages.evidence.node_field import NodeField
from wellled_desktop.ui.pages.evidence.offers import Offers
from wellled_desktop.ui.pages.evidence.reading.keys import reading_shortcuts
from wellled_desktop.ui.pages.evidence.reading.overview import ReadingOverview
from wellled_desktop.ui.pages.evidence.reading.part import ReadingPlanPart
from wellled_desktop.ui.places import Place

CHECKLIST = "checklist"
FINDINGS = "findings"
READING = "reading"


class EvidencePage(Page):
    """`Place.selected` is the id of an entry, or a document's place; the key "checklist" opens the second tab, "findings" the
    third, with the id of a finding, "reading" the fourth.
    """

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._asked = roles_asked(opened.pack, opened.scope.applies)
        self.log = LogView(opened)
        self._reading = LogReading(opened.bridge, self.log)
        self.checklist = ChecklistView(opened.pack, opened.scope)
        self.log.go.connect(self.go)
        self.log.recorded.connect(self._record)
        self.log.amended.connect(self._amend)
        self.log.wanted.connect(self._do)
        self.checklist.go.connect(self.go)
        self.checklist.state_wanted.connect(self._set_state)
        self.offer = OfferBar()
        self.offers = Offers(self.offer, self.checklist.items, self)
        self.offers.entry_wanted.connect(self.open_form)
        self.offers.wanted.connect(self._take_offer)
        self.findings = FindingsView(opened)
        self.findings.go.connect(self.go)
        self.findings.notice.connect(self.notice)
        self.attachments = AttachmentDesk(opened, self.log, self)
        self.attachments.notice.connect(self.notice)
        self.attachments.entry_wanted.connect(self.open_form)
        self.reading_plan = ReadingPlanPart(opened)
        self.reading_plan.notice.connect(self.notice)
        self.log.detail.add_part(self.reading_plan)
        self.plans = ReadingOverview(opened)
        self.plans.go.connect(self.go)
        self.plans.notice.connect(self.notice)
        for plan in (self.reading_plan, self.plans):
            plan.told_of.connect(self.told)
        self._build()
        self.follow(opened.bridge, CONCERNING | OF_THE_LOG | WHO_WAS_MET)

    def _build(self) -> None:
        record = QPushButton(self.tr("Record evidence"))
        record.setProperty("kind", "primary")
        record.setToolTip(self.tr("Record what was gathered (Ctrl+Shift+E)"))
        record.clicked.connect(self._open_empty)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Evidence"), "title"), 1)
        head.addWidget(record)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Evidence log or checklist"))
        self.tabs.addTab(self.log, self.tr("Evidence &log"))
        self.tabs.addTab(self.checklist, self.tr("&Checklist of all KLOEs"))
        self.tabs.addTab(self.findings, self.tr("Service-level &findings"))
        self.tabs.addTab(self.plans, self.tr("Reading &plan"))
        self.tabs.currentChanged.connect(self.checklist.reached)
        self.tabs.currentChanged.connect(self.findings.reached)
        self.tabs.currentChanged.connect(self.plans.reached)
        self.desk = DocumentDesk(self._opened, self.tabs, self.offer)
        self.desk.go.connect(self.go)
        self.desk.notice.connect(self.notice)
        self.desk.begin_in(self.log, self.reading_plan)
        self.desk.serve(self.attachments.part)
        self.plans.cite_wanted.connect(self.desk.cite)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.offer)
        layout.addWidget(self.desk, 1)
        for keys, to in (("Ctrl+Shift+E", self._open_empty), ("Ctrl+F", self._to_filter)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(to)

    def adopt(self) -> bool:
        """The lists follow; what is typed and what is chosen stays."""
        pack, scope = self._opened.pack, self._opened.scope
        self._asked = roles_asked(pack, scope.applies)
        self.checklist.adopt(pack, scope)
        self.log.detail.adopt(pack)
        known = frozenset(node.id for _, node in walk(pack))
        for field in self.findChildren(NodeField):
            field.adopt(known)
        self._stale = True
        if self.isVisible():
            self.refresh()
        return True

    def kept_fields(self) -> tuple[QWidget, ...]:
        """What is typed in the form is a draft."""
        return tuple(self.log.form.findChildren(QWidget))

    def leave(self) -> None:
        self.log.draft.save_now()

    def show_place(self, place: Place) -> None:
        wanted = document_place(place)
        if wanted is not None:
            self.tabs.setCurrentWidget(self.log)
            self._reading.want(wanted.entry)
            self.refresh()
            self.desk.show_place(wanted)
        elif not self.desk.stays_at(place):
            self._show_tab(place)

    def _show_tab(self, place: Place) -> None:
        anywhere = not place.key and not place.selected
        if place.key == READING or (anywhere and self.tabs.currentWidget() is self.plans):
            self.tabs.setCurrentWidget(self.plans)
            self.refresh()
            self.plans.take_focus()
            return
        if place.key == FINDINGS or (anywhere and self.tabs.currentWidget() is self.findings):
            self.tabs.setCurrentWidget(self.findings)
            self.findings.choose(place.selected)
            self.refresh()
            self.findings.take_focus()
            return
        on_checklist = place.key == CHECKLIST
        wanted = "" if on_checklist else place.selected or place.key
        if on_checklist or wanted:
            self.tabs.setCurrentWidget(self.checklist if on_checklist else self.log)
        if on_checklist and place.selected:
            self.checklist.choose(place.selected)
        self._reading.want(wanted)
        self.refresh()
        if not self.log.form_is_open:
            table = self.log.table if self.tabs.currentWidget() is self.log else self.checklist.table
            table.setFocus(Qt.FocusReason.OtherFocusReason)

    def present_place(self) -> Place:
        document = self.desk.present_place()
        if document is not None:
            return document
        if self.tabs.currentWidget() is self.plans:
            return Place("evidence", READING)
        if self.tabs.currentWidget() is self.findings:
            return Place("evidence", FINDINGS, self.findings.chosen_id())
        if self.tabs.currentWidget() is self.checklist:
            item = self.checklist.chosen()
            return Place("evidence", CHECKLIST, item.id if item else "")
        return Place("evidence", selected=self.log.chosen_id())

    def panes(self) -> tuple[QWidget, ...]:
        return self.desk.panes() or super().panes()

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return (
            *log_shortcuts(),
            *findings_shortcuts(),
            *attachment_shortcuts(),
            *document_shortcuts(),
            *reading_shortcuts(),
        )

    def open_form(self, values: EntryValues | None = None) -> None:
        """For a new entry; with `values` one that is filled in so far."""
        self.desk.close_document()
        self.tabs.setCurrentWidget(self.log)
        self.log.open_form(values)

    def _open_empty(self) -> None:
        self.open_form()

    def _to_filter(self) -> None:
        self.desk.close_document()
        if self.tabs.currentWidget() is self.findings:
            self.findings.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.tabs.setCurrentWidget(self.log)
        self.log.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.log.search.selectAll()

    # Reading

    def read(self) -> None:
        self._reading.read()
        self._opened.bridge.ask(self, node_reading.checklist, self._show_checklist)
        self._opened.bridge.ask(self, interview_reading.held_sessions, self._show_interviewed)

    def _show_checklist(self, checklist: Checklist) -> None:
        self.checklist.show_checklist(checklist)

    def _show_interviewed(self, held: tuple[HeldSession, ...]) -> None:
        """Asked after the checklist, so that how its items stand is known."""
        found = interviewed(self._asked, held)
        self.checklist.show_interviewed(found)
        if self.isVisible():
            self.offers.after_interviews(found)

    # Writing

    def _record(self, command: RecordEvidence) -> None:
        then = partial(self._recorded, command)
        self._opened.bridge.do(command, then=then, refused=self._refused, owner=self)

    def _recorded(self, command: RecordEvidence, _changes: tuple[Change, ...]) -> None:
        self.log.form.is_done()
        self.log.go_on_in_form()
        question = partial(reading.evidence_entries, entry_id=command.id)
        self._opened.bridge.ask(self, question, self._tell_recorded)
        self._reading.want(command.id)
        self.offers.after_recording("", command.nodes, self.log.form.fields.asked(command.request))

    def _tell_recorded(self, found: tuple[EvidenceEntry, ...]) -> None:
        for entry in found:
            self.told.emit(self.tr("%1 is recorded").replace("%1", entry.ref))

    def _amend(self, command: AmendEntry) -> None:
        entry = self.log.form.entry
        linked = () if entry is None else tuple(node for node in command.nodes or () if node not in entry.nodes)
        asked = self.log.form.fields.asked(command.request)
        then = partial(self._amended, entry.ref if entry else "", linked, asked)
        self._opened.bridge.do(command, then=then, refused=self._refused, owner=self)

    def _amended(self, ref: str, linked: tuple[str, ...], asked: Request | None, _changes: tuple[Change, ...]) -> None:
        self.log.form.is_done()
        self.log.close_form()
        self.offers.after_recording(ref, linked, asked)

    def _refused(self, sentence: str) -> None:
        """What was typed stays in the form."""
        self.log.form.tell_refused(sentence)
        self.notice.emit(sentence)

    def _do(self, *commands: Command) -> None:
        self._opened.bridge.do(*commands, refused=self.notice.emit, owner=self)

    def _take_offer(self, commands: tuple[Command, ...]) -> None:
        then = partial(self._tell_taken, commands)
        self._opened.bridge.do(*commands, then=then, refused=self.notice.emit, owner=self)

    def _tell_taken(self, commands: tuple[Command, ...], _changes: tuple[Change, ...]) -> None:
        """In place of what was told before it: that was of the entry."""
        if ticked := ", ".join(one.node for one in commands if isinstance(one, SetEvidenceState)):
            words = self.tr("%1 is marked gathered") if len(commands) == 1 else self.tr("%1 are marked gathered")
            self.told.emit(words.replace("%1", ticked))

    def _set_state(self, item: Item, state: EvidenceState) -> None:
        """A state that the item has already keeps its reason."""
        standing = self.checklist.items.standing(item.id)
        reason = standing.reason if standing and standing.state == state else None
        then = partial(self._state_set, item, state)
        self._opened.bridge.do(
            SetEvidenceState(item.id, state, reason), then=then, refused=self.notice.emit, owner=self
        )

    def _state_set(self, item: Item, state: EvidenceState, changes: tuple[Change, ...]) -> None:
        if changes and state == "gathered":
            self.offers.after_tick(item)
