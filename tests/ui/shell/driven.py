"""The program with its window, in a process of its own, led by a story: `python -m tests.ui.shell.driven STORY LIBRARY`.

A story is a generator: at each `yield` it names something to wait for. What it sees, it prints.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView, QWidget

from tests.ui.passphrase import PASSPHRASE
from wellled_desktop import bootstrap
from wellled_desktop.ui import application
from wellled_desktop.ui.entrance.entrance import Entrance
from wellled_desktop.ui.places import Place

if TYPE_CHECKING:
    from wellled_desktop.ui.window.main_window import MainWindow

Story = Iterator[Callable[[], bool]]
_LOOK_MS = 5


def say(what: str) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def entrance() -> Entrance | None:
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, Entrance) and one.isVisible()), None)


def window() -> "MainWindow | None":
    from wellled_desktop.ui.window.main_window import MainWindow

    return next(
        (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()), None
    )


def shown_entrance() -> Entrance:
    shown = entrance()
    assert shown is not None
    return shown


def shown_window() -> "MainWindow":
    shown = window()
    assert shown is not None
    return shown


def ready() -> QWidget | None:
    """The window that stands ready, unseen, with its page in it. Its class is not asked for: that would load it too early."""
    windows = (
        one for one in QApplication.topLevelWidgets() if one.objectName() == "main-window" and not one.isVisible()
    )
    return next((one for one in windows if one.findChild(QTableView) is not None), None)


def shown_ready() -> QWidget:
    shown = ready()
    assert shown is not None
    return shown


def enter(passphrase: str) -> None:
    field = shown_entrance().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(passphrase)
    QTest.keyClick(field, Qt.Key.Key_Return)


def unlock() -> Story:
    yield lambda: entrance() is not None
    enter(PASSPHRASE)
    yield lambda: window() is not None


def lock_and_come_back(arguments: list[str]) -> Story:
    if "--locked" not in arguments:
        yield from unlock()
        say("open")
        shown_window().lock()
        return
    yield lambda: entrance() is not None
    say(f"back: {' '.join(arguments)}")
    for label in shown_entrance().findChildren(QLabel):
        say(label.text())
    shown_entrance().close()


def go_and_wait(_arguments: list[str]) -> Story:
    yield from unlock()
    shown_window().go(Place("kloe", "W6"))
    yield lambda: b'"W6"' in (shown_window().opened.bridge.remembered("window") or b"")
    say("there")


def meet_a_defect(_arguments: list[str]) -> Story:
    yield from unlock()

    def fail() -> None:
        raise ValueError("what somebody typed")

    QTimer.singleShot(0, shown_window(), fail)
    yield lambda: bool(shown_window().message.sentence)
    say(shown_window().message.sentence)
    shown_window().quit()


def say_what_is_written_in(shown: QWidget) -> None:
    say(f"title: {shown.windowTitle()}")
    for label in shown.findChildren(QLabel):
        say(label.text())
    for table in shown.findChildren(QTableView):
        say(f"rows: {table.model().rowCount()}")


def look_at_what_is_ready_and_open_it(_arguments: list[str]) -> Story:
    yield lambda: ready() is not None
    stood_ready = shown_ready()
    say_what_is_written_in(stood_ready)
    yield from unlock()
    say("the same" if shown_window() is stood_ready else "another")
    shown_window().quit()


def close_the_lock_screen(_arguments: list[str]) -> Story:
    yield lambda: ready() is not None
    shown_ready().destroyed.connect(lambda: say("gone"))
    shown_entrance().close()


def be_wrong_first(_arguments: list[str]) -> Story:
    yield lambda: entrance() is not None
    enter("no such passphrase")
    yield lambda: any("not recognised" in label.text() for label in shown_entrance().findChildren(QLabel))
    yield lambda: ready() is not None
    stood_ready = shown_ready()
    yield from unlock()
    say("the same" if shown_window() is stood_ready else "another")
    shown_window().quit()


def close_right_after_enter(_arguments: list[str]) -> Story:
    yield lambda: ready() is not None
    shown_ready().destroyed.connect(lambda: say("gone"))
    enter(PASSPHRASE)
    shown_entrance().close()


def quit_before_it_is_painted(_arguments: list[str]) -> Story:
    yield lambda: ready() is not None
    shown_entrance().opened.connect(lambda _prepared: shown_window().quit())
    enter(PASSPHRASE)


def lock_before_it_is_painted(arguments: list[str]) -> Story:
    if "--locked" in arguments:
        yield lambda: entrance() is not None
        say("back")
        shown_entrance().close()
        return
    yield lambda: ready() is not None
    shown_entrance().opened.connect(lambda _prepared: shown_window().lock())
    enter(PASSPHRASE)


STORIES = {
    one.__name__: one
    for one in (
        lock_and_come_back,
        go_and_wait,
        meet_a_defect,
        look_at_what_is_ready_and_open_it,
        close_the_lock_screen,
        be_wrong_first,
        close_right_after_enter,
        quit_before_it_is_painted,
        lock_before_it_is_painted,
    )
}


class Teller(QObject):
    """Takes the story on as soon as what it waits for has come."""

    def __init__(self, story: Story) -> None:
        super().__init__()
        self._story = story
        self._until: Callable[[], bool] = lambda: True
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self._until():
            try:
                self._until = next(self._story)
            except StopIteration:
                self._timer.stop()


def main(story: str, library: str, *arguments: str) -> int:
    """Begins the story with the program's first turn of its event loop, and runs the program as it always runs."""
    tellers: list[Teller] = []
    make = application.make_application

    def make_and_tell(given: list[str]) -> QApplication:
        made = make(given)
        tellers.append(Teller(STORIES[story](list(arguments))))
        return made

    application.make_application = make_and_tell  # type: ignore[assignment]
    packs, resources = bootstrap.shipped("framework_data"), bootstrap.shipped("resources")
    return application.run(Path(library), packs, resources, ["wellled-desktop", *arguments])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
