"""All the words of a document's blocks, for tests that ask what is said and not how it looks."""

from collections.abc import Iterator

import msgspec

from wellled_desktop.reports.blocks import Document, Line


def words_of(document: Document) -> str:
    return "\n".join(_strings(msgspec.to_builtins(document.blocks)))


def lines_of(document: Document) -> dict[str, Line]:
    return {block.ref: block for block in document.blocks if isinstance(block, Line)}


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)
