"""The keys of the session page: what they do, and how the list of shortcuts (F1) names them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from wellled_desktop.inspection.speaking import POINTS_OTHER_WAY, spoken_voice
from wellled_desktop.ui.kit.offer_bar import KEYS as OFFER_KEYS
from wellled_desktop.ui.page import Shortcut
from wellled_desktop.ui.pages.session.course_keys import course_shortcuts
from wellled_desktop.ui.pages.session.facts import END_KEYS
from wellled_desktop.ui.pages.session.follow_up_actions import follow_up_shortcuts
from wellled_desktop.ui.pages.session.line_actions import LineActions
from wellled_desktop.ui.pages.session.next_line_strip import MARK_KEYS, TYPE_KEYS
from wellled_desktop.ui.pages.session.people_finding import MOST_KEYS, VOICE_KEYS
from wellled_desktop.ui.pages.session.privacy_actions import privacy_shortcuts
from wellled_desktop.ui.pages.session.sheet_keys import sheet_shortcuts
from wellled_desktop.ui.pages.session.speaker_choice import SpeakerChoice

TAG_KEYS = "Ctrl+T"
_MARK_WORDS = {"other way": POINTS_OTHER_WAY}


def install_keys(page: QWidget, actions: LineActions, speakers: SpeakerChoice, end: Callable[[], None]) -> None:
    """Makes the keys work wherever the focus is on the page; Enter, Del, Up and # belong to the field they are pressed in."""
    for key, line_type in TYPE_KEYS:
        _install(page, key, partial(actions.set_type, line_type))
    for key, mark in MARK_KEYS:
        _install(page, key, partial(actions.toggle_mark, mark))
    for number in range(MOST_KEYS + 1):
        _install(page, f"Alt+{number}", partial(speakers.choose_number, number))
    for key, voice in VOICE_KEYS:
        _install(page, f"Alt+{key}", partial(speakers.choose_voice, voice))
    _install(page, TAG_KEYS, actions.ask_tags)
    _install(page, END_KEYS, end)


def _install(page: QWidget, keys: str, then: Callable[[], None]) -> None:
    shortcut = QShortcut(QKeySequence(keys), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(then)


def session_shortcuts() -> tuple[Shortcut, ...]:
    """The lines of the list of shortcuts that are this page's own."""
    return (
        Shortcut(
            "Return",
            _tr("Keep the line, with what is offered; the first one starts the session. In the list: change it"),
        ),
        Shortcut("Shift+Return", _tr("Break the line")),
        Shortcut(
            "#",
            _tr("Tag: an id or words; Enter takes what is offered and keeps the line, Tab goes on; Space: as typed"),
        ),
        Shortcut(
            "Up", _tr("In the empty composer: change the line before; F2 to F10 then change what it is, Enter keeps it")
        ),
        *(Shortcut(key, _tr("Line type, for the next line: %1").replace("%1", word)) for key, word in TYPE_KEYS),
        *(
            Shortcut(key, _tr("Mark, for the next line: %1").replace("%1", _MARK_WORDS.get(word, word)))
            for key, word in MARK_KEYS
        ),
        Shortcut("@", _tr("Speaker: a role, its initials, or a label")),
        Shortcut("Alt+1", _tr("Speaker: Alt+1 to Alt+9; Alt+0 for nobody in particular")),
        *(Shortcut(f"Alt+{key}", _tr("Speaker: %1").replace("%1", spoken_voice(voice))) for key, voice in VOICE_KEYS),
        Shortcut("Shift+Tab", _tr("From the composer: to the lines, the last one first")),
        Shortcut("Shift+Up", _tr("In the list: select more lines; Ctrl+A all of them; the keys above then act on all")),
        Shortcut(TAG_KEYS, _tr("Tag the selected lines, or the newest; a minus before a tag takes it away")),
        Shortcut("Del", _tr("On a line in the list: retract it, or put it back")),
        Shortcut("Esc", _tr("Back to the composer")),
        Shortcut(END_KEYS, _tr("End the session")),
        Shortcut(
            OFFER_KEYS, _tr("Take what is offered when it ends: the tick of an item whose roles were interviewed")
        ),
        *course_shortcuts(),
        *sheet_shortcuts(),
        *privacy_shortcuts(),
        *follow_up_shortcuts(),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("SessionKeys", words)
