"""Typing in Find anything, and what it finds."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.find.conftest import CTRL, DOCUMENT, Finder
from wellled_desktop.inspection.commands import (
    AttachFile,
    CancelSession,
    NewParticipant,
    PlanSession,
    RetractLine,
    WriteLine,
)
from wellled_desktop.ui.find.finding import FindAnything
from wellled_desktop.ui.find.looking import Answer, Looking
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.places import Place


def test_it_opens_with_ctrl_k_and_says_how_to_begin(finder: Finder) -> None:
    dialog = finder.open()
    assert QApplication.focusWidget() is dialog.field
    assert dialog.how_to_begin
    assert "Type words" in dialog.field.accessibleDescription()


def test_it_opens_from_the_composer_too(finder: Finder, qtbot: QtBot) -> None:
    finder.window.go(Place("session", "s1"))
    qtbot.waitUntil(lambda: (focus := finder.window.focusWidget()) is not None and focus.inherits("QPlainTextEdit"))
    assert finder.open().isVisible()


def test_it_opens_from_the_navigator_and_the_go_menu(finder: Finder, qtbot: QtBot) -> None:
    finder.window.find_button.click()
    qtbot.waitUntil(finder.dialog.isActiveWindow)
    finder.press(Qt.Key.Key_Escape)
    assert finder.window.finding.dialog is None
    finder.window.actions_of_window.find.trigger()
    assert finder.dialog.isVisible()
    assert any(one.keys == "Ctrl+K" for one in finder.window.actions_of_window.shortcuts())


def test_one_word_finds_things_of_every_kind_under_their_headings(finder: Finder) -> None:
    finder.open()
    finder.type("quorum")
    assert finder.headings == ["Sessions", "Evidence", "Requests", "Note lines"]
    assert finder.refs("note line") == ["S-01 l.1"]
    assert finder.refs("evidence entry") == ["E-001"]
    assert finder.dialog.told == "4 things found"
    line = next(one for one in finder.results if one.kind == "note line")
    assert line.about == "chief executive"
    assert [line.text[start:end] for start, end in line.marked] == ["quorum"]
    assert line.when.startswith("Tue 24 November")


def test_the_text_of_documents_is_found_with_its_page(finder: Finder) -> None:
    finder.open()
    finder.type("narwhal")
    assert finder.headings == ["In the text of documents"]
    assert finder.refs("page of a document") == ["E-002 p. 2"]


def test_a_document_that_is_in_two_entries_is_found_in_both_and_in_the_one_that_is_asked_for(
    finder: Finder, opened: Opened, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(AttachFile("a2", "e1", DOCUMENT, 10, "copy.pdf"))
    finder.open()
    finder.type("narwhal")
    assert sorted(finder.refs("page of a document")) == ["E-001 p. 2", "E-002 p. 2"]
    finder.find("in:W3 narwhal")
    assert finder.refs("page of a document") == ["E-002 p. 2"]
    finder.find("in:W4 narwhal")
    assert finder.refs("page of a document") == ["E-001 p. 2"]
    finder.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: finder.window.pages.present_place() == Place("evidence", selected="e1#a2#2"))


def test_the_framework_is_found_by_id_and_by_words(finder: Finder) -> None:
    finder.open()
    finder.type("W3.2")
    assert finder.results[0].short == "W3.2"
    finder.find("vision strategy")
    assert "Framework" in finder.headings
    finder.find("gnu")
    assert finder.refs("of the team’s own") == ["W2.L1"]


def test_a_slip_of_the_keys_finds_in_the_framework_where_nothing_else_is_found(finder: Finder) -> None:
    finder.open()
    finder.type("governence")
    assert finder.headings == ["Framework, with words nearly as typed"]
    first = finder.results[0]
    assert {first.text[start:end].casefold() for start, end in first.marked} == {"governance"}
    finder.find("zebar")
    assert finder.headings == [], "no word of the framework is nearly so"
    finder.find("governence narwhal")
    assert not any("nearly" in heading for heading in finder.headings)
    finder.find("walrsu")
    finder.find("zebra")
    assert finder.headings == ["Note lines"]


def test_a_short_word_or_a_name_of_the_team_is_taken_for_no_other(finder: Finder) -> None:
    finder.open()
    finder.type("Wren")
    assert finder.results == []
    finder.find("inspecto")
    assert finder.headings == ["The inspection team"]
    finder.find("inspecto concern")
    assert not any("nearly" in heading for heading in finder.headings)


def test_a_session_is_shown_with_its_roles_as_people_call_them(finder: Finder, opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(
            PlanSession("s9", "interview", ("chief-executive", "medical-director"), title="Presenting itself")
        )
    finder.open()
    finder.type("executive director")
    (session,) = [one for one in finder.results if one.kind == "session"]
    assert session.text == "Presenting itself chief executive, medical director"
    assert [session.text[start:end] for start, end in session.marked] == ["executive", "director"]


def test_the_framework_goes_first_only_where_it_has_the_very_words(finder: Finder) -> None:
    finder.open()
    finder.type("boar")
    assert finder.headings[:2] == ["Note lines", "Framework"], "each has the word begun"
    finder.find("board")
    assert finder.headings[:2] == ["Framework", "Note lines"]
    finder.find("board has")
    assert finder.headings == ["Note lines"]


def test_words_between_quotation_marks_are_kept_in_the_framework_too(finder: Finder) -> None:
    finder.open()
    finder.type("vision qwertyuiop")
    assert finder.headings == ["Framework, with only some of the words"], "better than nothing, and it is said"
    assert finder.dialog.told == "Nothing was found. Nothing here has “qwertyuiop”."
    finder.find('"vision qwertyuiop"')
    assert finder.results == []
    finder.find('"vision" narwhal')
    assert finder.results == []
    finder.find('"committee met"')
    assert finder.headings == ["In the text of documents"]


def test_operators_and_quotes_ask_less(finder: Finder) -> None:
    finder.open()
    finder.type("type:read minutes")
    assert [one.short for one in finder.results] == ["S-02 l.1"]
    finder.find('"no quorum"')
    assert finder.refs("note line") == ["S-01 l.1"]
    finder.find("is:claim")
    assert finder.refs("note line") == ["S-01 l.2"]
    finder.find("from:ceo quorum")
    assert finder.headings == ["Note lines"]


def test_another_name_finds_too_and_says_so(finder: Finder) -> None:
    finder.open()
    finder.type("ICB")
    assert finder.refs("note line") == ["S-01 l.2"]
    assert "“ICB” finds also: " in finder.dialog.remarks
    assert "clinical commissioning group" in finder.dialog.remarks


def test_a_filter_with_a_value_that_says_nothing_finds_nothing_and_says_which_there_are(finder: Finder) -> None:
    finder.open()
    finder.type("type:sayd quorum")
    assert finder.results == []
    assert finder.dialog.told == (
        "type: goes with said, seen, read, data or inference. Nothing is looked for until type:sayd is put right."
    )
    assert finder.dialog.remarks == ""
    finder.find("in:W99 quorum")
    assert finder.dialog.told.startswith("There is no W99. The framework goes from W1 to W8.")
    finder.find("type:said quorum")
    assert finder.refs("note line") == ["S-01 l.1"]


def test_what_is_looked_for_as_words_though_it_looks_like_a_filter_is_said(finder: Finder) -> None:
    finder.open()
    finder.type("quorum:board")
    assert finder.dialog.told.startswith("Nothing was found.")
    finder.find("quorum at 10:15")
    assert finder.dialog.remarks == ""
    finder.find("no:quorum")
    assert finder.refs("note line") == ["S-01 l.1"]
    assert finder.dialog.remarks == "“no:quorum” is looked for as words."


def test_nothing_found_says_why_and_nothing_else(finder: Finder) -> None:
    finder.open()
    finder.type("qwertyuiop quorum")
    assert finder.results == []
    assert finder.dialog.told == "Nothing was found. Nothing here has “qwertyuiop”."
    assert not finder.dialog.how_to_begin
    finder.press(Qt.Key.Key_Return)
    assert finder.dialog.isVisible()
    finder.find("day:9 quorum")
    assert "this inspection has" in finder.dialog.told
    finder.find("from:nobody")
    assert finder.dialog.told.startswith("Nothing was found. No role of the framework is called nobody")
    assert finder.dialog.field.accessibleDescription() == finder.dialog.told
    finder.find("narwhal zebra")
    assert finder.dialog.told == "Nothing was found. Nothing has all of these words at once."


def test_a_number_that_nothing_has_is_told_and_nothing_like_it_is_shown(finder: Finder) -> None:
    finder.open()
    finder.type("S-99")
    assert finder.results == []
    assert finder.dialog.told == "There is no S-99. The sessions go from S-01 to S-02."
    finder.find("W3.99")
    assert finder.results == []
    assert finder.dialog.told.startswith("There is no W3.99. In W3 there are W3.1 to W3.")


def test_a_number_that_nothing_has_may_be_spoken_of(finder: Finder, opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(WriteLine("l9", "s1", "Somebody spoke of S-99."))
    finder.open()
    finder.type("S-99")
    assert (finder.refs("note line"), finder.dialog.told) == (["S-01 l.3"], "1 thing found")
    assert finder.dialog.remarks == "There is no S-99. The sessions go from S-01 to S-02."


def test_what_a_number_names_comes_first(finder: Finder) -> None:
    finder.open()
    finder.type("S-01 l.2")
    assert finder.headings[0] == "By its number"
    assert finder.results[0].short == "S-01 l.2"


def test_files_that_are_not_read_yet_are_told(finder: Finder, opened: Opened, qtbot: QtBot) -> None:
    finder.open()
    finder.type("narwhal")
    assert finder.dialog.remarks == ""
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(AttachFile("b0", "e1", "0" * 64, 10, "0.xyz"))
    finder.find("zebr")
    assert finder.dialog.remarks == "1 file is not read yet, so nothing in it is found."
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(*(AttachFile(f"b{at}", "e1", f"{at}" * 64, 10, f"{at}.xyz") for at in (1, 2)))
    finder.find("zebra")
    assert finder.dialog.remarks == "3 files are not read yet, so nothing in them is found."
    finder.find("is:claim")
    assert finder.dialog.remarks == ""


def test_somebody_of_the_team_is_found_by_name_and_by_initials(finder: Finder, opened: Opened) -> None:
    (member, *_) = opened.inspection.team
    finder.open()
    finder.type(member.name)
    assert finder.headings == ["The inspection team"]
    assert [one.text for one in finder.results] == [f"{member.name}, {member.title}"]
    finder.find("".join(word[0] for word in member.name.split()))
    assert "The inspection team" in finder.headings


def test_whoever_is_in_several_sessions_is_found_once_in_the_latest(
    finder: Finder, opened: Opened, qtbot: QtBot
) -> None:
    later = dt.datetime(2026, 11, 26, 9, 30, tzinfo=dt.UTC)
    person = NewParticipant("p3", "chief-executive", name="Quentin Imaginary")
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(PlanSession("s3", "interview", ("chief-executive",), (person,), planned_start=later))
    finder.open()
    finder.type("imaginary")
    qtbot.waitUntil(lambda: [one.short for one in finder.results] == ["S-03"])
    assert finder.results[0].text.endswith("Also in S-01.")
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(CancelSession("s3", "ill"))
    finder.press(Qt.Key.Key_Escape)
    finder.open()
    finder.find("quentin")
    qtbot.waitUntil(lambda: [one.short for one in finder.results] == ["S-01"])
    assert finder.results[0].text.endswith("Also in S-03.")


def test_more_than_is_shown_is_told(finder: Finder, opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(*(WriteLine(f"m{number}", "s1", f"Pelican {number}") for number in range(60)))
    finder.open()
    finder.type("pelican")
    assert len(finder.results) == 50
    assert finder.dialog.told.startswith("The best 50 things found; there is more.")


def test_a_retracted_line_says_so(finder: Finder, opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(RetractLine("l3", "misheard"))
    finder.open()
    finder.type("zebra")
    assert finder.results[0].no_longer == "retracted"
    assert "retracted" in finder.results[0].spoken


def test_a_name_is_found_and_not_told(finder: Finder) -> None:
    finder.open()
    finder.type("quentin")
    assert finder.headings == ["Participants"]
    assert all("Imaginary" not in one.spoken for one in finder.results)
    finder.find("from:ceo")
    assert all("name" not in one.text for one in finder.results)


def test_a_role_is_found_by_its_initials_and_leads_to_its_session(finder: Finder, qtbot: QtBot) -> None:
    finder.open()
    finder.type("ceo")
    assert finder.headings[0] == "Roles"
    qtbot.waitUntil(lambda: finder.results[0].when == "S-01")
    finder.choose("role")
    qtbot.waitUntil(lambda: finder.window.pages.present_place() == Place("sessions", selected="s1"))


def test_up_and_down_move_through_the_results_while_the_field_keeps_the_keyboard(finder: Finder) -> None:
    dialog = finder.open()
    finder.type("quorum")
    kinds = []
    for _ in range(len(finder.results) + 1):
        current = dialog.list.current()
        assert current is not None
        kinds.append(current.kind)
        finder.press(Qt.Key.Key_Down)
    assert kinds == ["session", "evidence entry", "request", "note line", "note line"]
    finder.press(Qt.Key.Key_Up, CTRL)
    current = dialog.list.current()
    assert current is not None
    assert current.kind == "request"
    assert QApplication.focusWidget() is dialog.field


def test_tab_leads_into_the_list_and_letters_back_to_the_field(finder: Finder) -> None:
    dialog = finder.open()
    finder.type("quor")
    finder.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.list
    told = QAccessible.queryAccessibleInterface(dialog.list)
    assert told.text(QAccessible.Text.Name) == "What was found"
    finder.press(Qt.Key.Key_U)
    finder.wait()
    assert dialog.field.text() == "quoru"
    assert QApplication.focusWidget() is dialog.field


def test_a_screen_reader_is_told_how_many_were_found_and_what_each_is(finder: Finder) -> None:
    dialog = finder.open()
    finder.type("zebra")
    assert dialog.field.accessibleDescription() == "1 thing found"
    spoken = dialog.list.results.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("note line, S-02 l.1, Governors of the quorum, ")
    assert spoken.endswith(": We read the zebra minutes.")


def test_esc_leaves_and_gives_the_focus_back(finder: Finder, qtbot: QtBot) -> None:
    finder.window.go(Place("session", "s1"))
    qtbot.waitUntil(lambda: (focus := finder.window.focusWidget()) is not None and focus.inherits("QPlainTextEdit"))
    before = QApplication.focusWidget()
    finder.open()
    finder.type("zebra")
    finder.press(Qt.Key.Key_Escape)
    assert finder.window.finding.dialog is None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)
    assert finder.window.pages.present_place() == Place("session", "s1")


def test_what_was_typed_last_is_there_again_and_selected(finder: Finder) -> None:
    finder.open()
    finder.type("zebra")
    finder.press(Qt.Key.Key_Escape)
    dialog = finder.open()
    finder.wait()
    assert dialog.field.selectedText() == "zebra"
    assert finder.refs("note line") == ["S-02 l.1"]
    finder.type("quorum")
    assert dialog.field.text() == "quorum"


def test_while_the_page_is_covered_what_was_found_last_is_not_put_back(finder: Finder) -> None:
    finder.open()
    finder.type("zebra")
    finder.press(Qt.Key.Key_Escape)
    finder.window.finding.open(finder.window.pages.page, covered=True)
    assert finder.dialog.field.text() == ""
    assert finder.dialog.how_to_begin


def test_the_answer_to_an_older_text_never_takes_the_place_of_a_newer_one(
    opened: Opened, qtbot: QtBot, recorded: None
) -> None:
    assert recorded is None
    looking = Looking(opened, opened.bridge)
    answers: list[Answer] = []
    looking.answered.connect(answers.append)
    for typed in ("z", "ze", "zeb", "quorum"):
        looking.look_for(typed)
    qtbot.waitUntil(lambda: bool(answers) and answers[-1].typed == "quorum")
    assert [one.typed for one in answers] == ["quorum"], (
        "of those before only the first was asked, and nobody wants it now"
    )


def test_enter_that_is_quicker_than_the_answer_takes_the_best_of_it(finder: Finder, qtbot: QtBot) -> None:
    dialog = finder.open()
    dialog.field.setText("zebra")
    finder.press(Qt.Key.Key_Return)
    assert dialog.isVisible(), "nothing is there yet"
    qtbot.waitUntil(lambda: finder.window.pages.present_place() == Place("session", "s2", "l3"))


def test_larger_text_leaves_room_for_everything(finder: Finder, qtbot: QtBot) -> None:
    for _ in range(4):
        finder.window._appearance.resize_text(1)
    dialog = finder.open()
    finder.type("quorum")
    assert dialog.list.isVisible()
    assert dialog.width() <= finder.window.width()
    assert dialog.height() <= finder.window.height()
    assert dialog.list.viewport().height() > 3 * dialog.fontMetrics().height()
    rows = dialog.list.rows_in_view()
    assert len(rows) >= 3
    button = finder.window.find_button
    assert button.height() >= button.fontMetrics().height()


def test_what_is_kept_of_the_last_text_is_nowhere_on_disk(finder: Finder, opened: Opened, qtbot: QtBot) -> None:
    finder.open()
    finder.type("zebra")
    finder.press(Qt.Key.Key_Escape)
    assert isinstance(finder.window.finding, FindAnything)
    qtbot.waitUntil(lambda: opened.bridge.remembered("window") is not None)
    assert b"zebra" not in (opened.bridge.remembered("window") or b"")


def test_documents_that_cannot_be_read_are_said_and_the_rest_is_found(
    finder: Finder, opened: Opened, library_folder: Path
) -> None:
    (file,) = library_folder.rglob("documents.db")
    away = file.rename(file.with_name("elsewhere"))
    file.mkdir()  # whatever keeps a file from being read
    finder.open()
    finder.type("quorum")
    assert "could not be read" in finder.dialog.remarks
    assert finder.refs("note line") == ["S-01 l.1"]
    file.rmdir()
    away.rename(file)
    finder.find("narwhal")
    assert finder.dialog.remarks == ""
    assert finder.refs("page of a document") == ["E-002 p. 2"], "the next question connects anew"
