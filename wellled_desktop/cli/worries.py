"""`wellled worry`: worries said, and what the risk register says of them."""

from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import NOT_FOUND, WRONG_USAGE, Stop
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.opening import find_line, find_session, open_inspection, setting
from wellled_desktop.cli.output import as_json, as_json_line, as_table, say
from wellled_desktop.cli.typed import one_line, quoted
from wellled_desktop.inspection.commands import CompareWorry, NoteWorry
from wellled_desktop.inspection.read_models import Risk, Worry

if TYPE_CHECKING:  # the store is loaded by the command that needs it
    from wellled_desktop.store.store import Store

group = typer.Typer(no_args_is_help=True, help="Worries said, beside the trust's risk register.")


@group.command("list")
def list_worries(context: typer.Context, inspection: Inspection, json: Json = False) -> None:
    """The worries in the order noted, each with its verdict and the entry it was compared with."""
    from wellled_desktop.store.talk_reading import worries

    with open_inspection(setting(context), inspection) as opened:
        found = opened.store.read(worries)
    if json:
        as_json(found)
        return
    as_table(
        ("Worry", "Session", "Verdict", "Entry", "Rating", "Remark", "Id"),
        [(x.text, x.session_ref, x.verdict, *_risk_cells(x.risk), x.remark, x.id) for x in found],
        "No worry is noted yet; “wellled worry add” notes one.",
    )


@group.command("add")
def add(
    context: typer.Context,
    *,
    inspection: Inspection,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The worry, in the words it was said.")],
    session: Annotated[str | None, typer.Option("--session", help="Where it was said: S-03, or its id.")] = None,
    line: Annotated[str | None, typer.Option("--line", metavar="LINE", help="The line it stands in.")] = None,
    author: Author = None,
    json: Json = False,
) -> None:
    """Note a worry; its id is printed."""
    with open_inspection(setting(context), inspection, author) as opened:
        of_line = find_line(opened.store, line) if line else None
        where = find_session(opened.store, session).id if session else of_line.session_id if of_line else None
        command = NoteWorry(new_id(), text, where, of_line.id if of_line else None)
        opened.store.execute(command)
        if json:
            as_json_line({"id": command.id})
        else:
            say(command.id)


@group.command("compare")
def compare(
    context: typer.Context,
    *,
    inspection: Inspection,
    worry: Annotated[str, typer.Argument(metavar="WORRY", help="Its id.")],
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help="matched, missing, rated-lower or not-compared.")],
    risk: Annotated[str | None, typer.Option("--risk", metavar="REFERENCE", help="The register's entry.")] = None,
    remark: Annotated[str | None, typer.Option("--remark", metavar="TEXT", help="Kept with the verdict.")] = None,
    author: Author = None,
    json: Json = False,
) -> None:
    """Say what the risk register has of a worry."""
    said = one_line(verdict).replace("-", " ")
    if said not in ("matched", "missing", "rated lower", "not compared"):
        known = "matched, missing, rated-lower or not-compared"
        raise Stop(f"{quoted(verdict)} is no verdict; it is {known}.", WRONG_USAGE)
    with open_inspection(setting(context), inspection, author) as opened:
        found = _find_worry(opened.store, worry)
        entry = _find_risk(opened.store, risk) if risk else found.risk
        kept = found.remark if remark is None else remark
        changes = opened.store.execute(CompareWorry(found.id, said, entry.id if entry else None, kept))  # type: ignore[arg-type]
        if json:
            as_json_line({"id": found.id, "verdict": said, "changed": bool(changes)})
        else:
            say(f"{found.id} {said}")


def _find_worry(store: "Store", called: str) -> Worry:
    from wellled_desktop.store.talk_reading import worries

    wanted = called.strip()
    found = next((one for one in store.read(worries) if one.id == wanted), None)
    if found is None:
        raise Stop(f"There is no worry {quoted(called)} in this inspection.", NOT_FOUND)
    return found


def _find_risk(store: "Store", called: str) -> Risk:
    from wellled_desktop.store.talk_reading import risks

    wanted = one_line(called).casefold()
    found = next((one for one in store.read(risks) if one.reference.casefold() == wanted or one.id == wanted), None)
    if found is None:
        raise Stop(f"There is no entry {quoted(called)} in the risk register of this inspection.", NOT_FOUND)
    return found


def _risk_cells(risk: Risk | None) -> tuple[str, str]:
    return (f"{risk.reference} {risk.title}", risk.rating) if risk else ("", "")
