"""Whether a page holds something typed that would be lost with it."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def something_typed_in(page: QWidget) -> bool:
    """Words of the user's in any field, on show or not; what the app itself put there does not count."""
    lines = any(field.isModified() and field.text().strip() for field in page.findChildren(QLineEdit))
    return lines or any(
        _is_written_in(field) for field in page.findChildren(QPlainTextEdit) + page.findChildren(QTextEdit)
    )


def _is_written_in(field: QPlainTextEdit | QTextEdit) -> bool:
    document = field.document()
    return not field.isReadOnly() and document.isModified() and not document.isEmpty()
