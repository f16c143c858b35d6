"""Who reads what, of all entries: the tab of the reading plan.

Signals of ReadingOverview: `go(Place)`; `cite_wanted(str, Citation)` with the entry's id; `notice(str)`;
`told_of(str)` with what became of an act.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from wellled_desktop.inspection.page_ranges import Share, shares
from wellled_desktop.inspection.read_models import ReadingPart
from wellled_desktop.store import weighing_reading
from wellled_desktop.ui.following import Following
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.reading.plan_view import PlanView
from wellled_desktop.ui.places import Place


class ReadingOverview(Following):
    go = Signal(object)
    cite_wanted = Signal(str, object)
    notice = Signal(str)
    told_of = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = opened.bridge
        self._team = tuple(member.name for member in opened.inspection.team)
        self._parts: tuple[ReadingPart, ...] = ()
        self._read_before = self._arriving = False
        self._told = paragraph("", "muted")
        self.mine = QCheckBox(self.tr("Only &my reading"))
        self.mine.setToolTip(self.tr("Only the pages given to %1 (Alt+M)").replace("%1", opened.bridge.author))
        self.to_read = QCheckBox(self.tr("Only what is &not read yet"))
        self.to_read.setToolTip(self.tr("Leave out what is read (Alt+N)"))
        self.view = PlanView(opened, self.tr("Who reads which pages of which entry"), of_all=True)
        self.view.cite_wanted.connect(self.cite_wanted)
        self.view.notice.connect(self.notice)
        self.view.told.connect(self.told_of)
        self.view.opened.connect(lambda entry: self.go.emit(Place("evidence", selected=entry)))
        row = FlowLayout(16)
        for box in (self.mine, self.to_read):
            box.toggled.connect(self._show)
            row.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._told)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        self.follow(opened.bridge, frozenset(("reading-", "evidence-amended")))
        self._stale = True  # nothing was read yet
        self._show()

    @property
    def told(self) -> str:
        """How far each is, or how to begin."""
        return self._told.text()

    def read(self) -> None:
        self._bridge.ask(self, weighing_reading.reading_parts, self._take)

    def _take(self, parts: tuple[ReadingPart, ...]) -> None:
        self._parts, self._read_before = parts, True
        self._show()
        if self._arriving:
            self.take_focus()

    def _show(self, _checked: bool = False) -> None:
        self.view.known = self._parts
        self.view.show_parts(tuple(filter(self._is_wanted, self._parts)))
        self.view.show_names((*self._team, *(part.reader for part in self._parts)))
        for box in (self.mine, self.to_read):
            box.setVisible(bool(self._parts))
        self._told.setText(self._words())

    def _is_wanted(self, part: ReadingPart) -> bool:
        of_others = self.mine.isChecked() and part.reader.casefold() != self._bridge.author.casefold()
        return not of_others and not (self.to_read.isChecked() and part.state == "read")

    def _words(self) -> str:
        if not self._parts:
            return self.tr("No reading is planned yet. On an entry of the log, P says who reads which of its pages.")
        return "; ".join(map(self._said, shares(self._parts)))

    def _said(self, share: Share) -> str:
        """A. Inspector: 75 of 150 pages read."""
        words = self.tr("%1: %2 of %3 read").replace("%1", share.reader or self.tr("nobody yet"))
        words = words.replace("%2", f"{share.read:,}")
        return words.replace("%3", counted(share.pages, self.tr("page"), self.tr("pages")))

    def reached(self) -> None:
        """By the key of its tab, Qt goes to the first field: the rows are what one comes for."""
        if self.isVisible() and not self.view.isAncestorOf(self.window().focusWidget() or self):
            self.take_focus()

    def take_focus(self) -> None:
        """To the rows; until they have been read, it waits."""
        self._arriving = not self._read_before
        if not self._arriving:
            self.view.take_focus()
