"""Which question is the current one, for the large card: that of the question sheet, else that of the role card."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.read_models import Question
from wellled_desktop.ui.pages.session.card_panel import CardPanel
from wellled_desktop.ui.pages.session.sheet_panel import SheetPanel


class Questions(NamedTuple):
    """`current` is the words of the current question, "" for none; `step` makes the next (1) or the one before (-1) current."""

    current: Callable[[], str]
    step: Callable[[int], None]


def questions_of(sheet: SheetPanel, card: CardPanel, texts: Mapping[str, str]) -> Questions:
    """The sheet's while it has any, else the prompts of the role card. `texts` are the framework's own, by id."""
    on_card = _OnCard(card)

    def current() -> str:
        question = sheet.current_question()
        return on_card.current() if question is None else _readable_by_anybody(question, texts)

    def step(by: int) -> None:
        if sheet.current_question() is None:
            on_card.step(by)
        else:
            sheet.step(by)

    return Questions(current, step)


def _readable_by_anybody(question: Question, texts: Mapping[str, str]) -> str:
    """Whoever sits across the table can read the card too: what was claimed in another session is not quoted on it."""
    if question.origin != "claim":
        return question.text
    return texts.get(question.node or "") or QCoreApplication.translate("Questions", "What would show us that?")


class _OnCard:
    """The prompts of the role card; the first until another was chosen."""

    def __init__(self, card: CardPanel) -> None:
        self._card = card

    def current(self) -> str:
        entry = self._card.card.entry_at(self._card.list.currentIndex().row())
        if entry is None:
            self._choose(-1, 1)
            entry = self._card.card.entry_at(self._card.list.currentIndex().row())
        return entry.text if entry is not None else ""

    def step(self, by: int) -> None:
        self._choose(self._card.list.currentIndex().row(), by)

    def _choose(self, row: int, by: int) -> None:
        model = self._card.card
        row += by
        while 0 <= row < model.rowCount():
            entry = model.entry_at(row)
            if entry is not None and entry.kind == "prompt":
                self._card.list.setCurrentIndex(model.index(row))
                return
            row += by
