"""When a session ends or is signed off: where all roles of a key-evidence item were now interviewed, its tick is offered, as the
Evidence page does. Nothing is ticked by itself, nothing is said of items that lack an interview, and the caret stays put.
"""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from wellled_desktop.inspection.commands import SetEvidenceState
from wellled_desktop.inspection.interviewed import HeldSession, interviewed, roles_asked
from wellled_desktop.inspection.read_models import EvidenceItemState
from wellled_desktop.store import reading
from wellled_desktop.store.interview_reading import held_sessions
from wellled_desktop.store.store import Change
from wellled_desktop.ui.kit.interviewed_words import all_held
from wellled_desktop.ui.kit.offer_bar import OfferBar
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.session.composer import Composer

_MOST_NAMED = 3
_HELD = {"session-ended", "session-signed-off"}
_TAKEN_BACK = {"session-reopened", "session-sign-off-withdrawn", "session-cancelled"}


class InterviewOffer(QObject):
    """`bar` is to be put on the page; it is hidden while nothing is offered."""

    def __init__(self, opened: Opened, composer: Composer, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._opened = opened
        self._composer = composer
        self._session = ""
        self.bar = OfferBar()
        self.bar.accept.clicked.connect(self._back)
        self.bar.dismiss.clicked.connect(self._back)
        opened.bridge.changed.connect(self._changed)

    def begin(self, session_id: str) -> None:
        """Another session is shown: an offer was that of the one before."""
        if session_id != self._session:
            self._session = session_id
            self.bar.hide()

    def _changed(self, changes: tuple[Change, ...]) -> None:
        kinds = {change.kind for change in changes if change.entity == self._session}
        if kinds & _TAKEN_BACK:
            self.bar.hide()
        elif kinds & _HELD:
            self._opened.bridge.ask(self, held_sessions, partial(self._ask_states, self._session))

    def _ask_states(self, session_id: str, held: tuple[HeldSession, ...]) -> None:
        self._opened.bridge.ask(self, reading.evidence_states, partial(self._offer, session_id, held))

    def _offer(self, session_id: str, held: tuple[HeldSession, ...], states: tuple[EvidenceItemState, ...]) -> None:
        if session_id != self._session or not self._page.isVisible():
            return
        decided = {one.node for one in states if one.state not in ("none", "requested")}
        asked = roles_asked(self._opened.pack, self._opened.scope.applies)
        complete = [
            one
            for one in interviewed(asked, held).values()
            if one.complete
            and one.node not in decided
            and any(by.id == session_id for _, sessions in one.held for by in sessions)
        ][:_MOST_NAMED]
        if complete:
            nodes = tuple(one.node for one in complete)
            self.bar.offer(" ".join(map(all_held, complete)), self.tr("Mark gathered"), partial(self._tick, nodes))

    def _tick(self, nodes: tuple[str, ...]) -> None:
        commands = (SetEvidenceState(node, "gathered") for node in nodes)
        self._opened.bridge.do(*commands, refused=self._composer.show_quiet, owner=self)

    def _back(self) -> None:
        """The button that was clicked goes: the caret returns to the composer."""
        self._composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)
