"""Sections of forms are made ahead, between other things, and are the ones that a session then shows."""

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.ui.session.desk import Desk
from wellled_desktop.framework.forms import all_forms, forms_for
from wellled_desktop.framework.pack import Pack
from wellled_desktop.ui.pages.session.form_sections import FormSections


def sections_of(desk: Desk) -> FormSections:
    (found,) = desk.page.side.form.findChildren(FormSections)
    return found


def test_every_form_is_made_ahead_and_shown_when_its_session_is_opened(
    desk: Desk, qtbot: QtBot, real_pack: Pack
) -> None:
    made = sections_of(desk)
    (timer,) = made.findChildren(QTimer)
    qtbot.waitUntil(timer.isActive, timeout=5_000)
    qtbot.waitUntil(lambda: not timer.isActive(), timeout=20_000)
    form = desk.page.side.form
    for one in forms_for(real_pack, "focus-group", ("governors",)):
        section, fields = made.of(one)
        assert section.parent() is form
        assert [field.field.id for field in fields] == [field.id for field in one.fields]
    assert all(made.of(one)[0].isHidden() for one in all_forms(real_pack) if made.of(one)[0] not in form.sections)
    assert not any(section.isHidden() for section in form.sections)


def test_a_form_that_is_asked_for_meanwhile_is_made_once(desk: Desk, real_pack: Pack) -> None:
    made = sections_of(desk)
    (timer,) = made.findChildren(QTimer)
    asked = [one for one in all_forms(real_pack) if len(one.fields) > 2][-1]
    others = sum(len(one.fields) + 1 for one in all_forms(real_pack)[: all_forms(real_pack).index(asked)])
    for _ in range(others + 1):  # at most: then one field of it is there
        timer.timeout.emit()
    first = made.of(asked)
    for _ in range(200):
        timer.timeout.emit()
    assert made.of(asked) is first
    assert not timer.isActive()
