"""`wellled framework`: the packs that come with the app, and checking one of your own."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from wellled_desktop.cli.choices import Json
from wellled_desktop.cli.exits import FAILED, NOT_FOUND, Stop
from wellled_desktop.cli.opening import setting
from wellled_desktop.cli.output import as_json, as_table, say
from wellled_desktop.cli.packs import DEFAULT_PACK, folders, shipped_pack
from wellled_desktop.framework.pack import AppliesTo, Kloe, Pack, Paragraph, walk

group = typer.Typer(
    no_args_is_help=True, help="Framework packs, and what a team adds to the framework of an inspection."
)


@group.command("list")
def list_packs(context: typer.Context, json: Json = False) -> None:
    """The packs that come with the app."""
    from wellled_desktop.framework.loader import load_pack

    packs = [load_pack(folder) for folder in folders(setting(context))]
    if json:
        as_json([{"id": one.id, "version": one.version.label, "title": one.title} for one in packs])
        return
    as_table(("Id", "Version", "Title"), [(x.id, x.version.label, x.title) for x in packs], "There is no pack.")


@group.command("show")
def show(
    context: typer.Context,
    pack: Annotated[str, typer.Argument(metavar="PACK")] = DEFAULT_PACK,
    json: Json = False,
) -> None:
    """A pack's whole text."""
    from wellled_desktop.framework.loader import published_form

    loaded = shipped_pack(setting(context), pack)
    if json:
        as_json(published_form(loaded))
    else:
        sys.stdout.writelines(f"{line}\n" for line in _text(loaded))


@group.command("check")
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A pack's folder or one of its files.")],
    json: Json = False,
) -> None:
    """Say what is wrong with a pack; nothing is changed."""
    from wellled_desktop.framework.loader import check_pack

    if not file.exists():
        raise Stop(f"There is no file {file} to check.", NOT_FOUND)
    problems = check_pack(file)
    if json:
        as_json({"sound": not problems, "problems": list(map(str, problems))})
    else:
        for problem in problems:
            say(str(problem))
    if problems:
        checked = "pack" if file.is_dir() else "file"
        raise Stop(f"The {checked} cannot be used: {len(problems)} to mend. Nothing was changed.", FAILED)
    if not json:
        say("The pack is sound." if file.is_dir() else "This file is sound; the pack as a whole was not checked.")


def _text(pack: Pack) -> Iterator[str]:
    yield f"{pack.title}: {pack.subtitle} ({pack.version.label}; {pack.version.source})"
    yield from (f"Update: {one.section}, pages {one.pages}: {one.detail}" for one in pack.updates)
    yield from _paragraphs(pack.approach)
    yield from _paragraphs(pack.interview_rules)
    for title, wanted in (("Key interviews", "key"), ("Other interviews", "other")):
        yield f"\n{title}"
        for role in pack.roles:
            if role.group == wanted:
                remarks = f": {role.remarks}" if role.remarks else ""
                yield f"{role.title} [{role.id}]{remarks}{_limit(role.applies_to)}"
    yield from _paragraphs((*pack.trust_type_notes, *pack.guidance_notes, *pack.inspection_tools))
    for kloe, node in walk(pack):
        if isinstance(node, Kloe):
            yield f"\n{kloe.id} {kloe.question}\nReport sub-heading: {kloe.sub_heading}\n"
        else:
            yield f"{node.id:<9} {node.text}{_limit(node.applies_to)}"


def _paragraphs(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    for one in paragraphs:
        yield f"\n{one.heading}\n{one.text}" if one.heading else f"\n{one.text}"


def _limit(limit: AppliesTo | None) -> str:
    """What the text says of the trusts it is for, as it says it; what is only its sense is marked."""
    if limit is None:
        return ""
    stated = limit.wording if limit.stated else f"{limit.wording} (implied)"
    return f" [applies to: {stated}{f'; {limit.implied} (implied)' if limit.implied else ''}]"
