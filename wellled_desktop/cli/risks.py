"""`wellled risk`: the trust's risk register in the record, from a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import WRONG_USAGE, Stop
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.opening import open_inspection, setting
from wellled_desktop.cli.output import as_json, as_table, bar, remark, say
from wellled_desktop.cli.typed import quoted

if TYPE_CHECKING:  # the reading of spreadsheets is loaded by the command that needs it
    from wellled_desktop.exchange.risk_register import Columns, Comparison, Register, RegisterSheet, Taken

group = typer.Typer(no_args_is_help=True, help="The trust's risk register, for comparing worries with.")
_MOST_TOLD = 20


@group.command("list")
def list_risks(context: typer.Context, inspection: Inspection, json: Json = False) -> None:
    """The register's entries that are in the record."""
    from wellled_desktop.store.talk_reading import risks

    with open_inspection(setting(context), inspection) as opened:
        found = opened.store.read(risks)
    if json:
        as_json(found)
        return
    as_table(
        ("Reference", "Title", "Rating", "Owner", "Source"),
        [(x.reference, x.title, x.rating, x.owner, x.source) for x in found],
        "No entry of the risk register is in the record; “wellled risk import” takes one over.",
    )


Column = Annotated[str | None, typer.Option(metavar="HEADING", help="The column's heading, or its number from 1.")]


@group.command("import")
def import_file(
    context: typer.Context,
    *,
    inspection: Inspection,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV or XLSX file.")],
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="Of a workbook with several.")] = None,
    reference: Column = None,
    title: Column = None,
    rating: Column = None,
    owner: Column = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it would come to.")] = False,
    author: Author = None,
    json: Json = False,
) -> None:
    """Take a risk register over. Columns are guessed from their headings; entries already recorded are brought up to date."""
    from wellled_desktop.exchange.risk_register import compared, recording, taken
    from wellled_desktop.store.talk_reading import risks

    register = _read(file)
    chosen = _sheet(register, sheet)
    columns = _columns(chosen, {"reference": reference, "title": title, "rating": rating, "owner": owner})
    came = taken(chosen, columns, new_id)
    with open_inspection(setting(context), inspection, author) as opened:
        comparison = compared(came.risks, register.source, opened.store.read(risks))
        parts = () if dry_run else recording(comparison, register.source)
        with bar("Recording") as progress:
            for at, part in enumerate(parts, start=1):
                opened.store.execute(part)
                progress(at, len(parts))
    _tell(chosen, columns, came, comparison, json=json)


def _read(file: Path) -> "Register":
    from wellled_desktop.exchange.risk_register import RegisterUnreadable, read_register

    try:
        with bar("Reading") as progress:
            return read_register(file, progress=progress)
    except RegisterUnreadable as error:
        raise Stop(str(error)) from error


def _sheet(register: "Register", called: str | None) -> "RegisterSheet":
    if called is None:
        return register.sheets[0]
    found = next((one for one in register.sheets if one.name.casefold() == called.strip().casefold()), None)
    if found is None:
        names = ", ".join(f"“{one.name}”" for one in register.sheets)
        raise Stop(f"The file has no sheet {quoted(called)}; it has {names}.", WRONG_USAGE)
    return found


def _columns(sheet: "RegisterSheet", chosen: dict[str, str | None]) -> "Columns":
    given = {name: _column(sheet, called) for name, called in chosen.items() if called is not None}
    columns = msgspec.structs.replace(sheet.guessed, **given)
    if not columns.enough:
        headings = ", ".join(f"“{one}”" for one in sheet.headings if one)
        raise Stop(
            f"It is not clear which columns hold the reference and the title; say so with --reference and --title. The "
            f"headings are {headings}.",
            WRONG_USAGE,
        )
    return columns


def _column(sheet: "RegisterSheet", called: str) -> int:
    wanted = called.strip()
    for at, heading in enumerate(sheet.headings):
        if heading.casefold() == wanted.casefold():
            return at
    if wanted.isdigit() and 1 <= int(wanted) <= len(sheet.headings):
        return int(wanted) - 1
    raise Stop(f"The file has no column {quoted(called)}.", WRONG_USAGE)


def _tell(sheet: "RegisterSheet", columns: "Columns", came: "Taken", comparison: "Comparison", *, json: bool) -> None:
    if json:
        as_json(
            {
                "sheet": sheet.name,
                "columns": columns,
                "new": len(comparison.new),
                "changed": len(comparison.changed),
                "same": comparison.same,
                "not_in_file": comparison.missing,
                "left_out": came.left_out,
                "remark": sheet.remark,
            }
        )
        return
    say(f"{len(comparison.new)} new, {len(comparison.changed)} changed, {comparison.same} as they were")
    if comparison.missing:
        remark(f"{len(comparison.missing)} entries of the record are not in the file; they stay.")
    if sheet.remark:
        remark(sheet.remark)
    for one in came.left_out[:_MOST_TOLD]:
        remark(f"Row {one.row} {one.why}.")
    if len(came.left_out) > _MOST_TOLD:
        remark(f"And {len(came.left_out) - _MOST_TOLD} rows more; --json lists them all.")
