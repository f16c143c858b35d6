"""A table from a file on the command line: read with progress, its sheet and columns named, and what is told of its rows."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from wellled_desktop.cli.exits import WRONG_USAGE, Stop
from wellled_desktop.cli.output import bar, remark
from wellled_desktop.cli.typed import quoted

if TYPE_CHECKING:  # the reading of spreadsheets is loaded by the command that needs it
    from wellled_desktop.exchange.table_file import HeadedSheet, LeftOut, TableFile

Column = Annotated[str | None, typer.Option(metavar="HEADING", help="The column's heading, or its number from 1.")]
Sheet = Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="Of a workbook with several.")]
_MOST_TOLD = 20

File = TypeVar("File", bound="TableFile[Any]")


def read_file(read: Callable[..., File], file: Path) -> File:
    from wellled_desktop.exchange.table_rows import TableUnreadable

    try:
        with bar("Reading") as progress:
            return read(file, progress=progress)
    except TableUnreadable as error:
        raise Stop(str(error)) from error


def chosen_sheet(file: "TableFile[Any]", called: str | None) -> "HeadedSheet[Any]":
    if called is None:
        return file.sheets[0]
    found = next((one for one in file.sheets if one.name.casefold() == called.strip().casefold()), None)
    if found is None:
        names = ", ".join(f"“{one.name}”" for one in file.sheets)
        raise Stop(f"The file has no sheet {quoted(called)}; it has {names}.", WRONG_USAGE)
    return found


def chosen_places(sheet: "HeadedSheet[Any]", chosen: Mapping[str, str | None]) -> dict[str, int]:
    """The columns that were named, by what they hold."""
    return {name: _place(sheet, called) for name, called in chosen.items() if called is not None}


def unclear(sheet: "HeadedSheet[Any]", what: str, options: str) -> Stop:
    headings = ", ".join(f"“{one}”" for one in sheet.headings if one)
    return Stop(
        f"It is not clear which columns hold {what}; say so with {options}. The headings are {headings}.", WRONG_USAGE
    )


def _place(sheet: "HeadedSheet[Any]", called: str) -> int:
    wanted = called.strip()
    for at, heading in enumerate(sheet.headings):
        if heading.casefold() == wanted.casefold():
            return at
    if wanted.isdigit() and 1 <= int(wanted) <= len(sheet.headings):
        return int(wanted) - 1
    raise Stop(f"The file has no column {quoted(called)}.", WRONG_USAGE)


def tell_rows(left_out: "Sequence[LeftOut]") -> None:
    for one in left_out[:_MOST_TOLD]:
        remark(f"Row {one.row} {one.why}.")
    if len(left_out) > _MOST_TOLD:
        more = len(left_out) - _MOST_TOLD
        remark(f"And {'1 row' if more == 1 else f'{more:,} rows'} more; --json lists them all.")
