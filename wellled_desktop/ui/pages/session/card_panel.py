"""The left of the session page: what to ask these roles, from the framework, and why.

Signals of CardPanel: `node_chosen(str)` when an item is to become a tag.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.role_cards import CardEntry, card_for
from wellled_desktop.framework.scope import Scope
from wellled_desktop.ui.kit.card_list import CardList
from wellled_desktop.ui.kit.card_model import KIND_WORDS, CardModel
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import label, paragraph


class CardPanel(QWidget):
    node_chosen = Signal(str)

    def __init__(self, pack: Pack, scope: Scope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._scope = scope
        self._cards: dict[tuple[str, ...], tuple[CardEntry, ...]] = {}
        self._roles: tuple[str, ...] = ()
        self.card = CardModel(pack, self)
        self.list = CardList(self.card)
        self.list.setAccessibleName(self.tr("Role card: what to ask"))
        self.list.setToolTip(self.tr("Enter tags the line in the composer, or the selected line, with the item"))
        self.list.chosen.connect(self._chosen)
        self._empty = paragraph(
            self.tr(
                "The framework raises nothing in particular with these roles. # in the composer finds any of its items."
            ),
            "muted",
        )
        self._kinds = {kind: self._kind_button(kind) for kind in KIND_WORDS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        head = FlowLayout(2)
        for button in self._kinds.values():
            head.addWidget(button)
        column.addWidget(label(self.tr("To ask and to raise"), "subheading"))
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)

    def _kind_button(self, kind: str) -> QToolButton:
        words = {"prompt": self.tr("prompts"), "guidance": self.tr("guidance"), "evidence": self.tr("evidence")}[kind]
        button = QToolButton()
        button.setText(words)
        button.setCheckable(True)
        button.setChecked(True)
        button.setProperty("kind", "quiet")
        button.setAccessibleName(self.tr("Show %1 on the card").replace("%1", words))
        button.setToolTip(self.tr("Show %1 on the card (Space)").replace("%1", words))
        button.toggled.connect(self._filter)
        return button

    def adopt(self, pack: Pack, scope: Scope) -> None:
        """Asks from this framework from now on; the card that is shown follows."""
        self._pack, self._scope = pack, scope
        self._cards.clear()
        self.show_roles(self._roles)

    def show_roles(self, roles: tuple[str, ...]) -> None:
        self._roles = roles
        if roles not in self._cards:  # takes a few milliseconds, and sessions come and go
            self._cards[roles] = card_for(self._pack, roles, self._scope)
        entries = self._cards[roles]
        self.card.show_card(entries)
        self._empty.setVisible(not entries)
        self.list.setVisible(bool(entries))

    def _filter(self) -> None:
        self.card.show_kinds(frozenset(kind for kind, button in self._kinds.items() if button.isChecked()))

    def _chosen(self, row: int) -> None:
        entry = self.card.entry_at(row)
        if entry is not None:
            self.node_chosen.emit(entry.node)
