"""The window of Find anything: a field, what is found as one types, and a quiet word of what can be typed.

Signals of FindDialog: `chosen(Result)` once it has closed because something found was chosen; `typed(str)` with the text after
each key.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from wellled_desktop.inspection.find.known import is_of_record
from wellled_desktop.inspection.find.typed import MOST_LETTERS
from wellled_desktop.ui.find import words
from wellled_desktop.ui.find.commands import Commands, FoundCommands
from wellled_desktop.ui.find.looking import Answer, Looking, Pages
from wellled_desktop.ui.find.result_list import ResultList
from wellled_desktop.ui.find.results import Naming, Result, has_all, rows_of
from wellled_desktop.ui.kit.announcing import announce
from wellled_desktop.ui.kit.labels import paragraph

_WIDE, _HIGH = 100, 34
"""In characters and in lines."""
_BESIDE = 48


class FindDialog(QDialog):
    chosen = Signal(object)
    typed = Signal(str)

    def __init__(self, looking: Looking, commands: Commands, naming: Naming, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Find anything"))
        self._looking = looking
        self._commands = commands
        self._naming = naming
        self._answer: Answer | None = None
        self._pages: Pages | None = None
        self._found = FoundCommands()
        self.list = ResultList()
        self.field = _Field(self.list, self)
        self._told = paragraph("", "muted")
        self._remarks = paragraph("", "muted")
        self._quiet = paragraph(words.operators(), "muted")
        self._begin = _how_to_begin()
        self._blank = QWidget()
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._take_place(parent)
        self._show()

    def _build(self) -> None:
        self.field.setMaxLength(MOST_LETTERS)
        self.field.setPlaceholderText(self.tr("Notes, evidence, documents, the framework, people, commands"))
        self.field.setAccessibleName(self.tr("Find anything"))
        self.field.setToolTip(self.tr("Type what to find; Up and Down move, Enter goes there, Esc leaves"))
        self._stack.addWidget(self._begin)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._blank)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(8)
        for part in (self.field, self._told, self._remarks):
            layout.addWidget(part)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._quiet)
        for words_wide in (self._told, self._remarks, self._quiet):
            words_wide.setMaximumWidth(_NO_LIMIT)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._look)
        self.list.chosen.connect(self.choose)
        self.list.typed.connect(self._type_on)
        self._looking.answered.connect(self._show_answer)
        self._looking.pages_found.connect(self._show_pages)

    def _take_place(self, window: QWidget) -> None:
        """Over the upper part of the window, never larger than it."""
        metrics = QFontMetrics(self.font())
        wanted = QSize(metrics.averageCharWidth() * _WIDE, metrics.lineSpacing() * _HIGH)
        self.resize(wanted.boundedTo(window.size() - QSize(_BESIDE, _BESIDE)))
        self.move(window.mapToGlobal(window.rect().topLeft()).x() + (window.width() - self.width()) // 2, 0)
        self.move(self.x(), window.mapToGlobal(window.rect().topLeft()).y() + _BESIDE // 2)

    def begin(self, typed: str) -> None:
        """With what was looked for last: the first letter typed takes its place."""
        self.field.setText(typed)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def told(self) -> str:
        """How many were found, or that nothing was."""
        return self._told.text()

    @property
    def is_complete(self) -> bool:
        """Whether all that there is for the text in the field is on show."""
        return self.is_of_now and (
            self._pages is not None or self._answer is None or not self._answer.query.can_be_asked
        )

    @property
    def remarks(self) -> str:
        """How the text was understood, where that is not plain."""
        return self._remarks.text()

    @property
    def how_to_begin(self) -> bool:
        """Whether the window says how to go about it, in place of results."""
        return self._stack.currentWidget() is self._begin

    def name_sessions(self, naming: Naming) -> None:
        """The sessions have been read: results say whose they are."""
        self._naming = naming
        if self._answer is not None:
            self._show_rows(keep=True)

    def choose(self) -> None:
        """Closes, and then hands on what is chosen in the list: nothing while what is shown is of an older text."""
        result = self.list.current()
        if result is not None and self.is_of_now:
            self.accept()
            self.chosen.emit(result)

    @property
    def is_of_now(self) -> bool:
        """Whether what is on show is of the text in the field."""
        return self._answer is not None and self._answer.typed == self.field.text()

    # As one types

    def _look(self, typed: str) -> None:
        self._looking.look_for(typed)
        self.typed.emit(typed)

    def _type_on(self, letters: str) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.insert(letters)

    def _show_answer(self, answer: Answer) -> None:
        self._answer = answer
        self._pages = None
        self._found = FoundCommands() if is_of_record(answer.query) else self._commands.find(answer.typed)
        self._show_rows(keep=False)
        self.field.go_when_shown()

    def _show_pages(self, pages: Pages) -> None:
        if self._answer is not None and pages.typed == self._answer.typed:
            self._pages = pages
            if pages.items or pages.words:
                self._show_rows(keep=True)
            else:
                self._show()

    def _show_rows(self, *, keep: bool) -> None:
        answer = self._answer
        if answer is not None:
            self.list.show_rows(rows_of(answer, self._pages, self._found, self._naming), keep=keep)
        self._show()

    def _show(self) -> None:
        """What is said of the results, to eyes and to screen readers."""
        answer = self._answer
        rows = self.list.results.rows
        count = sum(isinstance(row, Result) for row in rows)
        begin = answer is None or not (count or answer.typed.strip())
        nothing = not has_all(rows)
        if answer is None or begin:
            told = ""
        elif nothing:
            told = answer.why_nothing(self._pages)
        else:
            told = words.how_many(count, more=answer.found.more)
        self._stack.setCurrentWidget(self._begin if begin else self.list if count else self._blank)
        changed = told != self._told.text()
        self._told.setText(told)
        self._told.setHidden(not told)
        self._remarks.setText(words.remarks(answer, self._pages, nothing=nothing) if answer is not None else "")
        self._remarks.setHidden(not self._remarks.text())
        self.field.setAccessibleDescription(" ".join((told, *words.how_to_begin()[:1]) if begin else (told,)).strip())
        if changed and told:
            announce(self.field, told)


class _Field(QLineEdit):
    """The keyboard stays here: Up and Down move through the list, Enter takes from it."""

    def __init__(self, results: ResultList, dialog: FindDialog) -> None:
        super().__init__()
        self._results = results
        self._dialog = dialog
        self._waits = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._waits = True
            self._dialog.choose()
        elif self._results.step(key, event.modifiers()):
            current = self._results.current()
            if current is not None:
                announce(self, current.spoken)
        else:
            self._waits = False
            super().keyPressEvent(event)

    def go_when_shown(self) -> None:
        """Enter was quicker than the answer: it takes the best of what has come."""
        if self._waits:
            self._waits = False
            self._dialog.choose()


def _how_to_begin() -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 16, 0, 0)
    layout.setSpacing(8)
    for said in words.how_to_begin():
        layout.addWidget(paragraph(said))
    layout.addStretch(1)
    return page


_NO_LIMIT = 16_777_215
