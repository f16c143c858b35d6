"""What R, Q and D ask before they record: prefilled where it can be, so that Enter alone does it; and which day T goes to."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from wellled_desktop.inspection.corroboration import deciding
from wellled_desktop.inspection.corroboration.agenda import Item
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.speaking import spoken_role
from wellled_desktop.ui.kit.words import clock_time, in_words, short_day
from wellled_desktop.ui.pages.corroboration.ask_dialog import AskDialog
from wellled_desktop.ui.pages.corroboration.ask_field import AskField
from wellled_desktop.ui.pages.corroboration.day_dialog import DayDialog
from wellled_desktop.ui.pages.corroboration.presenter import CorroborationPresenter

_LINES = 4


class MeetingQuestions(QObject):
    def __init__(
        self, presenter: CorroborationPresenter, texts: dict[str, str], titles: Mapping[str, str], page: QWidget
    ) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._texts = texts
        self._titles = titles
        self._page = page
        self._asked_of = ""

    def adopt(self, texts: dict[str, str], titles: Mapping[str, str]) -> None:
        """The framework's words are others now; what is being asked goes on."""
        self._texts, self._titles = texts, titles

    def ask_request(self, item: Item, large: QFont, mask: Callable[[str], str]) -> None:
        asked_for = AskField(self.tr("What is asked for"), mask(deciding.proposed_request(item, self._texts)), _LINES)
        of_whom = AskField(self.tr("Of whom, by role"), self._asked_of, 1)
        dialog = AskDialog(
            self.tr("Find more: a request"),
            item.said,
            (asked_for, of_whom),
            self.tr("Make the request"),
            self._page,
            begin_in=of_whom,
            large=large,
        )
        dialog.given.connect(lambda given: self._request(item, given[0], given[1]))
        dialog.open()

    def _request(self, item: Item, asked_for: str, asked_of: str) -> None:
        """The next is likely to be asked of the same; it is proposed, marked, so that a role that is typed takes its place."""
        self._asked_of = asked_of
        self._presenter.request(item, asked_for, asked_of)

    def ask_question(self, item: Item, sessions: tuple[Session, ...], large: QFont) -> None:
        text = AskField(self.tr("What is to be asked"), deciding.proposed_question(item), _LINES)
        dialog = AskDialog(
            self.tr("Find more: a question"),
            item.said,
            (text,),
            self.tr("Add to the question sheet"),
            self._page,
            begin_in=text,
            sessions=[(self.session_words(one), one.id) for one in sessions],
            large=large,
        )
        dialog.given.connect(lambda given: self._presenter.question(item, given[0], given[1]))
        dialog.open()

    def ask_reason(self, item: Item, large: QFont) -> None:
        why = AskField(self.tr("Why it is dropped"), "", _LINES)
        dialog = AskDialog(
            self.tr("Drop it"), item.said, (why,), self.tr("Drop"), self._page, begin_in=why, large=large
        )
        dialog.given.connect(lambda given: self._presenter.drop(item, given[0]))
        dialog.open()

    def ask_day(
        self, days: Sequence[tuple[dt.date, int]], present: dt.date, large: QFont, chosen: Callable[[dt.date], None]
    ) -> None:
        dialog = DayDialog(days, present, self._page, large=large)
        dialog.chosen.connect(chosen)
        dialog.open()

    def session_words(self, session: Session) -> str:
        """S-14, Thu 12 March 10:00, interview: audit committee chair. By role; a title may hold a name."""
        when = ""
        if session.planned_start is not None:
            day = f"{short_day(session.day)} " if session.day else ""
            when = f", {day}{clock_time(session.planned_start)}"
        roles = ", ".join(spoken_role(self._titles.get(role, role)) for role in session.roles)
        return f"{session.ref}{when}, {in_words(session.kind)}: {roles}"
