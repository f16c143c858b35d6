"""When things happen: how lines are shared out among meetings and writers, and the pace at which they are written."""

import random
from collections.abc import Sequence

_SLOWEST, _QUICKEST = 64, 46
_FIRST_LINE_MS = 20_000
_LAST_LINE_MS = 25_000


def shared_out(total: int, weights: Sequence[float]) -> list[int]:
    """`total` in whole parts by weight (largest remainders), so that the parts add up to it exactly."""
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(weights)), key=lambda at: parts[at] - exact[at])
    for at in by_remainder[: total - sum(parts)]:
        parts[at] += 1
    return parts


def talk_pace(begin_ms: int, minutes: int, count: int, chance: random.Random) -> list[int]:
    """`count` moments of one writer, rising, from just after the beginning to just before the end of `minutes`."""
    first = begin_ms + _FIRST_LINE_MS + chance.randrange(_FIRST_LINE_MS)
    span = begin_ms + minutes * 60_000 - _LAST_LINE_MS - first
    gaps = [chance.uniform(_QUICKEST, _SLOWEST) for _ in range(count - 1)]
    moments = [first]
    passed = 0.0
    for gap in gaps:
        passed += gap
        moments.append(first + round(span * passed / sum(gaps)))
    return moments


def at_leisure(begin_ms: int, end_ms: int, count: int, chance: random.Random) -> list[int]:
    """`count` moments between two, rising, at no particular pace."""
    return sorted(begin_ms + chance.randrange(end_ms - begin_ms) for _ in range(count))
