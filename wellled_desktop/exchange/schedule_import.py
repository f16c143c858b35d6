"""What taking a schedule from a file would do to the record, entry by entry, before anything is done: new, changed, the same,
or not understood; and what stands in the record and not in the file. Nothing is ever cancelled by it.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from wellled_desktop.exchange.calendar_entry import OURS, USUAL_MINUTES
from wellled_desktop.exchange.schedule_entry import ScheduleEntry
from wellled_desktop.exchange.wall_clock import Zone, on_the_wall
from wellled_desktop.inspection.commands import ChangeSession, NewParticipant, PlanSession
from wellled_desktop.inspection.decisions import UNDONE
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.schedule import start_of

Outcome = Literal["new", "changed", "the same", "not understood"]
OUTCOMES: tuple[Outcome, ...] = ("new", "changed", "the same", "not understood")
_NO_ROLE = "It names no role of the framework; choose one for it."
_LONGEST = 500


class ImportRow(msgspec.Struct, frozen=True):
    """One entry and what it comes to. `changes` are the fields that would be different.

    `needs_role` is put right by choosing a role.
    """

    entry: ScheduleEntry
    outcome: Outcome
    session: Session | None = None
    command: PlanSession | ChangeSession | None = None
    changes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    needs_role: bool = False


class ImportPlan(msgspec.Struct, frozen=True):
    """`absent` are planned sessions that the file does not have; they stand as they are."""

    rows: tuple[ImportRow, ...]
    absent: tuple[Session, ...]
    remark: str = ""

    @property
    def commands(self) -> tuple[PlanSession | ChangeSession, ...]:
        return tuple(row.command for row in self.rows if row.command is not None)

    def count(self, outcome: Outcome) -> int:
        return sum(row.outcome == outcome for row in self.rows)


def plan_import(
    entries: Sequence[ScheduleEntry],
    sessions: Iterable[Session],
    new_id: Callable[[], str],
    *,
    zone: Zone = None,
    chosen: Mapping[int, str] | None = None,
    remark: str = "",
) -> ImportPlan:
    """`sessions` are all of the inspection, cancelled ones too; `chosen` are roles picked for entries, by their place.

    A session whose planning was taken back is none: an import taken back can be done again.
    """
    known = _Known(tuple(one for one in sessions if one.cancelled_reason != UNDONE))
    rows = []
    for place, entry in enumerate(entries):
        role = (chosen or {}).get(place)
        asked = msgspec.structs.replace(entry, roles=(role,)) if role and not entry.roles else entry
        rows.append(_row(asked, known, new_id, zone))
    return ImportPlan(tuple(rows), known.left_over(), remark)


class _Known:
    """The sessions of the record; each is taken for one entry only."""

    def __init__(self, sessions: tuple[Session, ...]) -> None:
        self._sessions = sessions
        self._taken: set[str] = set()
        self._seen: set[str] = set()
        self._by_key = {one.calendar_uid: one for one in sessions if one.calendar_uid}
        self._by_id = {one.id: one for one in sessions}
        self._by_number = {one.number: one for one in sessions}

    def take(self, entry: ScheduleEntry) -> Session | None:
        found = self._by_identity(entry)
        if found is None and not entry.key:
            found = self._by_plan(entry)
        if found is not None:
            self._taken.add(found.id)
        return found

    def look(self, entry: ScheduleEntry) -> Session | None:
        """The session an entry that cannot be used is about: it is in the file, though nothing is taken from there."""
        found = self._by_identity(entry)
        if found is not None:
            self._seen.add(found.id)
        return found

    def was_taken(self, entry: ScheduleEntry) -> bool:
        found = self._by_identity(entry)
        return found is not None and found.id in self._taken

    def _by_identity(self, entry: ScheduleEntry) -> Session | None:
        if entry.key:
            return self._by_key.get(entry.key) or self._by_id.get(entry.key.removesuffix(OURS))
        return self._by_number.get(entry.number) if entry.number is not None else None

    def _by_plan(self, entry: ScheduleEntry) -> Session | None:
        """By time, lead and roles, where the file gives an entry no identity."""
        for one in self._sessions:
            same = (
                start_of(one) == entry.start and one.lead == (entry.lead or "") and set(one.roles) == set(entry.roles)
            )
            if same and one.cancelled_at is None and one.id not in self._taken:
                return one
        return None

    def left_over(self) -> tuple[Session, ...]:
        return tuple(
            one
            for one in self._sessions
            if one.id not in self._taken | self._seen and one.cancelled_at is None and one.started_at is None
        )


def _row(entry: ScheduleEntry, known: _Known, new_id: Callable[[], str], zone: Zone) -> ImportRow:
    if not entry.fault and known.was_taken(entry):
        return ImportRow(
            entry, "not understood", remarks=("It stands in the file a second time; the first was taken.",)
        )
    if entry.fault:
        return ImportRow(entry, "not understood", known.look(entry), remarks=(entry.fault,))
    session = known.take(entry)
    if session is None:
        return _new(entry, new_id)
    if entry.cancelled or session.cancelled_at is not None:
        return ImportRow(entry, "the same", session, remarks=(_on_cancelling(entry, session),))
    return _changed(entry, session, zone)


def _on_cancelling(entry: ScheduleEntry, session: Session) -> str:
    if session.cancelled_at is not None:
        return f"{session.ref} is cancelled here, and stays so; restore it on the schedule if it takes place."
    return f"The file says that {session.ref} is cancelled; cancel it on the schedule, with a reason, if that is so."


def _new(entry: ScheduleEntry, new_id: Callable[[], str]) -> ImportRow:
    if entry.cancelled:
        return ImportRow(entry, "not understood", remarks=("It is cancelled in the file, so it was left out.",))
    if not entry.roles:
        return ImportRow(entry, "not understood", remarks=(_NO_ROLE,), needs_role=True)
    command = PlanSession(
        id=new_id(),
        kind=entry.kind or ("panel" if len(entry.roles) > 1 else "interview"),
        roles=entry.roles,
        participants=tuple(NewParticipant(new_id(), role) for role in entry.roles),
        planned_start=entry.start,
        planned_minutes=entry.minutes or USUAL_MINUTES,
        place=(entry.place or "")[:_LONGEST],
        lead=(entry.lead or "")[:_LONGEST],
        note_taker=(entry.note_taker or "")[:_LONGEST],
        calendar_uid=entry.key,
    )
    return ImportRow(entry, "new", command=command, remarks=entry.remarks)


def _changed(entry: ScheduleEntry, session: Session, zone: Zone) -> ImportRow:
    if session.started_at is not None:
        said = (
            (*entry.remarks, f"{session.ref} has begun, so its plan stands.") if _differs(entry, session, zone) else ()
        )
        return ImportRow(entry, "the same", session, remarks=said)
    changes = _differs(entry, session, zone)
    if not changes:
        return ImportRow(entry, "the same", session)
    command = ChangeSession(
        session.id,
        kind=entry.kind if "kind" in changes else None,
        roles=entry.roles if "roles" in changes else None,
        planned_start=entry.start if "time" in changes else None,
        planned_minutes=entry.minutes if "length" in changes else None,
        place=entry.place if "place" in changes else None,
        lead=entry.lead if "lead" in changes else None,
        note_taker=entry.note_taker if "note-taker" in changes else None,
    )
    return ImportRow(entry, "changed", session, command, changes, entry.remarks)


def _differs(entry: ScheduleEntry, session: Session, zone: Zone) -> tuple[str, ...]:
    """The fields of which the file says something else. What it does not say, it does not change."""
    pairs = (
        ("kind", entry.kind, session.kind),
        ("roles", set(entry.roles) or None, set(session.roles)),
        ("length", entry.minutes, session.planned_minutes),
        ("place", entry.place, session.place),
        ("lead", entry.lead, session.lead),
        ("note-taker", entry.note_taker, session.note_taker),
    )
    moved = ("time",) if _moved(entry.start, start_of(session), zone) else ()
    return (*moved, *(name for name, said, stands in pairs if said is not None and said != stands))


def _moved(said: dt.datetime | None, stands: dt.datetime | None, zone: Zone) -> bool:
    """A time that the clock shows twice, or with seconds that no file carries, is the same where the wall shows the same."""
    if said is None or said == stands:
        return False
    return stands is None or _minute(said, zone) != _minute(stands, zone)


def _minute(moment: dt.datetime, zone: Zone) -> dt.datetime:
    return on_the_wall(moment, zone).replace(second=0, microsecond=0, tzinfo=None, fold=0)
