"""Privacy at the table: one key hides everything around the composer, and shows it again.

As long as that lasts, neither a picture of the screen nor a screen reader nor anything that brings a part of the page up to
date can show what is hidden. Typing goes on, and lines are recorded as ever.

Signals of Cover: `changed(bool)` with whether everything is hidden now.
"""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFocusFrame, QLabel, QSplitter, QSplitterHandle, QWidget

from wellled_desktop.ui.kit.curtain import Curtain
from wellled_desktop.ui.kit.labels import label

HIDE_KEYS = "Ctrl+B"


class _Away(NamedTuple):
    """A part that was taken out of its place, and what keeps the place."""

    part: QWidget
    place: QWidget


class Cover(QObject):
    """Hides what stands beside `kept` on the page, and beside the page in the window's splitter: the navigator.

    What stands behind a curtain has it drawn; headings and remarks are taken away.
    """

    changed = Signal(bool)

    def __init__(self, page: QWidget, kept: QWidget, *also_kept: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._kept = kept
        self._also_kept = also_kept
        self.hides = False
        self._drawn: list[Curtain] = []
        self._taken: list[_Away] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._open_next)
        # Never shown, and with it nothing in it. In the same window, so that Tab keeps its way; and a focus frame, because Qt
        # leaves those, with all that is in them, out of what it tells screen readers.
        self._away = QFocusFrame(page)
        self._away.hide()
        self.said: QLabel = label("", "subheading", page)
        self.said.setText(self.tr("Hidden at the table: only what you type is shown. Ctrl+B shows everything again."))
        self.said.setAccessibleName(self.said.text())
        self.said.hide()

    def toggle(self) -> None:
        if self.hides:
            self._bring_back()
            self._open_next()
        else:
            self.hide_all()

    def hide_all(self) -> None:
        if self.hides:
            return
        self._open_all()
        self.hides = True
        focus = QApplication.focusWidget()
        for part in list(self._parts()):
            if isinstance(part, Curtain):
                part.draw()
                self._drawn.append(part)
            else:
                self._take(part)
        self.said.show()
        if focus is None or not self._kept.isAncestorOf(focus):
            self._kept.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(True)

    def show_all(self) -> None:
        """As it was before; also called when the page is left: no session is ever found hidden."""
        self._bring_back()
        self._open_all()

    def _bring_back(self) -> None:
        if not self.hides:
            return
        self.hides = False
        for one in reversed(self._taken):
            # What became of the part meanwhile decides whether it shows: its own wish outlives the holder's.
            shows = not one.part.isHidden()
            _replace(one.place, one.part)
            one.part.setVisible(shows)
            one.place.deleteLater()
        self._taken.clear()
        self.said.hide()
        self.changed.emit(False)

    def _open_all(self) -> None:
        self._soon.stop()
        while self._drawn:
            self._drawn.pop(0).open()

    def _open_next(self) -> None:
        """The lines at once, the rest in the next turns of the event loop: painting them all takes longer than one may."""
        if self._drawn:
            self._drawn.pop(0).open()
            self._soon.start()

    def _take(self, part: QWidget) -> None:
        shown = not part.isHidden()
        place = QWidget(part.parentWidget())
        place.hide()
        _replace(part, place)
        part.setParent(self._away)
        part.setVisible(shown)  # it does not show there, but stays known as one that is to be seen
        self._taken.append(_Away(part, place))

    def _parts(self) -> Iterator[QWidget]:
        """What stands beside the way from what is kept to the top of the page, then beside the page in a splitter."""
        way: QWidget = self._kept
        inside = True
        while (around := way.parentWidget()) is not None and not way.isWindow():
            if inside or isinstance(around, QSplitter):
                yield from (part for part in _beside(way, around) if part not in (self.said, *self._also_kept))
            inside = inside and around is not self._page
            way = around


def _beside(way: QWidget, around: QWidget) -> Iterator[QWidget]:
    """The other parts laid out in `around`; what floats over it or separates its parts is none."""
    for part in around.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if part is not way and not part.isWindow() and _is_laid_out(part, around):
            yield part


def _is_laid_out(part: QWidget, around: QWidget) -> bool:
    if isinstance(around, QSplitter):
        return around.indexOf(part) >= 0 and not isinstance(part, QSplitterHandle)
    return _place_in_layout(part, around)


def _place_in_layout(part: QWidget, around: QWidget) -> bool:
    layouts = [around.layout()]
    while layouts:
        layout = layouts.pop()
        if layout is None:
            continue
        if layout.indexOf(part) >= 0:
            return True
        layouts += [item.layout() for item in map(layout.itemAt, range(layout.count())) if item is not None]
    return False


def _replace(old: QWidget, new: QWidget) -> None:
    around = old.parentWidget()
    if around is not None and (layout := around.layout()) is not None:
        new.setParent(around)
        layout.replaceWidget(old, new)
        old.hide()
