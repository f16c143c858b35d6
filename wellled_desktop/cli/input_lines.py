"""Note lines from standard input, one at a time and never ahead of what has been written."""

import sys
from collections.abc import Iterator

from wellled_desktop.cli.exits import Stop
from wellled_desktop.inspection.decisions import LONGEST_TEXT

# In UTF-8 a character takes at most four bytes; without a limit, a stream without line breaks would fill the memory.
LONGEST_INPUT = 4 * LONGEST_TEXT + 2


def input_lines() -> Iterator[tuple[int, str, int]]:
    """Each line that holds something: its number from 1, its words, and how often in them U+FFFD stands for what is not UTF-8."""
    number = 0
    while content := sys.stdin.buffer.readline(LONGEST_INPUT + 1):
        number += 1
        if len(content) > LONGEST_INPUT:
            raise Stop(
                f"Input line {number} is longer than a million characters, so it was not written; keep it as a document of "
                "its own and write a line about it. Those acknowledged before it are kept."
            )
        words = content.decode("utf-8-sig" if number == 1 else "utf-8", errors="replace")
        if words.strip():
            yield number, words, words.count("\ufffd") - content.count(b"\xef\xbf\xbd")
