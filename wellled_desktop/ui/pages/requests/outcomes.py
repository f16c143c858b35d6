"""What can become of a request, or of a key-evidence item asked for without one: the keys, and the commands they come to."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QCoreApplication, Qt

from wellled_desktop.inspection.commands import Command, MakeRequest, SetEvidenceState, SetRequestState
from wellled_desktop.inspection.words import EvidenceState, RequestState
from wellled_desktop.ui.pages.requests.request_model import Asked

_Key = Qt.Key


class Outcome(msgspec.Struct, frozen=True):
    """`name` is unlike any other's; `state` is the request's, `item` the key-evidence item's, where it is set."""

    name: str
    key: Qt.Key
    letter: str
    numbered: bool
    state: RequestState | None = None
    item: EvidenceState | None = None


OUTCOMES = (
    Outcome("received", _Key.Key_R, "R", True, state="received"),
    Outcome("gathered", _Key.Key_G, "G", True, state="received", item="gathered"),
    Outcome("partial", _Key.Key_T, "T", True, state="partial"),
    Outcome("withdrawn", _Key.Key_W, "W", True, state="withdrawn"),
    Outcome("open", _Key.Key_O, "O", True, state="open"),
    Outcome("number", _Key.Key_N, "N", False),
    Outcome("item-gathered", _Key.Key_G, "G", False, item="gathered"),
    Outcome("not-held", _Key.Key_H, "H", False, item="not-held"),
    Outcome("not-pursued", _Key.Key_P, "P", False, item="not-pursued"),
    Outcome("none", _Key.Key_Backspace, "Backspace", False, item="none"),
)


def words(outcome: Outcome) -> str:
    return {
        "received": _tr("Received"),
        "gathered": _tr("Received and gathered"),
        "partial": _tr("Received in part"),
        "withdrawn": _tr("Withdrawn"),
        "open": _tr("Open again"),
        "number": _tr("Give it a number"),
        "item-gathered": _tr("Gathered"),
        "not-held": _tr("Not held"),
        "not-pursued": _tr("Not pursued"),
        "none": _tr("No longer asked"),
    }[outcome.name]


def offered(outcome: Outcome, asked: Asked | None) -> bool:
    """Whether it can become of this row; receiving and gathering in one needs the item it was asked for."""
    if asked is None or outcome.numbered != (asked.request is not None):
        return False
    return outcome.name != "gathered" or bool(asked.node)


def commands_for(
    outcome: Outcome, asked: Asked, reason: str | None, text: str, new_id: Callable[[], str]
) -> tuple[Command, ...]:
    """`text` is what an item's new request asks for; the reason then says of whom."""
    request = asked.request
    if request is None:
        if outcome.name == "number":
            return (MakeRequest(new_id(), text, reason or "", asked.node),)
        return (SetEvidenceState(asked.node, outcome.item, reason),) if outcome.item else ()
    if outcome.state is None:
        return ()
    state = SetRequestState(request.id, outcome.state, reason)
    if outcome.item is not None and asked.node:
        return (state, SetEvidenceState(asked.node, outcome.item, reason))
    return (state,)


def became(outcome: Outcome, ref: str) -> str:
    """What is said once it is done."""
    if outcome.name == "number":
        return _tr("The request for %1 has a number").replace("%1", ref)
    state = words(outcome)
    return _tr("%1 is %2").replace("%1", ref).replace("%2", f"{state[:1].lower()}{state[1:]}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Requests", text)
