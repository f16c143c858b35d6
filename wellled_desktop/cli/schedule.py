"""`wellled schedule`: the planned sessions to and from a calendar (.ics) or a table (.csv)."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import FAILED, NOT_FOUND, WRONG_USAGE, Stop
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.opening import open_inspection, pinned_pack, setting
from wellled_desktop.cli.output import as_json, as_table, remark, say
from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.speaking import spoken_role

if TYPE_CHECKING:  # what reads and writes calendars is loaded by the command that needs it
    from wellled_desktop.exchange.schedule_import import ImportPlan, ImportRow

group = typer.Typer(no_args_is_help=True, help="The schedule of sessions, to and from a calendar or a table.")


@group.command("export")
def export(
    context: typer.Context,
    *,
    inspection: Inspection,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="The file to write: its name ends in .ics or .csv.")
    ],
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is no schedule of ours.")] = False,
    json: Json = False,
) -> None:
    """Write every session that is not cancelled, by role and never by name; a calendar holds those with a time."""
    from wellled_desktop.exchange.schedule_errors import ScheduleFileError
    from wellled_desktop.exchange.schedule_file import FORMS, export_schedule, is_ours
    from wellled_desktop.store import reading

    if out.suffix.casefold() not in FORMS:
        raise Stop("A schedule is written as a calendar (.ics) or a table (.csv); end the file's name so.", WRONG_USAGE)
    if out.is_file() and out.stat().st_size and not force and not is_ours(out):
        raise Stop(
            f"{out} is there already, is no schedule of WellLed Desktop and was left as it is; "
            "name another file, or add --force.",
            FAILED,
        )
    with open_inspection(setting(context), inspection) as opened:
        sessions, pack = opened.store.read(reading.sessions), pinned_pack(opened.store)
    try:
        written = export_schedule(out, sessions, pack, dt.datetime.now(dt.UTC))
    except ScheduleFileError as error:
        raise Stop(str(error), FAILED) from error
    left_out, holders = len(sessions) - written, _single_holders(sessions, pack)
    if json:
        as_json({"file": str(out), "sessions": written, "left_out": left_out, "held_by_one_person": holders})
        return
    say(f"{out} {written} {'session' if written == 1 else 'sessions'}")
    if left_out:
        remark(f"Left out, as a calendar needs a time: {left_out}. A table (.csv) holds them too.")
    if holders:
        remark(f"In this file a role names a person, because one person holds it: {', '.join(holders)}.")


def _single_holders(sessions: tuple[Session, ...], pack: Pack) -> list[str]:
    """The roles that name a person, as they are said."""
    from wellled_desktop.reports.single_holders import single_holders

    titles = role_titles(pack)
    return [
        spoken_role(titles.get(role, role)) for role in single_holders(role for one in sessions for role in one.roles)
    ]


@group.command("import")
def import_(
    context: typer.Context,
    *,
    inspection: Inspection,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A calendar (.ics) or a table (.csv).")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
    json: Json = False,
    author: Author = None,
) -> None:
    """Plan what is new in the file and change what it says otherwise; nothing is cancelled, nothing doubled."""
    from wellled_desktop.exchange.schedule_errors import ScheduleFileError
    from wellled_desktop.exchange.schedule_file import FORMS, read_schedule
    from wellled_desktop.exchange.schedule_import import plan_import
    from wellled_desktop.store import reading

    if file.suffix.casefold() not in FORMS:
        raise Stop("A schedule is read from a calendar (.ics) or a table (.csv). Nothing was changed.", WRONG_USAGE)
    with open_inspection(setting(context), inspection, author) as opened:
        pack = pinned_pack(opened.store)
        try:
            entries, how = read_schedule(file, pack)
        except FileNotFoundError:
            raise Stop(f"There is no file {file}. Nothing was changed.", NOT_FOUND) from None
        except ScheduleFileError as error:
            raise Stop(str(error), FAILED) from error
        known = opened.store.read(partial(reading.sessions, cancelled=True))
        plan = plan_import(entries, known, new_id, remark=how)
        if plan.commands and not dry_run:
            opened.store.execute(*plan.commands)
        after = {one.id: one.ref for one in opened.store.read(partial(reading.sessions, cancelled=True))}
    _tell(plan, after, json=json, done=not dry_run)


def _tell(plan: "ImportPlan", refs: dict[str, str], *, json: bool, done: bool) -> None:
    from wellled_desktop.exchange.schedule_import import OUTCOMES

    absent = [one.ref for one in plan.absent]
    if json:
        rows = [_as_mapping(row, refs) for row in plan.rows]
        as_json({"done": done, "remark": plan.remark, "entries": rows, "not_in_the_file": absent})
        return
    as_table(
        ("Entry", "Outcome", "Session", "Changed", "Remarks"),
        [
            (row.entry.where, row.outcome, _ref(row, refs), ", ".join(row.changes), " ".join(row.remarks))
            for row in plan.rows
        ],
        "There is nothing in the file.",
    )
    counts = ", ".join(f"{plan.count(outcome)} {outcome}" for outcome in OUTCOMES)
    say(f"{'Done' if done else 'Nothing was changed; it would be'}: {counts}")
    if plan.remark:
        remark(plan.remark)
    if absent:
        remark(f"Not in the file, and left as they are: {', '.join(absent)}.")


def _ref(row: "ImportRow", refs: dict[str, str]) -> str | None:
    if row.session is not None:
        return row.session.ref
    return refs.get(getattr(row.command, "id", ""))


def _as_mapping(row: "ImportRow", refs: dict[str, str]) -> dict[str, object]:
    return {
        "entry": row.entry.where,
        "outcome": row.outcome,
        "session": _ref(row, refs),
        "roles": row.entry.roles,
        "start": row.entry.start,
        "changed": row.changes,
        "remarks": row.remarks,
    }
