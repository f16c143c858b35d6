"""The fields of the form of an evidence entry: the usual few first, the rest under More. They are filled, read, and say what
cannot be taken; what becomes of it is the form's.
"""

import datetime as dt
from collections.abc import Collection

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.inspection.read_models import Request
from wellled_desktop.inspection.words import SOURCE_KINDS, SourceKind
from wellled_desktop.ui.kit.typed_day import day_from
from wellled_desktop.ui.kit.words import in_words
from wellled_desktop.ui.pages.evidence.entry_values import EntryValues
from wellled_desktop.ui.pages.evidence.entry_words import field_words, request_words
from wellled_desktop.ui.pages.evidence.field_problems import FieldProblems
from wellled_desktop.ui.pages.evidence.link_ways import LinkWays
from wellled_desktop.ui.pages.evidence.node_field import NodeField

_LEAST_CHARACTERS = 12


class Typed(msgspec.Struct, frozen=True):
    """What stands in the fields, as typed: also what is no day and no id."""

    title: str = ""
    source_kind: SourceKind = "document"
    owner: str = ""
    dated: str = ""
    nodes: str = ""
    other_way: tuple[str, ...] = ()
    remarks: str = ""
    period: str = ""
    received_on: str = ""
    received_how: str = ""
    request: str = ""


class EntryFields(QWidget):
    """Signals: `touched()` at each change of words by hand."""

    touched = Signal()

    def __init__(self, index: NodeIndex, nodes: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _line(500)
        self.kinds = QComboBox()
        for kind in SOURCE_KINDS:
            self.kinds.addItem(in_words(kind), kind)
        self.owner = _line(200, self.tr("such as company secretary"), self.tr("A role before a name"))
        day = self.tr("31/03/2025 or 31 March 2025")
        self.dated = _line(40, day, self.tr("The thing's own date, not today's (optional)"))
        self.nodes = NodeField(index, nodes)
        self.nodes.setPlaceholderText(self.tr("W3.E5, or # and words of it"))
        self.ways = LinkWays(self.nodes)
        self.remarks = QPlainTextEdit()
        self.remarks.setTabChangesFocus(True)
        self.remarks.setFixedHeight(self.fontMetrics().height() * 3 + 16)
        self.period = _line(500, self.tr("such as April to September 2026"), self.tr("What it covers, in words"))
        self.received_on = _line(40, day, self.tr("The day it came (optional)"))
        self.received_how = _line(200, self.tr("such as by hand, on a stick, by e-mail"))
        self.request = QComboBox()
        for choice in (self.kinds, self.request):  # as wide as the form is, whatever is in them
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(_LEAST_CHARACTERS)
        self.more = QPushButton(self.tr("&More"))
        self.more.setCheckable(True)
        self.more.setToolTip(self.tr("Remarks, period covered, how it was received, the request it answers (Alt+M)"))
        self.rest = QWidget()
        self.problems = FieldProblems()
        self._build()
        self._wanted_request = ""
        self.show_requests(())
        self.nodes.textChanged.connect(self._show_ways)
        self.more.toggled.connect(self._show_rest)
        self.more.clicked.connect(self._to_rest)
        self.request.activated.connect(self._choose_request)
        self.rest.hide()
        for field in self._lines:
            field.textEdited.connect(self.touched)
        self.remarks.textChanged.connect(self.touched)

    @property
    def _lines(self) -> tuple[QLineEdit, ...]:
        return (
            self.title, self.owner, self.dated, self.nodes, self.period, self.received_on, self.received_how,
        )  # fmt: skip

    @property
    def is_touched(self) -> bool:
        """Whether words stand in a field that somebody typed there."""
        remarks = self.remarks.document()
        lines = any(field.isModified() and field.text().strip() for field in self._lines)
        return lines or (remarks.isModified() and not remarks.isEmpty())

    def _build(self) -> None:
        usual = _form(
            (self.tr("What was gathered"), self.title),
            (self.tr("Kind of source"), self.kinds),
            (self.tr("From whom"), self.owner),
            (self.tr("Dated"), self.dated),
            (self.tr("Linked to"), self.nodes),
        )
        usual.addRow(self.ways)
        rest = _form(
            (self.tr("Remarks"), self.remarks),
            (field_words("period").capitalize(), self.period),
            (field_words("received_on").capitalize(), self.received_on),
            (field_words("received_how").capitalize(), self.received_how),
            (self.tr("Answers the request"), self.request),
        )
        rest.setContentsMargins(0, 0, 0, 0)
        self.problems.put_beneath(usual, self.title, self.dated, self.nodes)
        self.problems.put_beneath(rest, self.received_on)
        self.rest.setLayout(rest)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(usual)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.rest)

    # Filling and reading

    def typed(self) -> Typed:
        return Typed(
            title=self.title.text(),
            source_kind=self.kinds.currentData(),
            owner=self.owner.text(),
            dated=self.dated.text(),
            nodes=self.nodes.text(),
            other_way=self.ways.other_way,
            remarks=self.remarks.toPlainText(),
            period=self.period.text(),
            received_on=self.received_on.text(),
            received_how=self.received_how.text(),
            request=self._wanted_request,
        )

    def fill(self, typed: Typed, *, by_hand: bool = False) -> None:
        """More opens where something stands under it, else it stays as it is. `by_hand` are words that somebody typed here."""
        self.ways.begin(typed.other_way)
        for field, words in (
            (self.title, typed.title),
            (self.owner, typed.owner),
            (self.dated, typed.dated),
            (self.nodes, typed.nodes),
            (self.period, typed.period),
            (self.received_on, typed.received_on),
            (self.received_how, typed.received_how),
        ):
            field.setText(words)
            field.setModified(by_hand)
            field.setCursorPosition(0)
        self.remarks.setPlainText(typed.remarks)
        self.remarks.document().setModified(by_hand)
        self.kinds.setCurrentIndex(self.kinds.findData(typed.source_kind))
        self._wanted_request = typed.request
        self._put_request()
        self._show_ways()
        if any((typed.remarks, typed.period, typed.received_on, typed.received_how, typed.request)):
            self.more.setChecked(True)

    def values(self) -> EntryValues:
        """What stands in the fields once `problem` has nothing to say."""
        nodes = self.nodes.nodes()
        return EntryValues(
            title=self.title.text().strip(),
            source_kind=self.kinds.currentData(),
            owner=self.owner.text().strip(),
            dated=day_from(self.dated.text()),
            nodes=nodes,
            other_way=tuple(node for node in self.ways.other_way if node in nodes),
            remarks=self.remarks.toPlainText().strip(),
            period=self.period.text().strip(),
            received_on=day_from(self.received_on.text()),
            received_how=self.received_how.text().strip(),
            request=self._wanted_request,
        )

    def problem(self) -> tuple[QLineEdit, str] | None:
        """The first field that cannot be taken, and why; None where all can."""
        if not self.title.text().strip():
            return self.title, self.tr("An evidence entry needs a title. Nothing was recorded yet.")
        for field in (self.dated, self.received_on):
            if field.text().strip() and day_from(field.text()) is None:
                words = self.tr("“%1” is not a day of the calendar; write it as 31/03/2025, or leave it out.")
                return field, words.replace("%1", field.text().strip())
        came = day_from(self.received_on.text())
        if came is not None and came > dt.datetime.now(dt.UTC).astimezone().date():
            words = self.tr("%1 is still to come, so nothing was received on that day; correct it, or leave it out.")
            return self.received_on, words.replace("%1", self.received_on.text().strip())
        if unknown := self.nodes.unknown():
            words = self.tr("%1 is not in this inspection's framework; take an id that is offered, or leave it out.")
            return self.nodes, words.replace("%1", f"“{unknown[0]}”")
        return None

    def tell_problem(self, field: QLineEdit, sentence: str) -> None:
        """Beneath the field, and in view; More opens where the field stands under it."""
        if self.rest.isAncestorOf(field):
            self.more.setChecked(True)
        self.problems.tell(field, sentence)

    # Requests

    def show_requests(self, requests: tuple[Request, ...]) -> None:
        """Those that can be answered, by number; what was chosen stays chosen."""
        self._requests = requests
        self.request.clear()
        self.request.addItem(self.tr("none"), "")
        for request in requests:
            words = f"{request.ref} {request_words(request)}"
            self.request.addItem(words, request.id)
            self.request.setItemData(self.request.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
        self._put_request()

    def asked(self, request_id: str | None) -> Request | None:
        return next((one for one in self._requests if one.id == request_id), None)

    def likely_request(self, nodes: Collection[str]) -> str:
        """The id of the open request that was made for one of the nodes; "" where there is none, or more than one."""
        made = [one.id for one in self._requests if one.is_open and one.node in nodes]
        return made[0] if len(made) == 1 else ""

    def _put_request(self) -> None:
        self.request.setCurrentIndex(max(0, self.request.findData(self._wanted_request)))

    def _choose_request(self, _index: int) -> None:
        self._wanted_request = self.request.currentData()

    # What shows

    def _show_ways(self, _text: str = "") -> None:
        """Not yet for W4 where it may become W4.E7: only an id with a dot, or one that stands finished, has its button."""
        finished = not self.nodes.text() or self.nodes.text()[-1] in " ,;" or not self.nodes.hasFocus()
        nodes = self.nodes.nodes()
        self.ways.show_nodes(tuple(node for node in nodes if finished or "." in node or node != nodes[-1]))

    def _show_rest(self, shown: bool) -> None:
        self.rest.setVisible(shown)

    def _to_rest(self, shown: bool) -> None:
        if shown:
            self.remarks.setFocus(Qt.FocusReason.ShortcutFocusReason)


def typed_of(values: EntryValues) -> Typed:
    """As one would type it."""

    def day(value: dt.date | None) -> str:
        return f"{value:%d/%m/%Y}" if value else ""

    return Typed(
        title=values.title,
        source_kind=values.source_kind,
        owner=values.owner,
        dated=day(values.dated),
        nodes="".join(f"{node} " for node in values.nodes),
        other_way=values.other_way,
        remarks=values.remarks,
        period=values.period,
        received_on=day(values.received_on),
        received_how=values.received_how,
        request=values.request,
    )


def _line(most: int, placeholder: str = "", tip: str = "") -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(most)
    field.setPlaceholderText(placeholder)
    field.setToolTip(tip)
    return field


def _form(*fields: tuple[str, QWidget]) -> QFormLayout:
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
    form.setVerticalSpacing(4)
    for words, field in fields:
        field.setAccessibleName(words)
        form.addRow(words, field)
    return form
