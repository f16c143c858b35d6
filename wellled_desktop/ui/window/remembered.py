"""Where the window was: kept sealed beside the inspection, so that opening it again leads to the same place."""

import base64

import msgspec

from wellled_desktop.ui.places import Place

NAME = "window"


class WindowState(msgspec.Struct, frozen=True):
    """`geometry` and `divider` are Qt's own forms of the window's place and the navigator's width, in base 64."""

    place: Place = Place("today")
    kloe: str = ""
    geometry: str = ""
    divider: str = ""


def encoded(state: WindowState) -> bytes:
    return msgspec.json.encode(state)


def decoded(content: bytes | None) -> WindowState:
    """What was remembered; the first state where nothing was, or where an older version wrote it otherwise."""
    try:
        return msgspec.json.decode(content or b"{}", type=WindowState)
    except msgspec.MsgspecError:
        return WindowState()


def as_text(qt_bytes: "bytes | bytearray | memoryview[int]") -> str:
    return base64.b64encode(qt_bytes).decode("ascii")


def as_bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""
