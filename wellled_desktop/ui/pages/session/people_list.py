"""Who is in the room, each with the key that makes them the speaker of the next line.

Signals of PeopleList: `speaker_chosen(str or None)` when one is chosen here; `names_wanted(bool)` when names are to be shown.
"""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import Participant
from wellled_desktop.ui.kit.announcing import announce
from wellled_desktop.ui.pages.session.people_delegate import FRAMED_ROLE, KEY_ROLE, PeopleDelegate
from wellled_desktop.ui.pages.session.people_finding import speakers

_ID = Qt.ItemDataRole.UserRole
_MOST_SHOWN = 10


class PeopleList(QWidget):
    speaker_chosen = Signal(object)
    names_wanted = Signal(bool)

    def __init__(self, titles: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._pointed_out = ""
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Speaker of the next line"))
        self.list.setTabKeyNavigation(False)
        self.list.setItemDelegate(PeopleDelegate(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setToolTip(
            self.tr("Who speaks the next line (Alt and the key beside it; @ in the composer finds them)")
        )
        self.list.currentItemChanged.connect(self._chosen)
        self.names = QPushButton(self.tr("Show names"))
        self.names.setProperty("kind", "link")
        self.names.setCheckable(True)
        self.names.setToolTip(self.tr("Names are kept apart and left out of exports (Space)"))
        self.names.toggled.connect(self._names_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addWidget(self.names)

    def selected(self) -> str:
        """The id of whoever is selected; "" for nobody in particular."""
        item = self.list.currentItem()
        return (item.data(_ID) or "") if item is not None else ""

    def show_people(self, people: tuple[Participant, ...], speaker: str | None) -> None:
        """Those on the list and, under them, the voices."""
        everybody = speakers(people, self._titles)
        self.list.blockSignals(True)
        self.list.clear()
        self._add("0", self.tr("nobody in particular"), None)
        for one in everybody:
            self._add(one.key or " ", one.words, one.id)
        self._frame()
        self.list.blockSignals(False)
        self.names.setVisible(any(person.has_name for person in people))
        # A bar that came and went would wrap the words anew.
        bar = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
            if len(everybody) >= _MOST_SHOWN
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.list.setVerticalScrollBarPolicy(bar)
        self._fit()
        self.show_speaker(speaker)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        rows = range(min(self.list.count(), _MOST_SHOWN))
        self.list.setFixedHeight(sum(self.list.sizeHintForRow(row) for row in rows) + 2 * self.list.frameWidth() + 2)

    def _add(self, key: str, words: str, participant_id: str | None) -> None:
        item = QListWidgetItem(words, self.list)
        item.setData(_ID, participant_id)
        item.setData(KEY_ROLE, key)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        item.setToolTip(words)

    def show_speaker(self, participant_id: str | None) -> None:
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == participant_id:
                self.list.setCurrentRow(row)
        self.list.blockSignals(False)

    def hide_names(self) -> None:
        """For another session: names show only where somebody asks for them, and nobody in it is pointed out."""
        self._point_out("")
        self.names.blockSignals(True)
        self.names.setChecked(False)
        self.names.setText(self.tr("Show names"))
        self.names.blockSignals(False)

    @property
    def pointed_out(self) -> str:
        """The id of whoever has a frame; "" for nobody."""
        return self._pointed_out

    def point_out(self, participant_id: str) -> None:
        """A frame around them until a speaker is chosen here or another session is shown; they do not become the speaker."""
        self._point_out(participant_id)
        for row in range(self.list.count()):
            if self.list.item(row).data(FRAMED_ROLE):
                announce(self.list, self.list.item(row).text())

    def place_of_pointed_out(self) -> tuple[QWidget, QRect]:
        """Where whoever has a frame is in view in the list."""
        rows = (self.list.item(row) for row in range(self.list.count()))
        framed = next((one for one in rows if one.data(FRAMED_ROLE)), None)
        if framed is None:
            return self.list.viewport(), QRect()
        self.list.scrollToItem(framed)
        return self.list.viewport(), self.list.visualItemRect(framed)

    def _point_out(self, participant_id: str) -> None:
        self._pointed_out = participant_id
        self._frame()

    def _frame(self) -> None:
        for row in range(self.list.count()):
            own = self.list.item(row).data(_ID)
            self.list.item(row).setData(FRAMED_ROLE, bool(own) and own == self._pointed_out)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        self._point_out("")
        if item is not None:
            self.speaker_chosen.emit(item.data(_ID))

    def _names_toggled(self, shown: bool) -> None:
        self.names.setText(self.tr("Hide names") if shown else self.tr("Show names"))
        self.names_wanted.emit(shown)
