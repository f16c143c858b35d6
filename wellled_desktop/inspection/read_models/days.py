"""What one day comes to."""

import datetime as dt

import msgspec

from wellled_desktop.inspection.read_models.concerns import ImmediateConcern
from wellled_desktop.inspection.read_models.evidence import EvidenceEntry, EvidenceItemState
from wellled_desktop.inspection.read_models.inspections import InspectionDetail, JournalHead
from wellled_desktop.inspection.read_models.lines import LineVersion, NoteLine
from wellled_desktop.inspection.read_models.requests import Request
from wellled_desktop.inspection.read_models.sessions import Session, SessionNotes
from wellled_desktop.inspection.retraction import Retraction


class DayOverview(msgspec.Struct, frozen=True):
    """One day at a glance. `sessions` are those of that day and those in which a line was written that day; `states_set`,
    `entries` and `lines_written` are that day's; the rest is of all days.

    `drafts` counts composers with text not yet a line. `requested` are items of the checklist without a request; `requests` are
    those still open.
    """

    day: dt.date
    sessions: tuple[Session, ...]
    states_set: tuple[EvidenceItemState, ...]
    entries: tuple[EvidenceEntry, ...]
    requested: tuple[EvidenceItemState, ...]
    open_claims: tuple[NoteLine, ...]
    lines_written: int
    drafts: int
    head: JournalHead | None
    requests: tuple[Request, ...] = ()
    concerns: tuple[ImmediateConcern, ...] = ()


class RoleNamed(msgspec.Struct, frozen=True):
    """A role that the day report of `day` names; with `onwards`, those of later days too (claims stay open)."""

    role: str
    day: dt.date
    onwards: bool = False

    def is_in(self, day: dt.date) -> bool:
        return self.day == day or (self.onwards and self.day < day)


class DayReport(msgspec.Struct, frozen=True):
    """All a day report says, for one day and one inspector (None: everybody on this laptop).

    `lines` are those written that day, in the order written, retracted ones included (they print as such);
    `open_claims` are claims of any day up to this one; `requested` are the items asked for and not yet there.
    `zone_minutes` is the zone of the laptop's wall clock that day. `claim_sessions` are the sessions of open claims that
    are not among `sessions`; `linked_entries` the entries of other days or inspectors on items whose state was set this day.
    `requests` were made up to this day and are open, or were made or answered on it; `requested` has the items of the checklist
    without one. `concerns` were pinned up to this day, with the whole of their log; the sessions of those are among
    `claim_sessions` too.
    `notes` are of `sessions`, in that order.
    `retractions` are those of its lines, on whatever day, also undone ones. Not in the report, only counted: `replaced_states`
    were set this day and set again since; `changed_elsewhere` are lines of other days that were amended, retracted or restored
    this day; `drafts` are texts not yet committed as lines.
    """

    inspection: InspectionDetail
    day: dt.date
    author: str | None
    sessions: tuple[Session, ...]
    lines: tuple[NoteLine, ...]
    amended: tuple[LineVersion, ...]
    evidence_states: tuple[EvidenceItemState, ...]
    evidence_entries: tuple[EvidenceEntry, ...]
    requested: tuple[EvidenceItemState, ...]
    open_claims: tuple[NoteLine, ...]
    head: JournalHead
    drafts: int = 0
    zone_minutes: int = 0
    claim_sessions: tuple[Session, ...] = ()
    linked_entries: tuple[EvidenceEntry, ...] = ()
    replaced_states: int = 0
    changed_elsewhere: int = 0
    retractions: tuple[Retraction, ...] = ()
    requests: tuple[Request, ...] = ()
    concerns: tuple[ImmediateConcern, ...] = ()
    notes: tuple[SessionNotes, ...] = ()
