"""Note lines from standard input, one at a time and never ahead of what has been written."""

import sys
from collections.abc import Iterator

from wellled_desktop.cli.exits import Stop
from wellled_desktop.inspection.decisions import LONGEST_TEXT

# In UTF-8 a character takes at most four bytes; without a limit, a stream without line breaks would fill the memory.
LONGEST_INPUT = 4 * LONGEST_TEXT + 2


def input_lines() -> Iterator[tuple[int, str]]:
    """Each line that holds something, with its number from 1. What is not UTF-8 becomes U+FFFD, visibly."""
    number = 0
    while content := sys.stdin.buffer.readline(LONGEST_INPUT + 1):
        number += 1
        if len(content) > LONGEST_INPUT:
            raise Stop(
                f"Input line {number} is longer than a million characters, so it was not written; attach it as a document "
                "instead. Those acknowledged before it are kept."
            )
        words = content.decode("utf-8-sig" if number == 1 else "utf-8", errors="replace")
        if words.strip():
            yield number, words
