"""Where the sessions of one day stand on the schedule: on which wall-clock minutes, in whose column, side by side where several
overlap. Knows no widget.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from wellled_desktop.exchange.wall_clock import Zone, moment_of
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.schedule import end_of, note_takers, start_of

QUARTER = 15
DAY_MINUTES = 24 * 60
ROWS = DAY_MINUTES // QUARTER
NOBODY = ""
_LEAST_CHARACTERS = 11
_LANE_CHARACTERS = 5


class Block(msgspec.Struct, frozen=True):
    """A session in one column, from `top` to `bottom` in minutes after midnight on the wall.

    `lane` of `lanes` where several stand side by side; `quiet` in the column of somebody who takes its notes.
    """

    session: Session
    column: int
    top: int
    bottom: int
    lane: int = 0
    lanes: int = 1
    quiet: bool = False


def day_of(session: Session, zone: Zone) -> dt.date | None:
    """The day on the wall on which it begins; None without a time."""
    start = start_of(session)
    return None if start is None else start.astimezone(zone).date()


def columns_for(team: Iterable[str], sessions: Iterable[Session]) -> tuple[str, ...]:
    """The team in its order, others who lead a session that day, and "" for nobody yet."""
    leads = (session.lead for session in sessions if session.lead)
    return (*dict.fromkeys((*team, *leads)), NOBODY)


def on_day(sessions: Iterable[Session], day: dt.date, zone: Zone) -> tuple[Session, ...]:
    """Those that are held on the day, wholly or in part."""
    midnight = dt.datetime.combine(day, dt.time())
    begins = moment_of(midnight, zone)[0].astimezone(dt.UTC)
    ends = moment_of(midnight + dt.timedelta(days=1), zone)[0].astimezone(dt.UTC)
    found = []
    for session in sessions:
        start = start_of(session)
        if start is not None and start < ends and (end_of(session) or start) > begins:
            found.append(session)
    return tuple(found)


def blocks_of(sessions: Iterable[Session], day: dt.date, columns: Sequence[str], zone: Zone) -> tuple[Block, ...]:
    """The blocks of the day, column by column, from the top; a session that runs over midnight stands on both days."""
    at = {name.casefold(): column for column, name in enumerate(columns)}
    by_column: dict[int, list[Block]] = defaultdict(list)
    for session in sessions:
        span = _on_the_day(session, day, zone)
        if span is None:
            continue
        lead = at.get(session.lead.casefold(), at[NOBODY])
        by_column[lead].append(Block(session, lead, *span))
        for name in note_takers(session):
            column = at.get(name.casefold())
            if column is not None and column != lead:
                by_column[column].append(Block(session, column, *span, quiet=True))
    return tuple(block for column in sorted(by_column) for block in _side_by_side(by_column[column]))


def _on_the_day(session: Session, day: dt.date, zone: Zone) -> tuple[int, int] | None:
    start, end = start_of(session), end_of(session)
    if start is None or end is None:
        return None
    top, bottom = _minutes(start, day, zone), _minutes(end, day, zone)
    # Where the clocks go back, the wall shows less than the session lasts.
    bottom = max(bottom, top + QUARTER, top + round((end - start).total_seconds() / 60))
    if top >= DAY_MINUTES or bottom <= 0:
        return None
    return max(0, top), min(DAY_MINUTES, bottom)


def _minutes(moment: dt.datetime, day: dt.date, zone: Zone) -> int:
    wall = moment.astimezone(zone)
    return (wall.date() - day).days * DAY_MINUTES + wall.hour * 60 + wall.minute


def _side_by_side(blocks: list[Block]) -> list[Block]:
    """Overlapping blocks share the column's width; those that overlap none of them have all of it."""
    placed: list[Block] = []
    cluster: list[Block] = []
    until = 0
    for block in sorted(blocks, key=lambda one: (one.top, one.quiet, one.session.number)):
        if cluster and block.top >= until:
            placed += _shared(cluster)
            cluster, until = [], 0
        taken = {one.lane for one in cluster if one.bottom > block.top}
        lane = next(number for number in range(len(cluster) + 1) if number not in taken)
        cluster.append(msgspec.structs.replace(block, lane=lane))
        until = max(until, block.bottom)
    return placed + _shared(cluster)


def _shared(cluster: list[Block]) -> list[Block]:
    lanes = max((block.lane for block in cluster), default=0) + 1
    return [msgspec.structs.replace(block, lanes=lanes) for block in cluster]


def widths_of(blocks: Iterable[Block], columns: int, room: int, character: int) -> tuple[int, ...]:
    """In pixels, for columns in so much room: never too narrow for a number and a word, nor for a number and its shape on each
    of several that stand side by side. What is left is shared.
    """
    lanes = [1] * columns
    for block in blocks:
        lanes[block.column] = max(lanes[block.column], block.lanes)
    wanted = [character * max(_LEAST_CHARACTERS, one * _LANE_CHARACTERS) for one in lanes]
    spare = max(0, room - sum(wanted)) // max(1, columns)
    return tuple(width + spare for width in wanted)


def moment_at(day: dt.date, row: int, zone: Zone) -> dt.datetime:
    """The moment of a row; where the clocks skip it, the one an hour later on the wall."""
    return moment_of(dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=row * QUARTER), zone)[0]


def skipped_rows(day: dt.date, zone: Zone) -> frozenset[int]:
    """Rows whose time no clock shows, as the clocks go forward that day."""
    midnight = dt.datetime.combine(day, dt.time())
    quarters = (midnight + dt.timedelta(minutes=row * QUARTER) for row in range(ROWS))
    return frozenset(
        row for row, wall in enumerate(quarters) if moment_of(wall, zone)[0].replace(tzinfo=None, fold=0) != wall
    )


def row_words(row: int) -> str:
    """10:15."""
    return f"{row * QUARTER // 60:02d}:{row * QUARTER % 60:02d}"
