"""Who talked how much in a session: the share of each speaker in what was said, by words; and what was nobody's talk."""

from collections import Counter
from collections.abc import Iterable

from wellled_desktop.inspection.read_models import NoteLine, Share, Talk, Unspoken
from wellled_desktop.inspection.words import UNSPOKEN


def talk_of(lines: Iterable[NoteLine]) -> Talk:
    """Only lines of the type said have a share, and none that is retracted. Silence is in nobody's: it is counted by lines."""
    words: Counter[str | None] = Counter()
    count: Counter[str | None] = Counter()
    for line in lines:
        if line.retracted_at is not None:
            continue
        if line.speaker in UNSPOKEN:
            count[line.speaker] += 1
        elif line.line_type == "said":
            words[line.speaker] += len(line.text.split())
            count[line.speaker] += 1
    in_all = sum(words.values())
    shares = (Share(one, count[one], said, said / in_all if in_all else 0.0) for one, said in words.items())
    return Talk(
        tuple(sorted(shares, key=lambda share: (-share.words, share.speaker or ""))),
        tuple(Unspoken(voice, count[voice]) for voice in UNSPOKEN if count[voice]),
    )
