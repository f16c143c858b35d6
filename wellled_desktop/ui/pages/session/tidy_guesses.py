"""Which nodes of the framework a line is most likely about: by its words, by what was asked and noted just before it, and by
the session's card. No widgets.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from wellled_desktop.framework.finding import FoundNode, NodeIndex, words

MOST = 9
_MOST_WORDS = 40
_HITS = 40
_STOP = frozenset(
    words(
        "the and for that this with have has had was were are not but they them their there then than from what when where "
        "which who whom whose how why you your our ours his her hers its she him one two all any some more most much many very "
        "just also been being will would could should can may might must did does done said says say get got goes went going "
        "come came make made take took know knows knew think thinks thought really about into over under out off because while "
        "after before again always never now here only other people trust week month year time"
    )
)
_KINDS = {"prompt": 1.2, "evidence": 1.0, "guidance": 0.9, "kloe": 0.8, "reference": 0.5}
# Tried on the 1,467 sentences of the worked example, a question every three lines: with what was learnt on the way the first
# guess is right in two of three, and among the nine are 86 in a hundred.
_ON_CARD, _ASKED, _NEXT_TO, _NEAR, _STOOD_WITH = 1.2, 0.8, 1.2, 0.5, 0.6
_ENDINGS = (("ies", 3), ("ing", 3), ("ed", 2), ("es", 2), ("s", 1))


class Guesses:
    """Remembers what each word found, and with which tags it stood in this session: people use the same ones again and again.

    Words of which the framework knows no beginning are not looked for: `find` would spend its time on slips of the pen.
    """

    def __init__(self, index: NodeIndex, texts: Iterable[str], card: Iterable[str]) -> None:
        self._index = index
        self._vocabulary = sorted({word for text in texts for word in words(text)})
        self._card = tuple(card)
        self._on_card = frozenset(self._card)
        self._found: dict[str, tuple[FoundNode, ...]] = {}
        self._stood_with: dict[str, Counter[str]] = {}

    def learn(self, text: str, tags: Collection[str]) -> None:
        """A line of this session that has its tags."""
        for word in _content_words(text) if tags else ():
            self._stood_with.setdefault(word, Counter()).update(tags)

    def guess(self, text: str, before: Sequence[Collection[str]], asked: Collection[str] = ()) -> tuple[str, ...]:
        """At most nine ids, best first. `before` are the tags of the lines before this one, the nearest first."""
        scores: defaultdict[str, float] = defaultdict(float)
        for word in _content_words(text):
            self._add_found(word, scores)
            stood_with = self._stood_with.get(word)
            if stood_with:
                in_all = sum(stood_with.values())
                for node_id, times in stood_with.items():
                    scores[node_id] += _STOOD_WITH * times / in_all
        for node_id in asked:
            scores[node_id] += _ASKED
        for distance, tags in enumerate(before):
            for node_id in tags:
                scores[node_id] += _NEAR if distance else _NEXT_TO
        best = sorted(scores, key=lambda node_id: -scores[node_id])
        return tuple(dict.fromkeys((*best, *self._card)))[:MOST]

    def _add_found(self, word: str, scores: dict[str, float]) -> None:
        found = self._hits(word)
        for node in found:
            weight = _KINDS[node.kind] * (_ON_CARD if node.id in self._on_card else 1.0)
            scores[node.id] += weight / len(found) ** 0.5

    def _hits(self, word: str) -> tuple[FoundNode, ...]:
        found = self._found.get(word)
        if found is None:
            at = bisect_left(self._vocabulary, word)
            known = at < len(self._vocabulary) and self._vocabulary[at].startswith(word)
            found = self._found[word] = self._index.find(word, _HITS) if known else ()
        return found


def _content_words(text: str) -> tuple[str, ...]:
    """The words that carry something, without their endings: each is then searched by its beginning."""
    carrying = dict.fromkeys(_stem(word) for word in words(text[:4_000]) if len(word) > 2 and word not in _STOP)
    return tuple(word for word in carrying if not word.isdigit())[:_MOST_WORDS]


def _stem(word: str) -> str:
    for ending, length in _ENDINGS:
        if word.endswith(ending) and len(word) - length >= 4:
            return word[:-length]
    return word
