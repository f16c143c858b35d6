"""The program with a window, from its start to its end: one Qt application, the entrance, then one inspection at a time.

Nothing heavy is imported here: the lock screen is painted first.
"""

import argparse
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from wellled_desktop.ui.entrance.entrance import Entrance
from wellled_desktop.ui.entrance.opening import Opening, Prepared
from wellled_desktop.ui.entrance.preload import Preload
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.cycles import Cycles
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.ui.kit.theme import named_with_style

if TYPE_CHECKING:
    from wellled_desktop.ui.window.main_window import MainWindow

LOCKED = 75
"""The event loop's answer that asks for a new process at the lock screen; no exit status of the program."""
WATCHDOG_VARIABLE = "WELLLED_WATCHDOG"
_LOCKED_OPTION = "--locked"
_LET_PYTHON_IN_MS = 500
_GARBAGE_THRESHOLDS = (50_000, 20, 20)
_SWITCH_SECONDS = 0.001


def run(library_folder: Path, packs: Traversable, resources: Traversable, arguments: list[str]) -> int:
    """Opens the window and returns the exit status once it is closed. `arguments` are those of the program, its name first."""
    options = options_of(arguments[1:])
    if options.example_day is not None:
        from wellled_desktop.ui.example_day.player import play
        from wellled_desktop.ui.example_day.program import Parts

        return play(library_folder, packs, resources, options.example_day, Parts(make_application, Sitting))
    _keep_no_core()
    prepare_python()
    settings = SettingsFile(library_folder)
    application = make_application(arguments[:1])
    cycles = Cycles(application)
    cycles.begin()
    appearance = Appearance(application, resources, settings)
    appearance.begin(options.scheme)
    sitting = Sitting(library_folder, packs, resources, appearance=appearance, settings=settings, locked=options.locked)
    with watched(options.watchdog):
        status = application.exec()
    sitting.finish()
    cycles.end()
    if status == LOCKED:
        start_again(sitting.locked_because)
        return 0
    return status


@contextmanager
def watched(file: Path | None) -> Iterator[None]:
    """For developers: writes into `file` which turns of the event loop took too long. None: nothing is even loaded."""
    if file is None:
        yield
        return
    from wellled_desktop.ui.kit.watchdog import Watchdog

    watchdog = Watchdog(file)
    watchdog.start()
    try:
        yield
    finally:
        watchdog.stop()


def prepare_python() -> None:
    """Looks for reference cycles less often: doing so among all that is loaded took a third of the time from the passphrase
    to the window. And lets the window have its turn beside the writer's and the reader's threads after a millisecond, not
    after five: while a line is recorded, a frame asks for its turn some ten times."""
    gc.set_threshold(*_GARBAGE_THRESHOLDS)
    sys.setswitchinterval(_SWITCH_SECONDS)


def make_application(arguments: Sequence[str]) -> QApplication:
    """The one Qt application, named; its look is the Appearance's."""
    application = QApplication(named_with_style(arguments))
    application.setApplicationName("wellled-desktop")
    application.setApplicationDisplayName("WellLed Desktop")
    application.setDesktopFileName("wellled-desktop")
    application.setQuitOnLastWindowClosed(False)
    return application


class Sitting(QObject):
    """From the lock screen to the window and back. Holds the entrance, which holds the vault, and one window at most."""

    def __init__(
        self,
        library_folder: Path,
        packs: Traversable,
        resources: Traversable,
        *,
        appearance: Appearance,
        settings: SettingsFile,
        locked: str = "",
    ) -> None:
        """`locked` says why the program began anew at the lock screen: “idle”, “lock”, or "" when it did not."""
        super().__init__()
        self._folder = library_folder
        self._resources = resources
        self._appearance = appearance
        self._ahead: MainWindow | None = None
        self._window: MainWindow | None = None
        self.locked_because = ""
        preload = Preload((self._build_ahead, self._fill_ahead, self._place_ahead))
        opening = Opening(library_folder, packs, resources, preload)
        self.entrance = Entrance(library_folder, opening, preload, settings, self._why_locked(locked))
        self.entrance.opened.connect(self._open_window)
        self.entrance.left.connect(self._leave)
        self.entrance.painted.connect(self._take_care)
        self.entrance.show()

    @property
    def window(self) -> "MainWindow | None":
        return self._window

    def finish(self) -> None:
        """Drops the keys and waits for every thread."""
        self.entrance.close_vault()
        self._drop_ahead()
        self.entrance.deleteLater()

    def _why_locked(self, locked: str) -> str:
        if locked == "idle":
            return self.tr("Locked after ten minutes without a key or the mouse. What you wrote is safe on disk.")
        if locked:
            return self.tr("Locked. What you wrote is safe on disk.")
        return ""

    @Slot()
    def _take_care(self) -> None:
        """What can wait until the first picture is on the screen."""
        self._appearance.listen()
        from wellled_desktop.ui.signals import end_when_asked
        from wellled_desktop.ui.unexpected import catch_unexpected

        catch_unexpected(self._tell_unexpected)
        end_when_asked(self._end_neatly)
        timer = QTimer(self)
        timer.setInterval(_LET_PYTHON_IN_MS)
        timer.start()

    def _build_ahead(self) -> None:
        """A window without an inspection, unseen, while the passphrase is typed."""
        if self._window is None:
            self._ahead = self._new_window()

    def _fill_ahead(self) -> None:
        if self._ahead is not None:
            self._ahead.pages.build_ahead()

    def _place_ahead(self) -> None:
        if self._ahead is not None:
            self._ahead.pages.place_ahead()

    def _drop_ahead(self) -> None:
        if self._ahead is not None:
            self._ahead.deleteLater()
            self._ahead = None

    def _new_window(self) -> "MainWindow":
        from wellled_desktop.ui.window.main_window import MainWindow

        return MainWindow(self._appearance, self._folder)

    def _open_window(self, prepared: Prepared) -> None:
        from wellled_desktop.ui.bridge import Bridge
        from wellled_desktop.ui.page import Opened
        from wellled_desktop.ui.window.fitting import fit_to_screen

        opened = Opened(
            bridge=Bridge(prepared.inspection),
            inspection=prepared.detail,
            pack=prepared.pack,
            scope=prepared.scope,
            index=prepared.node_index,
            resources=self._resources,
        )
        self._window, self._ahead = self._ahead or self._new_window(), None
        self._window.ended.connect(self._on_ended)
        self._window.begin(opened)
        fit_to_screen(self._window)
        self._window.show()
        self.entrance.hide()

    def _on_ended(self, ending: str) -> None:
        if self._window is not None:
            self._window.deleteLater()
            self._window = None
        if ending == "close":
            self.entrance.show()
            self.entrance.choose_again()
        elif ending == "quit":
            QGuiApplication.exit(0)
        else:
            self.locked_because = ending
            QGuiApplication.exit(LOCKED)

    def _leave(self) -> None:
        if self._window is None:
            self._drop_ahead()
            QGuiApplication.exit(0)

    def _end_neatly(self) -> None:
        if self._window is not None:
            self._window.quit()
        else:
            self._leave()

    def _tell_unexpected(self, sentence: str) -> None:
        """May come from any thread."""
        QTimer.singleShot(0, self, lambda: self._show_unexpected(sentence))

    def _show_unexpected(self, sentence: str) -> None:
        if self._window is not None:
            self._window.message.show_sentence(sentence)
        else:
            self.entrance.say(sentence)


def start_again(because: str) -> None:
    """A new process at the lock screen, in place of this one: Python cannot wipe what it has decrypted, the system can."""
    command = [sys.executable, *_without_locked(sys.orig_argv[1:]), _LOCKED_OPTION, because or "lock"]
    if sys.platform == "win32":  # pragma: no cover  # execv there returns to the shell before the new process ends
        import subprocess

        subprocess.Popen(command, close_fds=True)  # noqa: S603  # our own command line
        return
    os.execv(sys.executable, command)  # noqa: S606


def _without_locked(arguments: Sequence[str]) -> list[str]:
    kept = list(arguments)
    while _LOCKED_OPTION in kept:
        place = kept.index(_LOCKED_OPTION)
        del kept[place : place + 2]
    return kept


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    """What was asked for on the command line; argparse ends the program with a sentence where it makes no sense."""
    parser = argparse.ArgumentParser(prog="wellled-desktop", description="Opens the window.", allow_abbrev=False)
    parser.add_argument("--library", type=Path, help="the folder of the vault and its inspections")
    parser.add_argument("--scheme", choices=("light", "dark"), help="light or dark, whatever the settings say")
    parser.add_argument(
        "--example-day", type=Path, metavar="FOLDER", help="play an example day and leave pictures of it in FOLDER"
    )
    parser.add_argument(
        "--watchdog",
        type=_writable,
        metavar="FILE",
        default=os.environ.get(WATCHDOG_VARIABLE),
        help="for developers: write into FILE which turns of the event loop took longer than 50 ms",
    )
    parser.add_argument(_LOCKED_OPTION, default="", help=argparse.SUPPRESS)
    return parser.parse_args(list(arguments))


def _writable(name: str) -> Path:
    """The file, which can be written: argparse tells what is wrong with it otherwise."""
    file = Path(name)
    if not file.parent.is_dir() or file.is_dir():
        raise argparse.ArgumentTypeError(f"{name} cannot be written; name a file in a folder that is there")
    return file


def _keep_no_core() -> None:
    """A crash leaves no picture of the memory on disk, where the system can be told so."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
