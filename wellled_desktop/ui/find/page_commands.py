"""What is done by a key on a page that may not be on show, as commands that lead to the page."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib import import_module

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from wellled_desktop.ui.find.commands import Command
from wellled_desktop.ui.page import Shortcut
from wellled_desktop.ui.places import PageName, Place

_PAGES = "wellled_desktop.ui.pages"
_LISTS: tuple[tuple[PageName, str, str], ...] = (
    ("kloe", "kloe.shortcuts", "kloe_shortcuts"),
    ("evidence", "evidence.keys", "log_shortcuts"),
    ("evidence", "evidence.attachments.keys", "attachment_shortcuts"),
    ("evidence", "evidence.document.keys", "document_shortcuts"),
    ("evidence", "evidence.reading.keys", "reading_shortcuts"),
    ("evidence", "evidence.findings.keys", "findings_shortcuts"),
    ("requests", "requests.keys", "requests_shortcuts"),
    ("worries", "worries.keys", "worries_shortcuts"),
    ("corroboration", "corroboration.words", "corroboration_shortcuts"),
)
"""Of each page the modules with its list of keys: light ones, so that no page is built to tell what it can do."""
_MOVES = frozenset(
    ("Up", "Down", "Left", "Right", "Tab", "PgUp", "PgDown", "Alt+PgUp", "Alt+PgDown", "Esc", "Return", "Backspace")
)
"""What these do is seen on the page, and nobody looks for it."""


def of_pages(go: Callable[[Shortcut, str, Place], object]) -> tuple[Command, ...]:
    """Each leads, through `go`, to its page, where the key works: with the shortcut, and its keys as people write them."""
    names, called = _page_names(), _called()
    return tuple(
        Command(
            one.what,
            names[page],
            keys := QKeySequence(one.keys).toString(QKeySequence.SequenceFormat.NativeText),
            partial(go, one, keys, Place(page)),
            called.get((page, one.keys), ""),
        )
        for page, one in _listed()
        if one.keys not in _MOVES
    )


@cache
def _listed() -> tuple[tuple[PageName, Shortcut], ...]:
    return tuple(_read())


def prepare() -> None:
    """Reads the modules: some 50 ms the first time, on any thread."""
    _listed()


def _read() -> Iterator[tuple[PageName, Shortcut]]:
    for page, module, name in _LISTS:
        for shortcut in getattr(import_module(f"{_PAGES}.{module}"), name)():
            yield page, shortcut


def _page_names() -> dict[PageName, str]:
    return {
        "kloe": _tr("Framework"),
        "evidence": _tr("Evidence"),
        "requests": _tr("Requests"),
        "worries": _tr("Worries"),
        "corroboration": _tr("Corroboration"),
    }


def _called() -> dict[tuple[PageName, str], str]:
    """What people call it who do not know how the list of keys puts it."""
    return {
        ("corroboration", "P"): _tr("minutes of the meeting"),
        ("kloe", "J"): _tr("judgement"),
        ("evidence", "Ctrl+Shift+E"): _tr("record evidence"),
        ("evidence", "P"): _tr("reading plan"),
        ("requests", "L"): _tr("liaison list"),
    }


def _tr(words: str) -> str:
    return QCoreApplication.translate("PageCommands", words)
