"""Everything the window itself can be asked to do: the menus, each action with its key, and the list of those keys."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.settings import SchemeChoice
from wellled_desktop.ui.page import Shortcut

FIND_KEYS = "Ctrl+K"


class Acts(Protocol):
    """What the actions call."""

    def new_session(self) -> None: ...
    def export_day(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def lock(self) -> None: ...
    def close_inspection(self) -> None: ...
    def quit(self) -> None: ...
    def go_to_number(self, number: int) -> None: ...
    def go_back(self) -> None: ...
    def go_forward(self) -> None: ...
    def find_anything(self) -> None: ...
    def next_pane(self) -> None: ...
    def pane_before(self) -> None: ...
    def show_shortcuts(self) -> None: ...
    def show_place_of_data(self) -> None: ...
    def show_about(self) -> None: ...


class WindowActions:
    """Builds the menus once. `back` and `forward` are kept up to date by the window."""

    def __init__(self, window: QMainWindow, acts: Acts, appearance: Appearance) -> None:
        self._window = window
        self._acts = acts
        self._appearance = appearance
        self._listed: list[QAction] = []
        self._inspection_menu()
        self._edit_menu()
        self._go_menu()
        self._view_menu()
        self._help_menu()

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Every action that has a key, in the order of the menus; last what Enter does (see EnterKeys)."""
        listed = (
            Shortcut(key.toString(QKeySequence.SequenceFormat.PortableText), _listed_name(action))
            for action in self._listed
            for key in action.shortcuts()[:1]
        )
        return (*listed, Shortcut("Return", self.tr("On a button or a link: press it, as Space does")))

    def _inspection_menu(self) -> None:
        menu = self._menu(self.tr("&Inspection"))
        self._add(menu, self.tr("&New session…"), "Ctrl+N", self._acts.new_session)
        self._add(menu, self.tr("&Export day report…"), "Ctrl+E", self._acts.export_day)
        self.trust_type = self._add(menu, self.tr("&Trust type…"), "", _nothing)
        menu.addSeparator()
        self._add(menu, self.tr("&Lock"), "Ctrl+L", self._acts.lock)
        self._add(menu, self.tr("&Close inspection"), "Ctrl+Shift+W", self._acts.close_inspection)
        menu.addSeparator()
        self._add(menu, self.tr("&Quit"), "Ctrl+Q", self._acts.quit)

    def _edit_menu(self) -> None:
        menu = self._menu(self.tr("&Edit"))
        self._undo = self._add(menu, self.tr("&Undo"), "Ctrl+Z", self._acts.undo)
        self._redo = self._add(menu, self.tr("&Redo"), "Ctrl+Shift+Z", self._acts.redo)
        self._redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.show_steps("", "")

    def show_steps(self, undo: str, redo: str) -> None:
        """Names what Undo and Redo would do; "" for nothing."""
        for action, word, name in ((self._undo, self.tr("&Undo"), undo), (self._redo, self.tr("&Redo"), redo)):
            action.setText(f"{word}: {name}" if name else word)
            action.setEnabled(bool(name))

    def _go_menu(self) -> None:
        menu = self._menu(self.tr("&Go"))
        self.find = self._add(menu, self.tr("Find an&ything…"), FIND_KEYS, self._acts.find_anything)
        menu.addSeparator()
        names = (
            "&Today", "&Framework", "&Sessions", "&Evidence", "Re&quests", "&Reports", "&Worries", "Tri&angulation",
            "&Corroboration",
        )  # fmt: skip
        for number, name in enumerate(names, start=1):
            self._add(menu, self.tr(name), f"Ctrl+{number}", partial(self._acts.go_to_number, number))
        menu.addSeparator()
        self.back = self._add(menu, self.tr("&Back"), "Alt+Left", self._acts.go_back)
        self.forward = self._add(menu, self.tr("F&orward"), "Alt+Right", self._acts.go_forward)
        menu.addSeparator()
        self._add(menu, self.tr("&Next pane"), "Ctrl+Tab", self._acts.next_pane)
        self._add(menu, self.tr("Pane befo&re"), "Ctrl+Shift+Tab", self._acts.pane_before)

    def _view_menu(self) -> None:
        menu = self._menu(self.tr("&View"))
        group = QActionGroup(self._window)
        choices: tuple[tuple[SchemeChoice, str], ...] = (
            ("light", self.tr("&Light")),
            ("dark", self.tr("&Dark")),
            ("system", self.tr("As the &system is")),
        )
        for choice, text in choices:
            action = QAction(text, self._window)
            action.setCheckable(True)
            action.setChecked(self._appearance.scheme_choice == choice)
            action.triggered.connect(partial(_without_checked, partial(self._appearance.choose_scheme, choice)))
            group.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        larger = self._add(menu, self.tr("L&arger text"), "Ctrl++", partial(self._appearance.press_text, 1))
        larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self._add(menu, self.tr("S&maller text"), "Ctrl+-", partial(self._appearance.press_text, -1))
        self._add(menu, self.tr("&Usual size of text"), "Ctrl+0", partial(self._appearance.press_text, 0))

    def _help_menu(self) -> None:
        menu = self._menu(self.tr("&Help"))
        self._add(menu, self.tr("&Shortcuts"), "F1", self._acts.show_shortcuts)
        self._add(menu, self.tr("&Where my data is"), "", self._acts.show_place_of_data)
        self._add(menu, self.tr("&About WellLed Desktop"), "", self._acts.show_about)

    def _menu(self, title: str) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        menu.setToolTipsVisible(True)
        return menu

    def _add(self, menu: QMenu, text: str, keys: str, then: Callable[[], None]) -> QAction:
        action = QAction(text, self._window)
        if keys:
            action.setShortcut(QKeySequence(keys))
            self._listed.append(action)
        action.triggered.connect(partial(_without_checked, then))
        menu.addAction(action)
        self._window.addAction(action)  # so that its key works while the menus are hidden (see WholeScreen)
        return action

    def tr(self, text: str) -> str:
        return self._window.tr(text)


def _nothing() -> None:
    """Whoever acts on it connects to it (see `framework_changes`)."""


def _listed_name(action: QAction) -> str:
    """The action's name without what it would act on now (Undo: write a line)."""
    return action.text().replace("&", "").split(":")[0].rstrip("…")


def _without_checked(then: Callable[[], None], _checked: bool = False) -> None:
    """Qt hands every action's answer whether it is checked."""
    then()
