"""How an item of the agenda, and what was decided of it, are put into words on the screen; and the page's keys."""

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.corroboration.agenda import Item, KloeAgenda
from wellled_desktop.inspection.corroboration.minutes import OutcomeWords
from wellled_desktop.inspection.corroboration.sentences import ended
from wellled_desktop.inspection.read_models import CorroborationOutcome
from wellled_desktop.store.corroboration_behind import BehindItem
from wellled_desktop.ui.kit.words import clock_time, counted, day_in_words, short_day
from wellled_desktop.ui.page import Shortcut
from wellled_desktop.ui.pages.corroboration.rows import Row

_SIGNS = {"enough": "✓", "find more": "→", "drop": "–"}


def item_row(item: Item, words: Mapping[str, OutcomeWords]) -> Row:
    foot = ""
    if item.outcome is not None:
        foot = outcome_words(item.outcome, words[item.outcome.id])
        if item.changed:
            foot = f"{foot} {_tr('Something was linked since.')}"
    elif item.over:
        foot = _tr("No longer so: what is linked has changed during the meeting.")
    elif item.before is not None:
        day, before = short_day(item.before.day), outcome_words(item.before, words[item.before.id])
        foot = _tr("Changed since %1: %2").replace("%1", day).replace("%2", before)
    head = item.kind.capitalize() if item.kind == "new today" else f"{item.node}  {item.kind.capitalize()}"
    quiet = item.outcome is not None or item.over
    return Row(item.key, head, "\n".join(item.reasons), foot, quiet=quiet)


def outcome_words(outcome: CorroborationOutcome, words: OutcomeWords) -> str:
    """→ Find more: R-014, What shows it. A. Inspector, 19:42. Of another day than the one talked about, with that day."""
    more = " · ".join(part for part in (words.became, words.reason) if part)
    said = f"{_SIGNS[outcome.outcome]} {outcome_word(outcome)}" + (f": {more}" if more else "")
    recorded_on = outcome.recorded_at.astimezone().date()
    on = "" if recorded_on == outcome.day else f"{short_day(recorded_on)} "
    return f"{ended(said)} {outcome.author}, {on}{clock_time(outcome.recorded_at)}."


def outcome_word(outcome: CorroborationOutcome) -> str:
    return {"enough": _tr("Enough"), "find more": _tr("Find more"), "drop": _tr("Dropped")}[outcome.outcome]


def behind_rows(item: Item, behind: BehindItem) -> list[Row]:
    rows = []
    if behind.lines:
        lines = counted(behind.lines_in_all, _tr("line"), _tr("lines"))
        rows.append(Row("lines", _of_all(len(behind.lines), behind.lines_in_all, lines)))
        rows += [Row(one.id, f"{one.ref} · {one.head}", one.text, small=True) for one in behind.lines]
    if behind.evidence:
        entries = counted(behind.evidence_in_all, _tr("piece of evidence"), _tr("pieces of evidence"))
        rows.append(Row("evidence", _of_all(len(behind.evidence), behind.evidence_in_all, entries)))
        for one in behind.evidence:
            rows.append(Row(one.id, " · ".join(part for part in (one.ref, one.head) if part), one.text, small=True))
    if not rows:
        nothing = _tr("The figures above are all there is.") if item.reasons and item.kind == "new today" else ""
        rows.append(Row("nothing", nothing or _tr("Nothing yet."), small=True))
    return rows


def _of_all(told: int, in_all: int, counted_in_all: str) -> str:
    """6 of 44 lines. A shows all; 44 lines."""
    if told == in_all:
        return counted_in_all
    return _tr("%1 of %2. A shows all").replace("%1", f"{told:,}").replace("%2", counted_in_all)


def day_row(day: dt.date, outcomes: int) -> str:
    """Thursday 12 March 2026 · 3 outcomes."""
    said = day_in_words(day)
    return f"{said} · {counted(outcomes, _tr('outcome'), _tr('outcomes'))}" if outcomes else said


def strip_words(kloe: KloeAgenda) -> str:
    """W3: 4 to weigh; W3: done."""
    left = kloe.undecided
    return f"{kloe.kloe}  {left}" if left else f"{kloe.kloe} ✓"


def position_words(kloe: KloeAgenda, at: int) -> str:
    if not kloe.items:
        words = _tr("Nothing to weigh")
    else:
        where = _tr("Item %1 of %2").replace("%1", str(at + 1)).replace("%2", str(len(kloe.items)))
        left = _tr("%1 to weigh").replace("%1", str(kloe.undecided)) if kloe.undecided else _tr("all weighed")
        words = f"{where}, {left}"
    if kloe.settled:
        words += f", {_tr('%1 settled earlier').replace('%1', str(kloe.settled))}"
    return words


def prompt_words(kloe: KloeAgenda, item: Item | None) -> str:
    """The prompt in full, or what an empty place says."""
    if item is not None:
        return f"{item.node}  {item.text}" if item.kind != "new today" else _tr("New today on this key line of enquiry")
    if kloe.settled:
        return _tr("Nothing has changed here since an earlier evening. Right goes to the next KLOE.")
    return _tr(
        "There is nothing to weigh here. What is linked to a prompt in a session, with # and its id, comes here: what is new "
        "today, rests on little, or is contradicted. Right goes to the next KLOE."
    )


def corroboration_shortcuts() -> tuple[Shortcut, ...]:
    return (
        Shortcut("E", _tr("Enough: the item is corroborated")),
        Shortcut("R", _tr("Find more: a request to the trust")),
        Shortcut("Q", _tr("Find more: a question for a session still to come")),
        Shortcut("D", _tr("Drop the item, with a reason")),
        Shortcut("Backspace", _tr("Take the item's outcome back, with what it became")),
        Shortcut("Up", _tr("To the item before; Down to the next")),
        Shortcut("A", _tr("All that lies behind the item, and only what is told first again")),
        Shortcut("Tab", _tr("To the lines behind the item, to go through with Up and Down; Shift+Tab back")),
        Shortcut("Left", _tr("To the KLOE before (also Page Up); Right to the next (also Page Down)")),
        Shortcut("T", _tr("Talk about another day")),
        Shortcut("F", _tr("Full screen (also F11); Esc leaves it")),
        Shortcut("P", _tr("Write the minutes as a PDF, in Reports; in full screen it is pressed twice")),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Corroboration", words)
