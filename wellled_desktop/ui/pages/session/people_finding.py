"""Finding somebody in the room as one types: by words of their role or label, by its initials, by their key. No widgets."""

from collections.abc import Sequence

import msgspec

from wellled_desktop.framework.finding import words
from wellled_desktop.framework.typos import slips, slips_allowed
from wellled_desktop.inspection.read_models import Participant
from wellled_desktop.inspection.speaking import spoken_voice
from wellled_desktop.inspection.words import Voice
from wellled_desktop.ui.kit.speaking import speaker_words

MOST_KEYS = 9
# Alt+E is the Edit menu's and Alt+I the Inspection menu's; L is the next letter of "silence". Ctrl+Alt is AltGr in Britain.
VOICE_KEYS: tuple[tuple[str, Voice], ...] = (
    ("S", "several"),
    ("N", "nobody-answered"),
    ("D", "disagreement"),
    ("L", "silence"),
)
_NOT_MEANT = 1_000
_SMALL = frozenset(("of", "the", "and", "for", "to"))


class Somebody(msgspec.Struct, frozen=True):
    """A speaker to be chosen: a participant or a voice, in words, and the key after Alt ("" where there is none left)."""

    id: str
    words: str
    key: str


def speakers(present: Sequence[Participant], titles: dict[str, str]) -> tuple[Somebody, ...]:
    """Who can speak the next line: those on the list, numbered, then the voices."""
    people = (
        Somebody(person.id, speaker_words(person, titles), str(number) if number <= MOST_KEYS else "")
        for number, person in enumerate(present, start=1)
    )
    return (*people, *(Somebody(voice, spoken_voice(voice), key) for key, voice in VOICE_KEYS))


def find_people(everybody: Sequence[Somebody], typed: str) -> tuple[Somebody, ...]:
    """Those whom every typed word may mean, those typed without a slip first; nothing typed means anybody."""
    wanted = tuple(words(typed))
    if not wanted:
        return () if typed.strip() else tuple(everybody)
    costs = [(sum(_cost(one, word) for word in wanted), one) for one in everybody]
    return tuple(one for cost, one in sorted(costs, key=lambda pair: pair[0]) if cost < _NOT_MEANT)


def _cost(one: Somebody, typed: str) -> int:
    """How many slips it takes to mean this one by a typed word."""
    own = tuple(words(one.words))
    initials = "".join(word[0] for word in own if word not in _SMALL)
    # The chief executive is the CEO as well: an officer goes without saying.
    if typed == one.key.casefold() or any(name.startswith(typed) for name in (*own, initials, f"{initials}o")):
        return 0
    most = slips_allowed(typed)
    return min((cost for word in own if (cost := slips(typed, word, most)) is not None), default=_NOT_MEANT)
