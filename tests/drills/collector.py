"""Somebody attaching files in the real window: started by a drill, which ends it with kill -9 or takes the files away.

`python -m tests.drills.collector LIBRARY PASSPHRASE_FILE FOLDER MOST_BYTES` unlocks and goes to the Evidence page. Where nothing
is offered it pastes the folder, else it takes the offer. It prints what it was offered, each attachment that is on the disk, and
what the strip says in the end; then it quits. MOST_BYTES is the most a file may have, 0 for any.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from wellled_desktop import bootstrap
from wellled_desktop.store.store import Change
from wellled_desktop.ui.application import Sitting, make_application
from wellled_desktop.ui.attaching.attaching import attaching_of
from wellled_desktop.ui.entrance.lock_page import LockPage
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.ui.pages.evidence.page import EvidencePage
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.main_window import MainWindow

LOOK_EVERY_MS = 20
_LOOKS_FOR_AN_OFFER = 25
_CTRL = Qt.KeyboardModifier.ControlModifier
_CTRL_SHIFT = _CTRL | Qt.KeyboardModifier.ShiftModifier


class Collector(QObject):
    def __init__(self, sitting: Sitting, passphrase: str, folder: Path, most_bytes: int) -> None:
        super().__init__()
        self._sitting = sitting
        self._passphrase = passphrase
        self._folder = folder
        self._most_bytes = most_bytes
        self._unlocked = self._gone = self._begun = self._ended = False
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(LOOK_EVERY_MS)

    def _step(self) -> None:
        window = self._sitting.window
        if window is None:
            self._unlock()
        elif not self._gone:
            self._gone = True
            window.go(Place("evidence"))
        elif not self._begun:
            self._begin(window)
        elif not attaching_of(window.opened.bridge).is_at_work and not self._ended:
            self._ended = True  # what was recorded last is told in this turn or the next
        elif self._ended:
            self._timer.stop()
            say("ended", window.attaching.words)
            QGuiApplication.clipboard().clear()  # what Python made and Qt holds must be gone before Python is
            window.quit()

    def _unlock(self) -> None:
        field = self._sitting.entrance.focusWidget()
        if field is not None and not self._unlocked and isinstance(self._sitting.entrance.currentWidget(), LockPage):
            self._unlocked = True
            QTest.keyClicks(field, self._passphrase)
            QTest.keyClick(field, Qt.Key.Key_Return)

    def _begin(self, window: MainWindow) -> None:
        page = window.pages.page
        if not isinstance(page, EvidencePage) or not page.log.chosen_id():
            return
        self._looks += 1
        offered = window.attaching.go_on.isVisible()
        if not offered and self._looks < _LOOKS_FOR_AN_OFFER:
            return
        say("offered", window.attaching.words)
        limit(self._most_bytes)
        window.opened.bridge.changed.connect(self._tell)
        if offered:
            QTest.keyClick(window, Qt.Key.Key_G, _CTRL_SHIFT)
            self._begun = True
            return
        copied = QMimeData()
        copied.setUrls([QUrl.fromLocalFile(str(self._folder))])
        QGuiApplication.clipboard().setMimeData(copied)
        attaching_of(window.opened.bridge).changed.connect(self._has_begun)
        self._looks = -10_000  # once is enough
        QTest.keyClick(page.log.table, Qt.Key.Key_V, _CTRL)

    def _has_begun(self, _asked: object = None) -> None:
        self._begun = True

    def _tell(self, changes: tuple[Change, ...]) -> None:
        for change in changes:
            if change.kind == "attachment-added":
                say("attached", change.entity)


def limit(most_bytes: int) -> None:
    if most_bytes:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))


def say(what: str, text: str) -> None:
    sys.stdout.write(f"{what}\t{text}\n")
    sys.stdout.flush()


def main(library: str, passphrase_file: str, folder: str, most_bytes: str) -> int:
    application = make_application(["collector"])
    resources = bootstrap.shipped("resources")
    settings = SettingsFile(Path(library))
    appearance = Appearance(application, resources, settings)
    appearance.begin("light")
    sitting = Sitting(
        Path(library), bootstrap.shipped("framework_data"), resources, appearance=appearance, settings=settings
    )
    passphrase = Path(passphrase_file).read_text(encoding="utf-8").strip()
    collector = Collector(sitting, passphrase, Path(folder), int(most_bytes))
    collector.setParent(application)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
