"""The sections of a session's form: each made once, and most of them before they are asked for."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wellled_desktop.framework.forms import OPENING_STATEMENT, SUMMARY
from wellled_desktop.framework.pack import Form, FormField
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.pages.session.form_fields import (
    ChoiceField,
    Field,
    ListField,
    NumberField,
    TextField,
    YesNoField,
)
from wellled_desktop.ui.pages.session.form_section import Folds, FoldSection
from wellled_desktop.ui.pages.session.groups_field import GroupsField

OPENING_KEYS = "Ctrl+Shift+O"
SUMMARY_KEYS = "Ctrl+Shift+M"
_SUMMARY_LINES, _TEXT_LINES = 7, 2
# What was just asked for is shown first; then a field at a time.
_REST_MS, _BETWEEN_MS = 500, 30

Made = tuple[FoldSection, tuple[Field, ...]]


class FormSections(QObject):
    """A form that was shown before is shown again: making its widgets takes a few milliseconds each. `likely` are made ahead,
    between other things: then a session with a form that was not seen before opens as quickly as any.

    `prepare` is called with each field once it is made.
    """

    def __init__(
        self, likely: tuple[Form, ...], folds: Folds, prepare: Callable[[Field], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._panel = parent
        self._folds = folds
        self._prepare = prepare
        self._made: dict[Form, Made] = {}
        self._ahead = self._one_by_one(likely)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._make_next)

    def of(self, form: Form) -> Made:
        """The section of the form and its fields, in their order."""
        if form not in self._made:
            self._keep(form, tuple(map(self._field, form.fields)))
        return self._made[form]

    def go_on(self) -> None:
        """Something was just shown: with what is left there is time enough in a moment."""
        self._timer.start(_REST_MS)

    def rest(self) -> None:
        self._timer.stop()

    def _make_next(self) -> None:
        self._timer.setInterval(_BETWEEN_MS)
        if next(self._ahead, self) is self:
            self._timer.stop()

    def _one_by_one(self, forms: tuple[Form, ...]) -> Iterator[None]:
        for form in forms:
            fields: list[Field] = []
            for wanted in form.fields:
                if form in self._made:
                    break
                fields.append(self._field(wanted))
                yield
            if form in self._made:  # asked for meanwhile
                for field in fields:
                    field.deleteLater()
                continue
            self._keep(form, tuple(fields))
            yield

    def _keep(self, form: Form, fields: tuple[Field, ...]) -> None:
        section = self._folds.keep(FoldSection(f"form-{form.id}", form.title, _content(fields), self._panel))
        section.hide()
        self._made[form] = (section, fields)

    def _field(self, wanted: FormField) -> Field:
        field = field_for(wanted, _SUMMARY_LINES if wanted.id == SUMMARY else _TEXT_LINES)
        self._prepare(field)
        return field


def _content(fields: tuple[Field, ...]) -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for field in fields:
        column.addWidget(field)
        if keys := {OPENING_STATEMENT: OPENING_KEYS, SUMMARY: SUMMARY_KEYS}.get(field.field.id):
            words = content.tr("%1 from anywhere").replace("%1", keys)
            column.addWidget(paragraph(words, "muted"))
    return content


def field_for(field: FormField, least: int) -> Field:
    """The widget for a field of the pack; `least` is how many lines a text has at least."""
    if field.kind == "text":
        return TextField(field, least)
    makers = {
        "number": NumberField,
        "list": ListField,
        "choice": ChoiceField,
        "yes-no": YesNoField,
        "groups": GroupsField,
    }
    return makers[field.kind](field)
