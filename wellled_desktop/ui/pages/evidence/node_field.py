"""A line for the ids of framework nodes, completed as one types: an id, or # and words of the node's text. Ctrl+Enter while
something is offered takes it and goes on to the form.

Signals of NodeField: those of QLineEdit.
"""

import re

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.ui.kit.completion import MOST_OFFERED, FoundDelegate, FoundModel, node_offers

_LAST = re.compile(r"(#[^#,;]*|[^\s,;#]+)$")
_SEPARATORS = re.compile(r"[\s,;#]+")
_POPUP_WIDTH = 480
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NodeField(QLineEdit):
    def __init__(self, index: NodeIndex, nodes: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self._ids = {node.casefold(): node for node in nodes}
        self._found = FoundModel(self)
        self._completer = QCompleter(self._found, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCompletionRole(Qt.ItemDataRole.DisplayRole)
        self._completer.setMaxVisibleItems(MOST_OFFERED)
        self._completer.setWidget(self)
        self.popup = QListView()
        self._completer.setPopup(self.popup)
        self.popup.installEventFilter(self)  # after the completer's, and so asked before it
        self.popup.setItemDelegate(FoundDelegate(self._found, self.popup))
        self.popup.setAccessibleName(self.tr("Framework items that match"))
        self._completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]  # not in PySide6's stubs
        self.textEdited.connect(self._offer)

    def adopt(self, nodes: frozenset[str]) -> None:
        """The framework has other items now; what is typed stays."""
        self._ids = {node.casefold(): node for node in nodes}

    def set_nodes(self, nodes: tuple[str, ...]) -> None:
        self.setText("".join(f"{node} " for node in nodes))

    def nodes(self) -> tuple[str, ...]:
        """The known ids in the field, each once, as the framework writes them."""
        known = (self._ids.get(word.casefold()) for word in self._tokens())
        return tuple(dict.fromkeys(node for node in known if node))

    def unknown(self) -> tuple[str, ...]:
        """What stands in the field and is no id."""
        return tuple(word for word in self._tokens() if word.casefold() not in self._ids)

    def offered(self) -> tuple[str, ...]:
        """The ids on offer, best first; none while the list does not show."""
        if not self.popup.isVisible():
            return ()
        nodes = (self._found.offer_at(row) for row in range(self._found.rowCount()))
        return tuple(node.id for node in nodes if node)

    def _tokens(self) -> list[str]:
        return [word for word in _SEPARATORS.split(self.text()) if word]

    def _offer(self, _text: str) -> None:
        match = _LAST.search(self.text()[: self.cursorPosition()])
        found = self._index.find(match.group(), MOST_OFFERED) if match else ()
        self._found.show_found(node_offers(found))
        if found:
            self._completer.complete(self._place())
            self.popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
        else:
            self.popup.hide()

    def _place(self) -> QRect:
        """As wide as ids and words need; of a field that stands far to the right further left, so that it is over the window."""
        window = self.window()
        left, width = self.mapTo(window, QPoint(0, 0)).x(), max(self.width(), min(_POPUP_WIDTH, window.width()))
        beyond = left + width - window.width()
        return QRect(-max(0, min(beyond, left)), 0, width, self.height())

    def _take(self, index: QModelIndex) -> None:
        node = self._found.offer_at(index.row())
        if node is None:
            return
        before = self.text()[: self.cursorPosition()]
        after = self.text()[self.cursorPosition() :]
        kept = _LAST.sub("", before)
        self.setText(f"{kept}{node.id} {after.lstrip()}")
        self.setCursorPosition(len(kept) + len(node.id) + 1)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The list has the keyboard while it shows, and would keep the Enter that is meant for the form."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _goes_on(event):
            QCoreApplication.sendEvent(self, event)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if _goes_on(event) and self.popup.isVisible():
            self._take_with_enter()
        super().keyPressEvent(event)

    def _take_with_enter(self) -> None:
        """An id that is typed out stays as it is, unless another was chosen."""
        chosen, token = self.popup.currentIndex(), _LAST.search(self.text()[: self.cursorPosition()])
        self.popup.hide()
        if chosen.row() or token is None or token.group().casefold() not in self._ids:
            self._take(chosen)


def _goes_on(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
