"""What stands beside the selected item: its counts, its lines and entries, and recording an entry for it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.kloe.conftest import ShowPage, go_to
from tests.ui.kloe.records import SESSION, amended, entry, entry_id, line, line_id, record, retracted, session
from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine
from wellled_desktop.store import reading
from wellled_desktop.store.source_reading import NEWEST
from wellled_desktop.ui.kit.linked_delegate import head_in
from wellled_desktop.ui.kit.linked_rows import Heading, LinkedRow, More
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.page import KloePage
from wellled_desktop.ui.places import Place


def headings(page: KloePage) -> list[str]:
    return [row.words for row in rows(page) if isinstance(row, Heading)]


def rows(page: KloePage) -> list[object]:
    model = page.beside.links.linked
    return [model.row_at(at) for at in range(model.rowCount())]


def records(page: KloePage) -> list[LinkedRow]:
    return [row for row in rows(page) if isinstance(row, LinkedRow)]


def lines(page: KloePage) -> list[LinkedRow]:
    return [row for row in records(page) if isinstance(row.record, LinkedLine)]


def test_an_item_with_nothing_says_so_and_how_to_begin(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W1.3")
    assert page.column.row.quiet_words() == "nothing yet"
    assert headings(page) == [
        "Supports",
        "Nothing yet. L links a line or an entry; in a session, # and the id link a line to it.",
        "Points the other way",
        "Nothing yet. X on a line or an entry of this list says that it does.",
    ]


def test_the_quiet_words_count_lines_entries_and_marks(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    record(
        qtbot,
        opened,
        session(),
        line(1, "Walks the wards.", "W1.3", weight="strength"),
        line(2, "Not seen at night.", "W1.3", "W1.2", weight="concern", claim=True),
        line(3, "Taken back.", "W1.3"),
        retracted(3, "misheard"),
        entry(1, "Ward visit log", "W1.3"),
    )
    page = show_page(opened, "W1.3")
    assert page.column.row.quiet_words() == "2 lines · 1 evidence entry · 1 claim · 1 concern · 1 strength"
    assert page.column.rows["W1"].quiet_words() == "2 lines · 1 evidence entry · 1 claim · 1 concern · 1 strength"
    assert page.column.rows["W1.2"].quiet_words() == "1 line · 1 claim · 1 concern"


def test_what_is_linked_to_a_nested_item_counts_for_its_item_once(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    record(
        qtbot,
        opened,
        session(),
        line(1, "The scheme was approved.", "W4.E4.1", "W4.E4"),
        entry(1, "Scheme", "W4.E4.1", "W4.E4.2"),
    )
    page = show_page(opened, "W4.E4")
    assert page.column.row.held.lines == 1
    assert page.column.row.held.entries == 1
    assert len(lines(page)) == 1


def test_a_linked_line_shows_who_by_role_when_and_its_marks(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    record(
        qtbot,
        opened,
        session(),
        line(1, "Two never events last year.", "W1.3", line_type="data", claim=True, weight="concern"),
        line(2, "Nobody in particular.", "W1.3", speaker=None),
    )
    page = show_page(opened, "W1.3")
    model = page.beside.links.linked
    newest, oldest = lines(page)
    assert (oldest.who, oldest.known) == ("S-01 l.1 · chief executive", ", data")
    assert (newest.who, newest.known) == ("S-01 l.2 · chief executive", ", said")
    assert oldest.foot == "Tue 24 November 09:00"
    assert oldest.marks == ("claim", "concern")
    spoken = model.data(model.index(model.row_of(line_id(1))), Qt.ItemDataRole.AccessibleTextRole)
    assert "claim, concern, supports. Two never events last year." in spoken
    assert "Never Shown" not in spoken


def test_a_retracted_line_supports_nothing_any_longer(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    record(qtbot, opened, session(), line(1, "A mistake.", "W1.3"), retracted(1, "wrong trust"))
    page = show_page(opened, "W1.3")
    assert lines(page) == []
    assert page.column.row.quiet_words() == "nothing yet"


def test_enter_on_a_line_goes_to_it_in_its_session(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    record(qtbot, opened, session(), line(1, "Walks the wards.", "W1.3"))
    page = show_page(opened, "W1.3")
    links = page.beside.links
    links.setFocus()
    assert isinstance(links.current_record(), LinkedLine)
    with qtbot.waitSignal(page.go) as went:
        QTest.keyClick(links, Qt.Key.Key_Return)
    assert went.args == [Place("session", SESSION, line_id(1))]


def test_enter_on_an_entry_goes_to_it_in_the_log(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    record(qtbot, opened, entry(1, "Ward visit log", "W1.3"))
    page = show_page(opened, "W1.3")
    page.beside.links.setFocus()
    with qtbot.waitSignal(page.go) as went:
        QTest.keyClick(page.beside.links, Qt.Key.Key_Return)
    assert went.args == [Place("evidence", selected=entry_id(1))]


def test_the_older_ones_of_a_source_come_a_page_at_a_time(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    record(qtbot, opened, session(), *(line(n, f"Line {n}", "W1.3") for n in range(1, NEWEST + 6)))
    page = show_page(opened, "W1.3")
    assert len(lines(page)) == NEWEST
    at = next(at for at, row in enumerate(rows(page)) if isinstance(row, More))
    older = page.beside.links.linked.row_at(at)
    assert isinstance(older, More)
    assert older.words == "Show older ones (5 more)"
    page.beside.links.setCurrentIndex(page.beside.links.linked.index(at))
    with qtbot.waitSignal(page.presenter.linked_read):
        QTest.keyClick(page.beside.links, Qt.Key.Key_Return)
    assert len(lines(page)) == NEWEST + 5
    assert not any(isinstance(row, More) for row in rows(page))


def test_a_line_written_elsewhere_appears_while_the_page_is_shown(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    record(qtbot, opened, session())
    page = show_page(opened, "W1.3")
    opened.bridge.do(line(1, "Just said.", "W1.3"))
    qtbot.waitUntil(lambda: len(lines(page)) == 1)
    assert page.column.row.held.lines == 1
    opened.bridge.do(amended(1, "Just said, twice."))
    qtbot.waitUntil(lambda: lines(page)[0].words == "Just said, twice.")


def test_what_changed_while_the_page_was_hidden_is_there_when_it_is_shown(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    record(qtbot, opened, session())
    page = show_page(opened, "W1.3")
    page.hide()
    record(qtbot, opened, line(1, "Said meanwhile.", "W1.3"))
    page.show()
    qtbot.waitUntil(lambda: len(lines(page)) == 1)


def test_one_line_records_an_entry_for_the_selected_item_and_ticks_nothing(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W3.E5")
    box = page.beside.record
    QTest.keyClick(page.column.row.target, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(box.title.hasFocus)
    QTest.keyClicks(box.title, "Staff survey 2025")
    QTest.keyClick(box.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(isinstance(row.record, EvidenceEntry) for row in records(page)))
    (recorded,) = opened.bridge.read_now(reading.evidence_entries)
    assert (recorded.title, recorded.nodes) == ("Staff survey 2025", ("W3.E5",))
    assert page.column.row.state == "none"
    assert box.title.text() == ""
    assert box.tick.text().startswith("Also tick W3.E5 as gathered")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(box.tick, Qt.Key.Key_Space)
    assert page.presenter.state_of("W3.E5") == ("gathered", None)
    assert not box.tick.isVisible()


def test_an_entry_for_a_prompt_offers_no_tick(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W3.1")
    box = page.beside.record
    QTest.keyClicks(box.title, "Observation of a huddle")
    with qtbot.waitSignal(page.presenter.entry_recorded):
        QTest.keyClick(box.title, Qt.Key.Key_Return)
    assert not box.tick.isVisible()


def test_the_kind_of_source_follows_the_item_until_something_is_typed(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W3.E17")
    box = page.beside.record
    assert box.kinds.currentData() == "minutes"
    box.kinds.setCurrentIndex(box.kinds.findData("data"))
    QTest.keyClicks(box.title, "Half typed")
    go_to(qtbot, page, "W3.E1")
    assert (box.title.text(), box.kinds.currentData()) == ("Half typed", "data")


def test_a_refused_entry_comes_back_into_the_line(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W3.E5")
    with qtbot.waitSignal(page.notice) as told:
        page.presenter.record("W9.E1", "Kept words", "data")
    assert "W9.E1" in told.args[0]
    assert page.beside.record.title.text() == "Kept words"


def test_the_type_of_a_line_is_never_cut_short_and_the_speaker_is(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    record(qtbot, opened, session(), line(1, "Two never events.", "W1.3", line_type="data"), entry(1, "Log", "W1.3"))
    page = show_page(opened, "W1.3")
    metrics = page.fontMetrics()
    row = lines(page)[0]
    whole = "S-01 l.1 · chief executive, data"
    assert head_in((row.who, row.known), metrics, metrics.horizontalAdvance(whole) + 2) == whole
    narrow = head_in((row.who, row.known), metrics, metrics.horizontalAdvance(whole) * 2 // 3)
    assert narrow.startswith("S-01")
    assert narrow.endswith("…, data")
    assert metrics.horizontalAdvance(narrow) <= metrics.horizontalAdvance(whole) * 2 // 3
    of_entry = next(one for one in records(page) if isinstance(one.record, EvidenceEntry))
    assert (of_entry.who, of_entry.known) == ("E-001 · document", "")


def test_the_prompt_on_worries_leads_to_the_worries_page(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W5.3")
    assert not page.beside.leads_on.isVisible()
    page.show_place(Place("kloe", "W5", "W5.4"))
    assert page.beside.leads_on.isVisible()
    with qtbot.waitSignal(page.go) as went:
        QTest.keyClick(page.beside.leads_on, Qt.Key.Key_Space)
    assert went.args == [Place("worries")]
