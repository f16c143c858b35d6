"""From an unlocked vault to an open inspection: the list, a new inspection, or the example.

Signals of Choosing: `page_wanted(Sheet)` to be shown; `page_done(Sheet)` to be dropped; `opened(Prepared)`.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wellled_desktop.ui.entrance.choose_page import ChoosePage
from wellled_desktop.ui.entrance.opening import Opening, Prepared, Unlocked, sentence_of
from wellled_desktop.ui.kit.background import Background
from wellled_desktop.vault.unsafe_places import unsafe_place

if TYPE_CHECKING:
    from wellled_desktop.inspection.commands import CreateInspection
    from wellled_desktop.ui.entrance.new_inspection_page import NewInspectionPage
    from wellled_desktop.ui.kit.settings import SettingsFile


class Choosing(QObject):
    page_wanted = Signal(object)
    page_done = Signal(object)
    opened = Signal(object)

    def __init__(
        self, folder: Path, opening: Opening, background: Background, settings: "SettingsFile", unlocked: Unlocked
    ) -> None:
        super().__init__(background)
        self._opening = opening
        self._background = background
        self._settings = settings
        self._unlocked = unlocked
        self._folder = folder
        self._new: NewInspectionPage | None = None

    @cached_property
    def _choice(self) -> ChoosePage:
        """Built when it is first needed: whoever goes straight to an inspection does not wait for it."""
        page = ChoosePage(unsafe_place(self._folder))
        page.open_wanted.connect(self._open_inspection)
        page.new_wanted.connect(self._show_new)
        page.example_wanted.connect(self._open_example)
        return page

    def begin(self) -> None:
        """Opens the inspection that was open last without asking; else shows the list."""
        last = self._settings.settings.last_inspection
        if any(one.id == last for one in self._unlocked.inspections):
            self._open(last)
        else:
            self._show_choice(self._unlocked)

    def choose_again(self, sentence: str = "") -> None:
        """Back from an inspection to the list, with something to say or nothing."""
        vault = self._unlocked.vault
        self._settings.change(last_inspection="")
        self._show_choice(self._unlocked, sentence)
        self._background.run(lambda: self._opening.list_inspections(vault), self._show_choice, self._on_not_opened)

    def _show_choice(self, unlocked: Unlocked, sentence: str = "") -> None:
        self._unlocked = unlocked
        self._choice.show_inspections(unlocked.inspections, self._settings.settings.last_inspection)
        self._choice.show_idle(sentence or self._choice.sentence)
        self.page_wanted.emit(self._choice)

    def _open_inspection(self, inspection_id: str) -> None:
        self._choice.show_busy("")
        self._open(inspection_id)

    def _open(self, inspection_id: str) -> None:
        """Straight from the lock screen too: that page goes on saying that it is opening until the window is there."""
        vault = self._unlocked.vault
        self._background.run(
            lambda: self._opening.open_inspection(vault, inspection_id), self._on_opened, self._on_not_opened
        )

    def _open_example(self) -> None:
        vault = self._unlocked.vault
        there_is_one = any(one.is_example for one in self._unlocked.inspections)
        self._choice.show_busy("" if there_is_one else self.tr("Making the example: %p %"))
        self._background.run(
            lambda: self._opening.open_example(vault, self._tell_progress), self._on_opened, self._on_not_opened
        )

    def _tell_progress(self, done: int, of: int) -> None:
        self._background.call(lambda: self._choice.show_progress(done, of))

    def _on_not_opened(self, problem: Exception) -> None:
        self._show_choice(self._unlocked, sentence_of(problem))

    def _on_opened(self, prepared: Prepared) -> None:
        self._settings.change(last_inspection=prepared.detail.id)
        self.opened.emit(prepared)

    def _show_new(self) -> None:
        from wellled_desktop.ui.entrance.new_inspection_page import NewInspectionPage

        self._new = NewInspectionPage(self._unlocked.vault.author)
        self._new.inspection_wanted.connect(self._create_inspection)
        self._new.back.connect(self._back)
        self.page_wanted.emit(self._new)

    def _back(self) -> None:
        self.page_wanted.emit(self._choice)
        self._drop_new()

    def _create_inspection(self, wanted: "CreateInspection") -> None:
        if self._new is not None:
            vault = self._unlocked.vault
            self._new.show_making(making=True)
            self._background.run(
                lambda: self._opening.create_inspection(vault, wanted), self._on_made, self._on_not_made
            )

    def _on_not_made(self, problem: Exception) -> None:
        if self._new is not None:
            self._new.show_refused(sentence_of(problem))

    def _on_made(self, prepared: Prepared) -> None:
        self._drop_new()
        self._on_opened(prepared)

    def _drop_new(self) -> None:
        self.page_done.emit(self._new)
        self._new = None
