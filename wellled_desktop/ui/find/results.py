"""What was found, as rows under headings, each with the place it leads to. Knows nothing of widgets."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec
from PySide6.QtCore import QCoreApplication

from wellled_desktop.framework.finding import FoundNode
from wellled_desktop.inspection.commands import TeamMember
from wellled_desktop.inspection.find.known import Thing
from wellled_desktop.inspection.find.query import Query
from wellled_desktop.inspection.find.snippet import snippet
from wellled_desktop.inspection.find.team import latest_first, sessions_of
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.read_models.found import FoundItem, FoundKind
from wellled_desktop.ui.find.commands import Command, FoundCommands
from wellled_desktop.ui.find.looking import Answer, Pages
from wellled_desktop.ui.find.words import KINDS, no_longer
from wellled_desktop.ui.kit.speaking import session_words
from wellled_desktop.ui.kit.words import clock_time, short_day
from wellled_desktop.ui.pages.session.person_place import member_place, person_place
from wellled_desktop.ui.places import Place

Marked = tuple[tuple[int, int], ...]


class Heading(msgspec.Struct, frozen=True):
    words: str


class Result(msgspec.Struct, frozen=True):
    """One thing found. `short` is what people call it, `about` whose it is, `text` its words with the places `marked` in it.

    `goes` is where it leads: a place, a command, or an attachment (by its id), whose entry has to be looked up, and there `page`.
    `flat`: one line.
    """

    key: str
    kind: str
    short: str
    about: str
    when: str
    text: str
    marked: Marked
    goes: Place | Command | str
    no_longer: str = ""
    flat: bool = False
    page: int | None = None

    @property
    def spoken(self) -> str:
        """As a screen reader says it."""
        parts = (self.kind, self.short, self.no_longer, self.about, self.when)
        return f"{', '.join(part for part in parts if part)}: {self.text}"


Row = Heading | Result


class Naming(msgspec.Struct, frozen=True):
    """What rows are named by: every session by its id, the roles' titles."""

    sessions: Mapping[str, Session]
    titles: dict[str, str]

    def session(self, session_id: str | None) -> str:
        found = self.sessions.get(session_id or "")
        return session_words(found, self.titles) if found is not None else ""

    def latest_first(self) -> dict[str, int]:
        """The place of each session among those that were not cancelled, the latest first."""
        standing = tuple(one for one in self.sessions.values() if one.cancelled_at is None)
        return {one.id: at for at, one in enumerate(latest_first(standing))}


def rows_of(answer: Answer, pages: Pages | None, commands: FoundCommands, naming: Naming) -> tuple[Row, ...]:
    """What a number names comes first, then commands that begin as was typed, what of the framework has the very words, the
    record, other commands; what of the framework is only begun as typed, or near to it, comes after what the record has.
    """
    found, of_pages = answer.found, pages.items if pages is not None else ()
    named, others = (found.items[:1], found.items[1:]) if found.named else ((), found.items)
    first = answer.nodes.whole
    near, begun = answer.near(pages), answer.nodes.begun
    nodes = {node.id for node in (*first, *begun, *near)}
    rest = (one for one in others if one.kind != "local node" or one.ref not in nodes)  # it is in the framework, once
    rows = (
        *_under(_tr("By its number"), (_item(one, answer.query, naming) for one in named)),
        *_under(_tr("Commands"), map(_command, commands.first)),
        *_under(_tr("Roles"), (_role(one, answer.query, naming) for one in answer.roles)),
        *_under(_tr("The inspection team"), (_member(one, naming) for one in answer.team)),
        *_under(_tr("Framework"), (_node(one, answer.query) for one in first)),
        *_of_record((*rest, *of_pages), answer.query, naming),
        *_under(_tr("Framework"), (_node(one, answer.query) for one in begun)),
        *_under(_nearly(answer), (_node(one, answer.query, answer.nodes.meant) for one in near)),
        *_under(_tr("Commands"), map(_command, commands.others)),
    )
    return rows or tuple(
        _under(_some_words(), (_node(one, answer.query, answer.nodes.meant) for one in answer.nodes.some))
    )


def _nearly(answer: Answer) -> str:
    return _tr("Framework, with words nearly as typed") if answer.nodes.slips else _tr("Framework")


def _some_words() -> str:
    return _tr("Framework, with only some of the words")


def has_all(rows: tuple[Row, ...]) -> bool:
    """Whether there is anything that has all that was asked for."""
    return bool(rows) and rows[0] != Heading(_some_words())


def _of_record(items: Iterable[FoundItem], query: Query, naming: Naming) -> Iterator[Row]:
    groups: dict[str, list[Result]] = {}
    for item, also in _each_person_once(items, naming):
        shown = _item(item, query, naming)
        if also:
            shown = msgspec.structs.replace(
                shown, text=_tr("%1 Also in %2.").replace("%1", shown.text).replace("%2", also)
            )
        groups.setdefault(KINDS[item.kind][1], []).append(shown)
    for heading, results in groups.items():
        yield from _under(_tr(heading), results)


def _each_person_once(items: Iterable[FoundItem], naming: Naming) -> Iterator[tuple[FoundItem, str]]:
    """Whoever is found by name in several sessions, in the latest, with the others that they are in; the rest as it is."""
    told = tuple(item for item in items if item.kind != "name" or item.marked)  # a name is told only to who typed it
    of_person: dict[str, list[FoundItem]] = {}
    for item in told:
        if item.kind == "name":
            of_person.setdefault(item.snippet.casefold(), []).append(item)
    latest = naming.latest_first()
    for item in told:
        if item.kind != "name":
            yield item, ""
        elif own := of_person.pop(item.snippet.casefold(), None):
            first, *others = sorted(own, key=lambda one: (one.retracted, latest.get(one.session_id or "", len(latest))))
            yield first, ", ".join(sorted({one.ref for one in others} - {first.ref}))


def _under(words: str, results: Iterable[Result]) -> Iterator[Row]:
    together = tuple(results)
    if together:
        yield Heading(words)
        yield from together


def _item(item: FoundItem, query: Query, naming: Naming) -> Result:
    about, text, marked = naming.session(item.session_id), item.snippet, item.marked
    if item.kind == "name":  # found by the name, which stays where it is kept
        text, marked = _tr("Somebody here has this name. It is kept apart, in the session’s list of participants."), ()
    elif item.kind == "session":
        who = snippet(about, query)
        text, marked = (about, who.marked) if who.marked else (text, marked)
        about = "" if text == about else about
    when = "" if item.when is None else f"{short_day(item.when.astimezone().date())} {clock_time(item.when)}"
    gone = no_longer(item.kind) if item.retracted else ""
    kind = KINDS[item.kind][0]
    key = f"{item.kind} {item.id} {item.session_id or ''} {item.page or ''}"
    return Result(key, _tr(kind), item.ref, about, when, text, marked, _leads_to(item), gone, page=item.page)


_IN_A_LIST: dict[FoundKind, Callable[[str], Place]] = {
    "session": lambda session: Place("session", session),
    "entry": lambda entry: Place("evidence", selected=entry),
    "finding": lambda finding: Place("evidence", "findings", finding),
    "request": lambda request: Place("requests", selected=request),
    "worry": lambda worry: Place("worries", selected=worry),
    "risk": lambda risk: Place("worries", "register", risk),
}


def _leads_to(item: FoundItem) -> Place | str:
    """The very place of it; of what is in a session its page; of what is said of a node, the node."""
    if item.kind in ("attachment", "page"):
        return item.id
    if item.kind in ("judgement", "local node"):
        return Place("kloe", item.ref.partition(".")[0], item.ref)
    if item.kind in _IN_A_LIST:
        return _IN_A_LIST[item.kind](item.id)
    if item.kind in ("participant", "name"):
        return person_place(item.session_id or "", item.id)
    return Place("session", item.session_id or "", item.id if item.kind == "line" else "")


def _node(node: FoundNode, query: Query, meant: tuple[str, ...] = ()) -> Result:
    shown = snippet(node.text, query, also=meant)
    place = Place("kloe", node.kloe, node.id)
    return Result(f"node {node.id}", _tr(node.kind), node.id, "", "", shown.text, shown.marked, place, flat=True)


def _role(role: Thing, query: Query, naming: Naming) -> Result:
    """Leads to the first session with the role in the list of sessions."""
    held = [one for one in naming.sessions.values() if role.id in one.roles and one.cancelled_at is None]
    shown = snippet(role.name, query)
    refs = ", ".join(one.ref for one in held) or _tr("no session")
    place = Place("sessions", selected=held[0].id if held else "")
    return Result(f"role {role.id}", _tr("role"), "", "", refs, shown.text, shown.marked, place, flat=True)


def _member(member: TeamMember, naming: Naming) -> Result:
    """Leads to the latest session that they lead or take the notes of; without one, to the sessions."""
    own = sessions_of(member.name, tuple(naming.sessions.values()))
    refs = ", ".join(one.ref for one in own) or _tr("no session")
    place = member_place(own[0].id, member.name) if own else Place("sessions")
    words = ", ".join(filter(None, (member.name, member.title)))
    return Result(f"member {member.name}", _tr("inspector"), "", "", refs, words, (), place, flat=True)


def _command(command: Command) -> Result:
    key = f"command {command.where} {command.name}"
    when = f"{command.where}   {command.keys}".rstrip()
    return Result(key, _tr("command"), "", "", when, command.name, (), command, flat=True)


def first_result(rows: tuple[Row, ...]) -> int:
    """-1 where there is none."""
    return next((at for at, row in enumerate(rows) if isinstance(row, Result)), -1)


def _tr(words: str) -> str:
    return QCoreApplication.translate("FindAnything", words)
