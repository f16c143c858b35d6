"""What stands over a session: which one it is, how it stands, and what must be known of it; or that it is not here."""

import datetime as dt

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import Session
from wellled_desktop.ui.kit.inspection_days import outside_words
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.kit.speaking import session_words
from wellled_desktop.ui.kit.words import in_words
from wellled_desktop.ui.pages.session.elided_label import ElidedLabel, ElidedTitle


class PageHead(QWidget):
    """`days` are those of the inspection; `notices` stand under what it says itself."""

    def __init__(
        self, titles: dict[str, str], days: tuple[dt.date, ...], *notices: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._titles = titles
        self._days = days
        self._title = ElidedTitle()
        self._remarks = ElidedLabel()
        self.outside = paragraph("", "muted")
        self.outside.hide()
        self._missing = paragraph(
            self.tr("This session is not in this inspection. Sessions (Ctrl+3) lists those that are.")
        )
        self._missing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._title, self._remarks, self.outside, *notices, self._missing):
            column.addWidget(part)

    def show_session(self, session: Session) -> None:
        kind = in_words(session.kind).capitalize()
        self._title.set_words(f"{session.ref}  {kind}: {session_words(session, self._titles)}")
        outside = outside_words(session.day, self._days)
        self.outside.setText(outside)
        self.outside.setVisible(bool(outside))
        self._missing.hide()

    @property
    def remarks(self) -> str:
        """What is said of how the session stands."""
        return self._remarks.words

    def show_remarks(self, words: str) -> None:
        self._remarks.set_words(words)

    def show_missing(self) -> None:
        self._title.set_words("")
        self._remarks.set_words("")
        self.outside.hide()
        self._missing.show()
