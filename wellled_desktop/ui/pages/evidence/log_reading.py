"""Reads the log a page at a time, what is new in it, and all of the entry that is chosen."""

from functools import partial

from PySide6.QtCore import QObject

from wellled_desktop.inspection.read_models import EvidenceEntry, Request
from wellled_desktop.inspection.read_models.entries import EntryWhole
from wellled_desktop.store import entry_reading, node_reading, reading, talk_reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.pages.evidence.log_view import LogView

PAGE = 500
CONCERNING = frozenset(
    {
        "attachment-added", "attachment-retracted", "attachment-restored",
        "request-made", "request-amended", "request-state-set",
    }
)  # fmt: skip
"""The kinds of change after which what stands beside the entries may be another."""
_OF_ENTRIES = frozenset(("evidence-amended", "evidence-linked", "evidence-retracted", "evidence-restored"))


class LogReading(QObject):
    def __init__(self, bridge: Bridge, view: LogView) -> None:
        super().__init__(view)
        self._bridge = bridge
        self._view = view
        self._wanted = ""
        self._whole = False
        self._files: dict[str, int] = {}
        self._chosen = self._asked = ""
        view.chosen.connect(self._choose)
        bridge.changed.connect(self._put_again)

    def want(self, entry_id: str) -> None:
        """Chooses the entry, as soon as it is in the log."""
        self._wanted = entry_id
        self._choose_wanted()

    def read(self) -> None:
        """What is new on top; the first time everything, a page after the other, so that nobody waits for the reader."""
        bridge, log = self._bridge, self._view.log
        if log.rowCount():
            bridge.ask(self, partial(node_reading.evidence_log, above=log.highest, limit=PAGE), self._show_newer)
        else:
            bridge.ask(self, partial(node_reading.evidence_log, limit=PAGE), self._show_older)
        bridge.ask(self, entry_reading.attachment_counts, self._keep_files)
        bridge.ask(self, talk_reading.requests, self._show_requests)
        self._asked = ""
        self._ask_whole()

    def _put_again(self, changes: tuple[Change, ...]) -> None:
        """Entries that are already in the log and say something else now, or no longer stand, or stand again."""
        for change in changes:
            if change.kind == "evidence-retracted":
                self._view.form.is_gone(change.entity)
            elif change.kind == "evidence-restored":
                self._wanted = change.entity  # it went from under the hand, and comes back there
        for entry_id in dict.fromkeys(one.entity for one in changes if one.kind in _OF_ENTRIES):
            question = partial(reading.evidence_entries, entry_id=entry_id, retracted=True)
            self._bridge.ask(self, question, self._put)

    def _put(self, found: tuple[EvidenceEntry, ...]) -> None:
        for entry in found:
            if self._whole or self._view.log.row_of(entry.id) >= 0:  # else it comes with the pages still to be read
                self._view.put(entry)
        self._settle()

    def _show_newer(self, entries: tuple[EvidenceEntry, ...]) -> None:
        self._view.log.add_newer(entries)
        self._settle()

    def _show_older(self, entries: tuple[EvidenceEntry, ...]) -> None:
        log = self._view.log
        log.add_older(entries)
        if len(entries) == PAGE:
            question = partial(node_reading.evidence_log, below=log.lowest, limit=PAGE)
            self._bridge.ask(self, question, self._show_older)
        elif not self._whole:
            self._whole = True
            self._bridge.ask(self, entry_reading.retracted_entries, self._put)
        self._settle()

    def _keep_files(self, counts: dict[str, int]) -> None:
        self._files = counts

    def _show_requests(self, requests: tuple[Request, ...]) -> None:
        self._view.log.show_beside(self._files, {request.id: request.ref for request in requests})
        self._view.form.fields.show_requests(requests)
        self._settle()

    def _settle(self) -> None:
        self._choose_wanted()
        self._view.choose_some()
        self._view.tell()

    def _choose_wanted(self) -> None:
        if self._wanted and self._view.choose(self._wanted):
            self._wanted = ""

    # The chosen entry

    def _choose(self, entry_id: str) -> None:
        self._chosen = entry_id
        self._ask_whole()

    def _ask_whole(self) -> None:
        """Of entries passed over quickly only the last is asked for."""
        if self._chosen and not self._asked:
            self._asked = self._chosen
            question = partial(entry_reading.entry_whole, entry_id=self._chosen)
            self._bridge.ask(self, question, partial(self._show_whole, self._chosen))

    def _show_whole(self, asked: str, whole: EntryWhole | None) -> None:
        self._asked = ""
        if asked != self._chosen:
            self._ask_whole()
        elif whole is not None:
            self._view.detail.show_whole(whole)
