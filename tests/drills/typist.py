"""Somebody typing in the real window without a pause: started by a drill, which ends it with kill -9.

`python -m tests.drills.typist LIBRARY PASSPHRASE_FILE SESSION SEED` unlocks, goes to the session and types made-up words;
after each key it prints the moment (monotonic nanoseconds) and the character, Enter as a full stop.
"""

import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from wellled_desktop import bootstrap
from wellled_desktop.ui.application import Sitting, make_application
from wellled_desktop.ui.entrance.lock_page import LockPage
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.ui.pages.session.page import SessionPage
from wellled_desktop.ui.places import Place

KEY_EVERY_MS = 85
LOOK_EVERY_MS = 20
LETTERS = "abcdefghijklmnopqrstuvwxyz"
CANARY = "zyxquolvantic"


class Typist(QObject):
    """Unlocks, waits for the session's composer, then presses a key every `KEY_EVERY_MS`."""

    def __init__(self, sitting: Sitting, passphrase: str, session: str, seed: int) -> None:
        super().__init__()
        self._sitting = sitting
        self._passphrase = passphrase
        self._session = session
        self._chance = random.Random(seed)  # noqa: S311  # only for a drill's words
        self._unlocked = False
        self._gone_to_session = False
        self._word = ""
        self._words = 0
        self._composer: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(LOOK_EVERY_MS)

    def _step(self) -> None:
        if self._composer is not None:
            self._press(self._composer)
        elif self._sitting.window is not None:
            self._reach_composer()
        elif not self._unlocked and isinstance(self._sitting.entrance.currentWidget(), LockPage):
            self._unlock()

    def _unlock(self) -> None:
        field = self._sitting.entrance.focusWidget()
        if field is not None:
            self._unlocked = True
            QTest.keyClicks(field, self._passphrase)
            QTest.keyClick(field, Qt.Key.Key_Return)

    def _reach_composer(self) -> None:
        window = self._sitting.window
        if window is None:
            return
        if not self._gone_to_session:
            self._gone_to_session = True
            window.go(Place("session", self._session))
            return
        page = window.pages.page
        if isinstance(page, SessionPage) and page.composer.session_id == self._session:
            self._composer = page.composer.edit
            say("begin", page.composer.edit.toPlainText())
            self._timer.start(KEY_EVERY_MS)

    def _press(self, composer: QWidget) -> None:
        if not self._word:
            self._words += 1
            if self._words % 9 == 0:
                QTest.keyClick(composer, Qt.Key.Key_Return)
                say("key", ".")
                return
            length = self._chance.randint(2, 9)
            made = "".join(self._chance.choices(LETTERS, k=length))
            self._word = (CANARY if self._words % 4 == 0 else made) + " "
        character, self._word = self._word[0], self._word[1:]
        QTest.keyClicks(composer, character)
        say("key", character)


def say(what: str, text: str) -> None:
    sys.stdout.write(f"{time.monotonic_ns()}\t{what}\t{text!r}\n")
    sys.stdout.flush()


def main(library: str, passphrase_file: str, session: str, seed: str) -> int:
    application = make_application(["typist"])
    resources = bootstrap.shipped("resources")
    settings = SettingsFile(Path(library))
    appearance = Appearance(application, resources, settings)
    appearance.begin("light")
    sitting = Sitting(
        Path(library), bootstrap.shipped("framework_data"), resources, appearance=appearance, settings=settings
    )
    typist = Typist(sitting, Path(passphrase_file).read_text(encoding="utf-8").strip(), session, int(seed))
    typist.setParent(application)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
