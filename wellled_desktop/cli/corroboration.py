"""`wellled corroboration`: the evening meeting's agenda, its outcomes, and its minutes as a PDF; nobody at the trust is named."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import DAMAGED, NOT_FOUND, WRONG_USAGE, Stop
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.opening import find_session, open_inspection, pinned_pack, setting
from wellled_desktop.cli.output import as_json, as_json_line, as_table, bar, remark, say
from wellled_desktop.cli.reports import Force, Out, check_place, say_written
from wellled_desktop.cli.typed import day, one_line, quoted
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.corroboration import deciding
from wellled_desktop.inspection.corroboration.agenda import Item
from wellled_desktop.inspection.words import Outcome

if TYPE_CHECKING:  # the store is loaded by the command that needs it
    from wellled_desktop.store.corroboration_reading import Basis, Evening
    from wellled_desktop.store.store import Store

Date = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="YYYY-MM-DD; else the last day that has something.")
]
group = typer.Typer(no_args_is_help=True, help="The evening meeting: what to weigh, and what was decided.")


@group.command("agenda")
def agenda(context: typer.Context, inspection: Inspection, date: Date = None, json: Json = False) -> None:
    """What there is to weigh, KLOE by KLOE; what was settled on an earlier evening is left out."""
    with open_inspection(setting(context), inspection) as opened:
        found = _evening(opened.store, _basis(opened.store), date)
        outside = _outside(opened.store, found.agenda.day)
    if outside:
        remark(outside)
    if json:
        as_json({"day": found.agenda.day, "kloes": found.agenda.kloes})
        return
    rows = [
        (item.kloe, item.key, " ".join(item.reasons), item.outcome.outcome if item.outcome else "")
        for kloe in found.agenda.kloes
        for item in kloe.items
    ]
    as_table(("KLOE", "Item", "Why", "Outcome"), rows, "There is nothing to weigh: nothing is linked to a prompt yet.")
    settled = sum(kloe.settled for kloe in found.agenda.kloes)
    if settled:
        say(f"{settled} settled earlier")


@group.command("outcome")
def outcome(
    context: typer.Context,
    *,
    inspection: Inspection,
    item: Annotated[str, typer.Argument(metavar="ITEM", help="As the agenda names it: “contradicted W3.2”.")],
    decided: Annotated[Outcome, typer.Argument(metavar="OUTCOME", help="“enough”, “find more” or “drop”.")],
    date: Date = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it is dropped.")] = "",
    request: Annotated[str, typer.Option("--request", metavar="TEXT", help="Find more: ask the trust for this.")] = "",
    asked_of: Annotated[str, typer.Option("--of", metavar="ROLE", help="Whom the request is asked of.")] = "",
    question: Annotated[str, typer.Option("--question", metavar="TEXT", help="Find more: ask this.")] = "",
    session: Annotated[str, typer.Option("--session", metavar="SESSION", help="In this session.")] = "",
    author: Author = None,
    json: Json = False,
) -> None:
    """Record what was decided of an item, with the request or question it becomes; the same again changes nothing."""
    if decided == "find more" and bool(request) == bool(question and session):
        raise Stop("To find more, give --request, or --question and --session. Nothing was recorded.", WRONG_USAGE)
    with open_inspection(setting(context), inspection, author) as opened:
        found = _evening(opened.store, _basis(opened.store), date)
        on = found.agenda.day
        outside = _outside(opened.store, on)
        chosen = _find_item(found, item)
        if decided == "enough":
            commands = deciding.enough(chosen, on, new_id)
        elif decided == "drop":
            commands = deciding.dropped(chosen, reason, on, new_id)
        elif request:
            commands = deciding.asked_of_the_trust(chosen, request, asked_of, on, new_id)
        else:
            where = find_session(opened.store, session)
            commands = deciding.asked_in_session(chosen, where.id, question, on, new_id)
        became = _became(found, chosen)
        if not deciding.repeats(chosen, became, commands):
            opened.store.execute(*deciding.replaced(chosen, became, on), *commands)
    if outside:
        remark(outside)
    if json:
        as_json_line({"item": chosen.key, "outcome": decided})
    else:
        say(f"{chosen.key}: {decided}")


@group.command("minutes")
def minutes(
    context: typer.Context,
    *,
    inspection: Inspection,
    date: Annotated[str, typer.Option("--date", metavar="DATE", help="YYYY-MM-DD.")],
    out: Out,
    force: Force = False,
    json: Json = False,
) -> None:
    """Write the minutes of a day's meeting as a PDF; its path, pages and SHA-256 are printed."""
    from wellled_desktop.reports.corroboration_minutes import write_corroboration_minutes
    from wellled_desktop.reports.fonts import fonts_in
    from wellled_desktop.store import corroboration_reading

    chosen, wanted = setting(context), day(date)
    check_place(out, force=force)
    with open_inspection(chosen, inspection) as opened:
        asked = partial(corroboration_reading.minutes, pack=pinned_pack(opened.store), day=wanted, device=opened.device)
        model = opened.store.read(asked)
        outside = _outside(opened.store, wanted)
    with bar("Writing the minutes") as progress:
        facts = write_corroboration_minutes(model, Path(out), fonts_in(chosen.resources / "fonts"), progress=progress)
    if outside:
        remark(outside)
    say_written(out, facts, json=json)


def _basis(store: "Store") -> "Basis":
    from wellled_desktop.store import reading
    from wellled_desktop.store.corroboration_reading import Basis

    detail = store.read(reading.inspection_detail)
    if detail is None:
        raise Stop("This inspection is empty; run “wellled verify”. Nothing was changed.", DAMAGED)
    pack = pinned_pack(store)
    return Basis(pack, scope_for(pack, detail.trust_types))


def _evening(store: "Store", basis: "Basis", date: str | None) -> "Evening":
    from wellled_desktop.store import corroboration_reading

    today = dt.datetime.now(dt.UTC).astimezone().date()
    wanted = day(date) if date else None
    return store.read(partial(corroboration_reading.evening, basis=basis, day=wanted, today=today))


def _find_item(evening: "Evening", called: str) -> Item:
    wanted = one_line(called).casefold()
    for kloe in evening.agenda.kloes:
        for item in kloe.items:
            if item.key.casefold() == wanted:
                return item
    raise Stop(f"There is no item {quoted(called)}; “wellled corroboration agenda” lists them.", NOT_FOUND)


def _outside(store: "Store", on: dt.date) -> str:
    """What is to be known of a day on which nothing of the inspection is; "" for its days, and for those with something."""
    from wellled_desktop.reports.wording import days_from_to, long_date
    from wellled_desktop.store import corroboration_reading, reading

    detail = store.read(reading.inspection_detail)
    if detail is None or on in {found for found, _ in store.read(corroboration_reading.days_to_talk_about)}:
        return ""
    return (
        f"{long_date(on)} is none of the inspection's days ({days_from_to(detail.dates[0], detail.dates[-1])}), and nothing "
        "is planned or written on it; --date names another day."
    )


def _became(evening: "Evening", item: Item) -> deciding.Became:
    outcome = item.outcome.id if item.outcome is not None else ""
    return evening.became.get(outcome, deciding.Became())
