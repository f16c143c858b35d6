"""The keys of a session's course, people and form, as the list of shortcuts (F1) names them."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.ui.page import Shortcut
from wellled_desktop.ui.pages.session import course_words as words
from wellled_desktop.ui.pages.session.facts import PLAN_KEYS
from wellled_desktop.ui.pages.session.form_panel import FORM_KEYS
from wellled_desktop.ui.pages.session.form_sections import OPENING_KEYS, SUMMARY_KEYS
from wellled_desktop.ui.pages.session.people_buttons import ADD_KEYS


def course_shortcuts() -> tuple[Shortcut, ...]:
    return (
        Shortcut(OPENING_KEYS, _tr("Opening statement given, or not yet")),
        Shortcut(words.PAUSE_KEYS, _tr("Pause the session; go on")),
        Shortcut(FORM_KEYS, _tr("To the form: its first empty field to write in")),
        Shortcut(SUMMARY_KEYS, _tr("To the summary")),
        Shortcut(ADD_KEYS, _tr("Add somebody to the room")),
        Shortcut(PLAN_KEYS, _tr("Change place, planned time, lead, note-taker")),
        Shortcut(words.PAPER_KEYS, _tr("From handwritten notes: when it began and ended")),
        Shortcut(words.TIDY_KEYS, _tr("Tidy up: walk the lines without a tag, one key each")),
        Shortcut(words.SIGN_OFF_KEYS, _tr("Sign the session off; withdraw the sign-off")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("SessionKeys", text)
