"""Which groups of staff and of patients were heard: a table of all, and beside it what is known and asked of one.

Signals of GroupsView: `go(Place)`; `notice(str)`.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from wellled_desktop.framework.groups import GroupWords
from wellled_desktop.inspection.equality import GroupHeard, SessionHeard, groups_heard
from wellled_desktop.store.equality_reading import sessions_heard
from wellled_desktop.ui.following import Following
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.kit.linked_list import LinkedList
from wellled_desktop.ui.kit.linked_rows import ListRow
from wellled_desktop.ui.kit.record_table import RecordTable
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.triangulation.groups_model import (
    CHARACTERISTIC,
    GROUP,
    KINDS,
    LAST,
    PEOPLE,
    SESSIONS,
    GroupsModel,
    beside,
    first_to_open,
    heard_in_words,
)
from wellled_desktop.ui.places import Place

_CHANGES = frozenset({"form-answered", "session-cancelled", "session-restored", "session-changed", "session-started"})
_LEAST_CHARACTERS = 30


class BesideGroup(LinkedList):
    """What is known and asked of one group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Where the selected group was heard, and what the framework asks of it"))
        self._group = ""
        self.rows: tuple[ListRow, ...] = ()

    def show_group(self, group: str, rows: tuple[ListRow, ...]) -> None:
        same, self._group, self.rows = group == self._group, group, rows
        self.show_rows(rows, same=same)

    def first_to_choose(self) -> int:
        return first_to_open(self.rows)

    def take_focus(self) -> None:
        self.choose(self.first_to_choose())
        self._begin_with_a_row()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_with_a_row(self) -> None:
        """Where the chosen row could only be whole by scrolling, the words above it are there whole or not at all."""
        top = self.visualRect(self.linked.index(self.rows_in_view().start))
        if top.top() < 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top.bottom() + 1)


class GroupsView(Following):
    go = Signal(object)
    notice = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._wanted = ""
        self.model = GroupsModel(self)
        self._facts = paragraph("", "muted")
        self.table = RecordTable(self.tr("Groups of staff and of patients: heard or not"), self.model, wide=GROUP)
        self.beside = BesideGroup()
        self._build()
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._to_beside)
        self.beside.opened.connect(self._open)
        self.beside.left.connect(self.take_focus)
        self.follow(opened.bridge, _CHANGES)
        self._stale = True  # nothing was read yet

    def _build(self) -> None:
        samples = {
            CHARACTERISTIC: self.tr("pregnancy and maternity"),
            SESSIONS: self.tr("12 sessions"),
            PEOPLE: self.tr("heard, fewer than five"),
            KINDS: self.tr("focus group, panel"),
            LAST: self.tr("Wed 24 November"),
        }
        self.table.set_widths(samples, (CHARACTERISTIC, KINDS, LAST, SESSIONS), least=34)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        self.beside.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS)
        for part in (self.table, self.beside):
            splitter.addWidget(part)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([700, 260])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._facts)
        column.addWidget(splitter, 1)

    @property
    def facts(self) -> str:
        """What is said above the table."""
        return self._facts.text()

    @property
    def group(self) -> str:
        """The current row's group; "" before there is one."""
        at = self.table.currentIndex().row()
        return self.model.rows[at].group.id if 0 <= at < len(self.model.rows) else ""

    def want(self, group: str) -> None:
        """Makes the group the current one, once the groups have been read."""
        self._wanted = group
        self._choose_wanted()

    # Reading

    def read(self) -> None:
        self._opened.bridge.ask(self, sessions_heard, self._show)

    def _show(self, sessions: tuple[SessionHeard, ...]) -> None:
        rows = groups_heard(self._opened.pack, sessions)
        self.model.show_rows(rows)
        self._facts.setText(self._told(rows))
        self._choose_wanted()
        self._choose(self.table.currentIndex().row())

    def _told(self, rows: tuple[GroupHeard, ...]) -> str:
        if not rows:
            return self.tr("The framework of this inspection lists no groups.")
        if not any(row.heard for row in rows):
            return self.tr(
                "No session has said yet which groups were heard. Its form (Ctrl+Shift+F) has a place for it, “Groups heard”: "
                "the group and, if counted, how many; never a name."
            )
        guarded = self.tr(
            "Fewer than five are never told as a number, nor in which session; “not counted” is of a focus group or an "
            "observation in which nobody counted them."
        )
        return f"{heard_in_words(sum(row.heard for row in rows), len(rows))} {guarded}"

    def _choose_wanted(self) -> None:
        at = self.model.row_of(self._wanted) if self._wanted else self.table.currentIndex().row()
        if self.model.rows:
            self._wanted = ""
            self.table.choose_row(max(0, at))

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self.model.rows):
            row = self.model.rows[at]
            self.beside.show_group(row.group.id, beside(self._opened.pack, row))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.modifiers():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_A:
            self._next_unheard()
        elif event.key() == Qt.Key.Key_K:
            self._open_asking()
        else:
            super().keyPressEvent(event)

    def _next_unheard(self) -> None:
        at = self.model.next_unheard(self.table.currentIndex().row())
        if at < 0:
            self.notice.emit(self.tr("There is no advice: every group of the list was heard."))
        else:
            self.table.choose_row(at)

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_beside(self, _row: int) -> None:
        self.beside.take_focus()

    def _open(self, record: object) -> None:
        """A session at its beginning; the framework's words on their KLOE's page."""
        if isinstance(record, SessionHeard):
            self.go.emit(Place("session", record.session_id))
        elif isinstance(record, GroupWords):
            self.go.emit(Place("kloe", record.node.split(".", maxsplit=1)[0], record.node))

    def _open_asking(self) -> None:
        """The words that are current beside the table, or the first that ask after the group."""
        current = self.beside.current_record()
        records = [current, *(getattr(row, "record", None) for row in self.beside.rows)]
        words = next((one for one in records if isinstance(one, GroupWords)), None)
        if words is not None:
            self._open(words)
