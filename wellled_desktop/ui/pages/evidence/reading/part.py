"""Who reads which pages of the chosen entry: a part of the entry's detail.

Signals of ReadingPlanPart: `cite_wanted(str, Citation)` with the entry's id, None for the entry as a whole; `notice(str)`;
`told_of(str)` with what became of an act.
"""

from contextlib import closing
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.exchange.file_names import shown_name
from wellled_desktop.inspection.natural_order import natural_order
from wellled_desktop.inspection.page_ranges import shares
from wellled_desktop.inspection.read_models import Attachment, EvidenceEntry, ReadingPart
from wellled_desktop.store import weighing_reading
from wellled_desktop.store.errors import StoreError
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.following import Following
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.reading.plan_bar import FileToRead
from wellled_desktop.ui.pages.evidence.reading.plan_view import PlanView
from wellled_desktop.vault.errors import VaultError


class ReadingPlanPart(Following):
    cite_wanted = Signal(str, object)
    notice = Signal(str)
    told_of = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = opened.bridge
        self._team = tuple(member.name for member in opened.inspection.team)
        self._entry: EvidenceEntry | None = None
        self._parts: tuple[ReadingPart, ...] = ()
        self._told = paragraph("", "muted")
        self.plan = QPushButton(self.tr("Plan the reading…"))
        self.plan.setToolTip(self.tr("Say who reads which pages (P)"))
        self.plan.clicked.connect(self.begin_plan)
        self.cite = QPushButton(self.tr("Cite the entry…"))
        self.cite.setToolTip(self.tr("Put a citation of the entry into a line (C)"))
        self.cite.clicked.connect(self._cite)
        self.withdrawn = QCheckBox(self.tr("Show with&drawn"))
        self.withdrawn.setToolTip(self.tr("Also the pages taken off the plan; each can be put back (Alt+D)"))
        self.withdrawn.toggled.connect(self._show)
        self.view = PlanView(opened, self.tr("Who reads which pages"), of_all=False)
        self.view.cite_wanted.connect(self.cite_wanted)
        self.view.notice.connect(self.notice)
        self.view.told.connect(self.told_of)
        row = FlowLayout(8)
        for widget in (self.plan, self.cite, self.withdrawn):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Reading plan"), "subheading"))
        column.addWidget(self._told)
        column.addWidget(self.view)
        column.addLayout(row)
        self.follow(opened.bridge, frozenset(("reading-",)))

    @property
    def told(self) -> str:
        """How far the reading is, or how to begin."""
        return self._told.text()

    def show_entry(self, entry: EvidenceEntry | None) -> None:
        another = entry is None or self._entry is None or entry.id != self._entry.id
        self._entry = entry
        self.setVisible(entry is not None)
        if entry is None:
            return
        standing = entry.retracted_at is None
        self.plan.setVisible(standing)
        self.cite.setVisible(standing)
        self.plan.setAccessibleName(f"{entry.ref}: {self.plan.text()}")
        self.cite.setAccessibleName(f"{entry.ref}: {self.cite.text()}")
        if another:
            self.view.bar.hide()
            self._take((), entry.id)
            self.refresh()

    def read(self) -> None:
        if self._entry is not None:
            question = partial(weighing_reading.reading_parts, entry_id=self._entry.id, withdrawn=True)
            self._bridge.ask(self, question, partial(self._take, entry_id=self._entry.id))

    def _take(self, parts: tuple[ReadingPart, ...], entry_id: str) -> None:
        if self._entry is not None and entry_id == self._entry.id:
            self._parts = parts
            self._show()

    def _show(self, _checked: bool = False) -> None:
        standing = tuple(part for part in self._parts if part.withdrawn_at is None)
        self.withdrawn.setVisible(len(standing) < len(self._parts))
        self.view.known = self._parts
        self.view.show_parts(self._parts if self.withdrawn.isChecked() else standing)
        self.view.show_names((*self._team, *(part.reader for part in self._parts)))
        self._told.setText(self._words(standing))

    def _words(self, standing: tuple[ReadingPart, ...]) -> str:
        if not standing:
            return self.tr("Nobody has been given pages to read yet. P splits them among the team: 1-300 among four.")
        by_reader = shares(standing)
        pages = sum(one.pages for one in by_reader)
        words = self.tr("%1 of %2 read").replace("%1", f"{sum(one.read for one in by_reader):,}")
        return words.replace("%2", counted(pages, self.tr("page"), self.tr("pages")))

    # Planning

    def begin_plan(self) -> None:
        """With the pages nobody has been given yet, where it is known how many there are."""
        entry = self._entry
        if entry is None or entry.retracted_at is not None:
            return
        job = partial(_pages_of, self._bridge, entry.id)
        self._bridge.work(self, job, partial(self._begin, entry), self._unknown, lane="find")

    def _begin(self, entry: EvidenceEntry, attached: tuple[tuple[Attachment, int], ...]) -> None:
        if self._entry is None or entry.id != self._entry.id:
            return
        alone = len(attached) == 1
        left = [(pages - self._planned("" if alone else one.id), one, pages) for one, pages in attached]
        files = tuple(
            FileToRead(one.id, shown_name(one.name), f"{pages - over + 1}-{pages}" if over > 0 and pages else "", pages)
            for over, one, pages in left
        )
        longest = max(range(len(left)), key=lambda at: left[at][0], default=0)
        self.view.plan_pages(entry.id, entry.ref, files, longest)

    def _planned(self, attachment: str) -> int:
        """The last page that is on the plan, of one of the entry's files, or of whichever."""
        standing = (part for part in self._parts if part.withdrawn_at is None)
        return max((part.last_page for part in standing if attachment in ("", part.attachment_id)), default=0)

    def _unknown(self, problem: Exception) -> None:
        """How many pages there are is only a help."""
        if not isinstance(problem, StoreError | VaultError | OSError):
            raise problem
        if self._entry is not None:
            self._begin(self._entry, ())

    def _cite(self) -> None:
        if self._entry is not None:
            self.cite_wanted.emit(self._entry.id, None)


def _pages_of(bridge: Bridge, entry_id: str) -> tuple[tuple[Attachment, int], ...]:
    """The entry's files as people order them, each with its number of pages; 0 of what has none of its own, or was not read."""
    attached = bridge.read_now(partial(weighing_reading.attachments, entry_id=entry_id))
    with closing(bridge.inspection.documents()) as documents:
        counts = documents.page_counts({one.sha256 for one in attached})
    return tuple((one, counts.get(one.sha256, 0)) for one in sorted(attached, key=lambda one: natural_order(one.name)))
