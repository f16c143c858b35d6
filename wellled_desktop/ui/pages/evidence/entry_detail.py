"""The chosen evidence entry in full, each linked node a way to its KLOE.

Signals of EntryDetail: `go(Place)`.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import Pack, node_texts
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.words import clock_time, day_in_words, in_words
from wellled_desktop.ui.places import Place


class EntryDetail(QScrollArea):
    go = Signal(object)

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = node_texts(pack)
        self._ref = label("", "node-id")
        self._title = paragraph("", "heading")
        self._facts = paragraph("", "muted")
        self._remarks = paragraph("")
        self._linked = label("", "subheading")
        self._links = QVBoxLayout()
        self._links.setSpacing(4)
        page = QWidget()
        page.setProperty("kind", "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 0, 8, 16)
        layout.setSpacing(8)
        for widget in (self._ref, self._title, self._facts, self._remarks, self._linked):
            layout.addWidget(widget)
        layout.addLayout(self._links)
        layout.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_entry(None)

    def show_entry(self, entry: EvidenceEntry | None) -> None:
        self._drop_links()
        self._ref.setText(entry.ref if entry else "")
        self._title.setText(entry.title if entry else "")
        self._facts.setText(self._facts_of(entry) if entry else self.tr("Choose an entry to see all of it."))
        self._remarks.setText(entry.remarks if entry else "")
        for widget in (self._ref, self._title, self._remarks):
            widget.setVisible(bool(widget.text()))
        nodes = entry.nodes if entry else ()
        self._linked.setText(self.tr("Linked to") if nodes else self.tr("Not linked to the framework yet"))
        self._linked.setVisible(entry is not None)
        before: QWidget = self
        for node in nodes:
            link = self._add_link(node)
            QWidget.setTabOrder(before, link)  # what is made later would else come after all the rest of the window
            before = link

    def take_focus(self) -> None:
        """To the first link, if there is one."""
        link = self.findChild(QPushButton)
        if isinstance(link, QPushButton):
            link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_link(self, node: str) -> QPushButton:
        button = QPushButton(node)
        button.setProperty("kind", "link")
        button.setAccessibleName(f"{node}: {self._texts.get(node, '')}")
        button.setToolTip(self.tr("Open %1 on its page (Space)").replace("%1", node))
        button.clicked.connect(partial(self._open, node))
        self._links.addWidget(button)
        self._links.addWidget(paragraph(self._texts.get(node, ""), "muted"))
        return button

    def _open(self, node: str) -> None:
        self.go.emit(Place("kloe", node.split(".", maxsplit=1)[0], node))

    def _drop_links(self) -> None:
        while (item := self._links.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()

    def _facts_of(self, entry: EvidenceEntry) -> str:
        recorded = self.tr("Recorded %1, %2, by %3").replace("%1", day_in_words(entry.day))
        recorded = recorded.replace("%2", clock_time(entry.recorded_at)).replace("%3", entry.author)
        facts = [in_words(entry.source_kind).capitalize()]
        if entry.owner:
            facts.append(self.tr("From: %1").replace("%1", entry.owner))
        if entry.dated:
            facts.append(self.tr("Dated %1").replace("%1", day_in_words(entry.dated)))
        return "\n".join((*facts, recorded))
