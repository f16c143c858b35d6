"""The keys of the KLOE page, for the list of shortcuts (F1)."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.ui.kit.offer_bar import KEYS as OFFER_KEYS
from wellled_desktop.ui.page import Shortcut
from wellled_desktop.ui.pages.kloe.own_words import own_shortcuts


def kloe_shortcuts() -> tuple[Shortcut, ...]:
    return (
        Shortcut("Up", _tr("The item above; Down: the one below")),
        Shortcut("Space", _tr("Tick key evidence as gathered, or clear the tick")),
        Shortcut("G", _tr("Gathered")),
        Shortcut("R", _tr("Requested of the trust")),
        Shortcut("H", _tr("Not held by the trust")),
        Shortcut("A", _tr("Not applicable")),
        Shortcut("P", _tr("Not pursued")),
        Shortcut("Backspace", _tr("No state")),
        Shortcut("Return", _tr("Give a reason for the state (optional); in the list beside: open the line")),
        *own_shortcuts(),
        Shortcut(
            "J",
            _tr("Our judgement on the prompt or the KLOE: then S strength, C concern, B balanced, and the words"),
        ),
        Shortcut("L", _tr("Link a line or an evidence entry to the item, found by its words or its number")),
        Shortcut("Right", _tr("To the list beside, of what is linked to the item; Left or Esc: back to the item")),
        Shortcut("O", _tr("To the list beside: what points the other way; again: what supports")),
        Shortcut("M", _tr("In the list beside: link to another item, or move there")),
        Shortcut("Del", _tr("In the list beside: unlink")),
        Shortcut(
            "X", _tr("In the list beside: it points the other way, or no longer; dragging it to the other side does so")
        ),
        Shortcut("Ctrl+R", _tr("Record an evidence entry for the selected item")),
        Shortcut(OFFER_KEYS, _tr("Take what is offered: the tick, or the entry")),
        Shortcut("Alt+PgUp", _tr("The KLOE before")),
        Shortcut("Alt+PgDown", _tr("The KLOE after")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("KloePage", text)
