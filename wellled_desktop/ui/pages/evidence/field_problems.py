"""What is said beneath the fields of a form that cannot be taken."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit

from wellled_desktop.ui.kit.into_view import bring_into_view
from wellled_desktop.ui.kit.labels import paragraph


class FieldProblems:
    """A line beneath each field that is `put_beneath`; it is there only while it has something to say."""

    def __init__(self) -> None:
        self._beneath: dict[QLineEdit, QLabel] = {}

    def put_beneath(self, form: QFormLayout, *fields: QLineEdit) -> None:
        for field in fields:
            beneath = self._beneath[field] = paragraph("", "warning")
            beneath.hide()
            form.insertRow(_row_of(form, field) + 1, beneath)
            field.textEdited.connect(partial(self._hide_beneath, field))

    def tell(self, field: QLineEdit, sentence: str) -> None:
        """In view, with the caret in the field."""
        beneath = self._beneath[field]
        beneath.setText(sentence)
        beneath.show()
        field.setAccessibleDescription(sentence)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(beneath)

    def hide(self) -> None:
        for field in self._beneath:
            self._hide_beneath(field)

    def _hide_beneath(self, field: QLineEdit, _typed: str = "") -> None:
        """What is being put right is no longer wrong until it is given again."""
        self._beneath[field].hide()
        field.setAccessibleDescription("")

    @property
    def told(self) -> str:
        """What is said beneath a field; "" where nothing is."""
        return next((beneath.text() for beneath in self._beneath.values() if not beneath.isHidden()), "")


def _row_of(form: QFormLayout, field: QLineEdit) -> int:
    items = (form.itemAt(row, QFormLayout.ItemRole.FieldRole) for row in range(form.rowCount()))
    return next(row for row, item in enumerate(items) if item is not None and item.widget() is field)
