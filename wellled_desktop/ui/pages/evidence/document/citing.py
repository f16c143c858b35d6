"""Citing an entry: the bar is filled in and shown, and what it gives is written as a line, in one action.

Signals of Citing: `go(Place)`; `notice(str)`; `left()` when the bar has gone, so that the focus can go back.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from wellled_desktop.exchange.documents.cited import look_up
from wellled_desktop.exchange.documents.kinds import kind_of
from wellled_desktop.exchange.file_names import shown_name
from wellled_desktop.framework.pack import role_titles, walk
from wellled_desktop.inspection.cited_words import Checked
from wellled_desktop.inspection.citing import Citation, beyond_plan, check_citable
from wellled_desktop.inspection.commands import PlanSession, WriteLine
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.inspection.read_models import Attachment, EvidenceEntry, NoteLine, ReadingPart, Session
from wellled_desktop.store import reading, weighing_reading
from wellled_desktop.store.errors import StoreError
from wellled_desktop.store.store import Change
from wellled_desktop.ui.kit.offer_bar import OfferBar
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.document.cite_bar import CiteBar, CiteWanted
from wellled_desktop.ui.pages.evidence.findings.ids import new_id
from wellled_desktop.ui.places import Place
from wellled_desktop.vault.errors import VaultError


class Citing(QObject):
    go = Signal(object)
    notice = Signal(str)
    left = Signal()

    def __init__(self, opened: Opened, offer: OfferBar, parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._offer = offer
        self._writing = False
        self._told_of = ("", "")
        self._files: tuple[Attachment, ...] = ()
        self._plan: tuple[ReadingPart, ...] = ()
        nodes = frozenset(node.id for _, node in walk(opened.pack))
        self.bar = CiteBar(opened.index, nodes, role_titles(opened.pack))
        self.bar.wanted.connect(self._look_up)
        self.bar.refused.connect(self.notice)
        self.bar.left.connect(self.left)
        opened.bridge.changed.connect(self._take_back_told)

    def begin(self, entry_id: str, citation: Citation | None = None, *, as_read: bool = False) -> None:
        """Shows the bar; without a citation that of the whole entry. One that was retracted is not cited.

        `as_read`: the citation was taken from the document on show.
        """
        then = partial(self._begin, citation, as_read)
        self._opened.bridge.ask(self, partial(_entry_and_sessions, entry_id=entry_id), then)

    def _begin(self, citation: Citation | None, as_read: bool, found: "_Found") -> None:
        entries, sessions, files, self._plan = found
        for entry in entries:
            try:
                check_citable(entry)
            except RuleBroken as error:
                self.notice.emit(str(error))
            else:
                cited = _with_file(citation or Citation(entry.ref), files)
                names = [shown_name(one.name) for one in files]
                if cited.file and cited.file not in names:  # retracted, and still looked at
                    names.append(cited.file)
                self._files = files
                self.bar.begin(entry, cited, sessions, names, as_read=as_read)

    def _look_up(self, wanted: CiteWanted) -> None:
        """Once, however often Enter is pressed. Where there is nothing to look it up in, it is written as it is."""
        if self._writing:
            return
        self._writing = True
        file = _file_of(wanted.cited, self._files) if wanted.cited is not None else None
        if objection := self._beyond_plan(wanted.cited, file):
            self._write(wanted, Checked(objection))
            return
        if wanted.cited is None or file is None:
            self._write(wanted, Checked())
            return
        job = partial(look_up, self._opened.bridge.inspection, file, wanted.cited)
        self._opened.bridge.work(
            self, job, partial(self._write, wanted), partial(self._not_looked_up, wanted), lane="preview"
        )

    def _beyond_plan(self, cited: Citation | None, file: Attachment | None) -> str:
        """A document that has pages of its own says itself which it has."""
        if cited is None or (file is not None and kind_of(file.media_type, file.name) == "pdf"):
            return ""
        return beyond_plan(cited, self._plan, file.id if file is not None else "")

    def _not_looked_up(self, wanted: CiteWanted, problem: Exception) -> None:
        """A line is worth more than its being checked."""
        if not isinstance(problem, StoreError | VaultError | OSError):
            self._writing = False
            raise problem
        self._write(wanted, Checked(unchecked=self.tr("What is cited could not be checked.")))

    def _write(self, wanted: CiteWanted, found: Checked) -> None:
        if found.objection or self.bar.isHidden():  # left meanwhile
            self._writing = False
            self.bar.object_to(found.objection)
            return
        line = WriteLine(new_id(), wanted.session or new_id(), wanted.text, "read", tags=wanted.tags)
        do = self._opened.bridge.do
        if not wanted.session:  # an act of its own: the record keeps a session once a line was written in it
            do(
                PlanSession(line.session, "observation", (), title=self.tr("Reading")),
                refused=self._refused,
                owner=self,
            )
        do(line, then=partial(self._written, line, wanted.said, found.unchecked), refused=self._refused, owner=self)

    def _written(self, line: WriteLine, said: str, unchecked: str, _changes: tuple[Change, ...]) -> None:
        self._writing = False
        self.left.emit()
        self.bar.hide()
        self._opened.bridge.ask(self, partial(reading.lines, line_id=line.id), partial(self._tell, said, unchecked))

    def _tell(self, said: str, unchecked: str, lines: tuple[NoteLine, ...]) -> None:
        for line in lines:
            words = self.tr("Cited in %1: %2.").replace("%1", line.ref).replace("%2", said)
            words = f"{words} {unchecked}".rstrip()
            there: Callable[[], None] = partial(self.go.emit, Place("session", line.session_id, line.id))
            self._told_of = (line.id, words)
            self._offer.offer(words, self.tr("Go to the line"), there)

    def _take_back_told(self, changes: tuple[Change, ...]) -> None:
        """A line that was taken back is not there to be gone to."""
        line, words = self._told_of
        if words == self._offer.sentence and any(
            one.kind == "line-retracted" and one.entity == line for one in changes
        ):
            self._offer.hide()

    def _refused(self, sentence: str) -> None:
        """What was typed stays in the bar."""
        self._writing = False
        self.notice.emit(sentence)


_Found = tuple[tuple[EvidenceEntry, ...], tuple[Session, ...], tuple[Attachment, ...], tuple[ReadingPart, ...]]


def _entry_and_sessions(connection: Any, *, entry_id: str) -> _Found:
    entries = reading.evidence_entries(connection, entry_id=entry_id, retracted=True)
    files = weighing_reading.attachments(connection, entry_id=entry_id)
    return entries, reading.sessions(connection), files, weighing_reading.reading_parts(connection, entry_id=entry_id)


def _file_of(citation: Citation, files: tuple[Attachment, ...]) -> Attachment | None:
    """That which is cited; None where it cannot be told which one it is."""
    fits = [one for one in files if citation.file in ("", Citation("", file=shown_name(one.name)).file_as_cited)]
    return fits[0] if len(fits) == 1 else None


def _with_file(citation: Citation, files: tuple[Attachment, ...]) -> Citation:
    """A page of an entry is that of its one document that has pages, where there is no more than one."""
    paged = [one for one in files if kind_of(one.media_type, one.name) == "pdf"]
    if citation.file or citation.page is None or len(paged) != 1:
        return citation
    return msgspec.structs.replace(citation, file=shown_name(paged[0].name))
