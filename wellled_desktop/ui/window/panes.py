"""Ctrl+Tab: from one pane of the window to the next, back to where one was in it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class Panes(QObject):
    """Remembers, for each pane, which of its widgets had the focus last."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._last: dict[QWidget, QWidget] = {}

    def step(self, panes: Sequence[QWidget], step: int) -> None:
        """Moves the focus by so many of the panes that can take it; the last leads to the first."""
        usable = [pane for pane in panes if pane.isVisible() and first_focusable(pane) is not None]
        if not usable:
            return
        focus = QApplication.focusWidget()
        here = next((place for place, pane in enumerate(usable) if _holds(pane, focus)), -1 if step > 0 else 0)
        if focus is not None and here >= 0:
            self._last = {pane: widget for pane, widget in self._last.items() if pane in usable}
            self._last[usable[here]] = focus
        self._enter(usable[(here + step) % len(usable)])

    def _enter(self, pane: QWidget) -> None:
        last = self._last.get(pane)
        fits = last is not None and last in _focusable(pane)
        target = last if fits else first_focusable(pane)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (widget is pane or pane.isAncestorOf(widget))


def first_focusable(pane: QWidget) -> QWidget | None:
    """Where Tab would lead first inside it; None where nothing there takes the focus."""
    return next(iter(_focusable(pane)), None)


def _focusable(pane: QWidget) -> list[QWidget]:
    """Those that Tab reaches, in the order Tab reaches them."""
    found: list[QWidget] = []
    widget: QWidget | None = pane
    for _ in range(10_000):
        if widget is not None and _holds(pane, widget) and _takes_tab(widget):
            found.append(widget)
        widget = widget.nextInFocusChain() if widget is not None else None
        if widget is None or widget is pane:
            break
    return found


def _takes_tab(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()
