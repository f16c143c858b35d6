"""Reference cycles are looked for on the UI thread alone, between its turns.

Python looks for them on whatever thread happens to need memory. The reader's thread would then delete widgets that the UI thread
let go of, and Qt ends the program when it finds that (seen once, in a long run of tests).
"""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 500


class Cycles(QObject):
    """From `begin` to `end` Python no longer looks by itself; its thresholds stay the measure of when it is time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        self._timer.stop()
        gc.enable()

    def look(self) -> None:
        """Goes through the oldest generation that is due, and with it the younger ones."""
        due = [
            number
            for number, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most
        ]
        if due:
            gc.collect(due[-1])
