"""`wellled find`: anything in an inspection by its words; of people's names only the team's own are looked in and printed."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from wellled_desktop.cli.choices import Inspection, Json
from wellled_desktop.cli.exits import DAMAGED, NOT_FOUND, WRONG_USAGE, Stop
from wellled_desktop.cli.opening import open_inspection, pinned_pack, setting
from wellled_desktop.cli.output import as_json, as_table, remark
from wellled_desktop.inspection.commands import TeamMember
from wellled_desktop.inspection.read_models.found import Found, FoundItem

if TYPE_CHECKING:
    from wellled_desktop.framework.finding import FoundNode
    from wellled_desktop.inspection.find.known import NodesFound, Thing

MOST_KNOWN = 8

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS",
        help="As in the app: words, the last of which may be a beginning; “a phrase”; -without; from:governors, in:W3, "
        "type:said, day:2, is:claim; or a number: S-03 l.27, E-014, R-007, W3.2.",
    ),
]
Most = Annotated[int, typer.Option("--most", min=1, max=500, help="So many at most, of all kinds together.")]


def find(context: typer.Context, *, inspection: Inspection, words: Words, most: Most = 50, json: Json = False) -> None:
    """Find lines, evidence, documents' text, requests, sessions, the framework and the team by words, the best first of each.

    A filter that is none of ours is wrong usage; a number that nothing has is not found. Words that nothing has are no error.
    """
    from wellled_desktop.framework.pack import role_titles
    from wellled_desktop.framework.scope import scope_for
    from wellled_desktop.inspection.find.known import KnownThings
    from wellled_desktop.inspection.find.team import Team
    from wellled_desktop.inspection.find.typed import Reader
    from wellled_desktop.inspection.find.understood import said_of, said_of_near, why_nothing
    from wellled_desktop.store import reading
    from wellled_desktop.store.search import reading as search
    from wellled_desktop.store.search.unread import files_not_read_yet

    with open_inspection(setting(context), inspection) as opened:
        pack, detail = pinned_pack(opened.store), opened.store.read(reading.inspection_detail)
        if detail is None:
            raise Stop("This inspection says nothing of its trust; run “wellled verify”. Nothing was changed.", DAMAGED)
        team = Team(detail.team)
        names = tuple(member.name for member in detail.team)
        query = Reader(pack, detail.start_date, detail.days, names).read(" ".join(words))
        if query.is_empty:
            raise Stop("There is no word to look for in this.", WRONG_USAGE)
        if query.unclear:
            raise Stop(why_nothing(query, Found(), detail.days), WRONG_USAGE)
        known = KnownThings(pack, scope_for(pack, detail.trust_types).applies)
        nodes, roles, members = (
            known.nodes(query, MOST_KNOWN),
            known.roles(query, MOST_KNOWN),
            team.find(query),
        )
        if any(map(team.has, nodes.slips)):
            nodes = msgspec.structs.replace(nodes, near=())
        beside = min(len(roles) + len(members) + len(nodes.whole), most // 3)
        documents = opened.documents()
        try:
            titles = role_titles(pack)
            found = opened.store.read(
                partial(search.find, query=query, limit=most - beside, documents=documents, titles=titles)
            )
            unread = opened.store.read(partial(files_not_read_yet, documents=documents)) if query.terms else 0
        finally:
            documents.close()
    shown = _at_most(most, found, nodes, roles, members)
    in_framework = known.words_in(query) if found.lacking else ()
    nothing = "" if shown.has_all else why_nothing(query, found, detail.days, in_framework)
    beside_it = (*said_of(query, found), *filter(None, (said_of_near(shown.slips),))) if shown.has_all else ()
    said = [*beside_it, *([not_read(unread)] if unread else [])]
    if not shown.has_all and (found.no_such is not None or query.no_such_node):
        raise Stop(nothing, NOT_FOUND)
    if json:
        as_json(
            {
                "items": shown.items, "nodes": (*shown.nodes, *shown.later), "near": shown.near, "roles": shown.roles,
                "team": shown.team, "more": shown.more, "explanation": " ".join((*([nothing] if nothing else []), *said)),
            }
        )  # fmt: skip
        return
    for one in said:
        remark(one)
    _say(shown, nothing)


def not_read(count: int) -> str:
    """That files were attached whose text cannot be found yet, and what to do."""
    files, them = ("1 file is", "it") if count == 1 else (f"{count:,} files are", "them")
    return f"{files} not read yet, so nothing in {them} is found; “wellled evidence read-documents” reads {them}."


class _Shown(msgspec.Struct, frozen=True):
    """What is shown of what was found. `later`: what of the framework comes after the record; `near`: what has not all words;
    `slips`: words that are found nowhere, and taken for others in `later`.
    """

    items: tuple[FoundItem, ...]
    named: bool
    nodes: "tuple[FoundNode, ...]"
    later: "tuple[FoundNode, ...]"
    near: "tuple[FoundNode, ...]"
    roles: "tuple[Thing, ...]"
    team: tuple[TeamMember, ...]
    more: bool
    slips: tuple[str, ...] = ()

    @property
    def has_all(self) -> bool:
        """Whether anything has all that was asked for."""
        return bool(self.items or self.nodes or self.later or self.roles or self.team)


def _at_most(
    most: int, found: Found, nodes: "NodesFound", roles: "Sequence[Thing]", members: Sequence[TeamMember]
) -> _Shown:
    """So many in all. What is beside the record has at most a third of the places, or what the record leaves free."""
    left = most - len(found.items)
    first, left = roles[:left], left - len(roles[:left])
    team, left = members[:left], left - len(members[:left])
    whole, left = nodes.whole[:left], left - len(nodes.whole[:left])
    nearly = () if found.items or roles or members else nodes.near_where(found.lacking)
    after = (*nodes.begun, *nearly)
    later, left = after[:left], left - len(after[:left])
    has_all = found.items or first or team or whole or later
    near = () if has_all else nodes.some[:left]
    wanted = len(roles) + len(members) + len(nodes.whole) + len(after)
    more = found.more or wanted > len(first) + len(team) + len(whole) + len(later)
    slips = nodes.slips if nearly else ()
    return _Shown(found.items, found.named, whole, later, near, tuple(first), tuple(team), more, slips)


def add_to(app: typer.Typer) -> None:
    app.command("find", context_settings={"ignore_unknown_options": True})(find)  # -without is no option


def _say(shown: _Shown, nothing: str) -> None:
    """What a number names comes first; then those parts of the framework that have the very words, and the record."""
    named, others = (shown.items[:1], shown.items[1:]) if shown.named else ((), shown.items)
    rows = [
        *map(_item, named),
        *(("role", one.id, None, one.name) for one in shown.roles),
        *(("team", "", None, ", ".join(filter(None, (one.name, one.title)))) for one in shown.team),
        *map(_node, shown.nodes),
        *map(_item, others),
        *map(_node, shown.later),
    ]
    if shown.near:
        remark(f"{nothing} These parts of the framework have some of the words:")
        rows = [("near", one.id, None, one.text) for one in shown.near]
    as_table(("Kind", "Number", "When", "Text"), rows, nothing)
    if shown.more:
        remark("There is more than this; --most shows more, and another word finds less.")


def _item(one: FoundItem) -> tuple[str, str, str | None, str]:
    return one.kind, one.ref, _when(one), _text(one)


def _node(one: "FoundNode") -> tuple[str, str, str | None, str]:
    return "framework", one.id, None, one.text


def _when(item: FoundItem) -> str | None:
    return None if item.when is None else f"{item.when.astimezone():%Y-%m-%d %H:%M}"


def _text(item: FoundItem) -> str:
    return f"[retracted] {item.snippet}" if item.retracted else item.snippet
