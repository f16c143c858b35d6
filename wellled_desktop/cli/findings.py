"""`wellled findings`: what core-service reports say, a source of its own."""

import os
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import DAMAGED, NOT_FOUND, Stop
from wellled_desktop.cli.opening import open_inspection, setting
from wellled_desktop.cli.output import as_json, as_json_line, as_table, bar, remark, say
from wellled_desktop.cli.table_columns import (
    Column,
    Sheet,
    chosen_places,
    chosen_sheet,
    read_file,
    tell_rows,
    unclear,
)
from wellled_desktop.cli.typed import node_id, quoted
from wellled_desktop.inspection.commands import LinkFinding, RetractFindings
from wellled_desktop.inspection.identity import uuid7s
from wellled_desktop.inspection.read_models import ServiceFinding

if TYPE_CHECKING:  # the store and the reading of spreadsheets are loaded by the command that needs them
    from wellled_desktop.exchange.finding_words import NodeWords
    from wellled_desktop.exchange.service_findings import Columns, Comparison, FindingsSheet, Taken
    from wellled_desktop.store.store import Store

FindingArgument = Annotated[str, typer.Argument(metavar="FINDING", help="Its id, or the beginning of one.")]
_LEAST = 4
group = typer.Typer(no_args_is_help=True, help="Service-level findings: what core-service reports say.")


@group.command("list")
def list_findings(
    context: typer.Context,
    inspection: Inspection,
    node: Annotated[str | None, typer.Option("--node", metavar="NODE", help="Only those linked to it.")] = None,
    retracted: Annotated[bool, typer.Option("--retracted", help="Those retracted as well.")] = False,
    json: Json = False,
) -> None:
    """The findings by service, in the order recorded."""
    from wellled_desktop.store.weighing_reading import findings

    item = node_id(node) if node else None
    with open_inspection(setting(context), inspection) as opened:
        found = opened.store.read(partial(findings, node=item, retracted=retracted))
    if json:
        as_json(found)
        return
    as_table(
        ("Service", "Finding", "For", "Weight", "Way", "Source", "Reported", "Id"),
        [(x.service, x.text, x.node, x.weight, _way(x), x.source, x.reported, x.id) for x in found],
        "No service-level finding is in the record; “wellled findings import” takes them over from a file.",
    )


@group.command("import")
def import_file(
    context: typer.Context,
    *,
    inspection: Inspection,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV or XLSX file.")],
    sheet: Sheet = None,
    service: Column = None,
    text: Column = None,
    rating: Column = None,
    other_way: Column = None,
    node: Column = None,
    reported: Column = None,
    retracted: Annotated[
        bool, typer.Option("--retracted", help="Take in those as well that were retracted for a reason.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it would come to.")] = False,
    author: Author = None,
    json: Json = False,
) -> None:
    """Take findings over. Columns are guessed from their headings; what is recorded already is not doubled."""
    from wellled_desktop.exchange.service_findings import compared, read_findings, recording, taken
    from wellled_desktop.store.weighing_reading import findings

    read = read_file(read_findings, file)
    chosen = chosen_sheet(read, sheet)
    named = {
        "service": service,
        "text": text,
        "rating": rating,
        "other_way": other_way,
        "node": node,
        "reported": reported,
    }
    columns = _columns(chosen, named)
    with open_inspection(setting(context), inspection, author) as opened:
        came = taken(
            chosen, columns, _nodes(opened.store), partial(next, uuid7s(time.time_ns() // 1_000_000, os.urandom))
        )
        comparison = compared(came, opened.store.read(partial(findings, retracted=True)), retracted_too=retracted)
        parts = () if dry_run else recording(comparison, read.source)
        with bar("Recording") as progress:
            for at, part in enumerate(parts, start=1):
                opened.store.execute(part)
                progress(at, len(parts))
    _tell(chosen, columns, came, comparison, json=json)


@group.command("link")
def link(
    context: typer.Context,
    *,
    inspection: Inspection,
    finding: FindingArgument,
    node: Annotated[str, typer.Argument(metavar="NODE", help="A prompt or key evidence (W3.2); empty for none.")],
    other_way: Annotated[bool, typer.Option("--other-way", help="It points the other way.")] = False,
    author: Author = None,
    json: Json = False,
) -> None:
    """Link a finding to an item of the framework, or to none."""
    item = node_id(node)
    with open_inspection(setting(context), inspection, author) as opened:
        found = _find(opened.store, finding)
        changes = opened.store.execute(LinkFinding(found.id, item, other_way))
    if json:
        as_json_line({"id": found.id, "node": item or None, "changed": bool(changes)})
    else:
        say(f"{found.id} {item or 'linked to nothing'}" if changes else f"{found.id} was already so")


@group.command("retract")
def retract(
    context: typer.Context,
    *,
    inspection: Inspection,
    finding: Annotated[list[str], typer.Argument(metavar="FINDING...", help="Ids, or their beginnings.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it stays in the record.")],
    author: Author = None,
    json: Json = False,
) -> None:
    """Retract findings, with a reason."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = tuple(_find(opened.store, one).id for one in finding)
        changes = opened.store.execute(RetractFindings(found, reason))
    if json:
        as_json_line({"ids": found, "retracted": len(changes)})
    else:
        say(f"{len(changes)} retracted")


def _columns(sheet: "FindingsSheet", chosen: dict[str, str | None]) -> "Columns":
    columns: Columns = msgspec.structs.replace(sheet.guessed, **chosen_places(sheet, chosen))
    if not columns.enough:
        raise unclear(sheet, "the service and the finding", "--service and --text")
    return columns


def _nodes(store: "Store") -> "NodeWords":
    from wellled_desktop.exchange.finding_words import node_words
    from wellled_desktop.store.framework_reading import pack_in_use

    pack = store.read(pack_in_use)
    if pack is None:
        raise Stop("This inspection holds no framework; run “wellled verify”. Nothing was changed.", DAMAGED)
    return node_words(pack)


def _find(store: "Store", called: str) -> ServiceFinding:
    from wellled_desktop.store.weighing_reading import findings

    wanted = called.strip().casefold()
    known = store.read(partial(findings, retracted=True))
    fits = [one for one in known if one.id == wanted or (len(wanted) >= _LEAST and one.id.startswith(wanted))]
    exactly = [one for one in fits if one.id == wanted] or fits
    if len(exactly) == 1:
        return exactly[0]
    if exactly:
        raise Stop(
            f"{quoted(called)} fits {len(exactly)} findings; give the id that “wellled findings list” shows.", NOT_FOUND
        )
    raise Stop(f"There is no service-level finding {quoted(called)} in this inspection.", NOT_FOUND)


def _way(finding: ServiceFinding) -> str:
    return "other way" if finding.points_other_way else ""


def _tell(sheet: "FindingsSheet", columns: "Columns", came: "Taken", comparison: "Comparison", *, json: bool) -> None:
    told = sorted((*came.left_out, *comparison.retracted), key=lambda one: one.row)
    if json:
        as_json(
            {
                "sheet": sheet.name,
                "columns": columns,
                "new": len(comparison.new),
                "linked": sum(one.node is not None for one in comparison.new),
                "same": comparison.same,
                "left_out": told,
                "remark": sheet.remark,
            }
        )
        return
    say(f"{len(comparison.new)} new, {comparison.same} as they were")
    if sheet.remark:
        remark(sheet.remark)
    tell_rows(told)
    if comparison.retracted:
        remark("What was retracted for a reason is taken in with --retracted.")
