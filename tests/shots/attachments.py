"""The attachments of an entry: none yet, a picture, a large file on its way, what is offered again, what was left out."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication

from tests.shots.album import Album

_BYTES = 1 << 33
"""Of nothing: a file with a hole in it takes no room, and is attached for long enough to be seen."""


def photograph_attachments(album: Album) -> None:
    """Nothing is recorded, for the next look begins with the same inspection."""
    person = album.person
    _choose(album, "E-001")
    person.see("patient may be recognised")
    person.press("A")
    album.take("attachments")
    _choose(album, "E-004")
    person.see("Nothing is attached yet")
    person.press("A")
    album.take("attachments-none")
    with tempfile.TemporaryDirectory() as folder:
        _photograph_strip(album, Path(folder))
    person.press("Ctrl+F")
    person.type_anew("")


def _choose(album: Album, ref: str) -> None:
    """And to the table, where the keys of an entry are."""
    album.person.press("Ctrl+4", "Ctrl+F")
    album.person.type_anew(ref)
    album.person.press("Tab", "Tab")


def _photograph_strip(album: Album, folder: Path) -> None:
    person = album.person
    recording = folder / "Board meeting, recorded.mp4"
    with recording.open("wb") as file:
        file.truncate(_BYTES)
    (folder / "Board papers").symlink_to(folder / "elsewhere")
    (folder / "Minutes of June").symlink_to(recording)
    _paste(album, *sorted(folder.iterdir()))
    person.see("8.6 GB, about", seconds=60)
    album.take("attaching")
    person.press("Ctrl+Shift+X")
    person.see("Attaching was stopped", "is a link")
    album.take("attaching-stopped")
    person.click("Forget them")


def _paste(album: Album, *paths: Path) -> None:
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QGuiApplication.clipboard().setMimeData(copied)
    album.person.press("Ctrl+V")
    QGuiApplication.clipboard().clear()  # what Python made and Qt holds must be gone before Python is
