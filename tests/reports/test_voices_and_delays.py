"""What a report says of a line that nobody in particular spoke, that points the other way, or that was copied from paper."""

import datetime as dt

from tests.reports.conftest import ReadDay
from tests.reports.texts import lines_of
from tests.store.conftest import HandClock
from tests.store.packs import tiny_pack
from wellled_desktop.inspection.commands import PinConcern, PlanSession, TakeFromHandwrittenNotes, WriteLine
from wellled_desktop.inspection.read_models import DayReport
from wellled_desktop.inspection.words import VOICES
from wellled_desktop.reports.blocks import Document, Table
from wellled_desktop.reports.day_content import day_content
from wellled_desktop.store.store import Store


def cells_of(document: Document) -> list[str]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [cell for table in tables for row in table.rows for cell in row.cells]


def test_voices_are_said_as_on_the_screen(store: Store, small: DayReport, read_day: ReadDay) -> None:
    store.execute(PlanSession("s9", "focus-group", ("governors",)))
    for voice in VOICES:
        store.execute(WriteLine(voice, "s9", f"About {voice}.", "said", voice))
    store.execute(WriteLine("other", "s9", "The ward had never seen it.", "said", "several", points_other_way=True))
    report = read_day()
    lines = lines_of(day_content(report, tiny_pack(), made_at=report.head.at))
    said = [lines[f"S-02 l.{number}"].said for number in range(1, 5)]
    assert said == ["Said by several", "Said: nobody answered", "Said: disagreement", "Said: silence"]
    assert lines["S-02 l.5"].marks == ("Points the other way",)


def test_a_line_from_handwritten_notes_says_so_and_how_long_after(
    store: Store, small: DayReport, clock: HandClock, read_day: ReadDay
) -> None:
    store.execute(PlanSession("s9", "interview", ("governors",)))
    ended = dt.datetime.fromtimestamp(clock.unix_ms / 1000, dt.UTC)
    clock.pass_minutes(8 * 60)
    store.execute(TakeFromHandwrittenNotes("s9", ended - dt.timedelta(minutes=50), ended))
    store.execute(WriteLine("late", "s9", "We meet each quarter.", claim=True), PinConcern("late"))
    report = read_day()
    document = day_content(report, tiny_pack(), made_at=report.head.at)
    told = "From handwritten notes, written 8 hours after the session ended"
    assert lines_of(document)["S-02 l.1"].notes[0] == told
    for table in (block for block in document.blocks if isinstance(block, Table)):
        for row in table.rows:
            text = next((cell for cell in row.cells if cell.startswith("We meet each quarter.")), told)
            assert text.endswith(told), "in the tables of claims and of immediate concerns, too"
    assert sum("We meet" in cell for cell in cells_of(document)) == 2
