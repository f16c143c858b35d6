"""How the items of a checklist stand, all together, in words."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.ui.kit.words import counted, in_words


def states_words(states: Iterable[EvidenceState], of: int) -> str:
    """18 items: 7 gathered, 2 requested, 1 not held. What is in no state is not named: leaving out is no fault."""
    standing = list(states)
    order: tuple[EvidenceState, ...] = ("gathered", "requested", "not-held", "not-applicable", "not-pursued")
    parts = [f"{standing.count(state)} {in_words(state)}" for state in order if state in standing]
    items = counted(of, _tr("item"), _tr("items"))
    return f"{items}: {', '.join(parts)}" if parts else items


def _tr(text: str) -> str:
    return QCoreApplication.translate("KloePage", text)
