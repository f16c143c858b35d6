"""`wellled risk`: the trust's risk register in the record, from a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.opening import open_inspection, setting
from wellled_desktop.cli.output import as_json, as_table, bar, remark, say
from wellled_desktop.cli.table_columns import Column, Sheet, chosen_places, chosen_sheet, read_file, tell_rows, unclear

if TYPE_CHECKING:  # the reading of spreadsheets is loaded by the command that needs it
    from wellled_desktop.exchange.risk_register import Columns, Comparison, RegisterSheet, Taken

group = typer.Typer(no_args_is_help=True, help="The trust's risk register, for comparing worries with.")


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


@group.command("import")
def import_file(
    context: typer.Context,
    *,
    inspection: Inspection,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV or XLSX file.")],
    sheet: Sheet = None,
    reference: Column = None,
    title: Column = None,
    rating: Column = None,
    owner: Column = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it would come to.")] = False,
    author: Author = None,
    json: Json = False,
) -> None:
    """Take a risk register over. Columns are guessed from their headings; entries already recorded are brought up to date."""
    from wellled_desktop.exchange.risk_register import compared, read_register, recording, taken
    from wellled_desktop.store.talk_reading import risks

    register = read_file(read_register, file)
    chosen = chosen_sheet(register, sheet)
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


def _columns(sheet: "RegisterSheet", chosen: dict[str, str | None]) -> "Columns":
    columns: Columns = msgspec.structs.replace(sheet.guessed, **chosen_places(sheet, chosen))
    if not columns.enough:
        raise unclear(sheet, "the reference and the title", "--reference and --title")
    return columns


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
        missing = len(comparison.missing)
        are, stay = (
            ("1 entry of the record is", "it stays")
            if missing == 1
            else (f"{missing:,} entries of the record are", "they stay")
        )
        remark(f"{are} not in the file; {stay}.")
    if sheet.remark:
        remark(sheet.remark)
    tell_rows(came.left_out)
