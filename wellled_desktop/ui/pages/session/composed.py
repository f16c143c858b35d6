"""What stands in the composer: a line before it is one, and the tags and draft it comes to. No widgets."""

import re
import unicodedata
from collections.abc import Mapping

import msgspec

from wellled_desktop.framework.pack import Pack, node_texts
from wellled_desktop.inspection.decisions import clean
from wellled_desktop.inspection.read_models import NoteLine, SavedDraft
from wellled_desktop.inspection.words import LineType, Weight

_TYPED_TAG = re.compile(r"(?<![^\s(])#+([A-Za-z]\d+(?:\.[A-Za-z]?\d+)*)(?=[\s.,;:!?)]|$)")

_SIGNED_WORD = re.compile(r"(?<![^\s(])(?:#+|@)[^\W\d_]{2}[\w-]*")
_EMPTY_BRACKETS = re.compile(r"\(\s*\)")
_NOBODY = "nobody"
_SPOKEN: frozenset[LineType] = frozenset(("said", "data"))


class Composed(msgspec.Struct, frozen=True):
    """The words and the coding of a line that is being written or changed."""

    text: str
    line_type: LineType = "said"
    speaker: str | None = None
    tags: tuple[str, ...] = ()
    claim: bool = False
    weight: Weight = "neutral"
    points_other_way: bool = False

    @property
    def has_speaker(self) -> bool:
        return has_speaker(self.line_type)


class KnownTags:
    """The ids of the framework, however they are typed."""

    def __init__(self, pack: Pack) -> None:
        self._texts: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self.adopt(pack)

    @property
    def texts(self) -> Mapping[str, str]:
        """By id; stays the same one, and holds what there is."""
        return self._texts

    def adopt(self, pack: Pack) -> None:
        """These are the nodes from now on; none ever goes (see `framework.local`)."""
        self._texts.update(node_texts(pack))
        self._ids = {node_id.casefold(): node_id for node_id in self._texts}

    def exact(self, typed: str) -> str | None:
        """The id that was typed in full, in any case; None for anything else."""
        return self._ids.get(typed.strip().casefold())

    def taken_out(self, text: str) -> tuple[str, tuple[str, ...]]:
        """The text without the ids typed in full after a #, and those ids; other # signs are words like any other."""
        if "#" not in text:
            return text, ()
        found: list[str] = []

        def keep_or_take(match: re.Match[str]) -> str:
            node_id = self.exact(match.group(1))
            if node_id is None:
                return match.group()
            found.append(node_id)
            return ""

        rest = _TYPED_TAG.sub(keep_or_take, text)
        if found:
            rest = _EMPTY_BRACKETS.sub("", rest)
            rest = re.sub(r" {2,}", " ", re.sub(r" +(?=[.,;:!?\n]|$)", "", rest))
        return rest, tuple(dict.fromkeys(found))


def has_speaker(line_type: LineType) -> bool:
    """What was seen, read or concluded comes from the inspector: nobody in the room said it."""
    return line_type in _SPOKEN


def says_something(text: str) -> bool:
    """Whether there is anything in it besides spaces, characters that cannot be seen, and what stands for those."""
    return any(not one.isspace() and one != "\ufffd" and unicodedata.category(one) not in ("Cc", "Cf") for one in text)


def signed_word(text: str, before: str = "") -> str:
    """The first #word or @word of the text that was not in it before; "" for none. A number after # is no such word, nor is an
    address.
    """
    if "#" not in text and "@" not in text:
        return ""
    words = (match.group() for match in _SIGNED_WORD.finditer(text))
    return next((word for word in words if word not in before), "")


def line_words(text: str) -> str:
    """The text as the record will keep it, for showing it before it is there."""
    return clean(text).strip()


def joined(*texts: str) -> str:
    """Texts that come back together, each on lines of its own."""
    return "\n".join(text for text in texts if text)


def as_draft(composed: Composed, aside: Composed | None = None, *, may_choose: bool = True) -> Composed:
    """What a draft is saved as: what was set aside while an earlier line is changed, the words, and the tags as #ids.

    Words set aside are a line that is nowhere else yet, so type, speaker and marks are theirs. No speaker is nobody in
    particular where one may choose, and not known where the session is still being opened (not `may_choose`).
    """
    before = as_draft(aside).text if aside else ""
    tag_words = " ".join(f"#{tag}" for tag in composed.tags)
    text = joined(before, composed.text, tag_words if composed.text or before else "")
    coded = aside if aside and before else composed
    speaker = coded.speaker or (_NOBODY if may_choose else None) if coded.has_speaker else None
    return msgspec.structs.replace(coded, text=text, tags=(), speaker=speaker)


def as_composed(draft: SavedDraft, alone: str | None) -> Composed:
    """A saved draft, its tags still in its text. One saved before its session was there names no speaker, which is then the one
    participant, if there is one (`alone`).
    """
    speaker = alone if draft.speaker is None else None if draft.speaker == _NOBODY else draft.speaker
    return msgspec.structs.replace(saved_words(draft), speaker=speaker)


def saved_words(draft: SavedDraft) -> Composed:
    """A saved draft as it stands, its tags still in its text."""
    return Composed(
        draft.text,
        draft.line_type,
        draft.speaker,
        claim=draft.claim,
        weight=draft.weight,
        points_other_way=draft.points_other_way,
    )


def words_of_line(line: NoteLine) -> Composed:
    """A recorded line, for changing it."""
    return Composed(line.text, line.line_type, line.speaker, line.tags, line.claim, line.weight, line.points_other_way)
