"""The words by which a claim and an item of key evidence are told to be about the same thing. Pure, and no more than words."""

import re

_SPEAK_UP = "speak up"
_WORD = re.compile(r"\b(?:speak|spoke)\w* up\b|[^\W_]{3,}", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_EXAMPLES = re.compile(r"\be\.g\.|\b(?:for example|to include|including|in particular)\b|[–:]", re.IGNORECASE)
_SHORTEST = 4
_ENDINGS = (("ies", "y"), ("ing", ""), ("s", ""))
_COMMON_WORDS = (
    "about after again also been before being board both could does each every from have here into just more most much "
    "only other over same says said some such than that their them then there these they this those through trust very "
    "were what when where which while will with within would your well"
)
# Of numbers and times a claim is full, and so are the framework's texts: “every three to five years” proves nothing of any.
_NUMBERS_AND_TIMES = (
    "always days first four five seven eight nine last months never nights often once second third three time times today "
    "twice weeks year years month week"
)
# What most evidence is called, and what an inspection speaks of all day: alone they point to no one item.
_GENERAL_WORDS = (
    "achieve action agenda analysis annual around arrangement assessment assurance attend audit business change "
    "clinical committee complete control corporate cost data development developmental director document domain "
    "driving evidence executive external file financial focus follow framework governance group health high hospital "
    "improvement include information internal lead leader leadership learn learning level local lower made management "
    "manager medical meeting member minute money national number nurse nursing objective online operational "
    "opportunity organisation organisational outcome paper patient people performance place plan planning policy "
    "position practice procedure process programme progress project provider public qualitative quality quantitative "
    "question rate read recommendation record related report result review right role senior service show site small "
    "speak spoke staff standard strategic strategy structure support survey system taken team told trend used using "
    "view waiting wards wide work worker"
)


def stem(word: str) -> str:
    """Enough of a word that complaint and complaints, policy and policies, waits and waiting are one."""
    found = word.casefold()
    if found.endswith(" up"):
        return _SPEAK_UP
    for ending, instead in _ENDINGS:
        if found.endswith(ending) and len(found) - len(ending) >= 3:
            return found.removesuffix(ending) + instead
    return found


_COMMON: frozenset[str] = frozenset(_COMMON_WORDS.split())
_PASSED_OVER = frozenset(map(stem, _COMMON | frozenset(_NUMBERS_AND_TIMES.split())))
GENERAL: frozenset[str] = frozenset(map(stem, _GENERAL_WORDS.split()))


def stems(text: str) -> dict[str, str]:
    """The telling words by their stem, each as it is first written: those of four characters and more, and abbreviations."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        letters = sum(map(str.isalpha, word))
        if not letters or (len(word) < _SHORTEST and sum(map(str.isupper, word)) < 2):
            continue
        known = stem(word)
        if known not in _PASSED_OVER:
            found.setdefault(known, word)
    return found


def subject_of(text: str) -> frozenset[str]:
    """What an item is about: the words before its examples, or all of them where nothing stands before."""
    before = stems(_EXAMPLES.split(text, maxsplit=1)[0])
    return frozenset(before or stems(text))


def telling_words(text: str) -> frozenset[str]:
    """The words of four letters and more, without the commonest, a plural's s taken off."""
    return frozenset(word.rstrip("s") for word in map(str.casefold, _LETTERS.findall(text)) if word not in _COMMON)
