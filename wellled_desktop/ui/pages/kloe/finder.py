"""Finds lines and evidence entries by words or by number, to link them to the selected node: one, or several at once.

Signals of Finder: `asked(str)` with what is typed; `given(tuple, bool)` with the ids of what is to be linked, as RecordRefs, and
whether it points the other way; `left()` when Esc closes it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models.found import FoundItem
from wellled_desktop.store.source_reading import RecordRef
from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.kit.linked_list import LinkedList
from wellled_desktop.ui.kit.linked_rows import Heading, LinkedRow, ListRow
from wellled_desktop.ui.kit.words import clock_time, short_day

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINES_SHOWN = 9


class FinderField(QLineEdit):
    """Signals of FinderField: `key(int, bool)` with a key that is the finder's, and whether Shift was held."""

    key = Signal(int, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (*_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.key.emit(event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)


class FinderList(LinkedList):
    """Signals of FinderList, beside those of LinkedList: `chosen()` when Space takes the row in or out; `give(bool)`."""

    chosen = Signal()
    give = Signal(bool)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(240, self.fontMetrics().height() * _LINES_SHOWN)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Space:
            self.chosen.emit()
        elif event.key() in _ENTER:
            self.give.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)


class Finder(QFrame):
    """Whoever hears of it moves the focus on before it hides: Qt would give it to the next widget in between."""

    asked = Signal(str)
    given = Signal(object, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._found: tuple[FoundItem, ...] = ()
        self._chosen: dict[str, FoundItem] = {}
        self._title = label("", "subheading")
        self.field = FinderField()
        self.field.setAccessibleName(self.tr("Words or a number of a line or an entry"))
        self.field.setPlaceholderText(self.tr("Words, or S-03 l.27, or E-014"))
        self.found = FinderList(self.tr("Lines and evidence entries that match"))
        self.found.setToolTip(
            self.tr("Space chooses several; Enter: they support, Shift+Enter: they point the other way")
        )
        self._keys = label(self.tr("Enter: supports. Shift+Enter: points the other way."), "muted")
        self._keys.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for widget in (self._title, self.field, self.found, self._keys):
            column.addWidget(widget)
        self.field.textChanged.connect(self.asked)
        self.field.key.connect(self._key)
        self.found.chosen.connect(self._choose)
        self.found.give.connect(self._give)
        self.found.left.connect(self._leave)
        self.found.opened.connect(lambda _item: self._give(other_way=False))
        self.hide()

    def ask(self, node: str) -> None:
        words = self.tr("Link to %1").replace("%1", node)
        self._title.setText(words)
        self.field.setAccessibleName(self.tr("%1: words or a number of a line or an entry").replace("%1", words))
        self._chosen = {}
        self.field.clear()
        self.show_found(())
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_found(self, found: Sequence[FoundItem]) -> None:
        """What was chosen before stays chosen, and in the list."""
        kept = tuple(one for one in self._chosen.values() if all(one.id != other.id for other in found))
        self._found = (*kept, *found)
        self._show(same=False)

    def _show(self, *, same: bool) -> None:
        rows: list[ListRow] = [self._row(one) for one in self._found]
        if not rows:
            typed = bool(self.field.text().strip())
            words = self.tr("Nothing is found.") if typed else self.tr("What is found stands here as you type.")
            rows = [Heading(words, quiet=True)]
        self.found.show_rows(tuple(rows), same=same)
        if not same:
            self.found.choose(self.found.first_to_choose())  # what Enter takes from the field is to be seen there
        self._keys.setText(self._keys_words())

    def _keys_words(self) -> str:
        words = self.tr("Enter: supports. Shift+Enter: points the other way. Space in the list chooses several.")
        count = len(self._chosen)
        return f"{self.tr('%1 chosen.').replace('%1', str(count))} {words}" if count else words

    def _row(self, item: FoundItem) -> LinkedRow:
        when = f"{short_day(item.when.date())} {clock_time(item.when)}" if item.when else ""
        marks = (self.tr("chosen"),) if item.id in self._chosen else ()
        return LinkedRow(key=item.id, who=item.ref, words=item.snippet, marks=marks, foot=when, record=item)

    def _key(self, key: int, shift: bool) -> None:
        if key in _ENTER:
            self._give(other_way=shift)
        elif key == Qt.Key.Key_Escape:
            self._leave()
        elif self._found:
            self.found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        item = self.found.current_record()
        if not isinstance(item, FoundItem):
            return
        if self._chosen.pop(item.id, None) is None:
            self._chosen[item.id] = item
        self._show(same=True)

    def _give(self, other_way: bool) -> None:
        """What was chosen; else the current row, or the best."""
        current = self.found.current_record()
        best = current if isinstance(current, FoundItem) else next(iter(self._found), None)
        items = tuple(self._chosen.values()) or ((best,) if best else ())
        if items:
            refs = tuple(RecordRef("line" if one.kind == "line" else "entry", one.id) for one in items)
            self.given.emit(refs, other_way)
            self.hide()

    def _leave(self) -> None:
        self.left.emit()
        self.hide()
