"""The Sessions page: every interview, panel, focus group and observation by day, and the way to a new one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.store import reading
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.sessions.new_session import NewSessionDialog
from wellled_desktop.ui.pages.sessions.session_model import SessionModel
from wellled_desktop.ui.pages.sessions.session_tree import SessionTree
from wellled_desktop.ui.places import Place

_CONCERNS = frozenset({"session-planned", "session-started", "session-ended", "line-written"})


class SessionsPage(Page):
    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._opened = opened
        self._stale = True  # nothing was read yet
        self._wanted = ""
        self._sessions = SessionModel(role_titles(opened.pack), self)
        self.tree = SessionTree(self._sessions)
        self.tree.opened.connect(self._open)
        self._count = label("", "muted")
        self.new = QPushButton(self.tr("New session"))
        self.new.setProperty("kind", "primary")
        self.new.setToolTip(self.tr("Plan a session, or start one now (Ctrl+N)"))
        self.new.clicked.connect(self.new_session)
        self.empty = paragraph(
            self.tr(
                "Interviews, panels, focus groups and observations are listed here by day. "
                "New session (Ctrl+N) asks for the roles, and offers the form for them."
            ),
            "muted",
        )
        self._lay_out()
        self._show_emptiness()
        self.follow(opened.bridge, _CONCERNS)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(label(self.tr("Sessions"), "title"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.empty)
        column.addWidget(self.tree, 1)
        column.addStretch(0)

    def show_place(self, place: Place) -> None:
        self._wanted = place.selected
        if self._stale:
            self.refresh()
        elif place.selected:
            self.tree.select(place.selected)
        (self.new if self.tree.isHidden() else self.tree).setFocus(Qt.FocusReason.OtherFocusReason)

    def present_place(self) -> Place:
        return Place("sessions", selected=self.tree.selected_id())

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return (Shortcut("Return", self.tr("Open the session")),)

    def new_session(self) -> None:
        """Opens the dialog; what it makes is shown where it leads."""
        dialog = NewSessionDialog(self._opened, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.made.connect(self.go)
        dialog.open()

    def _open(self, session_id: str) -> None:
        self.go.emit(Place("session", session_id))

    def read(self) -> None:
        self._opened.bridge.ask(self, reading.sessions, self._show)

    def _show(self, sessions: tuple[Session, ...]) -> None:
        selected = self._wanted or self.tree.selected_id()
        had_focus = self.new.hasFocus() and self.tree.isHidden()
        if self._sessions.show_sessions(sessions):
            self.tree.select(selected or (sessions[0].id if sessions else ""))
        elif self._wanted:
            self.tree.select(self._wanted)
        self._wanted = ""
        self._show_emptiness()
        if had_focus and sessions:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self._count.setText(counted(len(sessions), self.tr("session"), self.tr("sessions")) if sessions else "")

    def _show_emptiness(self) -> None:
        anything = self._sessions.rowCount() > 0
        self.empty.setVisible(not anything)
        self.tree.setVisible(anything)
