"""What was done to a line since it was written, in words: each change with what it was and became, each retraction."""

import datetime as dt
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.read_models import LineHistory, LineVersion, NoteLine
from wellled_desktop.ui.kit.words import clock_time, short_day

Called = Callable[[str | None], str]


def history_words(line: NoteLine, history: LineHistory, called: Called) -> str:
    """Oldest first, a blank line between; "" where nothing was done."""
    zone = line.local_time.tzinfo
    done = sorted((*_changes(line, history, called), *_retractions(history)), key=lambda one: one[0])
    return "\n\n".join(f"{_when(at, line, zone)}, {words}" for at, words in done)


def _when(at: dt.datetime, line: NoteLine, zone: dt.tzinfo | None) -> str:
    """The day only where it is not that of the writing."""
    day = at.astimezone(zone).date()
    return clock_time(at, zone) if day == line.day else f"{short_day(day)} {clock_time(at, zone)}"


def _changes(line: NoteLine, history: LineHistory, called: Called) -> Iterator[tuple[dt.datetime, str]]:
    """Words, type and speaker changed in one go are separate versions in the record; they are told as one change."""
    first_of_each: list[LineVersion] = []
    for version in history.versions:
        act = (version.changed_at, version.reason)
        if not first_of_each or act != (first_of_each[-1].changed_at, first_of_each[-1].reason):
            first_of_each.append(version)
    after: list[LineVersion | NoteLine] = [*first_of_each[1:], line]
    for before, then in zip(first_of_each, after, strict=False):
        why = before.reason or _tr("corrected within ten minutes")
        parts = [f"{before.author}: {why}"]
        was, now = _coding(before, called), _coding(then, called)
        if was != now:
            parts.append(_tr("It was %1, and became %2.").replace("%1", was).replace("%2", now))
        if before.text != then.text:
            parts += [_tr("Before: %1").replace("%1", before.text), _tr("After: %1").replace("%1", then.text)]
        yield before.changed_at, "\n".join(parts)


def _coding(stood: LineVersion | NoteLine, called: Called) -> str:
    who = called(stood.speaker)
    return f"{stood.line_type} ({who})" if who else stood.line_type


def _retractions(history: LineHistory) -> Iterator[tuple[dt.datetime, str]]:
    for one in history.retractions:
        yield one.at, _tr("%1 retracted it: %2").replace("%1", one.author).replace("%2", one.reason)
        if one.restored is not None:
            back = _tr("%1 put it back: %2").replace("%1", one.restored.author)
            yield one.restored.at, back.replace("%2", one.restored.reason)


def _tr(words: str) -> str:
    return QCoreApplication.translate("LineHistory", words)
