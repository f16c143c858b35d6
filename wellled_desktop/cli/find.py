"""`wellled find`: anything in an inspection by its words; people's names are neither looked in nor printed."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli.choices import Inspection, Json
from wellled_desktop.cli.exits import DAMAGED, WRONG_USAGE, Stop
from wellled_desktop.cli.opening import open_inspection, pinned_pack, setting
from wellled_desktop.cli.output import as_json, as_table, remark
from wellled_desktop.inspection.read_models.found import Found, FoundItem

if TYPE_CHECKING:
    from wellled_desktop.framework.finding import FoundNode
    from wellled_desktop.inspection.find.known import Thing

MOST_KNOWN = 8

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS",
        help="As in the app: words, the last of which may be a beginning; “a phrase”; -without; from:governors, in:W3, "
        "type:said, day:2, is:claim; or a number: S-03 l.27, E-014, R-007, W3.2.",
    ),
]
Most = Annotated[int, typer.Option("--most", min=1, max=500, help="So many at most.")]


def find(context: typer.Context, *, inspection: Inspection, words: Words, most: Most = 50, json: Json = False) -> None:
    """Find lines, evidence, documents' text, requests, sessions and the framework by words, the best first of each kind."""
    from wellled_desktop.framework.scope import scope_for
    from wellled_desktop.inspection.find.known import KnownThings
    from wellled_desktop.inspection.find.typed import Reader
    from wellled_desktop.inspection.find.understood import not_understood, said_of, why_nothing
    from wellled_desktop.store import reading
    from wellled_desktop.store.search import reading as search

    with open_inspection(setting(context), inspection) as opened:
        pack, detail = pinned_pack(opened.store), opened.store.read(reading.inspection_detail)
        if detail is None:
            raise Stop("This inspection says nothing of its trust; run “wellled verify”. Nothing was changed.", DAMAGED)
        reader, typed = Reader(pack, detail.start_date), " ".join(words)
        query = reader.read(typed)
        if query.is_empty:
            raise Stop("There is no word to look for in this.", WRONG_USAGE)
        documents = opened.documents()
        try:
            found = opened.store.read(partial(search.find, query=query, limit=most, documents=documents))
        finally:
            documents.close()
    known = KnownThings(pack, scope_for(pack, detail.trust_types).applies)
    nodes, roles = known.nodes(query, MOST_KNOWN), known.roles(query, MOST_KNOWN)
    later = (*nodes.begun, *(() if found.items else nodes.near))
    if odd := said_of(not_understood(reader, typed)):
        remark(odd)
    if json:
        as_json({"items": found.items, "more": found.more, "nodes": (*nodes.whole, *later), "roles": roles})
        return
    _say(found, nodes.whole, later, roles, why_nothing(query, found, detail.days))


def add_to(app: typer.Typer) -> None:
    app.command("find", context_settings={"ignore_unknown_options": True})(find)  # -without is no option


def _say(
    found: Found,
    nodes: "tuple[FoundNode, ...]",
    later: "tuple[FoundNode, ...]",
    roles: "tuple[Thing, ...]",
    nothing: str,
) -> None:
    """Those parts of the framework first that have the very words; the others `later`, after what the record has."""
    rows = [
        *(("role", one.id, None, one.name) for one in roles),
        *(("framework", one.id, None, one.text) for one in nodes),
        *((one.kind, one.ref, _when(one), _text(one)) for one in found.items),
        *(("framework", one.id, None, one.text) for one in later),
    ]
    as_table(("Kind", "Number", "When", "Text"), rows, nothing)
    if found.more:
        remark("There is more than this; --most shows more, and another word finds less.")


def _when(item: FoundItem) -> str | None:
    return None if item.when is None else f"{item.when.astimezone():%Y-%m-%d %H:%M}"


def _text(item: FoundItem) -> str:
    return f"[retracted] {item.snippet}" if item.retracted else item.snippet
