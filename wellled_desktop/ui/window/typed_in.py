"""Whether a page holds something typed that would be lost with it."""

from collections.abc import Collection

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def something_typed_in(page: QWidget, kept: Collection[QWidget] = ()) -> bool:
    """Words of the user's in any field, on show or not; what the app itself put there does not count, nor what stands in the
    fields that are `kept`.
    """
    lines = (field for field in page.findChildren(QLineEdit) if field.isModified() and field.text().strip())
    texts = (
        field for field in page.findChildren(QPlainTextEdit) + page.findChildren(QTextEdit) if _is_written_in(field)
    )
    return any(field not in kept for fields in (lines, texts) for field in fields)


def _is_written_in(field: QPlainTextEdit | QTextEdit) -> bool:
    document = field.document()
    return not field.isReadOnly() and document.isModified() and not document.isEmpty()
