"""The minutes of the evening meeting as a PDF: what was decided, KLOE by KLOE, without the name of anybody at the trust."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from wellled_desktop.inspection.corroboration.minutes import Minuted, Minutes
from wellled_desktop.inspection.words import Outcome
from wellled_desktop.reports.blocks import Block, Column, Document, Facts, Heading, Table, TableRow, Words
from wellled_desktop.reports.fonts import Fonts
from wellled_desktop.reports.wording import clock, count, in_zone, listed, long_date, sentence_case, short_date
from wellled_desktop.reports.writing import ReportFacts, write_document

_SHOWN_OF_HEAD_HASH = 12
_COLUMNS = (
    Column("No.", 0.06, "strong"),
    Column("What was said of it", 0.44),
    Column("Outcome", 0.34),
    Column("Who, when", 0.16),
)
OUTCOME: dict[Outcome, str] = {"enough": "Enough", "find more": "Find more", "drop": "Dropped"}
_ABOUT = (
    "Each item as it was read out. People at the trust appear by the source they speak for, never by name; [name] stands where a "
    "line held one."
)


def write_corroboration_minutes(
    minutes: Minutes,
    out: Path,
    fonts: Fonts,
    *,
    made_at: dt.datetime | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ReportFacts:
    """Writes the minutes. Raises as `write_document` does."""
    moment = made_at or dt.datetime.now(dt.UTC).astimezone()
    document = corroboration_minutes(minutes)
    return write_document(document, out, fonts, made_at=moment, progress=progress, cancelled=cancelled)


def corroboration_minutes(minutes: Minutes) -> Document:
    inspection, head = minutes.inspection, minutes.head
    day = long_date(minutes.day)
    return Document(
        title=f"Corroboration minutes, {inspection.trust_name}, {day}",
        author="WellLed Desktop",
        subject=f"Trust-wide well-led inspection of {inspection.trust_name} ({inspection.provider_code})",
        marking=inspection.marking,
        running_left=inspection.trust_name,
        running_right=day,
        running_foot="Corroboration minutes",
        running_record=f"Journal entry {head.n:,} \u00b7 {head.hash[:_SHOWN_OF_HEAD_HASH]}",
        blocks=tuple(_blocks(minutes)),
        running_section=True,
    )


def _blocks(minutes: Minutes) -> Iterator[Block]:
    yield Heading("Corroboration minutes", "minutes", aside=_decided(minutes.minuted))
    yield Facts(tuple(_facts(minutes)))
    if not minutes.minuted:
        yield Words("Nothing was decided.")
        return
    yield Words(_ABOUT, quiet=True)
    number = 0
    for kloe, sub_heading, minuted in minutes.kloes:
        yield Heading(sub_heading, f"kloe-{kloe}", label=kloe, aside=_decided(minuted))
        if not minuted:
            yield Words("Nothing was decided.", quiet=True)
            continue
        rows = []
        for one in minuted:
            number += 1
            rows.append(_row(number, one, minutes.zone_minutes))
        yield Table(_COLUMNS, tuple(rows))


def _facts(minutes: Minutes) -> Iterator[tuple[str, str]]:
    yield "Day", long_date(minutes.day)
    if minutes.took_part:
        yield "Recorded by", listed(minutes.took_part)
    yield "Team", "; ".join(member.name for member in minutes.inspection.team)
    for outcome, word in OUTCOME.items():
        found = sum(one.outcome == outcome for one in minutes.standing)
        if found:
            yield word, count(found, "item")
    if times := [in_zone(one.outcome.recorded_at, minutes.zone_minutes) for one in minutes.minuted]:
        first, last = min(times), max(times)
        yield "Time", f"{_on_wall(first, minutes.day)} to {_on_wall(last, first.date())}"


def _decided(minuted: tuple[Minuted, ...]) -> str:
    """Each item counts once, by what stands of it; what no longer does is listed all the same."""
    standing = sum(one.stands for one in minuted)
    if not minuted:
        return ""
    gone = len(minuted) - standing
    return f"{count(standing, 'outcome')}, {gone} no longer standing" if gone else count(standing, "outcome")


def _row(number: int, one: Minuted, zone_minutes: int) -> TableRow:
    outcome, words = one.outcome, one.words
    decided = OUTCOME[outcome.outcome]
    parts = [f"{decided}: {words.became}" if words.became else decided]
    if words.reason:
        parts.append(f"Reason: {words.reason}")
    if outcome.withdrawn_at is not None:
        parts.append(_since("Withdrawn", outcome.withdrawn_at, outcome.day, zone_minutes, one.withdrawn_by))
    elif one.replaced_at is not None:
        parts.append(_since("Decided again", one.replaced_at, outcome.day, zone_minutes))
    who = f"{outcome.author}\n{_on_wall(in_zone(outcome.recorded_at, zone_minutes), outcome.day)}"
    return TableRow((str(number), sentence_case(words.said), "\n".join(parts), who), ref=str(number))


def _on_wall(when: dt.datetime, day: dt.date) -> str:
    """19:42; on another day than the one talked about, with that day: a meeting may go on past midnight, or be held later."""
    return clock(when) if when.date() == day else f"{short_date(when.date())}, {clock(when)}"


def _since(what: str, moment: dt.datetime, day: dt.date, zone_minutes: int, by: str = "") -> str:
    """Withdrawn by A. Inspector at 19:42; of another day, on which."""
    when = in_zone(moment, zone_minutes)
    said = f"{what} by {by}" if by else what
    return f"{said} at {clock(when)}." if when.date() == day else f"{said} on {short_date(when.date())}, {clock(when)}."
