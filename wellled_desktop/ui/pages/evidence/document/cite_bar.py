"""One bar beneath what is read: a citation, filled in, with its quote, the session it is written in, and tags. Enter writes it.

Signals of CiteBar: `wanted(CiteWanted)`; `refused(str)` with a sentence; `left()` on Esc.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.inspection.citing import (
    Citation,
    citations_in,
    of_files,
    quoted,
    session_to_cite_in,
    with_quote,
    with_signs,
)
from wellled_desktop.inspection.read_models import EvidenceEntry, Session
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.speaking import session_words
from wellled_desktop.ui.kit.words import in_words
from wellled_desktop.ui.pages.evidence.node_field import NodeField

_SHOWN_OF_A_SESSION = 24


class CiteWanted(msgspec.Struct, frozen=True):
    """The words of the line; `session` is "" where a new one is to be begun for it.

    `cited` is what is to be looked up in the document first, None where it was taken from there, or is to be kept regardless.
    """

    said: str
    text: str
    session: str
    tags: tuple[str, ...]
    cited: Citation | None


class CiteBar(QFrame):
    wanted = Signal(object)
    refused = Signal(str)
    left = Signal()

    def __init__(self, index: NodeIndex, nodes: frozenset[str], titles: dict[str, str]) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._titles = titles
        self._entry: EvidenceEntry | None = None
        self._citation = Citation("")
        self._quote = ""
        self._as_read = False
        self._objection = ""
        self._none_begun = False
        self._told = paragraph("")
        self.said = QLineEdit()
        self.said.setAccessibleName(self.tr("What is cited: entry, page, paragraph"))
        self.file = QComboBox()
        self.file.setAccessibleName(self.tr("Which of the entry's files is cited"))
        self.file.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.file.setMinimumContentsLength(_SHOWN_OF_A_SESSION)
        self.quote = QLineEdit()
        self.quote.setPlaceholderText(self.tr("Quote, if you want one"))
        self.quote.setAccessibleName(self.tr("Quote, if you want one"))
        self.without = QPushButton(self.tr("Without &quote"))
        self.without.setToolTip(self.tr("Empty the quote, or put it back (Alt+Q)"))
        self.session = QComboBox()
        self.session.setAccessibleName(self.tr("The session the line is written in"))
        self.session.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.session.setMinimumContentsLength(_SHOWN_OF_A_SESSION)
        self.tags = NodeField(index, nodes)
        self.tags.setAccessibleName(self.tr("What the line is tagged with"))
        self.take_tags = QPushButton(self.tr("Tags of the entr&y"))
        self.write = QPushButton(self.tr("Write the line"))
        self.write.setProperty("kind", "primary")
        self.write.setToolTip(self.tr("Write the citation into the session (Enter in any field)"))
        self.anyway = QPushButton(self.tr("Write it any&way"))
        self.anyway.setToolTip(self.tr("Write the line as it is, though the document was read otherwise (Alt+W)"))
        self.anyway.hide()
        self.close_it = QPushButton(self.tr("Back"))
        self.close_it.setToolTip(self.tr("Write nothing (Esc)"))
        self._build()
        self._connect()
        for button in (self.without, self.take_tags, self.anyway, self.write, self.close_it):
            button.setAccessibleName(button.text().replace("&", ""))
        self.hide()

    def _build(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(6)
        rows: tuple[tuple[str, QWidget, QWidget | None], ...] = (
            (self.tr("Cite"), self.said, None),
            (self.tr("File"), self.file, None),
            (self.tr("Quote"), self.quote, self.without),
            (self.tr("Sessi&on"), self.session, None),
            (self.tr("Tags"), self.tags, self.take_tags),
        )
        for row, (words, field, beside) in enumerate(rows):
            name = label(words, "muted")
            name.setBuddy(field)
            if field is self.file:
                self._file_words = name
            form.addWidget(name, row, 0)
            form.addWidget(field, row, 1)
            if beside is not None:
                form.addWidget(beside, row, 2)
        form.setColumnStretch(1, 1)
        ends = QHBoxLayout()
        ends.setSpacing(8)
        ends.addStretch(1)
        ends.addWidget(self.close_it)
        ends.addWidget(self.anyway)
        ends.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self._told)
        column.addLayout(form)
        column.addLayout(ends)

    def _connect(self) -> None:
        for field in (self.said, self.quote, self.tags):
            field.returnPressed.connect(self._give)
            field.textEdited.connect(self._take_objection_away)
        self.write.clicked.connect(lambda _checked: self._give())
        self.anyway.clicked.connect(lambda _checked: self._give(anyway=True))
        self.close_it.clicked.connect(self._leave)
        self.without.clicked.connect(self._turn_quote)
        self.take_tags.clicked.connect(self._turn_tags)
        self.quote.textEdited.connect(self._keep_quote)
        self.file.currentIndexChanged.connect(self._name_file)

    @property
    def told(self) -> str:
        return "" if self._told.isHidden() else self._told.text()

    def begin(
        self,
        entry: EvidenceEntry,
        citation: Citation,
        sessions: Sequence[Session],
        files: Sequence[str] = (),
        *,
        as_read: bool = False,
    ) -> None:
        """Filled in; the session is the one under way, else the one begun last, else a new one.

        `files` are the names of the entry's files: one of them is named where there are several. `as_read` says that the
        citation was taken from the document on show, so that only what is changed in it has to be looked up.
        """
        self._entry, self._as_read, self._objection = entry, as_read, ""
        self._citation = of_files(citation, len(files))
        self._quote = quoted(citation.quote)
        self.said.setText(self._citation.place)
        self._offer_files(tuple(files))
        self._put_quote(self._quote)
        self.tags.clear()
        self.tags.setPlaceholderText(self.tr("Ids, or # and words; none for now is fine"))
        self.take_tags.setEnabled(bool(entry.nodes))
        self.take_tags.setToolTip(
            self.tr("Tag the line with what %1 is linked to: %2 (Alt+Y)")
            .replace("%1", entry.ref)
            .replace("%2", ", ".join(entry.nodes) or self.tr("nothing yet"))
        )
        self._offer_sessions(tuple(sessions))
        self.show()
        self.said.setCursorPosition(len(self.said.text()))
        first = self.file if self._lacks_file() else self.said
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_files(self, files: tuple[str, ...]) -> None:
        """Nothing to choose where there is one file or none."""
        several = len(files) > 1
        with QSignalBlocker(self.file):
            self.file.clear()
            self.file.addItem(self.tr("No one file of them"), "")
            for name in dict.fromkeys(files):
                self.file.addItem(name, name)
            self.file.setCurrentIndex(max(0, self.file.findData(self._citation.file)))
        for widget in (self._file_words, self.file):
            widget.setVisible(several)

    def _lacks_file(self) -> bool:
        """Whether a page is cited, and not said of which file."""
        return not self.file.isHidden() and self._citation.page is not None and not self._citation.file

    def _name_file(self, _index: int) -> None:
        """In the citation as it was put; what was typed after it stays."""
        before = self._citation.place
        self._citation = msgspec.structs.replace(self._citation, file=self.file.currentData())
        said = self.said.text()
        if said.startswith(before):
            self.said.setText(self._citation.place + said.removeprefix(before))
        self._take_objection_away()

    def _offer_sessions(self, sessions: tuple[Session, ...]) -> None:
        chosen = session_to_cite_in(sessions)
        begun = [one for one in sessions if one.started_at is not None]
        planned = [one for one in sessions if one.started_at is None]
        self.session.clear()
        for one in (*reversed(begun), *planned):
            words = f"{one.ref} {in_words(one.kind)}: {session_words(one, self._titles)} ({one.state})"
            self.session.addItem(words, one.id)
        self.session.addItem(self.tr("A new session for reading, begun now"), "")
        self.session.setCurrentIndex(self.session.findData(chosen.id if chosen is not None else ""))
        self._none_begun = chosen is None
        self._tell()

    def object_to(self, sentence: str) -> None:
        """Nothing was written, for the document was read otherwise; a key writes it as it is."""
        self._objection = sentence
        self._tell()

    def _take_objection_away(self, _typed: str = "") -> None:
        self.object_to("")

    def _tell(self) -> None:
        told = []
        if self._objection:
            words = self.tr("%1 Nothing was written. Alt+W writes it as it is.")
            told.append(words.replace("%1", self._objection))
        if self._lacks_file():
            told.append(
                self.tr("%1 has several files: say in which one the page is.").replace("%1", self._citation.ref)
            )
        if self._none_begun:
            told.append(
                self.tr("No session has begun yet. Enter begins one for reading, of nobody, and writes the line in it.")
            )
        self._told.setText(" ".join(told))
        self._told.setVisible(bool(told))
        self.anyway.setVisible(bool(self._objection))

    def _put_quote(self, quote: str) -> None:
        """With its beginning in view."""
        self.quote.setText(quote)
        self.quote.setCursorPosition(0)

    def _keep_quote(self, typed: str) -> None:
        self._quote = typed or self._quote

    def _turn_quote(self) -> None:
        self._take_objection_away()
        self._put_quote("" if self.quote.text() else self._quote)
        self.quote.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn_tags(self) -> None:
        nodes = self._entry.nodes if self._entry is not None else ()
        self.tags.set_nodes(() if self.tags.nodes() == nodes else nodes)
        self.tags.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _give(self, *, anyway: bool = False) -> None:
        if self._entry is None or not self.isVisible() or self.tags.popup.isVisible():  # Enter takes what is offered
            return
        said, unknown = with_signs(" ".join(self.said.text().split())), self.tags.unknown()
        if self._entry.ref not in [one.ref for one in citations_in(said)]:
            words = self.tr(
                "The citation has to name %1, so that the line is found from the entry; nothing was written."
            )
            self.refused.emit(words.replace("%1", self._entry.ref))
        elif unknown:
            words = self.tr("“%1” is not in the framework; nothing was written.")
            self.refused.emit(words.replace("%1", unknown[0][:40]))
        else:
            text = with_quote(said, self.quote.text())
            cited = None if anyway else self._to_look_up(said, self._entry.ref)
            self.wanted.emit(CiteWanted(said, text, self.session.currentData(), self.tags.nodes(), cited))

    def _to_look_up(self, said: str, ref: str) -> Citation | None:
        place = next(one for one in citations_in(said) if one.ref == ref)
        cited = msgspec.structs.replace(place, quote=place.quote or self.quote.text())
        put = self._citation
        unchanged = place.place == put.place and cited.quote in ("", quoted(put.quote))
        return None if self._as_read and unchanged else cited

    def _leave(self) -> None:
        self.left.emit()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter in a field was taken there; on the lists it writes the line as well."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.session.hasFocus() or self.file.hasFocus():
                self._give()
        else:
            super().keyPressEvent(event)
