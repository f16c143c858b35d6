"""Printing: tables for people, JSON for machines, progress for terminals. JSON keys are the read models' field names."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec

LONGEST_WHOLE_CELL = 36
"""An id is as long; ids, codes and dates are never broken, so that they can be read and copied."""
LEAST_WIDTH = 12


def as_json(value: object) -> None:
    """One JSON document on standard output, indented, UTF-8."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=2)
    sys.stdout.write(text.decode() + "\n")


def as_json_line(value: object) -> None:
    """One JSON document on one line, out of the buffer at once: where results come one by one, each is a line."""
    say(msgspec.json.encode(value).decode())


def named(identifier: str, ref: str, words: str, *, json: bool) -> None:
    """What was made: its id, and what people call it by."""
    if json:
        as_json_line({"id": identifier, "ref": ref})
    else:
        say(words)


def as_table(columns: Sequence[str], rows: Iterable[Sequence[object]], nothing: str) -> None:
    """A table on a terminal, tab-separated lines elsewhere, or the sentence `nothing`. Cells are shown as typed."""
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    if not cells:
        say(nothing)
    elif sys.stdout.isatty():
        _table(columns, cells)
    else:
        for row in (columns, *cells):
            sys.stdout.write("\t".join(" ".join(cell.split()) for cell in row) + "\n")


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for place, column in enumerate(columns):
        whole = all(len(row[place]) <= LONGEST_WHOLE_CELL and " " not in row[place] for row in rows)
        table.add_column(column, no_wrap=whole, min_width=None if whole else LEAST_WIDTH, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)


def say(text: str) -> None:
    """A line on standard output, out of the buffer at once, for whoever waits for it in a pipe."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def remark(sentence: str) -> None:
    """Something to know that is no result: on standard error, for it must not end up in a file with the results."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def step(sentence: str) -> None:
    """What is being done now, on a terminal only."""
    if sys.stderr.isatty():
        remark(sentence)


def with_properties(model: msgspec.Struct, *names: str) -> dict[str, Any]:
    """A read model as a mapping, with some of its properties (`ref`, `state`) beside its fields."""
    return {**{name: getattr(model, name) for name in names}, **msgspec.structs.asdict(model)}


@contextmanager
def bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar to be told how much of how much is done; on a terminal only, and gone when it is over."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return

    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
