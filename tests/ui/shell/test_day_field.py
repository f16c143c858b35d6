"""The first day of an inspection is the day that was written, or it is said to be none."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from tests.ui.conftest import AUTHOR
from tests.ui.shell.test_first_run import named
from wellled_desktop.ui.entrance.day_field import DayField
from wellled_desktop.ui.entrance.new_inspection_page import NewInspectionPage
from wellled_desktop.ui.kit.typed_day import day_from

TUESDAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    "typed",
    ["24/11/2026", "24 11 2026", "24.11.2026", "24 Nov 2026", "24 november 2026", " 24th November, 2026", "2026-11-24"],
)
def test_the_ways_people_write_a_day_are_all_taken(typed: str) -> None:
    assert day_from(typed) == TUESDAY


@pytest.mark.parametrize(
    "typed", ["", "25", "31 02 2026", "11/24/2026", "24/11/26", "24 Novembre 2026", "24/11", "24/11/0226"]
)
def test_nothing_else_is_a_day(typed: str) -> None:
    assert day_from(typed) is None


def test_the_weekday_stands_beside_and_the_day_is_written_out(qtbot: QtBot) -> None:
    field = DayField("First day", dt.date(2026, 1, 5))
    qtbot.addWidget(field)
    assert (field.line.text(), field.weekday.text()) == ("5 January 2026", "Monday")
    field.line.selectAll()
    QTest.keyClicks(field.line, "3/4/2026")
    assert field.weekday.text() == "Friday"
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert (field.line.text(), field.day) == ("3 April 2026", dt.date(2026, 4, 3))
    field.line.selectAll()
    QTest.keyClicks(field.line, "25")
    assert (field.weekday.text(), field.day) == ("No date", None)


def test_a_new_inspection_is_asked_for_with_the_day_typed_and_with_no_other(qtbot: QtBot) -> None:
    page = NewInspectionPage(AUTHOR)
    qtbot.addWidget(page)
    wanted: list[dt.date] = []
    page.inspection_wanted.connect(lambda command: wanted.append(command.start_date))
    named(page, "Name of the trust").setText("Example Vale NHS Trust")
    named(page, "Provider code").setText("RXX")
    page.findChildren(QCheckBox)[0].setChecked(True)
    day = named(page, "First day of the inspection")
    day.setText("31 02 2026")
    page._make.click()
    assert page.sentence == "The first day is not a date. Write it as 24 November 2026 or 24/11/2026."
    assert wanted == []
    day.setText("24/11/2026")
    page._make.click()
    assert wanted == [TUESDAY]
