"""Who talked how much in a session: the share of each speaker in what was said, by words."""

from collections import Counter
from collections.abc import Iterable

from wellled_desktop.inspection.read_models import NoteLine, Share


def shares_of_talk(lines: Iterable[NoteLine]) -> tuple[Share, ...]:
    """The largest first; only lines of the type said count, and none that is retracted."""
    words: Counter[str | None] = Counter()
    count: Counter[str | None] = Counter()
    for line in lines:
        if line.line_type == "said" and line.retracted_at is None:
            words[line.speaker] += len(line.text.split())
            count[line.speaker] += 1
    in_all = sum(words.values())
    shares = (Share(one, count[one], said, said / in_all if in_all else 0.0) for one, said in words.items())
    return tuple(sorted(shares, key=lambda share: (-share.words, share.speaker or "")))
