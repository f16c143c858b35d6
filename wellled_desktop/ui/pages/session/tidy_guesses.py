"""Which nodes of the framework a line is likely about: by its own words, by those that stood with a tag in this session, and by
the line just before it. Where none of that says enough there is no guess. No widgets.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from math import log

from wellled_desktop.framework.finding import FoundNode, NodeIndex, words
from wellled_desktop.ui.pages.session.tidy_words import content_words, stem

MOST = 9
_HITS = 40
_KINDS = {"prompt": 1.2, "evidence": 1.0, "guidance": 0.9, "kloe": 0.8, "reference": 0.4}
# A word that two or three nodes in the whole framework have says nearly six, one that ten have three and a half. With these
# measures, on the 4,450 lines of the worked example with nothing tagged yet, a third of the lines have a guess, and half of the
# first ones are in the right KLOE. With the line before tagged nearly all have one, and three of four are.
_NODES = 340
_GOOD, _WORTH_A_ROW = 7.0, 5.0
_JUST_BEFORE, _STOOD_WITH = 9.0, 6.0
_LIKELY_HERE, _LONG, _ALIAS = 1.2, 1.5, 1.6
_LONG_LETTERS, _SHORT_LETTERS = 8, 5
_MOSTLY = 0.75


class Guesses:
    """Remembers what each word found, and with which tags it stood in this session: people use the same ones again and again.

    `texts` are those of the framework: words of which it knows no beginning are not looked for, as `find` would spend its time
    on slips of the pen. `aliases` are the other names for what it speaks of, `card` the nodes of the session's role card.
    """

    def __init__(
        self, index: NodeIndex, texts: Iterable[str], card: Iterable[str], aliases: Collection[str] = ()
    ) -> None:
        self._index = index
        self._vocabulary = sorted({word for text in (*texts, *aliases) for word in words(text)})
        self._single = frozenset(stem(form[0]) for alias in aliases if len(form := tuple(words(alias))) == 1)
        self._card = frozenset(card)
        self._found: dict[str, tuple[FoundNode, ...]] = {}
        self._stood_with: dict[str, Counter[str]] = {}

    def learn(self, text: str, tags: Collection[str]) -> None:
        """A line of this session that has its tags."""
        for word in content_words(text) if tags else ():
            self._stood_with.setdefault(word, Counter()).update(tags)

    def guess(self, text: str, before: Collection[str] = (), asked: Collection[str] = ()) -> tuple[str, ...]:
        """At most nine ids, best first; none where the best is not a good one. `before` are the tags of the line just before
        this one, `asked` the nodes of the questions that were put: like the card, those only say which of the nodes that the
        words speak of is the likelier.
        """
        scores: defaultdict[str, float] = defaultdict(float)
        carrying = content_words(text)
        for word, letters in carrying.items():
            self._add_found(word, letters, scores)
        for node_id in scores:
            if node_id in self._card or node_id in asked:
                scores[node_id] *= _LIKELY_HERE
        self._add_learnt(carrying, scores)
        for place, node_id in enumerate(before):
            scores[node_id] += _JUST_BEFORE - place / MOST
        best = sorted(scores, key=lambda node_id: -scores[node_id])
        if not best or scores[best[0]] < _GOOD:
            return ()
        return tuple(node_id for node_id in best[:MOST] if scores[node_id] >= _WORTH_A_ROW)

    def _add_found(self, word: str, letters: int, scores: dict[str, float]) -> None:
        """A word says the more the fewer nodes have it; long ones and abbreviations are seldom said in passing."""
        found = self._hits(word, letters)
        telling = _ALIAS if word in self._single else _LONG if letters >= _LONG_LETTERS else 1.0
        for node in found:
            scores[node.id] += telling * log(_NODES / len(found)) * _KINDS[node.kind]

    def _add_learnt(self, carrying: Mapping[str, int], scores: dict[str, float]) -> None:
        for word in carrying:
            stood_with = self._stood_with.get(word, Counter())
            in_all = sum(stood_with.values())
            for node_id, times in stood_with.items():
                if times >= _MOSTLY * in_all:
                    scores[node_id] += _STOOD_WITH * times / in_all

    def _hits(self, word: str, letters: int) -> tuple[FoundNode, ...]:
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = self._index.find(word, _HITS) if self._knows(word, letters) else ()
        return found

    def _knows(self, word: str, letters: int) -> bool:
        """A short word has to be one of the framework's: a car is not care."""
        at = bisect_left(self._vocabulary, word)
        near = self._vocabulary[at : at + 1]
        if letters >= _SHORT_LETTERS:
            return bool(near) and near[0].startswith(word)
        at_plural = bisect_left(self._vocabulary, f"{word}s")
        return near == [word] or self._vocabulary[at_plural : at_plural + 1] == [f"{word}s"]
