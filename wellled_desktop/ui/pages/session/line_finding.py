"""Leads to a line of the session that is on show, from wherever it is named."""

from functools import partial

from PySide6.QtCore import Qt

from wellled_desktop.ui.pages.session.line_list import LineList
from wellled_desktop.ui.pages.session.presenter import SessionPresenter


class LineFinding:
    """At once when the line is here, else as soon as it is: while the session is still being read, `begin` says when it was."""

    def __init__(self, presenter: SessionPresenter, lines: LineList) -> None:
        self._presenter = presenter
        self._lines = lines
        self._waiting = ""

    def go_to(self, line_id: str) -> None:
        self._waiting = ""
        if self._presenter.session is None:
            self._waiting = line_id
        elif not self._select(line_id):
            self._presenter.find_line(line_id, partial(self._select, line_id))

    def begin(self) -> None:
        if self._waiting:
            self.go_to(self._waiting)

    def _select(self, line_id: str) -> bool:
        if self._lines.point_out(line_id):
            self._lines.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False
