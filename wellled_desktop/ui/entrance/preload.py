"""Loads what the lock screen does not need and the window does, while the passphrase is typed."""

import gc
from importlib import import_module
from threading import Event, Thread

from PySide6 import QtCore, QtGui, QtWidgets

_FOR_THE_VAULT = ("wellled_desktop.vault.library", "nacl.pwhash", "nacl.secret")
_FOR_THE_WINDOW = (
    "wellled_desktop.framework.finding",
    "wellled_desktop.framework.scope",
    "wellled_desktop.store.store",
    "wellled_desktop.store.reading",
    "wellled_desktop.vault.vault",
    "filelock",
    "wellled_desktop.ui.window.main_window",
    "wellled_desktop.ui.pages.today.page",
    "wellled_desktop.framework.loader",
)
_FOR_LATER = tuple(
    f"wellled_desktop.ui.pages.{name}.page"
    for name in ("kloe", "session", "sessions", "evidence", "requests", "reports")
)


class Preload:
    """One thread, once. Packages that import each other in a circle may not be entered by two threads at once: so `wait_…`."""

    def __init__(self) -> None:
        self._vault_loaded = Event()
        self._all_loaded = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begins, unless it has begun."""
        if self._thread is None:
            self._thread = Thread(target=self._load, name="preload")
            self._thread.start()

    def wait_for_vault(self) -> None:
        self.start()
        self._vault_loaded.wait()

    def wait_for_all(self) -> None:
        self.start()
        self._all_loaded.wait()

    def close(self) -> None:
        """Waits for the thread, if it was begun."""
        if self._thread is not None:
            self._thread.join()

    def _load(self) -> None:
        _import(_FOR_THE_VAULT)
        self._vault_loaded.set()
        _import(_FOR_THE_WINDOW)
        _build_types()
        self._all_loaded.set()
        _import(_FOR_LATER)
        gc.freeze()  # what is loaded stays: no later search for cycles need look through it again


def _import(modules: tuple[str, ...]) -> None:
    for module in modules:
        try:
            import_module(module)
        except ImportError:  # whoever needs it meets the same error, and tells it
            continue


def _build_types() -> None:
    """PySide6 builds a class with its enums at its first use, and all widgets' at the first widget of an unknown class that Qt
    hands over: 20 to 40 ms, which would hold up the window while it opens."""
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
