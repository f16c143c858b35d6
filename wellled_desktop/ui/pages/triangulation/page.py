"""The Triangulation page: prompts by sources at a glance, advice on the selected prompt, and what is behind the selected cell;
on a second tab, which groups were heard.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine, ServiceFinding
from wellled_desktop.inspection.triangulation.advice import Advice
from wellled_desktop.inspection.triangulation.sources import Source
from wellled_desktop.inspection.triangulation.triangulating import Triangulated
from wellled_desktop.store.triangulation_reading import Behind, Matrix
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.node_changes import WEIGHING
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.triangulation.behind_list import BehindList
from wellled_desktop.ui.pages.triangulation.groups_view import GroupsView
from wellled_desktop.ui.pages.triangulation.legend import Legend
from wellled_desktop.ui.pages.triangulation.matrix_view import MatrixView
from wellled_desktop.ui.pages.triangulation.presenter import TriangulationPresenter
from wellled_desktop.ui.pages.triangulation.words import cell_in_words, empty_in_words, without_a_cell
from wellled_desktop.ui.places import Place

GROUPS = "groups"
_LEAST_CHARACTERS = 30
_LINES_FOR_ALL = 27
"""With so many lines of text in height there is room for what is said above the matrix, too."""


class TriangulationPage(Page):
    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._wanted = ""
        self._is_roomy = True
        self._elsewhere: dict[Source, int] = {}
        self.presenter = TriangulationPresenter(opened, self)
        self.matrix = MatrixView()
        self.behind = BehindList(role_titles(opened.pack))
        self._facts = paragraph("", "muted")
        self._cell = paragraph("", "muted")
        self._prompt = paragraph("")
        self.groups = GroupsView(opened)
        self.tabs = QTabWidget()
        self._build()
        self._connect()
        self.follow(opened.bridge, WEIGHING)

    def _build(self) -> None:
        left, column = _column()
        column.setContentsMargins(0, 12, 16, 0)
        both = self.tr("Strengths and concerns alike support, unless linked as pointing the other way.")
        real = self.tr(
            "A prompt is contradicted where the smaller side is at least a tenth of the larger, or all that one source says."
        )
        counted_here = self.tr(
            "Only what is linked to the prompt itself counts; the navigator counts all under a KLOE."
        )
        self.rule = paragraph(f"{both} {real} {counted_here}", "muted")
        self.legend = Legend()
        for part in (self._facts, self.legend, self.rule):
            column.addWidget(part)
        column.addWidget(self.matrix, 1)
        column.addWidget(self._cell)
        right, beside = _column()
        beside.setContentsMargins(16, 12, 0, 0)
        beside.addWidget(self._prompt)
        beside.addWidget(self.behind, 1)
        right.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([700, 260])
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Sources, or groups heard"))
        self.tabs.addTab(splitter, self.tr("Prompts by &source"))
        self.tabs.addTab(self.groups, self.tr("Gro&ups heard"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addWidget(label(self.tr("Triangulation"), "title"))
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.presenter.matrix_read.connect(self._show)
        self.presenter.behind_read.connect(self._show_behind)
        self.matrix.chosen.connect(self._choose)
        self.matrix.entered.connect(self.behind.take_focus)
        self.behind.opened.connect(self._open)
        self.behind.more_wanted.connect(self.presenter.show_more)
        self.behind.left.connect(self._back)
        self.groups.go.connect(self.go)
        self.groups.notice.connect(self.notice)
        self.tabs.currentChanged.connect(self._reached)

    def show_place(self, place: Place) -> None:
        """`Place.selected` is a prompt; with the key "groups", a group on the second tab."""
        if place.key == GROUPS:
            self.tabs.setCurrentWidget(self.groups)
            self.groups.want(place.selected)
        else:
            self._wanted = place.selected or place.key
            self.tabs.setCurrentIndex(0)
        self.refresh()
        self._back()

    def present_place(self) -> Place:
        if self._on_groups:
            return Place("triangulation", GROUPS, self.groups.group)
        return Place("triangulation", selected=self.matrix.node)

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return (
            Shortcut("Alt+S, Alt+U", self.tr("Prompts by source; groups heard")),
            Shortcut("Return", self.tr("From a cell to what is behind it; there, open the line in its session")),
            Shortcut("Esc", self.tr("Back to the cell")),
            Shortcut("A", self.tr("To the next prompt with advice; to the next group that nobody has heard")),
            Shortcut("K", self.tr("Open the prompt on its KLOE's page")),
        )

    @property
    def facts(self) -> str:
        """What is said beneath the title."""
        return self._facts.text()

    @property
    def cell_words(self) -> str:
        """What is said beneath the matrix of the selected cell."""
        return self._cell.text()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where there is little room the prompts have it; what is said above them is then in the tooltip of what is left."""
        super().resizeEvent(event)
        self._is_roomy = event.size().height() >= _LINES_FOR_ALL * self.fontMetrics().height()
        for part in (self.legend, self.rule):
            part.setVisible(self._is_roomy)
        self._facts.setToolTip("" if self._is_roomy else f"{self.legend.accessibleName()}. {self.rule.text()}")
        if self.matrix.matrix.rows:
            self._tell(self.matrix.matrix.rows)
            self._tell_cell()

    # Reading

    def read(self) -> None:
        self.presenter.read()

    def _show(self, found: Matrix) -> None:
        rows, self._elsewhere = found.prompts, found.elsewhere
        node, source = self._wanted or self.matrix.node, self.matrix.source
        self._wanted = ""
        self.matrix.matrix.show_rows(rows)
        self.matrix.choose(node, source)
        self._tell(rows)
        self._tell_cell()

    def _tell(self, rows: tuple[Triangulated, ...]) -> None:
        held = sum(bool(one.row.cells) for one in rows)
        advised = sum(bool(one.advice) for one in rows)
        if not held:
            self._facts.setText(
                self.tr(
                    "Nothing is linked to a prompt yet. In a session, # and a prompt's id (#W3.2) link a line to it; each line "
                    "then counts here for the source it comes from."
                )
            )
            return
        words = (
            counted(len(rows), self.tr("prompt"), self.tr("prompts")),
            self.tr("%1 with something linked").replace("%1", f"{held:,}"),
            self.tr("%1 with advice").replace("%1", f"{advised:,}"),
        )
        every = self.tr(" Not every prompt needs every source.") if self._is_roomy else ""
        self._facts.setText(f"{', '.join(words)}.{every}")

    def _choose(self, node: str, source: Source | None) -> None:
        self._tell_cell()
        self.presenter.show_cell(node, source)

    def _tell_cell(self) -> None:
        index = self.matrix.currentIndex()
        one = self.matrix.matrix.row_at(index.row())
        if one is not None:
            cell = self.matrix.matrix.cell(index.row(), index.column())
            words = cell_in_words(one.node, self.matrix.source, cell)
            self._cell.setText(" ".join(part for part in (f"{words}.", self._of_empty_columns()) if part))
            own = self.tr(" (the team's own question)") if one.local else ""
            self._prompt.setText(f"{one.node}  {one.text}{own}")

    def _of_empty_columns(self) -> str:
        """Of the column one is in, or with room of all, that nothing is in it, and what there is elsewhere."""
        source, empty = self.matrix.source, without_a_cell(self.matrix.matrix.rows)
        if source is not None:
            empty = tuple(one for one in empty if one == source)
        return empty_in_words(empty, self._elsewhere) if self._is_roomy or source is not None else ""

    def _show_behind(self, behind: Behind) -> None:
        at = self.matrix.matrix.row_of(behind.node)
        one = self.matrix.matrix.row_at(at)
        self.behind.show_behind(one.advice if one else (), behind)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.modifiers() or self._on_groups:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_A:
            if not self.matrix.next_advice():
                self.notice.emit(self.tr("There is no advice: nothing that is linked rests on too little."))
        elif event.key() == Qt.Key.Key_K:
            self._open_kloe()
        else:
            super().keyPressEvent(event)

    @property
    def _on_groups(self) -> bool:
        return self.tabs.currentWidget() is self.groups

    def _reached(self, _index: int) -> None:
        """By the key of its tab, to its rows; never out of another part of the window."""
        if self.isVisible() and not self.tabs.currentWidget().isAncestorOf(self.window().focusWidget() or self):
            self._back()

    def _back(self) -> None:
        if self._on_groups:
            self.groups.take_focus()
            return
        self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_kloe(self) -> None:
        if self.matrix.node:
            self.go.emit(Place("kloe", self.matrix.node.split(".", maxsplit=1)[0], self.matrix.node))

    def _open(self, row: object) -> None:
        """A line in its session, an entry or a finding in the evidence; what has no place of its own, on the KLOE's page."""
        if isinstance(row, LinkedLine):
            self.go.emit(Place("session", row.line.session_id, row.line.id))
        elif isinstance(row, Advice) and row.line:
            self.go.emit(Place("session", row.session, row.line))
        elif isinstance(row, EvidenceEntry):
            self.go.emit(Place("evidence", selected=row.id))
        elif isinstance(row, ServiceFinding):
            self.go.emit(Place("evidence", "findings", row.id))
        else:
            self._open_kloe()


def _column() -> tuple[QWidget, QVBoxLayout]:
    widget = QWidget()
    widget.setProperty("kind", "page")
    column = QVBoxLayout(widget)
    column.setSpacing(8)
    return widget, column
