"""What the quick line has just planned: the schedule goes to it as soon as it is on disk, and says so."""

import datetime as dt

from PySide6.QtCore import QObject

from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.schedule import end_of, start_of
from wellled_desktop.ui.kit.words import clock_time, short_day
from wellled_desktop.ui.pages.sessions.schedule_day import day_of
from wellled_desktop.ui.pages.sessions.schedule_view import ScheduleView
from wellled_desktop.ui.pages.sessions.schedule_words import clashes_of, named


class JustPlanned(QObject):
    """The caret stays in the quick line, so that the next session can be typed."""

    def __init__(self, view: ScheduleView) -> None:
        super().__init__(view)
        self._view = view
        self._wanted = ""
        self._told = ""
        view.shown.connect(self._look)

    def wait_for(self, session_id: str) -> None:
        """It has its number, and is part of the schedule, once it is on disk."""
        self._wanted = session_id

    def end(self) -> dt.datetime | None:
        """When what was just planned ends, while it is the one selected: what is typed next without a time follows it."""
        session = self._view.session()
        if session is None or session.id != self._told:
            return None
        end = end_of(session)
        there = end is not None and end.astimezone(self._view.zone).date() == self._view.tabs.day()
        return end if there else None

    def _look(self) -> None:
        planned = self._find(self._wanted)
        if planned is not None:
            self._told, self._wanted = planned.id, ""
            self._view.select(planned.id)
            self._view.quick.tell(self._words(planned))
        elif self._told and self._find(self._told) is None:  # taken back, or cancelled
            self._told = ""
            self._view.quick.tell("")

    def _find(self, session_id: str) -> Session | None:
        return next((one for one in self._view.reading.going if one.id == session_id), None)

    def _words(self, session: Session) -> str:
        """One short line, so that the grid keeps its height; the facts beneath it say the rest."""
        view = self._view
        start, end = start_of(session), end_of(session)
        times = f"{clock_time(start, view.zone)}–{clock_time(end, view.zone)}" if start else self.tr("without a time")
        day = day_of(session, view.zone)
        parts = [session.ref, short_day(day) if day is not None else "", times]
        if session.id in (clashes := clashes_of(view.reading.bookings)):
            parts.append(self.tr("double-booked with %1").replace("%1", named(clashes[session.id])))
        words = self.tr("Planned: %1. Esc goes to it on the schedule.")
        return words.replace("%1", ", ".join(part for part in parts if part))
