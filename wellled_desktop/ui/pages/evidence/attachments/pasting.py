"""What was copied, as it is to be attached: the files, or else the picture, as a PNG made in memory."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMimeData
from PySide6.QtGui import QImage

from wellled_desktop.ui.kit.words import clock_time, dated


def local_files(copied: QMimeData) -> tuple[Path, ...]:
    """Files and folders of this laptop, of what was copied or is dragged."""
    return tuple(Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile())


def picture_of(copied: QMimeData) -> QImage | None:
    if not copied.hasImage():
        return None
    picture = QImage(copied.imageData())
    return None if picture.isNull() else picture


def as_png(picture: QImage) -> bytes:
    """For a thread beside the window's: a large one takes a while."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know it with bytes alone
    return bytes(buffer.data().data())


def picture_name(now: dt.datetime) -> str:
    """Pasted picture Tue 24 Nov 2026 09.15.png."""
    words = QCoreApplication.translate("Pasting", "Pasted picture")
    return f"{words} {dated(now.astimezone().date())} {clock_time(now).replace(':', '.')}.png"
