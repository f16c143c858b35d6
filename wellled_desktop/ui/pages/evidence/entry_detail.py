"""The chosen evidence entry in full: its facts, what it is linked to and which way it points, where it came from, its history.

What belongs to an entry and is a matter of its own (its attachments, who reads which pages) is a part: a widget that is told
of each entry shown, put in with `add_part`.

Signals of EntryDetail: `go(Place)`.
"""

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import Pack, node_texts
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.inspection.read_models.entries import EntryWhole
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.pages.evidence.entry_actions import EntryActions
from wellled_desktop.ui.pages.evidence.entry_links import EntryLinks
from wellled_desktop.ui.pages.evidence.entry_words import facts_of, history_of


class Part(Protocol):
    """A widget in the detail that shows something of the entry chosen; None while none is."""

    def show_entry(self, entry: EvidenceEntry | None) -> None: ...


class EntryDetail(QScrollArea):
    go = Signal(object)

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry: EvidenceEntry | None = None
        self._texts = node_texts(pack)
        self._parts: list[Part] = []
        self._ref = label("", "node-id")
        self._title = paragraph("", "heading")
        self._withdrawn = paragraph("", "warning")
        self._facts = paragraph("", "muted")
        self._remarks = paragraph("")
        self.acts = EntryActions()
        self.links = EntryLinks()
        self.links.go.connect(self.go)
        self._history = paragraph("", "muted")
        self._history_title = label(self.tr("What was changed"), "subheading")
        self._places_of_parts = QVBoxLayout()
        self._places_of_parts.setSpacing(8)
        page = self.inside = QWidget()
        page.setProperty("kind", "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 0, 8, 16)
        layout.setSpacing(8)
        for widget in (self._ref, self._title, self._withdrawn, self._facts, self._remarks, self.acts, self.links):
            layout.addWidget(widget)
        layout.addLayout(self._places_of_parts)
        layout.addWidget(self._history_title)
        layout.addWidget(self._history)
        layout.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_entry(None)

    def adopt(self, pack: Pack) -> None:
        """The words of the framework's items are others now."""
        self._texts = node_texts(pack)
        self.links.show_entry(self.entry, self._texts)

    def add_part(self, part: QWidget) -> None:
        """Puts a widget that has `show_entry` below the links; parts stand in the order added."""
        assert hasattr(part, "show_entry")  # noqa: S101  # a Part; a Protocol and QWidget cannot both be asked for
        self._places_of_parts.addWidget(part)
        self._parts.append(part)
        part.show_entry(self.entry)

    def show_entry(self, entry: EvidenceEntry | None) -> None:
        """What is known of the entry at once, from its top; `show_whole` adds what has to be read."""
        another = entry is None or self.entry is None or entry.id != self.entry.id
        self.entry = entry
        self._ref.setText(entry.ref if entry else "")
        self._title.setText(entry.title if entry else "")
        self._facts.setText(facts_of(entry) if entry else self.tr("Choose an entry to see all of it."))
        self._remarks.setText(entry.remarks if entry else "")
        retracted = self.tr("Retracted: %1").replace("%1", entry.retraction_reason or "") if entry else ""
        self._withdrawn.setText(retracted if entry and entry.retracted_at else "")
        for widget in (self._ref, self._title, self._withdrawn, self._remarks):
            widget.setVisible(bool(widget.text()))
        self.acts.show_entry(entry)
        self.links.show_entry(entry, self._texts)
        if another:
            self._show_history("")
            self.verticalScrollBar().setValue(0)
        for part in self._parts:
            part.show_entry(entry)

    def show_whole(self, whole: EntryWhole) -> None:
        """What was read of the entry on show: its request, the lines that cite it, how it stood before."""
        if self.entry is None or whole.entry.id != self.entry.id:
            return
        self.links.show_whole(whole)
        self._show_history(history_of(whole))

    @property
    def facts(self) -> str:
        return self._facts.text()

    @property
    def history(self) -> str:
        """How it stood before each change; "" where nothing was changed."""
        return self._history.text()

    def _show_history(self, words: str) -> None:
        self._history.setText(words)
        for widget in (self._history, self._history_title):
            widget.setVisible(bool(words))

    def take_focus(self) -> None:
        """To the first link, if there is one."""
        self.links.take_focus()
