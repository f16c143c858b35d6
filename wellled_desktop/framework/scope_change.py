"""What another trust type would show and hide of a framework, each with its reason."""

from collections.abc import Iterator

import msgspec

from wellled_desktop.framework.pack import Kloe, Pack, walk
from wellled_desktop.framework.scope import Scope


class Turned(msgspec.Struct, frozen=True):
    """A node or a role that comes to apply, or no longer does; `why` is the sentence that hides it, now or until now."""

    id: str
    text: str
    why: str


class ScopeChange(msgspec.Struct, frozen=True):
    """In the framework's order, the roles last."""

    shown: tuple[Turned, ...]
    hidden: tuple[Turned, ...]


def scope_change(pack: Pack, before: Scope, after: Scope) -> ScopeChange:
    shown: list[Turned] = []
    hidden: list[Turned] = []
    for id_, text in _named(pack):
        was, will_be = before.reason(id_), after.reason(id_)
        if was is not None and will_be is None:
            shown.append(Turned(id_, text, was))
        elif was is None and will_be is not None:
            hidden.append(Turned(id_, text, will_be))
    return ScopeChange(tuple(shown), tuple(hidden))


def _named(pack: Pack) -> Iterator[tuple[str, str]]:
    yield from ((node.id, node.text) for _, node in walk(pack) if not isinstance(node, Kloe))
    yield from ((role.id, role.title) for role in pack.roles)
