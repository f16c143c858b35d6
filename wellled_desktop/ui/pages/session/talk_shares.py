"""After the end of a session: who talked how much of it, by words, as a bar and in words, and what was nobody's talk; counted
off the UI thread.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import Talk
from wellled_desktop.inspection.speaking import spoken_share, spoken_unspoken
from wellled_desktop.store import session_reading
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.pages.session.presenter import SessionPresenter

_BAR_HEIGHT = 6


class ShareBar(QWidget):
    """A part of the whole width; the words above it say the same."""

    def __init__(self, share: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = share
        self.setFixedHeight(_BAR_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        palette = QGuiApplication.palette()
        painter = QPainter(self)
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.AlternateBase))
        part = QRect(0, 0, round(self.width() * self._share), self.height())
        painter.fillRect(part, palette.color(QPalette.ColorRole.PlaceholderText))
        painter.end()


class TalkShares(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(label(self.tr("Share of talk"), "subheading"))
        self._how = paragraph(self.tr("By words in the lines of type said."), "muted")
        self._column.addWidget(self._how)
        self._unspoken = paragraph("", "muted")
        self._column.addWidget(self._unspoken)
        self.words: tuple[str, ...] = ()
        self.hide()

    @property
    def unspoken(self) -> str:
        """What is said of the lines in which nobody talked; "" for none."""
        return self._unspoken.text()

    def show_talk(self, talk: Talk, called: Callable[[str | None], str]) -> None:
        """The largest share first; what is nobody's is said after them. Nothing of either hides it all."""
        words = tuple(
            f"{called(one.speaker) or self.tr('nobody in particular')} {spoken_share(one.share)}" for one in talk.shares
        )
        unspoken = self.tr("In no share: %1.").replace("%1", spoken_unspoken(talk.unspoken)) if talk.unspoken else ""
        self._unspoken.setText(unspoken)
        self._unspoken.setVisible(bool(unspoken))
        self._how.setVisible(bool(words))
        if words != self.words:
            self.words = words
            for row in self._rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._rows = []
            for said, one in zip(words, talk.shares, strict=True):
                self._rows += [paragraph(said), ShareBar(one.share)]
            for at, row in enumerate(self._rows):
                self._column.insertWidget(self._column.indexOf(self._how) + 1 + at, row)
        self.setVisible(bool(words or unspoken))


class SharesOfTalk(QObject):
    """Asks for the shares once a session has ended, and again when its lines or its end change."""

    def __init__(self, parent: QObject, bridge: Bridge, presenter: SessionPresenter, shares: TalkShares) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._presenter = presenter
        self._shares = shares
        self._asking = False
        self._again = False
        for news in (presenter.opened, presenter.session_changed, presenter.tallied):
            news.connect(self._look)

    def _look(self, *_news: object) -> None:
        session = self._presenter.session
        if session is None or session.ended_at is None:
            self._shares.hide()
        elif self._asking:
            self._again = True
        else:
            self._asking, self._again = True, False
            question = partial(session_reading.talk, session_id=session.id)
            self._bridge.ask(self, question, partial(self._told, session.id))

    def _told(self, session_id: str, talk: Talk) -> None:
        self._asking = False
        if self._again or session_id != self._presenter.session_id:
            self._look()
        else:
            self._shares.show_talk(talk, self._presenter.lines.speaker_called)
