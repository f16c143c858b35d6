"""What the Evidence page does with a document: shows it in place of the log, opens or exports a copy, cites it.

Signals of DocumentDesk: `go(Place)`; `notice(str)` with a sentence.
"""

from functools import partial

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from wellled_desktop.inspection.citing import Citation
from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.store import weighing_reading
from wellled_desktop.ui.kit.offer_bar import OfferBar
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.attachments.part import AttachmentsPart
from wellled_desktop.ui.pages.evidence.document.citing import Citing
from wellled_desktop.ui.pages.evidence.document.copies import Copies
from wellled_desktop.ui.pages.evidence.document.exporting import Exporting
from wellled_desktop.ui.pages.evidence.document.places import DocumentPlace
from wellled_desktop.ui.pages.evidence.document.view import DocumentView
from wellled_desktop.ui.pages.evidence.log_view import LogView
from wellled_desktop.ui.pages.evidence.reading.part import ReadingPlanPart
from wellled_desktop.ui.places import Place


class DocumentDesk(QWidget):
    """Holds the page's `tabs` and, in their place while one is shown, the view of a document; beneath them its bars."""

    go = Signal(object)
    notice = Signal(str)

    def __init__(self, opened: Opened, tabs: QWidget, offer: OfferBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._tabs = tabs
        self._wanted: DocumentPlace | None = None
        self._before: QWidget | None = None
        self.view: DocumentView | None = None
        self.copies = Copies(opened.bridge, self)
        self.exporting = Exporting(opened.bridge, self)
        self.citing = Citing(opened, offer, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._stack, 1)
        column.addWidget(self.exporting.bar)
        column.addWidget(self.citing.bar)
        self.citing.go.connect(self.go)
        for part in (self.copies, self.exporting, self.citing):
            part.notice.connect(self.notice)
        for bar in (self.exporting, self.citing):
            bar.left.connect(self._give_focus_back)

    # The document on show

    @property
    def is_shown(self) -> bool:
        """Whether a document is in place of the tabs."""
        return self._stack.currentWidget() is not self._tabs

    def present_place(self) -> Place | None:
        """None while no document is shown, nor on its way."""
        if self._wanted is not None:
            return DocumentPlace(self._wanted.entry, self._wanted.attachment, self._wanted.page).place
        here = self.view.place if self.view is not None and self.is_shown else None
        return here.place if here is not None else None

    def panes(self) -> tuple[QWidget, ...]:
        """Those of the document on show; none while the tabs are there."""
        if self.view is None or not self.is_shown:
            return ()
        return tuple(pane for pane in (self.view.picture, self.view.text) if pane.isVisible())

    def show_place(self, wanted: DocumentPlace) -> None:
        """Shows the document at its page, as soon as it is known."""
        self._wanted = wanted
        question = partial(weighing_reading.attachments, attachment_id=wanted.attachment, retracted=True)
        self._opened.bridge.ask(self, question, partial(self._show_found, wanted))

    def _show_found(self, wanted: DocumentPlace, found: tuple[Attachment, ...]) -> None:
        if wanted is not self._wanted:
            return
        self._wanted = None
        for attachment in found:
            self.preview(attachment, wanted.page, wanted.words)
        if not found:
            self.notice.emit(self.tr("This document is not in the record; its entry may be."))

    def preview(self, attachment: Attachment, page: int = 0, looked_for: str = "") -> None:
        if not self.is_shown:
            self._before = self.window().focusWidget()
        view = self.view = self.view or self._made()
        view.show_document(attachment, page, looked_for)
        self._stack.setCurrentWidget(view)
        view.take_focus()

    def stays_at(self, place: Place) -> bool:
        """Whether the document on show stays, as the page is only come back to. It goes where one goes to something else."""
        if self.is_shown and self.view is not None and place == Place("evidence"):
            self.view.take_focus()
            return True
        self.close_document()
        return False

    def begin_in(self, log: LogView, plan: ReadingPlanPart) -> None:
        """C cites the chosen entry as a whole and P plans who reads it, where no form has the keys."""
        plan.cite_wanted.connect(self.cite)
        for place in (log.table, log.detail):
            for key, act in (("C", lambda: self.cite(log.chosen_id())), ("P", plan.begin_plan)):
                shortcut = QShortcut(QKeySequence(key), place)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(act)

    def serve(self, part: AttachmentsPart) -> None:
        """Shows, opens and exports what is chosen of an entry's attachments."""
        part.preview_wanted.connect(self.preview)
        part.open_wanted.connect(self.copies.open)
        part.export_wanted.connect(self.export)

    def _made(self) -> DocumentView:
        """When it is first wanted."""
        view = DocumentView(self._opened.bridge)
        view.left.connect(self.back)
        view.cite_wanted.connect(self._cite_chosen)
        view.open_wanted.connect(self.copies.open)
        view.export_wanted.connect(self.export)
        self._stack.addWidget(view)
        return view

    def back(self) -> None:
        """To the tabs, and to what had the focus there."""
        self.close_document()
        self._to_tabs()

    def close_document(self) -> None:
        self._wanted = None
        self._stack.setCurrentWidget(self._tabs)

    # Copies and citing

    def export(self, attachment: Attachment) -> None:
        self._remember_focus()
        self.exporting.begin(attachment)

    def cite(self, entry_id: str, citation: Citation | None = None, *, as_read: bool = False) -> None:
        """An entry as a whole, or what of it the citation says; `as_read` in the document on show."""
        self._remember_focus()
        self.citing.begin(entry_id, citation, as_read=as_read)

    def _cite_chosen(self) -> None:
        if self.view is not None and self.view.attachment is not None:
            self.cite(self.view.attachment.entry_id, self.view.citation(), as_read=True)

    def _remember_focus(self) -> None:
        if not self.is_shown:
            self._before = self.window().focusWidget()

    def _give_focus_back(self) -> None:
        if self.view is not None and self.is_shown:
            self.view.take_focus()
        else:
            self._to_tabs()

    def _to_tabs(self) -> None:
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._tabs.setFocus(Qt.FocusReason.OtherFocusReason)
