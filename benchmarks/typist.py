"""Somebody who types in the real window, key after key, while the watchdog looks at the event loop: 12 a second as a quick
typist does, or without waiting.
"""

import random
import sys
from pathlib import Path

import msgspec
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.kit.watchdog import LongTurn, Watchdog
from wellled_desktop.ui.pages.session.page import SessionPage

KEYS_A_SECOND = 12
KEYS_AN_HOUR = 3600 * KEYS_A_SECOND
_KEYS_A_LINE = 90
_TEXT = (
    "says that the board hears of harm within a week and the chair asks what was learnt; nobody on the ward had seen the "
    "answer, and the rota for nights is filled by people who came for one shift and stayed for six"
)
_WORDS = tuple(_TEXT.split())
_TOKENS = ("#ICB ", "#W5.3 ", "#bull", "#risk reg")
_TYPES = (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F5, Qt.Key.Key_F6)
_MARKS = (Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9)
_SPEAKERS = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


class Typed(msgspec.Struct, frozen=True):
    """What a run came to. Resident memory is in MB, after a tenth of the keys and at the end; 0.0 where it cannot be told."""

    keys: int
    lines: int
    turns: int
    longest_ms: float
    long_turns: tuple[LongTurn, ...]
    histogram: tuple[str, ...]
    memory_at_a_tenth: float
    memory_at_the_end: float

    @property
    def words(self) -> str:
        return (
            f"{self.keys:,} keys, {self.lines:,} lines; {self.histogram[0]}; "
            f"memory {self.memory_at_a_tenth:.0f} MB after a tenth, {self.memory_at_the_end:.0f} MB at the end"
        )


class Typist(QObject):
    """Words, tags, line types, marks and speakers, and Enter after each ninety keys or so; the same for as many keys."""

    def __init__(self, page: SessionPage, bridge: Bridge, keys: int, *, waits: bool) -> None:
        super().__init__()
        self._page = page
        self._bridge = bridge
        self._edit = page.composer.edit
        self._keys = keys
        self._left = keys
        self._lines = 0
        self._in_line = 0
        self._to_type = ""
        self._chance = random.Random(keys)  # noqa: S311  # only what is typed
        self._at_a_tenth = 0.0
        self._loop = QEventLoop()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(1000 / KEYS_A_SECOND) if waits else 0)
        self._timer.timeout.connect(self._press)

    def type(self, watchdog_file: Path) -> Typed:
        """Types all keys and waits until the last line is on disk."""
        watchdog = Watchdog(watchdog_file)
        watchdog.start()
        self._timer.start()
        self._loop.exec()
        self._timer.stop()
        self._bridge.finish(self, self._loop.quit)
        self._loop.exec()
        watchdog.stop()
        return Typed(
            keys=self._keys,
            lines=self._lines,
            turns=watchdog.turns,
            longest_ms=watchdog.longest_ms,
            long_turns=tuple(watchdog.long_turns),
            histogram=tuple(watchdog.summary()),
            memory_at_a_tenth=self._at_a_tenth,
            memory_at_the_end=resident_mb(),
        )

    def _press(self) -> None:
        if not self._left:
            self._loop.quit()
            return
        self._left -= 1
        if self._keys - self._left == self._keys // 10:
            self._at_a_tenth = resident_mb()
        self._in_line += 1
        if self._in_line > _KEYS_A_LINE and not self._to_type:
            self._commit()
        else:
            self._type_on()

    def _commit(self) -> None:
        if self._page.completions.isVisible():
            QTest.keyClick(self._edit, Qt.Key.Key_Escape)
            return
        QTest.keyClick(self._edit, Qt.Key.Key_Return)
        self._in_line = 0
        self._lines += 1

    def _type_on(self) -> None:
        if not self._to_type:
            what = self._chance.random()
            if what < 0.02:
                QTest.keyClick(self._edit, self._chance.choice((*_TYPES, *_MARKS)))
                return
            if what < 0.03:
                QTest.keyClick(self._edit, self._chance.choice(_SPEAKERS), Qt.KeyboardModifier.AltModifier)
                return
            self._to_type = self._chance.choice(_TOKENS) if what < 0.06 else f"{self._chance.choice(_WORDS)} "
        QTest.keyClicks(self._edit, self._to_type[0])
        self._to_type = self._to_type[1:]


def resident_mb() -> float:
    """Resident memory of this process, where the system says so in a file."""
    statm = Path("/proc/self/statm")
    if not statm.is_file():
        return 0.0
    return int(statm.read_text(encoding="ascii").split()[1]) * 4096 / 1e6


def main(keys: str, waits: str) -> None:
    """`python -m benchmarks.typist KEYS waits|hurries`: in the extreme inspection's session of 5,000 lines."""
    import tempfile

    from benchmarks import extreme
    from benchmarks.talk import at_the_desk

    with tempfile.TemporaryDirectory() as folder, at_the_desk(extreme.copied(Path(folder) / "library")) as desk:
        typed = Typist(desk.page, desk.window.opened.bridge, int(keys), waits=waits == "waits").type(
            Path(folder) / "watchdog.txt"
        )
        sys.stdout.write(f"{typed.words}\n" + "\n".join((*typed.histogram, *map(str, typed.long_turns))) + "\n")
        QApplication.processEvents()


if __name__ == "__main__":
    main(*sys.argv[1:])
