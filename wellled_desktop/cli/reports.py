"""`wellled report`: the day's PDF."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from wellled_desktop.cli.choices import Inspection
from wellled_desktop.cli.opening import open_inspection, pinned_pack, setting
from wellled_desktop.cli.output import bar, say
from wellled_desktop.cli.typed import day, one_line

group = typer.Typer(no_args_is_help=True, help="Reports.")


@group.callback()
def report() -> None:
    """Reports."""


@group.command("day")
def write_day(
    context: typer.Context,
    *,
    inspection: Inspection,
    date: Annotated[str, typer.Option("--date", metavar="DATE", help="YYYY-MM-DD.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The PDF to write.")],
    inspector: Annotated[
        str | None, typer.Option("--inspector", metavar="NAME", help="Only what this inspector recorded.")
    ] = None,
) -> None:
    """Write the day report as a PDF; its path, pages and SHA-256 are printed."""
    from wellled_desktop.reports.day_report import write_day_report
    from wellled_desktop.reports.fonts import fonts_in
    from wellled_desktop.store import reading

    chosen = setting(context)
    wanted = day(date)
    author = one_line(inspector or "") or None
    with open_inspection(chosen, inspection) as opened:
        asked = partial(reading.day_report, day=wanted, device=opened.device, author=author)
        model, pack = opened.store.read(asked), pinned_pack(opened.store)
    with bar("Writing the day report") as progress:
        facts = write_day_report(model, pack, out, fonts_in(chosen.resources / "fonts"), progress=progress)
    say(f"{out} {facts.pages} pages sha256 {facts.sha256}")
