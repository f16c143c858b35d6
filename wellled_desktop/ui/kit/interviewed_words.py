"""How far the interviews that a key-evidence item asks for have come, in words: advice, never a fault."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.interviewed import Interviewed
from wellled_desktop.inspection.speaking import spoken_role


def in_brief(found: Interviewed) -> str:
    """5 of 8 roles, for a narrow column."""
    return f"{len(found.held)} {_tr('of')} {found.asked} {_tr('role') if found.asked == 1 else _tr('roles')}"


def so_far(found: Interviewed) -> str:
    """5 of 8 roles interviewed."""
    role = _tr("role interviewed") if found.asked == 1 else _tr("roles interviewed")
    return f"{len(found.held)} {_tr('of')} {found.asked} {role}"


def in_full(found: Interviewed, titles: Mapping[str, str]) -> str:
    """5 of 8 roles interviewed: chief executive (S-01), trust chair (S-02, S-07); not yet: medical director."""
    held = ", ".join(
        f"{_spoken(role, titles)} ({', '.join(one.ref for one in sessions)})" for role, sessions in found.held
    )
    not_yet = ", ".join(_spoken(role, titles) for role in found.not_yet)
    first = f"{so_far(found)}: {held}" if held else so_far(found)
    return f"{first}; {_tr('not yet')}: {not_yet}" if not_yet else first


def all_held(found: Interviewed) -> str:
    """What is said where the item could be marked gathered."""
    if found.asked == 1:
        return _tr("The role that %1 asks for was interviewed.").replace("%1", found.node)
    words = _tr("All %2 roles that %1 asks for were interviewed.").replace("%1", found.node)
    return words.replace("%2", str(found.asked))


def _spoken(role: str, titles: Mapping[str, str]) -> str:
    return spoken_role(titles.get(role, role))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Interviewed", words)
