"""The form of the session on show, in the right panel: a section for each of its forms, saved while one types."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from wellled_desktop.framework.forms import OPENING_STATEMENT, SUMMARY, all_forms, forms_for
from wellled_desktop.framework.pack import Form
from wellled_desktop.inspection.commands.sessions import Answer
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.ui.kit.message import Message
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.session.form_answers import FormAnswers
from wellled_desktop.ui.pages.session.form_fields import Field, ListField, TextField, YesNoField
from wellled_desktop.ui.pages.session.form_section import Folds, FoldSection
from wellled_desktop.ui.pages.session.form_sections import FormSections

FORM_KEYS = "Ctrl+Shift+F"


class FormPanel(QWidget):
    """`told` says a sentence in the composer's quiet line."""

    told = Signal(str)

    def __init__(self, opened: Opened, folds: Folds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = opened.pack
        self._forms: tuple[Form, ...] = ()
        self._session: Session | None = None
        self.fields: dict[str, Field] = {}
        self.sections: list[FoldSection] = []
        self.message = Message()
        self.answers = FormAnswers(opened.bridge, self._answer_of, self)
        self.answers.read.connect(self._show_answers)
        self.answers.refused.connect(self.message.show_sentence)
        self._sections = FormSections(all_forms(opened.pack), folds, self._prepare, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.message)

    def show_session(self, session: Session) -> None:
        """The same session again (it has changed) leaves alone what stands in its fields."""
        another = self._session is None or session.id != self._session.id
        if another:
            self.answers.save_now()
        forms = forms_for(self._pack, session.kind, _roles(session))
        rebuilt = forms != self._forms
        if rebuilt:
            self.answers.save_now()
            self._build(forms)
        self._session = session
        if another:
            self.message.hide()
            for field in self.fields.values():
                field.show_answer(None)
        if another or rebuilt:
            self.answers.open(session.id)
        self._sections.go_on()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._sections.rest()

    def leave(self) -> None:
        """What was typed is recorded at once."""
        self.answers.save_now()

    def toggle_opening_statement(self) -> None:
        """One key says that it was given; the same key takes that back."""
        field = self.fields.get(OPENING_STATEMENT)
        if self._session is None:
            return
        if isinstance(field, YesNoField):
            given = field.answer() is not True
            field.show_answer(True if given else None)
            self.answers.put(OPENING_STATEMENT, field.answer())
            self.told.emit(self.tr("Opening statement: given") if given else self.tr("Opening statement: not recorded"))
        else:
            self.told.emit(self.tr("The form of this session has no opening statement."))

    def go_to(self, field_id: str = "") -> None:
        """The caret goes to the field; without one, to the first empty one to write in."""
        wanted = self.fields.get(field_id) or self._first_empty()
        if wanted is None:
            return
        for section in self.sections:
            if section.isAncestorOf(wanted) and section.folded:
                section.fold(False)
        first = wanted.first
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if isinstance(first, QPlainTextEdit):
                first.moveCursor(QTextCursor.MoveOperation.End)

    def go_to_summary(self) -> None:
        if SUMMARY in self.fields:
            self.go_to(SUMMARY)
        else:
            self.told.emit(self.tr("The form of this session has no summary."))

    def _first_empty(self) -> Field | None:
        """A field of words first: what is typed without looking is written down, and answers no question."""
        fields = tuple(self.fields.values())
        empty = [field for field in fields if field.answer() is None]
        of_words = [field for field in empty if isinstance(field, TextField | ListField)]
        return next(iter((*of_words, *empty, *fields)), None)

    def _build(self, forms: tuple[Form, ...]) -> None:
        for old in self.sections:
            self._column.removeWidget(old)
            old.hide()
        self._forms = forms
        self.fields, self.sections = {}, []
        for form in forms:
            section, fields = self._sections.of(form)
            for field in fields:
                field.show_answer(None)
                self.fields[field.field.id] = field
            self.sections.append(section)
            self._column.addWidget(section)
            section.show()
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        """From the top downwards, whichever of the sections were there before."""
        stops: list[QWidget] = []
        for section, form in zip(self.sections, self._forms, strict=True):
            stops.append(section.head)
            stops.extend(stop for one in form.fields for stop in self.fields[one.id].stops())
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _prepare(self, field: Field) -> None:
        field.edited.connect(self._edited)
        field.left.connect(self.answers.save_now)

    def _edited(self) -> None:
        field = self.sender()
        if isinstance(field, Field):
            self.answers.touch(field.field.id)

    def _answer_of(self, field_id: str) -> Answer | None:
        return self.fields[field_id].answer()

    def _show_answers(self, answers: dict[str, Answer | None], busy: set[str]) -> None:
        for field_id, field in self.fields.items():
            answer = answers.get(field_id)
            if field_id not in busy and field.answer() != answer:
                field.show_answer(answer)


def _roles(session: Session) -> tuple[str, ...]:
    """Of the plan, and of whoever is in the room."""
    return tuple(dict.fromkeys((*session.roles, *(person.role for person in session.present))))
