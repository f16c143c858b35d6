"""The attachments of the chosen entry: a part of the entry's detail.

Signals of AttachmentsPart: `preview_wanted(Attachment)`, `open_wanted(Attachment)`, `export_wanted(Attachment)`;
`files_wanted()`, `folder_wanted()` and `paste_wanted()` when something is to be attached; `notice(str)`.
"""

from collections.abc import Collection, Sequence
from contextlib import closing
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.exchange.file_names import shown_name
from wellled_desktop.inspection.commands import Command
from wellled_desktop.inspection.natural_order import natural_order
from wellled_desktop.inspection.read_models import Attachment, EvidenceEntry
from wellled_desktop.store.attachment_reading import Attached, attached_to
from wellled_desktop.store.errors import StoreError
from wellled_desktop.ui.attaching.words import files_words, size_words
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.following import Following
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.attachments.attachment_list import AttachmentList
from wellled_desktop.ui.pages.evidence.attachments.attachment_words import Listed, lacks_necessity
from wellled_desktop.vault.errors import VaultError


class AttachmentsPart(Following):
    preview_wanted = Signal(object)
    open_wanted = Signal(object)
    export_wanted = Signal(object)
    files_wanted = Signal()
    folder_wanted = Signal()
    paste_wanted = Signal()
    notice = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = opened.bridge
        self._entry: EvidenceEntry | None = None
        self._listed: tuple[Listed, ...] = ()
        self._to_choose = ""
        self._told = paragraph("", "muted")
        self._necessity = paragraph("")
        self.list = AttachmentList()
        self.list.preview_wanted.connect(self.preview_wanted)
        self.list.open_wanted.connect(self.open_wanted)
        self.list.export_wanted.connect(self.export_wanted)
        self.list.wanted.connect(self._do)
        files = self.tr("Attach files, or drop them here (Ctrl+Shift+A)")
        self.files = self._button(self.tr("Attach files…"), files, self.files_wanted)
        folder = self.tr("Attach all files of a folder, and of the folders in it (Ctrl+Shift+F)")
        self.folder = self._button(self.tr("Attach a folder…"), folder, self.folder_wanted)
        paste = self.tr("Attach the files, or the picture, that were copied (Ctrl+V)")
        self.paste = self._button(self.tr("Paste"), paste, self.paste_wanted)
        self.retracted = QCheckBox(self.tr("Show retracted a&ttachments"))
        self.retracted.setAccessibleName(self.tr("Show retracted attachments"))
        self.retracted.setToolTip(self.tr("Also the attachments that were retracted; each can be put back (Alt+T)"))
        self.retracted.toggled.connect(lambda _checked: self._show())
        self._build()
        self.follow(opened.bridge, frozenset(("attachment-",)))

    def _button(self, words: str, what: str, wanted: SignalInstance) -> QPushButton:
        made = QPushButton(words)
        made.setAccessibleName(words)
        made.setToolTip(what)
        made.clicked.connect(lambda _checked: wanted.emit())
        return made

    def _build(self) -> None:
        row = FlowLayout(8)
        for widget in (self.files, self.folder, self.paste, self.retracted):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Attachments"), "subheading"))
        for beneath in (self._told, self._necessity, self.list):
            column.addWidget(beneath)
        column.addLayout(row)

    @property
    def told(self) -> str:
        """How much is attached, or how to begin."""
        return self._told.text()

    @property
    def necessity_told(self) -> str:
        """That of something it is not noted why it was necessary; "" where there is nothing to say."""
        return "" if self._necessity.isHidden() else self._necessity.text()

    @property
    def entry(self) -> EvidenceEntry | None:
        return self._entry

    def selected_attachment(self) -> Attachment | None:
        return self.list.selected()

    def choose(self, attachment_id: str) -> None:
        """Makes it the chosen one, as soon as it is read."""
        self._to_choose = attachment_id
        self._show()

    def ask_necessity(self, wanted: str = "") -> None:
        """Opens the note of the file that is `wanted`, or else the chosen one, or the first, of those that lack it; it is told
        where none does.
        """
        if self._entry is not None:
            entry_id = self._entry.id
            then = partial(self._ask_necessity, entry_id, wanted)
            self._bridge.ask(self, partial(attached_to, entry_id=entry_id), then)

    def _ask_necessity(self, entry_id: str, wanted: str, found: Attached) -> None:
        """As it stands in the record: what was attached just now may not be listed yet."""
        if self._entry is None or entry_id != self._entry.id:
            return
        self._take(entry_id, found)
        chosen = self.list.selected()
        lacking = [one.attachment.id for one in self.list.model.listed if lacks_necessity(one.attachment)]
        first = [one for one in (wanted, chosen.id if chosen is not None else "") if one in lacking]
        if lacking:
            self.choose((*first, *lacking)[0])
            self.list.ask_necessity()
            return
        words = self.tr(
            "No file of %1 asks why it was necessary: it is noted, or it is none to recognise a patient in."
        )
        self.notice.emit(words.replace("%1", self._entry.ref))

    def take_focus(self) -> None:
        """To the list, or to what begins it."""
        if self.list.model.rowCount():
            self.list.take_focus()
        else:
            self.files.setFocus(Qt.FocusReason.OtherFocusReason)

    # Reading

    def show_entry(self, entry: EvidenceEntry | None) -> None:
        another = entry is None or self._entry is None or entry.id != self._entry.id
        self._entry = entry
        self.setVisible(entry is not None)
        if entry is None:
            return
        for button in (self.files, self.folder, self.paste):
            button.setVisible(entry.retracted_at is None)
            button.setAccessibleName(f"{entry.ref}: {button.text()}")
        if another:
            self._listed = ()
            self.refresh()
        self._show()

    def read(self) -> None:
        if self._entry is not None:
            entry_id = self._entry.id
            self._bridge.ask(self, partial(attached_to, entry_id=entry_id), partial(self._take, entry_id))

    def _take(self, entry_id: str, found: Attached) -> None:
        if self._entry is None or entry_id != self._entry.id:
            return
        in_order, also = found
        unread = {one.attachment.sha256: one.unread for one in self._listed}
        attached = sorted(in_order, key=lambda one: natural_order(one.name))
        self._listed = tuple(Listed(one, also.get(one.sha256, ()), unread.get(one.sha256, "")) for one in attached)
        self._show()
        job = partial(_unread, self._bridge, frozenset(one.sha256 for one in attached))
        if attached:
            self._bridge.work(self, job, partial(self._take_unread, entry_id), _unknown, lane="find")

    def _take_unread(self, entry_id: str, unread: dict[str, str]) -> None:
        if self._entry is not None and entry_id == self._entry.id:
            self._listed = tuple(
                Listed(one.attachment, one.also, unread.get(one.attachment.sha256, "")) for one in self._listed
            )
            self.list.show_unread(unread)

    def _show(self) -> None:
        standing = tuple(one for one in self._listed if one.attachment.retracted_at is None)
        self.retracted.setVisible(len(standing) < len(self._listed))
        self.list.show_listed(self._listed if self.retracted.isChecked() else standing)
        at = self.list.model.row_of(self._to_choose)
        if at >= 0:
            self.list.table.choose_row(at)
            self._to_choose = ""
        self._told.setText(self._words(standing))
        unnoted = [one.attachment for one in standing if lacks_necessity(one.attachment)]
        self._necessity.setText(self._unnoted_words(unnoted) if unnoted else "")
        self._necessity.setVisible(bool(unnoted) and len(standing) > 1)  # of one alone its facts say it

    def _words(self, standing: tuple[Listed, ...]) -> str:
        if standing:
            size = sum(one.attachment.size for one in standing)
            return f"{files_words(len(standing))}, {size_words(size)}"
        if self._entry is not None and self._entry.retracted_at is not None:
            return self.tr("Nothing is attached.")
        return self.tr(
            "Nothing is attached yet. Drop files or folders here, choose them with Ctrl+Shift+A, or paste them with "
            "Ctrl+V; a copied picture can be pasted too. They are kept encrypted with the inspection."
        )

    def _unnoted_words(self, unnoted: Sequence[Attachment]) -> str:
        words = (
            self.tr("In “%2” a patient may be recognised; N notes why it was necessary, if so.")
            if len(unnoted) == 1
            else self.tr("In %1 of them, first “%2”, a patient may be recognised; N notes why it was necessary, if so.")
        )
        return words.replace("%1", f"{len(unnoted):,}").replace("%2", shown_name(unnoted[0].name))

    def _do(self, command: Command) -> None:
        self._bridge.do(command, refused=self.notice.emit, owner=self)


def _unread(bridge: Bridge, among: Collection[str]) -> dict[str, str]:
    """On the thread for finding."""
    with closing(bridge.inspection.documents()) as documents:
        return documents.unread(among)


def _unknown(problem: Exception) -> None:
    """Why something is not in the search is only a help."""
    if not isinstance(problem, StoreError | VaultError | OSError):
        raise problem
