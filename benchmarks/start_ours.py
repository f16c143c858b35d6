"""The app from its start: `python -m benchmarks.start_ours LIBRARY PASSPHRASE_FILE SECONDS`.

Prints when the lock screen is painted, when the passphrase is entered (`SECONDS` later: typing one takes a person a while), and
when the opened inspection's window is painted with what its page shows.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from wellled_desktop import bootstrap
from wellled_desktop.ui.application import Sitting, make_application, prepare_python
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.settings import SettingsFile


class Watch(QObject):
    """Sees the first paint of the lock screen, gives the passphrase, and sees the window with its rows painted."""

    def __init__(self, sitting: Sitting, passphrase: str, seconds: float) -> None:
        super().__init__()
        self._sitting = sitting
        self._passphrase = passphrase
        self._seconds = seconds
        self._lock_seen = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        sitting.entrance.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if not self._lock_seen and event.type() == QEvent.Type.Paint:
            self._lock_seen = True
            QTimer.singleShot(0, self, self._lock_painted)
        return super().eventFilter(watched, event)

    def _lock_painted(self) -> None:
        say("painted")
        QTimer.singleShot(round(self._seconds * 1000), self, self._enter)

    def _enter(self) -> None:
        self._timer.start(2)
        # Qt's own enumerations take a while to be made; the app leaves them until after its first picture, and so does this.
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        field = self._sitting.entrance.focusWidget()
        if field is not None:
            QTest.keyClicks(field, self._passphrase)
            say("entered")
            QTest.keyClick(field, Qt.Key.Key_Return)

    def _look(self) -> None:
        window = self._sitting.window
        if window is None or not window.isVisible():
            return
        from PySide6.QtWidgets import QTableView

        views = window.pages.findChildren(QTableView)
        if any(view.isVisible() and view.model().rowCount() for view in views):
            self._timer.stop()
            window.repaint()
            say("usable")
            window.quit()


def say(what: str) -> None:
    sys.stdout.write(f"{what}\t{time.monotonic_ns()}\n")
    sys.stdout.flush()


def main(library: str, passphrase_file: str, seconds: str) -> int:
    prepare_python()
    application: QApplication = make_application(["bench"])
    resources = bootstrap.shipped("resources")
    settings = SettingsFile(Path(library))
    appearance = Appearance(application, resources, settings)
    appearance.begin("light")
    packs = bootstrap.shipped("framework_data")
    sitting = Sitting(Path(library), packs, resources, appearance=appearance, settings=settings)
    watch = Watch(sitting, Path(passphrase_file).read_text(encoding="utf-8").strip(), float(seconds))
    status = application.exec()
    watch.deleteLater()
    sitting.finish()
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
