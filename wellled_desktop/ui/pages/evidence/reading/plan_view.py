"""Parts of the reading plan in a table, with what can be done with the chosen one, each with its key.

Signals of PlanView: `cite_wanted(str, Citation)` with the entry's id; `opened(str)` with the entry's id, on Enter;
`notice(str)` and `told(str)` with a sentence, the first of what went wrong or may have.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wellled_desktop.exchange.file_names import shown_name
from wellled_desktop.inspection.citing import Citation
from wellled_desktop.inspection.commands import (
    ChangeReading,
    Command,
    PlanReading,
    ReturnReading,
    SetReading,
    WithdrawReading,
)
from wellled_desktop.inspection.page_ranges import Pages, next_state, planned_anew, told_of_overlaps
from wellled_desktop.inspection.read_models import ReadingPart
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.into_view import bring_into_view
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.kit.record_table import RecordTable
from wellled_desktop.ui.kit.table_keys import TableKeys
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.reading.plan_bar import FileToRead, PlanBar
from wellled_desktop.ui.pages.evidence.reading.plan_model import PlanModel

_MOST_ROWS = 8


class PlanView(QWidget):
    cite_wanted = Signal(str, object)
    opened = Signal(str)
    notice = Signal(str)
    told = Signal(str)

    def __init__(self, opened: Opened, name: str, *, of_all: bool) -> None:
        super().__init__()
        self._opened = opened
        self._of_all = of_all
        self._planned = ""
        self.known: tuple[ReadingPart, ...] = ()  # also those that are not on show
        self._focus_meanwhile: QWidget | None = None
        self.plan = PlanModel(self, of_all=of_all)
        self.table = RecordTable(name, self.plan, wide=self.plan.wide)
        self.table.set_widths(self.plan.samples, least=12 if of_all else 10)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._open)
        keys = {
            Qt.Key.Key_R: self._next_state,
            Qt.Key.Key_E: self._change,
            Qt.Key.Key_Delete: self._withdraw,
            Qt.Key.Key_C: self._cite,
        }
        TableKeys(self.table, keys)
        self.state = self._button("R", self._next_state, self.tr("Mark as read"))
        self.change = self._button(
            "E", self._change, self.tr("Change…"), self.tr("Change these pages, or who reads them")
        )
        self.withdraw = self._button("Del", self._withdraw, self.tr("Withdraw"))
        self.cite = self._button(
            "C", self._cite, self.tr("Cite…"), self.tr("Put a citation of these pages into a line")
        )
        self.bar = PlanBar(tuple(member.name for member in opened.inspection.team))
        self.bar.wanted.connect(self._plan)
        self.bar.refused.connect(self.notice)
        self.bar.left.connect(self.take_focus)
        self.file = paragraph("", "muted")
        acts = self._acts = QWidget()
        row = FlowLayout(8, acts)
        for button in (self.state, self.change, self.withdraw, self.cite):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.file)
        column.addWidget(acts)
        column.addWidget(self.bar)
        self._show_chosen(-1)

    def _button(self, key: str, act: Callable[[], None], words: str, what: str = "") -> QPushButton:
        made = QPushButton(words)
        made.setAccessibleName(words)
        made.setToolTip(f"{what or words} ({key})")
        made.clicked.connect(act)
        return made

    def show_parts(self, parts: tuple[ReadingPart, ...]) -> None:
        """What was chosen stays so; where it is gone, what is now in its place. The first that was just planned is chosen."""
        row, kept = self.table.currentIndex().row(), self._current()
        self.plan.show_parts(parts)
        at = self.plan.row_of(kept.id) if kept is not None else -1
        self.table.choose_row(at if at >= 0 else min(max(row, 0), len(parts) - 1))
        self.table.setVisible(bool(parts))
        if not self._of_all:  # in a column that scrolls
            rows = min(len(parts), _MOST_ROWS) * self.table.verticalHeader().defaultSectionSize()
            self.table.setFixedHeight(rows + self.table.horizontalHeader().sizeHint().height() + 4)
        self._show_chosen(self.table.currentIndex().row())
        self._go_to_planned()

    def _go_to_planned(self) -> None:
        """The keys too, unless somebody has gone elsewhere meanwhile."""
        at = self.plan.row_of(self._planned)
        if at >= 0:
            self._planned = ""
            self.table.choose_row(at)
            if self.window().focusWidget() is self._focus_meanwhile:
                self.take_focus()
                bring_into_view(self.table)

    def show_names(self, names: tuple[str, ...]) -> None:
        """Of the team, to be offered as readers."""
        self.bar.show_names(names)

    def plan_pages(self, entry_id: str, ref: str, files: tuple[FileToRead, ...], likeliest: int) -> None:
        self.bar.begin_plan(entry_id, ref, files, likeliest)
        bring_into_view(self.bar)

    def _current(self) -> ReadingPart | None:
        return self.plan.part_at(self.table.currentIndex().row())

    def _show_chosen(self, row: int) -> None:
        part = self.plan.part_at(row)
        self._acts.setVisible(part is not None)
        self.file.setText(f"{part.pages} of “{shown_name(part.file)}”" if part is not None and part.file else "")
        self.file.setVisible(bool(self.file.text()))
        if part is None:
            return
        standing = part.withdrawn_at is None
        for button in (self.state, self.change, self.cite):
            button.setVisible(standing)
        state = next_state(part.state)
        again = part.state == "read"
        words = self.tr("Mark as %1 again") if again else self.tr("Mark as %1")
        self.state.setText(words.replace("%1", state))
        words = self.tr("Take back that these pages were read: mark them as %1 again (R)")
        words = words if again else self.tr("Mark these pages as %1 (R)")
        self.state.setToolTip(words.replace("%1", state))
        self.withdraw.setText(self.tr("Withdraw") if standing else self.tr("Put back"))
        away = self.tr("Take these pages off the plan; they can be put back (Delete)")
        self.withdraw.setToolTip(away if standing else self.tr("Put these pages back on the plan (Delete)"))
        for button in (self.state, self.change, self.withdraw, self.cite):
            button.setAccessibleName(f"{part.entry_ref} {part.pages}: {button.text()}")

    def take_focus(self) -> None:
        if not self.table.isHidden():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Acting

    def _next_state(self) -> None:
        part = self._current()
        if part is not None and part.withdrawn_at is None:
            state = next_state(part.state)
            again = part.state == "read"
            words = self.tr("%1 was read, and is %2 again; Undo takes that back")
            words = words if again else self.tr("%1 is marked as %2")
            self._do_with(part, SetReading(part.id, state), words.replace("%2", state))

    def _do_with(self, part: ReadingPart, command: Command, words: str) -> None:
        """One thing with one part: what became of it stands where what was done last does."""
        told = words.replace("%1", f"{part.entry_ref} {part.pages}")
        then = partial(_tell, self.told, told)
        self._opened.bridge.do(command, then=then, refused=self.notice.emit, owner=self)

    def _change(self) -> None:
        part = self._current()
        if part is not None and part.withdrawn_at is None:
            self.bar.begin_change(part)
            bring_into_view(self.bar)

    def _withdraw(self) -> None:
        part = self._current()
        if part is not None:
            standing = part.withdrawn_at is None
            words = self.tr("%1 is withdrawn") if standing else self.tr("%1 is back on the plan")
            self._do_with(part, WithdrawReading(part.id) if standing else ReturnReading(part.id), words)

    def _cite(self) -> None:
        part = self._current()
        if part is not None:
            file = shown_name(part.file) if part.file else ""
            self.cite_wanted.emit(part.entry_id, Citation(part.entry_ref, part.first_page, file=file))

    def _open(self, row: int) -> None:
        part = self.plan.part_at(row)
        if part is not None:
            self.opened.emit(part.entry_id)

    def _plan(self, commands: tuple[Command, ...]) -> None:
        self._planned = next((one.id for one in commands if isinstance(one, PlanReading)), "")
        self._focus_meanwhile = self.window().focusWidget()
        readers = (one.reader for one in commands if isinstance(one, PlanReading | ChangeReading))
        told = (self.bar.told_of_strangers(reader for reader in readers if reader), self._overlaps(commands))
        self._do(commands, " ".join(filter(None, told)))

    def _overlaps(self, commands: tuple[Command, ...]) -> str:
        changed = {one.part: one for one in commands if isinstance(one, ChangeReading)}
        anew = [
            planned_anew(part, Pages(one.first_page or part.first_page, one.last_page or part.last_page))
            for part in self.known
            if (one := changed.get(part.id)) and (one.first_page, one.last_page) != (part.first_page, part.last_page)
        ]
        return told_of_overlaps((*anew, *(one for one in commands if isinstance(one, PlanReading))), self.known)

    def _do(self, commands: tuple[Command, ...], told: str = "") -> None:
        """`told` once it is on disk."""
        then = partial(_tell, self.notice, told) if told else None
        self._opened.bridge.do(*commands, then=then, refused=self.notice.emit, owner=self)


def _tell(signal: SignalInstance, words: str, _changes: object) -> None:
    signal.emit(words)
