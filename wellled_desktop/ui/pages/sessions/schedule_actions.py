"""What is done on the schedule by key, drag and the quick line: each a command, shown at once and recorded through the bridge."""

import datetime as dt
import os
from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QKeyCombination, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from wellled_desktop.exchange.wall_clock import moment_of
from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.commands import (
    CancelSession,
    ChangeSession,
    Command,
    NewParticipant,
    PlanSession,
    RestoreSession,
)
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.quick_add import QuickPlan
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.schedule import rebooked
from wellled_desktop.inspection.speaking import spoken_role
from wellled_desktop.ui.kit.words import in_words, short_day
from wellled_desktop.ui.page import Shortcut
from wellled_desktop.ui.pages.sessions import schedule_changes as changes
from wellled_desktop.ui.pages.sessions.edit_session import EditSessionDialog
from wellled_desktop.ui.pages.sessions.new_session import Prefill
from wellled_desktop.ui.pages.sessions.schedule_day import QUARTER, day_of, moment_at
from wellled_desktop.ui.pages.sessions.schedule_gaps import Gap
from wellled_desktop.ui.pages.sessions.schedule_planned import JustPlanned
from wellled_desktop.ui.pages.sessions.schedule_reading import held_alone
from wellled_desktop.ui.pages.sessions.schedule_view import ScheduleView

_KEYS_OF_ARROWS = Qt.KeyboardModifier.KeypadModifier


class ScheduleActions(QObject):
    def __init__(self, view: ScheduleView) -> None:
        super().__init__(view)
        self._view = view
        view.acts = self
        self._bridge = view.inspection.bridge
        self._alone = held_alone(view.inspection.pack)
        self._planned = JustPlanned(view)
        self._on_the_way = 0
        self._reasoned: Callable[[str], Command] | None = None
        self._table = self._keys()
        self._by_keys = {QKeySequence(keys).toString(): act for keys, _, act in self._table}
        view.grid.drag.dropped.connect(self._dropped)
        view.grid.drag.stretched.connect(self._stretched)
        view.quick.planned.connect(self.plan)
        view.gaps.taken.connect(self.take_gap)
        view.reason.given.connect(self._give_reason)
        view.reason.left.connect(view.focus_schedule)

    def _keys(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            ("Alt+Up", self.tr("Earlier by a quarter of an hour"), partial(self._shift, -1)),
            ("Alt+Down", self.tr("Later by a quarter of an hour"), partial(self._shift, 1)),
            ("Alt+Left", self.tr("Hand the session to the team member before"), partial(self._hand, -1)),
            ("Alt+Right", self.tr("Hand the session to the next team member"), partial(self._hand, 1)),
            ("Alt+PgUp", self.tr("Move the session to the day before"), partial(self._move_day, -1)),
            ("Alt+PgDown", self.tr("Move the session to the next day"), partial(self._move_day, 1)),
            ("Alt+Shift+Up", self.tr("Shorter by a quarter of an hour"), partial(self._lengthen, -QUARTER)),
            ("Alt+Shift+Down", self.tr("Longer by a quarter of an hour"), partial(self._lengthen, QUARTER)),
            ("F2", self.tr("Change the session in a form"), self.edit),
            ("Delete", self.tr("Cancel the session, with a reason"), self.ask_cancel),
            ("Ctrl+Up", self.tr("To the session before"), partial(self._walk, -1)),
            ("Ctrl+Down", self.tr("To the next session of the day"), partial(self._walk, 1)),
            ("Ctrl+PgUp", self.tr("The day before"), partial(self._view.tabs.step, -1)),
            ("Ctrl+PgDown", self.tr("The next day"), partial(self._view.tabs.step, 1)),
        )

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return tuple(Shortcut(keys, what) for keys, what, _ in self._table)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether the key is the schedule's now: with the focus on it, and a session there for what moves one."""
        keys = self._named(event)
        if keys not in self._by_keys or not self._view.on_schedule():
            return False
        return not keys.startswith("Alt") or self._view.session() is not None

    def act(self, event: QKeyEvent) -> bool:
        if not self.takes(event):
            return False
        self._by_keys[self._named(event)]()
        return True

    def _named(self, event: QKeyEvent) -> str:
        modifiers = event.modifiers() & ~_KEYS_OF_ARROWS
        return QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString()

    # --- recording

    def waiting(self) -> bool:
        """Whether a change that is shown already is still on its way to the disk."""
        return self._on_the_way > 0

    def _do(
        self, command: Command, then: Callable[[], None] | None = None, refused: Callable[[], None] | None = None
    ) -> None:
        self._on_the_way += 1
        refusal = partial(self._refused, refused)
        self._bridge.do(command, then=lambda _changes: self._done(then), refused=refusal, owner=self)

    def _done(self, then: Callable[[], None] | None) -> None:
        self._on_the_way -= 1
        if then is not None:
            then()

    def _refused(self, refused: Callable[[], None] | None, sentence: str) -> None:
        self._on_the_way -= 1
        if refused is not None:
            refused()
        self._view.notice.emit(sentence)
        self._view.refresh_wanted.emit()

    def _change(self, session: Session, command: ChangeSession | None) -> None:
        """Shown before it is on disk, so that a key that is held down goes on from where the session stands."""
        if command is None:
            return
        changed = changes.applied(session, command)
        going = tuple(changed if one.id == session.id else one for one in self._view.reading.going)
        self._do(command)
        bookings = rebooked(self._view.reading.bookings, changed, going, self._alone)
        self._view.show_now(msgspec.structs.replace(self._view.reading, going=going, bookings=bookings))
        self._view.select(session.id)

    def _movable(self) -> Session | None:
        session = self._view.session()
        if session is None:
            return None
        if session.started_at is not None:
            words = self.tr("%1 has begun, so its place on the schedule stands.").replace("%1", session.ref)
            self._view.notice.emit(words)
            return None
        return session

    def _shift(self, quarters: int) -> None:
        if session := self._movable():
            self._change(session, changes.by_quarters(session, quarters, self._view.zone))

    def _lengthen(self, minutes: int) -> None:
        if session := self._movable():
            self._change(session, changes.to_minutes(session, session.planned_minutes + minutes))

    def _hand(self, step: int) -> None:
        session = self._movable()
        if session is None or self._view.tabs.day() is None:
            return
        columns = self._view.model.shown.columns
        block = self._view.model.block_of(session.id)
        at = (block.column if block else 0) + step
        if 0 <= at < len(columns):
            self._change(session, changes.to_lead(session, columns[at]))

    def _move_day(self, step: int) -> None:
        session = self._movable()
        day = day_of(session, self._view.zone) if session else None
        if session is not None and day is not None:
            self._change(session, changes.to_day(session, self._view.tabs.day_beside(day, step), self._view.zone))

    def _dropped(self, session_id: str, row: int, column: int) -> None:
        day, session = self._view.tabs.day(), self._find(session_id)
        if day is not None and session is not None:
            start = moment_at(day, row, self._view.zone)
            self._change(session, changes.to_slot(session, start, self._view.model.lead_at(column)))

    def _stretched(self, session_id: str, minutes: int) -> None:
        if session := self._find(session_id):
            self._change(session, changes.to_minutes(session, minutes))

    def _find(self, session_id: str) -> Session | None:
        return next((one for one in self._view.reading.going if one.id == session_id), None)

    def _walk(self, step: int) -> None:
        """To the next session of the day, in the order of time and column."""
        blocks = [block for block in self._view.model.shown.blocks if not block.quiet]
        if self._view.tabs.day() is None or not blocks:
            return
        order = sorted((block.top // QUARTER, block.column, block.lane, block.session.id) for block in blocks)
        present = self._view.grid.session()
        at = next((n for n, one in enumerate(order) if present and one[3] == present.id), None)
        if at is None:
            here = (*self._view.grid.slot(), 0, "")
            at = next((n for n, one in enumerate(order) if one > here), len(order)) - (1 if step > 0 else 0)
        self._view.grid.choose_session(order[(at + step) % len(order)][3])

    # --- adding, editing, cancelling

    def edit(self) -> None:
        session = self._view.session()
        if session is None:
            return
        dialog = EditSessionDialog(self._view.inspection, session, self._view)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._view.focus_schedule)
        dialog.open()

    def ask_cancel(self) -> None:
        if session := self._view.session():
            self._reasoned = partial(CancelSession, session.id)
            self._view.reason.ask(self.tr("Why is %1 cancelled?").replace("%1", session.ref))

    def _ask_restore(self, session: Session) -> None:
        self._reasoned = partial(RestoreSession, session.id)
        self._view.reason.ask(self.tr("Why is %1 restored?").replace("%1", session.ref))

    def _give_reason(self, reason: str) -> None:
        self._view.focus_schedule()
        if self._reasoned is not None:
            self._do(self._reasoned(reason))

    def take_gap(self, gap: Gap) -> None:
        if gap.session is not None and gap.kind == "cancelled":
            self._ask_restore(gap.session)
        elif gap.session is not None:
            self._view.select(gap.session.id)
            self._view.focus_schedule()
        elif len(gap.roles) > 1:
            self._offer_roles(gap)
        else:
            self._plan_for(gap.roles)

    def _offer_roles(self, gap: Gap) -> None:
        """Several could answer it: which of them is asked?"""
        menu = QMenu(self._view.gaps)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        titles = role_titles(self._view.inspection.pack)
        for role in gap.roles:
            action = QAction(spoken_role(titles[role]), menu)
            action.triggered.connect(partial(self._plan_for, (role,)))
            menu.addAction(action)
        menu.setActiveAction(menu.actions()[0])
        place = self._view.gaps.visualRect(self._view.gaps.currentIndex()).bottomLeft()
        menu.popup(self._view.gaps.viewport().mapToGlobal(QPoint(place)))

    def _plan_for(self, roles: tuple[str, ...], _checked: bool = False) -> None:
        view = self._view
        self._view.new_wanted.emit(Prefill(view.slot_start(), 60, view.slot_lead(), roles))

    def _start_of(self, plan: QuickPlan) -> dt.datetime | None:
        day = self._view.tabs.day()
        if day is None:
            return None
        if plan.time is None:
            return self._planned.end() or self._view.slot_start()
        return moment_of(dt.datetime.combine(day, plan.time), self._view.zone)[0]

    def plan(self, plan: QuickPlan) -> None:
        """Plans what the quick line says, on the day that is shown, and goes to it."""
        command = PlanSession(
            id=_new_id(),
            kind=plan.kind,
            roles=plan.roles,
            participants=tuple(NewParticipant(_new_id(), role) for role in plan.roles),
            planned_start=self._start_of(plan),
            planned_minutes=plan.minutes,
            place=plan.place,
            lead=plan.lead or self._view.slot_lead(),
            note_taker=self._bridge.author,
        )
        words = self._view.quick.take_words()
        self._planned.wait_for(command.id)
        self._do(command, refused=lambda: self._view.quick.give_back(words))

    def plan_words(self, plan: QuickPlan) -> str:
        start, lead = self._start_of(plan), plan.lead or self._view.slot_lead()
        titles = role_titles(self._view.inspection.pack)
        when = self.tr("without a time")
        if start is not None:
            wall = start.astimezone(self._view.zone)
            end = (start + dt.timedelta(minutes=plan.minutes)).astimezone(self._view.zone)
            when = f"{short_day(wall.date())}, {wall:%H:%M}–{end:%H:%M}"
        parts = (
            when,
            f"{in_words(plan.kind)}: {', '.join(spoken_role(titles[role]) for role in plan.roles)}",
            self.tr("in %1").replace("%1", plan.place) if plan.place else "",
            self.tr("lead %1").replace("%1", lead) if lead else self.tr("nobody leads it yet"),
            self.tr("notes by %1").replace("%1", self._bridge.author),
        )
        return self.tr("Enter plans: %1").replace("%1", ", ".join(part for part in parts if part))


def _new_id() -> str:
    return uuid7(round(dt.datetime.now(dt.UTC).timestamp() * 1000), os.urandom(10))
