"""The list of an entry's attachments with what can be done with the chosen one, each with its key.

Signals of AttachmentList: `preview_wanted(Attachment)`, `open_wanted(Attachment)`, `export_wanted(Attachment)`;
`wanted(command)` with NoteNecessity, RetractAttachment or RestoreAttachment.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.commands import NoteNecessity, RestoreAttachment, RetractAttachment
from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.ui.attaching.identifying import may_identify
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.into_view import bring_into_view
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.kit.reason_row import ReasonRow
from wellled_desktop.ui.kit.record_table import RecordTable
from wellled_desktop.ui.kit.table_keys import TableKeys
from wellled_desktop.ui.pages.evidence.attachments.attachment_model import GIVE_WAY, SAMPLES, WIDE, AttachmentModel
from wellled_desktop.ui.pages.evidence.attachments.attachment_words import (
    Listed,
    breakable,
    facts_of,
    lacks_necessity,
)

_MOST_ROWS = 8
_LEAST_CHARACTERS = 32


class AttachmentList(QWidget):
    preview_wanted = Signal(object)
    open_wanted = Signal(object)
    export_wanted = Signal(object)
    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: tuple[Attachment, bool] | None = None
        self.model = AttachmentModel(self)
        self.table = RecordTable(self.tr("Attachments of the entry"), self.model, wide=WIDE)
        self.table.set_widths(SAMPLES, give_way=GIVE_WAY, least=_LEAST_CHARACTERS)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names that begin alike are told apart by their ends
        self.table.chosen.connect(lambda _row: self._show_chosen())
        self.table.opened.connect(lambda _row: self._preview())
        keys = {
            Qt.Key.Key_O: self._open,
            Qt.Key.Key_X: self._export,
            Qt.Key.Key_N: self.ask_necessity,
            Qt.Key.Key_Delete: self._ask_reason,
        }
        TableKeys(self.table, keys)
        self._name = paragraph("")
        self._facts = paragraph("", "muted")
        self.preview = self._button("Enter", self._preview, self.tr("Preview"), self.tr("Show it here"))
        read_only = self.tr("Open a read-only copy in another program")
        self.open = self._button("O", self._open, self.tr("Open a copy"), read_only)
        self.export = self._button("X", self._export, self.tr("Export…"), self.tr("Write a copy to a place you choose"))
        necessary = self.tr("Note why it was necessary, where a patient may be recognised in it")
        self.necessity = self._button("N", self.ask_necessity, self.tr("Why necessary…"), necessary)
        self.retract = self._button("Delete", self._ask_reason, "", "")
        self.reason = ReasonRow()
        self.reason.given.connect(self._give)
        self.reason.left.connect(self.take_focus)
        self._acts = QWidget()
        row = FlowLayout(8, self._acts)
        for button in (self.preview, self.open, self.export, self.necessity, self.retract):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.table, self._name, self._facts, self._acts, self.reason):
            column.addWidget(widget)
        self.show_listed(())

    def _button(self, key: str, act: Callable[[], None], words: str, what: str) -> QPushButton:
        made = QPushButton(words)
        made.setAccessibleName(words or self.tr("Retract"))
        made.setToolTip(f"{what} ({key})")
        made.clicked.connect(lambda _checked: act())
        return made

    def show_listed(self, listed: tuple[Listed, ...]) -> None:
        """What was chosen stays so; where it is gone, what is now in its place."""
        row, kept = self.table.currentIndex().row(), self.selected()
        self.model.show_listed(listed)
        at = self.model.row_of(kept.id) if kept is not None else -1
        self.table.choose_row(at if at >= 0 else min(max(row, 0), len(listed) - 1))
        self.table.setVisible(bool(listed))
        rows = min(len(listed), _MOST_ROWS) * self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(rows + self.table.horizontalHeader().sizeHint().height() + 4)
        self._show_chosen()

    def show_unread(self, unread: Mapping[str, str]) -> None:
        self.model.show_unread(unread)
        self._show_chosen()

    def selected(self) -> Attachment | None:
        listed = self.model.at(self.table.currentIndex().row())
        return listed.attachment if listed is not None else None

    @property
    def name(self) -> str:
        """That of the chosen one, in full."""
        return self._name.accessibleName()

    @property
    def facts(self) -> str:
        """What is said of the chosen one."""
        return self._facts.text()

    def take_focus(self) -> None:
        if not self.table.isHidden():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chosen(self) -> None:
        listed = self.model.at(self.table.currentIndex().row())
        self._acts.setVisible(listed is not None)
        for words in (self._name, self._facts):
            words.setVisible(listed is not None)
        if self._asked is not None and (listed is None or listed.attachment.id != self._asked[0].id):
            self._asked = None
            self.reason.hide()
        if listed is None:
            return
        one = listed.attachment
        standing = one.retracted_at is None
        self._name.setText(breakable(one.name))
        self._name.setAccessibleName(one.name)
        self._facts.setText(facts_of(listed))
        self.necessity.setVisible(standing and (may_identify(one) or bool(one.necessity)))
        self.retract.setText(self.tr("Retract…") if standing else self.tr("Put back…"))
        away = self.tr("Take it off the entry, with a reason; it is kept and can be put back (Delete)")
        self.retract.setToolTip(away if standing else self.tr("Put it back on the entry, with a reason (Delete)"))
        for button in (self.preview, self.open, self.export, self.necessity, self.retract):
            button.setAccessibleName(f"{one.name}: {button.text()}")

    # Acting

    def _preview(self) -> None:
        self._emit(self.preview_wanted.emit)

    def _open(self) -> None:
        self._emit(self.open_wanted.emit)

    def _export(self) -> None:
        self._emit(self.export_wanted.emit)

    def _emit(self, emit: Callable[[Attachment], None]) -> None:
        one = self.selected()
        if one is not None:
            emit(one)

    def ask_necessity(self) -> None:
        """Of the chosen one; where it is none that a patient may be recognised in, of the first of those not noted yet."""
        one = self.selected()
        if one is not None and not (may_identify(one) or one.necessity):
            lacking = (at for at, listed in enumerate(self.model.listed) if lacks_necessity(listed.attachment))
            self.table.choose_row(next(lacking, self.table.currentIndex().row()))
            one = self.selected()
        if one is None or one.retracted_at is not None:
            return
        self._asked = (one, True)
        why = self.tr("Why was “%1” necessary, if a patient may be recognised in it?").replace("%1", one.name)
        if one.necessity:
            why = f"{why} {self.tr('So far: %1').replace('%1', one.necessity)}"
        self._ask(why)

    def _ask_reason(self) -> None:
        one = self.selected()
        if one is None:
            return
        self._asked = (one, False)
        away = self.tr("Why is “%1” retracted? It is kept, and can be put back.")
        why = away if one.retracted_at is None else self.tr("Why is “%1” put back?")
        self._ask(why.replace("%1", one.name))

    def _ask(self, why: str) -> None:
        self.reason.ask(why)
        bring_into_view(self.reason)

    def _give(self, reason: str) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self.wanted.emit(_command(asked[0], reason, of_necessity=asked[1]))
        self.take_focus()


def _command(
    one: Attachment, reason: str, *, of_necessity: bool
) -> NoteNecessity | RetractAttachment | RestoreAttachment:
    if of_necessity:
        return NoteNecessity(one.id, reason)
    return RetractAttachment(one.id, reason) if one.retracted_at is None else RestoreAttachment(one.id, reason)
