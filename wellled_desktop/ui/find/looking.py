"""Asking for what is typed: of the record and the framework first, then of the pages of documents; of texts typed in quick
succession only the newest is asked for, and only its answer is handed on.

Signals of Looking: `answered(Answer)`; `pages_found(Pages)`; `sessions_read(dict)` with every session by its id.
"""

from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from wellled_desktop.framework.finding import FoundNode
from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.inspection.commands import TeamMember
from wellled_desktop.inspection.find.known import (
    LEAST_SLIPPED,
    LOOKED_AT,
    KnownThings,
    NodesFound,
    Thing,
    is_of_record,
    told_apart,
    words_in,
)
from wellled_desktop.inspection.find.query import Query
from wellled_desktop.inspection.find.team import Team
from wellled_desktop.inspection.find.typed import Reader
from wellled_desktop.inspection.find.understood import said_of, why_nothing
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.read_models.found import Found, FoundItem
from wellled_desktop.store.errors import StoreError
from wellled_desktop.store.search import reading as search
from wellled_desktop.ui.find import page_commands
from wellled_desktop.ui.find.own_reader import OwnReader
from wellled_desktop.ui.page import Opened
from wellled_desktop.vault.errors import VaultError

MOST = 50
_MOST_NODES, _MOST_NODES_BY_ID, _MOST_ROLES = 4, 12, 3


class Answer(msgspec.Struct, frozen=True):
    """What the record, the framework and the team have for a text. `said`: sentences of how it was understood; `in_framework`:
    of words that the record lacks those that the framework has; `days`: how many the inspection has.
    """

    typed: str
    query: Query
    found: Found = Found()
    nodes: NodesFound = NodesFound()
    roles: tuple[Thing, ...] = ()
    team: tuple[TeamMember, ...] = ()
    said: tuple[str, ...] = ()
    in_framework: tuple[str, ...] = ()
    days: int = 1

    def near(self, pages: "Pages | None") -> tuple[FoundNode, ...]:
        """What of the framework is nearly as typed, where what was typed is found nowhere."""
        if self.found.items or self.roles or self.team or (pages is not None and pages.items):
            return ()
        in_pages = pages.words if pages is not None else ()
        return self.nodes.near_where(word for word in self.found.lacking if word not in in_pages)

    def why_nothing(self, pages: "Pages | None") -> str:
        """Why nothing is found; before the pages of documents were looked through, only that nothing is, as far as is known."""
        if self.query.can_be_asked and pages is None:
            return ""
        elsewhere = (*self.in_framework, *(pages.words if pages else ()))
        return why_nothing(self.query, self.found, self.days, elsewhere)


class Pages(msgspec.Struct, frozen=True):
    """What the documents have for a text, and which of its `words` they have where no page has them all; `problem` is a
    sentence where they could not be read, `unread` how many files have not been read yet.
    """

    typed: str
    items: tuple[FoundItem, ...] = ()
    problem: str = ""
    words: tuple[str, ...] = ()
    unread: int = 0


class Words:
    """What can be said of a text without the record: made for the framework in use, anew where that has changed."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._made: tuple[Pack, Reader, KnownThings] | None = None
        self._team = Team(opened.inspection.team)

    def prepare(self) -> None:
        """Some 55 ms; on any thread."""
        self._of_pack()
        self._opened.index.prepare()

    def read(self, typed: str) -> Answer:
        """Without what is found in the record."""
        _, reader, known = self._of_pack()
        query = reader.read(typed)
        roles, team = known.roles(query, _MOST_ROLES), self._team.find(query)
        return Answer(typed, query, Found(), self._nodes(query), roles, team, days=self._opened.inspection.days)

    @property
    def titles(self) -> dict[str, str]:
        """What people call each role."""
        return role_titles(self._opened.pack)

    def with_found(self, answer: Answer, found: Found) -> Answer:
        """The answer with what was found in the record."""
        in_framework = words_in(self._opened.index, answer.query) if found.lacking else ()
        said = said_of(answer.query, found)
        return msgspec.structs.replace(answer, found=found, said=said, in_framework=in_framework)

    def _of_pack(self) -> tuple[Pack, Reader, KnownThings]:
        opened, made = self._opened, self._made
        if made is None or made[0] is not opened.pack:
            pack = opened.pack
            detail = opened.inspection
            names = tuple(member.name for member in detail.team)
            made = self._made = (pack, Reader(pack, detail.start_date, detail.days, names), KnownThings(pack))
        return made

    def _nodes(self, query: Query) -> NodesFound:
        """A text with marks is about the record."""
        if is_of_record(query) or not query.typed.strip():
            return NodesFound()
        found = self._opened.index.matches(query.typed, LOOKED_AT, LEAST_SLIPPED)
        nodes = told_apart(found, query, _MOST_NODES_BY_ID if found.by_id else _MOST_NODES)
        in_team = any(map(self._team.has, nodes.slips))
        return msgspec.structs.replace(nodes, near=()) if in_team else nodes


class Looking(QObject):
    answered = Signal(object)
    pages_found = Signal(object)
    sessions_read = Signal(object)

    def __init__(self, opened: Opened, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = opened.bridge
        self._words = Words(opened)
        self._own = OwnReader(opened.bridge.inspection)
        self._typed = ""
        self._query = Query()
        self._in_record = _OneAtATime(self._ask)
        self._in_pages = _OneAtATime(self._ask_pages)
        self._bridge.closing.connect(self._own.close)
        self._bridge.refused.connect(
            self._in_record.begin_next
        )  # the bridge tells of an error there and answers nothing

    def prepare(self) -> None:
        """So that the first text that is typed finds all words sorted."""
        self._bridge.work(self, self._prepare, _nothing, _raise, lane="find")

    def _prepare(self) -> None:
        page_commands.prepare()
        self._words.prepare()

    def read_sessions(self) -> None:
        self._bridge.work(self, self._own.sessions, self._told_sessions, self._not_told, lane="find")

    def look_for(self, typed: str) -> None:
        self._typed = typed
        self._in_record.want(typed)

    def _ask(self, typed: str) -> None:
        words = self._words

        def question(connection: Any) -> Answer:
            answer = words.read(typed)
            found = search.find(connection, answer.query, MOST, names=True, titles=words.titles)
            return words.with_found(answer, found)

        self._bridge.ask(self, question, self._told)

    def _told(self, answer: Answer) -> None:
        self._in_record.begin_next()
        if answer.typed != self._typed:
            return
        self._query = answer.query
        self.answered.emit(answer)
        if answer.query.can_be_asked:
            self._in_pages.want(answer.typed)

    def _ask_pages(self, typed: str) -> None:
        query, own = self._query, self._own
        self._bridge.work(
            self, lambda: _pages(typed, own, query), self._told_pages, lambda problem: self._no_pages(typed, problem),
            lane="find",
        )  # fmt: skip

    def _told_pages(self, pages: Pages) -> None:
        self._in_pages.begin_next()
        if pages.typed == self._typed:
            self.pages_found.emit(pages)

    def _no_pages(self, typed: str, problem: Exception) -> None:
        """A page that cannot be read hides nothing else that was found."""
        if not isinstance(problem, StoreError | VaultError | OSError):
            self._in_pages.begin_next()
            raise problem
        self._told_pages(
            Pages(typed, problem=self.tr("The text of documents could not be read; all else was looked through."))
        )

    def _told_sessions(self, sessions: tuple[Session, ...]) -> None:
        self.sessions_read.emit({one.id: one for one in sessions})

    def _not_told(self, problem: Exception) -> None:
        """What is found is named by its number then; the record's own reader tells of a disk that cannot be read."""
        if not isinstance(problem, StoreError | VaultError | OSError):
            raise problem


def _pages(typed: str, own: OwnReader, query: Query) -> Pages:
    found = own.pages(query)
    return Pages(typed, found.items, words=found.words, unread=found.unread)


class _OneAtATime:
    """Of what is wanted while one is under way only the newest comes next."""

    def __init__(self, begin: Callable[[str], None]) -> None:
        self._begin = begin
        self._under_way = False
        self._next: str | None = None

    def want(self, typed: str) -> None:
        if self._under_way:
            self._next = typed
        else:
            self._under_way = True
            self._begin(typed)

    def begin_next(self, *_told: object) -> None:
        """The one under way is done."""
        self._under_way = False
        typed, self._next = self._next, None
        if typed is not None:
            self.want(typed)


def _nothing(_answer: None) -> None:
    """There is nothing to show for it."""


def _raise(problem: Exception) -> None:
    raise problem
