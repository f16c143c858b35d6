"""Reading a session's form and what has reached the disk of it, for tests."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.session.desk import SESSION, Desk
from wellled_desktop.inspection.commands import NewParticipant, PlanSession
from wellled_desktop.inspection.commands.sessions import Answer
from wellled_desktop.store import talk_reading

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
GROUP, BOARD = "s-group", "s-board"


def focus_group() -> PlanSession:
    """Fourteen people, by staff group and without names."""
    people = tuple(NewParticipant(f"p{at}", "consultants", f"ward {at}") for at in range(1, 15))
    return PlanSession(GROUP, "focus-group", ("consultants",), people, place="Seminar room 2")


def board() -> PlanSession:
    return PlanSession(BOARD, "observation", ("trust-chair",), title="Board in public", planned_minutes=90)


def answers(desk: Desk, session_id: str = SESSION) -> dict[str, Answer]:
    """By field, as they are on disk."""
    found = desk.opened.bridge.read_now(partial(talk_reading.form_answers, session_id=session_id))
    return {one.field: one.answer for one in found}


def focus(desk: Desk, field_id: str) -> QWidget:
    """The caret in a field of the form, and what has it."""
    field = desk.page.side.form.fields[field_id]
    first = field.first
    assert first is not None
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    assert first.hasFocus()
    return first


def type_into(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)
