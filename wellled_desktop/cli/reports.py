"""`wellled report`: the day's PDF, and what is printed for paper: blank role cards and question sheets."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli.choices import Inspection, Json
from wellled_desktop.cli.exits import DAMAGED, FAILED, NOT_FOUND, WRONG_USAGE, Stop
from wellled_desktop.cli.opening import open_inspection, pinned_pack, setting
from wellled_desktop.cli.output import as_json, bar, remark, say
from wellled_desktop.cli.typed import day, one_line, quoted
from wellled_desktop.framework.pack import Pack, TrustType, role_titles
from wellled_desktop.framework.scope import scope_for

if TYPE_CHECKING:  # the store is loaded by the command that needs it
    from wellled_desktop.reports.writing import ReportFacts
    from wellled_desktop.store.store import Store

group = typer.Typer(no_args_is_help=True, help="Reports.")


@group.callback()
def report() -> None:
    """Reports."""


Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="The PDF to write.")]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is no report of ours.")]


@group.command("day")
def write_day(
    context: typer.Context,
    *,
    inspection: Inspection,
    date: Annotated[str, typer.Option("--date", metavar="DATE", help="YYYY-MM-DD.")],
    out: Out,
    inspector: Annotated[
        str | None, typer.Option("--inspector", metavar="NAME", help="Only what this inspector recorded.")
    ] = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Write the day report as a PDF; its path, pages and SHA-256 are printed."""
    from wellled_desktop.reports.day_report import write_day_report
    from wellled_desktop.reports.fonts import fonts_in
    from wellled_desktop.store.day_reading import day_report

    chosen = setting(context)
    wanted = day(date)
    check_place(out, force=force)
    with open_inspection(chosen, inspection) as opened:
        author = _author(opened.store, inspector) if inspector is not None else None
        asked = partial(day_report, day=wanted, device=opened.device, author=author)
        model, pack = opened.store.read(asked), pinned_pack(opened.store)
        outside = _outside(opened.store, wanted)
    with bar("Writing the day report") as progress:
        facts = write_day_report(model, pack, out, fonts_in(chosen.resources / "fonts"), progress=progress)
    say_written(out, facts, json=json)
    if outside:
        remark(outside)


@group.command("cards")
def write_cards(
    context: typer.Context,
    *,
    inspection: Inspection,
    out: Out,
    role: Annotated[
        list[str] | None,
        typer.Option("--role", metavar="ROLE", help="A role's id; may be repeated. Else all that apply."),
    ] = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Write blank role cards for paper: what to raise with each role and why, with room to write."""
    from wellled_desktop.reports.fonts import fonts_in
    from wellled_desktop.reports.role_cards import write_role_cards
    from wellled_desktop.store import reading

    chosen = setting(context)
    check_place(out, force=force)
    with open_inspection(chosen, inspection) as opened:
        detail, pack = opened.store.read(reading.inspection_detail), pinned_pack(opened.store)
    if detail is None:
        raise Stop("This inspection is empty; run “wellled verify”. Nothing was changed.", DAMAGED)
    roles = _known_roles(pack, detail.trust_types, role or [])
    with bar("Writing the role cards") as progress:
        facts = write_role_cards(
            detail, pack, out, fonts_in(chosen.resources / "fonts"), roles=roles, progress=progress
        )
    say_written(out, facts, json=json)


def _known_roles(pack: Pack, trust_types: tuple[TrustType, ...], called: list[str]) -> tuple[str, ...]:
    known, scope = role_titles(pack), scope_for(pack, trust_types)
    roles = tuple(one_line(one).casefold() for one in called)
    for one in roles:
        if one not in known:
            raise Stop(f"There is no role {quoted(one)}; “wellled framework show” lists them.", NOT_FOUND)
        if reason := scope.reason(one):
            raise Stop(f"{known[one].capitalize()}: {reason} Its card was not written.", NOT_FOUND)
    return roles


@group.command("sheets")
def write_sheets(
    context: typer.Context,
    *,
    inspection: Inspection,
    date: Annotated[str, typer.Option("--date", metavar="DATE", help="YYYY-MM-DD.")],
    out: Out,
    force: Force = False,
    json: Json = False,
) -> None:
    """Write the question sheets of a day for paper, each session on pages of its own."""
    from wellled_desktop.reports.fonts import fonts_in
    from wellled_desktop.reports.question_sheets import write_question_sheets
    from wellled_desktop.store.sheet_reading import day_sheets

    chosen = setting(context)
    wanted = day(date)
    check_place(out, force=force)
    with open_inspection(chosen, inspection) as opened:
        sheets = opened.store.read(partial(day_sheets, day=wanted, device=opened.device))
        pack = pinned_pack(opened.store)
    if not sheets.sessions:
        raise Stop(f"No session is planned on {wanted}; no sheet was written.", NOT_FOUND)
    with bar("Writing the question sheets") as progress:
        facts = write_question_sheets(sheets, pack, out, fonts_in(chosen.resources / "fonts"), progress=progress)
    say_written(out, facts, json=json)


def say_written(out: Path, facts: "ReportFacts", *, json: bool) -> None:
    if json:
        as_json({"file": str(out), "pages": facts.pages, "sha256": facts.sha256})
        return
    pages = "1 page" if facts.pages == 1 else f"{facts.pages} pages"
    say(f"{out} {pages} sha256 {facts.sha256}")


def check_place(out: Path, *, force: bool) -> None:
    if str(out) == "-":
        raise Stop("A report is written to a file, not to standard output; name one with --out.", WRONG_USAGE)
    if out.exists() and not out.is_file() and not out.is_dir():  # of a folder, whoever writes there speaks
        raise Stop(
            f"{out} is a device, a pipe or a socket and no file, so it was left as it is; name a file with --out.",
            FAILED,
        )
    if out.is_file() and out.stat().st_size and not force and not _is_report(out):
        raise Stop(
            f"{out} is there already, is no report of WellLed Desktop and was left as it is; name another file, or add --force.",
            FAILED,
        )


def _is_report(file: Path) -> bool:
    """A report may be made anew over an earlier one: the record can always give it again. The trust's own PDF it cannot."""
    content = file.read_bytes()
    return content.startswith(b"%PDF-") and b"/Creator (WellLed Desktop)" in content


def _outside(store: "Store", wanted: dt.date) -> str:
    """What is to be known of a day on which nothing of the inspection is; "" for its days, and for those with something."""
    from wellled_desktop.reports.wording import days_from_to, long_date
    from wellled_desktop.store import overview, reading

    detail = store.read(reading.inspection_detail)
    if detail is None or wanted in (*detail.dates, *store.read(overview.days_with_something)):
        return ""
    return (
        f"{long_date(wanted)} is none of the inspection's days ({days_from_to(detail.dates[0], detail.dates[-1])}), and nothing "
        "is planned or written on it; --date names another day."
    )


def _author(store: "Store", called: str) -> str:
    """The inspector of that name as the record spells it: one of the team, or somebody who has written."""
    from wellled_desktop.store import journal, reading

    detail = store.read(reading.inspection_detail)
    team = [member.name for member in detail.team] if detail else []
    wrote = store.read(lambda connection: [entry.author for entry, _ in journal.entries(connection)])
    known = list(dict.fromkeys((*team, *wrote)))
    wanted = one_line(called)
    if wanted in known:
        return wanted
    fits = [name for name in known if name.casefold() == wanted.casefold()]
    if len(fits) != 1:
        raise Stop(
            f"There is no inspector {quoted(called)} in this inspection; there are {', '.join(known)}.", NOT_FOUND
        )
    return fits[0]
