"""A document on show, in place of the log: the picture of a page, and beside it its words by paragraph.

Signals of DocumentView: `left()` on Esc; `turned()` when another page is on show; `cite_wanted()`, `open_wanted(Attachment)`,
`export_wanted(Attachment)`.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from wellled_desktop.exchange.file_names import shown_name
from wellled_desktop.inspection.citing import Citation
from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.pages.evidence.document.page_field import PageField
from wellled_desktop.ui.pages.evidence.document.page_picture import PagePicture
from wellled_desktop.ui.pages.evidence.document.paragraph_text import ParagraphText
from wellled_desktop.ui.pages.evidence.document.places import DocumentPlace, LeftAt
from wellled_desktop.ui.pages.evidence.document.reading import DocumentReading
from wellled_desktop.ui.pages.evidence.document.shown import ShownDocument, ShownPage, ShownParagraph


class DocumentView(QWidget):
    """The process that reads the document lives while the view is on show, and no longer."""

    left = Signal()
    turned = Signal()
    cite_wanted = Signal()
    open_wanted = Signal(object)
    export_wanted = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attachment: Attachment | None = None
        self.page = 1
        self._document: ShownDocument | None = None
        self.looked_for = ""
        self._from_below = False
        self._left_at: dict[str, LeftAt] = {}
        self._text_shown: tuple[int, tuple[ShownParagraph, ...], str] | None = None
        self.reading = DocumentReading(bridge, self)
        self.title = label("", "heading")
        self.pages = PageField()
        self.picture = PagePicture()
        self.text = ParagraphText()
        self._told = paragraph("")
        self.back = self._button(self.tr("Back to the log"), "Esc", self.tr("Go back to where you were"))
        self.out = self._button("−", "-", self.tr("Draw it smaller"))
        self.into = self._button("+", "+", self.tr("Draw it larger"))
        self.fit = self._button(self.tr("Fit"), "0", self.tr("Draw it as large as fits"))
        self.cite = self._button(self.tr("Cite…"), "C", self.tr("Put the chosen paragraph, or the words, into a line"))
        self.copy = self._button(self.tr("Open a copy"), "O", self.tr("Open a read-only copy in another program"))
        self.export = self._button(self.tr("Export…"), "X", self.tr("Write a copy to a place of your choice"))
        self._build()
        self._connect()

    def _button(self, words: str, keys: str, what: str) -> QPushButton:
        made = QPushButton(words)
        made.setToolTip(f"{what} ({keys})")
        made.setAccessibleName(what)
        return made

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        self.title.setMinimumWidth(40)
        head.addWidget(self.title, 1)
        bar = FlowLayout(8)
        for widget in (self.pages, self.out, self.into, self.fit, self.cite, self.copy, self.export):
            bar.addWidget(widget)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.picture)
        self.splitter.addWidget(self.text)
        self.splitter.setSizes([600, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self._told)
        column.addWidget(self.splitter, 1)
        column.addStretch(0)
        self._told.hide()

    def _connect(self) -> None:
        self.reading.opened.connect(self._on_opened)
        self.reading.failed.connect(self._on_failed)
        self.reading.came.connect(self._on_came)
        self.picture.width_wanted.connect(self._want)
        self.text.beyond.connect(self._turn_by_text)
        self.text.chosen_changed.connect(self._mark_chosen)
        self.pages.page_wanted.connect(self.turn_to)
        self.pages.left.connect(self.take_focus)
        self.back.clicked.connect(self.left)
        self.out.clicked.connect(lambda: self.picture.zoom_by(-1))
        self.into.clicked.connect(lambda: self.picture.zoom_by(1))
        self.fit.clicked.connect(lambda: self.picture.zoom_by(0))
        self.cite.clicked.connect(self.cite_wanted)
        self.copy.clicked.connect(lambda: self.open_wanted.emit(self.attachment))
        self.export.clicked.connect(lambda: self.export_wanted.emit(self.attachment))

    # What is on show

    @property
    def told(self) -> str:
        """What is said in place of the document, or of what is not shown of it."""
        return "" if self._told.isHidden() else self._told.text()

    @property
    def place(self) -> DocumentPlace | None:
        if self.attachment is None:
            return None
        return DocumentPlace(self.attachment.entry_id, self.attachment.id, self.page)

    def citation(self) -> Citation | None:
        """Of the paragraph, or the words, that are chosen; of a picture, or where nothing could be read, of the whole.

        With the name of the file, whether or not it is the only one of its entry.
        """
        if self.attachment is None:
            return None
        numbered = self._document is not None and self._document.numbered
        chosen = self.text.chosen()
        number, words = chosen if chosen is not None else (None, "")
        name = shown_name(self.attachment.name)
        return Citation(self.attachment.entry_ref, self.page if numbered else None, number, words, name)

    def show_document(self, attachment: Attachment, page: int = 0, looked_for: str = "") -> None:
        """At a page, or 0 for where one was in it last; the words `looked_for` are marked in its text."""
        left_at = self._left_at.get(attachment.id)
        page = page or (left_at.page if left_at is not None else 1)
        same = self.attachment is not None and attachment.id == self.attachment.id and self._document is not None
        self.looked_for = looked_for
        self.attachment = attachment
        self.title.setText(f"{attachment.entry_ref} {shown_name(attachment.name)}")
        self.title.setToolTip(self.title.text())
        if same and self._document is not None:
            self.page = min(page, self._document.pages)
            self._want()
            return
        self.page, self._document, self._text_shown = page, None, None
        self._hide_what_is_drawn()
        self.text.setAccessibleName(self.tr("Words, being read"))
        self.picture.setAccessibleName(self.tr("Picture, being drawn"))
        self._tell(self.tr("The document is being opened…"))
        self.reading.open(attachment)

    def _on_opened(self, document: ShownDocument) -> None:
        self._document = document
        self.page = min(self.page, document.pages)
        drawn = document.kind != "words"
        self.picture.begin(whole=document.kind == "picture")
        for widget in (self.picture, self.out, self.into, self.fit):
            widget.setVisible(drawn)
        self.text.setVisible(document.kind != "picture")
        self.pages.setVisible(document.pages > 1 or document.kind == "pages")
        in_full = self.tr(
            "These are the words alone: another program shows the document in full (O opens a copy in it)."
        )
        self._tell(" ".join(part for part in (document.told, "" if drawn else in_full) if part))
        self.splitter.show()
        self._want()
        self.take_focus()

    def _on_failed(self, sentence: str) -> None:
        self._document = None
        self._hide_what_is_drawn()
        self._tell(sentence)

    def _hide_what_is_drawn(self) -> None:
        """With what makes it larger and smaller: there is nothing to see."""
        for widget in (self.splitter, self.pages, self.out, self.into, self.fit):
            widget.hide()

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    # Pages

    def turn_to(self, page: int) -> None:
        """Nothing beyond the first and the last."""
        if self._document is not None and 1 <= page <= self._document.pages and page != self.page:
            self.page, self.looked_for = page, ""
            self._want()
            self.turned.emit()

    def _turn_by_text(self, by: int) -> None:
        self._from_below = by < 0
        self.turn_to(self.page + by)

    def _want(self, _width: int = 0) -> None:
        if self._document is None:
            return
        self.pages.show_page(self.page, self._document.pages, numbered=self._document.kind != "words")
        self.reading.want(self.page, 0 if self._document.kind == "words" else self.picture.wanted_width())

    def _on_came(self, page: ShownPage) -> None:
        if self._document is None:
            return
        if self._document.kind != "words":
            self._tell(page.unreadable)
            self.picture.show_image(page.image)
        shown = (page.page, page.paragraphs, self.looked_for)
        if shown != self._text_shown:
            self._text_shown = shown
            self._show_text(page)
        self._from_below = False

    def _show_text(self, page: ShownPage) -> None:
        """Not anew where only the picture is drawn in another size: the chosen paragraph stays, as it does on coming back."""
        left_at = self._left_at.get(self.attachment.id) if self.attachment is not None else None
        if not self._from_below:
            self.picture.to_top()
        self.text.show_paragraphs(page.paragraphs, self.looked_for)
        self.text.setAccessibleName(self.tr("%1, by paragraphs").replace("%1", self.pages.words))
        self.text.setPlaceholderText(self.tr("There are no words on this page that can be read."))
        self.picture.setAccessibleName(self.tr("Picture of: %1").replace("%1", self.pages.words))
        running = " ".join(one.words for one in page.paragraphs if one.number is None)
        self.text.setAccessibleDescription(
            self.tr("Header and footer, without numbers: %1").replace("%1", running) if running else ""
        )
        if self._from_below:
            self.text.choose_last()
        elif left_at is not None and left_at.page == self.page and self.looked_for in ("", left_at.looked_for):
            self.text.choose(left_at.paragraph)

    def _mark_chosen(self) -> None:
        """On the picture, where the paragraph that would be cited stands."""
        chosen = self.text.chosen_paragraph
        self.picture.mark(chosen.box if chosen is not None else None)
        is_here = self._text_shown is not None and self._text_shown[0] == self.page  # and not still the page before
        if self.attachment is not None and chosen is not None and is_here:
            self._left_at[self.attachment.id] = LeftAt(self.page, self.looked_for, self.text.chosen_place)

    # Keys

    def take_focus(self) -> None:
        """To the words where there are any."""
        for widget in (self.text, self.picture, self.copy):
            if not widget.isHidden() and not (widget is not self.copy and self.splitter.isHidden()):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if held or not self._take(event.key()):
            super().keyPressEvent(event)

    def _take(self, key: int) -> bool:
        last = self._document.pages if self._document is not None else 1
        keys = {
            Qt.Key.Key_PageUp: lambda: self.turn_to(self.page - 1),
            Qt.Key.Key_PageDown: lambda: self.turn_to(self.page + 1),
            Qt.Key.Key_Home: lambda: self.turn_to(1),
            Qt.Key.Key_End: lambda: self.turn_to(last),
            Qt.Key.Key_G: self.pages.begin,
            Qt.Key.Key_Minus: self.out.click,
            Qt.Key.Key_Plus: self.into.click,
            Qt.Key.Key_Equal: self.into.click,
            Qt.Key.Key_0: self.fit.click,
            Qt.Key.Key_C: self.cite.click,
            Qt.Key.Key_O: self.copy.click,
            Qt.Key.Key_X: self.export.click,
            Qt.Key.Key_Escape: self.left.emit,
        }
        if key not in keys:
            return False
        keys[Qt.Key(key)]()
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Hidden with its page, it was closed; it is opened again where it was."""
        super().showEvent(event)
        if self.attachment is not None and not self.reading.is_open and not event.spontaneous():
            self._reopen()

    def _reopen(self) -> None:
        attachment, self._document = self.attachment, None
        if attachment is not None:
            self.show_document(attachment, self.page, self.looked_for)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        if not event.spontaneous():  # else it is the window that was put away, and comes back as it was
            self.reading.close()
            self._document = None
