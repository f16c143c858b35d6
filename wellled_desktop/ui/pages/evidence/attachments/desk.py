"""How files come to entries of the log: by dialog, by paste, dropped on an entry, or dropped where there is none.

Signals of AttachmentDesk: `notice(str)`; `entry_wanted(EntryValues)` for files that were dropped where there is no entry.
"""

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from wellled_desktop.exchange.file_names import shown_name
from wellled_desktop.inspection.commands import AttachFile, RecordEvidence
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.store.store import Change
from wellled_desktop.ui.attaching.attaching import attaching_of
from wellled_desktop.ui.attaching.words import files_words
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.attachments.drops import FileDrops, Place
from wellled_desktop.ui.pages.evidence.attachments.part import AttachmentsPart
from wellled_desktop.ui.pages.evidence.attachments.pasting import as_png, local_files, picture_name, picture_of
from wellled_desktop.ui.pages.evidence.entry_values import EntryValues
from wellled_desktop.ui.pages.evidence.log_view import LogView

_AROUND = 24
_KEYS = ("Ctrl+Shift+A", "Ctrl+Shift+F", "Ctrl+V")
_Paths = tuple[Path, ...]


class AttachmentDesk(QObject):
    """Puts the part into the log's detail, and the ways to attach on the log."""

    notice = Signal(str)
    entry_wanted = Signal(object)

    def __init__(self, opened: Opened, log: LogView, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = opened.bridge
        self._log = log
        self._attaching = attaching_of(opened.bridge)
        self._for_new: _Paths = ()
        self._awaited: dict[str, _Paths] = {}
        self._asks: AttachFile | None = None
        self._chosen = ""
        self.part = AttachmentsPart(opened)
        self.part.notice.connect(self.notice)
        log.detail.add_part(self.part)
        acts = (self.choose_files, self.choose_folder, self.paste)
        wanted = (self.part.files_wanted, self.part.folder_wanted, self.part.paste_wanted)
        for keys, act, asked in zip(_KEYS, acts, wanted, strict=True):
            asked.connect(act)
            shortcut = QShortcut(QKeySequence(keys), log)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        for place in (log.table, log.detail):
            for key, go in (("A", self.go_to_part), ("N", self.ask_necessity)):
                to_part = QShortcut(QKeySequence(key), place)
                to_part.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                to_part.activated.connect(go)
        self.drops = (
            FileDrops(log.table.viewport(), self._row_at, self),
            FileDrops(log.detail.inside, self._detail_at, self),
        )
        for drops in self.drops:
            drops.dropped.connect(self._dropped)
        log.recorded.connect(self._expect)
        log.form.closed.connect(self._give_up)
        opened.bridge.changed.connect(self._on_changed)
        self._attaching.told.connect(self._keep_asking)
        log.chosen.connect(self._on_chosen)

    def go_to_part(self) -> None:
        """To the files of the chosen entry, wherever the detail was scrolled to."""
        if not self._log.form_is_open:
            self._log.detail.ensureWidgetVisible(self.part, 0, _AROUND)
            self.part.take_focus()

    def ask_necessity(self) -> None:
        """Of what was told just now, else of the chosen entry's files."""
        if self._log.form_is_open:
            return
        asks, self._asks = self._asks, None
        is_there = asks is not None and self._log.choose(asks.entry)
        self.part.ask_necessity(asks.id if asks is not None and is_there else "")

    def _keep_asking(self, _told: str) -> None:
        self._asks = next(iter(self._attaching.asking), None)

    def _on_chosen(self, entry_id: str) -> None:
        """Who turns to another entry has read what was told."""
        if entry_id != self._chosen:
            self._chosen, self._asks = entry_id, None

    # To the chosen entry

    def choose_files(self) -> None:
        self._choose(self.tr("Attach files"), QFileDialog.FileMode.ExistingFiles)

    def choose_folder(self) -> None:
        self._choose(self.tr("Attach all files of a folder"), QFileDialog.FileMode.Directory)

    def _choose(self, title: str, mode: QFileDialog.FileMode) -> None:
        entry = self._entry()
        if entry is None:
            return
        dialog = QFileDialog(self._log, f"{title}: {entry.ref}")
        dialog.setFileMode(mode)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, mode == QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda chosen: self._attach(entry, tuple(map(Path, chosen))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def paste(self) -> None:
        """What was copied: files, or else a picture."""
        entry = self._entry()
        if entry is None:
            return
        copied = QGuiApplication.clipboard().mimeData()
        if paths := local_files(copied):
            self._attach(entry, paths)
        elif (picture := picture_of(copied)) is not None:
            name = picture_name(dt.datetime.now(dt.UTC))
            then = partial(self._attaching.attach_content, entry.id, entry.ref, name)
            self._bridge.work(self._attaching, partial(as_png, picture), then, _raise)
        else:
            self.notice.emit(self.tr("No file and no picture was copied. Copy one, and press Ctrl+V here again."))

    def _entry(self) -> EvidenceEntry | None:
        """The one chosen, if something can be attached to it; it is told where that is not so."""
        entry = None if self._log.form_is_open else self._log.detail.entry
        if entry is None:
            self.notice.emit(self.tr("No entry is chosen. Record one, or choose one, and attach to it then."))
        elif entry.retracted_at is not None:
            words = self.tr("%1 is retracted, so nothing is attached to it. Put it back first.")
            self.notice.emit(words.replace("%1", entry.ref))
        else:
            return entry
        return None

    def _attach(self, entry: EvidenceEntry, paths: _Paths) -> None:
        self._attaching.attach(entry.id, entry.ref, paths)

    # Dropped

    def _row_at(self, point: QPoint) -> Place | None:
        table = self._log.table
        index = table.indexAt(point)
        entry = self._log.filter.entry_at(index.row()) if index.isValid() else None
        if entry is None:
            return None, table.viewport().rect()
        row = table.visualRect(index)
        return entry, QRect(0, row.top(), table.viewport().width(), row.height())

    def _detail_at(self, _point: QPoint) -> Place | None:
        entry, seen = self._log.detail.entry, self._log.detail.inside.visibleRegion().boundingRect()
        return None if entry is None else (entry, seen)

    def _dropped(self, entry: EvidenceEntry | None, paths: _Paths) -> None:
        if entry is not None:
            self._log.choose(entry.id)
            self._attach(entry, paths)
            return
        self._for_new = paths
        self.entry_wanted.emit(EntryValues(shown_name(paths[0].stem)))
        words = self.tr("Record the entry, and %1 will be attached to it.")
        self.notice.emit(words.replace("%1", files_words(len(paths)) if len(paths) > 1 else f"“{paths[0].name}”"))

    # To an entry that is being recorded

    def _expect(self, command: RecordEvidence) -> None:
        if self._for_new:
            self._awaited[command.id] = self._for_new

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        for entry_id in {change.entity for change in changes} & set(self._awaited):
            paths, self._for_new = self._awaited.pop(entry_id), ()
            self._attaching.attach(entry_id, self.tr("the new entry"), paths)

    def _give_up(self) -> None:
        if self._for_new:
            self._for_new = ()
            self._awaited.clear()
            self.notice.emit(self.tr("No entry was recorded, so nothing was attached; the files are where they were."))


def _raise(problem: Exception) -> None:
    raise problem
