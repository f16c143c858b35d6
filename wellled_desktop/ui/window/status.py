"""The status bar: when the last change reached the disk, what was undone last, which inspection this is, and its marking."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from wellled_desktop.inspection.read_models import InspectionDetail, JournalHead
from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.kit.words import clock_time, counted, short_day

_SOON_MS = 250
_TELL_MS = 8_000
_SPARE = 2  # a width that fits exactly is rounded down on some screens, and the last letters go
_MARGINS = (8, 3, 8, 3)


class GivingLabel(QLabel):
    """Words that give way where there is no room: they end in “…”, and are whole in the tip."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "muted")
        self._name = name
        self.set_words(words)

    def set_words(self, words: str) -> None:
        self._words = words
        self.setToolTip(f"{self._name}: {words}")
        self.setAccessibleName(words)
        self.setText(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As much as the whole of the words takes, whatever of them is shown."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        more = metrics.horizontalAdvance(self._words) - metrics.horizontalAdvance(self.text())
        hint.setWidth(hint.width() + more + _SPARE)
        return hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._around() + self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        room = max(0, self.width() - self._around())
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)

    def _around(self) -> int:
        """What margins and the theme's padding take beside the words."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())


class StatusBar(QStatusBar):
    """`now` is the clock by which ages are told. “Saving…” is shown only for a write that takes longer than a blink."""

    def __init__(
        self, inspection: InspectionDetail, now: Callable[[], dt.datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._saved_at: dt.datetime | None = None
        self._refused = False
        self._pending = 0
        self._disk = self._part(self.tr("When the last change reached the disk"))
        self._entries = self._part(self.tr("Entries in this laptop's journal"), muted=True)
        self.addWidget(self._disk)
        self.addWidget(self._entries)
        self._told = GivingLabel(self.tr("What was done last"), "")
        self._told.setContentsMargins(*_MARGINS)
        self._told.hide()
        self.addWidget(self._told)
        self.trust = GivingLabel(self.tr("Trust"), f"{inspection.trust_name} ({inspection.provider_code})")
        self.trust.setContentsMargins(*_MARGINS)
        marking = self._part(self.tr("Marking"))
        marking.setText(inspection.marking)
        self.addPermanentWidget(self.trust)
        self.addPermanentWidget(marking)
        self.setSizeGripEnabled(False)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SOON_MS)
        self._slow.timeout.connect(self.show_time)
        self._told_enough = QTimer(self)
        self._told_enough.setSingleShot(True)
        self._told_enough.setInterval(_TELL_MS)
        self._told_enough.timeout.connect(self._told.hide)
        self.show_time()

    @property
    def disk_words(self) -> str:
        return self._disk.text()

    @property
    def told(self) -> str:
        """What was done, undone or redone last, for as long as it is on show."""
        return "" if self._told.isHidden() else self._told.accessibleName()

    def tell(self, words: str) -> None:
        """For some seconds, and to screen readers at once."""
        self._told.set_words(words)
        self._told.show()
        self._told_enough.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._told, words))

    def show_head(self, head: JournalHead | None) -> None:
        """What the journal ended with when it was opened; what is saved later counts on from there."""
        if head is not None and self._saved_at is None:
            self._saved_at = head.at
            self.show_entries(head.n)
            self.show_time()

    def show_entries(self, n: int) -> None:
        self._entries.setText(counted(n, self.tr("journal entry"), self.tr("journal entries")))

    def show_saved(self, at: dt.datetime) -> None:
        self._saved_at = at
        self._refused = False
        self.show_time()

    def show_pending(self, pending: int) -> None:
        self._pending = pending
        if pending and not self._slow.isActive():
            self._slow.start()
        elif not pending:
            self._slow.stop()
            self.show_time()

    def show_refused(self) -> None:
        """Stays until something is saved again."""
        self._refused = True
        self.show_time()

    def show_time(self) -> None:
        """Brings the age up to date; called each second."""
        words = self._words()
        if words != self._disk.text():
            self._disk.setText(words)

    def _words(self) -> str:
        if self._pending and not self._slow.isActive():
            return self.tr("Saving…")
        if self._refused:
            return self.tr("The last change was not recorded")
        if self._saved_at is None:
            return self.tr("On disk")
        return self._since(self._saved_at)

    def _since(self, at: dt.datetime) -> str:
        seconds = max(0.0, (self._now() - at).total_seconds())
        if seconds < 10:
            return self.tr("On disk %1 s ago").replace("%1", f"{seconds:.1f}")
        if seconds < 60:
            return self.tr("On disk %1 s ago").replace("%1", f"{seconds:.0f}")
        if seconds < 3600:
            return self.tr("On disk %1 min ago").replace("%1", f"{seconds // 60:.0f}")
        local = at.astimezone()
        day = "" if local.date() == self._now().astimezone().date() else f"{short_day(local.date())}, "
        return self.tr("On disk since %1").replace("%1", f"{day}{clock_time(at)}")

    def _part(self, name: str, *, muted: bool = False) -> QLabel:
        made = label("", "muted" if muted else "")
        made.setToolTip(name)
        made.setContentsMargins(*_MARGINS)
        return made
