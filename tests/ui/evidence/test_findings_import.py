"""Findings from a file: looked at first, recorded in parts, never doubled, and never half of a hostile file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.evidence.findings_page import THREE, kept, page, show
from tests.ui.kloe.names import unnamed
from tests.ui.kloe.records import record
from tests.unit.exchange.workbooks import workbook
from wellled_desktop.inspection.commands import RetractFindings
from wellled_desktop.ui.kit.mapping_dialog import MappingDialog
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.findings.findings_view import FindingsView
from wellled_desktop.ui.pages.evidence.page import EvidencePage
from wellled_desktop.ui.window.undo import UndoStack

__all__ = ["page"]

ROWS = (
    ("Core service", "Finding", "Rating", "Prompt", "Published"),
    ("Maternity", "Women were asked and plans changed.", "Good", "W7.1", "November 2026"),
    ("Surgery", "Lists ran late.", "Inadequate", "W5.2", ""),
    ("Medicine", "Huddles were held.", "Good", "W6.1", ""),
    ("Medicine", "Nobody could say.", "purple", "", ""),
)


def dialog_of(qtbot: QtBot, view: FindingsView, path: Path) -> MappingDialog:
    """As it is once the rows have been gone through."""
    view.taking_over.begin(path)
    qtbot.waitUntil(lambda: view.taking_over.dialog is not None)
    dialog = view.taking_over.dialog
    assert dialog is not None
    return dialog


def text(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


def test_a_file_is_looked_at_first_and_then_recorded_without_doubling(
    qtbot: QtBot, opened: Opened, page: EvidencePage, tmp_path: Path
) -> None:
    record(qtbot, opened, THREE)
    record(qtbot, opened, RetractFindings(("f2",), "of another trust"))
    steps = UndoStack(opened.bridge, page)
    view = show(qtbot, page, 2)
    dialog = dialog_of(qtbot, view, workbook(tmp_path / "Core.xlsx", ROWS))
    qtbot.waitUntil(lambda: dialog.outcome is not None)
    assert dialog.summary == (
        "2 new, of which 1 linked to the framework; 1 as they are in the record. 1 finding retracted before and left out."
    )
    assert dialog.left_out_words == [
        "Row 3 was retracted in the record and is left out; it can be restored there.",
        "Row 5 has the rating “purple”, which is not known here; it is taken as neutral.",
    ]
    assert dialog.remark == ""
    dialog.columns["reported"].setCurrentIndex(0)
    assert dialog.remark == "Column left out: “Published”."
    dialog.columns["node"].setCurrentIndex(0)
    assert dialog.remark == "Columns left out: “Prompt”, “Published”."
    for name, at in (("node", 4), ("reported", 5)):
        dialog.columns[name].setCurrentIndex(at)
    qtbot.waitUntil(lambda: dialog.outcome is not None)
    assert unnamed(dialog) == []
    assert len(kept(opened)) == 2
    with qtbot.waitSignal(page.notice) as told:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args == ["2 findings recorded as service-level findings. Undo takes them back."]
    assert {(one.service, one.source) for one in kept(opened)} >= {("Medicine", "Core.xlsx")}
    qtbot.waitUntil(lambda: view.findings.rowCount() == 4)
    new = [one.id for one in kept(opened) if one.id not in {"f1", "f2", "f3"}]
    assert view.chosen_id() in new, "the rows that came are led to"
    again = dialog_of(qtbot, view, tmp_path / "Core.xlsx")
    qtbot.waitUntil(lambda: again.outcome is not None)
    assert again.take.text() == "Nothing to record"
    QTest.keyClick(again, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not view.taking_over.under_way)
    assert steps.undo_name == "record 2 service-level findings"
    steps.undo()
    qtbot.waitUntil(lambda: len(kept(opened)) == 2)


def test_a_file_that_undo_took_back_can_be_taken_over_again_with_other_columns(
    qtbot: QtBot, opened: Opened, page: EvidencePage, tmp_path: Path
) -> None:
    steps = UndoStack(opened.bridge, page)
    view = show(qtbot, page, 0)
    dialog = dialog_of(qtbot, view, workbook(tmp_path / "Core.xlsx", ROWS))
    dialog.columns["rating"].setCurrentIndex(0)
    qtbot.waitUntil(lambda: dialog.outcome is not None)
    with qtbot.waitSignal(page.notice):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.findings.rowCount() == 4)
    assert {one.weight for one in kept(opened)} == {"neutral"}
    steps.undo()
    qtbot.waitUntil(lambda: kept(opened) == () and view.findings.rowCount() == 0)
    again = dialog_of(qtbot, view, tmp_path / "Core.xlsx")
    again.columns["rating"].setCurrentIndex(3)
    qtbot.waitUntil(lambda: again.outcome is not None)
    assert again.summary == "4 new, of which 3 linked to the framework; 0 as they are in the record."
    assert again.choice.isHidden()
    with qtbot.waitSignal(page.notice):
        QTest.keyClick(again, Qt.Key.Key_Return)
    assert sorted(one.weight for one in kept(opened)) == ["concern", "neutral", "strength", "strength"]


def test_what_was_retracted_for_a_reason_is_taken_in_only_by_choice(
    qtbot: QtBot, opened: Opened, page: EvidencePage, tmp_path: Path
) -> None:
    record(qtbot, opened, THREE)
    record(qtbot, opened, RetractFindings(("f2",), "of another trust"))
    view = show(qtbot, page, 2)
    dialog = dialog_of(qtbot, view, workbook(tmp_path / "Core.xlsx", ROWS[:3]))
    qtbot.waitUntil(lambda: dialog.outcome is not None)
    assert dialog.take.text() == "Nothing to record"
    assert dialog.summary == ("Nothing new; 1 as they are in the record. 1 finding retracted before and left out.")
    assert dialog.choice.text() == "&Take in 1 finding that was retracted as well, as the columns say now"
    assert unnamed(dialog) == []
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(dialog.choice.isChecked)
    assert dialog.take.text() == "&Record 1 finding"
    assert dialog.summary == "1 new, of which 1 linked to the framework; 1 as they are in the record."
    assert dialog.left_out_words == []
    dialog.choice.setChecked(False)
    assert not dialog.take.isEnabled()
    dialog.choice.setChecked(True)
    with qtbot.waitSignal(page.notice) as told:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args == ["1 finding recorded as service-level findings. Undo takes them back."]
    assert sorted((one.service, one.node) for one in kept(opened) if one.text == "Lists ran late.") == [
        ("Surgery", "W5.2")
    ]


def test_columns_chosen_once_are_known_the_next_time(
    qtbot: QtBot, opened: Opened, page: EvidencePage, tmp_path: Path
) -> None:
    view = show(qtbot, page, 0)
    dialog = dialog_of(qtbot, view, text(tmp_path / "a.csv", "Bereich,Was\nSurgery,Lists ran late.\n"))
    assert dialog.summary.startswith("Say which columns hold the service and the finding")
    dialog.columns["service"].setCurrentIndex(1)
    dialog.columns["text"].setCurrentIndex(2)
    qtbot.waitUntil(dialog.take.isEnabled)
    with qtbot.waitSignal(page.notice):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.bridge.remembered("headings-findings") is not None)
    fresh = EvidencePage(opened)
    fresh.findings.taking_over.begin(text(tmp_path / "b.csv", "Was,Bereich\nHuddles were held.,Medicine\n"))
    qtbot.waitUntil(lambda: fresh.findings.taking_over.dialog is not None)
    known = fresh.findings.taking_over.dialog
    assert known is not None
    assert known.places()["service"] == 1
    assert known.places()["text"] == 0
    known.reject()
    fresh.deleteLater()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("r.xlsx", b"PK\x03\x04 nothing", "r.xlsx is damaged or is no spreadsheet"),
        ("r.csv", b"Service,Finding\nA,b\x00\n", "r.csv is damaged or is no spreadsheet"),
        ("r.csv", b"", "r.csv is empty"),
    ],
)
def test_a_hostile_file_is_one_sentence_and_nothing_of_it_is_recorded(
    qtbot: QtBot, opened: Opened, page: EvidencePage, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    view = show(qtbot, page, 0)
    path = tmp_path / name
    path.write_bytes(content)
    with qtbot.waitSignal(page.notice) as told:
        view.taking_over.begin(path)
    assert told.args[0].startswith(sentence)
    assert view.from_file.isEnabled()
    assert not view.running.isVisible()
    assert kept(opened) == ()


def test_a_long_file_can_be_stopped_and_taken_over_again_for_the_rest(
    qtbot: QtBot, opened: Opened, page: EvidencePage, tmp_path: Path
) -> None:
    view = show(qtbot, page, 0)
    rows = "".join(f"Ward {row},Finding {row}.\n" for row in range(300))
    dialog = dialog_of(qtbot, view, text(tmp_path / "long.csv", f"Service,Finding\n{rows}"))
    qtbot.waitUntil(lambda: dialog.outcome is not None)
    opened.bridge.changed.connect(view.taking_over.cancel)
    with qtbot.waitSignal(page.notice, timeout=20_000) as told:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args[0].startswith("Recording was stopped: ")
    there = len(kept(opened))
    assert 0 < there < 300
    opened.bridge.changed.disconnect(view.taking_over.cancel)
    qtbot.waitUntil(lambda: view.findings.rowCount() == there)
    again = dialog_of(qtbot, view, tmp_path / "long.csv")
    qtbot.waitUntil(lambda: again.outcome is not None)
    assert again.summary.startswith(f"{300 - there} new")
    again.reject()
    qtbot.waitUntil(lambda: not view.taking_over.under_way)
