"""What an entry is linked to, each node a way to its page with a shape and a word for which way the entry points there; below it
the request it answers and the lines that cite it.

Signals of EntryLinks: `go(Place)`.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.inspection.read_models.entries import EntryWhole
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.pages.evidence.entry_words import direction, request_words
from wellled_desktop.ui.places import Place

_MOST_CITED = 20


class EntryLinks(QWidget):
    go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nodes: list[QPushButton] = []
        self.sources: list[QPushButton] = []
        self._linked = label("", "subheading")
        self._from = label(self.tr("Where it came from, and who cites it"), "subheading")
        self._node_rows, self._source_rows = _rows(), _rows()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._linked)
        layout.addLayout(self._node_rows)
        layout.addWidget(self._from)
        layout.addLayout(self._source_rows)

    def show_entry(self, entry: EvidenceEntry | None, texts: dict[str, str]) -> None:
        _drop(self._node_rows, self.nodes)
        _drop(self._source_rows, self.sources)
        self._from.hide()
        self._linked.setVisible(entry is not None)
        if entry is None:
            return
        self._linked.setText(self.tr("Linked to") if entry.nodes else self.tr("Not linked to the framework yet"))
        for node in entry.nodes:
            self._add_node(node, texts.get(node, ""), other_way=node in entry.other_way)

    def show_whole(self, whole: EntryWhole) -> None:
        _drop(self._source_rows, self.sources)
        request = whole.request
        if request is not None:
            self._add_source(
                self.tr("Answers %1").replace("%1", request.ref),
                request_words(request),
                Place("requests", selected=request.id),
            )
            if request.session and request.line and request.line_ref:
                words = self.tr("Asked for in %1").replace("%1", request.line_ref)
                self._add_source(words, "", Place("session", request.session, request.line))
        for line in whole.cited[:_MOST_CITED]:
            words = self.tr("Cited in %1").replace("%1", line.ref)
            self._add_source(words, line.text, Place("session", line.session_id, line.id))
        self._from.setVisible(bool(self.sources))

    def take_focus(self) -> None:
        """To the first link, if there is one."""
        first = next(iter((*self.nodes, *self.sources)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_node(self, node: str, text: str, *, other_way: bool) -> None:
        shape, word = direction(other_way=other_way)
        button = self._link(f"{node}  {shape} {word}", f"{node}, {word}: {text}")
        button.setToolTip(self.tr("Open %1 on its page (Space)").replace("%1", node))
        button.clicked.connect(partial(self._open, Place("kloe", node.split(".", maxsplit=1)[0], node)))
        self._put(self._node_rows, self.nodes, button, text)

    def _add_source(self, words: str, text: str, place: Place) -> None:
        button = self._link(words, f"{words}: {text}" if text else words)
        button.setToolTip(self.tr("Go there (Space)"))
        button.clicked.connect(partial(self._open, place))
        self._put(self._source_rows, self.sources, button, text)

    def _link(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", "link")
        button.setAccessibleName(name)
        return button

    def _put(self, rows: QVBoxLayout, buttons: list[QPushButton], button: QPushButton, text: str) -> None:
        before: QWidget = next(reversed((*self.nodes, *self.sources)), self)
        rows.addWidget(button)
        if text:
            rows.addWidget(paragraph(text, "muted"))
        buttons.append(button)
        QWidget.setTabOrder(before, button)  # what is made later would else come after all the rest of the window

    def _open(self, place: Place) -> None:
        self.go.emit(place)


def _rows() -> QVBoxLayout:
    rows = QVBoxLayout()
    rows.setSpacing(4)
    return rows


def _drop(rows: QVBoxLayout, buttons: list[QPushButton]) -> None:
    buttons.clear()
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
