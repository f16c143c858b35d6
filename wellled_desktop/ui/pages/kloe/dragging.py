"""What is dragged from the list beside an item onto another item: its name only, and never its words."""

import msgspec
from PySide6.QtCore import QMimeData

from wellled_desktop.store.source_reading import RecordRef

MIME = "application/x-wellled-linked"


class Dragged(msgspec.Struct, frozen=True):
    """A record, and the node beside which it stood."""

    ref: RecordRef
    node: str


def packed(dragged: Dragged) -> QMimeData:
    made = QMimeData()
    made.setData(MIME, msgspec.json.encode(dragged))
    return made


def unpacked(data: QMimeData) -> Dragged | None:
    """None for whatever else is dragged here."""
    if not data.hasFormat(MIME):
        return None
    try:
        return msgspec.json.decode(data.data(MIME).data(), type=Dragged)
    except msgspec.DecodeError:
        return None
