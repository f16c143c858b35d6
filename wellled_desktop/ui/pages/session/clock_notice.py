"""The quiet warning over a session whose laptop's clock was put back or jumped ahead."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject

from wellled_desktop.inspection.read_models import SessionOpening
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.pages.session.clock_watch import ClockWatch
from wellled_desktop.ui.pages.session.presenter import SessionPresenter


class ClockNotice(QObject):
    """`notice` is shown while there is something to say of the clock, and says it to screen readers, too."""

    def __init__(
        self, presenter: SessionPresenter, now: Callable[[], dt.datetime], steady: Callable[[], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._watch = ClockWatch(now, steady)
        self._lines = presenter.lines
        self.notice = paragraph("", "warning")
        self.notice.hide()
        presenter.opened.connect(self._begin)
        presenter.lines.rowsInserted.connect(self._see)

    def look(self) -> None:
        words = self._watch.words()
        if words != self.notice.text():
            self.notice.setText(words)
            self.notice.setAccessibleName(words)
        self.notice.setVisible(bool(words))

    def _begin(self, opening: SessionOpening) -> None:
        self._watch.begin()
        self._watch.see(opening.newest)
        self.look()

    def _see(self, _parent: QModelIndex, first: int, last: int) -> None:
        lines = (self._lines.line_at(row) for row in range(first, last + 1))
        self._watch.see(line for line in lines if line is not None)
        self.look()
