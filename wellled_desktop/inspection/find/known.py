"""Finding what is known without the record: the nodes and the roles of the framework, and commands by their names."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from wellled_desktop.framework.finding import FoundNode, Matches, NodeIndex, words
from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.inspection.find.query import Query
from wellled_desktop.inspection.find.snippet import holds
from wellled_desktop.inspection.role_words import RoleWords


class Thing(msgspec.Struct, frozen=True):
    """Something with a name of its own: a role, a command."""

    id: str
    name: str


class Things:
    """Found by words of their names, each by its beginning; those whose name begins as it was typed come first."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self._things = [(one, tuple(words(one.name))) for one in things]

    def find(self, typed: str, limit: int = 8) -> tuple[Thing, ...]:
        """At most `limit`, best first; nothing typed finds nothing."""
        wanted = tuple(words(typed))
        if not wanted:
            return ()
        fitting = [
            (not own[0].startswith(wanted[0]), at, one)
            for at, (one, own) in enumerate(self._things)
            if own and all(any(word.startswith(part) for word in own) for part in wanted)
        ]
        return tuple(one for _, _, one in sorted(fitting, key=lambda found: found[:2])[:limit])


class NodesFound(msgspec.Struct, frozen=True):
    """Nodes that an id or all the words as typed are of; those that have them all where some are only beginnings; and those
    that are `near`: by a slip of the keys. `some`, where nothing has all the words: those that have most of them.

    `slips`: the typed words that the framework has not; `meant`: its words that they are taken for.
    """

    whole: tuple[FoundNode, ...] = ()
    begun: tuple[FoundNode, ...] = ()
    near: tuple[FoundNode, ...] = ()
    some: tuple[FoundNode, ...] = ()
    slips: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()

    def near_where(self, nowhere: Iterable[str]) -> tuple[FoundNode, ...]:
        """Those that are near, where no word is taken for a slip but those that are found `nowhere`."""
        return self.near if set(words(" ".join(nowhere))).issuperset(self.slips) else ()

    def __iter__(self) -> Iterator[FoundNode]:
        return iter((*self.whole, *self.begun, *self.near))


LEAST_SLIPPED = 5
"""A shorter word is taken for no other: “Wren”, whom one may look for, would be “were”, “when” and “WRES”."""
LOOKED_AT = 60
"""So many of the nodes found are looked at: the best by their words are not always those that have the words side by side."""


def told_apart(found: Matches, query: Query, limit: int) -> NodesFound:
    """At most `limit` of what was found; nothing is near to words between quotation marks, nor to a number or an id."""
    whole, begun, others = list(found.by_id), list[FoundNode](), list[FoundNode]()
    for node in found.by_words:
        if holds(node.text, query, whole=True):
            whole.append(node)
        elif holds(node.text, query):
            begun.append(node)
        elif not (query.quoted or query.named or query.is_node):
            others.append(node)
    if any(len(word) == 1 for word in words(query.typed)):  # one letter begins some word of nearly every node
        others = others if found.all_words else []
    elif found.all_words and not found.slips:
        begun, others = [*begun, *others], []
    left = max(0, limit - len(whole))
    rest = tuple(others[: max(0, left - len(begun))])
    near, some = (rest, ()) if found.all_words else ((), rest)
    return NodesFound(tuple(whole[:limit]), tuple(begun[:left]), near, some, found.slips, found.meant)


def words_in(nodes: NodeIndex, query: Query) -> tuple[str, ...]:
    """Those of the words, as typed, that any node has."""
    each = ((term.typed, nodes.matches(term.typed, 1)) for term in query.terms)
    return tuple(typed for typed, found in each if found.by_words and found.all_words and not found.slips)


class KnownThings:
    """The nodes and roles of one pack; those nodes first that apply."""

    def __init__(self, pack: Pack, applies: Callable[[str], bool] = lambda _node: True) -> None:
        self._nodes = NodeIndex(pack, applies)
        self._titles = role_titles(pack)
        self._roles = Things([Thing(role, title) for role, title in self._titles.items()])
        self._role_words = RoleWords(pack)

    def nodes(self, query: Query, limit: int = 8) -> NodesFound:
        """By id or by words. A query with marks is about the record, and finds none."""
        if is_of_record(query):
            return NodesFound()
        return told_apart(self._nodes.matches(query.typed, max(limit, LOOKED_AT), LEAST_SLIPPED), query, limit)

    def words_in(self, query: Query) -> tuple[str, ...]:
        """Those of the words, as typed, that any node has."""
        return words_in(self._nodes, query)

    def roles(self, query: Query, limit: int = 8) -> tuple[Thing, ...]:
        """By title, by initials (CEO), by the pack's aliases."""
        if is_of_record(query):
            return ()
        spoken = tuple(Thing(role, self._titles[role]) for role in self._role_words.spoken(query.typed))
        return tuple(dict.fromkeys((*spoken, *self._roles.find(query.typed, limit))))[:limit]


def is_of_record(query: Query) -> bool:
    """Whether it has marks, and so is about the record; or says nothing yet."""
    return bool(query.marks or query.without or query.without_marks or query.unclear)
