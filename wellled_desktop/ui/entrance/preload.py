"""Loads what the lock screen does not need and the window does, while the passphrase is typed.

What has nothing to do with Qt is loaded on a thread. What has is loaded on the UI thread, a little at a time: PySide6 builds
its classes at their first use, and two threads building at once end the process (seen with 6.11 on Python 3.11).
"""

import gc
from collections import deque
from collections.abc import Callable, Iterable
from importlib import import_module
from threading import Event, Thread
from time import perf_counter

from PySide6 import QtCore, QtGui, QtWidgets

_FOR_THE_VAULT = ("wellled_desktop.vault.library", "nacl.pwhash", "nacl.secret")
_FOR_THE_STORE = (
    "wellled_desktop.framework.finding",
    "wellled_desktop.framework.scope",
    "wellled_desktop.store.store",
    "wellled_desktop.store.reading",
    "wellled_desktop.store.node_reading",
    "wellled_desktop.store.overview",
    "wellled_desktop.store.session_reading",
    "wellled_desktop.vault.vault",
    "filelock",
    "wellled_desktop.framework.loader",
    "wellled_desktop.inspection.find.known",
    "wellled_desktop.inspection.find.typed",
    "wellled_desktop.store.search.reading",
)
_FOR_THE_WINDOW = (
    "wellled_desktop.ui.entrance.choosing",
    "wellled_desktop.ui.bridge",
    "wellled_desktop.ui.page",
    "wellled_desktop.ui.window.navigator",
    "wellled_desktop.ui.window.status",
    "wellled_desktop.ui.window.main_window",
    "wellled_desktop.ui.kit.rows",
    *(
        f"wellled_desktop.ui.pages.{name}.page"
        for name in (
            "today",
            "kloe",
            "session",
            "sessions",
            "evidence",
            "requests",
            "worries",
            "triangulation",
            "reports",
        )
    ),
    "wellled_desktop.ui.find.result_list",
    "wellled_desktop.ui.find.dialog",
    "wellled_desktop.ui.find.finding",
)
_SLICE_SECONDS = 0.006


class Preload:
    """`start` begins the thread; `step`, called again and again on the UI thread, does the rest in slices of a few ms.

    `afterwards` is done last, on the UI thread, one thing in each slice.
    """

    def __init__(self, afterwards: Iterable[Callable[[], None]] = ()) -> None:
        self._vault_loaded = Event()
        self._all_loaded = Event()
        self._thread: Thread | None = None
        self._names = deque((module, name) for module in (QtCore, QtGui, QtWidgets) for name in dir(module))
        self._modules = deque(_FOR_THE_WINDOW)
        self._afterwards = deque(afterwards)

    def start(self) -> None:
        """Begins, unless it has begun."""
        if self._thread is None:
            self._thread = Thread(target=self._load, name="preload")
            self._thread.start()

    def wait_for_vault(self) -> None:
        self.start()
        self._vault_loaded.wait()

    def wait_for_all(self) -> None:
        """Until the thread has loaded all it loads; what is loaded in steps is not waited for."""
        self.start()
        self._all_loaded.wait()

    def close(self) -> None:
        """Waits for the thread, if it was begun."""
        if self._thread is not None:
            self._thread.join()

    def step(self) -> bool:
        """Loads a little on the calling thread, the UI's; False when nothing is left.

        Nothing before the thread is done, for two threads would wait for each other's modules.
        """
        if not self._all_loaded.is_set():
            return True
        if self._names or self._modules:
            self._load_a_little()
        elif self._afterwards:
            self._afterwards.popleft()()
        else:
            return False
        return True

    def _load_a_little(self) -> None:
        until = perf_counter() + _SLICE_SECONDS
        while perf_counter() < until:
            if self._names:
                module, name = self._names.popleft()
                getattr(module, name)  # a class and its enums are built when they are first asked for
            elif self._modules:
                _import((self._modules.popleft(),))
            else:
                gc.freeze()  # what is loaded stays: no later search for cycles need look through it again
                return

    def _load(self) -> None:
        _import(_FOR_THE_VAULT)
        self._vault_loaded.set()
        _import(_FOR_THE_STORE)
        try:
            _rehearse()
        finally:
            self._all_loaded.set()


def _rehearse() -> None:
    try:
        from wellled_desktop.store.rehearsal import rehearse
    except ImportError:  # whoever opens an inspection meets the same error, and tells it
        return
    rehearse()


def _import(modules: tuple[str, ...]) -> None:
    for module in modules:
        try:
            import_module(module)
        except ImportError:  # whoever needs it meets the same error, and tells it
            continue
