"""Cite: from a paragraph, from words, from an entry as a whole, into a session, in one action that is taken back as one."""

import io
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.evidence.conftest import ShowEvidence
from tests.ui.evidence.document.conftest import ATTACHMENT, Attach, Look, Looking
from tests.ui.evidence.document.papers import BOARD_PAPER, pdf_pages, photograph
from tests.ui.kloe.records import SESSION, entry, entry_id, line, record, retracted, session
from wellled_desktop.exchange.media_types import media_type_of_content
from wellled_desktop.inspection.citing import Citation
from wellled_desktop.inspection.commands import (
    AttachFile,
    Command,
    EndSession,
    PlanReading,
    RetractAttachment,
    RetractEntry,
)
from wellled_desktop.inspection.read_models import NoteLine, Session
from wellled_desktop.store import entry_reading, reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.document.cite_bar import CiteBar
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.undo import UndoStack

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def cited(opened: Opened) -> tuple[NoteLine, ...]:
    return opened.bridge.read_now(partial(entry_reading.lines_citing, ref="E-001"))


def sessions(opened: Opened) -> tuple[Session, ...]:
    return opened.bridge.read_now(reading.sessions)


def open_bar(looking: Looking) -> CiteBar:
    bar = looking.page.desk.citing.bar
    looking.press(Qt.Key.Key_C)
    looking.qtbot.waitUntil(bar.said.hasFocus)
    return bar


@pytest.fixture
def paper(attach: Attach, look: Look) -> Looking:
    """The second page of a board paper."""
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look(2)
    looking.see_page("Page 2 of 3")
    return looking


def test_the_chosen_paragraph_is_cited_in_the_session_under_way(qtbot: QtBot, opened: Opened, paper: Looking) -> None:
    record(qtbot, opened, session(), line(1, "Good morning."))
    paper.press(Qt.Key.Key_Down)
    paper.press(Qt.Key.Key_Down)
    bar = open_bar(paper)
    assert (bar.said.text(), bar.quote.text()) == ("E-001 p. 2 ¶ 3", "1. The committee meets monthly.")
    assert bar.session.currentData() == SESSION
    assert bar.told == ""
    went: list[Place] = []
    paper.page.go.connect(went.append)
    with qtbot.waitSignal(opened.bridge.changed):
        paper.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: paper.page.offer.sentence == "Cited in S-01 l.2: E-001 p. 2 ¶ 3.")
    (written,) = cited(opened)
    assert (written.text, written.line_type, written.tags, written.speaker) == (
        "E-001 p. 2 ¶ 3: “1. The committee meets monthly.”",
        "read",
        (),
        None,
    )
    assert paper.view.text.hasFocus()
    assert bar.isHidden()
    paper.page.offer.take()
    assert went == [Place("session", SESSION, written.id)]


def test_words_are_selected_and_only_they_are_quoted(qtbot: QtBot, opened: Opened, paper: Looking) -> None:
    record(qtbot, opened, session(), line(1, "Good morning."))
    for _ in range(2):
        paper.press(Qt.Key.Key_Right, CTRL | SHIFT)
    bar = open_bar(paper)
    assert bar.quote.text() == "The board"
    assert bar.said.text() == "E-001 p. 2 ¶ 1"


def test_that_it_was_cited_is_no_longer_said_once_the_citation_is_undone(
    qtbot: QtBot, opened: Opened, paper: Looking
) -> None:
    steps = UndoStack(opened.bridge, paper.page)
    record(qtbot, opened, session(), line(1, "Good morning."))
    open_bar(paper)
    paper.press(Qt.Key.Key_Return)
    offer = paper.page.offer
    qtbot.waitUntil(lambda: offer.sentence.startswith("Cited in S-01 l.2"))
    record(qtbot, opened, retracted(1, "said by nobody"))
    assert offer.sentence.startswith("Cited in S-01 l.2")
    steps.undo()
    steps.undo()
    qtbot.waitUntil(lambda: offer.sentence == "")


def test_the_quote_is_left_out_by_a_key_and_the_tags_of_the_entry_are_taken_by_one(
    qtbot: QtBot, opened: Opened, paper: Looking
) -> None:
    record(qtbot, opened, session(), line(1, "Good morning."))
    bar = open_bar(paper)
    paper.press(Qt.Key.Key_Q, ALT)
    qtbot.waitUntil(lambda: bar.quote.text() == "")
    paper.press(Qt.Key.Key_Q, ALT)
    qtbot.waitUntil(lambda: bar.quote.text().startswith("The board heard"))
    bar.quote.clear()
    paper.press(Qt.Key.Key_Y, ALT)
    qtbot.waitUntil(lambda: bar.tags.nodes() == ("W4.E7", "W4.2"))
    with qtbot.waitSignal(opened.bridge.changed):
        paper.press(Qt.Key.Key_Return)
    (written,) = cited(opened)
    assert (written.text, written.tags) == ("E-001 p. 2 ¶ 1", ("W4.E7", "W4.2"))


def test_where_no_session_has_begun_one_for_reading_is_begun_and_serves_again(
    qtbot: QtBot, opened: Opened, paper: Looking
) -> None:
    steps = UndoStack(opened.bridge, paper.page)
    bar = open_bar(paper)
    assert "No session has begun yet" in bar.told
    paper.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: paper.page.offer.sentence.startswith("Cited in S-01 l.1"))
    (made,) = sessions(opened)
    assert (made.kind, made.roles, made.title, made.state) == ("observation", (), "Reading", "under way")
    qtbot.waitUntil(lambda: steps.undo_name == "write a line")
    with qtbot.waitSignal(opened.bridge.changed):
        steps.undo()
    assert cited(opened) == ()
    assert [one.state for one in sessions(opened)] == ["planned"]
    assert open_bar(paper).session.currentData() == made.id
    qtbot.waitUntil(lambda: steps.redo_name != "")
    with qtbot.waitSignal(opened.bridge.changed):
        steps.redo()
    assert len(cited(opened)) == 1


def test_an_entry_is_cited_as_a_whole_from_the_log_in_the_session_held_last(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(qtbot, opened, entry(1, "Board papers"), session(), line(1, "Good morning."), EndSession(SESSION))
    looking = Looking(qtbot, show_evidence(Place("evidence", selected=entry_id(1)), 1))
    qtbot.waitUntil(looking.page.log.table.hasFocus)
    bar = open_bar(looking)
    assert (bar.said.text(), bar.quote.text(), bar.session.currentData()) == ("E-001", "", SESSION)
    assert not bar.take_tags.isEnabled()
    looking.type(" as a whole")
    with qtbot.waitSignal(opened.bridge.changed):
        looking.press(Qt.Key.Key_Return)
    assert [one.text for one in cited(opened)] == ["E-001 as a whole"]
    qtbot.waitUntil(looking.page.log.table.hasFocus)


def attach_second(qtbot: QtBot, opened: Opened, name: str, content: bytes, key: str = "second") -> None:
    kept = opened.bridge.inspection.attachments.keep(io.BytesIO(content))
    kind = media_type_of_content(content)
    record(qtbot, opened, AttachFile(key, entry_id(1), kept.sha256, kept.size, name, kind))


def test_the_file_is_named_once_the_entry_has_several_and_another_can_be_chosen(
    qtbot: QtBot, opened: Opened, paper: Looking
) -> None:
    record(qtbot, opened, session(), line(1, "Good morning."))
    assert open_bar(paper).file.isHidden()
    paper.press(Qt.Key.Key_Escape)
    attach_second(qtbot, opened, "annex.pdf", pdf_pages("An annex"))
    bar = open_bar(paper)
    assert bar.said.text() == "E-001 “board paper.pdf” p. 2 ¶ 1"
    assert bar.file.isVisible()
    paper.type(" again")
    bar.file.setFocus()
    paper.press(Qt.Key.Key_Down)
    assert bar.said.text() == "E-001 “annex.pdf” p. 2 ¶ 1 again"
    with qtbot.waitSignal(opened.bridge.changed):
        paper.press(Qt.Key.Key_Return)
    (written,) = cited(opened)
    assert written.text.startswith("E-001 “annex.pdf” p. 2 ¶ 1 again: “The board heard")


def test_a_page_of_the_reading_plan_is_that_of_the_one_file_with_pages_or_one_is_asked_which(
    qtbot: QtBot, opened: Opened, paper: Looking
) -> None:
    record(qtbot, opened, session(), line(1, "Good morning."))
    attach_second(qtbot, opened, "ward.jpg", photograph())
    bar = paper.page.desk.citing.bar
    paper.page.desk.cite(entry_id(1), Citation("E-001", 2))
    qtbot.waitUntil(bar.said.hasFocus)
    assert bar.said.text() == "E-001 “board paper.pdf” p. 2"
    attach_second(qtbot, opened, "annex.pdf", pdf_pages("An annex"), "third")
    paper.page.desk.cite(entry_id(1), Citation("E-001", 2))
    qtbot.waitUntil(bar.file.hasFocus)
    assert (bar.said.text(), bar.told) == ("E-001 p. 2", "E-001 has several files: say in which one the page is.")
    bar.file.setCurrentText("annex.pdf")
    assert (bar.said.text(), bar.told) == ("E-001 “annex.pdf” p. 2", "")


def test_a_file_that_was_retracted_and_is_still_looked_at_is_named_beside_the_other(
    qtbot: QtBot, opened: Opened, paper: Looking
) -> None:
    attach_second(qtbot, opened, "annex.pdf", pdf_pages("An annex"))
    record(qtbot, opened, RetractAttachment(ATTACHMENT, "the wrong one"))
    bar = open_bar(paper)
    assert bar.said.text() == "E-001 “board paper.pdf” p. 2 ¶ 1"


def test_a_page_beyond_the_end_of_the_reading_plan_is_written_only_where_asked_for(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    plan = PlanReading("r1", entry_id(1), 1, 411)
    record(qtbot, opened, entry(1, "Board papers"), plan, session(), line(1, "Good morning."))
    looking = Looking(qtbot, show_evidence(Place("evidence", selected=entry_id(1)), 1))
    qtbot.waitUntil(looking.page.log.table.hasFocus)
    bar = open_bar(looking)
    bar.said.setText("E-001 p. 999 para 3")
    looking.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "ends at p. 411, so there is no p. 999 to cite." in bar.told)
    assert "Alt+W writes it as it is." in bar.told
    assert cited(opened) == ()
    with qtbot.waitSignal(opened.bridge.changed):
        looking.press(Qt.Key.Key_W, ALT)
    (written,) = cited(opened)
    assert written.text == "E-001 p. 999 ¶ 3"


def test_esc_writes_nothing_and_goes_back_to_the_paragraph(opened: Opened, paper: Looking) -> None:
    bar = open_bar(paper)
    paper.press(Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert paper.page.desk.is_shown
    assert paper.view.text.hasFocus()
    assert cited(opened) == ()


def test_a_citation_names_its_entry_and_tags_are_of_the_framework(qtbot: QtBot, opened: Opened, paper: Looking) -> None:
    bar = open_bar(paper)
    bar.said.setText("E-0014 p. 2")
    paper.press(Qt.Key.Key_Return)
    paper.see_sentence("has to name E-001")
    bar.said.setText("E-001")
    bar.tags.setText("W99")
    paper.press(Qt.Key.Key_Return)
    paper.see_sentence("“W99” is not in the framework; nothing was written.")
    assert cited(opened) == ()


def test_enter_on_what_is_offered_as_a_tag_takes_it_and_writes_nothing(opened: Opened, paper: Looking) -> None:
    bar = open_bar(paper)
    bar.tags.setFocus()
    QTest.keyClicks(bar.tags, "W4.E7")
    assert "W4.E7" in bar.tags.offered()
    QTest.keyClick(bar.tags.popup, Qt.Key.Key_Return)
    assert bar.tags.nodes() == ("W4.E7",)
    assert bar.isVisible()
    assert paper.notices == []
    assert cited(opened) == ()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen platform, of popups
def test_ctrl_enter_on_what_is_offered_as_a_tag_takes_it_and_writes_the_line(
    qtbot: QtBot, opened: Opened, paper: Looking
) -> None:
    bar = open_bar(paper)
    bar.tags.setFocus()
    QTest.keyClicks(bar.tags, "W4.E7")
    assert "W4.E7" in bar.tags.offered()
    QTest.keyClick(bar.tags.popup, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [line.tags for line in cited(opened)] == [("W4.E7",)])


def test_an_entry_that_was_retracted_is_not_cited(qtbot: QtBot, opened: Opened, paper: Looking) -> None:
    retract: Command = RetractEntry(entry_id(1), "recorded twice")
    record(qtbot, opened, retract)
    paper.press(Qt.Key.Key_C)
    paper.see_sentence("E-001 is retracted, so it was not cited")
    assert paper.page.desk.citing.bar.isHidden()


def test_what_is_refused_stays_in_the_bar(qtbot: QtBot, opened: Opened, paper: Looking) -> None:
    bar = open_bar(paper)
    bar.session.insertItem(0, "S-09", "gone")
    bar.session.setCurrentIndex(0)
    bar.session.setFocus()
    paper.press(Qt.Key.Key_Return)
    paper.see_sentence("There is no session")
    assert bar.isVisible()
    assert bar.said.text() == "E-001 p. 2 ¶ 1"


def test_what_the_document_has_not_is_not_written_until_it_is_asked_for_regardless(
    qtbot: QtBot, opened: Opened, paper: Looking
) -> None:
    record(qtbot, opened, session(), line(1, "Good morning."))
    bar = open_bar(paper)
    bar.said.setText("E-001 p. 2 ¶ 9")
    paper.press(Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: bar.told.startswith("There are 4 paragraphs on page 2 of “board paper.pdf”, so there is no ¶ 9.")
    )
    assert bar.told.endswith("Nothing was written. Alt+W writes it as it is.")
    assert bar.anyway.isVisible()
    assert cited(opened) == ()
    paper.type(" ")
    assert (bar.told, bar.anyway.isVisible()) == ("", False)
    bar.said.setText("E-001 p. 3")
    bar.quote.setText("The chief nurse said so")
    paper.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bar.told.startswith("“The chief nurse said so” does not stand on page 3"))
    assert "it stands on page 2." in bar.told
    with qtbot.waitSignal(opened.bridge.changed):
        paper.press(Qt.Key.Key_W, ALT)
    (written,) = cited(opened)
    assert written.text == "E-001 p. 3: “The chief nurse said so”"


def test_what_is_changed_by_hand_and_stands_there_is_written(qtbot: QtBot, opened: Opened, paper: Looking) -> None:
    record(qtbot, opened, session(), line(1, "Good morning."))
    bar = open_bar(paper)
    bar.said.setText("E-001 p. 2 ¶ 4")
    bar.quote.setText("its minutes come to the Board")
    with qtbot.waitSignal(opened.bridge.changed):
        paper.press(Qt.Key.Key_Return)
    assert [one.text for one in cited(opened)] == ["E-001 p. 2 ¶ 4: “its minutes come to the Board”"]


def test_what_cannot_be_looked_up_is_written_and_said_not_to_be_checked(
    qtbot: QtBot, opened: Opened, attach: Attach, look: Look
) -> None:
    attach("ward.jpg", photograph())
    record(qtbot, opened, session(), line(1, "Good morning."))
    looking = look()
    bar = looking.page.desk.citing.bar
    looking.page.desk.cite(entry_id(1))
    qtbot.waitUntil(bar.said.hasFocus)
    bar.quote.setText("Ward closed")
    looking.press(Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: looking.page.offer.sentence.endswith("could not be read, so what is cited was not checked.")
    )
    assert [one.text for one in cited(opened)] == ["E-001: “Ward closed”"]


def test_what_was_left_while_it_was_looked_up_is_not_written(qtbot: QtBot, opened: Opened, paper: Looking) -> None:
    record(qtbot, opened, session(), line(1, "Good morning."))
    bar = open_bar(paper)
    bar.said.setText("E-001 p. 1")
    bar.quote.clear()
    looked_up: list[bool] = []
    with qtbot.waitSignal(bar.wanted):
        paper.press(Qt.Key.Key_Return)
    paper.press(Qt.Key.Key_Escape)
    opened.bridge.work(paper.page, lambda: True, looked_up.append, lambda _problem: None, lane="preview")
    qtbot.waitUntil(lambda: looked_up == [True])
    assert cited(opened) == ()
    assert bar.isHidden()
