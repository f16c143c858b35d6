"""Leads to somebody in the session that is on show: framed in the list of who is in the room, or marked among its facts."""

from PySide6.QtCore import QObject, QTimer

from wellled_desktop.ui.pages.session.person_place import member_at, participant_at
from wellled_desktop.ui.pages.session.presenter import SessionPresenter
from wellled_desktop.ui.pages.session.side_panel import SidePanel

_SETTLED_MS = 3_000
"""What stands above in the panel is read after the session, and pushes down whoever was brought into view."""


class PersonFinding(QObject):
    """At once when the session is here, else as soon as it is: `begin` says when it was read.

    The keyboard stays in the composer: somebody chosen in the list would be the speaker of the next line.
    """

    def __init__(self, presenter: SessionPresenter, side: SidePanel) -> None:
        super().__init__(side)
        self._presenter = presenter
        self._side = side
        self._waiting = self._shown = ""
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._let_go)
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._bring)
        side.verticalScrollBar().rangeChanged.connect(self._bring_soon)
        side.verticalScrollBar().actionTriggered.connect(self._let_go)

    def go_to(self, selected: str) -> bool:
        """Whether it is somebody that is `selected` at the place."""
        is_somebody = bool(participant_at(selected) or member_at(selected))
        self._waiting, self._shown = selected if is_somebody else "", ""
        self.begin()
        return is_somebody

    def begin(self) -> None:
        if not self._waiting or self._presenter.session is None:
            return
        self._shown, self._waiting = self._waiting, ""
        self._settled.start()
        if participant := participant_at(self._shown):
            self._side.open_room()
            self._side.people.point_out(participant)
        else:
            self._side.open_course()
            self._side.facts.point_out(member_at(self._shown))
        self._bring_soon()

    def _bring_soon(self) -> None:
        """Unless one scrolls before all is laid out."""
        if self._shown:
            self._laid_out.start()

    def _bring(self) -> None:
        if self._shown:
            people, facts = self._side.people, self._side.facts
            self._side.bring_place(
                *(people.place_of_pointed_out if participant_at(self._shown) else facts.place_of_team)()
            )

    def _let_go(self) -> None:
        self._shown = ""
