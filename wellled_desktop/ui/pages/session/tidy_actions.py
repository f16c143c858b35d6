"""Tidying up a session: walks its untagged lines and records each tag and mark at once, so that Undo takes back one of them.

Signals of TidyActions: `shown(bool)` when it takes the page over, and when it gives it back; `left()` when it was left by key.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

import msgspec
from PySide6.QtCore import QObject, Signal

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.role_cards import card_for
from wellled_desktop.inspection.commands import AmendLine
from wellled_desktop.inspection.read_models import NoteLine, Session
from wellled_desktop.inspection.words import Weight
from wellled_desktop.store import closing_reading, reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.session.tidy_guesses import MOST, Guesses
from wellled_desktop.ui.pages.session.tidy_up import TidyUp
from wellled_desktop.ui.pages.session.tidy_walk import Walk

_LEARN_FROM = 1_000
_LINE_KINDS = {"line-amended", "line-coded", "line-retracted", "line-restored"}


class TidyActions(QObject):
    shown = Signal(bool)
    left = Signal()

    def __init__(
        self, opened: Opened, texts: Mapping[str, str], speaker: Callable[[NoteLine], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self._bridge = opened.bridge
        self._speaker = speaker
        self._walk = Walk(())
        self._texts = tuple(texts.values())
        self._aliases = _alias_forms(opened.pack)
        self._guesses = Guesses(opened.index, (), ())
        self._asked: tuple[str, ...] = ()
        self._session: Session | None = None
        self._on_the_way: dict[str, int] = {}
        self._last_coding: dict[str, int] = {}
        self._codings = 0
        self.view = TidyUp(opened.index, texts)
        view = self.view
        view.tag_wanted.connect(self._tag)
        view.mark_wanted.connect(self._mark)
        view.on_wanted.connect(self._go_on)
        view.back_wanted.connect(self._go_back)
        view.again_wanted.connect(self._again)
        view.left.connect(self._leave)
        self._bridge.changed.connect(self._changed)

    def open(self, session: Session) -> None:
        """Behind what is still on its way to the disk: the line just written is walked, too."""
        self._session = session
        card = card_for(self._opened.pack, session.roles, self._opened.scope)
        guesses = Guesses(self._opened.index, self._texts, (entry.node for entry in card), self._aliases)
        question = partial(_ready, session_id=session.id, guesses=guesses)
        self._bridge.finish(self, partial(self._bridge.ask, self, question, self._begin))

    def close(self) -> None:
        self._session = None
        if not self.view.isHidden():
            self.view.hide()
            self.shown.emit(False)

    def _begin(self, ready: "_Ready") -> None:
        if self._session is None or ready.session_id != self._session.id:
            return
        self._walk, self._guesses, self._asked = ready.walk, ready.guesses, ready.asked
        self._on_the_way = {}
        self.view.message.hide()
        self._show()
        self.shown.emit(True)
        self.view.show()
        self.view.take_focus()

    def _leave(self) -> None:
        self.close()
        self.left.emit()

    def _show(self) -> None:
        walk = self._walk
        line = walk.current
        if line is None:
            self.view.show_end(walk.tagged, walk.count, retried=walk.tagged < walk.count)
            return
        guesses = _with_own(self._guesses.guess(line.text, walk.tags_just_before(line), self._asked), line.tags)
        progress = self.tr("%1 of %2").replace("%1", str(walk.position + 1)).replace("%2", str(walk.count))
        self.view.show_line(line, self._speaker(line), walk.around(line), guesses, progress)

    # Keys

    def _go_on(self) -> None:
        self._walk.go_on()
        self._show()

    def _go_back(self) -> None:
        self._walk.go_back()
        self._show()

    def _again(self) -> None:
        self._walk.begin_again()
        self._show()

    def _tag(self, node: str) -> None:
        """Adds the tag and goes on; a tag that the line has is taken away, and one stays there to choose another."""
        line = self._walk.current
        if line is None:
            return
        if node in line.tags:
            tags = tuple(tag for tag in line.tags if tag != node)
            self._code(msgspec.structs.replace(line, tags=tags), AmendLine(line.id, tags=tags))
            self._show()
            return
        self._guesses.learn(line.text, (node,))
        tags = (*line.tags, node)
        self._code(msgspec.structs.replace(line, tags=tags), AmendLine(line.id, tags=tags))
        self._go_on()

    def _mark(self, mark: str) -> None:
        line = self._walk.current
        if line is None:
            return
        if mark == "claim":
            claim = not line.claim
            self._code(msgspec.structs.replace(line, claim=claim), AmendLine(line.id, claim=claim))
        else:
            wanted: Weight = "concern" if mark == "concern" else "strength"
            weight: Weight = "neutral" if line.weight == wanted else wanted
            self._code(msgspec.structs.replace(line, weight=weight), AmendLine(line.id, weight=weight))
        self._show()

    # The record

    def _code(self, line: NoteLine, change: AmendLine) -> None:
        """The line is shown as it will be; the disk is not waited for."""
        self._walk.put(line)
        self._codings += 1
        self._last_coding[line.id] = self._codings
        self._on_the_way[line.id] = self._on_the_way.get(line.id, 0) + 1
        self._bridge.do(
            change,
            then=lambda _changes: self._arrived(line.id),
            refused=partial(self._refused, line.id),
            owner=self,
        )

    def _arrived(self, line_id: str) -> None:
        self._on_the_way[line_id] = self._on_the_way.get(line_id, 1) - 1

    def _refused(self, line_id: str, sentence: str) -> None:
        self._arrived(line_id)
        self.view.message.show_sentence(sentence)
        self._ask((line_id,))

    def _changed(self, changes: tuple[Change, ...]) -> None:
        if not self.view.isHidden():
            changed = (one.entity for one in changes if one.kind in _LINE_KINDS and self._walk.holds(one.entity))
            self._ask(tuple(dict.fromkeys(changed)))

    def _ask(self, line_ids: tuple[str, ...]) -> None:
        """What is on its way yet is asked for once it has arrived."""
        still = tuple(line_id for line_id in line_ids if not self._on_the_way.get(line_id))
        if still:
            self._bridge.ask(self, partial(reading.lines, line_ids=still), partial(self._put, self._codings))

    def _put(self, codings: int, lines: tuple[NoteLine, ...]) -> None:
        """As they were on disk after so many codings: what was done to a line since says more than its reading. A line whose
        tags were taken back with Undo is the one to go on with.
        """
        for line in lines:
            if not self._walk.holds(line.id) or self._last_coding.get(line.id, 0) > codings:
                continue
            lost = self._walk.put(line)
            if lost:
                self._walk.go_to(line.id)
            if lost or self._walk.is_on(line.id):
                self._show()


def _with_own(guesses: tuple[str, ...], tags: tuple[str, ...]) -> tuple[str, ...]:
    """Beside the guesses the tags that the line has, so that one of them can be taken away."""
    missing = tuple(tag for tag in tags if tag not in guesses)
    return (*guesses[: max(0, MOST - len(missing))], *missing)[:MOST]


class _Ready(NamedTuple):
    session_id: str
    walk: Walk
    guesses: Guesses
    asked: tuple[str, ...]


def _ready(connection: Any, *, session_id: str, guesses: Guesses) -> _Ready:
    """Asked on the reader's thread: in a long session the words of thousands of lines are gone through."""
    found = closing_reading.to_tidy(connection, session_id=session_id)
    for line in found.lines[-_LEARN_FROM:]:
        guesses.learn(line.text, line.tags)
    return _Ready(session_id, Walk(found.lines), guesses, found.asked)


def _alias_forms(pack: Pack) -> tuple[str, ...]:
    """Other names for what the framework speaks of."""
    return tuple(form for alias in pack.aliases for form in (alias.term, alias.means, *alias.now))
