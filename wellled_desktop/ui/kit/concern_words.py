"""How far an immediate concern has come, in words."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.read_models import ImmediateConcern
from wellled_desktop.ui.kit.words import clock_time

MARK = "immediate concern"


def log_words(concern: ImmediateConcern) -> str:
    """Told chief nurse 10:15, replied; nobody told yet."""
    if not concern.tellings:
        return _tr("nobody told yet")
    last = concern.tellings[-1]
    words = _tr("told %1, %2").replace("%1", last.told).replace("%2", clock_time(last.told_at))
    replied = sum(bool(one.reply) for one in concern.tellings)
    waiting = len(concern.tellings) - replied
    if not waiting:
        return f"{words}, {_tr('replied')}"
    return (
        f"{words}, {_tr('no reply yet')}"
        if waiting == 1
        else f"{words}, {_tr('%1 without a reply')}".replace("%1", str(waiting))
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Concerns", words)
