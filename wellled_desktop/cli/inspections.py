"""`wellled new`, `wellled list` and `wellled trust-type`."""

import os
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import WRONG_USAGE, Stop
from wellled_desktop.cli.opening import open_inspection, open_vault, pinned_pack, setting
from wellled_desktop.cli.output import as_json, as_table, named, remark
from wellled_desktop.cli.packs import DEFAULT_PACK, shipped_pack
from wellled_desktop.cli.typed import day, quoted
from wellled_desktop.framework.pack import TRUST_TYPES, TrustType
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.commands import ChangeTrustTypes, CreateInspection, TeamMember
from wellled_desktop.inspection.identity import uuid7

if TYPE_CHECKING:  # the vault is loaded by the command that needs it
    from wellled_desktop.vault.library import InspectionSummary


def new_id() -> str:
    return uuid7(time.time_ns() // 1_000_000, os.urandom(10))


def new(
    context: typer.Context,
    *,
    trust: Annotated[str, typer.Option("--trust", metavar="NAME", help="The trust's name.")],
    provider_code: Annotated[
        str, typer.Option("--provider-code", metavar="CODE", help="Its provider code: 2 to 8 letters and figures.")
    ],
    trust_type: Annotated[
        list[str], typer.Option("--trust-type", metavar="|".join(TRUST_TYPES), help="May be given more than once.")
    ],
    start: Annotated[str, typer.Option("--start", metavar="DATE", help="First day, YYYY-MM-DD.")],
    days: Annotated[int, typer.Option("--days", min=1, max=60)] = 3,
    member: Annotated[
        list[str] | None, typer.Option("--member", metavar="NAME", help="One of the team beside you; may be repeated.")
    ] = None,
    pack: Annotated[str, typer.Option("--pack", help="The framework pack to pin into the inspection.")] = DEFAULT_PACK,
    json: Json = False,
) -> None:
    """Create an inspection; its id is printed."""
    from wellled_desktop.framework.loader import pack_bytes
    from wellled_desktop.store.clock import LaptopClock

    chosen = setting(context)
    types, first = _trust_types(trust_type), day(start)
    framework = pack_bytes(shipped_pack(chosen, pack)).decode()
    with open_vault(chosen) as vault:
        team = _team(vault.author, member or ())
        command = CreateInspection(new_id(), trust, provider_code, types, first, days, team, framework)
        vault.create_inspection(command, LaptopClock()).close()
        (made,) = (one for one in vault.inspections() if one.id == command.id)
        named(made.id, made.provider_code, made.id, json=json)
        _remark_on_likeness(made, vault.inspections())


def list_inspections(context: typer.Context, json: Json = False) -> None:
    """The inspections on this laptop."""
    with open_vault(setting(context)) as vault:
        found = vault.inspections()
    if json:
        as_json(found)
        return
    as_table(
        ("Id", "Trust", "Code", "Start", "Days"),
        [(x.id, x.trust_name, x.provider_code, x.start_date, x.days) for x in found],
        "There is no inspection on this laptop yet; “wellled new” creates one.",
    )


def change_trust_type(
    context: typer.Context,
    *,
    inspection: Inspection,
    trust_type: Annotated[
        list[str], typer.Option("--trust-type", metavar="|".join(TRUST_TYPES), help="May be given more than once.")
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why; it stays in the record. Only --dry-run goes without.")
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it would show and hide.")] = False,
    author: Author = None,
    json: Json = False,
) -> None:
    """Change what kind of trust it is, and say what of the framework that shows and hides; nothing linked is lost."""
    from wellled_desktop.framework.scope_change import scope_change
    from wellled_desktop.store import reading

    types = _trust_types(trust_type)
    if not reason.strip() and not dry_run:
        raise Stop(
            "Say with --reason why the trust type is changed, or see with --dry-run what it would show and hide. "
            "Nothing was changed.",
            WRONG_USAGE,
        )
    with open_inspection(setting(context), inspection, author) as opened:
        pack, detail = pinned_pack(opened.store), opened.store.read(reading.inspection_detail)
        before = scope_for(pack, detail.trust_types if detail else ())
        change = scope_change(pack, before, scope_for(pack, types))
        recorded = () if dry_run else opened.store.execute(ChangeTrustTypes(types, reason))
    if json:
        as_json({"trust_types": types, "changed": bool(recorded), "hidden": change.hidden, "shown": change.shown})
        return
    rows = [("hidden", one) for one in change.hidden] + [("shown", one) for one in change.shown]
    as_table(
        ("", "Id", "Text", "Why hidden, now or until now"),
        [(how, one.id, one.text, one.why) for how, one in rows],
        "Nothing is shown or hidden by it.",
    )


def add_to(app: typer.Typer) -> None:
    app.command("new")(new)
    app.command("list")(list_inspections)
    app.command("trust-type")(change_trust_type)


def _remark_on_likeness(made: "InspectionSummary", known: "Sequence[InspectionSummary]") -> None:
    """Two of the same trust on the same day are allowed, but the second may be a slip, and the code no longer names one."""
    alike = [one for one in known if _looks(one) == _looks(made) and one.id != made.id]
    if alike:
        remark(
            f"There is already an inspection of this trust with the provider code {made.provider_code} and the first day "
            f"{made.start_date} ({', '.join(one.id for one in alike)}); this one is told from it by its id, {made.id}."
        )


def _looks(inspection: "InspectionSummary") -> tuple[object, ...]:
    return inspection.trust_name.casefold(), inspection.provider_code, inspection.start_date


def _team(owner: str, members: Sequence[str]) -> tuple[TeamMember, ...]:
    """The vault's owner first, named among the members or not."""
    names = [name for name in map(str.strip, members) if name and name.casefold() != owner.casefold()]
    return tuple(map(TeamMember, (owner, *names)))


def _trust_types(given: list[str]) -> tuple[TrustType, ...]:
    for one in given:
        if one not in TRUST_TYPES:
            raise Stop(f"{quoted(one)} is not a trust type; there are {', '.join(TRUST_TYPES)}.", WRONG_USAGE)
    return tuple(one for one in TRUST_TYPES if one in given)
