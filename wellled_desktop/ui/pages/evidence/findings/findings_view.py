"""The tab of service-level findings: searched, linked by key, typed in, or taken over from a core-service report's table.

Signals of FindingsView: `go(Place)`; `notice(str)` with a sentence for the window.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import walk
from wellled_desktop.inspection.commands import Command, LinkFinding, NewFinding, RecordFindings
from wellled_desktop.inspection.commands import RestoreFindings as Restore
from wellled_desktop.inspection.commands import RetractFindings as Retract
from wellled_desktop.inspection.read_models import ServiceFinding
from wellled_desktop.store import weighing_reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.kit.import_row import ImportRow
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.kit.reason_row import ReasonRow
from wellled_desktop.ui.kit.record_table import RecordTable
from wellled_desktop.ui.kit.taking_over import TakingOver
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.findings.action_bar import ActionBar
from wellled_desktop.ui.pages.evidence.findings.finding_form import FindingForm
from wellled_desktop.ui.pages.evidence.findings.finding_model import GIVE_WAY, SAMPLES, WIDE, FindingModel
from wellled_desktop.ui.pages.evidence.findings.findings_kind import FindingsKind
from wellled_desktop.ui.pages.evidence.findings.keys import ADD_KEYS, FILE_KEYS
from wellled_desktop.ui.pages.evidence.findings.link_row import LinkRow
from wellled_desktop.ui.places import Place


class FindingsView(QWidget):
    go = Signal(object)
    notice = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._wanted = ""
        self._stale = True
        self._read_before = self._arriving = self._lead_to_new = False
        nodes = frozenset(node.id for _, node in walk(opened.pack))
        self.findings = FindingModel(self)
        self.table = RecordTable(self.tr("Service-level findings, by service"), self.findings, wide=WIDE)
        self.table.set_widths(SAMPLES, give_way=GIVE_WAY)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Filter by words or by id (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Filter the findings"))
        self.retracted = QCheckBox(self.tr("Show &retracted"))
        self.from_file = QPushButton(self.tr("From a file…"))
        self.from_file.setToolTip(
            self.tr("Take the findings of a core-service report over from CSV or XLSX (%1)").replace("%1", FILE_KEYS)
        )
        self.running = ImportRow()
        self._told = paragraph("", "muted")
        self._whole = paragraph("")
        self.action_bar = ActionBar()
        self.reason = ReasonRow()
        self.link = LinkRow(opened.index, nodes)
        self.form = FindingForm(opened.index, nodes)
        kind = FindingsKind(lambda: opened.pack, lambda: self.findings.findings)
        self.taking_over = TakingOver(opened.bridge, kind, self.running, self.from_file, self)
        self._build()
        self._connect()
        opened.bridge.changed.connect(self._changed)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.retracted)
        head.addWidget(self.from_file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.running)
        column.addWidget(self._told)
        column.addWidget(self.table, 1)
        beneath: tuple[QWidget, ...] = (self._whole, self.link, self.reason, self.action_bar, self.form)
        for part in beneath:
            column.addWidget(part)
        column.addStretch(0)
        for nothing_yet in (self.table, self._whole, self.action_bar):
            nothing_yet.hide()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._look)
        self.search.returnPressed.connect(self.take_focus)
        self.retracted.toggled.connect(self._show_retracted)
        self.from_file.clicked.connect(self.choose_file)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(lambda _row: self._open())
        self.action_bar.wanted.connect(self._act)
        self.reason.given.connect(self._retract_or_restore)
        self.reason.left.connect(self.take_focus)
        self.link.given.connect(self._link)
        self.link.refused.connect(self.notice)
        self.link.left.connect(self.take_focus)
        self.form.wanted.connect(self._add)
        self.form.refused.connect(self.notice)
        self.form.left.connect(self.take_focus)
        self.taking_over.said.connect(self.notice)
        self.taking_over.ended.connect(self._taken_over)
        for keys, to in (
            (FILE_KEYS, self.choose_file),
            (ADD_KEYS, partial(self.form.service.setFocus, Qt.FocusReason.ShortcutFocusReason)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(to)

    # Reading

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        self._stale = False
        self._opened.bridge.ask(self, partial(weighing_reading.findings, retracted=True), self._show)

    def _changed(self, changes: tuple[Change, ...]) -> None:
        """While a file is being recorded nothing is read again: it comes in many parts."""
        if not any(change.kind.startswith("finding-") for change in changes):
            return
        self._stale = True
        if self.isVisible() and not self.taking_over.under_way:
            self.refresh()

    def _taken_over(self) -> None:
        self._lead_to_new = True
        self.refresh()

    def _show(self, findings: tuple[ServiceFinding, ...]) -> None:
        if self._lead_to_new:
            self._lead_to_new = False
            before = {one.id for one in self.findings.findings}
            self._wanted = next((one.id for one in findings if one.id not in before), self._wanted)
        self._keep_place(partial(self.findings.show_findings, findings))
        self._read_before = True
        if self._arriving:
            self.take_focus()

    def _look(self, typed: str) -> None:
        self._keep_place(partial(self.findings.look_for, typed))

    def _show_retracted(self, wanted: bool) -> None:
        self._keep_place(partial(self.findings.show_retracted, wanted))

    def _keep_place(self, change: "partial[None]") -> None:
        """What was current stays so; when that is gone, what is now in its place."""
        row, kept = self.table.currentIndex().row(), self._wanted or self.chosen_id()
        change()
        at = self.findings.row_of(kept)
        self._wanted = "" if at >= 0 else self._wanted
        self.table.choose_row(at if at >= 0 else min(max(row, 0), self.findings.rowCount() - 1))
        self._show_chosen(self.table.currentIndex().row())
        self._tell()

    def reached(self) -> None:
        """By the key of its tab, Qt goes to the first field: the rows are what one comes for."""
        if self.search.hasFocus():
            self.take_focus()

    def choose(self, finding_id: str) -> None:
        """Makes a finding the current one ("" for the one that is), as soon as it has been read."""
        self._wanted = finding_id
        if finding_id:
            self.search.clear()
        self.refresh()

    def chosen_id(self) -> str:
        finding = self._current()
        return finding.id if finding else ""

    def _current(self) -> ServiceFinding | None:
        return self.findings.finding_at(self.table.currentIndex().row())

    @property
    def told(self) -> str:
        """What is said above the table."""
        return self._told.text()

    @property
    def whole(self) -> str:
        """What is said of the chosen finding."""
        return self._whole.text()

    def _tell(self) -> None:
        shown, standing, in_all = self.findings.rowCount(), self.findings.standing, len(self.findings.findings)
        count = counted(standing, self.tr("finding"), self.tr("findings"))
        if not in_all:
            words = self.tr(
                "No service-level finding is here yet. Take them over from the table of a core-service report (Ctrl+O, CSV or "
                "XLSX), or type one in below (Ctrl+R). They count as a source of their own."
            )
        elif not shown and self.search.text():
            words = self.tr("No finding has these words. Clear the filter to see all of them.")
        else:
            words = count if shown == standing else self.tr("%1 of %2").replace("%1", f"{shown:,}").replace("%2", count)
        if in_all > standing:
            gone = counted(in_all - standing, self.tr("retracted"), self.tr("retracted"))
            words += f"; {gone}"
        self._told.setText(words)
        self.table.setVisible(in_all > 0)
        self.search.setVisible(in_all > 0)
        self.retracted.setVisible(in_all > standing)

    def _show_chosen(self, row: int) -> None:
        finding = self.findings.finding_at(row)
        self._whole.setVisible(finding is not None)
        self.action_bar.show_finding(finding)
        if finding is not None:
            cells = self.findings.cells(finding)
            about = (cells[3], self.tr("for %1").replace("%1", cells[2]) if finding.node else cells[2], *cells[4:])
            why = (self.tr("retracted: %1").replace("%1", finding.retraction_reason or ""),)
            parts = (*about, *(why if finding.retracted_at else ()))
            self._whole.setText(f"{finding.service}: {finding.text}\n{', '.join(one for one in parts if one)}")

    def take_focus(self) -> None:
        """To the rows; where there are none, to the line to type one in. Until that is known, it waits."""
        self._arriving = not self._read_before
        if self._arriving:
            return
        target = self.form.service if self.table.isHidden() else self.table
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Acting

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        action = self.action_bar.action_of(Qt.Key(event.key()))
        if action and not event.modifiers() and self.table.hasFocus():
            self._act(action)
        else:
            super().keyPressEvent(event)

    def _act(self, action: str) -> None:
        finding = self._current()
        if finding is None:
            return
        if action == "link":
            self.link.ask(finding.node)
        elif action == "other-way":
            self._do(LinkFinding(finding.id, finding.node or "", not finding.points_other_way))
        elif action == "open":
            self._open()
        elif action == "retract":
            self.reason.ask(self.tr("Why is this finding retracted? It stays in the record."))
        elif action == "restore":
            self.reason.ask(self.tr("Why is this finding restored?"))

    def _open(self) -> None:
        finding = self._current()
        if finding is not None and finding.node:
            self.go.emit(Place("kloe", finding.node.split(".", maxsplit=1)[0], finding.node))

    def _link(self, node: str) -> None:
        finding = self._current()
        self.take_focus()
        if finding is not None:
            self._do(LinkFinding(finding.id, node, finding.points_other_way and bool(node)))

    def _retract_or_restore(self, reason: str) -> None:
        finding = self._current()
        self.take_focus()
        if finding is not None:
            command = Retract if finding.retracted_at is None else Restore
            self._do(command((finding.id,), reason))

    def _add(self, finding: NewFinding) -> None:
        self._wanted = finding.id
        self._do(RecordFindings(self.tr("typed in"), (finding,)))
        self.form.clear()
        self.form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, command: Command) -> None:
        self._opened.bridge.do(command, refused=self.notice.emit, owner=self)

    def choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("The table of a core-service report"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Table of findings (*.xlsx *.xlsm *.csv *.tsv *.txt)"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(lambda path: self.taking_over.begin(Path(path)))
        dialog.open()
