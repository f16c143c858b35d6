"""The right of the session page: the selected line, who is in the room, the session's course, its claims and its form."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.session.concern_panel import ConcernPanel
from wellled_desktop.ui.pages.session.course_plan import PlanForm
from wellled_desktop.ui.pages.session.course_sign_off import SignOffForm
from wellled_desktop.ui.pages.session.facts import Facts
from wellled_desktop.ui.pages.session.follow_ups import FollowUps
from wellled_desktop.ui.pages.session.form_panel import FormPanel
from wellled_desktop.ui.pages.session.form_section import Folds, FoldSection
from wellled_desktop.ui.pages.session.line_details import LineDetails
from wellled_desktop.ui.pages.session.paper_form import PaperForm
from wellled_desktop.ui.pages.session.people_buttons import PeopleButtons
from wellled_desktop.ui.pages.session.people_editor import PeopleEditor
from wellled_desktop.ui.pages.session.people_list import PeopleList
from wellled_desktop.ui.pages.session.proof_panel import ProofPanel
from wellled_desktop.ui.pages.session.talk_shares import TalkShares


class SidePanel(QScrollArea):
    """Its parts, one under the other, each of which can be folded away; what does not fit scrolls."""

    def __init__(
        self,
        opened: Opened,
        titles: dict[str, str],
        texts: Mapping[str, str],
        now: Callable[[], dt.datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        team = (*(member.name for member in opened.inspection.team), opened.bridge.author)
        folds = Folds(opened.bridge, self)
        self.people = PeopleList(titles)
        self.people_buttons = PeopleButtons(self.people, titles)
        self.editor = PeopleEditor(titles)
        self.facts = Facts()
        self.paper = PaperForm(now)
        self.plan = PlanForm(team)
        self.sign_off = SignOffForm()
        self.follow_ups = FollowUps()
        self.proof = ProofPanel()
        self.concerns = ConcernPanel(now)
        self.talk = TalkShares()
        self.form = FormPanel(opened, folds)
        self.details = LineDetails(texts)
        self.details.hide()
        inner = QWidget(self.viewport())
        inner.setProperty("kind", "page")
        # Never wider than the panel, whatever stands in it: it scrolls up and down alone.
        inner.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inner)
        column.setContentsMargins(8, 4, 8, 0)
        column.setSpacing(12)
        room = _stacked(self.people, self.people_buttons, self.editor)
        course = _stacked(self.sign_off, self.paper, self.plan, self.facts)
        self.room = folds.keep(FoldSection("room", self.tr("In the room"), room))
        self.course = folds.keep(FoldSection("course", self.tr("This session"), course))
        claims = folds.keep(FoldSection("claims", self.tr("To follow up"), self.follow_ups))
        for part in (self.details, self.proof, self.concerns, self.room, self.course, self.talk, claims, self.form):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]  # there is one

    def begin(self) -> None:
        """Another session is shown, from the top."""
        self.verticalScrollBar().setValue(0)

    def open_course(self) -> None:
        """What is asked there must be seen."""
        self.course.fold(False)

    def open_room(self) -> None:
        self.room.fold(False)

    def bring(self, first: QWidget, last: QWidget) -> None:
        """What stands from one part to another comes into view, its beginning first; whatever has the focus keeps it."""
        QTimer.singleShot(0, self, partial(self._bring, first, last))  # once what was shown with it is laid out

    def _bring(self, first: QWidget, last: QWidget) -> None:
        inner = self.widget()
        if inner is None or not (first.isVisible() and last.isVisible()):
            return
        top = first.mapTo(inner, QPoint(0, 0)).y()
        bottom = last.mapTo(inner, QPoint(0, last.height())).y()
        bar = self.verticalScrollBar()
        bar.setValue(min(top, max(bar.value(), bottom - self.viewport().height())))

    def bring_place(self, within: QWidget, place: QRect) -> None:
        """A place in one of its parts comes into view, whatever has the focus; what was shown with it has to be laid out."""
        inner = self.widget()
        if inner is not None and within.isVisible():
            room = min(place.height() // 2 + 2 * self.fontMetrics().lineSpacing(), self.viewport().height() // 2)
            self.ensureVisible(0, within.mapTo(inner, place.center()).y(), 0, room)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Whatever of it gets the focus is in view, by whichever key it got there."""
        if now is not None and self.isAncestorOf(now):
            QTimer.singleShot(
                0, self, self._show_focus
            )  # where it will stand is known once what has opened is laid out

    def _show_focus(self) -> None:
        focused, inner = self.focusWidget(), self.widget()
        if focused is None or inner is None or not focused.hasFocus() or not inner.isAncestorOf(focused):
            return
        # All of it: left to itself, Qt brings no more than the caret into view. What is asked is seen with its question.
        asked = next((one for one in _around(focused, inner) if one.property("kind") == "notice"), focused)
        shown = asked if asked.height() <= self.viewport().height() else focused
        middle = shown.mapTo(inner, shown.rect().center())
        room = shown.height() // 2 + 2 * self.fontMetrics().lineSpacing()
        self.ensureVisible(0, middle.y(), 0, min(room, self.viewport().height() // 2))


def _around(widget: QWidget, outermost: QWidget) -> Iterator[QWidget]:
    """What a widget stands in, from the inside out."""
    within = widget.parentWidget()
    while within is not None and within is not outermost:
        yield within
        within = within.parentWidget()


def _stacked(*parts: QWidget) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for part in parts:
        column.addWidget(part)
    return held
