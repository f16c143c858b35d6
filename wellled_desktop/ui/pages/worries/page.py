"""The Worries page: what people said worries them most, each beside what the trust's risk register says of it (W5.4)."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import SaidWorries, Worry
from wellled_desktop.store.store import Change
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.reason_row import ReasonRow
from wellled_desktop.ui.kit.record_table import RecordTable
from wellled_desktop.ui.kit.taking_over import TakingOver
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.worries.comparing import Comparing
from wellled_desktop.ui.pages.worries.keys import worries_shortcuts
from wellled_desktop.ui.pages.worries.presenter import WORRY_KINDS, WorriesPresenter
from wellled_desktop.ui.pages.worries.register_kind import RegisterKind
from wellled_desktop.ui.pages.worries.register_pane import FILE_KEYS, RegisterPane
from wellled_desktop.ui.pages.worries.verdict_bar import KEYS, VerdictBar
from wellled_desktop.ui.pages.worries.worry_model import WIDE, WorryModel
from wellled_desktop.ui.places import Place

REGISTER = "register"


class WorriesPage(Page):
    """`Place.selected` is the id of a worry; with the key "register" that of an entry of the trust's risk register."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._wanted = ""
        self._said: tuple[SaidWorries, ...] = ()
        self._arriving = False
        self._register_stale = True
        self.presenter = WorriesPresenter(opened.bridge, self)
        self.worries = WorryModel(self)
        self.table = RecordTable(self.tr("Worries, in the order noted"), self.worries, wide=WIDE)
        self.table.set_widths(
            {1: "S-000", 2: "not compared", 3: "R12 Nurse staffing", 4: "20 (5 × 4)", 5: "a remark here"},
            give_way=(5, 4, 3), least=26,
        )  # fmt: skip
        self.verdicts = VerdictBar()
        self.register = RegisterPane()
        self.reason = ReasonRow()
        self._facts = paragraph("", "muted")
        self.take_over = QPushButton()
        self.take_over.setToolTip(self.tr("Put them in the table as they were said (T)"))
        self.new_worry = QLineEdit()
        words = self.tr("A worry, in the words it was said. Enter notes it (Ctrl+R)")
        self.new_worry.setPlaceholderText(words)
        self.new_worry.setAccessibleName(words)
        self.new_worry.setMaxLength(2000)
        self.comparing = Comparing(self.presenter, self.verdicts, self.register, self._current, self)
        kind = RegisterKind(lambda: self.register.risks.register)
        self.taking_over = TakingOver(opened.bridge, kind, self.register.running, self.register.from_file, self)
        self._build()
        self._connect()
        self.follow(opened.bridge, WORRY_KINDS)
        opened.bridge.changed.connect(self._register_changed)

    def _build(self) -> None:
        left = QWidget()
        left.setProperty("kind", "page")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(8)
        for part in (label(self.tr("Worries"), "title"), self._facts):
            column.addWidget(part)
        column.addWidget(self.take_over, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.new_worry)
        column.addWidget(self.table, 1)
        column.addWidget(self.reason)
        column.addWidget(self.verdicts)
        for hidden in (self.table, self.verdicts, self.take_over):
            hidden.hide()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.register)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([600, 420])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addWidget(splitter)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.worries_read.connect(self._show)
        presenter.register_read.connect(self.register.show_register)
        presenter.refused.connect(self.notice)
        presenter.noted.connect(self._noted)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(lambda _row: self.register.begin_choosing())
        self.comparing.done.connect(self._back)
        self.verdicts.session_wanted.connect(self._open_session)
        self.register.risk_added.connect(self._add_risk)
        self.register.file_wanted.connect(self._choose_file)
        self.register.left.connect(self._back)
        self.taking_over.ended.connect(self._read_register)
        self.taking_over.said.connect(self.notice)
        self.take_over.clicked.connect(self._take_over)
        self.new_worry.returnPressed.connect(self._note)
        self.reason.given.connect(self._retract)
        self.reason.left.connect(self._back)
        for keys, to in (
            ("Ctrl+R", partial(self.new_worry.setFocus, Qt.FocusReason.ShortcutFocusReason)),
            ("Ctrl+F", partial(self.register.search.setFocus, Qt.FocusReason.ShortcutFocusReason)),
            (FILE_KEYS, self._choose_file),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(to)

    def show_place(self, place: Place) -> None:
        in_register = place.key == REGISTER
        self._wanted = "" if in_register else place.selected or place.key
        self._arriving = not in_register
        self.refresh()
        if self._register_stale:
            self._read_register()
        if in_register:
            self.register.choose(place.selected)
        else:
            self._back()

    def present_place(self) -> Place:
        worry = self._current()
        return Place("worries", selected=worry.id if worry else "")

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return worries_shortcuts()

    @property
    def facts(self) -> str:
        """What is said beneath the title."""
        return self._facts.text()

    # Reading

    def read(self) -> None:
        self.presenter.read_worries()

    def _register_changed(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind.startswith("risk-") for change in changes):
            self._register_stale = True
            if self.isVisible() and not self.taking_over.under_way:
                self._read_register()

    def _read_register(self) -> None:
        self._register_stale = False
        self.presenter.read_register()

    def _show(self, worries: tuple[Worry, ...], said: tuple[SaidWorries, ...]) -> None:
        row, kept = self.table.currentIndex().row(), self._wanted or self.present_place().selected
        self._wanted = ""
        self._said = said
        self.worries.show_worries(worries)
        at = self.worries.row_of(kept)
        self.table.choose_row(at if at >= 0 else min(max(row, 0), len(worries) - 1))
        self._show_chosen(self.table.currentIndex().row())
        self._tell()

    def _tell(self) -> None:
        worries = self.worries.worries
        compared = sum(one.verdict != "not compared" for one in worries)
        self._facts.setText(
            self.tr("%1, %2 compared with the risk register.")
            .replace("%1", counted(len(worries), self.tr("worry"), self.tr("worries")))
            .replace("%2", f"{compared:,}")
            if worries
            else self.tr(
                "No worry is noted yet. Ask for the top three worries in each session: its form has a field for them, and they "
                "are taken over here. Or type one in."
            )
        )
        count = sum(len(one.texts) for one in self._said)
        refs = ", ".join(one.session_ref for one in self._said[:6]) + ("…" if len(self._said) > 6 else "")
        words = counted(count, self.tr("worry"), self.tr("worries"))
        self.take_over.setText(self.tr("Take over %1 from %2").replace("%1", words).replace("%2", refs))
        self.take_over.setVisible(count > 0)
        self.table.setVisible(bool(worries))
        self.verdicts.setVisible(bool(worries))
        if self._arriving and not self.new_worry.text():
            self._back()
        self._arriving = False

    def _current(self) -> Worry | None:
        return self.worries.worry_at(self.table.currentIndex().row())

    def _show_chosen(self, row: int) -> None:
        worry = self.worries.worry_at(row)
        self.comparing.ask_for_entry(None)
        self.register.put_first(worry.text if worry else "")
        if worry is not None:
            self.verdicts.show_worry(worry)

    def _back(self) -> None:
        """To the table; where nothing is in it yet, to the line for a new worry."""
        self.comparing.ask_for_entry(None)
        target = self.new_worry if self.table.isHidden() else self.table
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        on_rows = self.table.hasFocus() or self.register.table.hasFocus()
        worry, key = self._current(), Qt.Key(event.key())
        if on_rows and not event.modifiers() and self._done(worry, key):
            return
        if key == Qt.Key.Key_T and not event.modifiers() and not self.take_over.isHidden():
            self._take_over()
        else:
            super().keyPressEvent(event)

    def _done(self, worry: Worry | None, key: Qt.Key) -> bool:
        """Whether the key was one for the chosen worry."""
        if worry is None:
            return False
        if key in KEYS:
            self.comparing.judge(KEYS[key])
        elif key == Qt.Key.Key_S:
            self._open_session()
        elif key == Qt.Key.Key_Delete:
            self.reason.ask(self.tr("Why is this worry retracted? It stays in the record."))
        else:
            return False
        return True

    # Worries

    def _note(self) -> None:
        text = self.new_worry.text().strip()
        if text:
            self.presenter.note(text)

    def _noted(self, worry_id: str) -> None:
        self._wanted = worry_id
        self.new_worry.clear()
        self.refresh()

    def _take_over(self) -> None:
        self.presenter.take_over(self._said)
        self._back()

    def _retract(self, reason: str) -> None:
        worry = self._current()
        if worry is not None:
            self.presenter.retract(worry, reason)
        self._back()

    def _open_session(self) -> None:
        worry = self._current()
        if worry is not None and worry.session_id is not None:
            self.go.emit(Place("session", worry.session_id, worry.line or ""))

    # The register

    def _add_risk(self, reference: str, title: str, rating: str, owner: str) -> None:
        self.presenter.add_risk(reference, title, rating, owner, self.tr("typed in"))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("The trust's risk register"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Risk register (*.xlsx *.xlsm *.csv *.tsv *.txt)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda path: self.taking_over.begin(Path(path)))
        dialog.open()
