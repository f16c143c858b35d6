"""`wellled judgement`: what the team makes of a prompt or a KLOE, in words; never a score."""

from typing import Annotated

import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import WRONG_USAGE, Stop
from wellled_desktop.cli.opening import open_inspection, setting
from wellled_desktop.cli.output import as_json, as_table, say
from wellled_desktop.cli.typed import node_id
from wellled_desktop.inspection.commands import SetJudgement
from wellled_desktop.inspection.words import LONGEST_JUDGEMENT, Judgement

group = typer.Typer(no_args_is_help=True, help="The team's judgements on prompts and KLOEs, in words.")


@group.command("list")
def list_judgements(
    context: typer.Context,
    inspection: Inspection,
    kloe: Annotated[str | None, typer.Option("--kloe", metavar="KLOE", help="Only of this one: W3.")] = None,
    json: Json = False,
) -> None:
    """The judgements there are, by item."""
    from wellled_desktop.store.weighing_reading import judgements

    wanted = node_id(kloe) if kloe else None
    with open_inspection(setting(context), inspection) as opened:
        found = opened.store.read(judgements)
    shown = [one for one in found if wanted is None or one.node == wanted or one.node.startswith(f"{wanted}.")]
    if json:
        as_json(shown)
        return
    as_table(
        ("Item", "Judgement", "In words", "Set", "By"),
        [(one.node, one.judgement, one.text, f"{one.set_at.astimezone():%Y-%m-%d %H:%M}", one.author) for one in shown],
        "No judgement has been given; “wellled judgement set” gives one.",
    )


@group.command("set")
def set_judgement(
    context: typer.Context,
    *,
    inspection: Inspection,
    node: Annotated[str, typer.Argument(metavar="NODE", help="The prompt's id (W3.2), or the KLOE's (W3).")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="In a few words; without, only which way it leans.")] = "",
    judgement: Annotated[
        Judgement | None, typer.Option("--as", help="Which way it leans; without both, it is taken away.")
    ] = None,
    author: Author = None,
    json: Json = False,
) -> None:
    """Give a judgement on a prompt or a KLOE, in place of the one there was; the journal keeps that one."""
    item = node_id(node)
    if len(text) > LONGEST_JUDGEMENT:
        raise Stop(
            f"A judgement has {LONGEST_JUDGEMENT} characters at most, and this one {len(text):,}; shorten it. "
            "Nothing was recorded.",
            WRONG_USAGE,
        )
    with open_inspection(setting(context), inspection, author) as opened:
        changes = opened.store.execute(SetJudgement(item, judgement, text))
    if json:
        as_json({"node": item, "judgement": judgement, "text": text, "changed": bool(changes)})
    else:
        say(f"{item} {judgement or ('in words' if text else 'without judgement')}")
