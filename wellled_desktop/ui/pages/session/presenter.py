"""What the session page does with the record: opens a session, keeps its lines up to date, and records what is asked.

Signals of SessionPresenter: `opened(SessionOpening)`; `missing()` when the session is not in this inspection;
`session_changed(Session)`; `tallied(dict, tuple)` with the lines by tag and the claims; `line_refused(Composed, str)` and
`change_refused(NoteLine, Composed, str)` with what was not recorded and why; `refused(str)` for anything else.
"""

import datetime as dt
import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from wellled_desktop.inspection.commands import Command
from wellled_desktop.inspection.decisions import within_grace
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.read_models import (
    LineHistory,
    NoteLine,
    SavedDraft,
    Session,
    SessionNews,
    SessionOpening,
)
from wellled_desktop.store import reading, session_reading
from wellled_desktop.store.errors import StoreError
from wellled_desktop.store.store import Change
from wellled_desktop.ui.kit.speaking import speaker_words
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.session.asking import (
    draft_to_save,
    labels_another,
    line_on_its_way,
    line_to_amend,
    line_to_write,
)
from wellled_desktop.ui.pages.session.composed import Composed, as_draft
from wellled_desktop.ui.pages.session.drafts import Drafts
from wellled_desktop.ui.pages.session.line_model import PAGE, LineModel
from wellled_desktop.ui.pages.session.tally import Tally

_LINE_KINDS = {"line-written", "line-amended", "line-coded", "line-retracted", "line-restored"}
Lines = tuple[NoteLine, ...]
_SESSION, _PEOPLE = "session-", "participant-"
# With them the session has another number of lines that stand.
_COUNTED = {"line-retracted", "line-restored"}


class SessionPresenter(QObject):
    opened = Signal(object)
    missing = Signal()
    session_changed = Signal(object)
    tallied = Signal(object, object)
    line_refused = Signal(object, str)
    change_refused = Signal(object, object, str)
    refused = Signal(str)

    def __init__(self, opened: Opened, titles: dict[str, str], now: Callable[[], dt.datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._titles = titles
        self._bridge = opened.bridge
        self._now = now
        self._drafts = Drafts(self._saved_draft, now)
        self._names = False
        self._tally = Tally(self._bridge, self)
        self._tally.counted.connect(self.tallied)
        self.session_id = ""
        self.session: Session | None = None
        self.lines = LineModel(self)
        self.lines.wanted.connect(self._fetch_page)
        self._bridge.changed.connect(self._changed)

    # Opening

    @property
    def author(self) -> str:
        return self._bridge.author

    def open(self, session_id: str) -> None:
        """Shows nothing of the session before and asks for this one; `opened` or `missing` says when it is there."""
        self.lines.clear()
        self.session = None
        self.session_id = session_id
        self._drafts.begin(session_id)
        self._names = False
        self._tally.begin(session_id)
        self._bridge.ask(self, self._opening(), self._opened)

    def _opening(self) -> Callable[[object], SessionOpening | None]:
        reads = session_reading.session_opening
        return partial(reads, session_id=self.session_id, device=self._bridge.device, newest=PAGE)

    def _opened(self, opening: SessionOpening | None) -> None:
        if opening is None:
            self.missing.emit()
        elif opening.session.id == self.session_id:
            self._show(opening.session)
            self.lines.show_lines(opening.newest)
            self.opened.emit(msgspec.structs.replace(opening, draft=self._drafts.to_put_back(opening)))
            self._tally.ask()

    def _relabelled(self, opening: SessionOpening | None) -> None:
        """Lines carry what is said of their session's end: they are read again when that is another."""
        if opening is not None and opening.session.id == self.session_id:
            self.lines.show_lines(opening.newest)

    def _show(self, session: Session) -> None:
        self.session = session
        self.lines.set_speakers({one.id: speaker_words(one, self._titles) for one in session.participants})

    def show_names(self, names: bool) -> None:
        """People's names are read only where somebody asks for them."""
        self._names = names
        self._ask_news((), session=True)

    def find_line(self, line_id: str, then: Callable[[], object]) -> None:
        """Fetches a line that is not here yet, and those around it; `then` is called once they are."""
        self._bridge.ask(self, partial(_lines_around, line_id=line_id), partial(self._put_found, then))

    def _put_found(self, then: Callable[[], object], lines: Lines) -> None:
        if lines and lines[0].session_id == self.session_id:
            self.lines.put_all(lines)
            then()

    def with_lines(self, rows: Sequence[int], then: Callable[[Lines], None]) -> None:
        """Hands over the lines of these rows: at once where all are here, else as soon as they are read."""
        here = tuple(line for row in rows if (line := self.lines.line_at(row)) is not None)
        if len(here) == len(rows):
            then(here)
            return
        first, last = rows[0] + 1, rows[-1] + 1
        question = partial(reading.lines, session_id=self.session_id, from_number=first, limit=last - first + 1)
        self._bridge.ask(self, question, partial(self._hand_over, frozenset(rows), then))

    def _hand_over(self, rows: frozenset[int], then: Callable[[Lines], None], found: Lines) -> None:
        if found and found[0].session_id == self.session_id:
            then(tuple(line for line in found if line.number - 1 in rows))

    def _fetch_page(self, from_number: int) -> None:
        question = partial(reading.lines, session_id=self.session_id, from_number=from_number, limit=PAGE)
        self._bridge.ask(self, question, self._put_page)

    def _put_page(self, lines: tuple[NoteLine, ...]) -> None:
        if lines and lines[0].session_id == self.session_id:
            self.lines.put_page(lines)

    # Recording

    def write(self, composed: Composed) -> None:
        """Shows the line at once, and records it."""
        session = self.session
        if session is None:
            self.line_refused.emit(
                composed, self.tr("The session is still being opened; press Enter again in a moment.")
            )
            return
        line_id = self._new_id()
        number, now, author = self.lines.next_number(), self._now(), self._bridge.author
        self.lines.append_pending(line_on_its_way(line_id, session, composed, number=number, now=now, author=author))
        self._drafts.keep(session.id, Composed(""))
        refused = partial(self._line_refused, session.id, line_id, composed)
        self._bridge.do(line_to_write(line_id, session.id, composed), refused=refused, owner=self)

    def _line_refused(self, session_id: str, line_id: str, composed: Composed, sentence: str) -> None:
        self.lines.take_back(line_id)
        if session_id == self.session_id:
            self.line_refused.emit(composed, sentence)
        else:
            self._keep_for(session_id, composed, sentence)

    def _change_refused(self, line: NoteLine, composed: Composed, sentence: str) -> None:
        if line.session_id == self.session_id:
            self.change_refused.emit(line, composed, sentence)
        else:
            self._keep_for(line.session_id, composed, sentence)

    def _keep_for(self, session_id: str, composed: Composed, sentence: str) -> None:
        """Words that come back when another session is on show wait in the draft of their own."""
        self._save(session_id, as_draft(composed, self._drafts.last(session_id)))
        self.refused.emit(sentence)

    def amend(self, line: NoteLine, composed: Composed, reason: str | None) -> None:
        refused = partial(self._change_refused, line, composed)
        self._bridge.do(line_to_amend(line, composed, reason), refused=refused, owner=self)

    def change_lines(self, *changes: Command) -> None:
        """Changes of lines on disk, together: one Undo takes them all back."""
        if changes:
            self._do(*changes)

    def save_draft(self, draft: Composed) -> None:
        """What stands in the composer. Until the session is there, what was saved of it earlier is not in the composer."""
        if self.session is None:
            try:
                draft = self._drafts.after_earlier(self.session_id, draft)
            except StoreError as error:
                self.refused.emit(str(error))
        self._save(self.session_id, draft)

    def _save(self, session_id: str, draft: Composed) -> None:
        self._drafts.keep(session_id, draft)
        self._do(draft_to_save(session_id, draft))

    def _saved_draft(self, session_id: str) -> SavedDraft | None:
        """Waits for the disk, which nothing else here does: only where somebody types before the session is there."""
        question = partial(session_reading.saved_draft, session_id=session_id, device=self._bridge.device)
        return self._bridge.read_now(question)

    def needs_reason(self, line: NoteLine) -> bool:
        return not within_grace(line, self._now())

    def ask_history(self, line_id: str, then: Callable[[LineHistory], None]) -> None:
        self._bridge.ask(self, partial(session_reading.line_history, line_id=line_id), then)

    def _do(self, *commands: Command) -> None:
        self._bridge.do(*commands, refused=self.refused.emit, owner=self)

    def _new_id(self) -> str:
        return uuid7(round(self._now().timestamp() * 1000), os.urandom(10))

    # What has changed on disk

    def _changed(self, changes: tuple[Change, ...]) -> None:
        lines = tuple(dict.fromkeys(change.entity for change in changes if change.kind in _LINE_KINDS))
        session = any(
            change.kind in _COUNTED
            or change.kind.startswith(_PEOPLE)
            or (change.kind.startswith(_SESSION) and change.entity == self.session_id)
            for change in changes
        )
        if not (lines or session):
            return
        if self.session is not None:
            self._ask_news(lines, session=session)
        elif self.session_id:  # it is being read now, perhaps from before these changes
            self._bridge.ask(self, self._opening(), self._opened)

    def _ask_news(self, line_ids: tuple[str, ...], *, session: bool) -> None:
        question = partial(
            session_reading.session_news,
            session_id=self.session_id,
            line_ids=line_ids,
            session=session,
            names=self._names,
        )
        self._bridge.ask(self, question, self._told)

    def _told(self, news: SessionNews) -> None:
        if news.session_id != self.session_id or self.session is None:
            return
        self.lines.put_all(news.lines)
        if news.session is not None:
            if labels_another(self.session, news.session):
                self._bridge.ask(self, self._opening(), self._relabelled)
            self._show(news.session)
            self.session_changed.emit(news.session)
        if news.lines:
            self._tally.ask()


def _lines_around(connection: Any, *, line_id: str) -> Lines:
    """What one sees of a session who looks at the line: else the rows over it would push it away once they come."""
    for line in reading.lines(connection, line_id=line_id):
        first = max(1, line.number - PAGE // 2)
        return reading.lines(connection, session_id=line.session_id, from_number=first, limit=PAGE)
    return ()
