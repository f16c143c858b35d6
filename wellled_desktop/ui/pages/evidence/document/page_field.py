"""Which page is on show, and of how many: typed over to go to another.

Signals of PageField: `page_wanted(int)`, from 1 to the last; `left()` on Esc, or when there is nothing to go to.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from wellled_desktop.ui.kit.labels import label


class PageField(QWidget):
    page_wanted = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = self._pages = 1
        self._before = label(self.tr("Page"), "muted")
        self.field = QLineEdit()
        self.field.setValidator(QIntValidator(1, 99_999, self))
        self.field.setToolTip(self.tr("Type a page and press Enter to go to it (G)"))
        self.field.setFixedWidth(self.field.fontMetrics().horizontalAdvance("00000") + 24)
        self.field.returnPressed.connect(self._go)
        self._of = label("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self._before, self.field, self._of):
            row.addWidget(part)

    @property
    def words(self) -> str:
        """Page 3 of 214."""
        return f"{self._before.text()} {self._page:,} {self._of.text()}"

    def show_page(self, page: int, pages: int, *, numbered: bool) -> None:
        self._page, self._pages = page, pages
        self._before.setText(self.tr("Page") if numbered else self.tr("Part"))
        self._of.setText(self.tr("of %1").replace("%1", f"{pages:,}"))
        self.field.setText(str(page))
        self.field.setModified(False)
        self.field.setAccessibleName(self.words)

    def begin(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _go(self) -> None:
        typed = self.field.text()
        if typed:
            self.page_wanted.emit(max(1, min(int(typed), self._pages)))
        self._leave()

    def _leave(self) -> None:
        self.field.setText(str(self._page))
        self.field.setModified(False)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc leaves the field, and not the document; Enter has gone to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
