"""The right of the session page: the selected line, who is in the room, the session itself, its claims."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from wellled_desktop.ui.pages.session.facts import Facts
from wellled_desktop.ui.pages.session.follow_ups import FollowUps
from wellled_desktop.ui.pages.session.line_details import LineDetails
from wellled_desktop.ui.pages.session.people_list import PeopleList


class SidePanel(QScrollArea):
    """Its four parts, one under the other; what does not fit scrolls."""

    def __init__(self, titles: dict[str, str], texts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PeopleList(titles)
        self.facts = Facts()
        self.follow_ups = FollowUps()
        self.details = LineDetails(texts)
        self.details.hide()
        inner = QWidget()
        inner.setProperty("kind", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(8, 4, 8, 0)
        column.setSpacing(16)
        for part in (self.details, self.people, self.facts, self.follow_ups):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
