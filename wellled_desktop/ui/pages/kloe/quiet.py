"""The quiet words beside a row: how many things are linked to it, and how an item of the checklist stands."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.read_models import NodeHoldings
from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.ui.kit.words import counted, in_words


def holdings_words(held: NodeHoldings) -> str:
    """12 lines · 3 evidence entries · 2 concerns; "" for nothing."""
    counts = (
        (held.lines, _tr("line"), _tr("lines")),
        (held.entries, _tr("evidence entry"), _tr("evidence entries")),
        (held.findings, _tr("service-level finding"), _tr("service-level findings")),
        (held.claims, _tr("claim"), _tr("claims")),
        (held.concerns, _tr("concern"), _tr("concerns")),
        (held.strengths, _tr("strength"), _tr("strengths")),
    )
    return " · ".join(counted(number, one, many) for number, one, many in counts if number)


def unbroken(words: str) -> str:
    """The same, with no number parted from its word where the line is broken, and no line that begins with a dot."""
    return "\u00a0· ".join(part.replace(" ", "\u00a0", 1) for part in words.split(" · "))


def state_word(state: EvidenceState) -> str:
    """The word shown beside a tick; "" while nothing is recorded of the item."""
    return "" if state == "none" else in_words(state)


def _tr(text: str) -> str:
    return QCoreApplication.translate("KloePage", text)
