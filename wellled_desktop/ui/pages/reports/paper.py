"""What the Reports page can make, and making each of them on a worker's thread: read, then write. No widgets."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from wellled_desktop.framework.pack import Pack
from wellled_desktop.store import corroboration_reading, day_reading, liaison_reading, reading, sheet_reading
from wellled_desktop.store.framework_reading import pack_in_use
from wellled_desktop.ui.bridge import Bridge

if TYPE_CHECKING:
    from wellled_desktop.reports.fonts import Fonts
    from wellled_desktop.reports.writing import ReportFacts

ReportKind = Literal["day", "cards", "sheets", "minutes", "liaison"]
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class Wanted(msgspec.Struct, frozen=True):
    """A report: of which day, of which inspector (None: everybody), to which file; of which roles, for role cards."""

    day: dt.date
    author: str | None
    out: Path
    kind: ReportKind = "day"
    roles: tuple[str, ...] = ()


class _Run(msgspec.Struct, frozen=True):
    """One making of one report."""

    bridge: Bridge
    wanted: Wanted
    pack: Pack
    fonts: "Fonts"
    progress: Progress
    cancelled: Cancelled


def make(bridge: Bridge, wanted: Wanted, fonts: Traversable, progress: Progress, cancelled: Cancelled) -> "ReportFacts":
    """Reads what the report says and writes it. Raises ReportError, ReportCancelled and StoreError."""
    from wellled_desktop.reports.fonts import fonts_in

    pack = bridge.read_now(pack_in_use)
    if pack is None:
        raise LookupError("no framework")
    makers = {"day": _day, "cards": _cards, "sheets": _sheets, "minutes": _minutes, "liaison": _liaison}
    return makers[wanted.kind](_Run(bridge, wanted, pack, fonts_in(fonts), progress, cancelled))


def _day(run: _Run) -> "ReportFacts":
    from wellled_desktop.reports.day_report import write_day_report

    wanted = run.wanted
    question = partial(day_reading.day_report, day=wanted.day, device=run.bridge.device, author=wanted.author)
    report = run.bridge.read_now(question)
    return write_day_report(report, run.pack, wanted.out, run.fonts, progress=run.progress, cancelled=run.cancelled)


def _cards(run: _Run) -> "ReportFacts":
    from wellled_desktop.reports.role_cards import write_role_cards

    inspection = run.bridge.read_now(reading.inspection_detail)
    if inspection is None:
        raise LookupError("no inspection")
    return write_role_cards(
        inspection,
        run.pack,
        run.wanted.out,
        run.fonts,
        roles=run.wanted.roles,
        progress=run.progress,
        cancelled=run.cancelled,
    )


def _sheets(run: _Run) -> "ReportFacts":
    from wellled_desktop.reports.question_sheets import write_question_sheets

    question = partial(sheet_reading.day_sheets, day=run.wanted.day, device=run.bridge.device)
    sheets = run.bridge.read_now(question)
    return write_question_sheets(
        sheets, run.pack, run.wanted.out, run.fonts, progress=run.progress, cancelled=run.cancelled
    )


def _minutes(run: _Run) -> "ReportFacts":
    from wellled_desktop.reports.corroboration_minutes import write_corroboration_minutes

    question = partial(corroboration_reading.minutes, pack=run.pack, day=run.wanted.day, device=run.bridge.device)
    return write_corroboration_minutes(
        run.bridge.read_now(question), run.wanted.out, run.fonts, progress=run.progress, cancelled=run.cancelled
    )


def _liaison(run: _Run) -> "ReportFacts":
    from wellled_desktop.reports.liaison_list import write_liaison_list

    inspection = run.bridge.read_now(reading.inspection_detail)
    if inspection is None:
        raise LookupError("no inspection")
    requests = run.bridge.read_now(partial(liaison_reading.liaison, today=run.wanted.day))
    return write_liaison_list(
        requests, inspection, run.wanted.out, run.fonts, progress=run.progress, cancelled=run.cancelled
    )
