"""`wellled request liaison`: the list of requests for the trust's liaison, which holds nothing of the notes."""

import datetime as dt
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from wellled_desktop.cli.choices import Inspection, Json
from wellled_desktop.cli.exits import DAMAGED, FAILED, WRONG_USAGE, Stop
from wellled_desktop.cli.opening import open_inspection, setting
from wellled_desktop.cli.output import as_json, remark, say

if TYPE_CHECKING:  # the store is loaded by the command that needs it
    from wellled_desktop.inspection.liaison import LiaisonList


def add_to(group: typer.Typer) -> None:
    group.command("liaison")(liaison_list)


def liaison_list(
    context: typer.Context,
    *,
    inspection: Inspection,
    pdf: Annotated[Path | None, typer.Option("--pdf", metavar="FILE", help="The PDF to write.")] = None,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="The table to write.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there already.")] = False,
    json: Json = False,
) -> None:
    """Write what was asked of the trust for its liaison: numbers, days and states, and nothing of the notes."""
    from wellled_desktop.reports.fonts import fonts_in
    from wellled_desktop.reports.liaison_list import write_liaison_list
    from wellled_desktop.store import liaison_reading, reading

    if pdf is None and csv is None:
        raise Stop("Name the file to write with --pdf or --csv; both may be given. Nothing was written.", WRONG_USAGE)
    for out in filter(None, (pdf, csv)):
        _check_place(out, force=force)
    chosen = setting(context)
    today = dt.date.today()  # noqa: DTZ011  # days of the wall calendar are meant
    with open_inspection(chosen, inspection) as opened:
        requests = opened.store.read(partial(liaison_reading.liaison, today=today))
        detail = opened.store.read(reading.inspection_detail)
    if detail is None:
        raise Stop("This inspection is empty; run “wellled verify”. Nothing was written.", DAMAGED)
    if pdf is not None:
        write_liaison_list(requests, detail, pdf, fonts_in(chosen.resources / "fonts"))
    if csv is not None:
        _write_table(requests, csv)
    _tell(requests, pdf, csv, json=json)


def _check_place(out: Path, *, force: bool) -> None:
    if out.exists() and not force:
        raise Stop(f"{out} is there already and was left as it is; name another file, or add --force.", FAILED)


def _write_table(requests: "LiaisonList", out: Path) -> None:
    from wellled_desktop.exchange.liaison_table import liaison_table
    from wellled_desktop.reports.errors import not_written
    from wellled_desktop.vault.disk import Disk, NotSynced, write_whole

    try:
        with suppress(NotSynced):  # a stick may refuse to be synced, and the list can be made again
            write_whole(Disk(), out, liaison_table(requests))
    except OSError as error:
        raise not_written(error, out) from error


def _tell(requests: "LiaisonList", pdf: Path | None, csv: Path | None, *, json: bool) -> None:
    if json:
        files = [str(out) for out in (pdf, csv) if out is not None]
        as_json({"files": files, **msgspec.structs.asdict(requests)})
        return
    for out in filter(None, (pdf, csv)):
        say(f"{out} {'1 request' if len(requests.rows) == 1 else f'{len(requests.rows):,} requests'}")
    for ref in requests.withheld:
        remark(f"{ref} is worded like the note it was made for, so its words were left out; amend it and write again.")
