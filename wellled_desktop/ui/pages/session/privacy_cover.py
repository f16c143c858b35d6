"""Privacy at the table: one key hides everything around the composer behind plain bars, and shows it again.

What is hidden is taken out of its place as long as that lasts, so that neither a picture of the screen nor a screen reader
nor anything that brings a part of the page up to date can show it. Typing goes on, and lines are recorded as ever.

Signals of Cover: `changed(bool)` with whether everything is hidden now.
"""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFocusFrame, QLabel, QSplitter, QSplitterHandle, QWidget

from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.pages.session.privacy_blocks import Blocks

HIDE_KEYS = "Ctrl+B"
# In pixels: what is less high is a heading or a remark.
_LEAST_PANE = 100


class _Hidden(NamedTuple):
    part: QWidget
    blocks: Blocks


class Cover(QObject):
    """Hides what stands beside `kept` on the page, and beside the page in the window's splitter: the navigator."""

    changed = Signal(bool)

    def __init__(self, page: QWidget, kept: QWidget, *also_kept: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._kept = kept
        self._also_kept = also_kept
        self._hidden: list[_Hidden] = []
        # Never shown, and with it nothing in it. In the same window, so that Tab keeps its way; and a focus frame, because Qt
        # leaves those, with all that is in them, out of what it tells screen readers.
        self._away = QFocusFrame(page)
        self._away.hide()
        self.said: QLabel = label("", "subheading", page)
        self.said.setText(self.tr("Hidden at the table: only what you type is shown. Ctrl+B shows everything again."))
        self.said.setAccessibleName(self.said.text())
        self.said.hide()

    @property
    def hides(self) -> bool:
        return bool(self._hidden)

    def toggle(self) -> None:
        if self._hidden:
            self.show_all()
        else:
            self.hide_all()

    def hide_all(self) -> None:
        if self._hidden:
            return
        focus = QApplication.focusWidget()
        for part in list(self._parts()):
            self._hide(part)
        self.said.show()
        if focus is None or not self._kept.isAncestorOf(focus):
            self._kept.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(True)

    def show_all(self) -> None:
        """As it was before; also called when the page is left: no session is ever found hidden."""
        if not self._hidden:
            return
        hidden, self._hidden = self._hidden, []
        for part, blocks in reversed(hidden):
            # What became of the part meanwhile decides whether it shows: its own wish outlives the holder's.
            shows = not part.isHidden()
            _replace(blocks, part)
            part.setVisible(shows)
            blocks.deleteLater()
        self.said.hide()
        self.changed.emit(False)

    def _hide(self, part: QWidget) -> None:
        shown = not part.isHidden()
        blocks = Blocks(part)
        self._take_place(part, blocks)
        blocks.setVisible(
            shown and _is_a_pane(part)
        )  # a heading simply goes: whether there was one is nobody's business
        part.setVisible(shown)  # it does not show there, but stays known as one that is to be seen
        self._hidden.append(_Hidden(part, blocks))

    def _take_place(self, part: QWidget, blocks: Blocks) -> None:
        """Each change of parents styles the part and all in it again, which takes some milliseconds: so only one."""
        around = part.parentWidget()
        if isinstance(around, QSplitter):
            place, sizes = around.indexOf(part), around.sizes()
            part.setParent(self._away)
            around.insertWidget(place, blocks)
            around.setSizes(sizes)
        else:
            _replace(part, blocks)
            part.setParent(self._away)

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


def _is_a_pane(part: QWidget) -> bool:
    return part.height() >= _LEAST_PANE


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
    if isinstance(around, QSplitter):
        sizes = around.sizes()
        around.replaceWidget(around.indexOf(old), new)
        around.setSizes(sizes)
    elif around is not None and (layout := around.layout()) is not None:
        new.setParent(around)
        layout.replaceWidget(old, new)
        old.hide()
