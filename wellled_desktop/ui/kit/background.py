"""Long work beside a window that has no inspection open yet: unlocking, making, opening. The answer comes on the UI thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    import threading

Answer = TypeVar("Answer")
Deliver = Callable[[], None]


class Background(QObject):
    """Runs jobs, each on a thread of its own; after `close` no answer is delivered and no thread is left."""

    _delivered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: list[threading.Thread] = []
        self._closed = False
        self._delivered.connect(self._deliver)  # from another thread, which Qt queues

    def run(
        self, job: Callable[[], Answer], then: Callable[[Answer], None], failed: Callable[[Exception], None]
    ) -> None:
        """`then` gets what `job` returned, `failed` what it raised."""
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        import threading  # not before the lock screen is painted

        thread = threading.Thread(target=self._work, args=(job, then, failed), name="background")
        self._threads.append(thread)
        thread.start()

    def call(self, deliver: Deliver) -> None:
        """Calls `deliver` on the UI thread; for progress, from a job's thread."""
        self._delivered.emit(deliver)

    def close(self) -> None:
        """Waits for what is running."""
        self._closed = True
        for thread in self._threads:
            thread.join()

    def _work(
        self, job: Callable[[], Answer], then: Callable[[Answer], None], failed: Callable[[Exception], None]
    ) -> None:
        try:
            answer = job()
        except Exception as error:  # noqa: BLE001  # handed on whole to the asker, who tells the user
            problem = error
            self._delivered.emit(lambda: failed(problem))
            return
        self._delivered.emit(lambda: then(answer))

    @Slot(object)
    def _deliver(self, deliver: Deliver) -> None:
        if not self._closed:
            deliver()
