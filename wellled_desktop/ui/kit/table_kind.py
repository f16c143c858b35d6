"""What is to be known of a kind of table (a risk register, service-level findings) for it to be taken over from a file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import msgspec

from wellled_desktop.exchange.table_file import Guessed, HeadedSheet, LeftOut, TableFile
from wellled_desktop.exchange.table_rows import Cancelled, Progress
from wellled_desktop.inspection.commands import Command


class Part(msgspec.Struct, frozen=True):
    """What is recorded in one go: a command, and how many entries it holds."""

    command: Command
    entries: int


class Came(msgspec.Struct, frozen=True):
    """What the columns as chosen come to: the first rows as they would be, a summary, what is to be told of rows, and the parts
    in which it would be recorded. `with_choice` is what it comes to where somebody takes the `choice`, which a kind may offer.
    """

    first: tuple[tuple[str, ...], ...]
    summary: str
    told: tuple[LeftOut, ...]
    parts: tuple[Part, ...]
    choice: str = ""
    with_choice: "Came | None" = None

    @property
    def entries(self) -> int:
        return sum(part.entries for part in self.parts)


class Preview(msgspec.Struct, frozen=True):
    """The table of the first rows: `wide` is the column that takes the room that is left, `samples` how wide the others are."""

    headers: tuple[str, ...]
    wide: int
    samples: dict[int, str]
    give_way: tuple[int, ...]


class TableWords(msgspec.Struct, frozen=True):
    """`one` and `many` name an entry; `missing` says which columns are needed; in `recorded` and `stopped` %1 is how many."""

    one: str
    many: str
    first: str
    missing: str
    comparing: str
    recorded: str
    stopped: str


class TableKind(Protocol):
    """`name`, in lower-case words, is that under which its headings are remembered."""

    name: str
    words: TableWords
    preview: Preview
    titles: Mapping[str, str]
    """What each column is called in the dialog, in order, with its key marked."""

    def read(
        self, path: Path, remembered: Mapping[str, str], progress: Progress, cancelled: Cancelled
    ) -> TableFile[Any]:
        """On a worker's thread. Raises TableUnreadable and ReadingCancelled."""
        ...

    def columns(self, places: Mapping[str, int | None]) -> Guessed: ...

    def comes_to(self, source: str, sheet: HeadedSheet[Any], columns: Any) -> Came:
        """On a worker's thread."""
        ...
