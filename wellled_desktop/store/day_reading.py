"""The reading of a whole day, for a report that can be shown to somebody: with what was retracted and put back."""

import datetime as dt
from collections.abc import Collection

import msgspec
from sqlalchemy import Connection, select

from wellled_desktop.inspection.read_models import DayReport
from wellled_desktop.inspection.retraction import Restoration, Retraction
from wellled_desktop.store import reading
from wellled_desktop.store import tables as t

_ACTS = (
    select(t.journal.c.kind, t.journal.c.entity, t.journal.c.unix_ms, t.journal.c.author, t.journal.c.reason)
    .where(t.journal.c.kind.in_(("line-retracted", "line-restored")))
    .order_by(t.journal.c.clock, t.journal.c.device)
)


def day_report(connection: Connection, *, day: dt.date, device: str, author: str | None = None) -> DayReport:
    """Everything a day report says of one day and one inspector (None: everybody), read in one transaction.

    Raises LookupError when the store holds no inspection yet.
    """
    report = reading.day_report(connection, day=day, device=device, author=author)
    written = {line.id for line in report.lines}
    return msgspec.structs.replace(report, retractions=retractions(connection, written))


def retractions(connection: Connection, line_ids: Collection[str]) -> tuple[Retraction, ...]:
    """Each time that one of the lines was retracted, oldest first, whenever that was and whether or not it still is.

    The tables only hold how a line stands now; that it was out of the record for a while is in the journal alone.
    """
    acts = [act for act in connection.execute(_ACTS) if act.entity in line_ids]
    found: dict[str, list[Retraction]] = {}
    for act in acts:
        of_line = found.setdefault(act.entity, [])
        if act.kind == "line-retracted":
            of_line.append(Retraction(act.entity, t.utc(act.unix_ms), act.author, act.reason))
        else:
            restored = Restoration(t.utc(act.unix_ms), act.author, act.reason)
            of_line[-1] = msgspec.structs.replace(of_line[-1], restored=restored)
    return tuple(sorted((one for of_line in found.values() for one in of_line), key=lambda one: one.at))
