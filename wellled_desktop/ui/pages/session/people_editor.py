"""Adds somebody to the people of a session, or changes who they are: the role first; a name only if needed, and kept apart.

Signals of PeopleEditor: `given(str, str, str, str or None)` on Enter with the participant's id ("" for a new one), role,
label, and name (None: as it stands); `left()` on Esc.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import Participant
from wellled_desktop.inspection.speaking import spoken_role
from wellled_desktop.ui.kit.labels import label, paragraph


class PeopleEditor(QFrame):
    given = Signal(str, str, str, object)
    left = Signal()

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = {role: spoken_role(title) for role, title in titles.items()}
        self._participant = ""
        self._keeps_name = False
        self.setProperty("kind", "notice")
        self._question = paragraph("")
        self.role, self.label, self.name = QLineEdit(), QLineEdit(), QLineEdit()
        self._name_words = label(self.tr("Name, if needed"))
        self.problem = paragraph("", "muted")
        self.keep = QPushButton(self.tr("Keep"))
        self.keep.setToolTip(self.tr("Keep it (Enter)"))
        self.keep.clicked.connect(self._give)
        self._complete()
        self._lay_out()
        self.hide()

    def _complete(self) -> None:
        completer = QCompleter(sorted(self._titles.values()), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        self.role.setCompleter(completer)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self._question)
        label_words = label(self.tr("Label"))
        for words, field, example in (
            (label(self.tr("Role")), self.role, self.tr("Type a few letters of it")),
            (label_words, self.label, self.tr("A, B, or a staff group")),
            (self._name_words, self.name, ""),
        ):
            words.setBuddy(field)
            field.setAccessibleName(words.text())
            field.setPlaceholderText(example)
            field.setToolTip(self.tr("%1 (Enter keeps, Esc leaves)").replace("%1", words.text()))
            field.setMinimumWidth(40)
            field.returnPressed.connect(self._give)
            column.addWidget(words)
            column.addWidget(field)
        column.addWidget(self.problem)
        column.addWidget(self.keep)

    def ask_new(self, role: str, *, names: bool) -> None:
        """For somebody new; `role` is likely theirs. Without `names` the session keeps none."""
        self._participant, self._keeps_name = "", False
        self._begin(self.tr("Add to the room"), self._titles.get(role, ""), "", "", names=names)

    def ask_change(self, person: Participant, *, names: bool) -> None:
        """A name that is kept and not on show stays, unless another is typed over it."""
        self._participant = person.id
        self._keeps_name = person.has_name and person.name is None
        role = self._titles.get(person.role, person.role)
        self._begin(self.tr("Change who this is"), role, person.label, person.name or "", names=names)
        if self._keeps_name:
            self.name.setPlaceholderText(self.tr("A name is kept; type to replace it"))

    def _begin(self, question: str, role: str, words: str, name: str, *, names: bool) -> None:
        self._question.setText(question if names else f"{question}. {self.tr('A focus group keeps no names.')}")
        self.role.setText(role)
        self.label.setText(words)
        self.name.setText(name)
        self.name.setPlaceholderText(self.tr("Kept apart, left out of exports"))
        self.name.setVisible(names)
        self._name_words.setVisible(names)
        self._tell("")
        self.show()
        self.role.setFocus(Qt.FocusReason.OtherFocusReason)
        self.role.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            self.hide()
            return
        super().keyPressEvent(event)

    def _tell(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def role_typed(self) -> str | None:
        """The id of the role that is written, in full or so that only one can be meant; None for none."""
        typed = self.role.text().strip().casefold()
        exact = [role for role, title in self._titles.items() if title.casefold() == typed]
        fitting = [role for role, title in self._titles.items() if typed and typed in title.casefold()]
        found = exact or fitting
        return found[0] if exact or len(found) == 1 else None

    def _give(self) -> None:
        role = self.role_typed()
        if role is None:
            self._tell(self.tr("Choose one of the framework's roles: type a few letters of it."))
            self.role.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        name: str | None = self.name.text().strip()
        if self.name.isHidden() or (self._keeps_name and not name):
            name = None
        self.given.emit(self._participant, role, self.label.text().strip(), name)
        self.hide()
