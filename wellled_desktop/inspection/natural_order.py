"""The order in which people put names and references with numbers in them: paper 2 before paper 10."""

import re

_NUMBERS = re.compile(r"(\d+)")
_LONGEST = 18


def natural_order(words: str) -> list[tuple[int, int, str]]:
    """What to sort by. Capitals and small letters are the same."""
    return [
        (0, int(part[:_LONGEST]), part) if part.isdecimal() else (1, 0, part.casefold())
        for part in _NUMBERS.split(words)
    ]
