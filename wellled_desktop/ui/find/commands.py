"""What the window and its pages can be asked to do, found by its name: the menus' actions, the keys of the page on show, and
those of the others, which lead to where they work.
"""

from collections.abc import Callable, Iterator, Sequence

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar

from wellled_desktop.framework.finding import words
from wellled_desktop.inspection.find.known import Thing, Things
from wellled_desktop.ui.page import Page

MOST_FIRST, MOST_LAST = 3, 5
_LEAST_LETTERS, _LEAST_ELSEWHERE = 2, 4
"""Of what is done elsewhere there is so much that a few letters would bring up anything."""


class Command(msgspec.Struct, frozen=True):
    """`where` is the menu it is in, or the page; `keys` as people write them, "" where it has none; `also`: called so, too."""

    name: str
    where: str
    keys: str
    run: Callable[[], object]
    also: str = ""


class FoundCommands(msgspec.Struct, frozen=True):
    """`first`: those whose name, or what people call them, begins as was typed; `others` have the words somewhere."""

    first: tuple[Command, ...] = ()
    others: tuple[Command, ...] = ()


class Commands:
    """Those that can be done now; collected when the window of Find anything is opened."""

    def __init__(
        self, menus: QMenuBar, page: Page | None, elsewhere: Sequence[Command] = (), *, without: QAction
    ) -> None:
        """All but `without`, which is Find anything itself; of what is done `elsewhere` only what the page cannot do here."""
        here = (*_of_menus(menus, without), *(_of_page(page) if page is not None else ()))
        known = {one.name for one in here}
        self._here = len(here)
        self._all = (*here, *(one for one in elsewhere if one.name not in known))
        self._by_name = Things(
            [Thing(str(at), f"{one.name} {one.where} {one.also}") for at, one in enumerate(self._all)]
        )

    def find(self, typed: str) -> FoundCommands:
        """By the beginnings of the words of their names, in any order; a single letter finds none."""
        letters = len(typed.strip())
        if letters < _LEAST_LETTERS:
            return FoundCommands()
        reach = len(self._all) if letters >= _LEAST_ELSEWHERE else self._here
        places = (int(thing.id) for thing in self._by_name.find(typed, len(self._all)))
        found = [self._all[at] for at in sorted((at for at in places if at < reach), key=lambda at: at >= self._here)]
        first = [one for one in found if _begins(one.name, typed) or _begins(one.also, typed)][:MOST_FIRST]
        return FoundCommands(tuple(first), tuple(one for one in found if one not in first)[:MOST_LAST])


def _begins(name: str, typed: str) -> bool:
    wanted, own = tuple(words(typed)), tuple(words(name))
    whole = wanted[:-1]
    return own[: len(whole)] == whole and own[len(whole) :][:1] != () and own[len(whole)].startswith(wanted[-1])


def _of_menus(menus: QMenuBar, without: QAction) -> Iterator[Command]:
    for top in menus.actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            yield from _of_menu(menu.actions(), _plain(top.text()), without)


def _of_menu(actions: Sequence[QAction], where: str, without: QAction) -> Iterator[Command]:
    for action in actions:
        if action.isEnabled() and not action.isSeparator() and action is not without:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Command(_plain(action.text()), where, keys, action.trigger)


def _of_page(page: Page) -> Iterator[Command]:
    """Those keys that work wherever the focus is on the page; what a key does on a row is no command."""
    live = {one.key().toString(): one for one in page.findChildren(QShortcut) if one.isEnabled()}
    where = QCoreApplication.translate("FindCommands", "This page")
    for shortcut in page.shortcuts():
        keys = QKeySequence(shortcut.keys)
        one = live.get(keys.toString())
        if one is not None:
            yield Command(
                shortcut.what, where, keys.toString(QKeySequence.SequenceFormat.NativeText), one.activated.emit
            )


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")
