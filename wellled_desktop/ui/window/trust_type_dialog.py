"""What kind of trust it is: the types recorded, others to choose, and beforehand what they would show and hide."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wellled_desktop.framework.pack import TRUST_TYPES, TrustType
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.framework.scope_change import ScopeChange, Turned, scope_change
from wellled_desktop.inspection.commands import ChangeTrustTypes
from wellled_desktop.inspection.read_models import NodeCount
from wellled_desktop.store.framework_reading import linked_counts
from wellled_desktop.store.store import Change
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.message import Message
from wellled_desktop.ui.kit.words import counted, in_words
from wellled_desktop.ui.page import Opened

_CHARACTERS = 84
_LINES = 31
_LEAST = QSize(40, 5)
_OF_SCREEN = 0.9


class TrustTypeDialog(QDialog):
    """Closes once the change is on disk; Ctrl+Z takes it back."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Trust type"))
        self._opened = opened
        self._counts: dict[str, NodeCount] = {}
        present = opened.inspection.trust_types
        self.types = {kind: QCheckBox(in_words(kind)) for kind in TRUST_TYPES}
        for kind, box in self.types.items():
            box.setChecked(kind in present)
            box.setToolTip(self.tr("Choose or leave out this type (Space)"))
            box.toggled.connect(self._show_change)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(self.tr("What is shown and hidden then"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Why the type is changed"))
        self.reason.textChanged.connect(self._show_ready)
        self.message = Message()
        self.apply = QPushButton(self.tr("Change the type"))
        self.apply.setProperty("kind", "primary")
        self.apply.setDefault(True)
        self.apply.setToolTip(self.tr("Record the change (Enter); Ctrl+Z takes it back"))
        self.apply.clicked.connect(self._apply)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.setToolTip(self.tr("Close and change nothing (Esc)"))
        self.cancel.clicked.connect(self.reject)
        self._lay_out(", ".join(in_words(kind) for kind in present))
        self._show_change()
        opened.bridge.ask(self, linked_counts, self._show_counts)

    def _lay_out(self, present: str) -> None:
        told = self.tr(
            "Recorded now: %1. The framework itself says which of its parts are for which trusts. What does not apply is "
            "hidden with the reason; nothing that is linked to it is lost."
        ).replace("%1", present)
        boxes = FlowLayout(12)
        for box in self.types.values():
            boxes.addWidget(box)
        preview = label(self.tr("What is shown and &hidden then"), "subheading")
        preview.setBuddy(self.preview)
        why = label(self.tr("Wh&y the type is changed"), "subheading")
        why.setBuddy(self.reason)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.apply)
        buttons.addWidget(self.cancel)
        character, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        self.preview.setMinimumSize(character * _LEAST.width(), line * _LEAST.height())
        room = self.screen().availableGeometry().size() * _OF_SCREEN
        self.resize(QSize(character * _CHARACTERS, line * _LINES).boundedTo(room))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Trust type"), "title"))
        column.addWidget(paragraph(told, "muted"))
        column.addLayout(boxes)
        column.addWidget(preview)
        column.addWidget(self.preview, 1)
        column.addWidget(why)
        column.addWidget(self.reason)
        column.addWidget(self.message)
        column.addLayout(buttons)

    @property
    def chosen(self) -> tuple[TrustType, ...]:
        return tuple(kind for kind, box in self.types.items() if box.isChecked())

    def _show_counts(self, counts: dict[str, NodeCount]) -> None:
        self._counts = counts
        self._show_change()

    def _show_change(self) -> None:
        self.preview.setPlainText("\n".join(self._words()))
        self._show_ready()

    def _is_changed(self) -> bool:
        return set(self.chosen) != set(self._opened.inspection.trust_types)

    def _show_ready(self) -> None:
        self.apply.setEnabled(self._is_changed() and bool(self.chosen) and bool(self.reason.text().strip()))

    def _words(self) -> list[str]:
        if not self.chosen:
            return [self.tr("A trust has at least one type: choose one.")]
        if not self._is_changed():
            return [self.tr("Nothing changes: this is what is recorded.")]
        change = scope_change(self._opened.pack, self._opened.scope, scope_for(self._opened.pack, self.chosen))
        return self._in_words(change) or [self.tr("Nothing is shown or hidden by it: the framework treats both alike.")]

    def _in_words(self, change: ScopeChange) -> list[str]:
        words: list[str] = []
        if change.hidden:
            words.append(self.tr("Hidden from now on (%1)").replace("%1", str(len(change.hidden))))
            for one in change.hidden:
                words += ["", self._called(one), one.why, *self._what_stays(one)]
        if change.hidden and change.shown:
            words += ["", ""]
        if change.shown:
            words.append(self.tr("Shown from now on (%1)").replace("%1", str(len(change.shown))))
            for one in change.shown:
                hidden = self.tr("Hidden until now: %1").replace("%1", one.why)
                words += ["", self._called(one), hidden]
        return words

    def _called(self, one: Turned) -> str:
        """A node by its id and text, a role by its title."""
        return f"{one.id}  {one.text}" if "." in one.id else self.tr("Role: %1").replace("%1", one.text)

    def _what_stays(self, one: Turned) -> list[str]:
        count = self._counts.get(one.id)
        if count is None:
            return []
        parts = [counted(count.lines, self.tr("line"), self.tr("lines"))] if count.lines else []
        if count.entries:
            parts.append(counted(count.entries, self.tr("evidence entry"), self.tr("evidence entries")))
        verb = self.tr("stays") if count.lines + count.entries == 1 else self.tr("stay")
        words = self.tr("%1 %2 linked to it, under “Does not apply to this trust” on %3.")
        kloe = one.id.split(".", maxsplit=1)[0]
        return [words.replace("%1", self.tr(" and ").join(parts)).replace("%2", verb).replace("%3", kloe)]

    def _apply(self) -> None:
        self.apply.setEnabled(False)
        command = ChangeTrustTypes(self.chosen, self.reason.text().strip())
        self._opened.bridge.do(command, then=self._applied, refused=self._refused, owner=self)

    def _applied(self, _changes: tuple[Change, ...]) -> None:
        self.accept()

    def _refused(self, sentence: str) -> None:
        self.message.show_sentence(sentence)
        self._show_ready()
