"""What the cells of a core-service report's table say: which way a rating weighs, yes or no, and which node of the framework."""

import re
from calendar import monthrange
from datetime import MINYEAR

import msgspec

from wellled_desktop.framework.local import retracted_nodes
from wellled_desktop.framework.pack import Pack, node_texts
from wellled_desktop.inspection.words import Weight

_STRENGTHS = (
    "outstanding practice", "good practice", "area of strength", "areas of strength", "strength", "strengths", "positive",
    "outstanding", "good", "compliant", "met", "pass", "green", "supports",
)  # fmt: skip
_CONCERNS = (
    "requires improvement", "areas for improvement", "area for improvement", "needs improvement", "improvement",
    "inadequate", "must do", "should do", "must", "should", "action", "breach", "concern", "concerns", "weakness",
    "weaknesses", "negative", "non compliant", "not compliant", "not met", "unmet", "not good", "fail", "poor", "red",
    "contradicts",
)  # fmt: skip
_NEITHER = (
    "neutral", "balanced", "mixed", "not rated", "not applicable", "insufficient evidence", "no rating", "n a", "none",
    "amber", "for information",
)  # fmt: skip
_SIGNS: dict[str, Weight] = {"+": "strength", "-": "concern", "\u2212": "concern", "\u2013": "concern", "=": "neutral"}
_ALL: dict[str, Weight] = {
    **dict.fromkeys(_NEITHER, "neutral"),
    **dict.fromkeys(_STRENGTHS, "strength"),
    **dict.fromkeys(_CONCERNS, "concern"),
}
_LONGEST_FIRST = sorted(_ALL, key=lambda words: -len(words))
_YES = frozenset(("yes", "y", "true", "1", "x", "against", "other way", "the other way", "points the other way"))
_NO = frozenset(("", "no", "n", "false", "0", "for"))
_TICKS = frozenset("\u2713\u2714\u2717\u2718")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\d{1,2}|[a-z]{3,9})[\s./,-]+(\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NODE = re.compile(r"(?<![a-z0-9])w ?(\d{1,2}(?:\.[a-z]?\d{1,3}){0,2})(?![a-z0-9])", re.IGNORECASE)


def weight_of(rating: str) -> Weight | None:
    """Which way a rating's words weigh; None when they say nothing, or two things, that is known here."""
    if rating.strip() in _SIGNS:
        return _SIGNS[rating.strip()]
    left, found = f" {_letters(rating)} ", set[Weight]()
    if not left.strip():
        return None if rating.strip() else "neutral"
    for words in _LONGEST_FIRST:
        if f" {words} " in left:
            left = left.replace(f" {words} ", " , ")
            found.add(_ALL[words])
    return found.pop() if len(found) == 1 else None


def is_no_day(cell: str) -> bool:
    """Whether it is written as a day is, and there is no such day: 31/02/2026, 31 February 2026. Other words are no mistake."""
    written = cell.strip().casefold()
    if iso := _ISO_DAY.fullmatch(written):
        year, month, day = map(int, iso.groups())
    elif (found := _DAY.fullmatch(written)) and (found[2].isdecimal() or found[2][:3] in _MONTHS):
        year, day = int(found[3]), int(found[1])
        month = int(found[2]) if found[2].isdecimal() else _MONTHS.index(found[2][:3]) + 1
    else:
        return False
    return not (year >= MINYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1])


def other_way(cell: str) -> bool | None:
    """Whether a cell says that something points the other way: yes or no in some form, or by a rating, as a concern does."""
    said = _letters(cell) or cell.strip()
    if said in _YES or cell.strip() in _TICKS:
        return True
    if said in _NO:
        return False
    weight = weight_of(cell)
    return None if weight is None else weight == "concern"


class NodeWords(msgspec.Struct, frozen=True):
    """By which a cell names a node: its id, else all its words, or the report sub-heading of its KLOE."""

    ids: dict[str, str]
    texts: dict[str, str]

    def found(self, cell: str) -> tuple[str, ...]:
        """The nodes that a cell names, in its order; none where it names none that is known."""
        named = (self.ids.get(f"w{match[1]}".casefold()) for match in _NODE.finditer(cell))
        by_id = tuple(dict.fromkeys(node for node in named if node))
        by_words = self.texts.get(_letters(cell))
        return by_id or ((by_words,) if by_words else ())


def node_words(pack: Pack) -> NodeWords:
    """Of the framework as it is in use; what the team took away again is not found."""
    gone = retracted_nodes(pack)
    texts = {node: text for node, text in node_texts(pack).items() if node not in gone}
    by_words = {_letters(kloe.sub_heading): kloe.id for kloe in pack.kloes}
    for node, text in texts.items():
        by_words.setdefault(_letters(text), node)
    by_words.pop("", None)
    return NodeWords({node.casefold(): node for node in texts}, by_words)


def _letters(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold()))
