"""How far an immediate concern has come, in words."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.read_models import ImmediateConcern, Telling
from wellled_desktop.ui.kit.words import clock_time

MARK = "immediate concern"


def log_words(concern: ImmediateConcern) -> str:
    """Who has not replied comes first: told chair, 10:05, no reply yet; chief nurse, 10:15, replied."""
    if not concern.tellings:
        return _tr("nobody told yet")
    last = concern.tellings[-1]
    waiting = [one for one in reversed(concern.tellings) if not one.reply]
    first = waiting[0] if waiting else last
    words = _tr("told %1").replace("%1", _telling_words(first))
    if len(waiting) > 2:
        return f"{words}; {_tr('%1 others, no reply yet')}".replace("%1", str(len(waiting) - 1))
    second = waiting[1] if len(waiting) > 1 else last
    return words if second is first else f"{words}; {_telling_words(second)}"


def _telling_words(telling: Telling) -> str:
    reply = _tr("replied") if telling.reply else _tr("no reply yet")
    return f"{telling.told}, {clock_time(telling.told_at)}, {reply}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Concerns", words)
