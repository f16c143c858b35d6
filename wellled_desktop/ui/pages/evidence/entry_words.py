"""An evidence entry in words: its facts, which way it points, and how it stood before each change."""

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.read_models import EvidenceEntry, Request
from wellled_desktop.inspection.read_models.entries import EntryChange, EntryWhole, Link
from wellled_desktop.inspection.speaking import POINTS_OTHER_WAY
from wellled_desktop.ui.kit.words import clock_time, day_in_words, in_words, short_day

SUPPORTS_SHAPE, OTHER_WAY_SHAPE = "■", "□"
"""Filled and hollow, as the bars of the matrix are."""
_DAYS = ("dated", "received_on")


def direction(*, other_way: bool) -> tuple[str, str]:
    """The shape and the word."""
    return (OTHER_WAY_SHAPE, POINTS_OTHER_WAY) if other_way else (SUPPORTS_SHAPE, _tr("supports"))


def facts_of(entry: EvidenceEntry) -> str:
    """A line for each thing that is known."""
    recorded = _tr("Recorded %1, %2, by %3").replace("%1", day_in_words(entry.day))
    recorded = recorded.replace("%2", clock_time(entry.recorded_at)).replace("%3", entry.author)
    known = (
        (_tr("From: %1"), entry.owner),
        (_tr("Dated %1"), day_in_words(entry.dated) if entry.dated else ""),
        (_tr("Covers: %1"), entry.period),
        (_tr("Received %1"), received_words(entry)),
    )
    facts = [words.replace("%1", value) for words, value in known if value]
    return "\n".join((in_words(entry.source_kind).capitalize(), *facts, recorded))


def received_words(entry: EvidenceEntry) -> str:
    """Tuesday 24 November 2026, by hand; either alone; "" for neither."""
    day = day_in_words(entry.received_on) if entry.received_on else ""
    return ", ".join(part for part in (day, entry.received_how) if part)


def request_words(request: Request) -> str:
    of_whom = f" ({request.asked_of})" if request.asked_of else ""
    return f"{request.asked_for}{of_whom}, {in_words(request.state)}"


def history_of(whole: EntryWhole) -> str:
    """Oldest first, a blank line between; what was changed in one go is told as one change."""
    told: list[str] = []
    done = list(whole.changes)
    while done:
        first = done[0]
        together = [one for one in done if (one.at, one.author, one.reason) == (first.at, first.author, first.reason)]
        done = [one for one in done if one not in together]
        told.append(f"{_when(first)}\n" + "\n".join(map(_change, together)))
    return "\n\n".join(told)


def _when(change: EntryChange) -> str:
    at = change.at.astimezone()
    return f"{short_day(at.date())} {clock_time(change.at)}, {change.author}"


def _change(change: EntryChange) -> str:
    if change.field == "retracted":
        words = _tr("Retracted: %1") if change.after else _tr("Put back: %1")
        return words.replace("%1", change.reason or "")
    if change.field == "links":
        before, after = _links(change.links_before), _links(change.links_after)
    else:
        before, after = _value(change.field, change.before), _value(change.field, change.after)
    name = field_words(change.field).capitalize()
    return f"{name}. {_tr('Before: %1.').replace('%1', before)} {_tr('After: %1.').replace('%1', after)}"


def field_words(field: str) -> str:
    return {
        "title": _tr("what was gathered"),
        "source_kind": _tr("kind of source"),
        "owner": _tr("from whom"),
        "dated": _tr("dated"),
        "period": _tr("period covered"),
        "received_on": _tr("received on"),
        "received_how": _tr("received how"),
        "remarks": _tr("remarks"),
        "request": _tr("request"),
        "links": _tr("linked to"),
    }[field]


def _value(field: str, value: str) -> str:
    if not value:
        return _tr("nothing")
    if field in _DAYS:
        return day_in_words(dt.date.fromisoformat(value))
    return in_words(value) if field == "source_kind" else value.rstrip(".")


def _links(links: Iterable[Link]) -> str:
    words = (f"{one.node} ({POINTS_OTHER_WAY})" if one.other_way else one.node for one in links)
    return ", ".join(words) or _tr("nothing")


def _tr(words: str) -> str:
    return QCoreApplication.translate("EvidenceEntry", words)
