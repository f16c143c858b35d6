"""Finding a node as one types: by the start of its id, or by words of its text in any order, aliases included; a slip or two
in a word is forgiven where nothing begins as it was typed.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from wellled_desktop.framework.local import retracted_nodes
from wellled_desktop.framework.pack import Guidance, KeyEvidence, Kloe, Node, Pack, Prompt, Reference, walk
from wellled_desktop.framework.typos import MOST_SLIPS, close_words, letters_of

NodeKind = Literal["kloe", "prompt", "guidance", "evidence", "reference"]
_WORD = re.compile(r"[a-z0-9]+")
_ID = re.compile(r"[a-z]+[0-9][a-z0-9.]*\.?\Z")
_KIND_ORDER: tuple[NodeKind, ...] = ("prompt", "kloe", "guidance", "evidence", "reference")
_BEFORE_BEGINNINGS = 2  # prompts and KLOEs are what is said of a thing; then come the items that begin with it
# The weight of a word found: of the text itself, or one an alias brought in; and bonuses for a whole word and for words that
# stand side by side. A plural is the word too: whoever types "risk" wants what is said of risks first.
_OWN, _ALIAS, _WHOLE, _TOGETHER = 8, 4, 1, 4


@dataclass(frozen=True)
class FoundNode:
    id: str
    kind: NodeKind
    text: str
    kloe: str


@dataclass(frozen=True)
class Matches:
    """Nodes by their ids, and others by their words, best first. Whether these have `all_words` is true of all of them or of
    none. `slips` are the typed words that no known word begins with, and `meant` the words taken for them instead.
    """

    by_id: tuple[FoundNode, ...] = ()
    by_words: tuple[FoundNode, ...] = ()
    all_words: bool = True
    slips: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()


class NodeIndex:
    """Finds nodes of one pack, found by their words those first that apply (see Scope.applies), by their ids in order. Its words
    are sorted at the first search, or by `prepare` beforehand: some 40 ms.
    """

    def __init__(self, pack: Pack, applies: Callable[[str], bool] = lambda _node: True) -> None:
        self._words = _WordsInTime(pack, applies)

    def follow(self, other: "NodeIndex") -> None:
        """Finds from now on what `other` finds: whoever holds this index need not know that the framework changed."""
        self._words = other._words

    def prepare(self) -> None:
        """Sorts the words, unless that is done; may be called on another thread than `find`."""
        self._words.sorted.find("")

    def find(self, typed: str, limit: int = 8) -> tuple[FoundNode, ...]:
        """At most `limit` nodes, best first; nothing typed finds nothing."""
        return self._words.sorted.find(typed, limit)

    def matches(self, typed: str, limit: int = 8, least_slipped: int = 0) -> Matches:
        """The same nodes, and how they were found; a word of fewer letters than `least_slipped` is taken for no other."""
        return self._words.sorted.matches(typed, limit, least_slipped)


class _WordsInTime:
    """The sorted words of one pack, sorted when they are first wanted."""

    def __init__(self, pack: Pack, applies: Callable[[str], bool]) -> None:
        self._pack = pack
        self._applies = applies

    @cached_property
    def sorted(self) -> "_SortedWords":
        return _SortedWords(self._pack, self._applies)


class _SortedWords:
    """The words and ids of one pack, sorted once so that a search takes well under a millisecond."""

    def __init__(self, pack: Pack, applies: Callable[[str], bool]) -> None:
        self._nodes = tuple(_found_nodes(pack))
        self._outside = {at for at, node in enumerate(self._nodes) if not applies(node.id)}
        self._ids = [node.id.casefold() for node in self._nodes]
        self._words_of = [tuple(words(node.text)) for node in self._nodes]
        holders: dict[str, dict[int, bool]] = {}
        aliases = _alias_forms(pack)
        for at, own in enumerate(self._words_of):
            for word in own:
                holders.setdefault(word, {})[at] = True
            for word in _alias_words(own, aliases):
                holders.setdefault(word, {}).setdefault(at, False)
        self._vocabulary = sorted(holders)
        self._holders = [tuple(holders[word].items()) for word in self._vocabulary]
        self._letters = [(at, word, letters_of(word)) for at, word in enumerate(self._vocabulary)]

    def find(self, typed: str, limit: int = 8) -> tuple[FoundNode, ...]:
        """At most `limit` nodes, best first; nothing typed finds nothing."""
        found = self.matches(typed, limit)
        return (*found.by_id, *found.by_words)

    def matches(self, typed: str, limit: int = 8, least_slipped: int = 0) -> Matches:
        """The same nodes, and how they were found; a word of fewer letters than `least_slipped` is taken for no other."""
        wanted = _plain(typed).strip().lstrip("#")
        by_id = (self._by_id(wanted) if _ID.match(wanted) or len(wanted) == 1 else [])[:limit]
        parts = list(words(wanted))
        by_words, most = self._by_words(parts, least_slipped)
        others = [at for at in by_words if at not in set(by_id)][: limit - len(by_id)]
        return Matches(
            tuple(self._nodes[at] for at in by_id),
            tuple(self._nodes[at] for at in others),
            most == len(parts),
            slips := tuple(part for part in parts if self._is_slip(part)),
            tuple(dict.fromkeys(self._meant_by(slips, _most_slips(parts), least_slipped))),
        )

    def _by_id(self, wanted: str) -> list[int]:
        begin = [at for at, node_id in enumerate(self._ids) if node_id.startswith(wanted)]
        if not begin:
            close = wanted.replace(".", "")
            begin = [at for at, node_id in enumerate(self._ids) if node_id.replace(".", "").startswith(close)]
        return sorted(begin, key=lambda at: self._ids[at] != wanted)

    def _by_words(self, wanted: list[str], least_slipped: int) -> tuple[list[int], int]:
        """Nodes that have every word; where none has, those that have most of them (at least half). And how many these have."""
        most_slips = _most_slips(wanted)
        scores: dict[int, int] = {}
        matched: dict[int, int] = {}
        for word in wanted:
            for at, score in self._holding(word, most_slips if len(word) >= least_slipped else 0).items():
                scores[at] = scores.get(at, 0) + score
                matched[at] = matched.get(at, 0) + 1
        most = max(matched.values(), default=0)
        if not most or most * 2 < len(wanted):
            return [], most
        best = [at for at, count in matched.items() if count == most]
        return sorted(best, key=lambda at: self._order(at, scores[at] + self._together(at, wanted), wanted)), most

    def _order(self, at: int, score: int, wanted: list[str]) -> tuple[bool, int, bool, int, int]:
        rank = self._rank(at)
        begins = rank < _BEFORE_BEGINNINGS or _stand_at(self._words_of[at], 0, wanted)
        return at in self._outside, -score, not begins, rank, at

    def _holding(self, word: str, most_slips: int) -> dict[int, int]:
        found: dict[int, int] = {}
        at = bisect_left(self._vocabulary, word)
        while at < len(self._vocabulary) and self._vocabulary[at].startswith(word):
            whole = _WHOLE if self._vocabulary[at] in (word, f"{word}s") else 0
            for node, own in self._holders[at]:
                found[node] = max(found.get(node, 0), (_OWN if own else _ALIAS) + whole)
            at += 1
        return found or self._nearly_holding(word, most_slips)

    def _is_slip(self, word: str) -> bool:
        """Whether no word that is known begins so."""
        at = bisect_left(self._vocabulary, word)
        return at == len(self._vocabulary) or not self._vocabulary[at].startswith(word)

    def _nearly_holding(self, word: str, most_slips: int) -> dict[int, int]:
        """Where no word begins as typed: those that would but for a slip or two; the fewer slips, the more they count."""
        found: dict[int, int] = {}
        for at, slips in close_words(word, self._letters, most_slips):
            for node, own in self._holders[at]:
                found[node] = max(found.get(node, 0), (_OWN if own else _ALIAS) >> slips)
        return found

    def _meant_by(self, slips: tuple[str, ...], most_slips: int, least_slipped: int) -> Iterator[str]:
        for word in slips:
            if len(word) >= least_slipped:
                yield from (self._vocabulary[at] for at, _ in close_words(word, self._letters, most_slips))

    def _together(self, at: int, wanted: list[str]) -> int:
        """A bonus where the words stand side by side in the text, as they were typed."""
        if len(wanted) < 2:
            return 0
        own = self._words_of[at]
        starts = range(len(own) - len(wanted) + 1)
        return _TOGETHER if any(_stand_at(own, start, wanted) for start in starts) else 0

    def _rank(self, at: int) -> int:
        return _KIND_ORDER.index(self._nodes[at].kind)


def _most_slips(wanted: list[str]) -> int:
    """Two slips in each of several words would find what nobody meant."""
    return MOST_SLIPS if len(wanted) == 1 else 1


def find_nodes(pack: Pack, typed: str, limit: int = 8) -> tuple[FoundNode, ...]:
    """The nodes that the typed text means, best first; a screen that searches at every key keeps a NodeIndex instead."""
    return _index(pack).find(typed, limit)


def words(text: str) -> Iterator[str]:
    """The words of a text in small letters, without accents and without the possessive's s."""
    return (match.group() for match in _WORD.finditer(_plain(text).replace("'s", "")))


def _stand_at(own: tuple[str, ...], start: int, wanted: list[str]) -> bool:
    """Whether the words stand there as they were typed, the last of them perhaps not to its end."""
    *whole, last = wanted
    end = start + len(whole)
    return end < len(own) and own[end].startswith(last) and list(own[start:end]) == whole


@lru_cache(maxsize=2)
def _index(pack: Pack) -> NodeIndex:
    return NodeIndex(pack)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _found_nodes(pack: Pack) -> Iterator[FoundNode]:
    kind: NodeKind = "kloe"
    retracted = retracted_nodes(pack)
    for kloe, node in walk(pack):
        # A nested item comes right after the item it stands under, and is of its kind.
        kind = _kind(node) or kind
        if node.id not in retracted:
            yield FoundNode(node.id, kind, node.question if isinstance(node, Kloe) else node.text, kloe.id)


def _kind(node: Node) -> NodeKind | None:
    kinds: tuple[tuple[type, NodeKind], ...] = (
        (Kloe, "kloe"),
        (Prompt, "prompt"),
        (Guidance, "guidance"),
        (KeyEvidence, "evidence"),
        (Reference, "reference"),
    )
    return next((kind for of, kind in kinds if isinstance(node, of)), None)


@dataclass(frozen=True)
class _Alias:
    """The names for one thing as words: by its last word, singular and plural, each form; and all the words of all of them."""

    forms: dict[str, list[tuple[str, ...]]]
    words: tuple[str, ...]


def _alias_forms(pack: Pack) -> list[_Alias]:
    aliases = []
    for alias in pack.aliases:
        forms = [tuple(words(form)) for form in (alias.term, alias.means, *alias.now)]
        by_last: dict[str, list[tuple[str, ...]]] = {}
        for form in forms:
            for last in (form[-1], f"{form[-1]}s"):
                by_last.setdefault(last, []).append((*form[:-1], last))
        aliases.append(_Alias(by_last, tuple(dict.fromkeys(word for form in forms for word in form))))
    return aliases


def _alias_words(own: tuple[str, ...], aliases: list[_Alias]) -> Iterator[str]:
    """The words that other names for what the text speaks of would add to it."""
    found = set(own)
    for alias in aliases:
        for last in found & alias.forms.keys():
            if any(_contains(own, form) for form in alias.forms[last]):
                yield from alias.words
                break


def _contains(own: tuple[str, ...], form: tuple[str, ...]) -> bool:
    size = len(form)
    return any(own[start : start + size] == form for start in range(len(own) - size + 1))
